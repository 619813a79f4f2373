"""Generated guides off the lists of people-search sites, brokers and bureaus, on their pages."""

from __future__ import annotations

from footprint.catalogue.generated_letters import address_of, limits
from footprint.catalogue.generated_steps import (
    demands,
    disclosed,
    id_advice,
    keeping_proof,
    opening,
    playbook_of,
    sentences,
)
from footprint.domain.fact import Fact
from footprint.domain.playbook import Playbook, Purpose
from footprint.domain.service import Service, ServiceKind
from footprint.domain.standing import RELIST_DAYS
from footprint.domain.step import Step, StepKind
from footprint.i18n import _

# People-search sites say days; the guides for them plan a second look after two weeks.
_LOOK_AFTER_DAYS = 14


def opting_out(service: Service, link: Fact[str]) -> Playbook:
    """Ask a service on its own page to leave one out."""
    lists_people = service.kind is ServiceKind.PEOPLE_SEARCH
    bureau = service.kind is ServiceKind.CONSUMER_SCORE
    page = _("Open the page of {service} for this") if bureau else _("Open its opt-out page")
    steps = (
        *(_looking_for_listing() if lists_people else ()),
        opening(link, page, limits(service), signs_in=False),
        _filling_in(service),
        keeping_proof(_("Take a picture of the page or the e-mail that confirms the request.")),
        *(_looking_later() if lists_people else (_confirmed(),)),
    )
    if bureau:
        title = _("Limit what {service} passes on about you")
        summary = sentences(link.note, _("You ask {service} for it on its own page."))
    else:
        title = _("Opt out of {service}")
        summary = _("You ask {service} on its own page to leave you out.")
    return playbook_of(
        service,
        Purpose.OPT_OUT,
        (title, summary),
        steps,
        fact=link,
        recheck_days=(_LOOK_AFTER_DAYS, RELIST_DAYS) if lists_people else (),
    )


def _filling_in(service: Service) -> Step:
    address = address_of(service.contact)
    other_way = _("If it does not work, reach them another way ({address}).")
    return Step(
        id="fill-in",
        kind=StepKind.CONFIRM,
        title=_("Fill in the form and send it"),
        text=sentences(
            _("Fill in only what it insists on. If an e-mail comes, press the link in it."),
            other_way.format(address=address) if address else "",
        ),
        refuse=sentences(
            _("Anything for sale, and an account, if you can do without one."), id_advice(service)
        ),
        demands=demands(service),
        discloses=disclosed(service),
        minutes=4,
    )


def _looking_for_listing() -> tuple[Step, ...]:
    return (
        Step(
            id="look",
            kind=StepKind.CONFIRM,
            title=_("Look for yourself on {service}"),
            text=_(
                "Search there for your name and town. Keep the address of each page that is you."
            ),
            refuse=_("A paid report, and anything that they do not show already."),
            minutes=4,
        ),
    )


def _looking_later() -> tuple[Step, ...]:
    return (
        Step(
            id="wait",
            kind=StepKind.WAIT_UNTIL,
            title=_("Give {service} two weeks"),
            text=_("How long it takes is not known. Such sites usually need some days."),
            wait_days=_LOOK_AFTER_DAYS,
            minutes=0,
        ),
        Step(
            id="look-again",
            kind=StepKind.VERIFY,
            title=_("Look whether you are gone"),
            text=_("Search for your name again. A second page about you may have come up."),
            minutes=3,
        ),
    )


def _confirmed() -> Step:
    return Step(
        id="answer",
        kind=StepKind.VERIFY,
        title=_("Look whether they confirm it"),
        text=_(
            "There is no public page on which you could look. Go by what they write; if they"
            " write nothing, it cannot be checked."
        ),
    )
