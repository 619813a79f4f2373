"""The book of scores we ship: it loads, obeys its rules, and is refused where it breaks them."""

import shutil
from datetime import UTC, date, datetime

import pytest

from footprint.catalogue.loader import CatalogueError
from footprint.catalogue.scores import ScoreBook
from footprint.domain.event import EventKind
from footprint.domain.fact import Confidence
from footprint.domain.score import ScaleKind
from footprint.paths import resources

TODAY = datetime.now(UTC).date()


@pytest.fixture(scope="module")
def book():
    return ScoreBook()


@pytest.fixture
def copy(tmp_path):
    """A book of a few entries in a folder of its own, to be changed."""
    for folder, names in (
        ("services", ("klout", "x", "linkedin", "linkedin-ssi", "kred")),
        ("scores", ("linkedin-ssi",)),
        ("events", ("linkedin-ssi",)),
    ):
        (tmp_path / folder).mkdir()
        for name in names:
            shutil.copy(resources() / folder / f"{name}.toml", tmp_path / folder)
    shutil.copy(resources() / "sources.toml", tmp_path)
    assert ScoreBook(tmp_path).problems(TODAY) == []
    return tmp_path


def edit(folder, name, old, new):
    path = folder / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_everything_loads_and_no_rule_is_broken(book):
    assert book.problems(TODAY) == []
    assert len(book.definitions()) == 33
    kinds = {definition.scale.kind for definition in book.definitions()}
    assert kinds == set(ScaleKind)


@pytest.mark.parametrize(
    ("definition_id", "kind", "low", "high"),
    [
        ("klout", ScaleKind.BOUNDED, 1, 100),
        ("linkedin-ssi", ScaleKind.PARTS, 0, 100),
        ("kred", ScaleKind.PAIR, 0, 1000),
        ("peerindex", ScaleKind.BOUNDED, 0, 100),
        ("twitter-grade", ScaleKind.PERCENTILE, 0, 100),
        ("followerwonk-authority", ScaleKind.BOUNDED, 1, 100),
        ("hypeauditor-aqs", ScaleKind.BOUNDED, 1, 100),
        ("favikon-influence", ScaleKind.BOUNDED, 0, 100),
        ("mylife-reputation", ScaleKind.BOUNDED, 0, 5),
        ("uber-rating", ScaleKind.BOUNDED, 1, 5),
        ("stackoverflow-reputation", ScaleKind.UNBOUNDED, 1, None),
        ("empire-avenue", ScaleKind.UNBOUNDED, 0, None),
        ("snap-score", ScaleKind.UNBOUNDED, 0, None),
    ],
)
def test_scales_are_what_their_makers_say(book, definition_id, kind, low, high):
    scale = book.definition(definition_id).scale
    assert (scale.kind, scale.low, scale.high) == (kind, low, high)


def test_the_four_pillars_have_25_points_each(book):
    parts = book.definition("linkedin-ssi").scale.parts
    assert [part.high for part in parts] == [25] * 4


def test_grades_run_from_the_worst_to_the_best(book):
    letters = book.definition("social-blade").scale.letters
    assert (letters[0], letters[-1]) == ("D-", "A++")
    assert letters.index("B") < letters.index("B+") < letters.index("A-")


@pytest.mark.parametrize(
    ("event_id", "day", "exact"),
    [
        ("klout-2009-10", date(2009, 10, 1), False),
        ("klout-2011-02-15", date(2011, 2, 15), True),
        ("klout-2011-10-26", date(2011, 10, 26), True),
        ("klout-2012-08-14", date(2012, 8, 14), True),
        ("klout-2018-05-25", date(2018, 5, 25), True),
        ("linkedin-ssi-2015-01-26", date(2015, 1, 26), True),
        ("linkedin-ssi-2017-02-10", date(2017, 2, 10), True),
        ("stackoverflow-2010-03", date(2010, 3, 19), False),
        ("github-readme-2023-05-26", date(2023, 5, 26), True),
        ("youtube-2019-09", date(2019, 9, 2), False),
        ("uber-2022-02-16", date(2022, 2, 16), True),
        ("favikon-2025-06-05", date(2025, 6, 5), True),
        ("mylife-2021-12", date(2021, 12, 1), False),
    ],
)
def test_their_changes_stand_on_their_days_with_a_link(book, event_id, day, exact):
    (event,) = [event for event in book.events() if event.id == event_id]
    assert (event.kind, event.day, event.exact) == (EventKind.THEIR_CHANGE, day, exact)
    assert event.link is not None
    assert event.confidence == Confidence.PUBLIC_SOURCE


def test_what_told_the_past_anew_says_so(book):
    assert {event.id for event in book.events() if event.retells_past} == {
        "klout-2011-10-26",
        "stackoverflow-2010-03",
        "stackoverflow-2019-11-13",
    }


def test_what_has_no_source_is_called_general_knowledge(book):
    for event in book.events():
        assert bool(event.source) is (event.confidence == Confidence.PUBLIC_SOURCE), event.id
    for definition in book.definitions():
        for key, fact in definition.facts():
            sourced = fact.confidence is Confidence.PUBLIC_SOURCE
            assert bool(fact.source) is sourced, f"{definition.id}: {key}"


