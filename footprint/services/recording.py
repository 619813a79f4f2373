"""Record: readings are added to the ledger, corrected by another reading, or withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from footprint.domain.changes import Kind
from footprint.domain.reading_moment import effective, last_moment
from footprint.domain.score import Method, Reading, Score, Value
from footprint.domain.score_doubts import jump, outside
from footprint.domain.score_value import Typed, parse
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.store.database import Database
from footprint.store.readings import Readings, seconds
from footprint.store.scores import Scores
from footprint.store.series import Series, moments_of

_EARLIER = 30


@dataclass(frozen=True, slots=True)
class Origin:
    """How a reading came in, besides its value: see `Reading`; `evidence` was kept before."""

    method: Method = Method.TYPED
    source: str = ""
    evidence: str | None = None
    invented: bool = False


@dataclass(frozen=True, slots=True)
class Recorded:
    """What `record` did: the reading's id, what is odd about it, and whether it is a new row.

    The very same value for the same moment, without a note or evidence, is not written twice.
    """

    id: int
    warnings: tuple[str, ...]
    new: bool = True


class Recording:
    """Writes single readings; what is written stays."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def understand(self, score_id: int, text: str, on: date | datetime | None = None) -> Typed:
        """The value a person types, and what is odd about it: outside the scale, a jump.

        Raises `NotAValue` when it is no value of the score, `FootprintError` for a day to come.
        """
        score = self._score(score_id)
        typed = parse(text, score.scale)
        moment = effective(on or self._today())
        self._refuse_future(moment)
        return Typed(typed.value, typed.warnings + self._jump(score, typed.value, moment))

    def record(
        self,
        score_id: int,
        value: str | Value,
        on: date | datetime | None = None,
        *,
        note: str = "",
        origin: Origin | None = None,
    ) -> Recorded:
        """Write a reading; `on` is what it is about, today when nothing is said.

        A day stands for itself, a datetime (aware) for a moment. A text is read on the score's
        scale; no number is refused. Raises `NotAValue`, and `FootprintError` for a day to come.
        """
        score = self._score(score_id)
        typed = _typed(value, score)
        about = on or self._today()
        moment = effective(about)
        self._refuse_future(moment)
        warnings = typed.warnings + self._jump(score, typed.value, moment)
        with self._database.write(Kind.READINGS):
            same = self._same(score_id, typed.value, moment)
            if same and not note and not (origin and origin.evidence):
                return Recorded(same.id, warnings, new=False)
            reading = Reading(
                id=0,
                score_id=score_id,
                effective=moment,
                recorded=self._now(),
                value=typed.value,
                method=(origin or Origin()).method,
                whole_day=not isinstance(about, datetime),
                source=(origin or Origin()).source,
                note=note.strip(),
                evidence=(origin or Origin()).evidence,
                invented=(origin or Origin()).invented,
            )
            return Recorded(self._write(reading), warnings)

    def correct(
        self,
        reading_id: int,
        value: str | Value,
        *,
        reason: str,
        on: date | datetime | None = None,
        note: str = "",
    ) -> Recorded:
        """Write a reading in the place of another, which stays in the ledger.

        `on` mends what it is about; unsaid it stays. Raises `FootprintError` without a reason.
        """
        if not reason.strip():
            raise FootprintError(
                _("A correction needs a reason."),
                _("Write what was wrong, for example: typed 36 instead of 63."),
            )
        old = self.reading(reading_id)
        typed = _typed(value, self._score(old.score_id))
        moment = effective(on) if on else old.effective
        self._refuse_future(moment)
        with self._database.write(Kind.READINGS):
            reading = Reading(
                id=0,
                score_id=old.score_id,
                effective=moment,
                recorded=self._now(),
                value=typed.value,
                method=Method.TYPED,
                whole_day=not isinstance(on, datetime) if on else old.whole_day,
                source=old.source,
                note=note.strip() or old.note,
                corrects=reading_id,
                reason=reason.strip(),
                evidence=old.evidence,
            )
            return Recorded(self._write(reading), typed.warnings)

    def withdraw(self, reading_id: int, reason: str) -> None:
        """Let a reading count no longer; it stays in the ledger with the reason."""
        reading = self.reading(reading_id)
        with self._database.write(Kind.READINGS):
            Readings(self._database).withdraw(reading_id, self._now(), reason.strip())
            self._settle(reading)

    def stand_again(self, reading_id: int) -> None:
        """Let a withdrawn reading count again."""
        with self._database.write(Kind.READINGS):
            Readings(self._database).stand_again(reading_id)
            self._settle(self.reading(reading_id))

    def reading(self, reading_id: int) -> Reading:
        """The reading of that id. Raises `FootprintError` when none stands."""
        found = Readings(self._database).one(reading_id)
        if found is None:
            raise FootprintError(
                _("That reading no longer counts."), _("Choose one from the list.")
            )
        return found

    def _write(self, reading: Reading) -> int:
        id_ = Readings(self._database).add(reading)
        self._settle(reading)
        return id_

    def _settle(self, reading: Reading) -> None:
        """Tell the moments anew that `reading` touches."""
        moment = seconds(reading.effective)
        linked = Readings(self._database).connected(reading.score_id, [moment])
        Series(self._database).settle(
            reading.score_id, list(dict.fromkeys([moment, *moments_of(linked)]))
        )

    def _same(self, score_id: int, value: Value, moment: datetime) -> Reading | None:
        """The reading that counts at `moment`, if it says the very same and no undo can take it."""
        found = Series(self._database).page(
            score_id, start=moment, end=moment + timedelta(seconds=1), limit=1
        )
        same = found and found[0].value == value and found[0].import_id is None
        return found[0] if same else None

    def _jump(self, score: Score, value: Value, moment: datetime) -> tuple[str, ...]:
        earlier = Series(self._database).latest(score.id, _EARLIER, moment)
        told = jump(value.number, score.scale, [r.value.number for r in reversed(earlier)])
        return (told,) if told else ()

    def _refuse_future(self, moment: datetime) -> None:
        if moment > last_moment(self._now()):
            raise FootprintError(
                _("{day} is still to come.").format(day=moment.date().isoformat()),
                _("A reading is about a day that has been. Choose an earlier one."),
            )

    def _score(self, score_id: int) -> Score:
        found = Scores(self._database).one(score_id)
        if found is None:
            raise FootprintError(
                _("That score is no longer in your list."), _("Choose another one.")
            )
        return found

    def _today(self) -> date:
        return self._now().astimezone().date()


def _typed(value: str | Value, score: Score) -> Typed:
    if isinstance(value, str):
        return parse(value, score.scale)
    return Typed(value, outside(value, score.scale))
