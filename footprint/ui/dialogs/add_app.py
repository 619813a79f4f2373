"""Adds by hand an app that an account has let in, and what it may do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from footprint.domain.account import Account
from footprint.domain.permission import Permission
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.services.workspace import Workspace
from footprint.ui.dialogs.form import FormDialog, field_label
from footprint.ui.models.accounts import Naming, account_title
from footprint.ui.models.dates import today
from footprint.ui.models.words import risk_word
from footprint.ui.plain import plain
from footprint.ui.tasks import Tasks

_SCOPE = int(Qt.ItemDataRole.UserRole)


class AddAppDialog(FormDialog):
    """Asks for the app, its permissions and since when; `added` gives the grant's id."""

    added = Signal(int)

    def __init__(
        self,
        tasks: Tasks,
        accounts: Sequence[Account],
        naming: Naming,
        *,
        chosen: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Which app has been let in?"), _("&Add app"), self._add, parent)
        self._tasks = tasks
        self._networks = [account.network for account in accounts]
        self.account = QComboBox()
        for account in accounts:
            self.account.addItem(account_title(account, naming), account.id)
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("As the network’s page shows it"))
        self.fields.addRow(field_label(_("A&ccount"), self.account), self.account)
        self.fields.addRow(field_label(_("App’s &name"), self.name), self.name)
        self._add_since()
        self._add_permissions()
        self.account.currentIndexChanged.connect(self._list_permissions)
        self.account.setCurrentIndex(max(0, self.account.findData(chosen)))
        self._list_permissions()
        self.name.setFocus()

    def _add_since(self) -> None:
        self.since_known = QCheckBox(_("Let in &on"))
        self.since = QDateEdit()
        self.since.setCalendarPopup(True)
        self.since.setAccessibleName(_("Day on which it was let in"))
        now = today()
        self.since.setDate(QDate(now.year, now.month, now.day))
        self.since.setMaximumDate(self.since.date())
        self.since.dateChanged.connect(self._day_chosen)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.since_known)
        row.addWidget(self.since)
        row.addStretch(1)
        self.fields.addRow("", row)

    def _add_permissions(self) -> None:
        self.unknown = QRadioButton(_("I &don’t know"))
        self.known = QRadioButton(_("&These:"))
        self.unknown.setChecked(True)
        answers = QButtonGroup(self)
        self.permissions = QListWidget()
        self.permissions.setAccessibleName(_("Permissions of this network"))
        self.permissions.setWordWrap(True)
        self.permissions.setSpacing(3)
        self.permissions.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.permissions.setMinimumHeight(self.fontMetrics().height() * 8)
        self.scopes = QLineEdit()
        self.scopes.setAccessibleName(_("Other scopes"))
        self.scopes.setPlaceholderText(
            _("Other scopes, as the network writes them, with spaces between")
        )
        column = QVBoxLayout()
        column.setSpacing(8)
        for button in (self.unknown, self.known):
            answers.addButton(button)
            column.addWidget(button)
        column.addWidget(self.permissions, 1)
        column.addWidget(self.scopes)
        self.fields.addRow(_("It may"), column)
        self.permissions.itemChanged.connect(self._permission_chosen)
        self.scopes.textEdited.connect(self._permission_chosen)

    @Slot()
    def _list_permissions(self) -> None:
        """Show what the dictionary of the account's network knows."""
        place = self.account.currentIndex()
        network = self._networks[place] if place >= 0 else ""
        found = self._tasks.now(lambda w: permissions_of(w, network))
        self.permissions.blockSignals(True)
        self.permissions.clear()
        for permission in found:
            self.permissions.addItem(_item(permission))
        self.permissions.blockSignals(False)
        self.permissions.setVisible(bool(found))
        self.unknown.setChecked(True)

    @Slot()
    def _permission_chosen(self) -> None:
        self.known.setChecked(True)

    @Slot()
    def _day_chosen(self) -> None:
        self.since_known.setChecked(True)

    def _add(self) -> None:
        account_id, name = self.account.currentData(), self.name.text()
        scopes, since = self._scopes(), self._since()
        id_ = self._tasks.now(lambda w: w.adding.grant(account_id, name, scopes, since))
        self.added.emit(id_)

    def _scopes(self) -> tuple[str, ...] | None:
        """The chosen scopes in order; None is "I don't know"."""
        if self.unknown.isChecked():
            return None
        items = [self.permissions.item(at) for at in range(self.permissions.count())]
        ticked = [
            str(item.data(_SCOPE)) for item in items if item.checkState() is Qt.CheckState.Checked
        ]
        typed = self.scopes.text().replace(",", " ").split()
        scopes = tuple(dict.fromkeys([*ticked, *typed]))
        if not scopes:
            raise FootprintError(
                _("No permission is chosen."), _("Tick what it may do, or choose “I don’t know”.")
            )
        return scopes

    def _since(self) -> date | None:
        if not self.since_known.isChecked():
            return None
        day = self.since.date()
        return date(day.year(), day.month(), day.day())


def permissions_of(workspace: Workspace, network: str) -> Sequence[Permission]:
    """What the dictionary knows of a network, the riskiest last, as one reads on."""
    found = workspace.dictionary.permissions(network)
    return sorted((p for p in found if not p.retired), key=lambda p: (p.risk or 0, p.words))


def _item(permission: Permission) -> QListWidgetItem:
    text = _("{words} · risk {risk}")
    item = QListWidgetItem(
        text.format(words=plain(permission.words), risk=risk_word(permission.risk))
    )
    item.setData(_SCOPE, permission.scope)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Unchecked)
    return item
