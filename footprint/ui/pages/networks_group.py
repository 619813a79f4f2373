"""What stands beside a list when not one grant is chosen: several, or one app over all networks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from footprint.domain.grant import AppGroup, Decision, Grant
from footprint.domain.permission import worst
from footprint.i18n import _, ngettext
from footprint.ui.models.accounts import Naming
from footprint.ui.models.grants import APP_COLUMN, GrantsModel
from footprint.ui.models.groups import doors, group_name, holds
from footprint.ui.models.words import apps, number
from footprint.ui.pages.networks_leaving import Leaving
from footprint.ui.widgets.decision_bar import DecisionBar
from footprint.ui.widgets.heading import Heading
from footprint.ui.widgets.sections import paragraph
from footprint.ui.widgets.table import Table


class SeveralDetail(QWidget):
    """Several grants of the list: how many, how risky, and one decision for all."""

    decided = Signal(object)
    note_wanted = Signal()
    disconnect_wanted = Signal()

    def __init__(self, leaving: Leaving, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leaving = leaving
        self.heading = Heading()
        self.decision = DecisionBar()
        self.grants: Sequence[Grant] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.decision)
        self.disconnect_apps = QPushButton()
        self.disconnect_apps.clicked.connect(self.disconnect_wanted)
        self.decision.add_act(self.disconnect_apps)
        self.told = paragraph("", "muted")
        column.addWidget(self.told)
        column.addStretch(1)
        self.decision.decided.connect(self.decided)
        self.decision.note_wanted.connect(self.note_wanted)

    def show_grants(self, grants: Sequence[Grant]) -> None:
        """Show these."""
        self.grants = grants
        accounts = len({grant.account_id for grant in grants})
        text = ngettext(
            "{apps} of {n} account are selected", "{apps} of {n} accounts are selected", accounts
        )
        self.heading.say(
            text.format(apps=apps(len(grants)), n=number(accounts)),
            _("A decision here is one for all of them."),
        )
        self.heading.say_risk(worst(grant.risk for grant in grants))
        self.decision.show_decision(shared_decision(grants))
        self.tell_leaving()

    def tell_leaving(self) -> None:
        """Offer the guide that disconnects them, or say why it cannot take all of them."""
        text = self._leaving.act_text(self.grants)
        self.disconnect_apps.setVisible(bool(text))
        self.disconnect_apps.setText(text)
        accounts = {grant.account_id for grant in self.grants}
        self.told.setVisible(len(accounts) > 1)
        self.told.setText(_("To disconnect several at once, choose the apps of one account."))


class GroupDetail(QWidget):
    """One service or app over all networks: which of them it holds, and each of its grants."""

    decided = Signal(object)
    note_wanted = Signal()
    opened = Signal()
    dismissed = Signal()
    menu_wanted = Signal(QPoint)
    copy_wanted = Signal()

    def __init__(self, naming: Naming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._naming = naming
        self.heading = Heading()
        self.decision = DecisionBar()
        self.model = GrantsModel(naming, self)
        self.table = Table(self.model, _("Connections of this app"))
        self.table.leave_out({APP_COLUMN})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.decision)
        column.addWidget(self.table, 1)
        self.decision.decided.connect(self.decided)
        self.decision.note_wanted.connect(self.note_wanted)
        self.table.opened.connect(self.opened)
        self.table.dismissed.connect(self.dismissed)
        self.table.menu_wanted.connect(self.menu_wanted)
        self.table.copy_wanted.connect(self.copy_wanted)
        self.table.all_wanted.connect(self.table.selectAll)
        self.table.chosen.connect(self._say_decision)

    @property
    def grants(self) -> Sequence[Grant]:
        """The grants a decision is for: the selected ones, or all when none is."""
        return self.table.chosen_rows() or self.model.rows

    def show_group(self, group: AppGroup, grants: Sequence[Grant]) -> None:
        """Show this group and its grants."""
        text = _("{networks}. {connections}.")
        sentence = text.format(networks=holds(group, self._naming), connections=doors(group))
        self.heading.say(group_name(group, self._naming), sentence)
        self.heading.say_risk(group.worst)
        self.model.renew(lambda limit, offset: grants[offset : offset + limit])
        self._say_decision()

    def _say_decision(self) -> None:
        self.decision.show_decision(shared_decision(self.grants))


def shared_decision(grants: Sequence[Grant]) -> Decision | None:
    """The decision all have; None when they differ."""
    decisions = {(g.decision.choice, g.decision.note, g.decision.look_again) for g in grants}
    return grants[0].decision if len(decisions) == 1 else None
