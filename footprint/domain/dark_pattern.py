"""A kind of thing that stands in the way: what a person would call it, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternKind:
    """One entry of our list of dark patterns.

    `edpb` is the nearest category and type of the EDPB guidelines 03/2022; it is empty where
    something is a `plain_cost`: a fact, and no design against the person.
    """

    title: str
    advice: str
    edpb: str = ""
    plain_cost: bool = False
