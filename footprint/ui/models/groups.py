"""Apps over all networks: which of them one service holds."""

from __future__ import annotations

from PySide6.QtCore import QObject

from footprint.domain.grant import AppGroup
from footprint.i18n import _, ngettext
from footprint.ui.models.accounts import Naming
from footprint.ui.models.table import Column, Look, PagedTable
from footprint.ui.models.words import number, risk_word
from footprint.ui.plain import plain


def group_name(group: AppGroup, naming: Naming) -> str:
    """The service's own name where the catalogue knows it, else the app's."""
    name = naming(group.service) if group.service else group.name
    return plain(name, limit=120) or _("(no name)")


def holds(group: AppGroup, naming: Naming) -> str:
    """The networks of the group, by name."""
    return ", ".join(plain(naming(network), limit=40) for network in group.networks)


def doors(group: AppGroup) -> str:
    """In one sentence: how many accounts the group has been let into."""
    text = ngettext(
        "{n} connection, {live} of it live", "{n} connections, {live} of them live", group.grants
    )
    return text.format(n=number(group.grants), live=number(group.live))


class GroupsModel(PagedTable[AppGroup]):
    """Groups of grants by service or app name."""

    def __init__(self, naming: Naming, parent: QObject | None = None) -> None:
        columns: list[Column[AppGroup]] = [
            Column(
                _("App"), lambda g: group_name(g, naming), width=24, grow=2, look=Look.NAME,
            ),
            Column(_("Networks"), lambda g: holds(g, naming), width=26, grow=3, rank=1),
            Column(
                _("Connections"), lambda g: number(g.grants), width=15, look=Look.NUMBER,
                spoken=doors, rank=3,
            ),
            Column(
                _("Worst risk"), lambda g: risk_word(g.worst), width=14, look=Look.RISK,
                spoken=lambda g: _("worst risk {risk}").format(risk=risk_word(g.worst)),
                value=lambda g: g.worst,
            ),
        ]  # fmt: skip
        super().__init__(columns, lambda group: group.key, parent=parent)
