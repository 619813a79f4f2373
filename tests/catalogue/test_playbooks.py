"""The playbooks we ship load and obey the rules; what does not is refused by file and key."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from footprint.catalogue.catalogue import Catalogue
from footprint.catalogue.loader import CatalogueError
from footprint.catalogue.playbooks import PlaybookShelf
from footprint.domain.playbook import Making, Purpose, id_for
from footprint.paths import resources

TODAY = datetime.now(UTC).date()
EDPB = ("Overloading", "Skipping", "Stirring", "Obstructing", "Fickle", "Left in the dark")

HEAD = """
id = "x-opt-out"
service = "x"
purpose = "opt_out"
title = "Leave"
summary = "It goes."
"""
PROVENANCE = """
[provenance]
confidence = "general-knowledge"
checked = 2026-08-21
"""
STEP = """
[[steps]]
id = "one"
kind = "confirm"
title = "Do it"
"""
GRANT = """
[[steps]]
id = "let-in"
kind = "grant_access"
title = "Let it in"
"""
TAKE_BACK = """
[[steps]]
id = "shut"
kind = "take_back_access"
title = "Shut it out"
takes_back = "let-in"
"""
CHOICE = """
[[steps]]
id = "how"
kind = "choose"
title = "How?"
choices = [{ id = "a", label = "A" }, { id = "b", label = "B" }]
"""
PATTERN = """
[[dark_patterns]]
type = "loop"
fact = "Round it goes."
confidence = "general-knowledge"
step = "one"
"""


@pytest.fixture(scope="module")
def shelf() -> PlaybookShelf:
    return PlaybookShelf(Catalogue())


@pytest.fixture
def shelf_with(tmp_path: Path):
    """A shelf with one invented file."""
    for name in ("dark_patterns.toml", "reasons.toml"):
        shutil.copy(resources() / name, tmp_path)
    folder = tmp_path / "playbooks"
    folder.mkdir()

    def make(text: str, name: str = "x-opt-out") -> PlaybookShelf:
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
        return PlaybookShelf(Catalogue(), folder)

    return make


def refused(shelf: PlaybookShelf, name: str = "x-opt-out") -> str:
    with pytest.raises(CatalogueError) as caught:
        shelf.playbook(name)
    assert f"{name}.toml" in caught.value.title
    assert caught.value.hint
    assert caught.value.title in shelf.problems(TODAY)
    return caught.value.title


def test_everything_loads_and_no_rule_is_broken(shelf: PlaybookShelf) -> None:
    assert shelf.problems(TODAY) == []
    assert len(shelf.ids()) >= 60
    found = [playbook for playbook in map(shelf.playbook, shelf.ids()) if playbook]
    assert len(found) == len(shelf.ids())
    assert all(playbook.making is Making.HAND_WRITTEN for playbook in found)
    assert len({(p.service, p.purpose) for p in found if p.service}) == sum(
        p.service is not None for p in found
    )


def test_what_was_promised_is_there(shelf: PlaybookShelf) -> None:
    ids = set(shelf.ids())
    of_people = "spokeo beenverified whitepages intelius mylife radaris truepeoplesearch nuwber"
    others = "pimeyes acxiom lexisnexis-risk zoominfo ca-drop schufa"
    of_2011 = "klout empire-avenue google-plus stumbleupon linkedin-ssi social-blade kred favikon"
    scorers = "hypeauditor followerwonk"
    services = " ".join((of_people, others, of_2011, scorers)).split()
    assert {id_for(service, Purpose.OPT_OUT) for service in services} <= ids
    purposes = (Purpose.DISCONNECT_APP, Purpose.DISCONNECT_ALL, Purpose.DOWNLOAD, Purpose.DELETE)
    for network in ("x", "facebook", "linkedin"):
        assert {id_for(network, purpose) for purpose in purposes} <= ids
    advice = {head.id for head in shelf.heads() if head.service is None}
    assert advice == {
        "advice-am-i-listed",
        "advice-cannot-log-in",
        "advice-network-side",
        "advice-page-looks-different",
        "advice-they-want-my-id",
    }


def test_a_head_says_what_the_whole_file_says(shelf: PlaybookShelf) -> None:
    for head in shelf.heads():
        whole = shelf.playbook(head.id)
        assert whole is not None
        assert (head.title, head.service, head.purpose, head.recheck_days) == (
            whole.title, whole.service, whole.purpose, whole.recheck_days,
        )  # fmt: skip


def test_the_heads_of_a_service_are_those_that_name_it(shelf: PlaybookShelf) -> None:
    for service in ("x", "spokeo", "google", "google-plus", "nowhere"):
        assert set(shelf.heads_of(service)) == {h for h in shelf.heads() if h.service == service}


def test_what_destroys_can_be_looked_at_before(shelf: PlaybookShelf) -> None:
    """Every deletion marks the step that cannot be undone: the pre-flight stands before it."""
    deletions = [id_ for id_ in shelf.ids() if id_.endswith("-delete")]
    blind = [
        id_
        for id_ in deletions
        if not any(step.destructive for step in getattr(shelf.playbook(id_), "steps", ()))
    ]
    assert deletions
    assert blind == []


def test_every_way_to_disconnect_an_app_has_the_step_at_which_it_is_shut_out(
    shelf: PlaybookShelf,
) -> None:
    for id_ in shelf.ids():
        playbook = shelf.playbook(id_)
        if playbook and playbook.purpose is Purpose.DISCONNECT_APP:
            assert any(step.each for step in playbook.steps), id_
            assert "{app}" in playbook.title, id_


def test_each_dark_pattern_has_a_category_or_is_a_plain_cost(shelf: PlaybookShelf) -> None:
    used = {
        pattern.type
        for id_ in shelf.ids()
        for pattern in getattr(shelf.playbook(id_), "dark_patterns", ())
    }
    assert used
    for kind in used:
        entry = shelf.pattern(kind)
        assert entry is not None
        assert entry.title
        assert entry.advice
        assert bool(entry.edpb) != entry.plain_cost, kind
        assert entry.plain_cost or entry.edpb.partition(":")[0] in EDPB, kind


def test_reasons_disclose_nothing_and_are_there(shelf: PlaybookShelf) -> None:
    assert len(shelf.reasons()) >= 3
    assert all(reason and "{" not in reason for reason in shelf.reasons())


def test_a_whole_file_is_taken(shelf_with) -> None:
    text = HEAD + PROVENANCE + GRANT + CHOICE + STEP + TAKE_BACK + PATTERN
    playbook = shelf_with(text).playbook("x-opt-out")
    assert [step.id for step in playbook.steps] == ["let-in", "how", "one", "shut"]
    assert shelf_with(text).problems(TODAY) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (HEAD + "colour = 1" + PROVENANCE + STEP, "unknown key colour"),
        (HEAD + PROVENANCE + STEP + "colour = 1", "steps.1: unknown key colour"),
        (HEAD + PROVENANCE, "missing key steps"),
        (HEAD + "steps = []\n" + PROVENANCE, "a playbook has steps"),
        (HEAD + STEP, "missing key provenance"),
        (HEAD + PROVENANCE + GRANT, "let-in: grants access that no later step takes back"),
        (HEAD + PROVENANCE + TAKE_BACK + GRANT, "shut: takes back let-in, which grants nothing"),
        (HEAD + PROVENANCE + GRANT + TAKE_BACK.replace('"let-in"', '"one"'), "takes back one"),
        (HEAD + PROVENANCE + STEP + 'url = "http://x.com/a"', "http://x.com/a is not https"),
        (HEAD + PROVENANCE + STEP + 'url = "javascript:alert(1)"', "is not https"),
        (HEAD + PROVENANCE + STEP + 'url = "https://x.com.evil.example/"', "url: x.com.evil"),
        (HEAD + PROVENANCE + STEP + 'url = "https://facebook.com/"', "steps.1.url: facebook.com"),
        (HEAD + PROVENANCE + STEP + 'url = "https://x.com@evil.example/"', "steps.1.url: evil"),
        (HEAD + PROVENANCE + STEP + 'at = "nowhere"', "steps.1.at: the catalogue has no nowhere"),
        (HEAD.replace('"x"', '"nowhere"') + PROVENANCE + STEP, "service: the catalogue has no no"),
        (HEAD + PROVENANCE + STEP + STEP, "one: two steps have this id"),
        (HEAD + PROVENANCE + STEP + 'copy = "{email}"', "one: nothing is known as email"),
        (HEAD + PROVENANCE + STEP + 'text = "Pick {app}"', "one: {app} stands only in a step for"),
        (HEAD + PROVENANCE + STEP + 'each = "day"', "one: each can only be"),
        (HEAD + PROVENANCE + STEP + 'when = { chosen = "how=a" }', "one: no earlier step offers"),
        (
            HEAD + PROVENANCE + CHOICE + STEP + 'when = { chosen = "how=c" }',
            "one: no earlier step offers how=c",
        ),
        (HEAD + PROVENANCE + STEP.replace('"one"', '"One two"'), "steps.1: One two: only a-z"),
        (HEAD + PROVENANCE + STEP.replace("confirm", "sing"), "steps.1.kind: 'sing' is none of"),
        (HEAD + PROVENANCE + STEP.replace("confirm", "wait_until"), "needs wait_days"),
        (HEAD + PROVENANCE + STEP.replace("confirm", "send_request"), "needs copy"),
        (HEAD + PROVENANCE + STEP + PATTERN.replace("loop", "sneer"), "dark_patterns.1.type"),
        (HEAD + PROVENANCE + STEP + PATTERN.replace('"one"', '"two"'), "no step two"),
        (HEAD.replace("opt_out", "delete") + PROVENANCE + STEP, "purpose is called x-delete"),
        (HEAD.replace("x-opt-out", "y-opt-out") + PROVENANCE + STEP, "id: y-opt-out is not the"),
        (HEAD.replace('service = "x"', "") + PROVENANCE + STEP, "only advice is about no service"),
        (HEAD + PROVENANCE + "[[steps", "at end of document"),
    ],
)  # fmt: skip
def test_what_must_not_be_in_a_playbook_is_refused_by_file_and_key(
    shelf_with, text: str, named: str
) -> None:
    assert named in refused(shelf_with(text))


def test_advice_about_no_service_is_called_so(shelf_with) -> None:
    head = HEAD.replace('service = "x"', "").replace("opt_out", "advice")
    text = head.replace("x-opt-out", "how-to") + PROVENANCE + STEP
    assert "begins with advice-" in refused(shelf_with(text, "how-to"), "how-to")


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("2026-08-21", "2999-08-21", "provenance.checked: 2999-08-21 cannot be"),
        ("2026-08-21", "1999-08-21", "provenance.checked: 1999-08-21 cannot be"),
        ("checked", 'source = ["Hearsay: X"]\nchecked', "provenance.source: Hearsay is not in"),
        ("checked", 'source = ["http://x.com"]\nchecked', "provenance.source: http"),
        ('step = "one"', 'source = ["Hearsay"]\nstep = "one"', "dark_patterns.1.source: Hearsay"),
    ],
)
def test_the_rules_for_contributors(shelf_with, old: str, new: str, named: str) -> None:
    text = (HEAD + PROVENANCE + STEP + PATTERN).replace(old, new)
    (problem,) = shelf_with(text).problems(TODAY)
    assert problem.startswith("x-opt-out.toml: ")
    assert named in problem


@pytest.mark.parametrize("id_", ["nowhere", "", "../sources", "x-delete.toml", "x/delete"])
def test_an_id_without_a_file_is_none(shelf: PlaybookShelf, id_: str) -> None:
    assert shelf.playbook(id_) is None
