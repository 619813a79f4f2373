"""The parts of the guide window that stay: head, step list, messages and buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from footprint.i18n import _
from footprint.ui.messages import Messages
from footprint.ui.widgets.card import Card
from footprint.ui.widgets.flow import FlowLayout
from footprint.ui.widgets.sections import paragraph
from footprint.ui.wizards.reading_order import chain
from footprint.ui.wizards.skip_bar import SkipBar
from footprint.ui.wizards.step_list import StepList

_NARROW = 38  # below so many lines of text high, the window is narrow
_WIDEST = 44  # lines of text high, which is about 90 letters


class GuideFrame:
    """Builds what surrounds a page, in the order in which it is read."""

    def __init__(self, window: QWidget) -> None:
        column = QVBoxLayout(window)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addLayout(self._head())
        self._body = body = QSplitter(Qt.Orientation.Horizontal)
        body.setChildrenCollapsible(False)
        body.setHandleWidth(16)
        body.addWidget(self._left())
        body.addWidget(self._right())
        body.setStretchFactor(1, 1)
        self._line = window.fontMetrics().height()
        body.setSizes([17 * self._line, 44 * self._line])
        column.addWidget(body, 1)
        self.messages = Messages()
        self.skipping = SkipBar()
        column.addWidget(self.messages)
        column.addWidget(self.skipping)
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        self.title = paragraph("", "section")
        self.far = paragraph("", "muted")
        self.compact = QPushButton(_("Co&mpact strip"))
        self.compact.setToolTip(_("A small strip that stays beside your browser (Ctrl+K)"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.far)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self.compact, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _left(self) -> QWidget:
        left = QWidget()
        self.list = StepList()
        self.aside = QPushButton(_("Put &aside"))
        self.aside.setToolTip(_("Close it on purpose: it does not remind you."))
        self.stop = QPushButton(_("&Stop this guide"))
        self.stop.setToolTip(_("Give it up; what you did stays noted, and it can be taken up."))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Card(self.list), 1)
        ways_out = FlowLayout(gap=0)
        for button in (self.aside, self.stop):
            button.setFlat(True)
            ways_out.addWidget(button)
        column.addLayout(ways_out)
        return left

    def _right(self) -> QScrollArea:
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.viewport().setAutoFillBackground(False)
        return self.scroll

    def _foot(self) -> QHBoxLayout:
        self.back = QPushButton(_("◂ &Back"))
        self.back.setAccessibleName(_("Back"))
        self.back.setToolTip(_("To the step before (Alt+Left)"))
        self.apply = QPushButton(_("Does not appl&y"))
        self.skip = QPushButton(_("S&kip…"))
        self.done = QPushButton()
        self.done.setProperty("primary", True)
        self.done.setToolTip(_("Ctrl+Enter"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addStretch(1)
        for button in (self.apply, self.skip, self.done):
            row.addWidget(button)
        return row

    def fold(self, width: int) -> None:
        """In a narrow window, or with large text, the steps stand above the page."""
        narrow = width < _NARROW * self._line
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self._body.orientation() is not wanted:
            self._body.setOrientation(wanted)
            self._body.setSizes([self._line * (9 if narrow else 17), self._line * 44])

    def show_page(self, page: QWidget) -> None:
        """Put a page in the place of the one before."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 12, 8)
        column.addWidget(page)
        page.setMaximumWidth(_WIDEST * page.fontMetrics().height())
        self.scroll.setWidget(holder)  # deletes the page before
        self.scroll.setMinimumWidth(holder.minimumSizeHint().width() + 16)
        holder.setAutoFillBackground(False)
        self.scroll.verticalScrollBar().setValue(0)

    def show_part(self, part: QWidget) -> None:
        """Scroll to a part of the page and give it the keyboard."""
        self.scroll.ensureWidgetVisible(part)
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def chain(self, page: QWidget) -> None:
        """Let Tab follow the eye."""
        foot = (self.back, self.apply, self.skip, self.done)
        middle = (page, self.messages, self.skipping)
        chain([self.compact, self.list, self.aside, self.stop, *middle, *foot])
