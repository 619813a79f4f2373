"""A kept file is whole under its name, or is not there."""

from __future__ import annotations

import errno
import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from footprint.store.database import Database
from footprint.store.evidence import EvidenceFiles
from footprint.store.failures import StoreFull, StoreReadOnly

NOW = datetime(2026, 6, 1, tzinfo=UTC)
PICTURE = b"\x89PNG" + bytes(range(256)) * 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "evidence"


@pytest.fixture
def files(folder: Path) -> EvidenceFiles:
    return EvidenceFiles(folder)


def inside(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_file_stands_under_its_hash(files: EvidenceFiles, folder: Path) -> None:
    placed = files.put([PICTURE[:100], PICTURE[100:]], NOW)
    sha256 = hashlib.sha256(PICTURE).hexdigest()
    assert (placed.sha256, placed.size) == (sha256, len(PICTURE))
    assert inside(folder) == [folder / sha256[:2] / f"{sha256}.bin"] == [files.path(sha256)]
    assert files.path(sha256).read_bytes() == PICTURE


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such permissions")
def test_it_is_for_its_owner_alone_like_the_data_folder(files: EvidenceFiles, folder: Path) -> None:
    Database.open(folder.parent / "footprint.db", lambda: NOW).close()
    path = files.path(files.put([PICTURE], NOW).sha256)
    modes = [each.stat().st_mode & 0o777 for each in (folder.parent, folder, path.parent, path)]
    assert modes == [0o700, 0o700, 0o700, 0o600]


def test_a_damaged_copy_is_mended_by_the_next(files: EvidenceFiles, folder: Path) -> None:
    path = files.path(files.put([PICTURE], NOW).sha256)
    path.write_bytes(b"damaged")
    files.put([PICTURE], NOW)
    assert inside(folder) == [path]
    assert path.read_bytes() == PICTURE


def test_whatever_stops_the_writing_leaves_nothing(files: EvidenceFiles, folder: Path) -> None:
    def breaking() -> Iterator[bytes]:
        yield PICTURE
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        files.put(breaking(), NOW)
    assert inside(folder) == []


@pytest.mark.parametrize(
    ("number", "expected", "sentence"),
    [
        (errno.ENOSPC, StoreFull, "The disk is full: nothing was written."),
        (errno.EDQUOT, StoreFull, "The disk is full: nothing was written."),
        (errno.EROFS, StoreReadOnly, "cannot be used: Read-only file system."),
    ],
)
def test_a_disk_that_takes_no_more_is_a_sentence(
    files: EvidenceFiles,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    expected: type[Exception],
    sentence: str,
) -> None:  # fmt: skip
    def refuse(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(expected, match=sentence):
        files.put([PICTURE], NOW)
    assert inside(folder) == []


_KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from footprint.store.evidence import EvidenceFiles

def pieces():
    yield b"the first half"
    print("half", flush=True)
    sys.stdin.read()

EvidenceFiles(Path(sys.argv[1])).put(pieces(), datetime(2026, 6, 1, tzinfo=UTC))
"""


def test_a_killed_program_leaves_no_half_file_under_a_name(
    files: EvidenceFiles, folder: Path
) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", _KILLED, str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "half\n"
        process.kill()
        assert process.wait() in {-signal.SIGKILL if os.name == "posix" else 1}
    (left,) = inside(folder)
    assert left.suffix == ".part"

    files.put([PICTURE], datetime.now(UTC))
    assert left.exists(), "another program may just be writing it"
    placed = files.put([PICTURE], datetime.now(UTC) + timedelta(days=2))
    assert inside(folder) == [files.path(placed.sha256)]
