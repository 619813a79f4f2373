"""Tables that are no files, and texts in them that no file can hold."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from footprint.errors import FootprintError
from tests.importers.score_tables import look_at, told


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes among files")
def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "scores.csv"
    os.mkfifo(pipe)
    with pytest.raises(FootprintError, match="is not a file"):
        look_at(pipe)


def test_half_a_character_does_not_spoil_the_table(tmp_path: Path) -> None:
    file = tmp_path / "scores.json"
    file.write_text('[{"date": "2026-01-14", "value": "51", "note": "a\\ud800b \\ud83d\\ude00"}]')
    reading = look_at(file)
    assert told(reading) == [("2026-01-14", 51)]
    assert reading.rows[0].note == "a?b \U0001f600"
