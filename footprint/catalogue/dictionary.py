"""The dictionary of permissions: what the raw scopes of each network mean in plain words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from footprint.catalogue.loader import load
from footprint.domain.fact import Confidence
from footprint.domain.permission import Permission, Risk
from footprint.i18n import _

_RISKS = {risk.key: risk for risk in Risk}


@dataclass(frozen=True, slots=True, kw_only=True)
class DefaultAccess:
    """What an app of a network gets at the very least, when the export names no scopes.

    Shown as "at least …" only: never a known permission, and it has no risk.
    """

    words: str
    confidence: Confidence
    checked: date
    explain: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One scope of one network as its file tells it; a field left out is that of the file.

    `aliases` are other spellings of the scope; `starts` are the beginnings of scopes that carry
    parameters, such as "repo:".
    """

    id: str
    words: str
    risk: str
    reason: str
    explain: str = ""
    aliases: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    retired: bool = False
    source: str = ""
    confidence: Confidence | None = None
    checked: date | None = None

    def __post_init__(self) -> None:
        if self.risk not in _RISKS:
            refusal = _("{value!r} is none of: {known}")
            raise ValueError(refusal.format(value=self.risk, known=", ".join(_RISKS)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """One file: all scopes of one network, and how that network spells them.

    `drop_start` are addresses that may stand before a scope without changing it.
    """

    source: str
    confidence: Confidence
    checked: date
    scope: tuple[Entry, ...]
    ignore_case: bool = False
    drop_start: tuple[str, ...] = ()
    default: DefaultAccess | None = None

    def __post_init__(self) -> None:
        owners: dict[str, Entry] = {}
        for spelling, entry in self.spellings():
            if owners.setdefault(spelling, entry) is not entry:
                raise ValueError(_("the scope {scope} stands there twice").format(scope=spelling))

    def spellings(self) -> Iterator[tuple[str, Entry]]:
        """Every whole scope that the file explains, as `key` writes it."""
        for entry in self.scope:
            yield from ((self.key(name), entry) for name in (entry.id, *entry.aliases))

    def starts(self) -> Iterator[tuple[str, Entry]]:
        """Every beginning of scopes that the file explains, as `key` writes it."""
        for entry in self.scope:
            yield from ((self.key(start), entry) for start in entry.starts)

    def key(self, scope: str) -> str:
        """One spelling for all that this network takes for the same scope."""
        key = scope.strip()
        if self.ignore_case:
            key = key.lower()
        for start in self.drop_start:
            if len(key) > len(start) and key.startswith(start):
                return key[len(start) :]
        return key


class _Book:
    """The vocabulary of one network, ready for looking up."""

    def __init__(self, network: str, vocabulary: Vocabulary) -> None:
        self._network = network
        self.vocabulary = vocabulary
        self._exact = dict(vocabulary.spellings())
        self._starts = sorted(vocabulary.starts(), key=lambda start: len(start[0]), reverse=True)

    def permission(self, scope: str) -> Permission | None:
        """The permission behind this scope; None when the file does not know it."""
        entry = self._find(self.vocabulary.key(scope))
        return self._told(entry, scope) if entry else None

    def permissions(self) -> tuple[Permission, ...]:
        """Every permission of the file, in its order."""
        return tuple(self._told(entry, entry.id) for entry in self.vocabulary.scope)

    def _told(self, entry: Entry, scope: str) -> Permission:
        confidence = entry.confidence or self.vocabulary.confidence
        told = confidence is Confidence.PUBLIC_SOURCE  # memory must not borrow the file's source
        return Permission(
            network=self._network,
            scope=scope,
            words=entry.words,
            risk=_RISKS[entry.risk],
            reason=entry.reason,
            explain=entry.explain,
            retired=entry.retired,
            source=entry.source or (self.vocabulary.source if told else ""),
            confidence=confidence,
            checked=entry.checked or self.vocabulary.checked,
        )

    def _find(self, key: str) -> Entry | None:
        """The same spelling first, then the longest beginning."""
        begun = (entry for start, entry in self._starts if key.startswith(start))
        return self._exact.get(key) or next(begun, None)


class Dictionary:
    """What the scopes of every network mean; a network's file is read when it is first asked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._books: dict[str, _Book | None] = {}

    def permission(self, network: str, scope: str) -> Permission:
        """This scope in plain words; one that nobody explained keeps its raw word and no risk."""
        book = self._book(network)
        known = book.permission(scope) if book else None
        return known or Permission(network=network, scope=scope, words=scope, known=False)

    def permissions(self, network: str) -> tuple[Permission, ...]:
        """Every permission the dictionary knows of a network, in the order of its file."""
        book = self._book(network)
        return book.permissions() if book else ()

    def default(self, network: str) -> DefaultAccess | None:
        """What any app of this network gets at least; None when that is not known."""
        book = self._book(network)
        return book.vocabulary.default if book else None

    def networks(self) -> tuple[str, ...]:
        """The service ids that have a dictionary, sorted."""
        return tuple(path.stem for path in self._files())

    def fingerprint(self) -> str:
        """Changes when a word of any file changes, so that stored grants are rated again.

        Of the bytes: a reinstall may keep times and sizes, and touch every time for nothing.
        """
        digest = hashlib.blake2b(digest_size=16)
        for path in self._files():
            content = path.read_bytes()
            digest.update(f"{path.name} {len(content)}\n".encode())
            digest.update(content)
        return digest.hexdigest()

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("*.toml"))

    def _book(self, network: str) -> _Book | None:
        if network not in self._books:
            # Looked for in the list and not on the disk: a network's name may come from outside.
            known = network in self.networks()
            path = self._folder / f"{network}.toml"
            self._books[network] = _Book(network, load(path, Vocabulary)) if known else None
        return self._books[network]
