"""Adds by hand an account that no archive told of."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from footprint.domain.service import Service, ServiceKind
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.services.workspace import Workspace
from footprint.ui.dialogs.form import FormDialog, field_label
from footprint.ui.tasks import Tasks


class AddAccountDialog(FormDialog):
    """Asks for the network and the name one has there; `added` gives the account's id."""

    added = Signal(int)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Which account of yours shall be in the list?"),
            _("&Add account"),
            self._add,
            parent,
        )
        self._tasks = tasks
        self.network = QComboBox()
        self.network.setEditable(True)
        self.network.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for service in tasks.now(networks):
            self.network.addItem(service.name, service.id)
        completer, line = self.network.completer(), self.network.lineEdit()
        assert completer is not None  # an editable box has both
        assert line is not None
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.network.setCurrentIndex(-1)
        line.setPlaceholderText(_("Choose one, or type another name"))
        self.handle = QLineEdit()
        self.handle.setPlaceholderText(_("@name or e-mail address"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Only if you want to tell accounts apart by it"))
        for text, field in (
            (_("&Network"), self.network),
            (_("Your name &there"), self.handle),
            (_("&Full name"), self.name),
        ):
            self.fields.addRow(field_label(text, field), field)
        self.network.setFocus()

    def _add(self) -> None:
        network, handle, name = self._network(), self.handle.text(), self.name.text()
        id_ = self._tasks.now(lambda w: w.adding.account(network, handle, name))
        self.added.emit(id_)

    def _network(self) -> str:
        """The chosen network's id; for another one, the name as it was typed."""
        typed = self.network.currentText().strip()
        if not typed:
            raise FootprintError(
                _("The network is missing."), _("Choose one from the list, or type its name.")
            )
        place = self.network.findText(typed, Qt.MatchFlag.MatchFixedString)
        return str(self.network.itemData(place)) if place >= 0 else typed


def networks(workspace: Workspace) -> Iterable[Service]:
    """The networks of the catalogue, by name."""
    return [s for s in workspace.seeing.services() if s.kind is ServiceKind.NETWORK]
