"""One TOML file becomes one dataclass, or the error names the file and the key."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

import pytest

from footprint.catalogue.loader import CatalogueError, load, load_head

T = TypeVar("T")


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Generic[T]):
    value: T
    others: tuple[T, ...] = ()

    def __post_init__(self):
        if self.value == "forbidden":
            raise ValueError("this word is not allowed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    count: Said[int] | None = None
    word: Said[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer:
    name: str
    colour: Colour = Colour.RED
    day: date | None = None
    inner: Inner = Inner()
    rows: tuple[Inner, ...] = ()
    table: dict[str, Said[str]] | None = None


@pytest.fixture
def write(tmp_path: Path):
    def write_file(text: str) -> Path:
        path = tmp_path / "thing.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


def refused(path: Path) -> str:
    with pytest.raises(CatalogueError) as caught:
        load(path, Outer)
    assert "thing.toml" in caught.value.title
    assert caught.value.hint
    return caught.value.title


def test_a_whole_file(write):
    path = write("""
        name = "Größe"
        colour = "blue"
        day = 2026-08-21
        inner.count = { value = 3, others = [1, 2] }
        rows = [{}, { word.value = "w" }]
        table.first.value = "one"
    """)
    assert load(path, Outer) == Outer(
        name="Größe",
        colour=Colour.BLUE,
        day=date(2026, 8, 21),
        inner=Inner(count=Said(value=3, others=(1, 2))),
        rows=(Inner(), Inner(word=Said(value="w"))),
        table={"first": Said(value="one")},
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("name = 'n'\nnmae = 1", "unknown key nmae"),
        ("name = 'n'\ninner.cuont.value = 1", "inner: unknown key cuont"),
        ("name = 'n'\ninner.count = { value = 1, vlaue = 2 }", "inner.count: unknown key vlaue"),
        ("colour = 'red'", "missing key name"),
        ("name = 'n'\ninner.count.others = []", "inner.count: missing key value"),
        ("name = 5", "name: expected str, found 5"),
        ("name = 'n'\ncolour = 'green'", "colour: 'green' is none of: red, blue"),
        ("name = 'n'\ncolour = ['red']", "colour: ['red'] is none of: red, blue"),
        ("name = 'n'\nday = 2026-08-21T10:00:00", "day: expected date"),
        ("name = 'n'\nday = '2026-08-21'", "day: expected date"),
        ("name = 'n'\ninner.count.value = true", "inner.count.value: expected int"),
        ("name = 'n'\ninner.count.value = '3'", "inner.count.value: expected int"),
        ("name = 'n'\nrows = [{}, {word.value = 1}]", "rows.2.word.value: expected str"),
        ("name = 'n'\nrows = 'none'", "rows: expected list"),
        ("name = 'n'\ninner = 'none'", "inner: expected dict"),
        ("name = 'n'\ntable.a.value = 1", "table.a.value: expected str"),
        ("name = 'n'\ninner.word.value = 'forbidden'", "inner.word: this word is not allowed"),
    ],
)
def test_what_the_dataclass_does_not_declare_is_refused_by_its_key(write, text, named):
    assert named in refused(write(text))


def test_broken_toml_names_the_line(write):
    assert "line 2" in refused(write("name = 'n'\ncolour red\n"))


def test_a_file_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "thing.toml"
    path.write_bytes(b"name = '\xff'")
    refused(path)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    refused(tmp_path / "thing.toml")


def test_the_head_is_what_stands_above_the_first_table(write):
    path = write("name = 'n'\ncolour = 'blue'\n\n[whatever]\nx = 1\n")
    assert load_head(path, Outer) == Outer(name="n", colour=Colour.BLUE)


def test_a_type_that_toml_does_not_have_is_our_own_mistake(write):
    @dataclass
    class Odd:
        name: complex

    with pytest.raises(TypeError, match="complex"):
        load(write("name = 'n'"), Odd)
