"""Archives bent at random: they are read or refused, soon, and nothing else happens."""

from __future__ import annotations

import io
import json
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint.errors import FootprintError
from footprint.importers.archive import Archive
from footprint.progress import Progress
from tests.importers.conftest import as_bytes

WANTED = ("apps*.json", "account.js")
SECONDS = 2.0


def _zip(members: dict[str, object], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as opened:
        for name, content in members.items():
            opened.writestr(name, as_bytes(content), compression)
    return target.getvalue()


_APPS = {"installed_apps_v2": [{"name": f"App {n}", "added_timestamp": n} for n in range(50)]}
_PLAIN = _zip(
    {"root/apps.json": _APPS, "root/data/account.js": "x = [ ]", "root/a.jpg": b"\0" * 99}
)
_STORED = _zip({"apps.json": _APPS, "account.js": "x = [ ]"}, zipfile.ZIP_STORED)
SAMPLES = (
    _PLAIN,
    _STORED,
    _zip({"inner.zip": _PLAIN}),
    _zip({"a/inner.zip": _STORED, "apps.json": _APPS}, zipfile.ZIP_STORED),
)

# Places count from the end: there lies the table of contents, where most can go wrong.
_place = st.one_of(st.integers(0, 400), st.integers(0, 6000))
_flip = st.tuples(st.just("flip"), _place, st.integers(1, 255))
_write = st.tuples(
    st.just("write"), _place, st.sampled_from([b"\xff\xff", b"\xff" * 4, b"\0" * 4, b"PK\1\2"])
)
_cut = st.tuples(st.just("cut"), _place, st.integers(1, 200))
_splice = st.tuples(st.just("splice"), _place, st.binary(min_size=1, max_size=60))
_end = st.tuples(st.just("end"), _place, st.none())
_copy = st.tuples(st.just("copy"), _place, _place)
mutations = st.lists(st.one_of(_flip, _write, _cut, _splice, _end, _copy), min_size=1, max_size=6)


def mutate(content: bytes, changes: list[tuple[str, int, object]]) -> bytes:
    bent = bytearray(content)
    for kind, back, what in changes:
        at = max(0, len(bent) - back)
        if kind == "flip" and at < len(bent):
            assert isinstance(what, int)
            bent[at] ^= what
        elif kind == "write":
            assert isinstance(what, bytes)
            bent[at : at + len(what)] = what
        elif kind == "cut":
            assert isinstance(what, int)
            del bent[at : at + what]
        elif kind == "splice":
            assert isinstance(what, bytes)
            bent[at:at] = what
        elif kind == "end":
            del bent[at:]
        elif kind == "copy":
            assert isinstance(what, int)
            bent[at:at] = bent[max(0, len(bent) - what) :][:300]
    return bytes(bent)


def read_everything(path: Path) -> list[str]:
    """All members as text and JSON; what was refused is told by its title."""
    said = []
    try:
        with Archive.open([path], WANTED, Progress()) as archive:
            said += [problem.why for problem in archive.problems]
            for member in archive.members("*"):
                try:
                    archive.json(member)
                except FootprintError as error:
                    said.append(error.title)
            assert archive.parts is not None
    except FootprintError as error:
        said.append(error.title)
    return said


@settings(
    max_examples=400,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(sample=st.sampled_from(SAMPLES), changes=mutations)
def test_bent_zips_are_read_or_refused(tmp_path: Path, sample, changes):
    path = tmp_path / "download.zip"
    path.write_bytes(mutate(sample, changes))
    begun = time.monotonic()
    said = read_everything(path)
    assert time.monotonic() - begun < SECONDS
    assert all(said)
    assert [file.name for file in tmp_path.iterdir()] == ["download.zip"]


@settings(max_examples=100, deadline=None)
@given(content=st.binary(max_size=400))
def test_any_bytes_are_refused(tmp_path_factory: pytest.TempPathFactory, content):
    path = tmp_path_factory.mktemp("any") / "download.zip"
    path.write_bytes(content + b"PK\x05\x06" + content)
    assert read_everything(path)


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_samples_themselves_are_sound(tmp_path: Path, sample):
    path = tmp_path / "download.zip"
    path.write_bytes(sample)
    with Archive.open([path], WANTED, Progress()) as archive:
        (member,) = archive.members("apps.json")
        assert archive.json(member) == json.loads(json.dumps(_APPS))


@pytest.mark.parametrize("sample", SAMPLES[:2])
@pytest.mark.parametrize("value", [0, 1, 0x7F, 0xFF])
def test_every_single_byte_of_the_table(tmp_path: Path, sample, value):
    path = tmp_path / "download.zip"
    begun = time.monotonic()
    for at in range(sample.index(b"PK\x01\x02"), len(sample)):
        bent = bytearray(sample)
        bent[at] = value
        path.write_bytes(bent)
        read_everything(path)
    assert time.monotonic() - begun < 20
