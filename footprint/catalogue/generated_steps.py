"""The steps that generated guides are made of, and the words for what the catalogue knows."""

from __future__ import annotations

from collections.abc import Iterator

from footprint.domain.fact import Fact, Provenance
from footprint.domain.playbook import Making, Playbook, Purpose, id_for
from footprint.domain.service import Method, Service, ServiceState
from footprint.domain.step import Identifier, Step, StepKind
from footprint.i18n import _

# What a required answer gives away, by a word that stands in it. An e-mail address is no address.
_GIVEN_AWAY = (
    ("name", Identifier.NAME),
    ("e-mail", Identifier.EMAIL),
    ("phone", Identifier.PHONE),
    ("previous address", Identifier.FORMER_ADDRESS),
    ("postal address", Identifier.ADDRESS),
    ("birth", Identifier.BIRTH_DATE),
    ("profile url", Identifier.PROFILE_URL),
    ("id card", Identifier.ID_DOCUMENT),
    ("state id", Identifier.ID_DOCUMENT),
    ("photo", Identifier.PHOTO),
    ("selfie", Identifier.FACE),
    ("face", Identifier.FACE),
    ("social security", Identifier.TAX_NUMBER),
    ("device advertising id", Identifier.DEVICE_ID),
    ("country", Identifier.COUNTRY),
    ("handle", Identifier.HANDLE),
    ("reason", Identifier.REASON),
)


def is_over(service: Service) -> bool:
    """Whether the service has closed: then its pages are not opened any more."""
    return service.status.state.value is ServiceState.DEFUNCT


def playbook_of(
    service: Service,
    purpose: Purpose,
    words: tuple[str, str],
    steps: tuple[Step, ...],
    *,
    fact: Provenance,
    **more: object,
) -> Playbook:
    """A generated playbook; `words` are its title and its summary, `fact` is what it rests on."""
    title, summary = words
    return Playbook(
        id=id_for(service.id, purpose),
        purpose=purpose,
        service=service.id,
        title=title.replace("{service}", service.name),
        summary=summary.replace("{service}", service.name),
        steps=steps,
        provenance=Provenance(
            confidence=fact.confidence, checked=fact.checked, source=fact.source, note=fact.note
        ),
        making=Making.GENERATED,
        **more,  # type: ignore[arg-type]
    )


def opening(link: Fact[str], title: str, text: str = "", *, signs_in: bool = True) -> Step:
    """Open a page of the service."""
    if signs_in:
        moved = _(
            "{service} may ask you to sign in. If the page has moved, look for it in your settings"
            " there."
        )
    else:
        moved = _("If the page has moved, look for “privacy” at the bottom of its pages.")
    return Step(
        id="open-page",
        kind=StepKind.OPEN_PAGE,
        title=title,
        text=sentences(text, link.note, moved),
        url=link.value,
        discloses=(Identifier.LOGIN,) if signs_in else (),
    )


def pressing(title: str, text: str, service: Service) -> Step:
    """The press with which something is over."""
    return Step(
        id="press",
        kind=StepKind.CONFIRM,
        title=title,
        text=sentences(text, _("Go on until the page says that it is done.")),
        refuse=sentences(
            _("Offers to stay, a reason that is not required, and news by e-mail."),
            id_advice(service),
        ),
        demands=demands(service),
        discloses=disclosed(service),
        destructive=True,
        minutes=3,
    )


def waiting(service: Service) -> Iterator[Step]:
    """The grace period, where one is known."""
    days = service.grace_period_days
    if days is None or not days.value:
        return
    cancels = service.grace_login_cancels
    if cancels and cancels.value:
        text = _("One sign-in cancels the deletion. Remove its app from your devices.")
    else:
        text = _(
            "Whether signing in cancels the deletion is not known. Stay away until then, and remove"
            " its app from your devices."
        )
    yield Step(
        id="wait",
        kind=StepKind.WAIT_UNTIL,
        title=_("Stay away from {service} until it is deleted"),
        text=sentences(days.note, text),
        wait_days=days.value,
        minutes=0,
    )


def keeping_proof(text: str) -> Step:
    """Keep what shows that it was asked for."""
    return Step(
        id="proof", kind=StepKind.ATTACH_EVIDENCE, title=_("Keep a picture of it"), text=text
    )


def demands(service: Service) -> tuple[str, ...]:
    """What the service insists on, as the catalogue says."""
    return service.must_provide.value if service.must_provide else ()


def disclosed(service: Service) -> tuple[Identifier, ...]:
    """What one gives away by answering what the service insists on."""
    words = " · ".join(demands(service)).casefold().replace("username", "handle")
    return tuple(dict.fromkeys(given for word, given in _GIVEN_AWAY if word in words))


def id_advice(service: Service) -> str:
    """What to do where an identity document is asked for."""
    if not (service.id_document_required and service.id_document_required.value):
        return ""
    return _(
        "A copy of your ID as it is: cover everything but your name, and write across it what it"
        " is for and the date."
    )


def ways(service: Service) -> tuple[Method, ...]:
    """By which doors one leaves, the usual one first."""
    return service.method.value if service.method else ()


def sentences(*parts: str) -> str:
    """The parts that say something, one after the other."""
    return " ".join(part for part in parts if part)
