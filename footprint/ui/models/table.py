"""A list of frozen rows as a Qt table: columns are declared as data, rows come page by page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Fetch = Callable[[int, int], Sequence[Row]]  # (limit, offset) -> rows
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
# A screen shows 15 to 40 rows. Reading 60 of them costs an eighth of reading 500, which is what
# keeps a keystroke within one frame; the view asks for the next page before its end is reached.
PAGE = 60


class Look(Enum):
    """How the cells of a column are drawn; see `widgets/cells.py`."""

    TEXT = auto()
    NAME = auto()
    NUMBER = auto()
    RISK = auto()
    CHIPS = auto()


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: what it says of a row, and how wide it likes to be (in digits).

    `spoken` is what screen readers get, and what is shown on hover, where the drawn text is short;
    `copied` what the clipboard gets. Columns with the highest `rank` leave first when the window is
    narrow, those of rank 0 stay. `grow` is its share of the width that is left over. `order` is
    what the source sorts by for this column, beginning downwards where `falling`. `value` is what
    a drawn cell is drawn of: a Risk, the texts of chips, whose initial stands before a name.
    """

    title: str
    text: Callable[[Row], str]
    width: int
    look: Look = Look.TEXT
    spoken: Callable[[Row], str] | None = None
    copied: Callable[[Row], str] | None = None
    rank: int = 0
    grow: int = 0
    order: Any = None
    falling: bool = False
    value: Callable[[Row], Any] | None = None

    def say(self, row: Row) -> str:
        """The whole content of the cell in words."""
        return (self.spoken or self.text)(row)

    def copy(self, row: Row) -> str:
        """The content as another program wants it."""
        return (self.copied or self.text)(row)


class PagedTable(QAbstractTableModel, Generic[Row]):
    """Rows of one kind, in the order the source gives them; the source filters and sorts.

    `identify` names a row for ever, so that a selection survives a reset.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        identify: Callable[[Row], object],
        *,
        page: int = PAGE,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.identify = identify
        self._page = page
        self._fetch: Fetch[Row] | None = None
        self._rows: list[Row] = []
        self._texts: list[dict[int, str]] = []
        self._more = False
        self.keeps_place = False  # whether the reset under way shows the same list again

    # --- filling -----------------------------------------------------------------------------

    def show(self, fetch: Fetch[Row]) -> None:
        """Show what `fetch` gives, from its beginning."""
        rows = list(fetch(self._page, 0))
        self._fetch = fetch
        self._replace(rows, more=len(rows) == self._page)

    def renew(self, fetch: Fetch[Row]) -> None:
        """Show what `fetch` gives, keeping place and selection where it can."""
        self._fetch = fetch
        self.reload()

    def reload(self) -> None:
        """Read again as many rows as were shown; keeps place and selection where it can."""
        if self._fetch is None:
            return
        wanted = max(self._page, len(self._rows))
        rows = list(self._fetch(wanted, 0))
        more = len(rows) == wanted
        if [*map(self.identify, rows)] != [*map(self.identify, self._rows)]:
            self.keeps_place = True
            self._replace(rows, more=more)
            self.keeps_place = False
            return
        changed = [at for at, row in enumerate(rows) if row != self._rows[at]]
        self._rows, self._more = rows, more
        self._texts = [{} for _row in rows]
        for at in changed:
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def clear(self) -> None:
        """Show nothing."""
        self._fetch = None
        self._replace([], more=False)

    def _replace(self, rows: list[Row], *, more: bool) -> None:
        self.beginResetModel()
        self._rows, self._more = rows, more
        self._texts = [{} for _row in rows]
        self.endResetModel()

    def load(self, limit: int) -> None:
        """Have at least `limit` rows, or all there are."""
        missing = limit - len(self._rows)
        if missing <= 0 or not self._more or self._fetch is None:
            return
        start = len(self._rows)
        rows = list(self._fetch(missing, start))
        self._more = len(rows) == missing
        if rows:
            self.beginInsertRows(QModelIndex(), start, start + len(rows) - 1)
            self._rows += rows
            self._texts += [{} for _row in rows]
            self.endInsertRows()

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's signature
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: B008
        if not parent.isValid():
            self.load(len(self._rows) + self._page)

    # --- reading -----------------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[Row]:
        """The rows that are loaded."""
        return self._rows

    @property
    def total(self) -> int | None:
        """How many rows there are; None while more may follow than are loaded."""
        return None if self._more else len(self._rows)

    def row(self, index: Index) -> Row:
        """The row behind a valid index."""
        return self._rows[index.row()]

    def text(self, row: int, column: int) -> str:
        """The drawn text of a cell, made once."""
        texts = self._texts[row]
        if column not in texts:
            texts[column] = self.columns[column].text(self._rows[row])
        return texts[column]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == ROW_ROLE:
            return self._rows[index.row()]
        answer = _ANSWERS.get(role)
        return answer(self.columns[index.column()], self._rows[index.row()]) if answer else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.columns[section].look is Look.NUMBER
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


def _tip(column: Column[Any], row: Any) -> str | None:
    """The text of a tip as markup in which nothing of the text is markup: Qt guesses otherwise."""
    from html import escape  # noqa: PLC0415 - it brings a table of 2,000 names

    text = column.say(row)
    return f"<p style='white-space:pre-wrap'>{escape(text)}</p>" if text else None


def _side(column: Column[Any], _row: Any) -> Qt.AlignmentFlag | None:
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    return right if column.look is Look.NUMBER else None


_ANSWERS: dict[int, Callable[[Column[Any], Any], Any]] = {
    Qt.ItemDataRole.AccessibleTextRole: Column.say,
    Qt.ItemDataRole.ToolTipRole: _tip,
    Qt.ItemDataRole.TextAlignmentRole: _side,
}
