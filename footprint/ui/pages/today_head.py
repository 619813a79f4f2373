"""The head of the Today page: the day, the calendar file, and reminders on or off."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from footprint.i18n import _, ngettext
from footprint.ui.icons import dress
from footprint.ui.models.dates import exact
from footprint.ui.models.today import Today
from footprint.ui.models.words import number
from footprint.ui.widgets.flow import FlowLayout
from footprint.ui.widgets.sections import paragraph


class TodayHead(QWidget):
    """One or two lines; it holds nothing but its widgets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = paragraph(_("Today"), "title")
        heading.setWordWrap(False)
        self.line = paragraph("", "muted")
        self.remind = QCheckBox(_("&Remind me on the desktop, at most once a day"))
        self.calendar = QPushButton(_("&Save all dates…"))
        self.calendar.setToolTip(_("Write every date into a calendar file (.ics)"))
        dress(self.calendar, "today")
        acts = FlowLayout(gap=16)
        acts.addWidget(self.calendar)
        acts.addWidget(self.remind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addWidget(self.line)
        column.addSpacing(4)
        column.addLayout(acts)

    def say(self, today: Today) -> None:
        """Be about this day."""
        count = len(today.needs)
        needs = ngettext("{n} thing needs you", "{n} things need you", count)
        told = needs.format(n=number(count)) if count else _("nothing needs you")
        self.line.setText(_("{day}: {told}").format(day=exact(today.day), told=told))
        self.remind.blockSignals(True)
        self.remind.setChecked(today.remind)
        self.remind.blockSignals(False)
