"""About, settings, and the report of a fault."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from footprint import __version__
from footprint.ui import faults
from footprint.ui.dialogs.about import AboutDialog
from footprint.ui.dialogs.settings import SettingsDialog
from footprint.ui.dialogs.trouble import TroubleDialog, report
from footprint.ui.languages import own_name
from footprint.ui.main_window import MainWindow
from footprint.ui.opening import address
from footprint.ui.theme import Theme
from footprint.ui.tokens import DARK, STRONG_DARK
from tests.ui.window import opened


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    with opened(qapp, tmp_path) as made:
        yield made


def test_about_tells_version_and_licence(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.by_name["about"].trigger()
    (dialog,) = window.findChildren(AboutDialog)
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert f"Version {__version__}" in told
    assert "GNU General Public License" in told
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.versions()
    dialog.accept()


def _settings(window: MainWindow) -> SettingsDialog:
    window.commands.by_name["settings"].trigger()
    return next(d for d in window.findChildren(SettingsDialog) if d.isVisible())


def test_settings_hold_at_once_and_for_good(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    dialog = _settings(window)
    qtbot.keyClicks(dialog.themes, "Dark")
    dialog.themes.activated.emit(dialog.themes.currentIndex())
    assert Theme.tokens is DARK
    dialog.strong.click()
    assert Theme.tokens is STRONG_DARK
    assert window.tasks.now(lambda w: (w.settings.get("theme"), w.settings.get("contrast"))) == (
        "dark",
        True,
    )
    assert window.commands.by_name["theme_dark"].isChecked()
    assert str(tmp_path) in [label.text() for label in dialog.findChildren(QLabel)]
    dialog.accept()


def test_language_is_kept_for_the_next_start(qtbot: QtBot, window: MainWindow) -> None:
    dialog = _settings(window)
    assert not dialog.told.isVisible()
    dialog.languages.setCurrentIndex(dialog.languages.findData("en"))
    dialog.languages.activated.emit(dialog.languages.currentIndex())
    assert dialog.told.isVisible()
    assert window.tasks.now(lambda w: w.settings.get("language")) == "en"
    dialog.accept()
    again = _settings(window)
    assert again.languages.currentData() == "en"
    again.accept()


def test_languages_call_themselves() -> None:
    assert own_name("de") == "Deutsch"
    assert own_name("pt_BR").startswith("Português")


# --- faults ----------------------------------------------------------------------------------


def _fail(secret: str) -> None:
    try:
        Path(secret).read_text()
    except OSError as error:
        raise KeyError(secret) from error


def _fault(secret: str) -> BaseException:
    with pytest.raises(KeyError) as raised:
        _fail(secret)
    return raised.value


def test_report_says_where_and_nothing_of_the_person(qapp: QApplication) -> None:
    text = report(_fault("/home/you/sam's archive.zip"))
    assert f"Footprint {__version__}" in text
    assert "builtins.KeyError" in text
    assert "FileNotFoundError" in text
    assert "test_dialogs.py" in text
    assert "in _fail" in text
    assert "sam" not in text
    assert str(Path(__file__).parent) not in text
    assert str(Path.home()) not in text


def test_report_knows_our_own_files(qapp: QApplication) -> None:
    with pytest.raises(AttributeError) as raised:
        address(None)  # type: ignore[arg-type]
    assert "footprint/ui/opening.py:" in report(raised.value)


def test_report_can_be_copied(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = TroubleDialog(_fault("x"))
    qtbot.addWidget(dialog)
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()


@pytest.fixture
def reporting(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    faults.report_to(qapp)


def _shown() -> list[TroubleDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, TroubleDialog)]


def test_uncaught_fault_opens_one_dialog(
    qtbot: QtBot, reporting: None, capsys: pytest.CaptureFixture[str]
) -> None:
    error = _fault("x")
    sys.excepthook(type(error), error, None)
    sys.excepthook(type(error), error, None)
    qtbot.waitUntil(lambda: bool(_shown()))
    assert len(_shown()) == 1
    _shown()[0].accept()


def test_fault_of_another_thread_is_shown_on_the_window_thread(
    qtbot: QtBot, reporting: None
) -> None:
    error = _fault("x")
    thread = threading.Thread(target=sys.excepthook, args=(type(error), error, None))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(_shown()))
    _shown()[0].accept()


def test_interrupt_from_the_keyboard_is_no_fault(qtbot: QtBot, reporting: None) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    qtbot.wait(20)
    assert _shown() == []
