"""Score: which scores the person keeps, and when it is time to look at them again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from footprint.domain.changes import Kind
from footprint.domain.names import folded
from footprint.domain.score import Reading, Rhythm, Scale, Score
from footprint.domain.score_summary import ScoreSummary, is_due
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.store.database import Database
from footprint.store.scores import Scores
from footprint.store.series import Series

if TYPE_CHECKING:
    from footprint.catalogue.scores import ScoreBook
    from footprint.domain.score_definition import ScoreDefinition


class Scoring:
    """The scores of one workspace."""

    def __init__(self, database: Database, book: ScoreBook, now: Callable[[], datetime]) -> None:
        self._database = database
        self._book = book
        self._now = now

    def definitions(self) -> tuple[ScoreDefinition, ...]:
        """The scores the catalogue knows, by name."""
        return self._book.definitions()

    def definition(self, score: Score) -> ScoreDefinition | None:
        """What the catalogue knows of a score; None for one of the person's own."""
        return self._book.definition(score.definition) if score.definition else None

    def scores(self) -> list[ScoreSummary]:
        """Every score with its last readings, by name."""
        today = self.today()
        summaries = []
        for score in Scores(self._database).all():
            latest, previous = self._last_two(score.id)
            last = latest.effective.date() if latest else None
            summaries.append(ScoreSummary(score, latest, previous, is_due(score, last, today)))
        return sorted(summaries, key=lambda s: (folded(s.score.name), s.score.about, s.score.id))

    def score(self, score_id: int) -> Score:
        """The score of that id. Raises `FootprintError` when there is none."""
        found = Scores(self._database).one(score_id)
        if found is None:
            raise FootprintError(
                _("That score is no longer in your list."), _("Choose another one.")
            )
        return found

    def add(self, definition_id: str, about: str = "") -> int:
        """Keep a score of the catalogue; returns its id. `about` tells two of a kind apart."""
        definition = self._book.definition(definition_id)
        if definition is None:
            raise FootprintError(
                _("The catalogue knows no score “{name}”.").format(name=definition_id[:60]),
                _("Choose one of its scores, or make one of your own."),
            )
        rhythm = Rhythm.NEVER if definition.closed else definition.rhythm
        with self._database.write(Kind.SCORES):
            id_ = self._add(definition.name, definition.scale, about, definition.id)
            Scores(self._database).set_rhythm(id_, rhythm, None)
        return id_

    def add_own(self, name: str, scale: Scale, about: str = "") -> int:
        """Keep a score nobody ships a definition of; returns its id."""
        with self._database.write(Kind.SCORES):
            return self._add(name, scale, about, None)

    def forget(self, score_id: int) -> bool:
        """Take a score back of which nothing was ever recorded; says whether it was such a one."""
        with self._database.write(Kind.SCORES):
            return Scores(self._database).remove_unused(score_id)

    def rename(self, score_id: int, name: str, about: str) -> None:
        """Call the score by another name, and say what it is about."""
        with self._database.write(Kind.SCORES):
            _refuse_nameless(name)
            Scores(self._database).rename(score_id, name.strip(), about.strip())

    def put_away(self, score_id: int) -> None:
        """Take the score out of the list; its readings stay where they are."""
        with self._database.write(Kind.SCORES):
            Scores(self._database).put_away(score_id, self._now())

    def away(self) -> list[Score]:
        """The scores that were put away, the last one first."""
        return Scores(self._database).away()

    def bring_back(self, score_id: int) -> None:
        """Show a score again that was put away."""
        with self._database.write(Kind.SCORES):
            Scores(self._database).put_away(score_id, None)

    def look(self, score_id: int, rhythm: Rhythm) -> None:
        """Say how often to look; `Rhythm.NEVER` switches it off."""
        with self._database.write(Kind.SCORES):
            Scores(self._database).set_rhythm(score_id, rhythm, None)

    def snooze(self, score_id: int, until: date | None) -> None:
        """Nothing is due before `until`; None takes that back."""
        rhythm = self.score(score_id).rhythm
        with self._database.write(Kind.SCORES):
            Scores(self._database).set_rhythm(score_id, rhythm, until)

    def due(self) -> list[Score]:
        """The scores it is time to look at."""
        return [summary.score for summary in self.scores() if summary.due]

    def today(self) -> date:
        """The day it is where the person is."""
        return self._now().astimezone().date()

    def _last_two(self, score_id: int) -> tuple[Reading | None, Reading | None]:
        last = Series(self._database).latest(score_id, 2)
        return (last[0] if last else None), (last[1] if len(last) > 1 else None)

    def find(self, word: str) -> Score:
        """The score a person means: by id, definition, or name. Raises `FootprintError`."""
        kept = Scores(self._database).all()
        wanted = folded(word)
        names: tuple[Callable[[Score], set[str]], ...] = (
            lambda score: {str(score.id)},
            lambda score: {folded(_label(score)), folded(score.about)},
            self._names,
        )
        for names_of in names:
            found = [score for score in kept if wanted and wanted in names_of(score)]
            if len(found) == 1:
                return found[0]
            if found:
                raise FootprintError(
                    _("“{name}” could be several scores.").format(name=word),
                    _("Name one by its number: {scores}.").format(scores=_listed(found)),
                )
        raise self._unknown(word, kept)

    def known(self, word: str) -> ScoreDefinition | None:
        """The definition of the catalogue that a person means by id, name or another name."""
        wanted = folded(word)
        return next((d for d in self.definitions() if wanted in _names(d)), None)

    def _names(self, score: Score) -> set[str]:
        definition = self.definition(score)
        return {folded(score.name)} | (_names(definition) if definition else set())

    def _unknown(self, word: str, kept: Sequence[Score]) -> FootprintError:
        title = _("You keep no score “{name}”.").format(name=word[:60])
        ids = ", ".join(definition.id for definition in self.definitions())
        known = _("The catalogue knows: {ids}.").format(ids=ids)
        if not kept:
            return FootprintError(title, known)
        return FootprintError(
            title, _("You keep: {scores}.").format(scores=_listed(kept)) + " " + known
        )

    def _add(self, name: str, scale: Scale, about: str, definition: str | None) -> int:
        _refuse_nameless(name)
        return Scores(self._database).add(
            name.strip(), scale, definition=definition, about=about.strip(), added_at=self._now()
        )


def _refuse_nameless(name: str) -> None:
    if not name.strip():
        raise FootprintError(_("A score needs a name."), _("Type what you call it."))


def _names(definition: ScoreDefinition) -> set[str]:
    return {folded(name) for name in (definition.id, definition.name, *definition.aliases)}


def _label(score: Score) -> str:
    return f"{score.name} {score.about}".strip()


def _listed(scores: Sequence[Score]) -> str:
    return ", ".join(f"{score.id} {_label(score)}" for score in scores)
