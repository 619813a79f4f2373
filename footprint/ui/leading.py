"""Makes the pages of guides, and lets each page lead to the ones it speaks of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from footprint.services.workspace import Workspace
from footprint.ui import guide_starting
from footprint.ui.tasks import Tasks

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from footprint.ui.pages.page import Page, Window

# Each page is imported when it is first shown.
# ruff: noqa: PLC0415


def _open_guide(window: QWidget, tasks: Tasks, run_id: int) -> object:
    from footprint.ui.wizards.opening import open_guide

    return open_guide(window, tasks, run_id)


guide_starting.guide_opener = _open_guide


def anything_due(tasks: Tasks) -> bool:
    """Whether something needs the person: then the window begins with it, else with Networks.

    Who has nothing with a date pays one look into the database for this.
    """

    def read(workspace: Workspace) -> bool:
        return workspace.seeing.has_dates() and workspace.reminding.count() > 0

    return tasks.now(read)


def today(window: Window) -> Page:
    """What needs the person; each card leads to what it is about."""
    from footprint.ui.pages.today import TodayPage

    page = TodayPage(window.tasks, window.messages)
    page.grant_wanted.connect(partial(show_grant, window))
    page.score_wanted.connect(partial(record_score, window))
    page.networks_wanted.connect(partial(window.go, "networks"))
    return page


def guides(window: Window) -> Page:
    """The person's guides, and all others."""
    from footprint.ui.pages.guides import GuidesPage

    page = GuidesPage(window.tasks, window.messages)
    page.apps_wanted.connect(partial(show_apps, window))
    return page


def catalogue(window: Window) -> Page:
    """Every service we know of."""
    from footprint.ui.pages.catalogue import CataloguePage

    page = CataloguePage(window.tasks, window.messages)
    page.apps_wanted.connect(partial(show_apps, window))
    return page


def show_grant(window: Window, grant_id: int) -> None:
    """Show one grant on the Networks page."""
    from footprint.ui.pages.networks import NetworksPage

    page = window.go("networks")
    if isinstance(page, NetworksPage):
        page.show_grant(grant_id)


def show_apps(window: Window, service: str) -> None:
    """Show the apps of an account at a network, so that some can be chosen."""
    from footprint.ui.pages.networks import NetworksPage

    page = window.go("networks")
    if isinstance(page, NetworksPage):
        page.show_network(service)


def record_score(window: Window, score_id: int) -> None:
    """Ask for a reading of a score, on the Scores page."""
    from footprint.ui.pages.scores import ScoresPage

    page = window.go("scores")
    if isinstance(page, ScoresPage):
        page.load()
        page.list.choose([score_id])
        page.new_thing()
