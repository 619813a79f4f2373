"""A guide without a mouse and without eyes: from the Networks page to its finished state."""

from __future__ import annotations

import sys
from functools import partial

import pytest

from tests.e2e.desktop import Desktop, soon, until
from tests.e2e.screen_reader import Elements, nameless, seen

_MOST_STEPS = 20
_MOST_TABS = 12
_MOMENT_S = 5.0
_TITLE = "Disconnect Klout from X"


@pytest.fixture
def program(bus: Desktop) -> Desktop:
    """The demo, with the keyboard in its window."""
    bus.start([sys.executable, "-m", "footprint", "--demo"])
    window = bus.window("--name", "^Footprint")
    until(lambda: seen(bus), "the window on the accessibility bus")
    bus.hand("windowactivate", "--sync", window)
    return bus


def _guide(desktop: Desktop) -> Elements:
    """What the window of the guide, or its strip, shows."""
    window = f"{_TITLE!r}"
    return [each for each in seen(desktop) if window in each["path"].split(" > ")[0]]


def _text(elements: Elements) -> str:
    return "\n".join(each["name"] for each in elements)


def _says(desktop: Desktop, text: str) -> Elements:
    """The guide, once it says `text`."""
    return until(lambda: _saying(desktop, text), f"a guide that says {text!r}")


def _saying(desktop: Desktop, text: str) -> Elements:
    found = _guide(desktop)
    return found if text in _text(found) else []


def _press(desktop: Desktop, *keys: str) -> None:
    for key in keys:
        desktop.hand("key", key, "sleep", "0.2")


def _choose_first_answer(desktop: Desktop) -> None:
    """Walk with Tab to the first of the answers, and press Space."""
    for _stop in range(_MOST_TABS):
        if any(each["focused"] and each["role"] == "radio button" for each in _guide(desktop)):
            _press(desktop, "space")
            return
        _press(desktop, "Tab")
    pytest.fail("the answers are not reached with the tab key")


def _begin(desktop: Desktop) -> Elements:
    """From the Networks page: search for Klout, go to its row, disconnect."""
    _press(desktop, "ctrl+2", "ctrl+f")
    desktop.hand("type", "Klout")
    until(lambda: "2 apps" in _text(seen(desktop)).split("\n"), "Klout at Facebook and at X")
    _press(desktop, "Return", "Down", "Return")
    until(lambda: "X · sam_invented · conn" in _text(seen(desktop)), "what can be done with it")
    _press(desktop, "alt+c")
    return _says(desktop, "What this guide does")


def test_a_whole_disconnect_by_keyboard_and_everything_has_a_name(program: Desktop) -> None:
    found = _begin(program)
    assert nameless(found) == []
    _press(program, "ctrl+Return")
    found = _says(program, "step 1 of")
    count = int(_text(found).split("step 1 of ")[1].split()[0])
    assert count < _MOST_STEPS
    for number in range(1, count + 1):
        found = _says(program, f"step {number} of {count}")
        assert nameless(found) == []
        if number == 2:
            _press(program, "ctrl+k")
            strip = _says(program, f"{number}/{count}")
            assert nameless(strip) == []
            _press(program, "ctrl+k")
            found = _says(program, f"step {number} of {count}")
        if any(each["role"] == "radio button" for each in found):
            _choose_first_answer(program)
        _press(program, "ctrl+Return")
    assert nameless(_says(program, "Every step is behind you")) == []
    _press(program, "ctrl+Return")
    assert nameless(_says(program, "This guide is finished")) == []


def test_each_of_the_five_pages_names_what_it_offers(program: Desktop) -> None:
    pages = ("Today", "Networks", "Scores", "Guides", "Catalogue")
    for number, page in enumerate(pages, 1):
        until(partial(_turned, program, number, page), f"the page {page}")
        assert nameless(seen(program)) == [], page


def _turned(desktop: Desktop, number: int, page: str) -> Elements:
    """Press the key of a page, and wait a moment for its title."""
    _press(desktop, f"ctrl+{number}")
    return soon(partial(_label, desktop, page), _MOMENT_S)


def _label(desktop: Desktop, text: str) -> Elements:
    return [each for each in seen(desktop) if each["role"] == "label" and each["name"] == text]
