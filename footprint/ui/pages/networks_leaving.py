"""Leaving from the Networks page: which guide takes an app out, where it stands, what was said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from footprint.domain.account import AccountSummary
from footprint.domain.grant import ENDED_STATES, Grant
from footprint.domain.playbook import Playbook, PlaybookHead, Purpose
from footprint.domain.run import OVER
from footprint.i18n import _, ngettext
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from footprint.ui.guide_starting import GuideStarter
from footprint.ui.messages import Messages
from footprint.ui.models.dates import exact
from footprint.ui.models.guides_offered import guide_title
from footprint.ui.models.words import number
from footprint.ui.plain import plain
from footprint.ui.tasks import Tasks

# Where neither a written nor a generated guide disconnects apps at a network.
_ADVICE = "advice-network-side"
_WAYS = (Purpose.DOWNLOAD, Purpose.DISCONNECT_ALL, Purpose.DEACTIVATE, Purpose.DELETE)


@dataclass(frozen=True, slots=True)
class Way:
    """The guide under way that takes a grant out: the run, and the step it stands at."""

    run_id: int
    step: int


@dataclass(frozen=True, slots=True)
class Ways:
    """By the id of a grant: the guide under way, and what was said of it."""

    ways: Mapping[int, Way] = field(default_factory=dict)
    said: Mapping[int, str] = field(default_factory=dict)


class Leaving(QObject):
    """Reads where guides stand in the background; until then the page says nothing of it."""

    changed = Signal()

    def __init__(
        self, tasks: Tasks, messages: Messages, window: QWidget,
        starter: GuideStarter | None = None,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._tasks = tasks
        self.starter = starter or GuideStarter(tasks, messages, window)
        self._known = Ways()
        self._begun = False

    # --- what is known -----------------------------------------------------------------------

    def begin(self) -> None:
        """Read for the first time, unless there is nothing to read: most starts have no guide."""
        if not self._begun:
            self._begun = True
            if self._tasks.now(lambda w: w.seeing.has_dates()):
                self.load()

    def load(self) -> None:
        """Read anew; whoever shows it hears of it only where something is different."""
        self._tasks.start(_read, done=self._loaded)

    @Slot(object)
    def _loaded(self, found: Ways) -> None:
        if found != self._known:
            self._known = found
            self.changed.emit()

    def step_word(self, grant_id: int) -> str:
        """ "leave ▸ step 3"; "" where no guide is under way."""
        way = self._known.ways.get(grant_id)
        return _("leave ▸ step {n}").format(n=number(way.step)) if way else ""

    def said_line(self, grant_id: int) -> str:
        """ "You said so", "verified gone", "it came back"; "" where nothing was said."""
        return self._known.said.get(grant_id, "")

    # --- what can be done --------------------------------------------------------------------

    def act_text(self, grants: Sequence[Grant]) -> str:
        """What the button says; "" where there is nothing to disconnect, or not by one guide."""
        there = _there(grants)
        if not there or len({grant.account_id for grant in there}) > 1:
            return ""
        way = self._known.ways.get(there[0].id)
        if len(there) == 1 and way is not None:
            return _("Go on w&ith the guide: step {n}").format(n=number(way.step))
        if len(there) == 1:
            return _("Dis&connect…")
        text = ngettext("Dis&connect {n} app…", "Dis&connect {n} apps…", len(there))
        return text.format(n=number(len(there)))

    def disconnect_apps(self, grants: Sequence[Grant]) -> None:
        """Begin the guide of the network that takes these apps out, or go on with it."""
        there = _there(grants)
        if not there:
            return
        way = self._known.ways.get(there[0].id)
        if len(there) == 1 and way is not None:
            self.starter.resume(way.run_id)
            return
        network = there[0].network
        guide = self._tasks.now(lambda w: disconnecting(w, network))
        about_apps = guide is not None and guide.purpose is Purpose.DISCONNECT_APP
        self.starter.start(
            guide.id if guide else _ADVICE,
            account_id=there[0].account_id,
            grant_ids=[grant.id for grant in there] if about_apps else (),
        )

    def fill_menu(self, menu: QMenu, summary: AccountSummary) -> None:
        """The guides that lead out of the network of an account."""
        account = summary.account
        heads = self._tasks.now(lambda w: w.guides.of_service(account.network))
        wanted = [head for purpose in _WAYS for head in heads if head.purpose is purpose]
        for head in wanted:
            text = head_title(head).replace("&", "&&") + "…"
            menu.addAction(text, partial(self.starter.start, head.id, account_id=account.id))
        if not wanted:
            menu.addAction(_("No guide is known for it")).setEnabled(False)


def _there(grants: Sequence[Grant]) -> list[Grant]:
    """The grants that still can be disconnected."""
    return [grant for grant in grants if grant.state not in ENDED_STATES]


def disconnecting(workspace: Workspace, network: str) -> PlaybookHead | None:
    """The guide that disconnects apps at a network: app by app, else all of them."""
    guides = workspace.guides
    return guides.find(network, Purpose.DISCONNECT_APP) or guides.find(
        network, Purpose.DISCONNECT_ALL
    )


def head_title(head: PlaybookHead) -> str:
    """The title of a guide that was not begun."""
    return guide_title(head) if isinstance(head, Playbook) else plain(head.title, limit=160)


def _read(workspace: Workspace, _progress: Progress) -> Ways:
    ways: dict[int, Way] = {}
    for summary in reversed(workspace.guiding.runs()):  # the one touched last wins
        if summary.run.state in OVER:
            continue
        for subject in summary.run.subjects:
            if subject.grant_id is not None:
                ways[subject.grant_id] = Way(summary.id, summary.step_number)
    said = {}
    for each in workspace.reminding.said():
        line = _("You said on {day} that it is gone.").format(day=exact(each.said_at))
        if each.listed_again is not None:
            text = _("It came back: an archive of {day} lists it again.")
            line += " " + text.format(day=exact(each.listed_again))
        elif each.gone_since is not None:
            text = _("Verified gone on {day}: that archive no longer lists it.")
            line += " " + text.format(day=exact(each.gone_since))
        else:
            line += " " + _("No newer archive has been imported that could verify it.")
        said[each.grant_id] = line
    return Ways(ways, said)
