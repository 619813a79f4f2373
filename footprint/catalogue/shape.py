"""Turns what TOML gave into frozen dataclasses, refusing every key and type they do not declare.

The dataclass is the schema. Written here and not left to cattrs, because importing that and
preparing the classes of a Service costs ten times what reading all entries of a start costs.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Hashable, Iterable
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from footprint.i18n import _

T = TypeVar("T")
Builder = Callable[[Any], Any]


class ShapeError(ValueError):
    """What is wrong with a value; the keys that lead to it are collected on the way out."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
        self.keys: list[str] = []

    def __str__(self) -> str:
        where = ".".join(reversed(self.keys))
        return f"{where}: {self.why}" if where else self.why


def shaped(raw: object, kind: type[T]) -> T:
    """`raw` (tables, lists, words, numbers, dates) as a `kind`; raises ShapeError."""
    return cast(T, _builder(cast(Hashable, kind))(raw))


@cache
def _builder(kind: Any) -> Builder:
    """The function that turns what TOML gave into a `kind`."""
    origin = get_origin(kind) or kind
    if origin in (Union, types.UnionType):
        (only,) = (part for part in get_args(kind) if part is not types.NoneType)
        return _builder(only)
    if origin is tuple:
        return _tuple_of(get_args(kind)[0])
    if origin is dict:
        return _table_of(get_args(kind)[1])
    if dataclasses.is_dataclass(origin):
        return _record_of(kind)
    if issubclass(origin, Enum):
        return _word_of(origin)
    if origin in (str, int, float, bool, date):
        return _expect(origin)
    raise TypeError(f"the catalogue cannot hold a {kind!r}")


def _tuple_of(part: Any) -> Builder:
    build, as_list = _builder(part), _expect(list)

    def build_tuple(raw: Any) -> tuple[Any, ...]:
        return tuple(_at(str(place), build, item) for place, item in enumerate(as_list(raw), 1))

    return build_tuple


def _table_of(part: Any) -> Builder:
    build, as_table = _builder(part), _expect(dict)

    def build_table(raw: Any) -> dict[str, Any]:
        return {key: _at(key, build, item) for key, item in as_table(raw).items()}

    return build_table


def _word_of(words: type[Enum]) -> Builder:
    known = {word.value: word for word in words}

    def build_word(raw: Any) -> Enum:
        if isinstance(raw, Hashable) and raw in known:
            return known[raw]
        why = _("{value!r} is none of: {known}")
        raise ShapeError(why.format(value=raw, known=", ".join(map(str, known))))

    return build_word


def _expect(kind: type) -> Builder:
    def expected(raw: Any) -> Any:
        if type(raw) is kind:  # not isinstance: true is no number
            return raw
        why = _("expected {wanted}, found {value!r}")
        raise ShapeError(why.format(wanted=kind.__name__, value=raw))

    return expected


def _record_of(kind: Any) -> Builder:
    record = get_origin(kind) or kind
    builders = {key: _builder(hint) for key, hint in _hints(kind).items()}
    required = {field.name for field in dataclasses.fields(record) if _is_required(field)}
    as_table = _expect(dict)

    def build_record(raw: Any) -> Any:
        table = as_table(raw)
        if strange := table.keys() - builders.keys():
            raise ShapeError(_("unknown key {keys}").format(keys=_listed(strange)))
        if missing := required - table.keys():
            raise ShapeError(_("missing key {keys}").format(keys=_listed(missing)))
        values = {key: _at(key, builders[key], item) for key, item in table.items()}
        try:
            return record(**values)
        except ValueError as error:  # a rule of the noun itself, said by its __post_init__
            raise ShapeError(str(error)) from error

    return build_record


def _is_required(field: dataclasses.Field[Any]) -> bool:
    return field.default is field.default_factory is dataclasses.MISSING


def _hints(kind: Any) -> dict[str, Any]:
    """The type of each field; in Fact[int] the T of Fact is int."""
    record = get_origin(kind) or kind
    known = dict(zip(getattr(record, "__parameters__", ()), get_args(kind), strict=True))
    hints = get_type_hints(record)
    return {field.name: _concrete(hints[field.name], known) for field in dataclasses.fields(record)}


def _concrete(hint: Any, known: dict[Any, Any]) -> Any:
    if isinstance(hint, TypeVar):
        return known[hint]
    open_parts = getattr(hint, "__parameters__", ())
    return hint[tuple(known[part] for part in open_parts)] if open_parts else hint


def _at(key: str, build: Builder, raw: Any) -> Any:
    try:
        return build(raw)
    except ShapeError as error:
        error.keys.append(key)
        raise


def _listed(keys: Iterable[str]) -> str:
    return ", ".join(sorted(keys))
