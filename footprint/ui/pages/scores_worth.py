"""Whether a score was worth it, in sentences: ups and downs, outcomes, and what fed it."""

from __future__ import annotations

from collections.abc import Iterator

from footprint.domain.day_text import event_day_text
from footprint.domain.event import Event
from footprint.domain.explaining.worth import Feed, Worth, worth_text
from footprint.i18n import _, ngettext
from footprint.services.workspace import Workspace
from footprint.ui.models.words import number


def worth_lines(workspace: Workspace, worth: Worth) -> tuple[str, ...]:
    """What the score did beside what came of it, and what its networks let others see."""
    return (
        _moves(worth),
        *map(_outcome, worth.outcomes),
        worth_text(worth),
        *(line for feed in worth.feeds for line in _feed(workspace, feed)),
    )


def _moves(worth: Worth) -> str:
    ups, downs = len(worth.ups), len(worth.downs)
    if not ups and not downs:
        return _("It had no clear ups and downs.")
    rose = ngettext("It clearly rose once", "It clearly rose {n} times", ups) if ups else ""
    fell = ngettext("fell once", "fell {n} times", downs) if downs else ""
    if not ups:
        return ngettext("It clearly fell once.", "It clearly fell {n} times.", downs).format(
            n=number(downs)
        )
    if not downs:
        return rose.format(n=number(ups)) + "."
    both = _("{rose} and {fell}.")
    return both.format(rose=rose.format(n=number(ups)), fell=fell.format(n=number(downs)))


def _outcome(event: Event) -> str:
    told = _("{day}: {title}, worth {worth}.") if event.worth else _("{day}: {title}.")
    return told.format(day=event_day_text(event), title=event.title, worth=event.worth)


def _feed(workspace: Workspace, feed: Feed) -> Iterator[str]:
    """A network the score feeds on: who may look there, and what is known of your acts on it."""
    name = workspace.seeing.service_name(feed.service)
    apps = _apps(workspace, feed.service)
    if apps is None:
        yield _("It feeds on {network}.").format(network=name)
    else:
        words = ngettext(
            "It feeds on {network}, where {n} app has access.",
            "It feeds on {network}, where {n} apps have access.",
            apps,
        )
        yield words.format(network=name, n=number(apps))
    if feed.acts:
        titles = ", ".join(f"“{compared.event.title}”" for compared in feed.acts)
        yield _("What you did there stands above: {titles}.").format(titles=titles)
    else:
        yield _("You logged nothing you did there, so nothing is known of what it adds.")


def _apps(workspace: Workspace, network: str) -> int | None:
    """How many apps have access to the accounts there; None without an account, or unknown."""
    accounts = [s for s in workspace.seeing.accounts() if s.account.network == network]
    counts = [summary.live for summary in accounts if summary.live is not None]
    return sum(counts) if counts else None
