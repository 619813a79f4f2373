"""What an import asks of the workspace: plain functions for the worker and for a short look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from footprint.domain.finding import BadRecord
from footprint.domain.preview import Decided, ImportRecord, ImportReport, Losses, Preview
from footprint.progress import Progress
from footprint.services.workspace import Workspace


def inspect(workspace: Workspace, progress: Progress, paths: Sequence[Path]) -> Preview:
    """What importing these files would do."""
    return workspace.importing.inspect(paths, progress)


def apply(
    workspace: Workspace, progress: Progress, preview: Preview, decided: Mapping[int, Decided]
) -> ImportReport:
    """Write what was decided."""
    return workspace.importing.apply(preview, progress, decided)


def undo(workspace: Workspace, progress: Progress, import_ids: Sequence[int]) -> None:
    """Take imports back, the newest first."""
    for import_id in sorted(import_ids, reverse=True):
        workspace.importing.undo(import_id, progress)


def losses(workspace: Workspace, import_id: int) -> Losses:
    """What of the person's own an undo would lose."""
    return workspace.importing.losses(import_id)


def imports(workspace: Workspace) -> list[ImportRecord]:
    """The history, newest first."""
    return workspace.seeing.imports()


def bad_records(workspace: Workspace, import_id: int) -> list[BadRecord]:
    """What an import could not read."""
    return workspace.seeing.bad_records(import_id)
