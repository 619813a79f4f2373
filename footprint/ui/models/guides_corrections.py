"""The person's own corrections of guides, as a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from footprint.domain.override import Override
from footprint.i18n import _
from footprint.services.workspace import Workspace
from footprint.ui.models.dates import exact
from footprint.ui.models.guides_offered import guide_title
from footprint.ui.models.table import Column, Look, PagedTable
from footprint.ui.plain import plain


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A correction with the names of its guide and step; `known` is False where they are gone."""

    override: Override
    guide: str
    step: str
    known: bool


def rows_of(workspace: Workspace, overrides: Sequence[Override]) -> list[CorrectionRow]:
    """Corrections as a list shows them."""
    return [_row(workspace, override) for override in overrides]


def _row(workspace: Workspace, override: Override) -> CorrectionRow:
    playbook = workspace.guides.shipped(override.playbook)
    step = playbook.step(override.step) if playbook else None
    return CorrectionRow(
        override=override,
        guide=guide_title(playbook) if playbook else plain(override.playbook, limit=120),
        step=plain(step.title if step else override.step, limit=160),
        known=workspace.correcting.known(override),
    )


def says(row: CorrectionRow) -> str:
    """What is different by the person's own words: a link, a text, or both."""
    parts = [plain(row.override.url or "", limit=200), plain(row.override.text, limit=400)]
    return " · ".join(filter(None, parts))


class CorrectionsModel(PagedTable[CorrectionRow]):
    """Corrections by guide and step."""

    def __init__(self, parent: QObject | None = None) -> None:
        columns: list[Column[CorrectionRow]] = [
            Column(_("Guide"), lambda r: r.guide, width=26, grow=2, look=Look.NAME),
            Column(
                _("Step"),
                lambda r: r.step if r.known else _("no such step any more"),
                width=22, grow=2, rank=1,
            ),
            Column(_("Yours says"), says, width=28, grow=3),
            Column(_("Since"), lambda r: exact(r.override.day), width=14, rank=2),
        ]  # fmt: skip
        super().__init__(columns, lambda r: (r.override.playbook, r.override.step), parent=parent)

    def put(self, rows: Sequence[CorrectionRow]) -> None:
        """Show these."""
        self.renew(lambda limit, offset: rows[offset : offset + limit])
