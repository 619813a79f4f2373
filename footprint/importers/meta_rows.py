"""One record of Meta's label layouts, read by meaning whatever the language of its labels.

Three layouts hold the same: Instagram's `string_map_data` (2021 on), the `label_values` of both
networks (2024 on), and the tables of the web pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from footprint.i18n import _
from footprint.importers import labels, moments
from footprint.importers.fields import identifier, mapping, sequence
from footprint.importers.gathering import Unusable
from footprint.importers.labels import Meaning
from footprint.importers.meta_text import text


@dataclass(frozen=True, slots=True)
class Field:
    """A label and what stands behind it; `dated` when that is (or should be) a moment."""

    meaning: Meaning | None
    value: str | None = None
    moment: datetime | None = None
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A record: its title, if it has one, and its fields in order."""

    title: str | None
    fields: tuple[Field, ...]

    def value(self, meaning: Meaning) -> str | None:
        """The first text behind a label of this meaning."""
        return next((f.value for f in self.fields if f.meaning is meaning and f.value), None)

    def moment(self, meaning: Meaning) -> datetime | None:
        """The first moment behind a label of this meaning."""
        return next((f.moment for f in self.fields if f.meaning is meaning and f.moment), None)

    def has(self, meaning: Meaning) -> bool:
        """Whether there is a label of this meaning, with or without something behind it."""
        return any(field.meaning is meaning for field in self.fields)

    @property
    def strange_dates(self) -> list[datetime | None]:
        """The moments behind labels that are not known, in order."""
        return [f.moment for f in self.fields if f.meaning is None and f.dated]

    @property
    def strange_values(self) -> list[str]:
        """The texts behind labels that are not known, in order."""
        return [f.value for f in self.fields if f.meaning is None and f.value and not f.dated]

    @property
    def values(self) -> list[str]:
        """All texts, in order; nothing that is a secret."""
        shown = (f for f in self.fields if f.meaning is not Meaning.SECRET and not f.dated)
        return [field.value for field in shown if field.value]


def read_row(record: Any) -> Row:
    """The row in a record of either JSON layout. Raises `Unusable` for anything else."""
    if isinstance(record, dict):
        if isinstance(record.get("string_map_data"), dict):
            entries = record["string_map_data"].items()
            return Row(text(record.get("title")), tuple(_mapped(k, v) for k, v in entries))
        if isinstance(record.get("label_values"), list):
            entries = record["label_values"]
            return Row(text(record.get("title")), tuple(_labelled(entry) for entry in entries))
    raise Unusable(_("This record is not of the expected form."))


def from_pairs(pairs: Iterable[tuple[str, str, datetime | None]], title: str | None = None) -> Row:
    """The row of a web page's table: label, text, and the moment the text stands for, if any."""
    made = (Field(labels.meaning(label), v, when, when is not None) for label, v, when in pairs)
    return Row(title, tuple(made))


def has_labels(document: Any) -> bool:
    """Whether a JSON document is of the `label_values` layout: a record or a list of them."""
    first = next(iter(document), None) if isinstance(document, list) else document
    return isinstance(first, dict) and isinstance(first.get("label_values"), list)


def named_values(document: Any) -> Iterator[tuple[tuple[str, ...], str | None]]:
    """(labels, text) for every single text in a `label_values` document; None for an odd one.

    The label that is the same in every language comes first, if there is one.
    """
    for record in document if isinstance(document, list) else [document]:
        for entry in map(mapping, sequence(mapping(record).get("label_values"))):
            both = (text(entry.get("ent_field_name")), text(entry.get("label")))
            known = tuple(label for label in both if label)
            for item in [*sequence(entry.get("vec")), *sequence(entry.get("dict"))]:
                yield known, _deep_value(item)
            if value := text(entry.get("value")):
                yield known, value


def _deep_value(item: Any) -> str | None:
    """The text of one entry of a list: itself, its value, or the first text of its fields."""
    entry = mapping(item)
    own = text(item) or text(entry.get("value"))
    inside = (text(mapping(field).get("value")) for field in sequence(entry.get("dict")))
    return own or next(filter(None, inside), None)


def _mapped(label: str, content: Any) -> Field:
    entry = mapping(content)
    value = _value(entry.get("value"))
    moment = moments.from_unix(entry.get("timestamp")) or moments.from_text(value)
    return Field(labels.meaning(label), value, moment, value is None or moment is not None)


def _labelled(content: Any) -> Field:
    entry = mapping(content)
    value = _value(entry.get("value"))
    moment = moments.from_unix(entry.get("timestamp_value")) or moments.from_text(value)
    dated = "timestamp_value" in entry or moment is not None
    meaning = labels.meaning(text(entry.get("ent_field_name")) or "")
    return Field(meaning or labels.meaning(text(entry.get("label")) or ""), value, moment, dated)


def _value(content: object) -> str | None:
    return text(content) or (identifier(content) if isinstance(content, int) else None)
