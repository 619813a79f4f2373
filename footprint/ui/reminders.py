"""Reminders of one window: numbers in the sidebar, the guide left open, the tray, the desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from footprint.i18n import _
from footprint.ui.due_watch import Count, DueWatch
from footprint.ui.guide_starting import GuideStarter
from footprint.ui.models.words import number
from footprint.ui.plain import plain
from footprint.ui.tray import Reminder, make_tray

if TYPE_CHECKING:
    from footprint.ui.main_window import MainWindow


class Reminders(QObject):
    """Begun once the window is there; it lives as long as the window does."""

    def __init__(self, window: MainWindow, watch: DueWatch | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._told = False
        self.starter = GuideStarter(window.tasks, window.messages, window)
        self.watch = watch or DueWatch(window.tasks, self)
        self.watch.counted.connect(self._counted)
        self.watch.day_turned.connect(self._turn_day)
        self.tray = make_tray(window.tasks, window)
        if self.tray is not None:
            looked_at = window.isActiveWindow
            self.reminder = Reminder(window.tasks, self.tray.icon, looked_at, self)
            self.watch.counted.connect(self.tray.hear)
            self.watch.counted.connect(self.reminder.hear)
            self.tray.shown.connect(self._show_today)

    def begin(self) -> None:
        """Count for the first time."""
        self.watch.begin()

    @Slot(object)
    def _counted(self, count: Count) -> None:
        self._window.frame.set_due("today", count.today)
        self._window.frame.set_due("scores", count.scores)
        self._window.frame.set_due("guides", count.guides)
        if not self._told:
            self._told = True
            self._say_stopped(count)

    def _say_stopped(self, count: Count) -> None:
        """Once, at the start: where the person stopped."""
        run = count.stopped
        if run is None:
            return
        text = _("You stopped at step {n} of “{guide}”.").format(
            n=number(run.step_number), guide=plain(run.title, limit=120)
        )
        action = (_("&Resume"), lambda: self.starter.resume(run.id))
        self._window.messages.say(text, action=action, sticky=True)

    @Slot()
    def _turn_day(self) -> None:
        from footprint.ui.pages.today import TodayPage  # noqa: PLC0415 - seldom shown

        for page in self._window.findChildren(TodayPage):
            QTimer.singleShot(0, page, page.turn_day)

    @Slot()
    def _show_today(self) -> None:
        self._window.come_forward()
        self._window.go("today")
