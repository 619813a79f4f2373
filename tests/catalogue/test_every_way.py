"""Every playbook, hand-written and generated, is walked through every branch to its end."""

from __future__ import annotations

from collections.abc import Callable

from footprint.catalogue.catalogue import Catalogue
from footprint.catalogue.generated import generated_for
from footprint.catalogue.playbooks import PlaybookShelf
from footprint.domain.playbook import Playbook
from tests.walking import walk_every_way

# How many there were when this was written; fewer means that ways went missing.
PLAYBOOKS, WAYS = 450, 5_000


def every_playbook() -> list[Playbook]:
    catalogue = Catalogue()
    shelf = PlaybookShelf(catalogue)
    written = [playbook for playbook in map(shelf.playbook, shelf.ids()) if playbook]
    made = [
        playbook
        for service in catalogue.services()
        for playbook in generated_for(
            service, {head.purpose for head in shelf.heads_of(service.id)}
        )
    ]
    return written + made


def test_every_playbook_is_walked_every_way_to_its_end(
    record_property: Callable[[str, object], None],
) -> None:
    playbooks = every_playbook()
    ways = {playbook.id: walk_every_way(playbook) for playbook in playbooks}
    walked = sum(way.count for way in ways.values())
    record_property("ways", walked)
    print(f"{len(playbooks)} playbooks, walked {walked} ways")

    never = {
        playbook.id: missed
        for playbook in playbooks
        if (missed := {step.id for step in playbook.steps} - ways[playbook.id].met)
    }
    assert never == {}, "steps that nobody can come to"
    assert len(playbooks) >= PLAYBOOKS
    assert walked >= WAYS
