"""Starts the window on a data folder: one window a folder, and nothing that the paint can wait for.

A second start ends before anything of a window is imported.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.ui.single_instance import SingleInstance

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from footprint.progress import Progress
    from footprint.services.workspace import Workspace
    from footprint.ui.main_window import MainWindow
    from footprint.ui.pages.page import Page, Window
    from footprint.ui.tasks import Tasks

# ruff: noqa: PLC0415

DESKTOP_ID = "org.footprint_project.Footprint"
# The first paint, and the list in it, go before what nobody sees a difference without.
_SETTLE_MS = 50


def run(folder: Path, files: Sequence[Path], *, demo: bool = False) -> int:
    """Show the window on `folder` and begin an import of `files`; returns the exit code.

    Raises `FootprintError`, after the person has seen it, when the folder cannot be opened.
    """
    _need_display()
    instance = SingleInstance(folder)
    app: QApplication | None = None
    try:
        if not instance.claim_or_hand_over(files):
            return 0
        # Whatever a start makes is kept: the collector would walk over all of it again and again.
        gc.disable()
        from footprint.services.workspace import Workspace

        app = application()
        with Workspace.open(folder) as workspace:
            return _show(app, workspace, instance, files, demo=demo)
    except FootprintError as error:
        _refuse(app or application(), error)
        raise
    finally:
        gc.enable()
        instance.close()


def _need_display() -> None:
    """Qt ends the program without a word for the person where there is nothing to draw on."""
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in wanted):
        raise FootprintError(
            _("There is no display to open a window on."),
            _("Start Footprint in a graphical session, or use its command line: footprint list."),
        )


def application() -> QApplication:
    """The application, which reports its own faults and ends when the system asks it to."""
    from PySide6.QtWidgets import QApplication

    from footprint.ui import faults, quitting

    QApplication.setApplicationName("Footprint")
    QApplication.setDesktopFileName(DESKTOP_ID)
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    faults.report_to(app)
    quitting.listen(app)
    return app


def _show(
    app: QApplication,
    workspace: Workspace,
    instance: SingleInstance,
    files: Sequence[Path],
    *,
    demo: bool,
) -> int:
    from PySide6.QtCore import QTimer

    from footprint.services.workspace import Workspace as Opened
    from footprint.ui import languages
    from footprint.ui.tasks import Tasks

    languages.speak(app, workspace.settings.get(languages.KEY))
    if demo:
        from footprint.services.demo import fill

        fill(workspace)
    tasks = Tasks(workspace, partial(Opened.open, workspace.folder))
    try:
        window = main_window(app, tasks, demo=demo)
        instance.handed_over.connect(partial(_take, window))
        window.show()
        QTimer.singleShot(_SETTLE_MS, window, partial(_settle, window, instance, files))
        return app.exec()
    finally:
        tasks.shutdown()


def main_window(app: QApplication, tasks: Tasks, *, demo: bool = False) -> MainWindow:
    """The window with its pages, in the person's colours."""
    from footprint.ui import appearance, icons, leading
    from footprint.ui.main_window import MainWindow
    from footprint.ui.pages.page import Place
    from footprint.ui.theme import Theme

    theme = Theme(app)
    theme.changed.connect(icons.redress)
    appearance.apply_kept(theme, tasks)
    app.setWindowIcon(icons.app_icon())
    places = [
        Place(_("Today"), "today", leading.today),
        Place(_("Networks"), "networks", _networks),
        Place(_("Scores"), "scores", _scores),
        Place(_("Guides"), "guides", leading.guides),
        Place(_("Catalogue"), "catalogue", leading.catalogue),
    ]
    first = 0 if leading.anything_due(tasks) else 1
    window = MainWindow(tasks, places, theme, demo=demo, first=first)
    theme.style()
    return window


def _networks(window: Window) -> Page:
    from footprint.ui.pages.networks import NetworksPage

    page = NetworksPage(window.tasks, window.messages)
    page.files_wanted.connect(window.choose_import)
    page.folder_wanted.connect(window.choose_import_folder)
    page.dropped.connect(window.import_files)
    return page


def _scores(window: Window) -> Page:
    from footprint.ui.pages.scores import ScoresPage

    return ScoresPage(window.tasks, window.messages)


def _refuse(app: QApplication, error: FootprintError) -> None:
    """Say why there is no window."""
    from footprint.ui.dialogs.refusal import RefusalDialog
    from footprint.ui.theme import Choice, Theme

    theme = Theme(app)
    theme.apply(Choice.SYSTEM)
    theme.style()
    RefusalDialog(error).exec()


def _settle(window: MainWindow, instance: SingleInstance, files: Sequence[Path]) -> None:
    """What the person sees no difference without: done once the window is there."""
    gc.enable()
    instance.listen()
    _ask_portal(window)
    _remind(window)
    _notice(window)
    window.tasks.start(_rate)
    if files:
        window.import_files([path.absolute() for path in files])


def _remind(window: MainWindow) -> None:
    """Count what is due, say which guide was left open, and put an icon into the tray."""
    from footprint.ui.reminders import Reminders

    Reminders(window).begin()


def _notice(window: MainWindow) -> None:
    from footprint.ui.elsewhere import Elsewhere

    Elsewhere(window.tasks, window)


def _rate(workspace: Workspace, _progress: Progress) -> None:
    """Rate what is known by the dictionary of this version."""
    workspace.rating.refresh()


def _ask_portal(window: MainWindow) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication

    if not sys.platform.startswith("linux"):
        return
    if QGuiApplication.styleHints().colorScheme() is not Qt.ColorScheme.Unknown:
        return
    from footprint.ui.portal import Portal

    portal = Portal(window)
    portal.told.connect(window.theme.hear_portal)
    portal.ask()


def _take(window: MainWindow, files: list[Path]) -> None:
    """A second start brought its files, or only wants the window seen."""
    window.come_forward()
    if files:
        window.import_files(files)
