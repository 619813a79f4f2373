"""The chart as a person uses it: keys, wheel, drag, what is read out, what a screen reader gets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint.domain.event import EventKind
from footprint.domain.score import Scale, ScaleKind
from footprint.ui.chart.chart import Chart
from footprint.ui.chart.cursor import Cursor
from footprint.ui.chart.decimate import DAY, Track
from footprint.ui.chart.picture import Curve, Mark, Picture
from footprint.ui.theme import Theme
from footprint.ui.tokens import LIGHT

BEGINS = 1_293_883_200.0  # 1 January 2011, noon
BOUNDED = Scale(kind=ScaleKind.BOUNDED, low=0, high=100)
VALUES = [40.0 + n % 7 for n in range(100)]
Key = Qt.Key


def _curve(name: str, values: list[float]) -> Curve:
    track = Track([BEGINS + n * DAY for n in range(len(values))], values)
    return Curve(name, track, BOUNDED, lambda at: (f"{values[at]:g}", f"day {at}", "typed"))


@pytest.fixture
def chart(qtbot: QtBot) -> Chart:
    made = Chart("Timeline")
    qtbot.addWidget(made)
    made.resize(1000, 420)
    mark = Mark("1", EventKind.OWN_ACT, BEGINS + 50 * DAY, "You opted out")
    made.show_picture(Picture((_curve("Klout", VALUES), _curve("Kred", VALUES[::-1])), (mark,)))
    made.show()
    made.setFocus()
    return made


def _press(qtbot: QtBot, chart: Chart, *keys: Qt.Key, held: Qt.KeyboardModifier | None = None):
    for key in keys:
        qtbot.keyClick(chart, key, held or Qt.KeyboardModifier.NoModifier)


def _wheel(chart: Chart, x: float, turned: QPoint, held: Qt.KeyboardModifier | None = None) -> None:
    event = QWheelEvent(
        QPointF(x, 200), chart.mapToGlobal(QPointF(x, 200)), QPoint(), turned,
        Qt.MouseButton.NoButton, held or Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(chart, event)


def test_arrows_go_from_point_to_point(qtbot: QtBot, chart: Chart) -> None:
    _press(qtbot, chart, Key.Key_Home, Key.Key_Home)
    assert chart.cursor_at == Cursor(0, 0)
    _press(qtbot, chart, Key.Key_Right, Key.Key_Right, Key.Key_Left)
    assert chart.cursor_at == Cursor(0, 1)
    _press(qtbot, chart, Key.Key_Down)
    assert chart.cursor_at == Cursor(1, 1)
    _press(qtbot, chart, Key.Key_End, Key.Key_Right)
    assert chart.cursor_at == Cursor(1, 99)
    _press(qtbot, chart, Key.Key_PageUp)
    assert chart.cursor_at == Cursor(1, 89)


def test_a_point_is_opened_with_enter(qtbot: QtBot, chart: Chart) -> None:
    _press(qtbot, chart, Key.Key_Home, Key.Key_Home, Key.Key_Right)
    with qtbot.waitSignal(chart.point_opened) as opened:
        _press(qtbot, chart, Key.Key_Return)
    assert opened.args == [0, 1]


def test_the_view_stays_while_the_point_is_in_sight(qtbot: QtBot, chart: Chart) -> None:
    _press(qtbot, chart, Key.Key_End, Key.Key_Home, Key.Key_End)
    assert chart.view == chart.picture.extent


def test_the_view_follows_the_keyboard(qtbot: QtBot, chart: Chart) -> None:
    _press(qtbot, chart, Key.Key_Home, Key.Key_Home)
    _press(qtbot, chart, *[Key.Key_Plus] * 6)
    _press(qtbot, chart, Key.Key_End)
    assert chart.view.begin <= BEGINS + 99 * DAY <= chart.view.end
    _press(qtbot, chart, Key.Key_0)
    assert chart.view == chart.picture.extent


def test_shift_chooses_a_span_and_escape_lets_go(qtbot: QtBot, chart: Chart) -> None:
    _press(qtbot, chart, Key.Key_Home, Key.Key_Home)
    with qtbot.waitSignals([chart.span_selected] * 2):
        _press(qtbot, chart, Key.Key_Right, Key.Key_Right, held=Qt.KeyboardModifier.ShiftModifier)
    assert chart.span == (BEGINS, BEGINS + 2 * DAY)
    with qtbot.waitSignal(chart.span_cleared):
        _press(qtbot, chart, Key.Key_Escape)
    assert chart.span is None


def test_dragging_chooses_a_span(qtbot: QtBot, chart: Chart) -> None:
    with qtbot.waitSignal(chart.span_selected) as chosen:
        qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=QPoint(600, 200))
        qtbot.mouseMove(chart, QPoint(500, 200))
        qtbot.mouseMove(chart, QPoint(300, 200))
        qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert chosen.args == [
        pytest.approx(chart.moment_at(300)),
        pytest.approx(chart.moment_at(600)),
    ]


def test_the_middle_button_and_space_move(qtbot: QtBot, chart: Chart) -> None:
    chart.zoom(0.3)
    under = chart.moment_at(500)
    qtbot.mousePress(chart, Qt.MouseButton.MiddleButton, pos=QPoint(500, 200))
    qtbot.mouseMove(chart, QPoint(560, 200))
    qtbot.mouseRelease(chart, Qt.MouseButton.MiddleButton, pos=QPoint(560, 200))
    assert chart.moment_at(560) == pytest.approx(under)
    qtbot.keyPress(chart, Key.Key_Space)
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=QPoint(560, 200))
    qtbot.mouseMove(chart, QPoint(500, 200))
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=QPoint(500, 200))
    qtbot.keyRelease(chart, Key.Key_Space)
    assert chart.moment_at(500) == pytest.approx(under)
    assert chart.span is None


def test_the_wheel_zooms_where_the_pointer_is(chart: Chart) -> None:
    under, before = chart.moment_at(300), chart.view.length
    _wheel(chart, 300, QPoint(0, 120))
    assert chart.view.length == pytest.approx(before / 1.25)
    assert chart.moment_at(300) == pytest.approx(under)
    begin = chart.view.begin
    _wheel(chart, 300, QPoint(0, -120), Qt.KeyboardModifier.ShiftModifier)
    assert chart.view.begin > begin
    assert chart.view.length == pytest.approx(before / 1.25)


def test_a_click_goes_to_the_point_and_a_double_click_fits(qtbot: QtBot, chart: Chart) -> None:
    chart.zoom(0.5)
    x = chart.view.place(BEGINS + 50 * DAY, chart.plot.left, chart.plot.width)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(round(x), 200))
    assert chart.cursor_at is not None
    assert chart.cursor_at.point == 50
    qtbot.mouseDClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(round(x), 200))
    assert chart.view == chart.picture.extent


def _spot(chart: Chart, curve: int, point: int) -> QPoint:
    """Where a point is drawn."""
    stroke, track = chart.scene().strokes[curve], chart.picture.curves[curve].track
    x = chart.view.place(track.times[point], chart.plot.left, chart.plot.width)
    return QPoint(round(x), round(stroke.axis.place(stroke.curve.track.values[point], chart.plot)))


@pytest.mark.parametrize(("curve", "told"), [(0, ("Klout", "46")), (1, ("Kred", "42"))])
def test_hovering_reads_out_the_nearest_point(
    qtbot: QtBot, chart: Chart, curve: int, told: tuple[str, str]
) -> None:
    qtbot.mouseMove(chart, _spot(chart, curve, 20))
    assert chart.hovered is not None
    assert chart.told(chart.hovered) == (*told, "day 20", "typed")
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert chart.hovered is None


def test_an_event_is_read_out_where_its_words_are(qtbot: QtBot, chart: Chart) -> None:
    (flag,) = chart.scene().flags
    qtbot.mouseMove(chart, QPoint(round(flag.placed.left) + 30, round(chart.scene().lane) + 5))
    assert (chart.hovered_mark, chart.hovered) == (0, None)
    before = chart.grab().toImage()
    chart.hover_nothing()
    assert chart.grab().toImage() != before


def test_events_are_gone_to_one_by_one(qtbot: QtBot, chart: Chart) -> None:
    far = Mark("2", EventKind.THEIR_CHANGE, BEGINS + 900 * DAY, "Klout closes", detail="For good.")
    chart.show_picture(Picture(chart.picture.curves, (*chart.picture.marks, far)))
    _press(qtbot, chart, Key.Key_Home, Key.Key_Home, Key.Key_E)
    assert chart.spoken() == "You opted out, Your act · 20 Feb 2011"
    assert chart.cursor_at == Cursor(0, 50)
    _press(qtbot, chart, Key.Key_E)
    assert chart.spoken() == "Klout closes, Their change · 19 Jun 2013, For good."
    assert chart.view.begin <= far.moment <= chart.view.end
    _press(qtbot, chart, Key.Key_E)
    assert chart.spoken().startswith("Klout closes")
    _press(qtbot, chart, Key.Key_E, held=Qt.KeyboardModifier.ShiftModifier)
    assert chart.spoken().startswith("You opted out")
    _press(qtbot, chart, Key.Key_Right)
    assert chart.spoken() == "Klout, 42, day 51, typed"


def test_what_was_told_first_is_read_out_with_what_is_told_now(chart: Chart) -> None:
    ghost = Track([BEGINS + 3 * DAY], [61.0])
    curve = Curve("Klout", Track([BEGINS, BEGINS + 3 * DAY], [40.0, 49.0]), BOUNDED,
                  lambda at: (("40", "49")[at], "typed"), ghost)  # fmt: skip
    chart.show_picture(Picture((curve,)))
    assert chart.told(Cursor(0, 0)) == ("40", "typed")
    assert chart.told(Cursor(0, 1)) == ("49", "first told as 61", "typed")
    assert "1 reading was told differently at first." in chart.accessibleDescription()
    assert "as first told" in [words.text for words in chart.scene().written]


def _touch(chart: Chart, pixels: QPoint, phase: Qt.ScrollPhase) -> None:
    at = QPointF(300, 200)
    event = QWheelEvent(at, chart.mapToGlobal(at), pixels, pixels * 8,
                        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
                        phase, False)  # fmt: skip
    QApplication.sendEvent(chart, event)


def test_the_picture_stays_under_the_fingers_on_a_touchpad(chart: Chart) -> None:
    chart.zoom(0.3)
    under = chart.moment_at(300)
    _touch(chart, QPoint(-40, 3), Qt.ScrollPhase.ScrollUpdate)
    assert chart.moment_at(260) == pytest.approx(under)
    length = chart.view.length
    _touch(chart, QPoint(2, 30), Qt.ScrollPhase.ScrollUpdate)
    assert length * 0.9 < chart.view.length < length


def test_pixels_of_a_mouse_are_not_believed(chart: Chart) -> None:
    chart.zoom(0.3)
    length = chart.view.length
    _touch(chart, QPoint(0, 15), Qt.ScrollPhase.NoScrollPhase)
    assert chart.view.length == pytest.approx(length / 1.25)


def test_a_pinch_zooms_where_the_fingers_are(chart: Chart) -> None:
    under, length, at = chart.moment_at(700), chart.view.length, QPointF(700, 200)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(),
        2, at, at, chart.mapToGlobal(at), 0.25, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(chart, event)
    assert chart.view.length == pytest.approx(length / 1.25)
    assert chart.moment_at(700) == pytest.approx(under)


def test_a_screen_reader_gets_a_chart_and_its_point(qtbot: QtBot, chart: Chart) -> None:
    found = QAccessible.queryAccessibleInterface(chart)
    assert found.role() is QAccessible.Role.Chart
    assert found.text(QAccessible.Text.Name) == "Timeline"
    told = found.text(QAccessible.Text.Description)
    assert "Klout: 100 readings from 1 Jan 2011 to 10 Apr 2011." in told
    assert "1 event." in told
    assert found.text(QAccessible.Text.Value) == ""
    _press(qtbot, chart, Key.Key_Home, Key.Key_Home, Key.Key_Right)
    assert found.text(QAccessible.Text.Value) == "Klout, 41, day 1, typed"
    assert found.text(QAccessible.Text.Description) == "Klout, 41, day 1, typed"


def test_an_empty_chart_bears_everything(qtbot: QtBot) -> None:
    chart = Chart("Timeline")
    qtbot.addWidget(chart)
    chart.show_picture(Picture())
    chart.resize(300, 200)
    chart.show()
    _press(qtbot, chart, Key.Key_Home, Key.Key_Right, Key.Key_Plus, Key.Key_0, Key.Key_Return)
    _wheel(chart, 100, QPoint(0, 120))
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert chart.cursor_at is None
    assert not chart.grab().isNull()


def test_a_spike_is_painted_and_a_gap_is_not(qtbot: QtBot, qapp: QApplication) -> None:
    """Of 40,000 points one stands out, and a tenth of the time has none."""
    theme = Theme(qapp)
    palette = qapp.palette()
    theme.apply("light")
    times = [BEGINS + n * DAY for n in range(40_000) if not 20_000 <= n < 24_000]
    values = [50.0] * len(times)
    values[5_000], values[30_000] = 95.0, 10.0
    chart = Chart("Timeline")
    qtbot.addWidget(chart)
    chart.resize(1000, 420)
    chart.show_picture(Picture((Curve("Klout", Track(times, values), BOUNDED),)))
    image = chart.grab().toImage()
    plot, axis = chart.plot, chart.scene().left
    assert axis is not None
    ink = QColor(LIGHT.accent)

    def inked(day: int, low: float, high: float) -> int:
        x = round(chart.view.place(BEGINS + day * DAY, plot.left, plot.width))
        rows = range(round(axis.place(high, plot)), round(axis.place(low, plot)) + 1)
        near = [image.pixelColor(x + dx, y) for dx in (-1, 0, 1) for y in rows]
        return sum(colour == ink for colour in near)

    qapp.setPalette(palette)
    assert inked(5_000, 60, 94) > 50
    assert inked(6_000, 60, 94) == 0
    assert inked(10_000, 49, 51) > 0
    assert inked(22_000, 40, 60) == 0
