"""Everything opened for one data folder: the database, the catalogue, and the verbs on them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from footprint.domain.changes import Changes
from footprint.paths import DATABASE_NAME, resources
from footprint.store.database import Database
from footprint.store.settings import Settings

if TYPE_CHECKING:
    from footprint.catalogue.catalogue import Catalogue
    from footprint.catalogue.dictionary import Dictionary
    from footprint.catalogue.scores import ScoreBook
    from footprint.services.adding import Adding
    from footprint.services.correcting import Correcting
    from footprint.services.deciding import Deciding
    from footprint.services.explaining import Explaining
    from footprint.services.guides import Guides
    from footprint.services.guiding import Guiding
    from footprint.services.importing import Importing
    from footprint.services.keeping import Keeping
    from footprint.services.marking import Marking
    from footprint.services.preparing import Preparing
    from footprint.services.rating import Rating
    from footprint.services.recalling import Recalling
    from footprint.services.recording import Recording
    from footprint.services.reminding import Reminding
    from footprint.services.retelling import Retelling
    from footprint.services.score_importing import ScoreImporting
    from footprint.services.scoring import Scoring
    from footprint.services.seeing import Seeing
    from footprint.services.standing_of import StandingOf
    from footprint.services.taking_in import TakingIn

# The verbs are imported when they are first used: the window starts with seeing alone.
# ruff: noqa: PLC0415


def utc_now() -> datetime:
    """The present moment; the one place that looks at the clock."""
    return datetime.now(UTC)


class Workspace:
    """One data folder, opened by one thread; a background task opens its own.

    `with Workspace.open(folder) as w: w.importing.inspect(paths, progress)`
    """

    def __init__(self, folder: Path, database: Database, now: Callable[[], datetime]) -> None:
        self.folder = folder
        self._database = database
        self._now = now

    @classmethod
    def open(cls, folder: Path, now: Callable[[], datetime] = utc_now) -> Self:
        """Open the folder, making it when it is not there. Raises `FootprintError`."""
        return cls(folder, Database.open(folder / DATABASE_NAME, now), now)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def interrupt(self) -> None:
        """Stop the statement that runs now; the only call allowed from another thread."""
        self._database.interrupt()

    def take_changes(self) -> Changes:
        """What was written since the last call, to be announced once."""
        return self._database.take_changes()

    def version_elsewhere(self) -> int:
        """A number that is another one once another workspace, or program, has written."""
        return self._database.version_elsewhere()

    @cached_property
    def catalogue(self) -> Catalogue:
        """The services we ship knowledge of."""
        from footprint.catalogue.catalogue import Catalogue

        return Catalogue(resources())

    @cached_property
    def dictionary(self) -> Dictionary:
        """What raw scopes mean."""
        from footprint.catalogue.dictionary import Dictionary

        return Dictionary(resources() / "permissions")

    @cached_property
    def settings(self) -> Settings:
        """Small values that outlive the program."""
        return Settings(self._database)

    @cached_property
    def seeing(self) -> Seeing:
        """Look at what is known."""
        from footprint.services.seeing import Seeing

        return Seeing(self._database, self.catalogue)

    @cached_property
    def rating(self) -> Rating:
        """Rate grants by the dictionary."""
        from footprint.services.rating import Rating

        return Rating(self._database, self.catalogue, self.dictionary)

    @cached_property
    def importing(self) -> Importing:
        """Import archives and take imports back."""
        from footprint.services.archive_readings import ArchiveReadings
        from footprint.services.importing import Importing

        readings = ArchiveReadings(self._database, self.score_book)
        return Importing(
            self._database, self._taking_in, self.catalogue, self._now, readings=readings
        )

    @cached_property
    def adding(self) -> Adding:
        """Add accounts and apps by hand."""
        from footprint.services.adding import Adding

        return Adding(self._database, self._taking_in, self._now)

    @cached_property
    def deciding(self) -> Deciding:
        """Decide on grants."""
        from footprint.services.deciding import Deciding

        return Deciding(self._database, self._now)

    @cached_property
    def score_book(self) -> ScoreBook:
        """The scores and changes of scores we ship knowledge of."""
        from footprint.catalogue.scores import ScoreBook

        return ScoreBook()

    @cached_property
    def scoring(self) -> Scoring:
        """Keep scores, and know when to look at them."""
        from footprint.services.scoring import Scoring

        return Scoring(self._database, self.score_book, self._now)

    @cached_property
    def recording(self) -> Recording:
        """Record, correct and withdraw readings."""
        from footprint.services.recording import Recording

        return Recording(self._database, self._now)

    @cached_property
    def recalling(self) -> Recalling:
        """Look at readings, as they count now or were known on a day."""
        from footprint.services.recalling import Recalling

        return Recalling(self._database)

    @cached_property
    def score_importing(self) -> ScoreImporting:
        """Import tables of scores and pasted pages."""
        from footprint.services.score_importing import ScoreImporting

        return ScoreImporting(self._database, self.scoring, self._now)

    @cached_property
    def retelling(self) -> Retelling:
        """Take in ledgers with the dates on which they were recorded."""
        from footprint.services.retelling import Retelling

        return Retelling(self._database, self.scoring, self._now)

    @cached_property
    def keeping(self) -> Keeping:
        """Keep files as evidence."""
        from footprint.services.keeping import Keeping

        return Keeping(self._database, self.folder, self._now)

    @cached_property
    def marking(self) -> Marking:
        """Events on the time axis."""
        from footprint.services.marking import Marking

        return Marking(self._database, self.score_book, self._now)

    @cached_property
    def explaining(self) -> Explaining:
        """What explains the changes of a score."""
        from footprint.services.explaining import Explaining

        return Explaining(self._database, self.scoring, self.marking)

    @cached_property
    def guides(self) -> Guides:
        """The guides there are."""
        from footprint.catalogue.playbooks import PlaybookShelf
        from footprint.services.guides import Guides

        return Guides(self._database, self.catalogue, PlaybookShelf(self.catalogue))

    @cached_property
    def preparing(self) -> Preparing:
        """What is known before a guide begins, and what hangs on an account."""
        from footprint.services.preparing import Preparing

        return Preparing(self._database, self.seeing, self.guides, self._now)

    @cached_property
    def guiding(self) -> Guiding:
        """Walk through guides."""
        from footprint.services.guide_effects import GuideEffects
        from footprint.services.guiding import Guiding

        effects = GuideEffects(self._database, self.seeing, self.marking, self._now)
        return Guiding(self._database, self.guides, self.preparing, effects, now=self._now)

    @cached_property
    def correcting(self) -> Correcting:
        """The person's own corrections of guides."""
        from footprint.services.correcting import Correcting

        return Correcting(self._database, self.guides, self._now)

    @cached_property
    def standing(self) -> StandingOf:
        """Where services stand towards the person, and what was disclosed to them."""
        from footprint.services.standing_of import StandingOf

        return StandingOf(self._database, self._now)

    @cached_property
    def reminding(self) -> Reminding:
        """What is due."""
        from footprint.services.reminding import Reminding

        return Reminding(self._database, self.seeing, self.scoring, self.guiding, now=self._now)

    @cached_property
    def _taking_in(self) -> TakingIn:
        from footprint.services.taking_in import TakingIn

        return TakingIn(self._database, self.rating)
