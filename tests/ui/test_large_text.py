"""With text twice as large nothing is cut off: not in the window, not in its dialogs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QTabBar,
    QWidget,
)

from footprint.services.demo import fill
from footprint.services.workspace import Workspace
from footprint.ui.dialogs.about import AboutDialog
from footprint.ui.dialogs.settings import SettingsDialog
from footprint.ui.dialogs.trouble import TroubleDialog
from footprint.ui.main_window import MainWindow
from footprint.ui.messages import Kind
from footprint.ui.opening import OpeningDialog
from tests.ui.window import opened


@pytest.fixture(params=[1, 2], ids=["100 %", "200 %"])
def window(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path
) -> Iterator[MainWindow]:
    before = qapp.font()
    font = QFont(before)
    font.setPointSizeF(before.pointSizeF() * request.param)
    qapp.setFont(font)
    with Workspace.open(tmp_path) as workspace:
        fill(workspace)
    with opened(qapp, tmp_path, demo=True) as made:
        made.resize(1000 * request.param, 700 * request.param)
        yield made
    qapp.setFont(before)


def _cut(root: QWidget) -> list[str]:
    """The texts that have less room than they need."""
    texts = [x for x in root.findChildren(QLabel) if x.isVisible() and x.text()]
    cut = [label.text() for label in texts if _is_cut(label)]
    controls = [*root.findChildren(QAbstractButton), *root.findChildren(QComboBox)]
    for control in controls:
        if isinstance(control.parentWidget(), QTabBar):  # its arrows are Qt's own
            continue
        needed = control.minimumSizeHint()
        if control.isVisible() and (
            control.width() < needed.width() or control.height() < needed.height()
        ):
            cut.append(control.accessibleName() or type(control).__name__)
    return cut


def _is_cut(label: QLabel) -> bool:
    room = label.contentsRect()
    metrics = label.fontMetrics()
    if not label.wordWrap():
        return room.width() < metrics.horizontalAdvance(label.text().replace("&", "")) - 1
    return label.height() < label.heightForWidth(label.width()) - 1


def _settle(widget: QWidget) -> None:
    for _ in range(3):
        QApplication.processEvents()
    widget.grab()


def test_cut_text_is_found(qapp: QApplication, qtbot: object) -> None:
    parent = QWidget()
    label = QLabel("much too long for this", parent)
    label.resize(20, 10)
    parent.show()
    assert _cut(parent) == ["much too long for this"]


def test_window(window: MainWindow) -> None:
    window.messages.say(
        "twitter-2026.zip is imported: 37 new, 2 changed, 1 no longer listed.",
        hint="What could not be read stands in the import history.",
        kind=Kind.DONE,
        action=("&Undo", lambda: None),
    )
    _settle(window)
    assert _cut(window) == []


def test_sidebar_words(window: MainWindow) -> None:
    window.frame.sidebar.set_folded(False)
    _settle(window)
    for button in window.frame.sidebar.buttons:
        needed = button.fontMetrics().horizontalAdvance(button.text())
        assert button.width() > needed


def test_dialogs(window: MainWindow) -> None:
    long = "https://www.facebook.com/settings?tab=applications&ref=settings_" + "x" * 200
    dialogs = [
        SettingsDialog(window.theme, window.tasks, window),
        AboutDialog(window),
        TroubleDialog(ValueError("x"), window),
        OpeningDialog(QUrl(long), window),
    ]
    for dialog in dialogs:
        dialog.show()
        _settle(dialog)
        assert _cut(dialog) == [], type(dialog).__name__
        dialog.close()
