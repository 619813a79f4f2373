"""Guides: which playbooks there are for what, with the person's own corrections in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from footprint.catalogue.catalogue import Catalogue
from footprint.catalogue.generated import generated_for
from footprint.catalogue.playbooks import PlaybookShelf
from footprint.domain.dark_pattern import PatternKind
from footprint.domain.override import Override, overridden
from footprint.domain.playbook import Playbook, PlaybookHead, Purpose, id_for
from footprint.store.database import Database
from footprint.store.overrides import Overrides


class Guides:
    """The playbooks of one workspace: hand-written ones, and generated ones for all the rest."""

    def __init__(self, database: Database, catalogue: Catalogue, shelf: PlaybookShelf) -> None:
        self._database = database
        self._catalogue = catalogue
        self._shelf = shelf
        self._made: dict[str, tuple[Playbook, ...]] = {}

    def heads(self) -> tuple[PlaybookHead, ...]:
        """The top of every hand-written playbook."""
        return self._shelf.heads()

    def all(self) -> list[Playbook]:
        """Every playbook as shipped, generated ones last. Reads everything: takes a second."""
        written = [p for p in map(self._shelf.playbook, self._shelf.ids()) if p]
        services = self._catalogue.services()
        return written + [made for service in services for made in self._generated(service.id)]

    def of_service(self, service_id: str) -> tuple[PlaybookHead, ...]:
        """The guides for a service: hand-written first. Never empty for a known service."""
        return (*self._shelf.heads_of(service_id), *self._generated(service_id))

    def find(self, service_id: str, purpose: Purpose) -> PlaybookHead | None:
        """The guide for a service and a purpose."""
        found = (head for head in self.of_service(service_id) if head.purpose is purpose)
        return next(found, None)

    def advice(self) -> tuple[PlaybookHead, ...]:
        """The guides about no service."""
        return tuple(head for head in self._shelf.heads() if head.service is None)

    def shipped(self, playbook_id: str) -> Playbook | None:
        """The playbook of that id as shipped, hand-written or generated."""
        written = self._shelf.playbook(playbook_id)
        if written:
            return written
        made = self._generated(_service_of(playbook_id))
        return next((playbook for playbook in made if playbook.id == playbook_id), None)

    def playbook(self, playbook_id: str) -> Playbook | None:
        """The playbook of that id, with the person's own corrections in it."""
        shipped = self.shipped(playbook_id)
        return self.corrected(shipped) if shipped else None

    def corrected(self, playbook: Playbook) -> Playbook:
        """The playbook with the person's own corrections in it."""
        own = Overrides(self._database).of(playbook.id)
        if not own:
            return playbook
        steps = tuple(overridden(step, own.get(step.id)) for step in playbook.steps)
        return replace(playbook, steps=steps)

    def overrides(self, playbook_id: str) -> dict[str, Override]:
        """The person's own corrections of a playbook, by step."""
        return Overrides(self._database).of(playbook_id)

    def dark_pattern(self, kind: str) -> PatternKind | None:
        """What a type of dark pattern is called, and what to do about it."""
        return self._shelf.pattern(kind)

    def neutral_reasons(self) -> Iterable[str]:
        """Answers to a required "why are you leaving?" that disclose nothing."""
        return self._shelf.reasons()

    def _generated(self, service_id: str) -> tuple[Playbook, ...]:
        """The generated guides of a service, for what nobody has written by hand; made once."""
        if service_id not in self._made:
            service = self._catalogue.service(service_id)
            written = {head.purpose for head in self._shelf.heads_of(service_id)}
            self._made[service_id] = generated_for(service, written) if service else ()
        return self._made[service_id]


def _service_of(playbook_id: str) -> str:
    """The service that the id of a playbook begins with; "" when it is no such id."""
    endings = (id_for("", purpose) for purpose in Purpose)
    found = (playbook_id.removesuffix(end) for end in endings if playbook_id.endswith(end))
    return next(found, "")
