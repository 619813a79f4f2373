"""The timeline without eyes and without a mouse: found, walked through, and read as a table."""

from __future__ import annotations

import sys

import pytest

from tests.e2e.desktop import Desktop, until
from tests.e2e.screen_reader import Elements, of_role, seen

# From the list of scores to the chart there are four stops at present.
_MOST_TABS = 20


@pytest.fixture
def scores(bus: Desktop) -> Desktop:
    """The Scores page of the demo, gone to by keyboard."""
    bus.start([sys.executable, "-m", "footprint", "--demo"])
    window = bus.window("--name", "^Footprint")
    until(lambda: seen(bus), "the window on the accessibility bus")
    bus.hand("windowactivate", "--sync", window, "key", "ctrl+3")
    until(lambda: _chart(bus), "a chart")
    return bus


def _chart(desktop: Desktop) -> Elements:
    return [e for e in of_role(desktop, "chart") if "readings" in e["description"]]


def _reads(desktop: Desktop, *parts: str) -> str:
    """What the chart is described by, once that has all these parts."""

    def look() -> str:
        told = [element["description"] for element in of_role(desktop, "chart")]
        return next((each for each in told if all(part in each for part in parts)), "")

    return until(look, f"a chart that says {parts}")


def _go_to_chart(desktop: Desktop) -> None:
    for _stop in range(_MOST_TABS):
        desktop.hand("key", "Tab", "sleep", "0.1")
        if any(element["focused"] for element in of_role(desktop, "chart")):
            return
    pytest.fail("the chart is not reached with the tab key")


def test_the_timeline_is_walked_through_by_keyboard(scores: Desktop) -> None:
    (chart,) = _chart(scores)
    assert chart["name"] == "Timeline of your scores"
    assert chart["description"].startswith("Klout score @sam_invented: ")
    assert "told differently at first" in chart["description"]
    assert "events" in chart["description"]

    _go_to_chart(scores)
    _reads(scores, "16 Nov 2011", "invented for the demo", "recorded on")
    scores.hand("key", "Home")
    _reads(scores, "37, 10 Jan 2011")
    scores.hand("key", "--repeat", "2", "Right")
    _reads(scores, "38, 12 Jan 2011")
    scores.hand("key", "e")
    _reads(scores, "A job interview lost over a score of 37", "Outcome · 8 Feb 2011")


def test_the_same_is_read_as_a_table(scores: Desktop) -> None:
    scores.hand("key", "alt+t")
    until(lambda: of_role(scores, "table"), "the table of the readings")
    (table,) = of_role(scores, "table")
    assert table["name"] == "Readings of Klout score @sam_invented"
    cells = [element["name"] for element in of_role(scores, "table cell")]
    assert {"16 Nov 2011", "36"} <= set(cells)
    heads = [element["name"] for element in of_role(scores, "table column header")]
    assert heads[:2] == ["Day", "Value"]
    scores.hand("key", "alt+c")
    until(lambda: _chart(scores), "the chart again")
