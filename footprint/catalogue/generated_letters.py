"""Generated letters: whom to write to where no page is known, and what to ask for."""

from __future__ import annotations

from footprint.catalogue.generated_steps import (
    demands,
    disclosed,
    id_advice,
    is_over,
    keeping_proof,
    playbook_of,
    sentences,
    ways,
)
from footprint.domain.fact import Provenance
from footprint.domain.playbook import Playbook, Purpose
from footprint.domain.service import Contact, Method, Service, ServiceKind
from footprint.domain.step import Identifier, Step, StepKind
from footprint.i18n import _

_MONTH_DAYS = 31
# Apps that one lets in at a network leave a grant behind; brokers and bureaus never had one.
_LET_IN = frozenset({ServiceKind.APP, ServiceKind.SCORING})


def asking(service: Service) -> Playbook:
    """The way out of a service without a known page: a letter, and a month to answer it."""
    if is_over(service):
        return _left_behind(service)
    bureau = service.kind is ServiceKind.CONSUMER_SCORE
    steps = (
        *_looking_in_settings(service),
        *_looking_for_grants(service),
        letter(service, "access" if bureau else "erasure"),
        *_answer(),
    )
    countries = service.contact.countries
    regions = countries.value if bureau and countries else ()
    return playbook_of(
        service,
        Purpose.OPT_OUT,
        _words(bureau=bureau),
        steps,
        fact=_resting_on(service),
        regions=tuple(country.upper() for country in regions),
    )


def letter(service: Service, request: str, *, destructive: bool = False) -> Step:
    """A letter to a service, with everything that is known of where it goes."""
    page = service.contact.web_form
    if page is None and not address_of(service.contact):
        page = service.links.privacy_policy
    access = request == "access"
    asked = demands(service)
    return Step(
        id="write",
        kind=StepKind.SEND_REQUEST,
        title=_("Write to {service}") if not is_over(service) else _("Write to whoever has it now"),
        text=sentences(
            whom(service),
            limits(service),
            _("Add your name and what they may know you by."),
            _("They want to have: {what}.").format(what=", ".join(asked)) if asked else "",
        ),
        refuse=id_advice(service),
        url=page.value if page and not is_over(service) else None,
        copy=_access_letter() if access else _erasure_letter(),
        request=request,
        discloses=tuple(dict.fromkeys((Identifier.NAME, Identifier.EMAIL, *disclosed(service)))),
        destructive=destructive,
        minutes=5,
    )


def whom(service: Service) -> str:
    """Where to write, as far as it is known, with the countries for which it is the right place."""
    places = address_of(service.contact)
    if not places:
        return _(
            "No address is known. Look for “privacy” or “legal notice” at the bottom of its pages."
        )
    countries = service.contact.countries
    told = _("Where to write, as far as we know: {places}.").format(places=places)
    if countries:
        names = ", ".join(country.upper() for country in countries.value)
        told += " " + _("This address answers for these countries: {countries}.").format(
            countries=names
        )
    return told


def address_of(contact: Contact) -> str:
    """The ways to reach somebody in one line; "" where none is known."""
    known = (
        (_("company: {value}"), contact.controller),
        (_("e-mail: {value}"), contact.email),
        (_("form: {value}"), contact.web_form),
        (_("post: {value}"), contact.postal_address),
        (_("telephone: {value}"), contact.phone),
    )
    told = [words.format(value=fact.value) for words, fact in known if fact]
    return "; ".join(told) if told[1:] or contact.controller is None else ""


def limits(service: Service) -> str:
    """For whom it holds, where that is known."""
    return service.region_limits.value if service.region_limits else ""


def _words(*, bureau: bool) -> tuple[str, str]:
    if bureau:
        return (
            _("See what {service} holds about you"),
            _("You ask for a copy, and then object to what is wrong. Much may be kept by law."),
        )
    return (
        _("Ask {service} to erase what it holds"),
        _("No page of {service} for leaving is known to us, so you ask in writing."),
    )


