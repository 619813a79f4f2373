"""A wait: the day it ends, how far that is, what not to do until then, and a calendar file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QSaveFile, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton

from footprint.i18n import _, ngettext
from footprint.ui.models.dates import exact, today
from footprint.ui.widgets.sections import paragraph
from footprint.ui.wizards.card import PartCard
from footprint.ui.wizards.step_page import StepPage


def countdown(until: date) -> str:
    """ "30 days left"."""
    days = (until - today()).days
    return ngettext("{n} day left", "{n} days left", days).format(n=days)


class WaitPage(StepPage):
    """Nothing to do before a day; the guide may be closed until then."""

    def add_own(self) -> None:
        self.until = self.walk.run.waits_until(self.stop, today())
        card = PartCard()
        if self.until is None or self.until <= today():
            card.say(_("The wait is over."), "section")
        else:
            day = exact(self.until)
            card.say(
                _("Until {day}: {left}").format(day=day, left=countdown(self.until)), "section"
            )
            card.say(self._rule())
            card.say(_("You may close this guide. Footprint reminds you on that day."), "muted")
            card.place(self._calendar())
        self.told = paragraph("", "muted")
        self.told.hide()
        card.place(self.told)
        self.column.addWidget(card)

    def _rule(self) -> str:
        if not self.walk.run.playbook.grace_login_cancels or self.until is None:
            return ""
        text = _("Do not sign in before {day}, not by an app either: that cancels it.")
        return text.format(day=exact(self.until))

    def _calendar(self) -> QHBoxLayout:
        self.calendar = QPushButton(_("Sa&ve for your calendar…"))
        self.calendar.clicked.connect(self._ask)
        self.first = self.first or self.calendar
        row = QHBoxLayout()
        row.addWidget(self.calendar)
        row.addStretch(1)
        return row

    @Slot()
    def _ask(self) -> None:
        name, kinds = _("footprint.ics"), _("Calendar files (*.ics)")
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Where shall it be written?"), name, kinds
        )
        if path:
            self.write(path)

    def write(self, path: str) -> None:
        """Write the calendar file, and say how it went."""
        run_id = self.walk.run.id
        content = self.walk.tasks.now(lambda w: w.reminding.calendar_of_wait(run_id))
        file = QSaveFile(path)
        written = file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(content) >= 0
        name = Path(path).name
        if written and file.commit():
            self.told.setText(_("{file} is written: open it with your calendar.").format(file=name))
        else:
            text = _("{file} cannot be written. Choose a folder in which you may write.")
            self.told.setText(text.format(file=name))
        self.told.show()
