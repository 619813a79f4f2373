"""Where a chart looks when what it shows has changed."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from footprint.domain.score import Scale, ScaleKind
from footprint.ui.chart.chart import Chart
from footprint.ui.chart.decimate import DAY, Track
from footprint.ui.chart.picture import Curve, Picture


def _days(count: int) -> Picture:
    track = Track([n * DAY for n in range(count)], [40.0 + n % 7 for n in range(count)])
    scale = Scale(kind=ScaleKind.BOUNDED, low=0, high=100)
    return Picture((Curve("Klout", track, scale, lambda at: (str(at),)),))


@pytest.fixture
def chart(qtbot: QtBot) -> Chart:
    made = Chart("Timeline")
    qtbot.addWidget(made)
    made.show_picture(_days(100))
    return made


def test_who_saw_everything_sees_what_has_come_too(chart: Chart) -> None:
    more = _days(200)
    chart.show_picture(more, keep=True)
    assert chart.view == more.extent


def test_who_looked_at_a_part_keeps_looking_at_it(chart: Chart) -> None:
    chart.zoom(0.5)
    seen = chart.view
    chart.show_picture(_days(200), keep=True)
    assert chart.view == seen
