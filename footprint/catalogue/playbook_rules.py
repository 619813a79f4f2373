"""The rules of playbooks that need the catalogue: services that exist, hosts that are their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from footprint.catalogue.catalogue import Catalogue
from footprint.catalogue.loader import refusal
from footprint.domain.fact import Source
from footprint.domain.playbook import Playbook, Purpose, id_for
from footprint.domain.service import host_of
from footprint.domain.step import Step
from footprint.i18n import _

_OLDEST_CHECK = date(2010, 1, 1)


def refuse_misfits(path: Path, playbook: Playbook, catalogue: Catalogue) -> None:
    """Raise CatalogueError unless the id fits, services are known and links lie on their hosts."""
    if path.stem != playbook.id:
        raise refusal(path, _("id: {id} is not the name of the file").format(id=playbook.id))
    service_id = playbook.service
    if service_id is not None:
        if catalogue.service(service_id) is None:
            raise refusal(path, _("service: the catalogue has no {id}").format(id=service_id))
        if playbook.id != id_for(service_id, playbook.purpose):
            why = _("id: a guide for this service and purpose is called {id}")
            raise refusal(path, why.format(id=id_for(service_id, playbook.purpose)))
    elif not playbook.id.startswith(f"{Purpose.ADVICE.value}-"):
        raise refusal(path, _("id: advice about no service begins with advice-"))
    for place, step in enumerate(playbook.steps, 1):
        if why := _misfit(step, playbook, catalogue):
            raise refusal(path, f"steps.{place}.{why}")


def broken_rules(
    playbooks: Iterable[Playbook], sources: Iterable[Source], today: date
) -> list[str]:
    """One English sentence per rule that a contributor broke; a person's machine needs none."""
    known = frozenset(source.name for source in sources)
    found = []
    for playbook in playbooks:
        checked = playbook.provenance.checked
        if not _OLDEST_CHECK <= checked <= today:
            found.append(f"{playbook.id}.toml: provenance.checked: {checked} cannot be")
        for key, reference in _references(playbook):
            name = reference.removeprefix("derived from ").partition(": ")[0]
            if name not in known and not reference.startswith("https://"):
                found.append(f"{playbook.id}.toml: {key}: {name} is not in sources.toml")
    return found


def _misfit(step: Step, playbook: Playbook, catalogue: Catalogue) -> str:
    """What is wrong with the places a step leads to; "" when nothing is."""
    service_id = step.at or playbook.service
    service = catalogue.service(service_id) if service_id else None
    if step.at is not None and service is None:
        return _("at: the catalogue has no {id}").format(id=step.at)
    if step.url is not None and (service is None or not service.owns(step.url)):
        text = _("url: {host} is no host of {service}")
        return text.format(host=host_of(step.url), service=service_id or "—")
    return ""


def _references(playbook: Playbook) -> Iterator[tuple[str, str]]:
    """Every reference to a source in the playbook, with the key where it stands."""
    yield from (("provenance.source", reference) for reference in playbook.provenance.source)
    for place, pattern in enumerate(playbook.dark_patterns, 1):
        yield from ((f"dark_patterns.{place}.source", reference) for reference in pattern.source)
