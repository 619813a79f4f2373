"""Apps in Facebook's JSON: the lists of 2018–2023 and the label layout since 2024."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from footprint.domain.finding import AppFinding, GrantFinding, Where
from footprint.domain.grant import GrantState
from footprint.domain.section import Section
from footprint.i18n import _
from footprint.importers import labels, meta_apps, moments
from footprint.importers.fields import identifier, mapping
from footprint.importers.gathering import Gatherer, Unusable
from footprint.importers.labels import Meaning
from footprint.importers.meta_rows import named_values
from footprint.importers.meta_text import text
from footprint.importers.rolls import Roll

APPS = Roll("apps", Section.GRANTS)
BLOCKED = Roll("blocked apps", Section.GRANTS)

_read_labels = meta_apps.grants(APPS, GrantState.LIVE)


def app(record: Any, where: Where) -> Iterator[GrantFinding]:
    """One app of `installed_apps`; no download of Facebook's names what an app may do."""
    entry = mapping(record)
    if "label_values" in entry:
        yield from _read_labels(record, where)
        return
    name = text(entry.get("name"))
    if name is None:
        raise Unusable(_("This app has no name."))
    removed = moments.from_unix(entry.get("removed_timestamp"))
    state = _state(entry.get("category"), GrantState.REMOVED if removed else GrantState.LIVE)
    yield GrantFinding(
        app=AppFinding(name),
        roll=APPS.name,
        where=where,
        state=state,
        since=moments.from_unix(entry.get("added_timestamp")),
        ended=removed if state is GrantState.REMOVED else None,
        member_id=identifier(entry.get("user_app_scoped_id")),
    )


def _state(category: object, otherwise: GrantState) -> GrantState:
    """What `category` means; without one (2018–2020) the other fields say it."""
    word = text(category)
    if category is None:
        return otherwise
    state = labels.state(word) if word else None
    if state is None:
        raise Unusable(_("This app is in a category that Footprint does not know."))
    return state


def read_label_apps(gatherer: Gatherer, document: Any, file: str) -> None:
    """Read the apps of a `label_values` document."""
    gatherer.read(document, file, APPS, _read_labels)
    if document:
        meta_apps.warn_unconfirmed(gatherer, file)


def read_blocked(gatherer: Gatherer, document: Any, file: str) -> None:
    """Read the apps the person blocked; Facebook calls the file "permissions you have granted"."""
    gatherer.cover(BLOCKED)
    meta_apps.warn_unconfirmed(gatherer, file)
    for number, (known, name) in enumerate(named_values(document), start=1):
        meanings = {labels.meaning(label) for label in known} - {None}
        if meanings and not meanings & {Meaning.BLOCKED, Meaning.NAME}:
            continue
        if name is None:
            gatherer.bad(Where(file, number), _("This app has no name."), BLOCKED)
        else:
            gatherer.add(blocked(name, Where(file, number)))


def blocked(name: str, where: Where) -> GrantFinding:
    """An app that may not reach the person's account."""
    return GrantFinding(AppFinding(name), BLOCKED.name, where, GrantState.BLOCKED)
