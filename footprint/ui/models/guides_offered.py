"""The guides that can be started: hand-written ones, generated ones marked as such, advice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from footprint.domain.names import folded
from footprint.domain.playbook import Making, Playbook, Purpose
from footprint.i18n import _, ngettext
from footprint.services.workspace import Workspace
from footprint.ui.models.dates import ago
from footprint.ui.models.table import Column, Look, PagedTable
from footprint.ui.models.words import number
from footprint.ui.plain import plain


@dataclass(frozen=True, slots=True)
class Offer:
    """One guide with the name of its service, and what a search looks through."""

    playbook: Playbook
    service_name: str
    haystack: str


def offers_of(workspace: Workspace) -> list[Offer]:
    """Every guide, advice first, then by service. Reads everything: for the background."""
    found = [_offer(workspace, playbook) for playbook in workspace.guides.all()]
    purposes = list(Purpose)
    found.sort(
        key=lambda o: (
            o.playbook.service is not None,
            folded(o.service_name),
            purposes.index(o.playbook.purpose),
        )
    )
    return found


def matching(offers: Iterable[Offer], text: str) -> list[Offer]:
    """The guides in which every word of `text` occurs."""
    words = folded(text).split()
    return [offer for offer in offers if all(word in offer.haystack for word in words)]


def purpose_word(purpose: Purpose) -> str:
    """What a guide is for, in a few words."""
    return {
        Purpose.DISCONNECT_APP: _("disconnect apps"),
        Purpose.DISCONNECT_ALL: _("disconnect every app"),
        Purpose.DOWNLOAD: _("download your data"),
        Purpose.DEACTIVATE: _("deactivate"),
        Purpose.DELETE: _("delete"),
        Purpose.OPT_OUT: _("opt out"),
        Purpose.ADVICE: _("advice"),
    }[purpose]


def making_word(making: Making) -> str:
    """How a guide came to be."""
    if making is Making.GENERATED:
        return _("made from facts")
    return _("written by hand")


def making_told(playbook: Playbook) -> str:
    """The same in a sentence."""
    if playbook.making is Making.GENERATED:
        return _("Made from the facts of the catalogue: nobody has walked it and written it down.")
    return _("Written by hand.")


def minutes_word(minutes: int) -> str:
    """About how long it takes."""
    return ngettext("about {n} min", "about {n} min", minutes).format(n=number(minutes))


def guide_title(playbook: Playbook) -> str:
    """The title of a guide that was not begun: no app is known yet."""
    title = playbook.title.replace("{app}", _("an app"))
    return plain(title, limit=160)


def about_apps(playbook: Playbook) -> bool:
    """Whether the guide is about single apps, which have to be chosen first."""
    return any(step.each for step in playbook.steps)


def _offer(workspace: Workspace, playbook: Playbook) -> Offer:
    name = workspace.seeing.service_name(playbook.service) if playbook.service else ""
    parts = [
        name, guide_title(playbook), playbook.summary, purpose_word(playbook.purpose),
        making_word(playbook.making), playbook.service or "",
    ]  # fmt: skip
    return Offer(playbook, name, folded(" ".join(parts)))


class OffersModel(PagedTable[Offer]):
    """Guides that can be started."""

    def __init__(self, parent: QObject | None = None) -> None:
        columns: list[Column[Offer]] = [
            Column(
                _("Guide"), lambda o: guide_title(o.playbook), width=34, grow=3, look=Look.NAME,
                value=lambda o: o.service_name,
            ),
            Column(_("For"), lambda o: purpose_word(o.playbook.purpose), width=21, rank=3),
            Column(
                _("Takes"), lambda o: minutes_word(o.playbook.minutes), width=14, rank=2,
            ),
            Column(_("Made"), lambda o: making_word(o.playbook.making), width=17, rank=1),
            Column(
                _("Checked"), lambda o: ago(o.playbook.provenance.checked), width=14, rank=4,
            ),
        ]  # fmt: skip
        super().__init__(columns, lambda offer: offer.playbook.id, parent=parent)

    def put(self, offers: Sequence[Offer]) -> None:
        """Show these."""
        self.renew(lambda limit, offset: offers[offset : offset + limit])
