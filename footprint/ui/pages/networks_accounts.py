"""The accounts on the left, or in a drop-down list when the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFrame, QListView, QWidget

from footprint.domain.account import AccountSummary
from footprint.i18n import _
from footprint.ui.models.accounts import AccountRow, AccountsModel, Naming, account_id
from footprint.ui.widgets.account_cells import AccountDelegate


class AccountList(QListView):
    """Chooses an account, or all of them; `narrow` is the same choice in one line."""

    chosen = Signal()

    def __init__(self, naming: Naming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accounts = AccountsModel(naming, self)
        self._kept: int | None = None
        self.narrow = QComboBox()
        self.narrow.setAccessibleName(_("Account"))
        self.narrow.setModel(self._accounts)
        self.narrow.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.setAccessibleName(_("Accounts"))
        self.setModel(self._accounts)
        self.setItemDelegate(AccountDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._accounts.modelAboutToBeReset.connect(self._keep)
        self._accounts.modelReset.connect(self._restore)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.narrow.activated.connect(self._picked)

    @property
    def row(self) -> AccountRow | None:
        """The chosen row; None when there are no accounts."""
        index = self.currentIndex()
        return self._accounts.row(index) if index.isValid() else None

    @property
    def summary(self) -> AccountSummary | None:
        """The chosen account; None for all."""
        row = self.row
        return row if isinstance(row, AccountSummary) else None

    @property
    def summaries(self) -> list[AccountSummary]:
        """Every account."""
        return [row for row in self._accounts.rows if isinstance(row, AccountSummary)]

    def put(self, summaries: Sequence[AccountSummary]) -> None:
        """Show these accounts; the choice stays where it can."""
        self._accounts.put(summaries)
        if not self.currentIndex().isValid():
            self.choose(None)

    def choose(self, wanted: int | None) -> None:
        """Choose an account by its id, None for all of them."""
        for place, row in enumerate(self._accounts.rows):
            if account_id(row) == wanted:
                self.setCurrentIndex(self._accounts.index(place, 0))
                self.narrow.setCurrentIndex(place)
                return

    @Slot()
    def _keep(self) -> None:
        row = self.row
        self._kept = account_id(row) if row is not None else None

    @Slot()
    def _restore(self) -> None:
        self.choose(self._kept)
        if not self.currentIndex().isValid():
            self.choose(None)

    @Slot(QModelIndex)
    def _current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.narrow.setCurrentIndex(index.row())
            self.chosen.emit()

    @Slot(int)
    def _picked(self, place: int) -> None:
        self.setCurrentIndex(self._accounts.index(place, 0))
