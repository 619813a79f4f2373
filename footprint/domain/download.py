"""A download: how one gets the archive of one's own account, and what that archive tells."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.domain.fact import Provenance
from footprint.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive(Provenance):
    """What the downloaded file is: its name, and what it tells about apps (None: nobody knows).

    `instead` is the sentence to show where the list of apps or their permissions would stand.
    """

    file_name: str = ""
    lists_apps: bool | None = None
    names_permissions: bool | None = None
    instead: str = ""

    def __post_init__(self) -> None:
        Provenance.__post_init__(self)
        if self.names_permissions and not self.lists_apps:
            raise ValueError(_("an archive that lists no apps cannot name their permissions"))
        if False in (self.lists_apps, self.names_permissions) and not self.instead:
            raise ValueError(_("what the archive does not tell needs a sentence in “instead”"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Download(Provenance):
    """How one gets the archive of one's own account; `archive` is absent where there is none.

    `format` is the exact option to take on the page ("" where there is nothing to choose) and
    `wait` how long it takes. The page itself is the link `data_export` of the service; with
    `in_program` the way begins in the network's own program instead.
    """

    steps: tuple[str, ...]
    format: str = ""
    wait: str = ""
    in_program: bool = False
    archive: Archive | None = None
