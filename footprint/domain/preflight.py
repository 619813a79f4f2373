"""The pre-flight: what hangs on an account, looked at before a step that cannot be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """A place where the person signs in with the account; `moved_at`: since when another way."""

    id: int
    name: str
    moved_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hanging:
    """Something that hangs on the account, and why it should be moved or disconnected first."""

    name: str
    why: str
    grant_id: int | None = None
    login_id: int | None = None
    settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Preflight:
    """Everything to know before the step, each in the order in which to settle it.

    `archive_as_of` is the day of the newest archive that was imported of the account; None when
    there is none. `hanging` begins with what the person signs in to.
    """

    account: str
    archive_as_of: date | None
    hanging: tuple[Hanging, ...]
    remains: tuple[str, ...]
    cannot_undo: tuple[str, ...]
    warnings: tuple[str, ...]
    grace_period_days: int | None = None
    grace_login_cancels: bool | None = None
    download_guide: str | None = None

    @property
    def open(self) -> tuple[Hanging, ...]:
        """What still hangs on it."""
        return tuple(each for each in self.hanging if not each.settled)
