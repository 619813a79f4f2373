"""The CSV that Footprint writes: no spreadsheet takes it for a formula, and it reads back."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.domain import score_csv
from footprint.domain.score import Method, Reading, Scale, Value
from tests import scales
from tests.importers.score_tables import NOW, look_at

_LETTERS = st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\r\n\t;,\"'=")
_TEXTS = st.text(_LETTERS, max_size=12).map(str.strip)
_NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
_MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2026, 5, 31))  # noqa: DTZ001


@st.composite
def _readings(draw: st.DrawFn, scale: Scale) -> Reading:
    whole_day = draw(st.booleans())
    moment = draw(_MOMENTS).replace(microsecond=0, tzinfo=UTC)
    if whole_day:
        moment = moment.replace(hour=12, minute=0, second=0)
    ids = [part.id for part in scale.parts]
    parts = draw(st.dictionaries(st.sampled_from(ids), _NUMBERS)) if ids else {}
    value = Value(draw(_NUMBERS), draw(_TEXTS.filter(bool)), abs(draw(st.floats(0, 1e9))), parts)
    return Reading(
        id=1, score_id=1, effective=moment, recorded=NOW, value=value, method=Method.TYPED,
        whole_day=whole_day, note=draw(_TEXTS), source=draw(_TEXTS),
    )  # fmt: skip


@given(data=st.data(), scale=st.sampled_from(scales.ALL))
def test_what_footprint_writes_reads_back(
    data: st.DataObject, scale: Scale, tmp_path_factory: pytest.TempPathFactory
) -> None:
    written = data.draw(st.lists(_readings(scale), min_size=1, max_size=5))
    target = io.StringIO()
    score_csv.write(written, scale, target)
    path = tmp_path_factory.getbasetemp() / "own.csv"
    path.write_text(target.getvalue(), encoding="utf-8", newline="")

    reading = look_at(path, scale)

    assert reading.bad == ()
    assert [
        (r.effective, r.whole_day, r.value, r.note or "") for r in reading.rows
    ] == [
        (int(w.effective.timestamp()), w.whole_day, w.value, w.note) for w in written
    ]  # fmt: skip


_SIGNS = st.sampled_from(["=", "+", "-", "@", "'=", "''@", "＝"])
_FORMULAS = st.builds("{}{}".format, _SIGNS, _TEXTS)


@given(note=_FORMULAS | st.sampled_from(["\t=1", "\r=1", "=HYPERLINK(1)", "-2+3", "@SUM(1)"]))
def test_no_cell_begins_like_a_formula(note: str) -> None:
    written = _of(Value(-5.0, "+5 (?)"), note)
    _header, row = csv.reader(io.StringIO(written, newline=""))
    for cell in row:
        is_number = cell.removeprefix("-").replace(".", "", 1).isdigit()
        assert is_number or not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝")), cell


def test_a_number_below_zero_stays_a_number() -> None:
    (row,) = csv.DictReader(io.StringIO(_of(Value(-12.5, "-12.5"), "")))
    assert (row["value"], row["number"]) == ("'-12.5", "-12.5")


def _of(value: Value, note: str) -> str:
    target = io.StringIO()
    reading = Reading(
        id=1, score_id=1, effective=NOW, recorded=NOW, value=value, method=Method.TYPED, note=note,
        source=note, reason=note,
    )  # fmt: skip
    score_csv.write([reading], scales.OPEN, target)
    return target.getvalue()
