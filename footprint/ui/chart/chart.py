"""The chart as a widget: what it shows, where one looks, where the keyboard stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from footprint.ui.chart import accessible
from footprint.ui.chart.colours import Inks
from footprint.ui.chart.cursor import Cursor, nearest, nearest_drawn
from footprint.ui.chart.flags import Flag, flag_at
from footprint.ui.chart.layout import Room
from footprint.ui.chart.letters import Type
from footprint.ui.chart.operating import Operating
from footprint.ui.chart.overlay import Overlay
from footprint.ui.chart.painting import ScenePainter
from footprint.ui.chart.picture import Picture
from footprint.ui.chart.scene import Scene, scene_of
from footprint.ui.chart.view import View, last
from footprint.ui.chart.words import first_told, mark_told, type_of

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Chart(accessible.Spoken):
    """Curves and events on one time axis; moved with wheel, drag, touchpad and keys.

    `span_selected` tells the two ends of a chosen span in seconds since 1970, `span_cleared`
    that there is none any more, `point_opened` (curve, point) that Enter was pressed on a point,
    and `view_changed` that another stretch of time is seen.
    """

    span_selected = Signal(float, float)
    span_cleared = Signal()
    point_opened = Signal(int, int)
    view_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operating = Operating(self)  # first: setting up sends events already
        accessible.install()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._picture = Picture()
        self._view = self._picture.extent
        self._letters: Type | None = None
        self._scene: Scene | None = None
        self.cursor_at: Cursor | None = None
        self.mark_at: int | None = None
        self.hovered: Cursor | None = None
        self.hovered_mark: int | None = None
        self.span: tuple[float, float] | None = None

    # --- what is shown -----------------------------------------------------------------------

    @property
    def picture(self) -> Picture:
        """What is shown."""
        return self._picture

    @property
    def view(self) -> View:
        """The stretch of time that is seen."""
        return self._view

    @property
    def current(self) -> int:
        """The curve whose axis is on the left."""
        place = self.cursor_at.curve if self.cursor_at else 0
        return place if place < len(self._picture.curves) else 0

    def show_picture(self, picture: Picture, *, keep: bool = False) -> None:
        """Show something else; `keep` looks at the same stretch of time as before.

        Who saw all readings sees all of them again, also those that have come.
        """
        stay = keep and self._view != self._picture.extent
        self._picture = picture
        self.hovered = self.hovered_mark = self.mark_at = None
        if not keep or self.cursor_at is None or not self._valid(self.cursor_at):
            self.cursor_at = None
        self.span = self.span if keep else None
        self._scene = None
        self._view = self._view.held(picture.reach) if stay else picture.extent
        self.setAccessibleDescription(accessible.summary(picture))
        self.view_changed.emit()
        self.update()

    def _valid(self, cursor: Cursor) -> bool:
        curves = self._picture.curves
        return cursor.curve < len(curves) and cursor.point < len(curves[cursor.curve].track)

    # --- where one looks ---------------------------------------------------------------------

    def look(self, view: View) -> None:
        """See another stretch of time."""
        if view != self._view:
            self._view = view
            self._scene = None
            self.view_changed.emit()
            self.update()

    @Slot()
    def fit(self) -> None:
        """See every reading."""
        self.look(self._picture.extent)

    def look_at_last(self, days: float) -> None:
        """See the last so many days of all that was read."""
        self.look(last(days, self._picture.extent))

    def zoom(self, factor: float, around: float | None = None) -> None:
        """See more (`factor` > 1) or less, around a moment or the middle."""
        if around is None:
            around = (
                self.cursor_at.moment(self._picture)
                if self.cursor_at
                else self._view.begin + self._view.length / 2
            )
        self.look(self._view.zoomed(factor, around, self._picture.reach))

    def pan(self, seconds: float) -> None:
        """See what is later."""
        self.look(self._view.panned(seconds, self._picture.reach))

    # --- where keyboard and pointer are ------------------------------------------------------

    def put_cursor(self, cursor: Cursor) -> None:
        """Stand on a point, which is moved into sight and read out."""
        self.cursor_at, self.mark_at = cursor, None
        self._stand(cursor.moment(self._picture))

    def put_mark(self, place: int) -> None:
        """Stand on an event; the arrows go on from the reading nearest to it."""
        moment = self._picture.marks[place].moment
        point = self._picture.curves[self.current].track.nearest(moment)
        if point is not None:
            self.cursor_at = Cursor(self.current, point)
        self.mark_at = place
        self._stand(moment)

    def _stand(self, moment: float) -> None:
        self.hovered = self.hovered_mark = None
        self._scene = None
        self.look(self._view.showing(moment, self._picture.reach))
        self.update()
        accessible.tell(self)

    def begin_cursor(self) -> Cursor | None:
        """Where the keyboard starts: on the newest point that is seen."""
        return nearest(self._picture, self._view.end)

    def hover(self, x: float, y: float) -> None:
        """Read out the event whose words are at a place of the widget, else the nearest point."""
        scene = self.scene()
        flag = flag_at(scene.flags, x, y, lane=scene.lane, line=self.letters.line)
        over_words = flag is not None and y <= scene.plot.top + self.letters.line / 2
        self.hovered_mark = flag.place if flag is not None and over_words else None
        over_plot = scene.plot.holds(x, y) and self.hovered_mark is None
        self.hovered = self.point_at(x, y) if over_plot else None
        self.update()

    def hover_nothing(self) -> None:
        """Read out what the keyboard is on."""
        self.hovered = self.hovered_mark = None
        self.update()

    def point_at(self, x: float, y: float) -> Cursor | None:
        """The point nearest to a place of the widget: in time, and of several curves in height."""
        return nearest_drawn(self._picture, self.scene(), self._view, (x, y))

    def told(self, cursor: Cursor) -> tuple[str, ...]:
        """The read-out of a point."""
        curve = self._picture.curves[cursor.curve]
        value, *more = curve.told(cursor.point) or ("",)
        name = curve.name if len(self._picture.curves) > 1 else ""
        lines = (name, value, first_told(curve, cursor.point), *more)
        return tuple(line for line in lines if line)

    def spoken(self) -> str:
        """The read-out of what the keyboard is on, in one line."""
        if self.mark_at is not None:
            return ", ".join(mark_told(self._picture.marks[self.mark_at]))
        return ", ".join(self.told(self.cursor_at)) if self.cursor_at else ""

    def select(self, one: float, other: float, *, tell: bool = True) -> None:
        """Choose the span between two moments."""
        self.span = (min(one, other), max(one, other))
        self.update()
        if tell:
            self.span_selected.emit(*self.span)
            accessible.tell_span(self, *self.span)

    @Slot()
    def clear_span(self) -> None:
        """Choose nothing."""
        if self.span is not None:
            self.span = None
            self.update()
            self.span_cleared.emit()

    # --- drawing -----------------------------------------------------------------------------

    def scene(self) -> Scene:
        """The picture worked out for the present size and font."""
        if self._letters is None:
            self._letters = type_of(self.font())
        if self._scene is None:
            size = (float(self.width()), float(self.height()))
            self._scene = scene_of(
                self._picture, self._view, size, self._letters, current=self.current
            )
        return self._scene

    @property
    def letters(self) -> Type:
        """How wide and high words are."""
        self.scene()
        assert self._letters is not None
        return self._letters

    @property
    def plot(self) -> Room:
        """Where the curves are."""
        return self.scene().plot

    def moment_at(self, x: float) -> float:
        """The moment at a place of the widget."""
        return self._view.moment(x, self.plot.left, self.plot.width)

    def paintEvent(self, event: QPaintEvent) -> None:
        scene, inks, whole = self.scene(), Inks(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setFont(self.font())
        ScenePainter(painter, scene, self.letters, inks).paint(self._picture, self.current, whole)
        overlay = Overlay(painter, scene, self.letters, inks=inks, view=self._view)
        if self.span is not None:
            overlay.span(*self.span)
        room = Room(4, 4, whole.width() - 8, whole.height() - 8)
        flag, point = self._pointed()
        if flag is not None:
            overlay.flag(flag, mark_told(flag.mark), room)
        elif point is not None:
            overlay.point(self._picture, point, self.told(point), room)
        if self.hasFocus():
            overlay.focus(whole)
        painter.end()

    def _pointed(self) -> tuple[Flag | None, Cursor | None]:
        """The event or the point to read out: of the pointer, else of the keyboard."""
        mark, point = self.hovered_mark, self.hovered
        if mark is None and point is None and self.hasFocus():
            mark, point = self.mark_at, self.cursor_at
        flag = next((f for f in self.scene().flags if f.place == mark), None)
        return flag, point if point is not None and self._valid(point) else None

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line * 40, line * 20)

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line * 14, line * 11)  # a lane of words has room

    # --- events ------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Pointer and keys first; then what every widget does."""
        return self._operating.handled(event) or super().event(event)

    def resizeEvent(self, _event: QEvent) -> None:
        self._scene = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LocaleChange):
            self._letters = None
        self._scene = None
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in _BY_KEY
        if by_key and self.cursor_at is None and (start := self.begin_cursor()) is not None:
            self.put_cursor(start)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._operating.let_go()
        super().focusOutEvent(event)
