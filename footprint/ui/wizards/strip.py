"""The compact strip: the present step in a small window that stays above the browser."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QKeySequence,
    QMouseEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from footprint.domain.step import StepKind
from footprint.domain.stop import Stop
from footprint.i18n import _
from footprint.ui.messages import Messages
from footprint.ui.models.dates import exact, today
from footprint.ui.plain import plain
from footprint.ui.widgets.flow import FlowLayout
from footprint.ui.widgets.sections import paragraph
from footprint.ui.wizards import places
from footprint.ui.wizards.answers import AnswerLine, AnswerList
from footprint.ui.wizards.reading_order import chain
from footprint.ui.wizards.skip_bar import SkipBar
from footprint.ui.wizards.step_links import LinkRow
from footprint.ui.wizards.wait_page import countdown
from footprint.ui.wizards.walk import GuideWalk, Stage
from footprint.ui.wizards.words import done_text, number_of, said, title_of

_STEP = 24
_WIDE = 34  # lines of text high
_NARROW = 20


class Strip(QWidget):
    """Moved by dragging it or by Ctrl+Shift with the arrows; it remembers its place."""

    full_wanted = Signal()
    closed = Signal()
    help_wanted = Signal()

    def __init__(self, walk: GuideWalk, parent: QWidget) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint
        super().__init__(parent, flags | Qt.WindowType.WindowStaysOnTopHint)
        self._walk = walk
        self._grip: QPoint | None = None
        self._away = False
        self.setWindowTitle(plain(walk.run.title))
        self.setToolTip(_("Drag it, or move it with Ctrl+Shift and the arrow keys"))
        self._card = QFrame()
        self._card.setObjectName("card")
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(self._card)
        self._column = QVBoxLayout(self._card)
        self._column.setContentsMargins(12, 8, 12, 12)
        self._column.setSpacing(6)
        self._build()
        self._connect()
        self.show_stop()
        self._restore()

    def _build(self) -> None:
        self.head = paragraph("", "muted")
        self.full = QPushButton("⤢")
        self.full.setAccessibleName(_("Back to the whole guide"))
        self.full.setToolTip(_("Back to the whole guide (Ctrl+K)"))
        row = QHBoxLayout()
        row.addWidget(self.head, 1)
        row.addWidget(self.full, 0, Qt.AlignmentFlag.AlignTop)
        self.title = paragraph("", "strong")
        self.text = paragraph("")
        for label in (self.head, self.title, self.text):
            # The whole strip is a handle to drag it by; the text is copied in the whole guide.
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.messages = Messages()
        self.skipping = SkipBar()
        self.back = QPushButton(_("&Back"))
        self.skip = QPushButton(_("S&kip…"))
        self.done = QPushButton()
        self.done.setProperty("primary", True)
        self.buttons = QWidget()
        foot = FlowLayout(self.buttons)
        for button in (self.back, self.skip, self.done):
            foot.addWidget(button)
        self._column.addLayout(row)
        self._column.addWidget(self.title)
        self._column.addWidget(self.text)
        self.own = QWidget()
        for part in (self.own, self.messages, self.skipping, self.buttons):
            self._column.addWidget(part)

    def _connect(self) -> None:
        walk = self._walk
        self.full.clicked.connect(self.full_wanted)
        self.back.clicked.connect(walk.back)
        self.skip.clicked.connect(self.skipping.ask)
        self.done.clicked.connect(walk.done)
        self.skipping.skipped.connect(self._skip)
        self.skipping.left.connect(self._fit)
        walk.moved.connect(self.show_stop)
        walk.kept.connect(self.messages.dismiss)
        keys: dict[str, Callable[[], object]] = {
            "Alt+Left": walk.back,
            "Ctrl+Return": walk.done,
            "Ctrl+Enter": walk.done,
            "Ctrl+K": self.full_wanted.emit,
            "Esc": self._escape,
            "F1": self.help_wanted.emit,
        }
        for name, (x, y) in _ARROWS.items():
            keys[f"Ctrl+Shift+{name}"] = partial(self.move_by, x * _STEP, y * _STEP)
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self, act)

    # --- showing ---------------------------------------------------------------------------------

    @Slot()
    def show_stop(self) -> None:
        """Show where the run stands now."""
        stop = self._walk.stop
        if stop is None or self._walk.stage is not Stage.STEP or self._away:
            return
        run = self._walk.run
        place = _("{n}/{count}").format(n=number_of(run), count=len(run.stops))
        self.head.setText(f"{plain(run.title, limit=60)} · {place}")
        self.title.setText(title_of(run, stop))
        self.text.setText(self._words(stop))
        until = run.waits_until(stop, today())
        self.done.setText(done_text(run, stop, early=until is not None and until > today()))
        self.skipping.forget()
        self._put_own(stop)
        chain([self.full, self.own, self.messages, self.skipping, self.buttons])
        asked = self.answer if stop.step.kind is not StepKind.VERIFY else None
        first = asked or self.links.first or self.answer or self.done
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()
        told = f"{place}. {self.title.text()}. {self.text.text()}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def _words(self, stop: Stop) -> str:
        run = self._walk.run
        until = run.waits_until(stop, today())
        parts = [said(run, stop, stop.step.text)]
        if stop.step.refuse:
            parts.append(_("Say no to this: {what}").format(what=said(run, stop, stop.step.refuse)))
        if until is not None and until > today():
            parts.append(_("Until {day}: {left}").format(day=exact(until), left=countdown(until)))
        return "\n".join(part for part in parts if part)

    def _put_own(self, stop: Stop) -> None:
        """What this step opens, copies and asks, in the place of what the one before did."""
        before, self.own = self.own, QWidget()
        column = QVBoxLayout(self.own)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.answer: QWidget | None = None
        if stop.step.kind is StepKind.ENTER:
            self.answer = AnswerLine(self._walk, self.title.text())
        elif stop.step.kind in (StepKind.CHOOSE, StepKind.VERIFY):
            self.answer = AnswerList(self._walk, stop)
        own = self._walk.own
        self.links = LinkRow(self._walk.run, stop, own=bool(own and own.url))
        if self.links.first is not None:
            column.addWidget(self.links)
        if self.answer is not None:
            column.addWidget(self.answer)
        self._column.replaceWidget(before, self.own)
        before.hide()
        before.deleteLater()
        self.own.setVisible(bool(column.count()))

    @Slot()
    def _fit(self) -> None:
        """As wide as lines are read well, and no higher than its text."""
        line, room = self.fontMetrics().height(), self.screen().availableGeometry()
        width = min(max(_NARROW * line, min(_WIDE * line, room.width() - 40)), room.width())
        self.setFixedWidth(width)
        self._column.activate()
        high = self._outer.totalHeightForWidth(width)
        self.resize(width, min(max(high, self.minimumSizeHint().height()), room.height()))

    # --- acting ----------------------------------------------------------------------------------

    @Slot(str)
    def _skip(self, reason: str) -> None:
        self._walk.skip(reason)

    @Slot()
    def _escape(self) -> None:
        if self.skipping.isVisible():
            self.skipping.leave()
        else:
            self.closed.emit()

    # --- its place -------------------------------------------------------------------------------

    def move_by(self, x: int, y: int) -> None:
        """Move it, and keep it on the screen."""
        self._move_to(self.pos() + QPoint(x, y))

    def _move_to(self, place: QPoint) -> None:
        room = self.screen().availableGeometry()
        right = max(room.left(), room.right() - self.width())
        low = max(room.top(), room.bottom() - self.height())
        x = min(max(place.x(), room.left()), right)
        self.move(x, min(max(place.y(), room.top()), low))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip = event.position().toPoint()
            handle = self.windowHandle()
            # Where the system moves windows itself (Wayland), only it can.
            if handle.startSystemMove():
                self._grip = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._move_to(event.globalPosition().toPoint() - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def _restore(self) -> None:
        room = self.screen().availableGeometry()
        corner = QPoint(room.right() - self.width() - 24, room.top() + 24)
        place = places.of_strip(self._walk.tasks) or corner
        self._move_to(place)

    def put_away(self) -> None:
        """Close it, and keep where it was."""
        places.keep_strip(self._walk.tasks, self.pos())
        self._away = True
        self.hide()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The system closes it: the guide closes with it."""
        super().closeEvent(event)
        if not self._away:
            self.closed.emit()


_ARROWS = {"Left": (-1, 0), "Right": (1, 0), "Up": (0, -1), "Down": (0, 1)}
