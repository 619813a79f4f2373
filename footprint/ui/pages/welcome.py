"""The first start: what to do, and how one gets the download that shows who may do what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from footprint.domain.service import Service, ServiceKind
from footprint.i18n import _
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from footprint.ui.opening import open_url
from footprint.ui.tasks import Tasks
from footprint.ui.widgets.choice_bar import ChoiceBar
from footprint.ui.widgets.download_steps import DownloadSteps
from footprint.ui.widgets.drop_area import DropArea
from footprint.ui.widgets.flow import FlowLayout
from footprint.ui.widgets.sections import paragraph

FIRST = ("x", "facebook", "instagram")
_WIDTH = 96  # of the column, in average characters: longer lines are hard to read


class Welcome(QScrollArea):
    """Shown while there is no account; it says what it wants and leaves the doing to others."""

    files_wanted = Signal()
    folder_wanted = Signal()
    account_wanted = Signal()
    dropped = Signal(object)  # list[Path]

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._build()

    def _build(self) -> None:
        content, inside = QWidget(), QWidget()
        inside.setMaximumWidth(_WIDTH * self.fontMetrics().averageCharWidth())
        row = QHBoxLayout(content)
        row.setContentsMargins(16, 24, 16, 24)
        row.addStretch(1)
        row.addWidget(inside, 100)
        row.addStretch(1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._add_import(column)
        column.addSpacing(24)
        self._add_networks(column)
        column.addSpacing(24)
        column.addWidget(
            paragraph(
                _(
                    "Only looking around? “footprint --demo” opens Footprint with invented people"
                    " and invented archives, away from your own."
                ),
                "muted",
            )
        )
        column.addStretch(1)
        self.setWidget(content)

    def _add_import(self, column: QVBoxLayout) -> None:
        column.addWidget(paragraph(_("See which apps may act in your name"), "title"))
        column.addWidget(
            paragraph(
                _(
                    "Drop the download of your own account from X, Facebook or Instagram here, and"
                    " Footprint shows who was let in, what they may do, and since when. It stays"
                    " on this machine."
                )
            )
        )
        column.addSpacing(8)
        self.area = DropArea(_("Drop your download here, or press to choose it"))
        self.area.clicked.connect(self.files_wanted)
        self.area.dropped.connect(self.dropped)
        column.addWidget(self.area)
        self.folder = QPushButton(_("Choose an unpacked &folder…"))
        self.folder.clicked.connect(self.folder_wanted)
        column.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_networks(self, column: QVBoxLayout) -> None:
        column.addWidget(paragraph(_("No download yet? Ask the network for it."), "section"))
        services = self._tasks.now(_first)
        names = [*(service.name for service in services), _("Other networks")]
        self.networks = ChoiceBar(_("Network"), names)
        self.networks.chosen.connect(self._show_network)
        column.addWidget(self.networks)
        card = QFrame()
        card.setObjectName("card")
        # No stack: it would be as high as the highest page, whichever is seen.
        self._pages: list[QWidget] = []
        self._card = QVBoxLayout(card)
        self._card.setContentsMargins(16, 16, 16, 16)
        column.addWidget(card)
        for service in services:
            steps = DownloadSteps(service)
            steps.page_wanted.connect(self._open)
            self._add_page(steps)
        self._show_network(0)

    def _add_page(self, page: QWidget) -> None:
        self._pages.append(page)
        self._card.addWidget(page)

    @Slot(str)
    def _open(self, page: str) -> None:
        open_url(self, page)

    @Slot(int)
    def _show_network(self, which: int) -> None:
        if which == len(self._pages):
            self._add_page(self._other_networks())
        for place, page in enumerate(self._pages):
            page.setVisible(place == which)

    def _other_networks(self) -> QWidget:
        """Which exports hold no apps; filled when the whole catalogue has been read."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._told = paragraph(_("Reading the catalogue…"))
        column.addWidget(self._told)
        self._silent = FlowLayout()
        column.addLayout(self._silent)
        self._pageless = paragraph("", "muted")
        self._pageless.hide()
        column.addWidget(self._pageless)
        column.addSpacing(8)
        column.addWidget(paragraph(_("Any other network can be added by hand too, with its apps.")))
        self.by_hand = QPushButton(_("Add an &account by hand…"))
        self.by_hand.clicked.connect(self.account_wanted)
        column.addWidget(self.by_hand, 0, Qt.AlignmentFlag.AlignLeft)
        self._tasks.start(_silent, done=self._tell_silent)
        return page

    @Slot(object)
    def _tell_silent(self, services: Sequence[Service]) -> None:
        self._told.setText(
            _(
                "The downloads of these networks leave the apps out. Open the page that lists"
                " them, and add what you read there by hand."
            )
        )
        unknown = [s.name for s in services if s.links.connected_apps is None]
        for service in services:
            if service.links.connected_apps is not None:
                button = QPushButton(service.name)
                button.setToolTip(_instead(service))
                page = service.links.connected_apps.value
                button.clicked.connect(partial(self._open, page))
                self._silent.addWidget(button)
        if unknown:
            text = _("Footprint knows of no such page of {names}.")
            self._pageless.setText(text.format(names=", ".join(unknown)))
            self._pageless.show()


def _first(workspace: Workspace) -> list[Service]:
    found = (workspace.seeing.service(name) for name in FIRST)
    return [service for service in found if service is not None]


def _silent(workspace: Workspace, progress: Progress) -> Sequence[Service]:
    """The networks of which it is known that their download lists no apps."""
    return [s for s in workspace.seeing.services() if _lists_none(s)]


def _instead(service: Service) -> str:
    """The sentence that stands where the list of apps would be."""
    archive = service.download.archive if service.download else None
    return archive.instead if archive else ""


def _lists_none(service: Service) -> bool:
    archive = service.download.archive if service.download else None
    is_network = ServiceKind.NETWORK in (service.kind, *service.also_kinds)
    return is_network and archive is not None and archive.lists_apps is False
