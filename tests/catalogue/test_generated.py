"""Generated guides: every service has a way out, and it says no more than is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from footprint.catalogue.catalogue import Catalogue
from footprint.catalogue.generated import generated_for
from footprint.catalogue.playbooks import PlaybookShelf
from footprint.domain.playbook import Making, Playbook, Purpose, id_for
from footprint.domain.service import Service, ServiceKind, ServiceState
from footprint.domain.step import Identifier, StepKind

EXITS = {Purpose.DELETE, Purpose.OPT_OUT}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


@pytest.fixture(scope="module")
def shelf(catalogue: Catalogue) -> PlaybookShelf:
    return PlaybookShelf(catalogue)


@pytest.fixture(scope="module")
def every(catalogue: Catalogue, shelf: PlaybookShelf) -> list[tuple[Service, Playbook]]:
    return [
        (service, playbook)
        for service in catalogue.services()
        for playbook in generated_for(service, {h.purpose for h in shelf.heads_of(service.id)})
    ]


def of(catalogue: Catalogue, service_id: str, purpose: Purpose = Purpose.OPT_OUT) -> Playbook:
    service = catalogue.service(service_id)
    assert service is not None
    (found,) = (p for p in generated_for(service, ()) if p.purpose is purpose)
    return found


def texts(playbook: Playbook) -> Iterator[str]:
    yield from (playbook.title, playbook.summary, *playbook.remains, *playbook.cannot_undo)
    for step in playbook.steps:
        yield from (step.title, step.text, step.refuse, step.copy or "")


def test_every_service_has_a_way_out(catalogue: Catalogue, shelf: PlaybookShelf) -> None:
    services = catalogue.services()
    assert len(services) == 259
    for service in services:
        written = {head.purpose for head in shelf.heads_of(service.id)}
        made = {playbook.purpose for playbook in generated_for(service, written)}
        assert EXITS & (written | made), service.id
        assert not written & made, f"{service.id}: a second guide for the same"


def test_nothing_is_made_twice_and_all_are_marked(every) -> None:
    ids = [playbook.id for _service, playbook in every]
    assert len(ids) == len(set(ids))
    for service, playbook in every:
        assert playbook.making is Making.GENERATED
        assert playbook.id == id_for(service.id, playbook.purpose)


def test_links_lie_on_the_services_own_hosts_and_those_of_closed_ones_are_not_opened(every) -> None:
    links = [(s, step.url) for s, p in every for step in p.steps if step.url]
    assert len(links) > 200
    for service, url in links:
        assert url.startswith("https://")
        assert service.owns(url), (service.id, url)
        assert service.status.state.value is not ServiceState.DEFUNCT, service.id


def test_an_opt_out_is_made_only_where_there_is_something_to_opt_out_of(every) -> None:
    """An account that can be deleted is left that way; a letter is for what has no page."""
    for service, playbook in every:
        if playbook.purpose is Purpose.OPT_OUT and not service.links.opt_out:
            assert service.links.delete is None or service.status.state.value is (
                ServiceState.DEFUNCT
            ), service.id


def test_the_texts_are_whole_sentences(every) -> None:
    for _service, playbook in every:
        for text in filter(None, texts(playbook)):
            assert "  " not in text, (playbook.id, text)
            assert "!" not in text, (playbook.id, text)
            assert text[0] not in ".,; " or text.startswith(".Net"), (playbook.id, text)
            assert not re.search(r"[.,;] [.,;]|\.\.$|\bNone\b", text), (playbook.id, text)
        for step in playbook.steps:
            assert not step.text or step.text[-1] in ".”)", (playbook.id, step.text)
            assert step.title[-1] not in ".,;", (playbook.id, step.title)
        assert playbook.title[-1] != "."
        assert playbook.summary[-1] == "."


def test_a_guide_rests_on_the_fact_it_was_made_from(catalogue: Catalogue) -> None:
    playbook = of(catalogue, "flickr", Purpose.DELETE)
    service = catalogue.service("flickr")
    assert service is not None
    assert service.links.delete is not None
    assert playbook.provenance.checked == service.links.delete.checked
    assert playbook.provenance.source == service.links.delete.source


def test_a_broker_without_a_page_gets_a_letter_with_all_we_know_of_where_to_write(
    catalogue: Catalogue,
) -> None:
    playbook = of(catalogue, "crif-de")
    (write,) = (step for step in playbook.steps if step.kind is StepKind.SEND_REQUEST)
    for known in ("CRIF GmbH", "datenschutz.de@crif.com", "selbstauskunft.crif.de", "München"):
        assert known in write.text
    assert "these countries: DE." in write.text
    assert "They want to have: full name, postal address." in write.text
    assert write.request == "access"
    assert write.url == "https://selbstauskunft.crif.de/onlineForm"
    assert {Identifier.NAME, Identifier.EMAIL, Identifier.ADDRESS} == set(write.discloses)
    assert playbook.regions == ("DE",)


def test_a_freeze_is_not_called_a_deletion(catalogue: Catalogue) -> None:
    playbook = of(catalogue, "experian")
    assert playbook.title == "Limit what Experian (US) passes on about you"
    assert playbook.summary.startswith("A credit freeze, not a deletion.")


def test_a_closed_service_without_an_heir_says_that_nobody_is_left(catalogue: Catalogue) -> None:
    playbook = of(catalogue, "askfm")
    assert all(step.url is None for step in playbook.steps)
    assert "nobody is left" in playbook.steps[-1].title
    assert "2024-12-01" in playbook.summary


def test_a_closed_service_with_an_heir_says_whom_to_ask(catalogue: Catalogue) -> None:
    playbook = of(catalogue, "peerindex")
    (write,) = (step for step in playbook.steps if step.kind is StepKind.SEND_REQUEST)
    assert "Brandwatch" in write.text
    assert playbook.steps[0].id == "grants", "its grant may still stand at a network"


def test_a_service_that_deletes_by_e_mail_gets_a_letter_and_no_button(catalogue: Catalogue) -> None:
    playbook = of(catalogue, "hackernews", Purpose.DELETE)
    kinds = [step.kind for step in playbook.steps]
    assert StepKind.SEND_REQUEST in kinds
    (write,) = (step for step in playbook.steps if step.kind is StepKind.SEND_REQUEST)
    assert write.destructive
    assert "hn@ycombinator.com" in write.text


def test_a_grace_period_is_waited_for_and_what_is_not_known_of_it_is_said(
    catalogue: Catalogue,
) -> None:
    playbook = of(catalogue, "yahoo", Purpose.DELETE)
    (wait,) = (step for step in playbook.steps if step.kind is StepKind.WAIT_UNTIL)
    assert (wait.wait_days, playbook.grace_period_days) == (30, 30)
    assert "30 to 180 days" in wait.text
    assert "not known" in wait.text


def test_people_search_sites_are_looked_at_again_and_brokers_cannot_be(
    catalogue: Catalogue,
) -> None:
    assert of(catalogue, "truecaller").recheck_days == (14, 90)
    broker = of(catalogue, "adapt")
    assert broker.recheck_days == ()
    assert "cannot be checked" in broker.steps[-1].text


@pytest.mark.parametrize(
    ("service_id", "given"),
    [
        ("grindr", ()),
        ("truecaller", (Identifier.PHONE,)),
        ("experian", (Identifier.NAME, Identifier.ADDRESS, Identifier.BIRTH_DATE,
                      Identifier.TAX_NUMBER)),
        ("hackernews", (Identifier.EMAIL, Identifier.NAME)),
    ],
)  # fmt: skip
def test_what_one_gives_away_follows_from_what_they_insist_on(
    catalogue: Catalogue, service_id: str, given: tuple[Identifier, ...]
) -> None:
    purpose = Purpose.OPT_OUT if service_id in {"truecaller", "experian"} else Purpose.DELETE
    acts = [step for step in of(catalogue, service_id, purpose).steps if step.demands or step.copy]
    assert {d for step in acts for d in step.discloses} == set(given)


def test_where_an_id_is_asked_for_it_is_said_to_be_covered(catalogue: Catalogue) -> None:
    playbook = of(catalogue, "grindr", Purpose.DELETE)
    assert any("cover everything" in step.refuse for step in playbook.steps)


def test_each_kind_of_service_is_among_them(every) -> None:
    assert {service.kind for service, _playbook in every} == set(ServiceKind)