def _looking_in_settings(service: Service) -> tuple[Step, ...]:
    """The page for privacy choices, or the settings, where the way out is said to be there."""
    page = service.links.privacy_settings
    if page is not None:
        title, text = _("Look at the privacy page of {service}"), page.note
        kind, url = StepKind.OPEN_PAGE, page.value
        text = sentences(text, _("Choose what limits them most, and look for “opt out”."))
    elif Method.SETTINGS in ways(service):
        title = _("Look for the way out in your settings at {service}")
        text = _("It is said to be in the settings of the account; the page is not known to us.")
        kind, url = StepKind.CONFIRM, None
    else:
        return ()
    return (Step(id="settings", kind=kind, title=title, text=text, url=url, minutes=3),)


def _looking_for_grants(service: Service) -> tuple[Step, ...]:
    if not _LET_IN & {service.kind, *service.also_kinds}:
        return ()
    return (
        Step(
            id="grants",
            kind=StepKind.CONFIRM,
            title=_("Look whether a network still lets {service} in"),
            text=_("Search for it on the Networks page and disconnect what is left."),
            minutes=2,
        ),
    )


def _answer() -> tuple[Step, ...]:
    return (
        keeping_proof(_("Keep a picture of what you sent, or the message itself.")),
        Step(
            id="wait",
            kind=StepKind.WAIT_UNTIL,
            title=_("Give them a month"),
            text=_("Where European law applies, an answer is due within one month."),
            wait_days=_MONTH_DAYS,
            minutes=0,
        ),
        Step(
            id="answer",
            kind=StepKind.VERIFY,
            title=_("Look what they answered"),
            text=_(
                "Say what they wrote. If nobody answered, write once more and name the day of"
                " your first letter."
            ),
            minutes=2,
        ),
    )


def _left_behind(service: Service) -> Playbook:
    """What is left of a service that has closed."""
    status = service.status
    heir = status.successor or status.owner
    known = bool(address_of(service.contact))
    summary = (
        _("{service} has closed ({day}).").replace("{day}", status.ended.value)
        if status.ended
        else _("{service} has closed. When is not known.")
    )
    steps = (
        *_looking_for_grants(service),
        Step(
            id="copies",
            kind=StepKind.CONFIRM,
            title=_("Search for what others show of it"),
            text=_(
                "Put your name and “{service}” into a search engine. Old pages may live on in"
                " copies, which only those who show them can take down."
            ),
            minutes=4,
        ),
        *_asking_the_heir(service, heir.value if heir else "", known=known),
    )
    return playbook_of(
        service,
        Purpose.OPT_OUT,
        (
            _("Clear up what {service} left behind"),
            sentences(summary, _("What it knew may live on with others.")),
        ),
        steps,
        fact=_resting_on(service),
    )


def _asking_the_heir(service: Service, heir: str, *, known: bool) -> tuple[Step, ...]:
    """A letter to whoever took over; without anybody to write to, a word that says so."""
    if known:
        return (letter(service, "erasure"), *_answer())
    if not heir:
        title = _("Know that nobody is left to ask")
        text = _("Neither an owner nor a successor is known to us, nor what became of its data.")
        return (Step(id="nobody", kind=StepKind.CONFIRM, title=title, text=text),)
    text = _(
        "It belonged to, or went on as: {heir}. Look on their pages for “privacy”, and write to"
        " the address that stands there. Name the user name that you had."
    )
    write = Step(
        id="write",
        kind=StepKind.SEND_REQUEST,
        title=_("Write to whoever has it now"),
        text=text.replace("{heir}", heir),
        copy=_erasure_letter(),
        request="erasure",
        discloses=(Identifier.NAME, Identifier.EMAIL, Identifier.HANDLE),
        minutes=6,
    )
    return (write, *_answer())


def _resting_on(service: Service) -> Provenance:
    contact = service.contact
    return contact.email or contact.web_form or contact.postal_address or service.status.state


def _erasure_letter() -> str:
    return _(
        "Please tell me which personal data you hold about me in connection with {service}, where"
        " you got them and to whom you gave them. Then please erase them and confirm in writing"
        " that you did."
    )


def _access_letter() -> str:
    return _(
        "Please send me a copy of the personal data that you hold about me: which data and which"
        " scores, where they come from, to whom you gave them, and how long you keep them. I"
        " object to their use for advertising."
    )
