"""Reads one TOML file of the catalogue into the frozen dataclass that describes its layout."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from footprint.catalogue.shape import ShapeError, shaped
from footprint.errors import FootprintError
from footprint.i18n import _

T = TypeVar("T")


class CatalogueError(FootprintError):
    """A file of the catalogue cannot be used; the title names the file and the key."""


def load(path: Path, kind: type[T]) -> T:
    """The whole file as a `kind` (a dataclass); raises CatalogueError."""
    return _loaded(path, _text(path), kind)


def load_head(path: Path, kind: type[T]) -> T:
    """Only the keys above the first table, as a `kind`: a tenth of the work of `load`."""
    return _loaded(path, _text(path).partition("\n[")[0], kind)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise refusal(path, str(error)) from error


def _loaded(path: Path, text: str, kind: type[T]) -> T:
    import tomllib  # noqa: PLC0415 - not before an entry is wanted: it costs 5 ms

    try:
        return shaped(tomllib.loads(text), kind)
    except tomllib.TOMLDecodeError as error:
        raise refusal(path, str(error)) from error
    except ShapeError as error:
        raise refusal(path, str(error)) from error


def refusal(path: Path, why: str) -> CatalogueError:
    """The error that says which file of the catalogue is refused, and why."""
    title = _("The catalogue file {file} cannot be used: {why}")
    hint = _("If you edited it, mend the place that is named. Otherwise install Footprint again.")
    return CatalogueError(title.format(file=path.name, why=why), hint)
