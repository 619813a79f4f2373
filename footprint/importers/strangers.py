"""What is said of files in which no importer found anything of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from footprint.domain.preview import Refused
from footprint.i18n import _
from footprint.importers.files.names import Wanted, basename
from footprint.importers.files.portions import Portion
from footprint.importers.lookalikes import MEMBERS, Lookalike, network_name, recognise
from footprint.progress import Progress


def resemblance(name: str, held: Sequence[Portion], progress: Progress) -> Lookalike | None:
    """Which kind of download what is called `name` looks like."""
    wanted = Wanted(MEMBERS)
    members = [basename(p) for h in held for p in h.source.find(wanted, progress)]
    return recognise([name, *(portion.name for portion in held)], members)


def refusal(
    name: str, held: Sequence[Portion], kind: Lookalike | None, *, readable: Collection[str]
) -> Refused:
    """Why `name` is not read; `readable` are the networks whose downloads are."""
    for problem in (p for portion in held for p in portion.source.problems):
        title = f"{problem.where.file}: {problem.why}"
        return Refused(name, title, _reads(readable))
    if kind is None:
        return Refused(name, _("Nothing in this is known to Footprint."), _reads(readable))
    if kind.network in readable:
        return Refused(
            name,
            _("This looks like a download from {network}, but its list of apps is missing.").format(
                network=kind.name
            ),
            _("If there are more files of this download, choose all of them together."),
            kind.network,
        )
    return Refused(name, _unreadable(kind).format(network=kind.name), _reads(readable))


def _unreadable(kind: Lookalike) -> str:
    if kind.lists_apps:
        return _("This looks like a download from {network}, which cannot be read yet.")
    return _(
        "This looks like a download from {network}. It does not list the apps you let in;"
        " look at the page of connected apps in your account there."
    )


def _reads(readable: Collection[str]) -> str:
    names = ", ".join(sorted(network_name(network) for network in set(readable)))
    return _("Footprint reads the downloads of {networks}.").format(networks=names)
