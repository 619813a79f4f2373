"""A command line on a data folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from footprint.app import start

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Give arguments to the program: its exit code, what it printed, and what went wrong."""

    def call(*arguments: object) -> tuple[int, str, str]:
        try:
            code = start(["--data-dir", str(folder), *map(str, arguments)])
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        told = capsys.readouterr()
        return code, told.out, told.err

    return call
