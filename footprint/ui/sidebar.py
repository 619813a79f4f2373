"""The sidebar: one button a page, with a number where something is due, and Import at its foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from footprint.i18n import _, ngettext
from footprint.ui.icons import app_icon, icon_size, picture
from footprint.ui.theme import Theme

_MARGIN = 8


class SideButton(QAbstractButton):
    """A row of the sidebar: icon, word, number. Folded it shows the icon alone."""

    def __init__(self, text: str, icon: str, *, outlined: bool = False) -> None:
        super().__init__()
        self._icon = icon
        self._outlined = outlined
        self._due = 0
        self._folded = False
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tell()

    def set_due(self, count: int) -> None:
        """Show how many things are due; 0 shows nothing."""
        self._due = count
        self._tell()

    def set_folded(self, folded: bool) -> None:
        """Show the icon alone, or the word too."""
        if folded is self._folded:
            return  # the window asks at every change of its size
        self._folded = folded
        self._tell()

    def _tell(self) -> None:
        word = self.text().replace("&", "")
        due = ngettext("{word}, {n} due", "{word}, {n} due", self._due)
        told = due.format(word=word, n=self._due) if self._due else word
        self.setAccessibleName(told)
        keys = self.shortcut().toString()
        self.setToolTip(f"{told} ({keys})" if keys else told if self._folded else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = max(36, round(self.fontMetrics().height() * 2.1))
        side = icon_size()
        if self._folded:
            return QSize(side + 4 * _MARGIN, height)
        words = self.fontMetrics().horizontalAdvance(self.text().replace("&", ""))
        number = self.fontMetrics().horizontalAdvance("999") + _MARGIN
        return QSize(side + words + number + 5 * _MARGIN, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    # --- drawing -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        side = icon_size()
        inner = self.rect().adjusted(2 * _MARGIN, 0, -2 * _MARGIN, 0)
        at = QRect(inner.left(), (self.height() - side) // 2, side, side)
        painter.drawPixmap(self._mirrored(at), picture(self._icon, side, Theme.tokens.text))
        if self._folded:
            self._paint_dot(painter, at)
        else:
            rest = inner.adjusted(side + _MARGIN + 4, 0, 0, 0)
            self._paint_words(painter, rest)

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = Theme.tokens
        ground = QRectF(self.rect()).adjusted(_MARGIN + 0.5, 1.5, -_MARGIN - 0.5, -1.5)
        fill = self._fill()
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.rim), 1) if self._outlined else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(ground, 6, 6)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            bar = QRect(_MARGIN, self.height() // 4, 3, self.height() // 2)
            painter.drawRoundedRect(QRectF(self._mirrored(bar)), 1.5, 1.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _fill(self) -> str:
        tokens = Theme.tokens
        if self.isChecked() or self.isDown():
            return tokens.selection
        if self.underMouse():
            return tokens.hover
        return tokens.panel if self._outlined else ""

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        font = self.font()
        if self.isChecked():
            font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        self._write(painter, room, self.text(), Qt.AlignmentFlag.AlignLeft)
        if self._due:
            self._write(painter, room, str(self._due), Qt.AlignmentFlag.AlignRight)

    def _write(self, painter: QPainter, room: QRect, text: str, side: Qt.AlignmentFlag) -> None:
        aligned = QStyle.visualAlignment(self.layoutDirection(), side)
        flags = int(aligned | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextShowMnemonic)
        painter.drawText(self._mirrored(room), flags, text)

    def _paint_dot(self, painter: QPainter, icon: QRect) -> None:
        """Folded, a dot says that something is due; how much is in the tip."""
        if self._due:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(Theme.tokens.accent))
            dot = QRect(icon.right() - 3, icon.top() - 2, 8, 8)
            painter.drawEllipse(self._mirrored(dot))

    def _mirrored(self, at: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), at)


class Sidebar(QWidget):
    """Pages above, Import, Help and Settings below."""

    chosen = Signal(int)
    import_wanted = Signal()
    help_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, pages: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pages"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._brand = _Brand()
        self._group = QButtonGroup(self)
        self.buttons = [SideButton(title, icon) for title, icon in pages]
        for number, button in enumerate(self.buttons):
            button.setCheckable(True)
            self._group.addButton(button, number)
        self._group.idClicked.connect(self.chosen)
        self.import_button = SideButton(_("&Import"), "add", outlined=True)
        self.import_button.clicked.connect(self.import_wanted)
        self.help_button = SideButton(_("Help"), "help")
        self.help_button.clicked.connect(self.help_wanted)
        self.settings_button = SideButton(_("Settings"), "settings")
        self.settings_button.clicked.connect(self.settings_wanted)
        self._foot = (self.import_button, self.help_button, self.settings_button)
        self._place()

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(2)
        column.addWidget(self._brand)
        column.addSpacing(8)
        for button in self.buttons:
            column.addWidget(button)
        column.addStretch(1)
        column.addWidget(self.import_button)
        column.addSpacing(8)
        column.addWidget(self.help_button)
        column.addWidget(self.settings_button)

    def choose(self, number: int) -> None:
        """Mark the page that is shown."""
        self.buttons[number].setChecked(True)

    @Slot(bool)
    def set_folded(self, folded: bool) -> None:
        """Show icons alone, or words too."""
        self._brand.set_folded(folded)
        for button in (*self.buttons, *self._foot):
            button.set_folded(folded)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(Theme.tokens.line))
        x = self.width() - 1 if not self.isRightToLeft() else 0
        painter.drawLine(x, 0, x, self.height())


class _Brand(QWidget):
    """The program's picture and name, at the top."""

    def __init__(self) -> None:
        super().__init__()
        self._folded = False
        self._icon = app_icon()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_folded(self, folded: bool) -> None:
        self._folded = folded
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, max(48, round(self.fontMetrics().height() * 2.6)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = round(icon_size() * 1.2)
        left = 2 * _MARGIN - (side - icon_size()) // 2
        at = QRect(left, (self.height() - side) // 2, side, side)
        self._icon.paint(painter, QStyle.visualRect(self.layoutDirection(), self.rect(), at))
        if self._folded:
            return
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        room = self.rect().adjusted(left + side + _MARGIN, 0, 0, 0)
        room = QStyle.visualRect(self.layoutDirection(), self.rect(), room)
        start = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(room, int(start | Qt.AlignmentFlag.AlignVCenter), "Footprint")
