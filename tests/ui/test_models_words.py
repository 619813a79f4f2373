"""Words: dates, states, permissions, what the catalogue knows, and what is copied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from footprint.domain.fact import Alternative, Confidence, Fact, Provenance
from footprint.domain.grant import Choice, Decision, GrantState
from footprint.domain.permission import Permission, Risk
from footprint.domain.service import Service, ServiceKind, ServiceState, ServiceStatus
from footprint.ui.models import words
from footprint.ui.models.dates import ago, day_of, exact
from footprint.ui.models.service_words import closed_line, provenance, service_sentences
from footprint.ui.models.table import Column
from footprint.ui.widgets.copying import CSV, as_csv, as_lines, as_tsv, to_clipboard
from tests.making import day
from tests.ui.test_models_table import some_grant

NOW = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _plain_locale() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale.c())
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("2026-11-22", "today"),
        ("2026-11-21", "yesterday"),
        ("2026-11-23", "tomorrow"),
        ("2026-11-19", "3 days ago"),
        ("2026-10-25", "4 weeks ago"),
        ("2026-05-12", "6 months ago"),
        ("2011-03-04", "15 years ago"),
        ("2026-12-02", "in 10 days"),
        ("2027-03-01", "in 3 months"),
    ],
)
def test_distances(told: str, text: str) -> None:
    assert ago(date.fromisoformat(told), NOW) == text


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en_GB", "4 Mar 2011"),
        ("en_US", "Mar 4, 2011"),
        ("de", "4. März 2011"),
        ("C", "4 Mar 2011"),
    ],
)
def test_exact_day_in_the_persons_order(locale: str, text: str) -> None:
    QLocale.setDefault(QLocale(locale))
    assert exact(date(2011, 3, 4)) == text


def test_midnight_stays_on_its_day() -> None:
    assert day_of(day("2026-05-12")) == date(2026, 5, 12)
    assert day_of(datetime.max.replace(tzinfo=UTC)).year == 9999


def test_states_carry_their_day() -> None:
    grant = some_grant(1)
    assert words.standing(grant) == "connected"
    gone = replace(grant, state=GrantState.GONE, gone_since=day("2026-05-12"))
    assert words.standing(gone) == "not listed since 12 May 2026"
    removed = replace(grant, state=GrantState.REMOVED, ended=day("2014-02-03"))
    told = words.standing_told(removed)
    assert told == "listed as removed on 3 Feb 2014, as of 12 May 2026"


def test_permissions_the_riskiest_first_and_unknown_last() -> None:
    told = tuple(
        Permission("x", w, w, risk) for w, risk in (("a", Risk.LOW), ("b", None), ("c", Risk.HIGH))
    )
    assert words.capabilities(told) == ("c", "a", "b")
    assert words.may(some_grant(1, permissions=None)) == "not told by the export"
    assert words.may(some_grant(1, permissions=())) == "no permission named"


def test_decisions_in_short_and_in_full() -> None:
    decision = Decision(Choice.WATCH, "Ask\u202e first", date(2027, 3, 1))
    assert words.decided(decision, NOW) == "watch · look again in 3 months"
    assert words.decided(decision, date(2027, 3, 1)) == "watch · time to look again"
    assert words.decided_told(decision) == "watch · look again on 1 Mar 2027 · Ask first"
    assert words.decided(Decision(Choice.KEEP, "why"), NOW) == "keep · with a note"
    assert words.decided(Decision(), NOW) == "not decided"


def fact(value: object, **other: object) -> Fact[object]:
    known = {"confidence": Confidence.PUBLIC_SOURCE, "source": ("https://a.example/b",)}
    return Fact(value=value, checked=date(2026, 8, 21), **{**known, **other})  # type: ignore[arg-type]


def service(**status: object) -> Service:
    return Service(
        id="klout",
        name="Klout",
        kind=ServiceKind.SCORING,
        domains=("klout.com",),
        identity=Provenance(confidence=Confidence.GENERAL_KNOWLEDGE, checked=date(2024, 1, 1)),
        status=ServiceStatus(**status),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("ended", "text"),
    [
        ("2018-05-25", "Klout closed on 25 May 2018."),
        ("2018-05", "Klout closed in May 2018."),
        ("2018", "Klout closed in 2018."),
    ],
)
def test_the_end_is_as_exact_as_it_is_known(ended: str, text: str) -> None:
    assert closed_line(service(state=fact(ServiceState.DEFUNCT), ended=fact(ended))) == text


def test_a_running_service_has_no_end() -> None:
    assert closed_line(service(state=fact(ServiceState.ACTIVE))) is None
    assert closed_line(service(state=fact(ServiceState.DEFUNCT))) == "Klout has closed."


def test_age_and_doubt_are_told_with_each_fact() -> None:
    other = Alternative(value="none", confidence=Confidence.PUBLIC_SOURCE, source=("b",))
    known = service(
        state=fact(ServiceState.DEFUNCT),
        successor=fact("Khoros", confidence=Confidence.GENERAL_KNOWLEDGE, alternatives=(other,)),
        owner=fact("Lithium"),
    )
    closed, after, owner = service_sentences(known, NOW)
    assert closed.source == "Checked 3 months ago; source: a.example."
    assert "Khoros" in after.text
    assert "Sources disagree, another says: none." in after.text
    assert after.source == "Unverified: general knowledge, last looked at 3 months ago."
    assert owner.text == "It belongs to Lithium."
    assert provenance(known.identity, NOW).endswith("This may be out of date.")


def test_copied_tables_run_nothing() -> None:
    columns: list[Column[str]] = [
        Column("Name", str, 9),
        Column("Length", lambda t: str(len(t)), 9),
    ]
    rows = ["=HYPERLINK(1)", "a\tb", "-1"]
    assert as_tsv(columns, rows).splitlines() == [
        "Name\tLength", "'=HYPERLINK(1)\t13", "a b\t3", "'-1\t2",
    ]  # fmt: skip
    assert as_csv(columns, ["a,b"]).splitlines() == ["Name,Length", '"a,b",3']
    assert as_lines(columns[0], rows) == "=HYPERLINK(1)\na\tb\n-1"


def test_clipboard_offers_text_and_table(qapp: QApplication) -> None:
    to_clipboard("a,b", CSV)
    content = QGuiApplication.clipboard().mimeData()
    assert content.text() == "a,b"
    assert bytes(content.data(CSV).data()) == b"a,b"
