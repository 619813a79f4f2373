"""The demo: invented people and their invented archives, taken in like real ones."""

from __future__ import annotations

from pathlib import Path

from footprint.paths import resources
from footprint.progress import Progress
from footprint.services.workspace import Workspace


def archives() -> list[Path]:
    """The unpacked downloads that come with Footprint, oldest first."""
    return sorted(path for path in (resources() / "demo").iterdir() if path.is_dir())


def fill(workspace: Workspace) -> None:
    """Import the invented archives into an empty workspace, one after the other."""
    for folder in archives():
        preview = workspace.importing.inspect([folder], Progress())
        workspace.importing.apply(preview, Progress())
