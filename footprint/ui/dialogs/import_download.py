"""One download of a preview: whose it is, what would change, and each thing by name."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.domain.preview import Change, Download
from footprint.domain.preview_text import readings_told
from footprint.i18n import _, ngettext
from footprint.ui.dialogs.import_choices import ImportChoices
from footprint.ui.models.accounts import Naming, place
from footprint.ui.models.dates import exact
from footprint.ui.models.preview_choices import Choices
from footprint.ui.models.preview_downloads import (
    app_states,
    by_section,
    file_name,
    file_rows,
    found_label,
)
from footprint.ui.models.preview_items import Fate, ItemsModel, fate_count, item_rows
from footprint.ui.models.words import number
from footprint.ui.plain import plain
from footprint.ui.widgets.choice_bar import ChoiceBar
from footprint.ui.widgets.plain_table import PlainTable
from footprint.ui.widgets.sections import paragraph

_ROWS_IN_SIGHT = 4


class DownloadPane(QWidget):
    """Head, decisions, numbers and the list of things; `decided` when a decision changed."""

    decided = Signal()

    def __init__(
        self, choices: Choices, index: int, naming: Naming, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        self._index = index
        download = choices.preview.downloads[index]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        finding = download.harvest.account
        title = place(finding.network, found_label(finding), naming)
        column.addWidget(paragraph(title, "section"))
        column.addWidget(paragraph(file_name(file_rows(choices)[index]), "muted"))
        if download.imported_before is None:
            self.choices = ImportChoices(choices, index, naming)
            self.choices.decided.connect(self.decided)
            column.addWidget(self.choices)
        for warning in download.harvest.warnings:
            column.addWidget(paragraph(plain(warning, limit=400)))
        self._summary = paragraph("", "strong")
        column.addWidget(self._summary)
        self._sections = paragraph("", "muted")
        column.addWidget(self._sections)
        if states := app_states(download.harvest):
            column.addWidget(paragraph(states, "muted"))
        self._add_list(column, download)
        self.refresh()

    def _add_list(self, column: QVBoxLayout, download: Download) -> None:
        self._rows = item_rows(download)
        if not self._rows or download.imported_before is not None:
            column.addStretch(1)
            return
        counts = Counter(row.fate for row in self._rows)
        self._fates = [None, *(fate for fate in Fate if counts[fate])]
        texts = [fate_count(fate, counts[fate]) for fate in Fate if counts[fate]]
        if len(texts) > 1:
            every = _("All {n}").format(n=number(counts.total()))
            self.filters = ChoiceBar(_("Show"), [every, *texts])
            self.filters.chosen.connect(self._filter)
            column.addWidget(self.filters)
        self._model = ItemsModel(self)
        self.table = PlainTable(self._model, _("What the import changes"))
        self.table.setMinimumHeight(self.table.height_of(_ROWS_IN_SIGHT))
        column.addWidget(self.table, 1)
        self._filter(0)

    @Slot(int)
    def _filter(self, which: int) -> None:
        self._model.put(self._rows, self._fates[which])

    def refresh(self) -> None:
        """Say what the import would do now: a choice on one download may change another's."""
        self._summary.setText(_summary(self._choices, self._index))
        taken = self._index in self._choices.taken()
        sections = by_section(self._choices, self._index) if taken else ""
        self._sections.setText(sections)
        self._sections.setVisible(bool(sections))


def _summary(choices: Choices, index: int) -> str:
    """What the import of this download would do, in a sentence."""
    download, decided = choices.preview.downloads[index], choices.decided(index)
    if download.imported_before is not None:
        text = _("You imported this very archive on {day}. Importing it again changes nothing.")
        return text.format(day=exact(download.imported_before.imported_at))
    if decided.leave_out:
        return _("This download is left out. The others are imported without it.")
    counts = {change: choices.count(index, change) for change in Change}
    if choices.follows(index):
        return _(
            "Another download of this account is imported before this one. What this one adds or"
            " changes is worked out then."
        )
    if None in counts.values():
        return _(
            "The list below was compared before your choice. What is new, changed or no longer"
            " listed is worked out again when you import."
        )
    told = [fate_count(Fate(c.value), n) for c, n in counts.items() if n]
    if download.readings:
        told.append(readings_told(download.readings))
    if not told:
        return _("Everything in it is known already. It is noted as still listed on that day.")
    return " · ".join([*told, *_unchanged(download, new_account=decided.new_account)])


def _unchanged(download: Download, *, new_account: bool) -> list[str]:
    if not download.unchanged or new_account:
        return []
    text = ngettext("{n} known as it is", "{n} known as they are", download.unchanged)
    return [text.format(n=number(download.unchanged))]
