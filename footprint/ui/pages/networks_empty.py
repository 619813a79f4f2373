"""What the Networks page says where it has nothing to list, and why that is so."""

from __future__ import annotations

from footprint.domain.account import AccountSummary
from footprint.domain.section import Section
from footprint.domain.service import Service
from footprint.i18n import _
from footprint.ui.models.dates import exact
from footprint.ui.models.words import section_word
from footprint.ui.pages.networks_view import GrantView
from footprint.ui.plain import plain

Words = tuple[str, str]  # a sentence, and what can be done about it


def no_grants(
    view: GrantView, summary: AccountSummary | None, network: Service | None, folded: int
) -> Words:
    """Why the list of apps is empty; `summary` is None when all accounts are looked at."""
    if view.narrowed:
        hint = _("Search for something else, or clear the search and the filters.")
        return _("Nothing matches."), hint
    if folded:
        hint = _("They were removed, blocked, or are no longer listed.")
        return _("Every app here is folded away."), hint
    if summary is not None and summary.live is None:
        return _("Apps: not in the export"), _not_in_export(network)
    if summary is not None and summary.last_looked is not None:
        text = _("What was read on this account, as of {day}, lists no app.")
        return _("No app is connected."), text.format(day=exact(summary.last_looked))
    return _("No app is known yet."), _("Import an archive, or add an app by hand.")


def no_listings(section: Section, *, told: bool, text: str) -> Words:
    """Why a section is empty: nothing matches, nothing is there, or nothing tells."""
    if text.strip():
        return _("Nothing matches."), _("Search for something else, or clear the search.")
    name = section_word(section)
    if told:
        hint = _("The archives that were read have this list, and it is empty.")
        return _("{section}: none").format(section=name), hint
    hint = _("Nothing that was read so far has this list. That does not mean there is nothing.")
    return _("{section}: not in the export").format(section=name), hint


def _not_in_export(network: Service | None) -> str:
    """The catalogue's own sentence for this network, else what holds for any."""
    archive = network.download.archive if network and network.download else None
    if archive is not None and archive.instead:
        return plain(archive.instead, limit=400)
    return _("Nothing that was read lists the apps of this account: read them from its page.")
