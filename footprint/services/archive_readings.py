"""Taking in what an archive tells of scores: one reading a list, as of the archive's date."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from footprint.domain.account import Account
from footprint.domain.changes import Kind
from footprint.domain.finding import DateSource, Harvest, ReadingFinding
from footprint.domain.names import folded
from footprint.domain.preview import PreviewReading
from footprint.domain.reading_moment import effective
from footprint.domain.score import Method, Reading, Score, Value
from footprint.domain.written_numbers import plain
from footprint.services.taking_readings import tell_without
from footprint.store.accounts import Accounts
from footprint.store.database import Database
from footprint.store.imports import Imports
from footprint.store.readings import Readings, seconds
from footprint.store.score_imports import ScoreImports
from footprint.store.scores import Scores
from footprint.store.series import Series

if TYPE_CHECKING:
    from footprint.catalogue.scores import ScoreBook
    from footprint.domain.score_definition import ScoreDefinition

_SECOND = timedelta(seconds=1)


class ArchiveReadings:
    """Finds or adds the scores that archives tell of; what writes wants to stand inside a write."""

    def __init__(self, database: Database, book: ScoreBook) -> None:
        self._database = database
        self._book = book

    def preview(self, harvest: Harvest, account: Account | None) -> tuple[PreviewReading, ...]:
        """The readings that taking `harvest` into the account (a new one: None) would write."""
        told = []
        for finding, definition in self._known(harvest):
            score = self._score(definition.id, account) if account else None
            if score is None or self._place(score.id, harvest, finding.number)[1] is None:
                told.append(PreviewReading(definition.name, finding.number))
        return tuple(told)

    def take(self, harvest: Harvest, *, import_id: int, archive: str, now: datetime) -> None:
        """Write what the harvest tells of scores, as a part of this import of the file `archive`.

        A score the person does not keep yet is added, without a rhythm: they did not ask for it.
        """
        account = self._account(import_id)
        if account is None or not harvest.readings:
            return
        with self._database.write(Kind.SCORES, Kind.READINGS):
            for finding, definition in self._known(harvest):
                score_id = self._kept(definition, account, import_id=import_id, now=now)
                source = f"{archive} › {finding.where.file}"
                self._write(score_id, harvest, finding, import_id=import_id, source=source, now=now)

    def untake(self, import_id: int, now: datetime) -> None:
        """Tell the scores of an import that was just undone anew.

        One that archives alone brought, and of which nothing is left, leaves the list.
        """
        tell_without(self._database, import_id)
        with self._database.write(Kind.SCORES):
            Scores(self._database).put_away_left(import_id, now)

    def _known(self, harvest: Harvest) -> list[tuple[ReadingFinding, ScoreDefinition]]:
        found = [(f, self._book.definition(f.definition)) for f in harvest.readings]
        return [(finding, definition) for finding, definition in found if definition]

    def _account(self, import_id: int) -> Account | None:
        account_id = Imports(self._database).account_of(import_id)
        return None if account_id is None else Accounts(self._database).one(account_id)

    def _kept(
        self, definition: ScoreDefinition, account: Account, *, import_id: int, now: datetime
    ) -> int:
        """The score, brought back when an undo had put it away, or a new one."""
        scores = Scores(self._database)
        if found := self._score(definition.id, account):
            if Series(self._database).ends(found.id) is None:
                scores.put_away(found.id, None)
            return found.id
        score_id = scores.add(
            definition.name,
            definition.scale,
            definition=definition.id,
            about=account.label or "",
            added_at=now,
        )
        scores.came_with(score_id, import_id)
        return score_id

    def _score(self, definition: str, account: Account) -> Score | None:
        """The score of this account: the one its archives told of before, else by its name.

        One that names nobody is meant when there is no other account it could be about.
        """
        scores = Scores(self._database)
        kept = [s for s in [*scores.all(), *scores.away()] if s.definition == definition]
        before = ScoreImports(self._database).scores_of_account(account.id)
        if found := next((s for s in kept if s.id in before), None):
            return found
        names = {_bare(name) for name in (account.handle, account.name, account.native_id) if name}
        if found := next((s for s in kept if _bare(s.about) in names), None):
            return found
        alone = len(Accounts(self._database).all(account.network)) == 1
        return next((s for s in kept if alone and not s.about), None)

    def _place(self, score_id: int, harvest: Harvest, number: float) -> tuple[datetime, int | None]:
        """The moment of the reading, and the id of the one that says the same there already.

        A list that is counted does not rewrite what a page said of that day: where another value
        stands, the reading stands a second later.
        """
        stated = harvest.as_of_source is DateSource.STATED
        moment = effective(harvest.as_of if stated else harvest.as_of.date())
        series = Series(self._database)
        while there := next(series.known(score_id, seconds(moment), seconds(moment)), None):
            if there[1] == number:
                return moment, there[2]
            moment += _SECOND
        return moment, None

    def _write(
        self,
        score_id: int,
        harvest: Harvest,
        finding: ReadingFinding,
        *,
        import_id: int,
        source: str,
        now: datetime,
    ) -> None:
        moment, same = self._place(score_id, harvest, finding.number)
        imports = ScoreImports(self._database)
        imports.add(import_id, score_id)
        if same is not None:
            imports.confirm(import_id, [(same, same)])
            return
        reading = Reading(
            id=0,
            score_id=score_id,
            effective=moment,
            recorded=now,
            value=Value(finding.number, plain(finding.number)),
            method=Method.IMPORTED,
            whole_day=harvest.as_of_source is not DateSource.STATED,
            source=source,
            note=finding.note,
            import_id=import_id,
        )
        Readings(self._database).add(reading)
        Series(self._database).settle(score_id, [seconds(moment)])


def _bare(name: str) -> str:
    return folded(name).removeprefix("@")
