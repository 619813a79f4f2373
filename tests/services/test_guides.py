"""Which guides there are, and how fast one finds them."""

from __future__ import annotations

import time

from footprint.domain.playbook import Making, Purpose
from footprint.services.workspace import Workspace


def test_every_service_has_a_guide_that_can_be_begun(workspace: Workspace) -> None:
    services = workspace.seeing.services()
    assert len(services) == 259
    for service in services:
        heads = workspace.guides.of_service(service.id)
        assert heads, service.id
        for head in heads:
            assert workspace.guides.shipped(head.id) is not None, head.id


def test_what_is_listed_is_what_can_be_begun(workspace: Workspace) -> None:
    everything = workspace.guides.all()
    ids = [playbook.id for playbook in everything]
    assert len(ids) == len(set(ids))
    assert all(workspace.guides.shipped(id_) for id_ in ids)
    assert [p.making for p in everything] == sorted(
        (p.making for p in everything), key=lambda m: m is Making.GENERATED
    )


def test_hand_written_ones_come_first_and_have_no_double(workspace: Workspace) -> None:
    found = workspace.guides.find("x", Purpose.DELETE)
    assert found is not None
    assert found.id == "x-delete"
    purposes = [head.purpose for head in workspace.guides.of_service("x")]
    assert len(purposes) == len(set(purposes))
    assert workspace.guides.find("klout", Purpose.DELETE) is None
    assert workspace.guides.of_service("nowhere") == ()
    assert workspace.guides.shipped("nowhere-delete") is None


def test_a_generated_guide_that_is_not_offered_is_not_there(workspace: Workspace) -> None:
    """A network that one deletes gets no letter beside it."""
    assert workspace.guides.shipped("x-opt-out") is None
    assert workspace.guides.shipped("flickr-opt-out") is None


def test_advice_is_about_no_service(workspace: Workspace) -> None:
    assert all(head.service is None for head in workspace.guides.advice())
    assert len(workspace.guides.advice()) == 5


def test_a_guide_is_found_at_once(workspace: Workspace) -> None:
    """Opening a row of the catalogue reads the files of one service, and those only once."""

    def milliseconds(service: str) -> float:
        began = time.perf_counter()
        workspace.guides.find(service, Purpose.DELETE)
        return (time.perf_counter() - began) * 1000

    workspace.guides.find("x", Purpose.DELETE)  # imports and compiles what reads TOML
    assert milliseconds("flickr") < 50
    assert min(milliseconds("flickr") for _again in range(20)) < 1
    shelf = workspace.guides._shelf
    assert set(shelf._heads) < set(shelf.ids()), "not everything was read for it"
