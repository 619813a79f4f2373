"""Generated guides: what the catalogue's facts allow to say where nobody has written a guide."""

from __future__ import annotations

from collections.abc import Collection

from footprint.catalogue.generated_access import disconnecting, disconnecting_app, downloading
from footprint.catalogue.generated_letters import asking, letter
from footprint.catalogue.generated_listings import opting_out
from footprint.catalogue.generated_steps import (
    is_over,
    opening,
    playbook_of,
    pressing,
    waiting,
    ways,
)
from footprint.domain.fact import Fact
from footprint.domain.playbook import Playbook, Purpose
from footprint.domain.service import Difficulty, Method, Service
from footprint.domain.step import Condition, Step, StepKind
from footprint.i18n import _

_WRITES = frozenset({Method.EMAIL, Method.PHONE, Method.MAIL, Method.FAX})
_EXITS = frozenset({Purpose.DELETE, Purpose.OPT_OUT})


def generated_for(service: Service, written: Collection[Purpose]) -> tuple[Playbook, ...]:
    """The guides of a service for which its facts suffice and which are not `written` by hand.

    A service always gets at least one way out, so that none ends in "nothing here".
    """
    made = [
        playbook
        for purpose, make, link in (
            (Purpose.DISCONNECT_APP, disconnecting_app, service.links.connected_apps),
            (Purpose.DISCONNECT_ALL, disconnecting, service.links.connected_apps),
            (Purpose.DOWNLOAD, downloading, service.links.data_export),
            (Purpose.DEACTIVATE, _deactivating, service.links.deactivate),
            (Purpose.DELETE, _deleting, service.links.delete),
            (Purpose.OPT_OUT, opting_out, service.links.opt_out),
        )
        if purpose not in written and link is not None and not is_over(service)
        for playbook in (make(service, link),)
    ]
    has_exit = _EXITS & {*written, *(playbook.purpose for playbook in made)}
    return tuple(made if has_exit else [*made, asking(service)])


def _deactivating(service: Service, link: Fact[str]) -> Playbook:
    steps = (
        opening(link, _("Open {service}'s page for deactivating the account")),
        pressing(_("Deactivate the account"), _("It is hidden from then on."), service),
        _looking_at_profile(),
    )
    return playbook_of(
        service,
        Purpose.DEACTIVATE,
        (
            _("Deactivate your {service} account"),
            _("The account is hidden. {service} keeps what it holds about you."),
        ),
        steps,
        fact=link,
        remains=(_("Everything: it is hidden, not deleted."),),
    )


def _deleting(service: Service, link: Fact[str]) -> Playbook:
    grace, cancels = service.grace_period_days, service.grace_login_cancels
    steps = (
        Step(
            id="archive",
            kind=StepKind.CONFIRM,
            title=_("Download your data first"),
            text=_("Save what you want to keep. Afterwards nobody can give it back to you."),
            when=Condition(archive_downloaded=False),
            minutes=5,
        ),
        Step(
            id="sign-ins",
            kind=StepKind.CONFIRM,
            title=_("Set another way in where you sign in with {service}"),
            text=_(
                "Add an e-mail address and a password there. Without {service} you may not get in"
                " again."
            ),
            minutes=5,
        ),
        opening(link, _("Open {service}'s page for deleting the account"), _warning(service)),
        *_ending(service),
        *waiting(service),
        _looking_at_profile(),
    )
    return playbook_of(
        service,
        Purpose.DELETE,
        (
            _("Delete your {service} account"),
            _("You delete the account at {service}, or ask for it where there is no button."),
        ),
        steps,
        fact=link,
        grace_period_days=grace.value if grace else None,
        grace_login_cancels=cancels.value if grace and cancels else None,
        cannot_undo=(_("What you have not downloaded before does not come back."),),
    )


def _ending(service: Service) -> tuple[Step, ...]:
    """The act itself: a button, a form, or a letter where there is neither."""
    doors = ways(service)
    if doors and doors[0] in _WRITES:
        return (letter(service, "erasure", destructive=True),)
    if doors and doors[0] is Method.WEB_FORM:
        return (pressing(_("Send the form"), _("Fill in only what it insists on."), service),)
    return (pressing(_("Delete the account"), "", service),)


def _warning(service: Service) -> str:
    """What to know before one hopes: how hard it is said to be."""
    known = service.difficulty
    if known is None or known.value not in {Difficulty.IMPOSSIBLE, Difficulty.LIMITED}:
        return ""
    return _(
        "There are reports that {service} does not delete accounts wholly, or not for everybody."
        " Do what the page allows, and keep a picture of what it says."
    )


def _looking_at_profile() -> Step:
    return Step(
        id="look-again",
        kind=StepKind.VERIFY,
        title=_("Look whether the profile is gone"),
        text=_(
            "Open your old profile page in a private window of your browser, without signing in."
        ),
    )
