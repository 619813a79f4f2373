"""The Catalogue page: search, filters, facts with their age, guides to start, what was so far."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from footprint.domain.service import Difficulty, ServiceKind
from footprint.domain.standing import StandingState
from footprint.errors import FootprintError
from footprint.ui.models.catalogue import Narrowing, passing
from footprint.ui.models.catalogue_facts import pages_of
from footprint.ui.opening import OpeningDialog
from footprint.ui.pages.catalogue import CataloguePage
from footprint.ui.widgets.open_button import OpenButton
from tests.ui.guides_stage import GuideStage, nameless, read, staged

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[GuideStage]:
    with staged(qtbot, tmp_path / "store", lambda t, m, s: CataloguePage(t, m, starter=s)) as made:
        yield made


def shown(stage: GuideStage) -> CataloguePage:
    page = stage.show()
    assert isinstance(page, CataloguePage)
    stage.qtbot.waitUntil(lambda: page.model.rowCount() > 0, timeout=15_000)
    stage.settle()
    return page


def names(page: CataloguePage) -> list[str]:
    return [row.service.name for row in page.model.rows]


def test_everything_is_there(stage: GuideStage) -> None:
    page = shown(stage)
    assert page.head.count.text() == f"{len(stage.workspace.seeing.services())} services"
    assert page.detail.guide_buttons, "the first one is shown with its guides"


@pytest.mark.parametrize(
    ("text", "found"),
    [("klout", "Klout"), ("spokeo.com", "Spokeo"), ("people search spokeo", "Spokeo"),
     ("facebook.com", "Facebook")],
)  # fmt: skip
def test_search_by_name_address_and_kind(stage: GuideStage, text: str, found: str) -> None:
    page = shown(stage)
    stage.qtbot.keyClicks(page.search_field(), text)
    assert found in names(page)


def test_filters_narrow_and_are_cleared(stage: GuideStage) -> None:
    page = shown(stage)
    everything = len(page.model.rows), page.head.count.text()
    page.head.kinds.choose({ServiceKind.SCORING})
    page.head.difficulties.choose({Difficulty.EASY, None})
    kinds = {k for r in page.model.rows for k in (r.service.kind, *r.service.also_kinds)}
    assert ServiceKind.SCORING in kinds
    assert all(
        ServiceKind.SCORING in (r.service.kind, *r.service.also_kinds) for r in page.model.rows
    )
    page.search_field().setText("zzzz")
    assert "Nothing matches." in page.notice.text
    stage.press(page.notice.buttons[0])
    assert (len(page.model.rows), page.head.count.text()) == everything


def test_region_and_standing_narrow(stage: GuideStage) -> None:
    run = stage.walk(stage.begin("spokeo-opt-out"))
    stage.workspace.guiding.finish(run)
    page = shown(stage)
    page.head.standings.choose({StandingState.NOT_VISIBLE})
    assert names(page) == ["Spokeo"]
    page.head.clear()
    page.head.regions.choose({"DE"})
    assert "Facebook" not in names(page)
    assert "SCHUFA" in " ".join(names(page))


def test_facts_stand_with_their_age(stage: GuideStage) -> None:
    page = shown(stage)
    page.show_service("instagram")
    stage.settle()
    told = read(page.detail)
    for text in ("How hard leaving is", "Who has to act", "What stays behind", "How long it takes",
                 "Rated ", "Checked ", "What you saw there", "You never looked."):  # fmt: skip
        assert text in told
    assert "Delete your Instagram account" in [b.text() for b in page.detail.guide_buttons]


def test_a_link_shows_its_host_before_it_is_opened(stage: GuideStage) -> None:
    page = shown(stage)
    page.show_service("spokeo")
    stage.settle()
    link = page.detail.findChildren(OpenButton)[0]
    assert "spokeo.com" in link.text()
    link.click()
    dialog = next(d for d in page.findChildren(OpeningDialog) if d.isVisible())
    assert "spokeo.com" in dialog.go.text()
    dialog.reject()


def test_enter_leads_to_the_guide_and_enter_starts_it(stage: GuideStage) -> None:
    page = shown(stage)
    page.search_field().setText("spokeo")
    stage.settle()
    stage.qtbot.keyClick(page.search_field(), Qt.Key.Key_Return)
    stage.qtbot.keyClick(page.table, Qt.Key.Key_Return)
    stage.qtbot.waitUntil(page.detail.guide_buttons[0].hasFocus)
    stage.qtbot.keyClick(page.detail.guide_buttons[0], Qt.Key.Key_Return)
    (summary,) = stage.workspace.guiding.runs()
    assert stage.opened == [summary.id]
    assert summary.service == "spokeo"


def test_what_was_given_and_seen_is_told(stage: GuideStage) -> None:
    run = stage.walk(stage.begin("spokeo-opt-out"))
    stage.workspace.guiding.finish(run)
    page = shown(stage)
    page.show_service("spokeo")
    stage.settle()
    told = read(page.detail)
    assert "1 Jun 2026: not visible" in told
    assert "your e-mail address, to Spokeo" in told
    assert "not visible" in page.detail.heading.line.text()


def test_a_changed_standing_is_seen_at_once(stage: GuideStage) -> None:
    page = shown(stage)
    page.show_service("spokeo")
    run = stage.begin("spokeo-opt-out")
    while run.at is not None:
        here = run.at
        run = stage.tasks.now(lambda w, r=run, s=here: stage.walk(r, 1))  # type: ignore[misc]
        assert run.at is not here
    stage.settle()
    assert "not visible" in page.detail.heading.line.text()


def test_what_cannot_be_opened_is_shown_as_text(stage: GuideStage) -> None:
    closed = stage.workspace.seeing.service("klout")
    assert closed is not None
    http = [page for page in pages_of(closed) if page.url.startswith("http://")]
    assert all(page.host == "" for page in http)


def test_everything_passes_an_empty_narrowing(stage: GuideStage) -> None:
    page = shown(stage)
    assert len(passing(page._rows, Narrowing())) == len(page._rows)


def test_a_broken_file_is_named_with_a_way_on(
    stage: GuideStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_workspace: object) -> None:
        raise FootprintError("x.toml: unknown key.", "Install again.")

    with monkeypatch.context() as broken:
        broken.setattr("footprint.ui.pages.catalogue.rows_of", fail)
        page = stage.show()
        assert isinstance(page, CataloguePage)
        assert page.notice.text == "x.toml: unknown key. Install again."
    stage.press(page.notice.buttons[0])
    stage.qtbot.waitUntil(lambda: page.stack.currentWidget() is page.split, timeout=15_000)


def test_everything_is_named(stage: GuideStage) -> None:
    page = shown(stage)
    assert nameless(page) == []
    assert stage.workspace.reminding.today() == date(2026, 6, 1)
