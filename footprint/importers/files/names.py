"""Names of members: how they are folded, matched against patterns, ordered, and judged safe."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import translate
from functools import lru_cache

# Meta writes "you've", "you’ve" and "you_ve" for one and the same file.
_SAME = str.maketrans({"'": "_", "’": "_"})
_DIGITS = re.compile(r"([0-9]+)")
_DRIVE = re.compile(r"[A-Za-z]:")
_PLAIN_TAIL = re.compile(r"[a-z0-9.]{3}")
# No file system has longer ones; patterns with several stars are slow on them.
_LONGEST = 255


def folded(name: str) -> str:
    """`name` without the differences that do not matter: case, and ', ’ or _."""
    return name.translate(_SAME).casefold()


def basename(path: str) -> str:
    """The last part of a path with "/"."""
    return path.rpartition("/")[2]


@lru_cache(maxsize=256)
def _matcher(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(translate(folded(pattern)) for pattern in patterns) or r"(?!)")


class Wanted:
    """The basenames that matter, as fnmatch patterns."""

    def __init__(self, patterns: Iterable[str]) -> None:
        unique = tuple(dict.fromkeys(patterns))
        self._match = _matcher(unique).match
        tails = {folded(pattern)[-3:] for pattern in unique}
        plain = all(_PLAIN_TAIL.fullmatch(tail) for tail in tails)
        # The last three bytes of every name that can fit, in small letters: a cheap first look
        # at a million raw names. None: there is no such shortcut.
        self.tails: frozenset[bytes] | None = (
            frozenset(tail.encode() for tail in tails) if plain else None
        )

    def __call__(self, name: str) -> bool:
        return len(name) <= _LONGEST and self._match(folded(name)) is not None


def natural(path: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key under which x.js, x-part2.js and x-part10.js follow each other."""
    stem, dot, suffix = path.rpartition(".")
    key = [_piece(piece) for piece in _DIGITS.split(folded(stem if dot else path)) if piece]
    return (*key, (-1, 0, suffix))


def _piece(piece: str) -> tuple[int, int, str]:
    if piece[0] in "0123456789":
        # Compared by length first: a name may have more digits than `int` takes.
        number = piece.lstrip("0")
        return (0, len(number), number)
    return (1, 0, piece)


def is_litter(path: str) -> bool:
    """Whether `path` is what macOS leaves in a zip beside the person's files."""
    *folders, name = path.split("/")
    return name.startswith("._") or "__MACOSX" in folders


def is_hostile(path: str) -> bool:
    """Whether `path` (with "/" only) leads out of its archive or hides characters."""
    if path.startswith("/") or _DRIVE.match(path):
        return True
    return ".." in path.split("/") or not path.isprintable()


def is_zip(path: str) -> bool:
    """Whether `path` calls itself a zip."""
    return path.lower().endswith(".zip")
