"""Moments in every written form; zero and nonsense are unknown, never 1970."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.importers import moments
from footprint.importers.page_moments import PageMoments

APRIL = datetime(2022, 4, 15, 5, 20, tzinfo=UTC)


@pytest.mark.parametrize("value", [1650000000, "1650000000", 1650000000.0])
def test_unix_seconds(value: object) -> None:
    assert moments.from_unix(value) == APRIL


def test_unix_milliseconds() -> None:
    assert moments.from_unix("1650000000000", per_second=1000) == APRIL


@pytest.mark.parametrize(
    "value",
    [
        0,
        "0",
        -1,
        True,
        None,
        "",
        "soon",
        [],
        {},
        10**400,
        float("nan"),
        float("inf"),
        1650000000000,
    ],
)
def test_no_unix_moment(value: object) -> None:
    assert moments.from_unix(value) is None


@pytest.mark.parametrize(
    "value",
    [
        "2022-04-15T05:20:00.000Z",
        "2022-04-15T05:20:00+00:00",
        "2022-04-15T07:20:00+02:00",
        "2022-04-15 05:20:00 UTC",
        "2022-04-15 05:20:00",
        "Apr 15, 2022 5:20:00 am",
        "April 15, 2022, 5:20 AM",
    ],
)
def test_written_moment(value: str) -> None:
    assert moments.from_text(value) == APRIL


@pytest.mark.parametrize(
    ("value", "hour"), [("Jul 09, 2023 12:00:01 am", 0), ("Jul 09, 2023 12:00:01 pm", 12)]
)
def test_noon_and_midnight(value: str, hour: int) -> None:
    assert moments.from_text(value) == datetime(2023, 7, 9, hour, 0, 1, tzinfo=UTC)


def test_dotted_day() -> None:
    assert moments.from_text("2021.10.20") == datetime(2021, 10, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "never",
        "0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00+23:00",
        "9999-12-31T23:59:59-23:00",
        "Feb 30, 2022 5:20:00 am",
        "2021.99.99",
        "Xyz 15, 2022",
        None,
        5,
    ],
)
def test_no_written_moment(value: object) -> None:
    assert moments.from_text(value) is None


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("twitter-2021-03-04-aabbcc.zip", (2021, 3, 4)),
        ("rosa_20210304.zip", (2021, 3, 4)),
        ("facebook-rosa-2021-13-04-2022-01-02.zip", (2022, 1, 2)),
        ("facebook-rosa20121225-2024-05-12-x.zip", (2024, 5, 12)),
    ],
)
def test_day_in_a_name(name: str, day: tuple[int, int, int]) -> None:
    assert moments.from_name(name) == datetime(*day, 12, tzinfo=UTC)


@pytest.mark.parametrize("name", ["facebook-rosa.zip", "x-20219999.zip", "120210304.zip"])
def test_no_day_in_a_name(name: str) -> None:
    assert moments.from_name(name) is None


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("Jul 09, 2023 11:48:45 am", "en"),
        ("9. Juli 2023 11:48:45", "de"),
        ("09.07.2023 11:48:45", "de"),
        ("juil. 09, 2023 11:48:45 am", "fr"),
        ("9 de julio de 2023 11:48:45", "es"),
        ("lug 09, 2023 11:48:45 am", "it"),
        ("9 de jul. de 2023 11:48:45", "pt"),
        ("9 juli 2023 11:48:45", "nl"),
        ("9 lipca 2023 11:48:45", "pl"),
    ],
)
def test_moment_on_a_page(written: str, language: str) -> None:
    moment = datetime(2023, 7, 9, 11, 48, 45, tzinfo=UTC)
    assert PageMoments([language]).read(written) == moment


@pytest.mark.parametrize("written", ["9 juil. 2023 11:48:45", "9. Juli 2023 11:48:45"])
def test_language_of_a_page_need_not_be_known(written: str) -> None:
    assert PageMoments().read(written) == datetime(2023, 7, 9, 11, 48, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    "written", ["", "Spotify", "Football 2023", "12345678", "x" * 1000, "2023"]
)
def test_names_are_no_moments(written: str) -> None:
    assert PageMoments().read(written) is None


@given(st.text(max_size=80))
def test_no_text_breaks_the_reading_of_moments(written: str) -> None:
    for moment in (moments.from_text(written), PageMoments().read(written)):
        assert moment is None or moments.EARLIEST <= moment < moments.LATEST
