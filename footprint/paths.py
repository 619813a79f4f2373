"""Where Footprint's own files and the person's files lie on this machine."""

from __future__ import annotations

from functools import cache
from pathlib import Path

DATABASE_NAME = "footprint.db"


@cache
def resources() -> Path:
    """The folder of texts and pictures we ship: inside the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    shipped = package / "resources"
    return shipped if shipped.is_dir() else package.parent / "resources"


def default_folder() -> Path:
    """The data folder of this person when none was named, as their system has it."""
    # Imported here: the command line and the tests name a folder and never need the lookup.
    from platformdirs import user_data_path  # noqa: PLC0415

    return user_data_path("footprint", appauthor=False)
