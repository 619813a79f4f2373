"""A window with nothing but the Networks page over a real workspace with invented accounts."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from footprint.domain.finding import AccountFinding, Harvest, ListingFinding, Where
from footprint.domain.grant import Grant, GrantQuery, GrantState
from footprint.domain.section import Section
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from footprint.ui.messages import Messages
from footprint.ui.pages.networks import NetworksPage
from footprint.ui.tasks import Tasks
from footprint.ui.widgets.table import Table
from tests.making import SAM, day, grant, harvest, preview_of

Dialog = TypeVar("Dialog", bound=QWidget)
FACEBOOK = AccountFinding("facebook", native_id="200", name="Sam Invented")
HOSTILE = "<img src=x> & \u202ereversed"
REMOVED = 120


def now() -> datetime:
    """The day on which everything here happens."""
    return datetime(2026, 11, 22, 12, tzinfo=UTC)


def x_archives() -> list[tuple[Harvest, str]]:
    """Two archives of one account: Klout and Buffer in both, Deck only in the older one."""
    klout = grant(
        "Klout", id="1", scopes=("read", "write"), since=day("2011-03-04"),
        organisation="Lithium", url="http://klout.com/about",
    )  # fmt: skip
    buffer = grant(
        "Buffer", id="2", scopes=("read", "write", "directmessages", "made.up"),
        organisation="Buffer Inc", url="https://buffer.com",
    )  # fmt: skip
    deck = grant("Deck", id="3", scopes=("read",))
    quiet = grant("Quiet", id="4")
    hostile = grant(HOSTILE, id="5", scopes=("read",), url="javascript:alert(1)")
    listings = [
        ListingFinding(
            Section.DEVICES, "phone", "Invented phone", "devices", Where("device.js", 1),
            "Berlin", facts={"address": "203.0.113.7"}, last_used=day("2026-04-02"),
        ),
        ListingFinding(Section.INFERENCES, "dogs", "Dogs", "interests", Where("ads.js", 1)),
    ]  # fmt: skip
    covers = {
        "apps": Section.GRANTS, "devices": Section.DEVICES, "interests": Section.INFERENCES,
        "advertisers": Section.ADVERTISERS,
    }  # fmt: skip
    return [
        (harvest("2019-02-18", [klout, buffer, deck]), "x-2019.zip"),
        (
            harvest("2026-05-12", [klout, buffer, quiet, hostile], listings, covers=covers),
            "x-2026.zip",
        ),
    ]


def facebook_archive() -> tuple[Harvest, str]:
    """Klout again, and many apps that were removed long ago."""
    removed = [
        grant(
            f"Game {n:03}", id=f"g{n}", roll="removed", state=GrantState.REMOVED,
            ended=day("2014-01-01"),
        )
        for n in range(REMOVED)
    ]  # fmt: skip
    live = [grant("Klout", id="k"), grant("Songs", id="s")]
    found = harvest("2026-05-02", [*live, *removed], account=FACEBOOK, importer="facebook")
    return found, "facebook-2026.zip"


class Stage:
    """What a person has before them, and what is stored behind it."""

    def __init__(self, qtbot: QtBot, folder: Path, *, empty: bool = False) -> None:
        self.qtbot = qtbot
        self.workspace = Workspace.open(folder, now)
        if not empty:
            for found, name in [*x_archives(), facebook_archive()]:
                self.workspace.importing.apply(preview_of(found, name), Progress())
            self.workspace.adding.account("google", "sam@invented.example")
        self.tasks = Tasks(self.workspace, lambda: Workspace.open(folder, now))
        self.messages = Messages()
        self.page = NetworksPage(self.tasks, self.messages)
        self.tasks.changed.connect(self.page.refresh)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        column = QVBoxLayout(self.window)
        column.addWidget(self.page)
        column.addWidget(self.messages)
        self.window.resize(1100, 900)
        self.window.show()
        self.page.activate()
        qtbot.waitUntil(lambda: self.page.stack.currentWidget() is not self.page.notice)

    def close(self) -> None:
        self.tasks.shutdown()
        self.workspace.close()

    # --- what is seen --------------------------------------------------------------------------

    @property
    def table(self) -> Table:
        return self.page.apps.list.table

    def names(self, table: Table | None = None) -> list[str]:
        """The first column, from top to bottom."""
        model = (table or self.table).rows_model
        return [model.text(row, 0) for row in range(model.rowCount())]

    def cell(self, name: str, title: str) -> str:
        """The words in the row of that name under the column of that title."""
        model = self.table.rows_model
        column = [c.title for c in model.columns].index(title)
        return model.text(self.names().index(name), column)

    def said(self, text: str) -> None:
        """Wait until the window's message says `text`."""
        self.qtbot.waitUntil(lambda: text in self.messages.text)

    def dialog(self, kind: type[Dialog]) -> Dialog:
        """The open dialog of that kind."""

        def found() -> list[Dialog]:
            tops = QApplication.topLevelWidgets()
            return [w for w in tops if isinstance(w, kind) and w.isVisible()]

        self.qtbot.waitUntil(lambda: bool(found()))
        return found()[0]

    # --- acting as a person does ---------------------------------------------------------------

    def look_at(self, network: str | None) -> None:
        """Press an account in the list; None is all of them."""
        places = [None, *(s.account.network for s in self.page.accounts.summaries)]
        index = self.page.accounts.model().index(places.index(network), 0)
        self.qtbot.mouseClick(
            self.page.accounts.viewport(),
            Qt.MouseButton.LeftButton,
            pos=self.page.accounts.visualRect(index).center(),
        )

    def pick(
        self,
        name: str,
        table: Table | None = None,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a row."""
        table = table or self.table
        self.qtbot.mouseClick(
            table.viewport(), Qt.MouseButton.LeftButton, modifier, pos=self.middle(name, table)
        )

    def middle(self, name: str, table: Table | None = None) -> QPoint:
        """Where the row of that name is, scrolled to."""
        table = table or self.table
        index = table.rows_model.index(self.names(table).index(name), 0)
        table.scrollTo(index)
        return table.visualRect(index).center()

    def explain(self, name: str) -> None:
        """Press a row and wait for its detail."""
        self.pick(name)
        detail = self.page.apps.pane.grant
        self.qtbot.waitUntil(lambda: detail.isVisible() and detail.heading.name.text() == name)

    def press(self, button: QAbstractButton) -> None:
        """Press a button, once it is where a person could press it."""
        self.qtbot.waitUntil(lambda: button.isVisible() and button.width() >= button.height() > 9)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def search(self, text: str) -> None:
        field = self.page.search_field()
        field.clear()
        self.qtbot.keyClicks(field, text)

    def counted(self) -> None:
        """Wait until everything is counted."""
        self.page.apps.list.count()

    # --- what is stored ------------------------------------------------------------------------

    def stored(self, name: str, network: str = "x") -> Grant:
        grants = self.workspace.seeing.grants(GrantQuery(text=name))
        return next(g for g in grants if g.app.name == name and g.network == network)


def entry(menu: QMenu, text: str) -> QAction:
    """The entry of a menu that reads so, mnemonics aside."""
    return next(a for a in menu.actions() if a.text().replace("&", "") == text)


__all__ = ["FACEBOOK", "HOSTILE", "REMOVED", "SAM", "Stage", "entry", "now"]
