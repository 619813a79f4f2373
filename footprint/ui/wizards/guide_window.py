"""The guide: steps at the left, one thing at a time at the right, and the buttons below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from footprint.domain.run import RunState
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.ui.dialogs.page_differs import PageDiffersDialog
from footprint.ui.messages import Kind
from footprint.ui.models.dates import today
from footprint.ui.plain import plain
from footprint.ui.tasks import Tasks
from footprint.ui.wizards import places
from footprint.ui.wizards.guide_frame import GuideFrame
from footprint.ui.wizards.intro_page import IntroPage
from footprint.ui.wizards.preflight_page import PreflightPage
from footprint.ui.wizards.proof import ProofDrop
from footprint.ui.wizards.showing import Page, name_buttons, page_for, warning_of
from footprint.ui.wizards.step_page import StepPage
from footprint.ui.wizards.step_rows import RowKind, StepRow, rows_of
from footprint.ui.wizards.walk import GuideWalk, Stage
from footprint.ui.wizards.words import far

if TYPE_CHECKING:
    from footprint.ui.wizards.strip import Strip


class GuideWindow(QWidget):
    """One run in a window of its own; closing it loses nothing, the run stays where it is.

    Raises FootprintError when there is no such run.
    """

    help_wanted = Signal()
    guide_wanted = Signal(str)  # the id of another guide to begin for the same account
    closed = Signal(int)  # the id of the run

    def __init__(self, tasks: Tasks, run_id: int, parent: QWidget | None = None) -> None:
        walk = GuideWalk(tasks, run_id)  # raises before there is half a window
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        walk.setParent(self)
        self.walk = walk
        self.frame = GuideFrame(self)
        self.messages = self.frame.messages
        self.strip: Strip | None = None
        self.page: Page
        self._sure_to_close = False
        self._drop = ProofDrop(self)
        self._drop.dropped.connect(self._take_files)
        self._connect()
        places.restore(self.walk.tasks, self)
        self._show_all()
        warning = warning_of(self.walk)
        if warning is not None:
            self.messages.say(warning.title, hint=warning.hint, kind=Kind.WARNING, sticky=True)

    def _connect(self) -> None:
        frame, walk = self.frame, self.walk
        frame.back.clicked.connect(self.go_back)
        frame.apply.clicked.connect(self._not_applicable)
        frame.skip.clicked.connect(frame.skipping.ask)
        frame.done.clicked.connect(self.advance)
        frame.compact.clicked.connect(self.shrink)
        frame.aside.clicked.connect(self._put_aside)
        frame.stop.clicked.connect(self._stop)
        frame.skipping.skipped.connect(self._skip)
        frame.skipping.left.connect(frame.skip.setFocus)
        frame.list.chosen.connect(self._jump)
        walk.moved.connect(self._show_all)
        walk.kept.connect(self._calm)
        walk.refused.connect(self._refuse)
        for keys, act in (
            ("Alt+Left", self.go_back),
            ("Ctrl+Return", self.advance),
            ("Ctrl+Enter", self.advance),
            ("Ctrl+K", self.shrink),
            ("Esc", self._escape),
            ("F1", self.help_wanted.emit),
        ):
            QShortcut(QKeySequence(keys), self, act)

    # --- showing ---------------------------------------------------------------------------------

    @Slot()
    def _show_all(self) -> None:
        run = self.walk.run
        self.setWindowTitle(plain(run.title))
        self.frame.title.setText(plain(run.title))
        self.frame.far.setText(far(run))
        stage = self.walk.stage
        intro = stage is Stage.INTRO
        self.frame.list.put(rows_of(run, today(), intro=intro, over=self.walk.over))
        self.page = self._page()
        self.frame.show_page(self.page)
        name_buttons(self.frame, self.walk)
        self.frame.chain(self.page)
        (self.page.first or self.frame.done).setFocus(Qt.FocusReason.OtherFocusReason)
        told = f"{far(run)}. {self.page.title}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))
        if self.strip is not None and stage is not Stage.STEP:
            self.grow()

    def _page(self) -> Page:
        page = page_for(self.walk)
        if isinstance(page, PreflightPage):
            page.guide_wanted.connect(self.guide_wanted)
        elif isinstance(page, StepPage):
            page.differs_wanted.connect(self._ask_difference)
        return page

    # --- acting ----------------------------------------------------------------------------------

    @Slot()
    def advance(self) -> None:
        """Do what the filled button says."""
        walk, page = self.walk, self.page
        if isinstance(page, IntroPage):
            page.begin()
        elif isinstance(page, PreflightPage):
            self._look_past(page)
        elif walk.stop is not None:
            walk.done()
        elif walk.run.state is RunState.ABANDONED:
            walk.take_up()
        elif walk.over:
            self.close()
        else:
            walk.finish()

    def _look_past(self, page: PreflightPage) -> None:
        if page.agree.isChecked():
            self._calm()
            self.walk.look_past()
            return
        self._refuse(
            FootprintError(
                _("First say that you have read this page."),
                _("Tick the box at its end; nothing is hidden from you, and nothing is forbidden."),
            )
        )
        self.frame.show_part(page.agree)

    @Slot()
    def go_back(self) -> None:
        """Go to the step before."""
        if self.walk.stage is not Stage.INTRO and not self.walk.over:
            self.walk.back()

    @Slot(str)
    def _skip(self, reason: str) -> None:
        if self.walk.skip(reason):
            self.frame.skipping.forget()

    @Slot()
    def _not_applicable(self) -> None:
        self.walk.not_applicable()

    @Slot(object)
    def _jump(self, row: StepRow) -> None:
        if self.walk.over:
            return
        if row.kind is RowKind.INTRO:
            self.walk.show_intro()
        elif row.kind is RowKind.STOP:
            self.walk.go(row.key)
        elif self.walk.stop is not None and self.walk.run.left:
            self.messages.say(
                _("Some steps are left."),
                hint=_("Do them, skip them, or stop the guide for good."),
            )

    @Slot()
    def _put_aside(self) -> None:
        if self.walk.pause():
            self.close()

    @Slot()
    def _stop(self) -> None:
        if self.walk.abandon():
            text = _("You stopped this guide. What you did stays noted.")
            self.messages.say(text, action=(_("&Undo"), self.walk.take_up))

    @Slot()
    def _ask_difference(self) -> None:
        stop = self.walk.stop
        if stop is not None:
            tasks, playbook = self.walk.tasks, self.walk.run.playbook.id
            PageDiffersDialog(tasks, playbook, stop.step, own=self.walk.own, parent=self).open()

    @Slot(object)
    def _take_files(self, files: object) -> None:
        if isinstance(self.page, StepPage):
            self.page.notes.proof.take_files(files)  # type: ignore[arg-type]

    @Slot()
    def _escape(self) -> None:
        if self.frame.skipping.isVisible():
            self.frame.skipping.leave()
        else:
            self.close()

    # --- saying ----------------------------------------------------------------------------------

    @Slot(object)
    def _refuse(self, error: FootprintError) -> None:
        for messages in (self.messages, *([self.strip.messages] if self.strip else [])):
            messages.say(error.title, hint=error.hint, kind=Kind.ERROR)

    @Slot()
    def _calm(self) -> None:
        """What went wrong before is mended."""
        self.messages.dismiss()

    # --- small and large -------------------------------------------------------------------------

    @Slot()
    def shrink(self) -> None:
        """Become a strip beside the browser."""
        if self.walk.stage is not Stage.STEP or self.strip is not None:
            return
        from footprint.ui.wizards.strip import Strip  # noqa: PLC0415 - not for every guide

        self.walk.keep()
        self.strip = Strip(self.walk, self)
        self.strip.full_wanted.connect(self.grow)
        self.strip.closed.connect(self.close)
        self.strip.help_wanted.connect(self.help_wanted)
        self.hide()
        self.strip.show()
        self.strip.activateWindow()

    @Slot()
    def grow(self) -> None:
        """Become the whole window again, with what was typed in the strip."""
        strip, self.strip = self.strip, None
        if strip is None:
            return
        self.walk.keep()
        strip.put_away()
        self._show_all()
        self.come_forward()

    def come_forward(self) -> None:
        """Be seen, as a window or as a strip."""
        shown: QWidget = self.strip or self
        shown.setWindowState(shown.windowState() & ~Qt.WindowState.WindowMinimized)
        shown.show()
        shown.raise_()
        shown.activateWindow()

    # --- the window itself -----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frame.fold(self.width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._drop.watch()

    def closeEvent(self, event: QCloseEvent) -> None:
        error = None if self._sure_to_close else self.walk.keep()
        if error is not None:
            event.ignore()
            self.messages.say(
                error.title,
                hint=_("What you typed is not kept yet. {hint}").format(hint=error.hint),
                kind=Kind.ERROR,
                action=(_("Close &anyway"), self._close_anyway),
                sticky=True,
            )
            return
        places.keep_window(self.walk.tasks, self)
        if self.strip is not None:
            self.strip.put_away()
            self.strip = None
        self.closed.emit(self.walk.run.id)
        super().closeEvent(event)

    def _close_anyway(self) -> None:
        self._sure_to_close = True
        self.close()
