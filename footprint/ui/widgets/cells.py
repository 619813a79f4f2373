"""Draws the cells of a table: text, names with an initial, numbers, risks and chips.

One drawing function per `Look`. The delegate asks the model for a cell's text once (the model
keeps it) instead of for a dozen roles, which is what makes a whole screen cheap to draw.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from footprint.domain.permission import Risk
from footprint.i18n import _
from footprint.ui.icons import paint_initial
from footprint.ui.models.table import Look, PagedTable
from footprint.ui.models.words import number
from footprint.ui.theme import Theme
from footprint.ui.widgets.risk import paint_risk

MARGIN = 8
_GAP = 6
_MOST_KEPT = 20_000  # shortened texts; a few megabytes


def row_height(metrics: QFontMetrics) -> int:
    """40 px with an ordinary font, and as much more as the text is larger."""
    return max(40, round(metrics.height() * 2.4))


class CellDelegate(QStyledItemDelegate):
    """Draws by the `Look` of the column; everything drawn is also in the accessible text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._widths: dict[str, int] = {}
        self._elided: dict[tuple[str, int, bool], str] = {}
        self._font = QFont("")
        self._strong = QFont()
        self._painters: dict[Look, Callable[[_Cell], None]] = {
            Look.TEXT: self._text,
            Look.NAME: self._name,
            Look.NUMBER: self._number,
            Look.RISK: self._risk,
            Look.CHIPS: self._chips,
        }

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        assert isinstance(model, PagedTable)
        self._settle(option.font)
        cell = _Cell(painter, option, model, index)
        painter.save()
        painter.setFont(option.font)
        self._painters[model.columns[index.column()].look](cell)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, row_height(option.fontMetrics))

    # --- the looks ---------------------------------------------------------------------------

    def _text(self, cell: _Cell) -> None:
        self._write(cell, cell.room, cell.text, cell.ink)

    def _number(self, cell: _Cell) -> None:
        self._write(cell, cell.room, cell.text, cell.ink, right=True)

    def _name(self, cell: _Cell) -> None:
        side = min(cell.room.height() - 12, cell.metrics.height() + 8)
        initial_at = QRect(cell.room.left(), 0, side, side)
        initial_at.moveTop(cell.room.center().y() - side // 2)
        paint_initial(cell.painter, QRectF(cell.mirrored(initial_at)), cell.value or cell.text)
        cell.painter.setFont(self._strong)
        rest = cell.room.adjusted(side + _GAP + 2, 0, 0, 0)
        self._write(cell, rest, cell.text, cell.ink, strong=True)

    def _risk(self, cell: _Cell) -> None:
        risk: Risk | None = cell.value
        ink = cell.ink if risk is not None else cell.muted
        self._write(cell, cell.room, cell.text, ink)
        size = round(cell.metrics.ascent() * 0.85)
        at = QRect(cell.room.left() + self._width(cell, cell.text) + _GAP, 0, size, size)
        at.moveTop(cell.room.center().y() - size // 2 + 1)
        if at.right() <= cell.room.right():
            paint_risk(cell.painter, QRectF(cell.mirrored(at)), risk, Theme.risk_colour(risk))

    def _chips(self, cell: _Cell) -> None:
        chips: tuple[str, ...] | None = cell.value
        if not chips:
            self._write(cell, cell.room, cell.text, cell.muted)
            return
        left, hidden = cell.room.left(), len(chips)
        for chip in chips:
            width = self._width(cell, chip) + 2 * MARGIN
            rest = self._width(cell, _more(hidden - 1)) + _GAP if hidden > 1 else 0
            free = cell.room.right() - left - rest
            if width > free and hidden < len(chips):
                break
            self._chip(cell, QRect(left, 0, min(width, max(free, 0)), 0), chip)
            left += min(width, max(free, 0)) + _GAP
            hidden -= 1
        if hidden:
            self._write(cell, cell.room.adjusted(left - cell.room.left(), 0, 0, 0), _more(hidden),
                        cell.muted)  # fmt: skip

    def _chip(self, cell: _Cell, at: QRect, text: str) -> None:
        height = cell.metrics.height() + 6
        at.setHeight(height)
        at.moveTop(cell.room.center().y() - height // 2)
        painter = cell.painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(cell.chip)
        painter.drawRoundedRect(QRectF(cell.mirrored(at)), height / 2, height / 2)
        self._write(cell, at.adjusted(MARGIN, 0, -MARGIN + 1, 0), text, cell.ink)

    # --- writing -----------------------------------------------------------------------------

    def _write(
        self,
        cell: _Cell,
        at: QRect,
        text: str,
        ink: QColor,
        *,
        right: bool = False,
        strong: bool = False,
    ) -> None:
        key = (text, at.width(), strong)
        shown = self._elided.get(key)
        if shown is None:
            metrics = QFontMetrics(self._strong) if strong else cell.metrics
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, at.width())
            self._elided[key] = shown
        cell.painter.setPen(ink)
        cell.painter.drawText(cell.mirrored(at), cell.flags(right=right), shown)

    def _width(self, cell: _Cell, text: str) -> int:
        width = self._widths.get(text)
        if width is None:
            width = self._widths[text] = cell.metrics.horizontalAdvance(text)
        return width

    def _settle(self, font: QFont) -> None:
        """Forget what was measured with another font, or when there is too much of it."""
        if font == self._font and len(self._elided) < _MOST_KEPT:
            return
        self._font = QFont(font)
        self._strong = QFont(font)
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._widths.clear()
        self._elided.clear()


def _more(count: int) -> str:
    return _("+{n}").format(n=number(count))


class _Cell:
    """One cell while it is drawn. Made for every cell of the screen, so it asks for little."""

    __slots__ = ("_option", "direction", "metrics", "outer", "painter", "room", "text", "value")

    def __init__(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        model: PagedTable[Any],
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row, place = index.row(), index.column()
        column = model.columns[place]
        self._option = option
        self.painter = painter
        self.outer = option.rect
        self.room = self.outer.adjusted(MARGIN, 0, -MARGIN, 0)
        self.direction = option.direction
        self.metrics = option.fontMetrics
        self.text = model.text(row, place)
        self.value = column.value(model.rows[row]) if column.value else None

    @property
    def ink(self) -> QColor:
        """What is written with."""
        return Theme.colour(Theme.tokens.text)

    @property
    def muted(self) -> QColor:
        """What is written with where nothing is told."""
        return Theme.colour(Theme.tokens.muted)

    @property
    def chip(self) -> QColor:
        """The ground of a chip: on a selected row that of an ordinary one."""
        state: QStyle.StateFlag = self._option.state
        chosen = state & QStyle.StateFlag.State_Selected
        return Theme.colour(Theme.tokens.field) if chosen else Theme.chip_colour()

    def mirrored(self, at: QRect) -> QRect:
        """Where `at` lies when the language runs from right to left."""
        if self.direction is Qt.LayoutDirection.LeftToRight:
            return at
        return QStyle.visualRect(self.direction, self.outer, at)

    def flags(self, *, right: bool = False) -> int:
        """How `drawText` places a line at the beginning or the end of its room."""
        return _FLAGS[right == (self.direction is Qt.LayoutDirection.LeftToRight)]


def _flags(side: Qt.AlignmentFlag) -> int:
    # Enumerations are slow to combine, and this is needed for every word on the screen.
    place = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    return int(place.value) | int(Qt.TextFlag.TextSingleLine.value)


_FLAGS = {True: _flags(Qt.AlignmentFlag.AlignRight), False: _flags(Qt.AlignmentFlag.AlignLeft)}
