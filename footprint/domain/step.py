"""A step: one stop of a playbook, what it asks of the person and what it gives away."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from footprint.domain.fact import Confidence
from footprint.i18n import _

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PLACE = re.compile(r"\{([a-z_]+)\}")


class StepKind(StrEnum):
    """What the person does at a step; each kind has a page of its own in the guide."""

    OPEN_PAGE = "open_page"
    COPY_TEXT = "copy_text"
    CONFIRM = "confirm"
    ENTER = "enter"
    CHOOSE = "choose"
    WAIT_UNTIL = "wait_until"
    GRANT_ACCESS = "grant_access"
    TAKE_BACK_ACCESS = "take_back_access"
    SEND_REQUEST = "send_request"
    ATTACH_EVIDENCE = "attach_evidence"
    VERIFY = "verify"


class Identifier(StrEnum):
    """What a step tells a service about the person."""

    NAME = "name"
    FORMER_NAME = "former_name"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    FORMER_ADDRESS = "former_address"
    BIRTH_DATE = "birth_date"
    HANDLE = "handle"
    PROFILE_URL = "profile_url"
    COUNTRY = "country"
    PHOTO = "photo"
    FACE = "face"
    ID_DOCUMENT = "id_document"
    TAX_NUMBER = "tax_number"
    DEVICE_ID = "device_id"
    LOGIN = "login"
    REASON = "reason"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """When a step applies: everything that is said here holds. What is not known holds too.

    `countries` are ISO codes, "EU" and "EEA", or "US-CA" for a part of a country. `chosen` names
    a choice of an earlier step: "step-id=choice-id". `app_signs_in` is whether the person signs
    in at the app by the account that the guide is about.
    """

    countries: tuple[str, ...] = ()
    has_phone: bool | None = None
    signs_in_elsewhere: bool | None = None
    app_signs_in: bool | None = None
    account_known: bool | None = None
    can_sign_in: bool | None = None
    archive_downloaded: bool | None = None
    chosen: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer of a `choose` step."""

    id: str
    label: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do.

    `text` says what the next screen will show and what to press there. `refuse` is what to say
    no to. `url` is the page to open, on a host of the service or of the service `at`. `copy` is
    a text to take along, `field` the name under which an answer is kept; `{app}`, `{handle}`,
    `{name}`, `{service}` and earlier fields may stand in title, text and copy. `each` is "app"
    where the step is walked once for every chosen app. `minutes` is an estimate. `wait_days` is
    how long to wait. `discloses` is what the person gives away here, `demands` what the screen
    insists on (in words). A `destructive` step cannot be undone, and the pre-flight page stands
    before it. `takes_back` is the grant_access step that this step ends. `request` is the right
    a letter is about: access, erasure, objection or rectification.
    """

    id: str
    kind: StepKind
    title: str
    text: str = ""
    refuse: str = ""
    url: str | None = None
    at: str | None = None
    copy: str | None = None
    field: str | None = None
    choices: tuple[Choice, ...] = ()
    wait_days: int | None = None
    takes_back: str | None = None
    request: str | None = None
    each: str | None = None
    minutes: int = 1
    when: Condition = Condition()
    discloses: tuple[Identifier, ...] = ()
    demands: tuple[str, ...] = ()
    destructive: bool = False
    confidence: Confidence | None = None

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            raise ValueError(_("{id}: only a-z, 0-9 and single hyphens").format(id=self.id))
        for key, needed in _NEEDED.get(self.kind, ()):
            if not getattr(self, key):
                raise ValueError(
                    _("{step}: a {kind} step needs {key}").format(
                        step=self.id, kind=self.kind.value, key=needed
                    )
                )
        if self.url is not None and not self.url.startswith("https://"):
            raise ValueError(_("{step}: {url} is not https").format(step=self.id, url=self.url))
        if self.each not in (None, "app"):
            raise ValueError(_("{step}: each can only be “app”").format(step=self.id))

    @property
    def places(self) -> frozenset[str]:
        """The names in braces that its texts ask for."""
        texts = (self.title, self.text, self.refuse, self.copy or "")
        return frozenset(name for text in texts for name in _PLACE.findall(text))


def filled(text: str, names: Mapping[str, str]) -> str:
    """`text` with the names in braces filled in, once: what is put in is not looked at again."""
    return _PLACE.sub(lambda place: names.get(place[1], place[0]), text)


_NEEDED = {
    StepKind.OPEN_PAGE: (("url", "url"),),
    StepKind.COPY_TEXT: (("copy", "copy"),),
    StepKind.ENTER: (("field", "field"),),
    StepKind.CHOOSE: (("choices", "choices"),),
    StepKind.WAIT_UNTIL: (("wait_days", "wait_days"),),
    StepKind.TAKE_BACK_ACCESS: (("takes_back", "takes_back"),),
    StepKind.SEND_REQUEST: (("copy", "copy"), ("request", "request")),
}
