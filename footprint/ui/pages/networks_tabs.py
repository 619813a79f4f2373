"""The tabs of an account: each section with its number, or that no export told of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from footprint.domain.section import Section
from footprint.i18n import _
from footprint.ui.models.words import number, section_word

_GAP = 10  # on either side of a tab's words


class SectionTabs(QTabBar):
    """One tab a section. "not in the export" is said in full where there is room for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[Section, int | None] = {}
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setAccessibleName(_("What is known of the account"))
        for section in Section:
            self.addTab(section_word(section))

    @property
    def section(self) -> Section:
        """The chosen section."""
        return list(Section)[max(0, self.currentIndex())]

    def put(self, counts: Mapping[Section, int | None]) -> None:
        """Say how many things each section holds; None is "not in the export"."""
        if counts != self._counts:
            self._counts = dict(counts)
            self._say()

    def told(self, section: Section) -> bool:
        """Whether anything that was read tells of the section."""
        return self._counts.get(section) is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._say()

    def _say(self) -> None:
        room = self.width()
        whole = sum(self._wish(self._words(section)).width() for section in Section)
        for place, section in enumerate(Section):
            told = self._words(section)
            self.setTabText(place, told if whole <= room else self._words(section, short=True))
            self.setTabToolTip(place, told)
            self.setAccessibleTabName(place, told)

    def _words(self, section: Section, *, short: bool = False) -> str:
        word = section_word(section)
        if section not in self._counts:
            return word
        count = self._counts[section]
        unknown = _("?") if short else _("not in the export")
        told = unknown if count is None else number(count)
        if section is Section.GRANTS and count is not None and not short:
            # The list below also holds those whose access ran out: the number says what it counts.
            told = _("{n} connected").format(n=told)
        return _("{section} · {count}").format(section=word, count=told)

    # --- drawing -----------------------------------------------------------------------------

    def tabSizeHint(self, index: int) -> QSize:
        return self._wish(self.tabText(index))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def _wish(self, text: str) -> QSize:
        metrics = self.fontMetrics()
        height = max(36, round(metrics.height() * 2.1))
        return QSize(metrics.horizontalAdvance(text) + 2 * _GAP, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words on a line; the chosen one is darker and underlined."""
        painter = QPainter(self)
        palette = self.palette()
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Midlight), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        for place in range(self.count()):
            chosen = place == self.currentIndex()
            at = self.tabRect(place)
            role = QPalette.ColorRole.WindowText if chosen else QPalette.ColorRole.PlaceholderText
            painter.setPen(palette.color(role))
            painter.drawText(at, int(Qt.AlignmentFlag.AlignCenter.value), self.tabText(place))
            if chosen:
                self._paint_chosen(painter, at)
        painter.end()

    def _paint_chosen(self, painter: QPainter, at: QRect) -> None:
        accent = self.palette().color(QPalette.ColorRole.Accent)
        line = QRect(at.left() + _GAP - 4, at.bottom() - 2, at.width() - 2 * _GAP + 8, 3)
        # Not fillRect: to tell its forms apart, PySide prepares gradients first (3 ms of a start).
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawRect(line)
        if self.hasFocus():
            painter.setPen(QPen(accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(at.adjusted(3, 4, -3, -6), 6, 6)
