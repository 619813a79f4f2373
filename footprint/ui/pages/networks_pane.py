"""The pane beside or under the list: one grant, several, one app over all networks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from footprint.domain.grant import AppGroup, Grant
from footprint.i18n import _
from footprint.ui.icons import dress
from footprint.ui.models.accounts import Naming
from footprint.ui.pages.networks_facts import GrantFacts
from footprint.ui.pages.networks_grant import GrantDetail
from footprint.ui.pages.networks_group import GroupDetail, SeveralDetail
from footprint.ui.pages.networks_leaving import Leaving


class SidePane(QFrame):
    """Shows what is chosen in the list. Esc or the cross closes it."""

    closed = Signal()
    back_wanted = Signal()

    def __init__(self, naming: Naming, leaving: Leaving, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.grant = GrantDetail(naming, leaving)
        self.several = SeveralDetail(leaving)
        self.group = GroupDetail(naming)
        self._stack = QStackedWidget()
        for page in (self.grant, self.several, self.group):
            self._stack.addWidget(page)
        self._back = QPushButton(_("&Back"))
        self._back.setFlat(True)
        dress(self._back, "back", "accent")
        self._back.clicked.connect(self.back_wanted)
        self.close_button = close = QToolButton()
        dress(close, "close", "muted")
        close.setAutoRaise(True)
        close.setAccessibleName(_("Close the detail"))
        close.setToolTip(_("Close the detail (Esc)"))
        close.clicked.connect(self.closed)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 8, 8)
        grid.setSpacing(4)
        grid.addWidget(self._back, 0, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._stack, 1, 0)
        grid.setRowStretch(1, 1)
        # Over the corner of what is shown: a row of its own would cost a line of reading.
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        grid.addWidget(close, 0, 0, 2, 1, corner)
        self._turn_to(self.grant)

    @property
    def decided_on(self) -> Sequence[Grant]:
        """The grants that the pane's decision bar is about."""
        shown = self._stack.currentWidget()
        if shown is self.several:
            return self.several.grants
        if shown is self.group:
            return self.group.grants
        return [self.grant.grant] if shown is self.grant and self.grant.grant else []

    def show_grant(self, facts: GrantFacts, *, back: str = "") -> None:
        """Show one grant; `back` names what one came from, if one can go back to it."""
        self.grant.show_facts(facts)
        self._turn_to(self.grant, back)

    def show_several(self, grants: Sequence[Grant]) -> None:
        """Show what several grants have together."""
        self.several.show_grants(grants)
        self._turn_to(self.several)

    def show_group(self, group: AppGroup, grants: Sequence[Grant]) -> None:
        """Show one app over all networks."""
        self.group.show_group(group, grants)
        self._turn_to(self.group)

    def take_focus(self) -> None:
        """Put the keyboard into what is shown."""
        shown = self._stack.currentWidget()
        if shown is self.grant:
            self.grant.sections.setFocus(Qt.FocusReason.OtherFocusReason)
        elif shown is self.group:
            self.group.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif shown is self.several:
            first = next(iter(self.several.decision.buttons.values()))
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_to(self, page: QWidget, back: str = "") -> None:
        self._stack.setCurrentWidget(page)
        self._back.setVisible(bool(back))
        self._back.setText(_("&Back to {name}").format(name=back.replace("&", "&&")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    @Slot()
    def _leave(self) -> None:
        (self.back_wanted if self._back.isVisible() else self.closed).emit()
