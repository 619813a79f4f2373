"""Asks for an event that can explain a change: what you did, what they changed, an outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit, QWidget

from footprint.domain.event import Event, EventKind
from footprint.domain.score import Score
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.ui.dialogs.form import FormDialog, field_label
from footprint.ui.dialogs.reading_form import chosen_day, day_field
from footprint.ui.models.scores import score_title
from footprint.ui.opening import address
from footprint.ui.plain import plain
from footprint.ui.tasks import Tasks

_OWN = "own:{id}"


@dataclass(frozen=True, slots=True)
class Places:
    """What an event can be about: the scores (one of them chosen), and networks as (id, name)."""

    scores: Sequence[Score]
    chosen: int | None = None
    networks: Sequence[tuple[str, str]] = ()


class AddEventDialog(FormDialog):
    """Asks what happened, when, and what it is about; `written` gives the event's id.

    With an event it changes that one: a new row takes its place.
    """

    written = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        places: Places,
        event: Event | None = None,
        parent: QWidget | None = None,
    ) -> None:
        act = _("&Save the changes") if event else _("&Add event")
        super().__init__(_("What happened?"), act, self._write_down, parent)
        self._tasks = tasks
        self._before = event
        self.kind = QComboBox()
        self.title = QLineEdit()
        self.day, self.until = day_field(), day_field()
        self.spans = QCheckBox(_("It lasted &until"))
        self.about, self.network = QComboBox(), QComboBox()
        self.worth, self.link = QLineEdit(), QLineEdit()
        self.retells = QCheckBox(_("They also told the past anew"))
        self._offer(places)
        self._lay_out()
        if event is not None:
            self._fill(event)
        self.kind.currentIndexChanged.connect(self._settle)
        self.spans.toggled.connect(self._settle)
        self._settle()
        self.title.setFocus()

    # --- built in the order seen -------------------------------------------------------------

    def _offer(self, places: Places) -> None:
        for kind, text in kinds():
            self.kind.addItem(text, kind)
        self.title.setPlaceholderText(_("For example: stopped posting"))
        self.about.addItem(_("All my scores"), None)
        for score in places.scores:
            self.about.addItem(score_title(score), _OWN.format(id=score.id))
        chosen = _OWN.format(id=places.chosen)
        self.about.setCurrentIndex(max(0, self.about.findData(chosen)))
        self.network.addItem(_("No network in particular"), None)
        for id_, name in places.networks:
            self.network.addItem(plain(name, limit=60), id_)
        self.worth.setPlaceholderText(_("In your own words, for example: 200 euros"))
        self.link.setPlaceholderText(_("Where they said so, for example https://…"))

    def _lay_out(self) -> None:
        for label, field in (
            (_("&Kind"), self.kind),
            (_("&What happened"), self.title),
            (_("On &day"), self.day),
        ):
            self.fields.addRow(field_label(label, field), field)
        self.fields.addRow(self.spans, self.until)
        self.until.setAccessibleName(_("Last day"))
        for label, field in (
            (_("A&bout"), self.about),
            (_("On &network"), self.network),
            (_("What it was wo&rth"), self.worth),
            (_("Sour&ce"), self.link),
        ):
            self.fields.addRow(field_label(label, field), field)
        self.fields.addRow("", self.retells)

    def _fill(self, event: Event) -> None:
        self.kind.setCurrentIndex(self.kind.findData(event.kind))
        self.title.setText(event.title)
        _show_day(self.day, event.day)
        if event.ends is not None:
            self.spans.setChecked(True)
            _show_day(self.until, event.ends)
        about = event.scores[0] if event.scores else None
        self.about.setCurrentIndex(max(0, self.about.findData(about)))
        network = event.services[0] if event.services else None
        if network is not None and self.network.findData(network) < 0:
            self.network.addItem(plain(network, limit=60), network)
        self.network.setCurrentIndex(max(0, self.network.findData(network)))
        self.worth.setText(event.worth)
        self.link.setText(event.link or "")
        self.retells.setChecked(event.retells_past)

    def show_day(self, day: date) -> None:
        """Propose a day."""
        _show_day(self.day, day)

    @Slot()
    def _settle(self) -> None:
        """Ask only for what belongs to the kind."""
        kind = EventKind(self.kind.currentData())
        self.fields.setRowVisible(self.network, kind is EventKind.OWN_ACT)
        self.fields.setRowVisible(self.worth, kind is EventKind.OUTCOME)
        theirs = kind is EventKind.THEIR_CHANGE
        self.fields.setRowVisible(self.link, theirs)
        self.fields.setRowVisible(self.retells, theirs)
        self.until.setVisible(self.spans.isChecked())

    # --- writing -----------------------------------------------------------------------------

    def _write_down(self) -> None:
        event, before = self._event(), self._before
        if before is None:
            id_ = self._tasks.now(lambda w: w.marking.add(event))
        else:
            id_ = self._tasks.now(lambda w: w.marking.change(before.id, event))
        self.written.emit(id_)

    def _event(self) -> Event:
        kind, title = EventKind(self.kind.currentData()), self.title.text().strip()
        if not title:
            self.title.setFocus()
            raise FootprintError(
                _("An event needs a name."), _("Type in a few words what happened.")
            )
        day, ends = self._days()
        event = self._before or Event(id="", kind=kind, day=day, title=title)
        if (event.day, event.ends) != (day, ends):
            event = replace(event, day=day, ends=ends, exact=True)
        about = self.about.currentData()
        scores = (about,) if about is not None else ()
        return replace(event, kind=kind, title=title, scores=scores, **self._of_kind(kind))

    def _days(self) -> tuple[date, date | None]:
        day, last = chosen_day(self.day), chosen_day(self.until)
        if not self.spans.isChecked() or last == day:
            return day, None
        if last < day:
            self.until.setFocus()
            raise FootprintError(
                _("It ends before it begins."), _("Choose a last day that is not earlier.")
            )
        return day, last

    def _of_kind(self, kind: EventKind) -> dict[str, Any]:
        """What only events of this kind have; the others lose it."""
        network = self.network.currentData()
        acts = kind is EventKind.OWN_ACT and network is not None
        theirs = kind is EventKind.THEIR_CHANGE
        return {
            "services": (network,) if acts else (),
            "worth": self.worth.text().strip() if kind is EventKind.OUTCOME else "",
            "link": self._link() if theirs else None,
            "retells_past": theirs and self.retells.isChecked(),
        }

    def _link(self) -> str | None:
        text = self.link.text().strip()
        if text and address(text) is None:
            self.link.setFocus()
            raise FootprintError(
                _("That is no address of a page."),
                _("Copy it from the browser; it begins with https."),
            )
        return text or None


def kinds() -> list[tuple[EventKind, str]]:
    """What can happen."""
    return [
        (EventKind.OWN_ACT, _("I did something")),
        (EventKind.THEIR_CHANGE, _("They changed something")),
        (EventKind.OUTCOME, _("Something came of it: a job, a contract, a perk")),
    ]


def _show_day(field: QDateEdit, day: date) -> None:
    field.setDate(QDate(day.year, day.month, day.day))
