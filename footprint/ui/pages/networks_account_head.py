"""The line above the tabs: which account, as of when, and where the network lists its apps."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from footprint.domain.account import Account, AccountSummary
from footprint.i18n import _, ngettext
from footprint.ui.icons import dress
from footprint.ui.models.accounts import Naming, account_title
from footprint.ui.models.words import number, when_told
from footprint.ui.opening import open_url
from footprint.ui.plain import plain
from footprint.ui.widgets.sections import paragraph

if TYPE_CHECKING:
    from footprint.domain.preview import ImportRecord
    from footprint.ui.pages.networks_facts import Link


class AccountHead(QWidget):
    """Says what is looked at; in a narrow window it also chooses it."""

    def __init__(self, narrow: QComboBox, naming: Naming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._naming = naming
        self._page: Link | None = None
        self._narrow = narrow
        self._summary: AccountSummary | None = None
        # Fills the menu of the ways out of an account's network when it is opened.
        self.fill_leaving: Callable[[QMenu, AccountSummary], None] = lambda _menu, _summary: None
        self.name = paragraph("", "section")
        self.line = paragraph("", "muted")
        self.open = QPushButton()
        self.open.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        dress(self.open, "open")
        self.open.clicked.connect(self._open)
        self.leave = QPushButton()
        self.leave.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        dress(self.leave, "leave")
        self._ways = QMenu(self.leave)
        self._ways.aboutToShow.connect(self._fill)
        self.leave.setMenu(self._ways)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(narrow)
        text.addWidget(self.name)
        text.addWidget(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(text, 1)
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)

    def fold(self, *, narrow: bool) -> None:
        """Choose the account here when there is no room for the list of accounts."""
        self._narrow.setVisible(narrow)
        self.name.setVisible(not narrow)

    def say(
        self, summary: AccountSummary | None, newest: ImportRecord | None, page: Link | None
    ) -> None:
        """Be about this account, or about all of them; `newest` is what it was last read from."""
        self._page, self._summary = page, summary
        self.leave.setVisible(summary is not None)
        if summary is not None:
            name = plain(self._naming(summary.account.network), limit=40).replace("&", "&&")
            self.leave.setText(_("Lea&ve {network}").format(network=name))
        self.open.setVisible(page is not None)
        if page is not None:
            self.open.setText(_("&Open {page}…").format(page=page.text.replace("&", "&&")))
        if summary is None:
            self.name.setText(_("All apps, over all accounts"))
        else:
            self.name.setText(account_title(summary.account, self._naming))
        line = _as_of(summary, newest)
        self.line.setText(line)
        self.line.setVisible(bool(line))

    @Slot()
    def _fill(self) -> None:
        self._ways.clear()
        if self._summary is not None:
            self.fill_leaving(self._ways, self._summary)

    @Slot()
    def _open(self) -> None:
        if self._page is not None:
            open_url(self, self._page.url)


def is_of(record: ImportRecord, account: Account) -> bool:
    """Whether an import of the history was one of this account."""
    return record.network == account.network and record.account == account.label


def _as_of(summary: AccountSummary | None, newest: ImportRecord | None) -> str:
    """Since when nothing newer is known, from what, and how much of it could not be read."""
    if summary is None:
        return ""
    if summary.last_looked is None or newest is None:
        return _("Nothing was read on this account yet.")
    when = when_told(summary.last_looked)
    if newest.importer == "hand":
        return _("As of {when}, added by hand").format(when=when)
    text = _("As of {when}, from {archive}")
    line = text.format(when=when, archive=plain(newest.archive, limit=80))
    if not newest.unreadable:
        return line
    partly = ngettext(
        "{n} record in it could not be read; see the import history.",
        "{n} records in it could not be read; see the import history.",
        newest.unreadable,
    )
    return f"{line}. {partly.format(n=number(newest.unreadable))}"
