"""Invented downloads, built where a test runs."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from footprint.domain.score import Scale
from footprint.domain.score_preview import TableReading
from tests import scales
from tests.importers.score_tables import Look, look_at

# What stands in a member: text and bytes as they are, anything else as JSON.
Members = Mapping[str, Any] | Iterable[tuple[str, Any]]
Builder = Callable[..., Path]


def as_bytes(content: Any) -> bytes:
    if isinstance(content, bytes):
        return content
    return (content if isinstance(content, str) else json.dumps(content)).encode()


def write_zip(path: Path, members: Members, compression: int = zipfile.ZIP_DEFLATED) -> Path:
    """Pairs instead of a mapping may name a member twice."""
    pairs = members.items() if isinstance(members, Mapping) else members
    with zipfile.ZipFile(path, "w", compression) as target:
        for name, content in pairs:
            member = zipfile.ZipInfo(name, (2024, 5, 12, 10, 30, 0))
            member.compress_type = compression
            target.writestr(member, as_bytes(content))
    return path


def write_folder(path: Path, members: Mapping[str, Any]) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    for name, content in members.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(as_bytes(content))
    return path


@pytest.fixture
def zipped(tmp_path: Path) -> Builder:
    """zipped({"data/account.js": "…"}, "twitter.zip") -> Path"""

    def build(members: Members, name: str = "download.zip", **options: Any) -> Path:
        return write_zip(tmp_path / name, members, **options)

    return build


@pytest.fixture
def unpacked(tmp_path: Path) -> Builder:
    """unpacked({"data/account.js": "…"}, "twitter") -> Path"""

    def build(members: Mapping[str, Any], name: str = "download") -> Path:
        return write_folder(tmp_path / name, members)

    return build


@pytest.fixture
def look(tmp_path: Path) -> Look:
    def made(
        content: str | bytes, scale: Scale = scales.OPEN, name: str = "a.csv", **choices: object
    ) -> TableReading:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return look_at(path, scale, **choices)

    return made
