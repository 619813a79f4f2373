"""What can be done with the events on the time axis: add, change, remove, look at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from footprint.domain.event import Event
from footprint.domain.score import Score
from footprint.i18n import _
from footprint.services.workspace import Workspace
from footprint.ui.models.events import is_own
from footprint.ui.opening import open_url
from footprint.ui.pages.scores_writing import Writing
from footprint.ui.plain import plain
from footprint.ui.widgets.placeholder import Action

# Each dialog is imported when it is first wanted.
# ruff: noqa: PLC0415


class EventActs(QObject):
    """Opens the dialogs about events; each act is said with a way back."""

    def __init__(self, writing: Writing) -> None:
        super().__init__(writing.owner)
        self._writing = writing
        self._scores: Sequence[Score] = ()
        self._chosen: Score | None = None

    def know(self, scores: Sequence[Score], chosen: Score | None) -> None:
        """Which scores an event can be about, and which one is looked at."""
        self._scores, self._chosen = scores, chosen

    def acts(self, event: Event, *, named: bool = False) -> list[Action]:
        """What can be done with an event, as texts (with its name, if wanted) and acts."""
        title = plain(event.title, limit=40).replace("&", "&&")
        if is_own(event):
            change = _("C&hange “{title}”…") if named else _("C&hange it…")
            remove = _("R&emove “{title}”") if named else _("R&emove it")
            return [
                (change.format(title=title), partial(self.change, event)),
                (remove.format(title=title), partial(self.remove, event)),
            ]
        if not event.link:
            return []
        opening = partial(open_url, self._writing.owner, event.link)
        words = _("Open the &source of “{title}”…") if named else _("Open its &source…")
        return [(words.format(title=title), opening)]

    def add(self, owner: QDialog | None = None, day: date | None = None) -> None:
        """Ask for an event, of that day unless the person says another."""
        self._ask(None, owner, day)

    def change(self, event: Event, owner: QDialog | None = None) -> None:
        """Ask what shall be otherwise."""
        self._ask(event, owner)

    def remove(self, event: Event) -> None:
        """Take an own event away."""
        self._writing.do(
            lambda w: w.marking.remove(event.id),
            _("The event is removed."),
            lambda w: w.marking.bring_back(event.id),
        )

    def show_all(self) -> None:
        """Show every event that concerns the score that is looked at."""
        from footprint.ui.dialogs.events import EventsDialog

        if self._chosen is None:
            return
        dialog = EventsDialog(self._writing.tasks, self._chosen, self._writing.owner)
        dialog.add_wanted.connect(partial(self.add, dialog))
        dialog.change_wanted.connect(lambda event: self.change(event, dialog))
        self._writing.open(dialog)

    def _ask(self, event: Event | None, owner: QDialog | None, day: date | None = None) -> None:
        from footprint.ui.dialogs.add_event import AddEventDialog, Places

        tasks, chosen = self._writing.tasks, self._chosen
        networks = tasks.now(partial(networks_of, score=chosen))
        places = Places(self._scores, chosen.id if chosen else None, networks)
        dialog = AddEventDialog(tasks, places, event, owner or self._writing.owner)
        if day is not None:
            dialog.show_day(day)
        dialog.written.connect(partial(self._written, event))
        self._writing.open(dialog)

    def _written(self, before: Event | None, event_id: str) -> None:
        if before is None:
            told = _("The event is added.")
            self._writing.say(told, lambda w: w.marking.remove(event_id))
        else:
            self._writing.say(_("The event is changed."), partial(_restore, event_id, before.id))


def networks_of(workspace: Workspace, score: Score | None) -> list[tuple[str, str]]:
    """The networks an act can be on: those the score feeds on, and those with an account."""
    definition = workspace.scoring.definition(score) if score else None
    ids = dict.fromkeys(definition.feeds_on if definition else ())
    ids |= dict.fromkeys(s.account.network for s in workspace.seeing.accounts())
    return [(id_, workspace.seeing.service_name(id_)) for id_ in ids]


def _restore(event_id: str, before_id: str, workspace: Workspace) -> None:
    workspace.marking.remove(event_id)
    workspace.marking.bring_back(before_id)
