"""A standing is an honest status: it says since when, and it expires."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from footprint.domain.standing import Standing, StandingState, seen_now

SEEN = date(2026, 6, 1)


def standing(state: StandingState, **facts) -> Standing:
    return Standing(service="spokeo", state=state, day=SEEN, **facts)


def test_not_visible_decays_to_unknown_and_nothing_else_does():
    gone = standing(StandingState.NOT_VISIBLE, relist_days=30)
    assert gone.expires == SEEN + timedelta(days=30)
    assert gone.on(SEEN + timedelta(days=29)) is StandingState.NOT_VISIBLE
    assert gone.on(SEEN + timedelta(days=30)) is StandingState.UNKNOWN
    for state in set(StandingState) - {StandingState.NOT_VISIBLE}:
        assert standing(state).expires is None
        assert standing(state).on(SEEN + timedelta(days=9_999)) is state


@pytest.mark.parametrize(
    ("earlier", "visible", "now"),
    [
        (None, True, StandingState.FOUND),
        (None, False, StandingState.NOT_VISIBLE),
        (StandingState.FOUND, True, StandingState.FOUND),
        (StandingState.REQUESTED, True, StandingState.FOUND),
        (StandingState.NOT_VISIBLE, True, StandingState.VISIBLE_AGAIN),
        (StandingState.VISIBLE_AGAIN, True, StandingState.VISIBLE_AGAIN),
        (StandingState.VISIBLE_AGAIN, False, StandingState.NOT_VISIBLE),
        (StandingState.CANNOT_BE_CHECKED, False, StandingState.NOT_VISIBLE),
    ],
)
def test_what_a_look_means_depends_on_the_look_before(earlier, visible, now):
    before = standing(earlier) if earlier else None
    assert seen_now(before, visible) is now


def test_every_state_has_a_word():
    words = [state.word for state in StandingState]
    assert all(words)
    assert len(set(words)) == len(words)
    assert not any("removed" in word for word in words)
