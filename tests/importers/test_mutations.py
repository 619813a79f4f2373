"""Damaged downloads: wrong types everywhere and broken bytes end in findings or in a sentence."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.domain.finding import Harvest
from footprint.errors import FootprintError
from footprint.importers import moments
from footprint.importers.archive import Archive
from footprint.importers.fields import TEXT_LIMIT
from footprint.progress import Progress
from tests.importers.conftest import write_zip
from tests.importers.harvests import IMPORTERS
from tests.importers.test_samples import CASES, members

NETWORKS = sorted(IMPORTERS)
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(min_value=-(10**30), max_value=10**30),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(["\ud800", "x" * 20_000, "\u202e<b>", "\u00c3", "null", "0", "-1", "1e999"]),
    st.recursive(st.none(), lambda inner: st.lists(inner, max_size=2), max_leaves=4),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)
Path_ = tuple[str | int, ...]


def _places(content: Any, at: Path_ = ()) -> Iterator[Path_]:
    yield at
    held = dict(enumerate(content)) if isinstance(content, list) else content
    for key, inner in held.items() if isinstance(held, dict) else ():
        yield from _places(inner, (*at, key))


def _replaced(content: Any, at: Path_, odd: Any) -> Any:
    if not at:
        return odd
    if isinstance(content, dict):
        return {k: _replaced(v, at[1:], odd) if k == at[0] else v for k, v in content.items()}
    return [_replaced(v, at[1:], odd) if k == at[0] else v for k, v in enumerate(content)]


@cache
def _texts(network: str) -> list[tuple[str, str]]:
    """(case, member) of every JSON in the samples of `network`."""
    cases = [case for case in CASES if case.startswith(network)]
    names = [(case, name) for case in cases for name in members(case)]
    return [(case, name) for case, name in names if name.endswith((".json", ".js"))]


@cache
def _parsed(case: str, name: str) -> tuple[str, Any]:
    """What stands before the JSON, and the JSON."""
    source = members(case)[name].decode("utf-8")
    head, sign, rest = source.partition("=") if name.endswith(".js") else ("", "", source)
    return head + sign, json.loads(rest)


@st.composite
def wrong_types(draw: st.DrawFn, network: str) -> tuple[str, dict[str, bytes]]:
    case, name = draw(st.sampled_from(_texts(network)))
    head, content = _parsed(case, name)
    for _time in range(draw(st.integers(1, 3))):
        place = draw(st.sampled_from(list(_places(content))))
        content = _replaced(content, place, draw(ODD))
    return case, {name: (head + json.dumps(content)).encode()}


@st.composite
def broken_bytes(draw: st.DrawFn, network: str) -> tuple[str, dict[str, bytes]]:
    case = draw(st.sampled_from([case for case in CASES if case.startswith(network)]))
    name = draw(st.sampled_from(sorted(members(case))))
    content = members(case)[name]
    start = draw(st.integers(0, len(content)))
    end = draw(st.integers(start, min(len(content), start + 200)))
    return case, {name: content[:start] + draw(st.binary(max_size=20)) + content[end:]}


def _read(network: str, case: str, changed: dict[str, bytes]) -> Harvest | None:
    with tempfile.TemporaryDirectory() as folder:
        path = write_zip(Path(folder) / "download.zip", {**members(case), **changed})
        with Archive.open([path], IMPORTERS[network].wanted, Progress()) as archive:
            if not IMPORTERS[network].claims(archive):
                return None
            try:
                return IMPORTERS[network].read(archive, Progress())
            except FootprintError as error:
                refusal = error
    assert refusal.title
    assert refusal.hint
    return None


def _check(found: Harvest) -> None:
    json.dumps(repr(found)).encode("utf-8")
    for grant in found.grants:
        assert 0 < len(grant.app.name) <= TEXT_LIMIT
        grant.app.name.encode("utf-8")
        for moment in (grant.since, grant.last_used, grant.ended):
            assert moment is None or moments.EARLIEST <= moment < moments.LATEST
    keys = [(listing.section, listing.key) for listing in found.listings]
    assert len(keys) == len(set(keys))
    for listing in found.listings:
        assert listing.title
        listing.title.encode("utf-8")
        assert all(isinstance(value, str) for value in listing.facts.values())
        assert found.covers.get(listing.roll, listing.section) is listing.section
    assert all(bad.where.file and bad.why for bad in found.bad)
    assert "SECRET" not in repr(found)


@pytest.mark.parametrize("network", NETWORKS)
@settings(max_examples=120)
@given(data=st.data())
def test_wrong_types(network: str, data: st.DataObject) -> None:
    found = _read(network, *data.draw(wrong_types(network)))
    if found is not None:
        _check(found)


@pytest.mark.parametrize("network", NETWORKS)
@settings(max_examples=80)
@given(data=st.data())
def test_broken_bytes(network: str, data: st.DataObject) -> None:
    found = _read(network, *data.draw(broken_bytes(network)))
    if found is not None:
        _check(found)