def test_events_come_by_day_and_for_one_score(book):
    days = [event.day for event in book.events("klout")]
    assert days == sorted(days)
    assert len(days) == 5
    assert "youtube-2019-09" in {event.id for event in book.events("social-blade")}
    assert book.events("nothing") == ()


@pytest.mark.parametrize("name", ["", "nothing", "../services/klout", "klout.toml", "/klout"])
def test_an_unknown_score_is_none_and_no_path_leads_out(book, name):
    assert book.definition(name) is None


@pytest.mark.parametrize(
    ("folder", "old", "new", "why"),
    [
        ("scores", 'name = "', 'nmae = "', "nmae"),
        ("scores", 'kind = "parts"', 'kind = "stars"', "stars"),
        ("scores", "low = 0.0", 'low = "none"', "low"),
        ("scores", "[state]", "[state]\ncolour = 1", "colour"),
        ("scores", 'confidence = "general-knowledge"', 'confidence = "hearsay"', "hearsay"),
        ("scores", "source = [", "xsource = [", "xsource"),
        ("scores", "https://www.linkedin.com/sales/ssi", "http://www.linkedin.com/", "not https"),
        ("scores", "https://www.linkedin.com/sales/ssi", "https://evil.example/", "hosts"),
        ("events", "title = ", "titel = ", "titel"),
        ("events", "day = 2015-01-26", 'day = "soon"', "day"),
        ("events", 'kind = "their_change"', 'kind = "rumour"', "rumour"),
    ],
)
def test_a_bad_file_is_refused_and_named(copy, folder, old, new, why):
    edit(copy / folder, "linkedin-ssi", old, new)
    broken = ScoreBook(copy)
    with pytest.raises(CatalogueError) as refused:
        broken.definition("linkedin-ssi") if folder == "scores" else broken.events()
    assert "linkedin-ssi.toml" in refused.value.title
    assert why in refused.value.title
    assert any(why in problem for problem in ScoreBook(copy).problems(TODAY))


@pytest.mark.parametrize(
    ("folder", "old", "new", "why"),
    [
        ("scores", 'id = "linkedin-ssi"', 'id = "ssi"', "not the name of the file"),
        ("scores", 'feeds_on = ["linkedin"]', 'feeds_on = ["moon"]', "no service moon"),
        ("scores", "high = 25.0", "high = 30.0", "do not add up"),
        ("scores", "checked = 2026-11-22", "checked = 2999-01-01", "checked"),
        ("scores", "checked = 2026-11-22", "checked = 1999-01-01", "checked"),
        ("scores", 'source = ["http://', 'source = ["Somebody: http://', "Somebody"),
        ("events", 'services = ["linkedin-ssi"]', 'services = ["moon"]', "no service moon"),
        ("events", 'scores = ["linkedin-ssi"]', 'scores = ["moon"]', "no score moon"),
        ("events", 'scores = ["linkedin-ssi"]', "scores = []", "names the scores"),
        ("events", 'link = "https://', 'link = "http://', "is not https"),
        ("events", 'id = "linkedin-ssi-2015-01-26"', 'id = "new-formula"', "begins with the name"),
        (
            "events",
            'id = "linkedin-ssi-2017-02-10"',
            'id = "linkedin-ssi-2017-02_10"',
            "single hyphens",
        ),
        ("events", 'kind = "their_change"', 'kind = "own_act"', "only changes of theirs"),
        ("events", 'confidence = "public-source"', 'confidence = "hearsay"', "no word for it"),
        ("events", 'confidence = "public-source"', 'confidence = ""', "no word for it"),
        ("events", "day = 2015-01-26", "day = 2015-01-26\nends = 2015-01-20", "ends before"),
        ("events", "day = 2015-01-26", "day = 2015-01-26\nexact = false", "exact"),
        ("events", "checked = ", "checked = 1999-01-01 # ", "checked"),
    ],
)
def test_a_broken_rule_is_told_with_its_file(copy, folder, old, new, why):
    edit(copy / folder, "linkedin-ssi", old, new)
    problems = ScoreBook(copy).problems(TODAY)
    assert any(why in problem and "linkedin-ssi.toml" in problem for problem in problems), problems


def test_an_event_that_stands_there_twice_is_told(copy):
    path = copy / "events" / "linkedin-ssi.toml"
    path.write_text(path.read_text(encoding="utf-8") * 2, encoding="utf-8")
    problems = ScoreBook(copy).problems(TODAY)
    assert len([problem for problem in problems if "stands there twice" in problem]) == 2


def test_two_scores_of_one_name_are_told(copy):
    path = copy / "scores" / "linkedin-ssi.toml"
    twin = path.read_text(encoding="utf-8").replace('id = "linkedin-ssi"', 'id = "other"', 1)
    (copy / "scores" / "other.toml").write_text(twin, encoding="utf-8")
    assert any("belongs to" in problem for problem in ScoreBook(copy).problems(TODAY))


def test_an_archived_page_may_be_linked(copy):
    edit(
        copy / "events",
        "linkedin-ssi",
        'link = "https://',
        'link = "https://web.archive.org/web/2015/http://',
    )
    assert ScoreBook(copy).problems(TODAY) == []
