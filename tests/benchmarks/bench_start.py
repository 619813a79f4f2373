"""Start to usable window, against a script that shows an empty QMainWindow.

Both are started the same way, by turns, with their bytecode at hand, on the offscreen platform.
"Usable" is when the window is painted and the list of apps is in it. An observer object, made
before the application, gets a word of the event loop as soon as there is one: nothing is patched.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from footprint.progress import Progress
from footprint.services.workspace import Workspace
from tests.making import day, grant, harvest, preview_of

ROOT = Path(__file__).resolve().parents[2]
GRANTS = 50
ROUNDS = 15
LIMIT = 1.3

EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1180, 760)
window.show()
def look():
    if window.windowHandle().isExposed():
        print("shown\\nusable", flush=True)
        app.quit()
    else:
        QTimer.singleShot(0, look)
QTimer.singleShot(0, look)
app.exec()
"""

FOOTPRINT = """
import sys
from PySide6.QtCore import QMetaObject, QObject, QTimer, Qt, Slot
from footprint.app import start

class Observer(QObject):
    seen = False
    @Slot()
    def look(self):
        from PySide6.QtWidgets import QApplication
        windows = [w for w in QApplication.topLevelWidgets() if type(w).__name__ == "MainWindow"]
        if windows and windows[0].windowHandle().isExposed():
            page = windows[0].frame.page
            if not self.seen:
                self.seen = True
                print("shown", flush=True)
            if page is not None and page.stack.currentWidget() is not page.notice:
                page.grab()
                print("usable", flush=True)
                windows[0].close()
                return
        QTimer.singleShot(0, self.look)

observer = Observer()
QMetaObject.invokeMethod(observer, "look", Qt.ConnectionType.QueuedConnection)
sys.exit(start(sys.argv[1:]))
"""


def main() -> int:
    """Print the median ratios; 1 when the one to the usable window is over the limit."""
    with TemporaryDirectory() as folder:
        _fill(Path(folder) / "data")
        scripts = {name: Path(folder) / f"start_{name}.py" for name in ("empty", "footprint")}
        scripts["empty"].write_text(EMPTY, encoding="utf-8")
        scripts["footprint"].write_text(FOOTPRINT, encoding="utf-8")
        environment = {
            **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
            "PYTHONPATH": str(ROOT),
            "PYTHONPYCACHEPREFIX": str(Path(folder) / "bytecode"),
            "QT_QPA_PLATFORM": "offscreen",
        }
        data = str(Path(folder) / "data")
        commands = {
            name: [sys.executable, str(script), *(["--data-dir", data] * (name != "empty"))]
            for name, script in scripts.items()
        }
        rounds = [
            {name: _times(command, environment) for name, command in commands.items()}
            for _round in range(ROUNDS + 1)
        ][1:]  # the first one writes the bytecode
    return _tell(rounds)


def _tell(rounds: list[dict[str, tuple[float, float]]]) -> int:
    empty, shown, usable = (
        statistics.median(one[name][which] for one in rounds)
        for name, which in (("empty", 1), ("footprint", 0), ("footprint", 1))
    )
    print(f"empty {empty * 1000:.0f} ms, {shown * 1000:.0f} ms, usable {usable * 1000:.0f} ms")
    print(f"start to painted window / empty window: {shown / empty:.2f}")
    print(f"start to usable window / empty window: {usable / empty:.2f} (at most {LIMIT})")
    return int(usable / empty > LIMIT)


def _times(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds from the start until the program says "shown", and "usable"."""
    start = time.perf_counter()
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        times = []
        for expected in ("shown", "usable"):
            if process.stdout.readline().strip() != expected:
                raise RuntimeError(f"{command} did not say {expected!r}")
            times.append(time.perf_counter() - start)
    return times[0], times[1]


def _fill(folder: Path) -> None:
    """A data folder as after one import."""
    apps = [
        grant(f"Invented App {n}", id=str(n), scopes=("read", "write"), since=day("2015-01-01"))
        for n in range(GRANTS)
    ]
    with Workspace.open(folder) as workspace:
        workspace.importing.apply(
            preview_of(harvest("2024-01-01", apps), "invented.zip"), Progress()
        )
        workspace.rating.refresh()


if __name__ == "__main__":
    sys.exit(main())
