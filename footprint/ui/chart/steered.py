"""What keys and pointer can do with a chart: all that their modules know of it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance

from footprint.ui.chart.cursor import Cursor
from footprint.ui.chart.layout import Room
from footprint.ui.chart.picture import Picture
from footprint.ui.chart.view import View


class Steered(Protocol):
    """A chart; see `Chart` for what each of these does."""

    cursor_at: Cursor | None
    mark_at: int | None
    hovered_mark: int | None
    span: tuple[float, float] | None

    @property
    def picture(self) -> Picture: ...

    @property
    def view(self) -> View: ...

    @property
    def plot(self) -> Room: ...

    @property
    def point_opened(self) -> SignalInstance: ...

    def look(self, view: View) -> None: ...

    def zoom(self, factor: float, around: float | None = None) -> None: ...

    def pan(self, seconds: float) -> None: ...

    def put_cursor(self, cursor: Cursor) -> None: ...

    def put_mark(self, place: int) -> None: ...

    def begin_cursor(self) -> Cursor | None: ...

    def hover(self, x: float, y: float) -> None: ...

    def hover_nothing(self) -> None: ...

    def point_at(self, x: float, y: float) -> Cursor | None: ...

    def select(self, one: float, other: float, *, tell: bool = True) -> None: ...

    def clear_span(self) -> None: ...

    def moment_at(self, x: float) -> float: ...

    def setCursor(self, shape: Qt.CursorShape, /) -> None: ...

    def unsetCursor(self) -> None: ...
