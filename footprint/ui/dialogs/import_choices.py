"""What the person may decide about one download: whose it is, of which day, and whether at all."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QGridLayout, QLabel, QWidget

from footprint.domain.account import Account
from footprint.domain.finding import AccountFinding
from footprint.domain.preview import Download
from footprint.i18n import _
from footprint.ui.models.accounts import Naming, place
from footprint.ui.models.dates import day_of, exact, today
from footprint.ui.models.preview_choices import Choices, may_correct_date
from footprint.ui.models.preview_downloads import date_source, found_label
from footprint.ui.widgets.flow import FlowLayout
from footprint.ui.widgets.sections import paragraph

_PROPOSED, _NEW = -1, -2  # besides the ids of accounts, which are positive


class ImportChoices(QWidget):
    """Three fields over the `Choices` of one download; `decided` when one of them changed."""

    decided = Signal()

    def __init__(
        self, choices: Choices, index: int, naming: Naming, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        self._index = index
        self._download = choices.preview.downloads[index]
        self.day: QDateEdit | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        self._add_account(grid, naming)
        self._add_day(grid)
        self.out = QCheckBox(_("&Leave this download out"))
        self.out.toggled.connect(self._leave_out)
        grid.addWidget(self.out, grid.rowCount(), 0, 1, 2)

    def _add_account(self, grid: QGridLayout, naming: Naming) -> None:
        self.account = _account_box(self._download, naming)
        self.account.activated.connect(self._choose_account)
        _add_row(grid, _("&Belongs to"), self.account)

    def _add_day(self, grid: QGridLayout) -> None:
        harvest = self._download.harvest
        source = date_source(harvest.as_of_source)
        if not may_correct_date(self._download):
            _add_row(grid, _("As of"), paragraph(exact(harvest.as_of)), source)
            return
        self.day = _day_edit(day_of(harvest.as_of))
        self.day.dateChanged.connect(self._choose_day)
        _add_row(grid, _("As of (&date)"), self.day, source)

    @Slot(int)
    def _choose_account(self, at: int) -> None:
        chosen = cast("int", self.account.itemData(at))
        if chosen == _NEW:
            self._choices.make_new_account(self._index)
        else:
            self._choices.merge_into(self._index, None if chosen == _PROPOSED else chosen)
        self.decided.emit()

    @Slot(QDate)
    def _choose_day(self, day: QDate) -> None:
        chosen = cast("date", day.toPython())
        proposed = day_of(self._download.harvest.as_of)
        self._choices.date(self._index, None if chosen == proposed else chosen)
        self.decided.emit()

    @Slot(bool)
    def _leave_out(self, out: bool) -> None:
        self._choices.leave_out(self._index, out)
        for field in (self.account, self.day):
            if field is not None:
                field.setEnabled(not out)
        self.decided.emit()


def _account_box(download: Download, naming: Naming) -> QComboBox:
    """The account the preview proposes first, then the others of that network, then a new one."""
    box = QComboBox()
    finding, proposed = download.harvest.account, download.account
    new = _("a new account: {account}").format(
        account=place(finding.network, found_label(finding), naming)
    )
    box.addItem(_named(proposed, naming) if proposed else new, _PROPOSED)
    for account in download.candidates:
        if proposed is None or account.id != proposed.id:
            box.addItem(_named(account, naming), account.id)
    if proposed is not None and not _surely(proposed, finding):
        box.addItem(new, _NEW)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    # Else its longest text would decide how narrow the dialog can be.
    box.setMinimumWidth(12 * box.fontMetrics().averageCharWidth())
    return box


def _surely(account: Account, finding: AccountFinding) -> bool:
    """Whether the network's own id says that the archive is of this account and no other."""
    return account.native_id is not None and account.native_id == finding.native_id


def _named(account: Account, naming: Naming) -> str:
    return place(account.network, account.label, naming)


def _day_edit(day: date) -> QDateEdit:
    edit = QDateEdit(QDate(day.year, day.month, day.day))
    edit.setCalendarPopup(True)
    last = max(today(), day)
    edit.setMaximumDate(QDate(last.year, last.month, last.day))
    return edit


def _add_row(grid: QGridLayout, text: str, field: QWidget, told: str = "") -> None:
    """A field with its name before it and, where there is room, some words after it."""
    label = QLabel(text)
    if not isinstance(field, QLabel):
        label.setBuddy(field)
    label.setMinimumHeight(field.sizeHint().height())
    row = grid.rowCount()
    grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
    flow = FlowLayout(gap=12)
    flow.addWidget(field)
    if told:
        flow.addWidget(_aside(told, field))
    grid.addLayout(flow, row, 1)


def _aside(text: str, beside: QWidget) -> QLabel:
    """Words beside a field, on one line and as high as the field."""
    label = paragraph(text, "muted")
    label.setWordWrap(False)
    label.setMinimumHeight(beside.sizeHint().height())
    return label
