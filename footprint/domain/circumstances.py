"""What is known of the person's circumstances, and which steps therefore apply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from footprint.domain.step import Condition

# The European Union, and with three more countries the European Economic Area.
_EU = frozenset(
    {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"}
    | {"IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"}
)
_EEA = _EU | {"IS", "LI", "NO"}
# The circumstances that are yes or no, in the order in which a guide asks for them.
YES_OR_NO = (
    "account_known",
    "can_sign_in",
    "signs_in_elsewhere",
    "app_signs_in",
    "has_phone",
    "archive_downloaded",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What is known; None is not known. `country` is an ISO code, "US-CA" with a part of it."""

    country: str | None = None
    has_phone: bool | None = None
    signs_in_elsewhere: bool | None = None
    app_signs_in: bool | None = None
    account_known: bool | None = None
    can_sign_in: bool | None = None
    archive_downloaded: bool | None = None

    def with_known(self, **known: Any) -> Circumstances:
        """The same, with what is said now."""
        return replace(self, **known)


def applies(condition: Condition, known: Circumstances, choices: Mapping[str, str]) -> bool | None:
    """Whether a step applies: True, False, or None where it depends on what is not known.

    `choices` are the answers so far, by the id of their step.
    """
    verdicts = [
        _holds(getattr(condition, key), getattr(known, key))
        for key in YES_OR_NO
        if getattr(condition, key) is not None
    ]
    if condition.countries:
        verdicts.append(in_region(known.country, condition.countries))
    if condition.chosen is not None:
        step, _equals, choice = condition.chosen.partition("=")
        verdicts.append(_holds(choice, choices.get(step)))
    if False in verdicts:
        return False
    return None if None in verdicts else True


def in_region(country: str | None, regions: tuple[str, ...]) -> bool | None:
    """Whether the country lies in one of the regions; None where it is not known."""
    if country is None:
        return None
    whole = country.partition("-")[0]
    names = {country, whole}
    names |= {"EU"} if whole in _EU else set()
    names |= {"EEA"} if whole in _EEA else set()
    if names & set(regions):
        return True
    # Of the country only, nobody knows whether it is that part of it.
    part_of = any(region.startswith(f"{country}-") for region in regions)
    return None if part_of else False


def _holds(wanted: object, found: object) -> bool | None:
    return None if found is None else found == wanted
