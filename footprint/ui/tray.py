"""The tray icon and the desktop notification: one bundle a day at most, and none without cause."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from footprint.domain.changes import Changes, Kind
from footprint.i18n import _, ngettext
from footprint.services.workspace import Workspace
from footprint.ui.due_watch import Count
from footprint.ui.icons import app_icon
from footprint.ui.models.today import REMINDERS_KEY
from footprint.ui.models.words import number
from footprint.ui.plain import plain
from footprint.ui.tasks import Tasks

# The day of the last bundle, so that a second start on the same day is quiet.
LAST_KEY = "reminded_on"
# So many things are named in a notification; the rest is a number.
_NAMED = 3


class Showing(Protocol):
    """Whatever can show a notification: the tray icon, or a test's own."""

    def showMessage(self, title: str, text: str, /) -> object:
        """Show it."""


def reminders_on(workspace: Workspace) -> bool:
    """Whether the person wants to be reminded; so it is until they say otherwise."""
    return bool(workspace.settings.get(REMINDERS_KEY, True))


def set_reminders(tasks: Tasks, *, on: bool) -> None:
    """Keep whether the person wants to be reminded; nothing is written where it is so already."""

    def write(workspace: Workspace) -> None:
        if reminders_on(workspace) is not on:
            workspace.settings.set(REMINDERS_KEY, on)

    tasks.now(write)


class Reminder(QObject):
    """Shows what is due on the desktop, once a day, while nobody looks at the window."""

    def __init__(
        self,
        tasks: Tasks,
        showing: Showing,
        looked_at: Callable[[], bool],
        parent: QObject,
        *,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._showing = showing
        self._looked_at = looked_at
        self._now = now or (lambda: datetime.now(tz=UTC))

    @Slot(object)
    def hear(self, count: Count) -> None:
        """Something was counted: show it, if it is due, wanted, new today and not seen anyway."""
        titles = [due.title for due in count.due if due.counts]
        if not titles or self._looked_at() or not self._may():
            return
        self._tasks.now(lambda w: w.settings.set(LAST_KEY, self._today().isoformat()))
        self._showing.showMessage(*bundle(titles))

    def _may(self) -> bool:
        def read(workspace: Workspace) -> bool:
            last = workspace.settings.get(LAST_KEY)
            return reminders_on(workspace) and last != self._today().isoformat()

        return self._tasks.now(read)

    def _today(self) -> date:
        return self._now().astimezone().date()


def bundle(titles: list[str]) -> tuple[str, str]:
    """The heading and the text of one notification for everything that is due."""
    heading = ngettext("{n} thing needs you", "{n} things need you", len(titles))
    lines = [plain(title, limit=80) for title in titles[:_NAMED]]
    rest = len(titles) - len(lines)
    if rest:
        lines.append(ngettext("and {n} more", "and {n} more", rest).format(n=number(rest)))
    return heading.format(n=number(len(titles))), "\n".join(lines)


class Tray(QObject):
    """The icon: what is due, show the window, remind or not, quit."""

    shown = Signal()  # the person wants to see the window, at what is due

    def __init__(self, tasks: Tasks, window: QWidget, icon: QSystemTrayIcon | None = None) -> None:
        super().__init__(window)
        self._tasks = tasks
        self.icon = icon or QSystemTrayIcon(app_icon(), self)
        self.menu = QMenu(window)
        self.due = self.menu.addAction(_("Nothing is due"), self.shown.emit)
        self.menu.addSeparator()
        self.remind = self.menu.addAction(_("&Remind me when something is due"))
        self.remind.setCheckable(True)
        self.remind.setChecked(tasks.now(reminders_on))
        self.remind.toggled.connect(self._choose)
        self.menu.addSeparator()
        self.menu.addAction(_("&Show Footprint"), self.shown.emit)
        self.menu.addAction(_("&Quit Footprint"), window.close)
        self.icon.setContextMenu(self.menu)
        self.icon.setToolTip(_("Footprint: nothing is due"))
        self.icon.activated.connect(self._pressed)
        self.icon.messageClicked.connect(self.shown)
        tasks.changed.connect(self._refresh)

    @Slot(object)
    def hear(self, count: Count) -> None:
        """Say how much is due."""
        text = _("Nothing is due")
        if count.today:
            text = ngettext("{n} thing needs you", "{n} things need you", count.today)
            text = text.format(n=number(count.today))
        self.due.setText(text)
        self.icon.setToolTip(_("Footprint: {due}").format(due=text))

    @Slot(bool)
    def _choose(self, on: bool) -> None:
        set_reminders(self._tasks, on=on)

    @Slot(object)
    def _refresh(self, changes: Changes) -> None:
        if changes.touches(Kind.SETTINGS):
            self.remind.setChecked(self._tasks.now(reminders_on))

    @Slot(QSystemTrayIcon.ActivationReason)
    def _pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.shown.emit()


def make_tray(tasks: Tasks, window: QWidget) -> Tray | None:
    """The tray icon where the system has a place for one."""
    if not QSystemTrayIcon.isSystemTrayAvailable():
        return None
    tray = Tray(tasks, window)
    tray.icon.show()
    return tray
