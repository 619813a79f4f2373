"""The story of the demo: its files fit each other and its readings keep both of their dates."""

from datetime import date

import pytest

from footprint.catalogue.score_story import ScoreStory
from footprint.catalogue.scores import ScoreBook
from footprint.domain.event import EventKind
from footprint.domain.explaining.history import rewrites
from footprint.domain.score import Method


@pytest.fixture(scope="module")
def story():
    return ScoreStory()


def readings_of(story, definition):
    (told,) = [score for score in story.scores if score.definition == definition]
    entry = ScoreBook().definition(definition)
    assert entry is not None
    return story.readings(told, entry.scale, 7)


def test_scores_and_events_name_what_there_is(story):
    book = ScoreBook()
    known = {score.definition for score in story.scores}
    assert all(book.definition(definition) for definition in known)
    for event in story.events:
        assert set(event.scores) <= known
        assert event.kind is not EventKind.THEIR_CHANGE, "those are shipped for everybody"
        assert "invented" in event.detail.casefold() or event.detail.endswith("description of it.")


def test_a_reading_has_what_its_row_says(story):
    readings = {reading.id: reading for reading in readings_of(story, "klout")}
    first, fixed, anew = readings[1], readings[159], readings[275]
    assert (first.score_id, first.value.number, first.invented) == (7, 37, True)
    assert (first.method, first.source) == (Method.IMPORTED, "klout-2011.csv")
    assert (fixed.corrects, fixed.reason, fixed.note) == (157, "Typed the wrong way round", "")
    assert fixed.recorded.date() > fixed.effective.date() == date(2011, 7, 4)
    assert (anew.effective.date(), anew.recorded.date()) == (date(2011, 9, 26), date(2011, 10, 27))
    assert not readings[206].invented


def test_every_row_corrects_an_earlier_one_and_none_is_told_before_its_day(story):
    for score in story.scores:
        seen = set()
        for reading in readings_of(story, score.definition):
            assert reading.corrects is None or reading.corrects in seen
            assert reading.recorded > reading.effective
            seen.add(reading.id)


def test_only_klout_tells_its_past_anew(story):
    spans = {
        score.definition: len(rewrites(readings_of(story, score.definition)))
        for score in story.scores
    }
    assert spans == {"klout": 1, "linkedin-ssi": 0, "social-blade": 0}


def test_the_pillars_of_the_index_add_up_to_what_stands_there(story):
    for reading in readings_of(story, "linkedin-ssi"):
        assert len(reading.value.parts) == 4
        assert abs(sum(reading.value.parts.values()) - reading.value.number) <= 0.5 + 1e-9
