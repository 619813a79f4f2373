"""The playbooks we ship: each is read when it is asked for, and only once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from footprint.catalogue.catalogue import Catalogue
from footprint.catalogue.loader import CatalogueError, load, load_head, refusal
from footprint.catalogue.playbook_rules import broken_rules, refuse_misfits
from footprint.domain.dark_pattern import PatternKind
from footprint.domain.playbook import Playbook, PlaybookHead, Purpose, id_for
from footprint.i18n import _
from footprint.paths import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A neutral answer to a required "why are you leaving?"."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class _Reasons:
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Patterns:
    types: dict[str, PatternKind]


class PlaybookShelf:
    """What `resources/playbooks/*.toml` say; every method raises CatalogueError on a bad file."""

    def __init__(self, catalogue: Catalogue, folder: Path | None = None) -> None:
        self._catalogue = catalogue
        self._folder = folder or resources() / "playbooks"
        self._playbooks: dict[str, Playbook | None] = {}
        self._heads: dict[str, PlaybookHead] = {}
        self._patterns: dict[str, PatternKind] | None = None

    def ids(self) -> tuple[str, ...]:
        """Every id, sorted."""
        return tuple(path.stem for path in sorted(self._folder.glob("*.toml")))

    def heads(self) -> tuple[PlaybookHead, ...]:
        """The top of every file, in the order of their ids."""
        return tuple(map(self._head, self.ids()))

    def heads_of(self, service_id: str) -> tuple[PlaybookHead, ...]:
        """The top of the files of one service, by purpose; reads no others."""
        ids = (id_for(service_id, purpose) for purpose in Purpose)
        return tuple(self._head(id_) for id_ in ids if self._path(id_))

    def playbook(self, playbook_id: str) -> Playbook | None:
        """The whole playbook; None when there is none of that id."""
        if playbook_id not in self._playbooks:
            path = self._path(playbook_id)
            self._playbooks[playbook_id] = self._load(path) if path else None
        return self._playbooks[playbook_id]

    def reasons(self) -> tuple[str, ...]:
        """Answers to a required "why are you leaving?" that disclose nothing."""
        found = load(self._folder.parent / "reasons.toml", _Reasons).reasons
        return tuple(reason.text for reason in found)

    def pattern(self, kind: str) -> PatternKind | None:
        """What a type of dark pattern is called, and what to do about it."""
        if self._patterns is None:
            self._patterns = load(self._folder.parent / "dark_patterns.toml", _Patterns).types
        return self._patterns.get(kind)

    def problems(self, today: date) -> list[str]:
        """What is wrong with the playbooks, a sentence each with file and key; [] is the aim."""
        found: list[Playbook] = []
        refused: list[str] = []
        for id_ in self.ids():
            try:
                found.extend(filter(None, [self.playbook(id_)]))
            except CatalogueError as error:
                refused.append(error.title)
        return refused + broken_rules(found, self._catalogue.sources(), today)

    def _head(self, playbook_id: str) -> PlaybookHead:
        if playbook_id not in self._heads:
            path = self._folder / f"{playbook_id}.toml"
            self._heads[playbook_id] = load_head(path, PlaybookHead)
        return self._heads[playbook_id]

    def _load(self, path: Path) -> Playbook:
        playbook = load(path, Playbook)
        refuse_misfits(path, playbook, self._catalogue)
        for place, found in enumerate(playbook.dark_patterns, 1):
            if self.pattern(found.type) is None:
                why = _("dark_patterns.{place}.type: dark_patterns.toml has no {type}")
                raise refusal(path, why.format(place=place, type=found.type))
        return playbook

    def _path(self, playbook_id: str) -> Path | None:
        """The file of a playbook; an id that could lead out of the folder has none."""
        path = self._folder / f"{playbook_id}.toml"
        return path if playbook_id.replace("-", "").isalnum() and path.is_file() else None
