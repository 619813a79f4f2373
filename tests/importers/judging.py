"""Short ways to ask what is said of a bad archive."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint.errors import FootprintError
from footprint.importers.archive import Archive, UnreadableMember
from footprint.progress import Progress

APPS = "apps.json"


def opened(*paths: Path) -> Archive:
    return Archive.open(paths, ("apps*.json", "*.js"), Progress())


def refusal(path: Path) -> str:
    with pytest.raises(FootprintError) as caught:
        opened(path)
    assert caught.value.hint
    return caught.value.title


def unreadable(archive: Archive, *, as_json: bool = False) -> str:
    (member,) = archive.members("*")
    with pytest.raises(UnreadableMember) as caught:
        archive.json(member) if as_json else archive.text(member)
    assert caught.value.hint
    assert caught.value.file == member.path
    return caught.value.title


def patched(path: Path, old: bytes, new: bytes, count: int = -1) -> Path:
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new, count))
    return path
