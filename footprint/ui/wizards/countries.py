"""The countries a person can say they live in, and the parts of them that a guide tells apart."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QWidget

from footprint.domain.playbook import Playbook
from footprint.i18n import _

_WHOLE = frozenset({"EU", "EEA"})


def parts_of(playbook: Playbook) -> tuple[str, ...]:
    """The parts of countries that matter to a playbook: "US-CA"."""
    named = {*playbook.regions, *(c for step in playbook.steps for c in step.when.countries)}
    return tuple(sorted(region for region in named if "-" in region))


def countries(parts: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Name and code of every country, in the order of the language; parts follow their country."""
    found: dict[str, str] = {}
    for territory in QLocale.Country:
        code = QLocale.territoryToCode(territory)
        if len(code) == 2 and code not in _WHOLE and code.isalpha():
            found[code] = QLocale.territoryToString(territory)
    for part in parts:
        whole = found.get(part.partition("-")[0])
        if whole:
            found[part] = f"{whole}: {_part_word(part)}"
    return sorted(((name, code) for code, name in found.items()), key=lambda pair: pair[0])


def _part_word(part: str) -> str:
    return {
        "US-CA": _("California"),
        "US-VT": _("Vermont"),
        "US-OR": _("Oregon"),
        "US-TX": _("Texas"),
        "US-NY": _("New York"),
        "US-FL": _("Florida"),
        "US-NV": _("Nevada"),
    }.get(part, part.partition("-")[2])


class CountryBox(QComboBox):
    """A country to choose; the first entry says nothing."""

    def __init__(
        self, country: str | None, parts: Iterable[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("The country you live in"))
        self.addItem(_("I do not say"), None)
        for name, code in countries(parts):
            self.addItem(name, code)
        self.setCurrentIndex(max(0, self.findData(country)))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(30)

    @property
    def country(self) -> str | None:
        """The code that is chosen."""
        code = self.currentData()
        return code if isinstance(code, str) else None
