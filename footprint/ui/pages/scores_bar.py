"""What can be chosen about the timeline: chart or table, how far back, as known on which day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QHBoxLayout, QWidget

from footprint.i18n import _
from footprint.ui.chart.picture import Shape
from footprint.ui.models.dates import today
from footprint.ui.widgets.choice_bar import ChoiceBar
from footprint.ui.widgets.flow import FlowLayout

CHART, TABLE, LEDGER = range(3)


class TimelineBar(QWidget):
    """`known_changed` tells that another day's knowledge is asked for, or that of today again."""

    known_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = ChoiceBar(_("Chart or table"), [_("&Chart"), _("&Table"), _("Led&ger")])
        self.look.buttons[LEDGER].setToolTip(
            _("Everything that was ever told, also what was corrected, told again or withdrawn")
        )
        self.range = ChoiceBar(_("How far back"), [_("A&ll"), _("Last &year"), _("Last &month")])
        self.shapes = QComboBox()
        self.shapes.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.shapes.setAccessibleName(_("How several scores share the picture"))
        self.known = QCheckBox(_("As &known on"))
        self.known_on = QDateEdit()
        self.known_on.setAccessibleName(_("Day as of which the timeline is shown"))
        self.known_on.setCalendarPopup(True)
        now = today()
        self.known_on.setDate(QDate(now.year, now.month, now.day))
        self.known_on.setMaximumDate(self.known_on.date())
        self.known_on.hide()
        self._place()
        self.known.toggled.connect(self._know)
        self.known_on.dateChanged.connect(self._know_another)

    def _place(self) -> None:
        known = QWidget()
        row = QHBoxLayout(known)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.known)
        row.addWidget(self.known_on)
        flow = FlowLayout(self, 8)
        for part in (self.look, self.range, self.shapes, known):
            flow.addWidget(part)

    @property
    def known_day(self) -> date | None:
        """The day as of which it is shown; None is today."""
        if not self.known.isChecked():
            return None
        day = self.known_on.date()
        return date(day.year(), day.month(), day.day())

    @property
    def shape(self) -> Shape:
        """How several scores share the picture."""
        shape: Shape | None = self.shapes.currentData()
        return shape or Shape.OWN

    def offer_shapes(self, *, several: bool, stacks: bool) -> None:
        """Offer what makes sense for these scores; what was chosen stays where it can."""
        wanted = self.shape
        self.shapes.clear()
        self.shapes.addItem(_("Own scales"), Shape.OWN)
        if several:
            self.shapes.addItem(_("All 100 where they meet"), Shape.INDEXED)
        if stacks:
            self.shapes.addItem(_("Its parts, stacked"), Shape.PARTS)
        self.shapes.setCurrentIndex(max(0, self.shapes.findData(wanted)))

    def fold(self, *, chart: bool) -> None:
        """Beside a table there is nothing to choose about the chart."""
        self.range.setVisible(chart)
        self.shapes.setVisible(chart and self.shapes.count() > 1)

    @Slot()
    def _know(self) -> None:
        self.known_on.setVisible(self.known.isChecked())
        self.known_changed.emit()

    @Slot()
    def _know_another(self) -> None:
        if self.known.isChecked():
            self.known_changed.emit()
