"""Generated guides to what a service gives out: to apps that it lets in, and to oneself."""

from __future__ import annotations

from footprint.catalogue.generated_steps import opening, playbook_of, sentences
from footprint.domain.fact import Fact
from footprint.domain.playbook import Playbook, Purpose
from footprint.domain.service import Service
from footprint.domain.step import Condition, Step, StepKind
from footprint.i18n import _


def disconnecting_app(service: Service, link: Fact[str]) -> Playbook:
    """Take chosen apps off the list of those that a network lets in."""
    return playbook_of(
        service,
        Purpose.DISCONNECT_APP,
        (
            _("Disconnect {app} from {service}"),
            _("{service} stops letting the app in. What it has copied stays with it."),
        ),
        (
            _setting_another_way(),
            opening(link, _("Open {service}'s list of connected apps")),
            _removing(),
            _loading_again(link),
            _asking_to_erase(),
        ),
        fact=link,
        remains=(_("What the app has copied until today."),),
    )


def _setting_another_way() -> Step:
    return Step(
        id="sign-in-check",
        kind=StepKind.CONFIRM,
        each="app",
        title=_("If you sign in to {app} with {service}, set another way first"),
        text=_("Add an e-mail address and a password in the settings of {app}."),
        when=Condition(app_signs_in=True),
        minutes=4,
    )


def _removing() -> Step:
    return Step(
        id="revoke",
        kind=StepKind.CONFIRM,
        each="app",
        title=_("Remove {app}"),
        text=_("Pick {app} in the list. The page may call it “remove”, “revoke” or “disconnect”."),
        copy="{app}",
    )


def _asking_to_erase() -> Step:
    return Step(
        id="ask-to-erase",
        kind=StepKind.SEND_REQUEST,
        each="app",
        title=_("Ask {app} to erase what it took"),
        text=_(
            "Removing ends its access from now on. Only a letter asks for what it already holds."
        ),
        copy=_(
            "Please erase the personal data that you obtained through my account at {service}, and"
            " confirm when it is done. I have withdrawn your access."
        ),
        request="erasure",
        minutes=3,
    )


def disconnecting(service: Service, link: Fact[str]) -> Playbook:
    """Take every app off the list of those that a network lets in."""
    steps = (
        opening(link, _("Open {service}'s list of connected apps")),
        Step(
            id="revoke",
            kind=StepKind.CONFIRM,
            title=_("Remove every app"),
            text=_(
                "Where you sign in to an app with {service}, set another way first. The page may"
                " call it “remove”, “revoke” or “disconnect”."
            ),
            minutes=5,
        ),
        _loading_again(link),
    )
    return playbook_of(
        service,
        Purpose.DISCONNECT_ALL,
        (
            _("Disconnect every app from {service}"),
            _("{service} stops letting the apps in. What they have copied stays with them."),
        ),
        steps,
        fact=link,
        remains=(_("What the apps have copied until today."),),
    )


def downloading(service: Service, link: Fact[str]) -> Playbook:
    """Get the copy that a service gives out."""
    known = service.download
    steps = (
        opening(link, _("Open {service}'s page for the download")),
        Step(
            id="request-archive",
            kind=StepKind.CONFIRM,
            title=_("Ask for the archive"),
            text=sentences(
                " ".join(known.steps)
                if known
                else _("Look for “download” or “export”, and choose everything there is."),
                known.format if known else "",
            ),
            minutes=3,
        ),
        Step(
            id="fetch",
            kind=StepKind.VERIFY,
            title=_("Fetch the file, and look whether it opens"),
            text=sentences(
                known.wait if known else _("How long it takes is not known."),
                _("Then drop it on the Footprint window. It writes nothing before you agree."),
            ),
            minutes=3,
        ),
    )
    return playbook_of(
        service,
        Purpose.DOWNLOAD,
        (
            _("Download your data from {service}"),
            _("You get a copy of what {service} holds about you, as far as it gives it out."),
        ),
        steps,
        fact=link,
    )


def _loading_again(link: Fact[str]) -> Step:
    return Step(
        id="look-again",
        kind=StepKind.VERIFY,
        title=_("Load the list once more"),
        text=_("What you removed is no longer there."),
        url=link.value,
    )
