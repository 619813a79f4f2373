"""The chart as screen readers get it: a chart with a name, a summary, and the point one is on."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleValueChangeEvent,
    QWindow,
)
from PySide6.QtWidgets import QWidget

from footprint.i18n import _, ngettext
from footprint.ui.chart.picture import Curve, Picture
from footprint.ui.chart.words import day

_Role = QAccessible.Role
_Text = QAccessible.Text

# Qt keeps no reference to what the factory returns, and to the factory neither.
_kept: dict[int, ChartInterface] = {}
_installed: list[object] = []


class Spoken(QWidget):
    """A chart that says what it shows."""

    def spoken(self) -> str:
        """What is said of the point the keyboard is on; "" when it is on none."""
        raise NotImplementedError


class ChartInterface(QAccessibleInterface):
    """Answers for one chart. Its value is the read-out of the point the keyboard is on."""

    def __init__(self, chart: Spoken) -> None:
        super().__init__()
        self._chart = chart

    def isValid(self) -> bool:
        from shiboken6 import isValid  # noqa: PLC0415

        return bool(isValid(self._chart))

    def object(self) -> QObject:
        return self._chart

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._chart.window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        owner = self._chart.parentWidget()
        return QAccessible.queryAccessibleInterface(owner) if owner else None

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def rect(self) -> QRect:
        chart = self._chart
        return QRect(chart.mapToGlobal(QPoint(0, 0)), chart.size())

    def role(self) -> QAccessible.Role:
        return _Role.Chart

    def state(self) -> QAccessible.State:
        state, chart = QAccessible.State(), self._chart
        state.focusable = True
        state.focused = chart.hasFocus()
        state.invisible = not chart.isVisible()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if kind is _Text.Name:
            return self._chart.accessibleName()
        if kind is _Text.Description:
            # Not every screen reader asks a chart for its value, all of them ask for this.
            return self._chart.spoken() or self._chart.accessibleDescription()
        if kind is _Text.Value:
            return self._chart.spoken()
        if kind is _Text.Help:
            return _(
                "Arrow keys go from reading to reading, E goes to the next event; "
                "the table has the same readings."
            )
        return ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Nothing can be typed into a chart."""


def install() -> None:
    """Let Qt ask for our interface; once for the process."""
    if not _installed:
        _installed.append(_make)
        QAccessible.installFactory(_make)


def _make(_class: str, asked: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(asked, Spoken):
        return None
    key = id(asked)
    if key not in _kept or _kept[key].object() is not asked:
        _kept[key] = ChartInterface(asked)
        asked.destroyed.connect(lambda: _kept.pop(key, None))
    return _kept[key]


def summary(picture: Picture) -> str:
    """What a picture shows, in a few sentences."""
    told = [_of_curve(curve) for curve in picture.curves if len(curve.track)]
    retold = sum(len(curve.ghost) for curve in picture.curves if curve.ghost is not None)
    if retold:
        told.append(
            ngettext(
                "{n} reading was told differently at first.",
                "{n} readings were told differently at first.",
                retold,
            ).format(n=retold)
        )
    marks = len(picture.marks)
    if marks:
        told.append(ngettext("{n} event.", "{n} events.", marks).format(n=marks))
    return " ".join(told) or _("Nothing to show yet.")


def _of_curve(curve: Curve) -> str:
    times = curve.track.times
    text = ngettext(
        "{name}: {n} reading on {begins}.",
        "{name}: {n} readings from {begins} to {ends}.",
        len(times),
    )
    return text.format(name=curve.name, n=len(times), begins=day(times[0]), ends=day(times[-1]))


def tell(chart: Spoken) -> None:
    """Say that the keyboard went to another point."""
    if QAccessible.isActive():
        said = chart.spoken()
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(chart, said))
        QAccessible.updateAccessibility(
            QAccessibleEvent(chart, QAccessible.Event.DescriptionChanged)
        )
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(chart, said))


def tell_span(chart: Spoken, begin: float, end: float) -> None:
    """Say which span is chosen."""
    if QAccessible.isActive():
        said = _("Chosen: {begins} to {ends}").format(begins=day(begin), ends=day(end))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(chart, said))
