"""Looking into a download of 200,000 members, against what `zipfile` needs to open it at all.

Run by `dev.py bench`, or alone. Everything is measured in processes of its own, in turns, so that
a busy moment of the machine meets all of them.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from statistics import median

MEMBERS = 200_000
APPS = 1_000
ROUNDS = 7
TIME_LIMIT = 1.1
MEMORY_LIMIT = 100.0
MOONSHOT = 1.5
_ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Print the ratios; 0 when all limits hold."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "facebook-ada-2024-05-12-AbCdEfGh.zip"
        _child("make", path)
        runs: dict[str, list[tuple[float, float]]] = {"zipfile": [], "inspect": []}
        listing: list[float] = []
        for _round in range(ROUNDS):
            for what, figures in runs.items():
                figures.append(_child(what, path))
            if shutil.which("unzip"):
                listing.append(_unzip(path))
    seconds = {what: median(time for time, _peak in figures) for what, figures in runs.items()}
    peaks = {what: median(peak for _time, peak in figures) for what, figures in runs.items()}
    ratio = seconds["inspect"] / seconds["zipfile"]
    above = peaks["inspect"] - peaks["zipfile"]
    print(f"inspect / zipfile.ZipFile: {ratio:.2f} ({TIME_LIMIT})")
    print(f"inspect, peak memory above zipfile.ZipFile in MB: {above:.0f} ({MEMORY_LIMIT:.0f})")
    if listing:
        print(f"inspect / unzip -l: {seconds['inspect'] / median(listing):.2f} (wish: {MOONSHOT})")
    return 0 if ratio <= TIME_LIMIT and above <= MEMORY_LIMIT else 1


def _child(what: str, path: Path) -> tuple[float, float]:
    """Seconds and peak megabytes of one run of `what`."""
    command = [sys.executable, str(Path(__file__)), what, str(path)]
    surroundings = os.environ | {"PYTHONPATH": str(_ROOT)}
    said = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, env=surroundings
    ).stdout
    seconds, peak = json.loads(said)
    return seconds, peak


def _unzip(path: Path) -> float:
    begun = time.perf_counter()
    subprocess.run(["unzip", "-l", str(path)], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def _make(path: Path) -> float:
    """A download shaped like Facebook's: messages and their pictures, and among them the apps."""
    dice = random.Random(7)
    apps = [
        {
            "name": f"Example App {number}",
            "added_timestamp": 1_300_000_000 + number,
            "user_app_scoped_id": 10**15 + number,
            "category": ("active", "inactive", "removed")[number % 3],
            "removed_timestamp": 0,
        }
        for number in range(APPS)
    ]
    owner = {"profile_v2": {"name": {"full_name": "Ada Example"}, "username": "ada.example"}}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr(
            "apps_and_websites_off_of_facebook/connected_apps_and_websites.json",
            json.dumps({"installed_apps_v2": apps}),
        )
        target.writestr(
            "personal_information/profile_information/profile_information.json", json.dumps(owner)
        )
        for number in range(MEMBERS - 2):
            inbox = (
                f"your_facebook_activity/messages/inbox/friend{number % 1999}_{number % 1999**2}"
            )
            if number % 10:
                picture = f"{inbox}/photos/{dice.randrange(10**16)}_{number}_n_{10**15}.jpg"
                target.writestr(zipfile.ZipInfo(picture), dice.randbytes(120))
            else:
                target.writestr(f"{inbox}/message_{number}.json", '{"messages": []}')
    return 0.0


def _open(path: Path) -> float:
    begun = time.perf_counter()
    with zipfile.ZipFile(path):
        return time.perf_counter() - begun


def _inspect(path: Path) -> float:
    """As the window does it: the program runs already, the file is hashed, the preview made."""
    from footprint.progress import Progress
    from footprint.services.workspace import Workspace

    with tempfile.TemporaryDirectory() as folder, Workspace.open(Path(folder)) as workspace:
        begun = time.perf_counter()
        preview = workspace.importing.inspect([path], Progress())
        seconds = time.perf_counter() - begun
    if sum(len(download.harvest.grants) for download in preview.downloads) != APPS:
        raise SystemExit(f"the apps were not found: {preview.refused}")
    return seconds


def _run(what: str, path: Path) -> None:
    seconds = {"make": _make, "zipfile": _open, "inspect": _inspect}[what](path)
    print(json.dumps([seconds, _peak()]))


def _peak() -> float:
    """The most memory this process ever held, in megabytes; Windows does not say."""
    if sys.platform == "win32":
        return 0.0
    import resource

    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    if len(sys.argv) == 3:
        _run(sys.argv[1], Path(sys.argv[2]))
    else:
        raise SystemExit(main())
