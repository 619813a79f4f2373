"""How a guide speaks: names filled in, what is given away, how far it is, what a button says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from footprint.domain.fact import Confidence
from footprint.domain.playbook import Making, Purpose
from footprint.domain.run import Run, RunState
from footprint.domain.step import Identifier, StepKind
from footprint.domain.stop import Stop
from footprint.i18n import _, ngettext
from footprint.ui.models.service_words import provenance
from footprint.ui.plain import plain

_PLACE = re.compile(r"\{([a-z_]+)\}")


def said(run: Run, stop: Stop, text: str) -> str:
    """A text of a step with all names in it; what nobody knows is named in brackets."""
    return _PLACE.sub(_unknown, run.says(text, stop))


def title_of(run: Run, stop: Stop) -> str:
    """The title of a step in one line."""
    return plain(said(run, stop, stop.step.title))


def _unknown(found: re.Match[str]) -> str:
    words = {
        "handle": _("your handle"),
        "name": _("your name"),
        "app": _("the app"),
        "service": _("the service"),
        "profile_url": _("the address of your page"),
    }
    return f"[{words.get(found[1], found[1].replace('_', ' '))}]"


def identifier_word(what: Identifier) -> str:
    """What is given away, in the second person."""
    return {
        Identifier.NAME: _("your name"),
        Identifier.FORMER_NAME: _("a former name"),
        Identifier.EMAIL: _("your e-mail address"),
        Identifier.PHONE: _("your phone number"),
        Identifier.ADDRESS: _("your postal address"),
        Identifier.FORMER_ADDRESS: _("a former address"),
        Identifier.BIRTH_DATE: _("your date of birth"),
        Identifier.HANDLE: _("your handle"),
        Identifier.PROFILE_URL: _("the address of your page"),
        Identifier.COUNTRY: _("your country"),
        Identifier.PHOTO: _("a photo of you"),
        Identifier.FACE: _("your face"),
        Identifier.ID_DOCUMENT: _("an identity document"),
        Identifier.TAX_NUMBER: _("a tax or social security number"),
        Identifier.DEVICE_ID: _("the id of a device"),
        Identifier.LOGIN: _("a sign-in with your account"),
        Identifier.REASON: _("a reason"),
        Identifier.OTHER: _("something else about you"),
    }[what]


def minutes_words(minutes: int) -> str:
    """ "about 4 min"."""
    return ngettext("about {n} min", "about {n} min", minutes).format(n=minutes)


def far(run: Run) -> str:
    """ "step 3 of 7 · about 4 min left"."""
    if run.state is RunState.FINISHED:
        return _("finished")
    if run.state is RunState.ABANDONED:
        return _("stopped")
    here, count = number_of(run), len(run.stops)
    if run.at is None:
        return _("all {count} steps are behind you").format(count=count)
    place = _("step {n} of {count}").format(n=here, count=count)
    left = _("{minutes} left").format(minutes=minutes_words(run.minutes_left))
    aside = [_("put aside")] if run.state is RunState.PAUSED else []
    return " · ".join([place, left, *aside])


def clock_words() -> tuple[str, str]:
    """What is said, and what helps, where something was noted later than now."""
    return (
        _("The clock of this computer was set back."),
        _(
            "Something in this guide was noted later than now, so its days of waiting may be"
            " wrong. Set the clock right before you count on them."
        ),
    )


def number_of(run: Run) -> int:
    """The number of the step the person stands at."""
    keys = [stop.key for stop in run.stops]
    return keys.index(run.at.key) + 1 if run.at else len(keys)


def age(run: Run, stop: Stop | None = None, now: date | None = None) -> str:
    """How sure and how old the advice is."""
    told = run.playbook.provenance
    if stop and stop.step.confidence is Confidence.GENERAL_KNOWLEDGE:
        told = replace(told, confidence=Confidence.GENERAL_KNOWLEDGE)
    text = provenance(told, now)
    if run.playbook.making is Making.GENERATED:
        return _("Put together from what our catalogue knows. {provenance}").format(provenance=text)
    return text


def done_text(run: Run, stop: Stop, *, early: bool) -> str:
    """What the button says that ticks a step; `early`: a wait is not over yet."""
    if stop.step.kind is StepKind.WAIT_UNTIL and early:
        return _("Go on &early ▸")
    return {
        StepKind.GRANT_ACCESS: _("I let it in: &done ▸"),
        StepKind.TAKE_BACK_ACCESS: _("I took it back: &done ▸"),
        StepKind.SEND_REQUEST: _("I sent it: &done ▸"),
        StepKind.CHOOSE: _("&Keep this answer ▸"),
        StepKind.VERIFY: _("&Keep this answer ▸"),
    }.get(stop.step.kind, _("&Done ▸"))


def thing(run: Run, service_name: str) -> str:
    """What a guide is about to take away, as a destructive button names it."""
    handle = plain(run.names.get("handle", ""), limit=40)
    if handle:
        return _("{handle} at {service}").format(handle=handle, service=service_name)
    return _("your account at {service}").format(service=service_name)


def go_on_text(run: Run, stop: Stop, service_name: str) -> str:
    """What the button says behind which something is lost."""
    what = thing(run, service_name).replace("&", "&&")
    if run.playbook.purpose is Purpose.DELETE:
        return _("&Go on to delete {what} ▸").format(what=what)
    if run.playbook.purpose is Purpose.DEACTIVATE:
        return _("&Go on to deactivate {what} ▸").format(what=what)
    title = plain(title_of(run, stop), limit=60).replace("&", "&&")
    return _("&Go on: {title} ▸").format(title=title)


def button_text(text: str) -> str:
    """A text from elsewhere on a button: short, and without a key of its own."""
    return plain(text, limit=40).replace("&", "&&")
