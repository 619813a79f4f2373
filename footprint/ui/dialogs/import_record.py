"""One import of the history in detail: what it was, what it did, what could not be read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from footprint.domain.finding import BadRecord
from footprint.domain.preview import ImportRecord
from footprint.domain.preview_text import reading_count
from footprint.i18n import _, ngettext
from footprint.ui.models.accounts import Naming, place
from footprint.ui.models.imports import archive_word, as_of_told, size_word, state_word
from footprint.ui.models.preview_items import Fate, fate_count, place_in
from footprint.ui.models.words import number, when_told
from footprint.ui.plain import plain
from footprint.ui.widgets.sections import Sections

_BAD_IN_SIGHT = 100


class ImportDetail(Sections):
    """Read from top to bottom; everything that came from a file is plain text."""

    def __init__(self, naming: Naming, parent: QWidget | None = None) -> None:
        super().__init__(_("The chosen import"), parent)
        self._naming = naming

    def show_record(self, record: ImportRecord, bad: Sequence[BadRecord]) -> None:
        """Tell of this import."""
        self.begin()
        self.heading(archive_word(record))
        self.say(place(record.network, record.account, self._naming))
        self.say(_("As of {day}").format(day=as_of_told(record)))
        self.say(_("Imported {day}").format(day=when_told(record.imported_at)))
        self.say(_counts(record))
        if record.undone_at is not None:
            self.strong(state_word(record))
        if record.size:
            self._tell_file(record)
        if record.warnings:
            self.heading(_("To know"))
            for warning in record.warnings:
                self.say(plain(warning, limit=400))
        if bad:
            self._tell_bad(bad)
        self.finish()

    def _tell_file(self, record: ImportRecord) -> None:
        text = _("{size}, layout “{era}”")
        self.aside(text.format(size=size_word(record.size), era=plain(record.era, limit=80)))
        for sha in record.sha256.split("+"):
            # In groups, or a narrow window would cut it off.
            groups = " ".join(sha[at : at + 16] for at in range(0, len(sha), 16))
            self.aside(_("SHA-256 {hash}").format(hash=groups))

    def _tell_bad(self, bad: Sequence[BadRecord]) -> None:
        text = ngettext("{n} unreadable record", "{n} unreadable records", len(bad))
        self.heading(text.format(n=number(len(bad))))
        for record in bad[:_BAD_IN_SIGHT]:
            self.strong(place_in(record.where))
            self.say(plain(record.why, limit=300))
        if (more := len(bad) - _BAD_IN_SIGHT) > 0:
            self.aside(_("and {n} more").format(n=number(more)))


def _counts(record: ImportRecord) -> str:
    counts = {
        Fate.NEW: record.new,
        Fate.CHANGED: record.changed,
        Fate.GONE: record.gone,
        Fate.UNREADABLE: record.unreadable,
    }
    told = [fate_count(fate, count) for fate, count in counts.items() if count]
    if record.readings:
        told.append(reading_count(record.readings))
    return " · ".join(told) or _("It changed nothing.")
