"""What can be done with a score itself: rename it, put it away, say how often to look."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from footprint.domain.score import Rhythm, Score
from footprint.i18n import _, ngettext
from footprint.services.workspace import Workspace
from footprint.ui.models.scores import score_title
from footprint.ui.pages.scores_events import EventActs
from footprint.ui.pages.scores_writing import Writing

# Each dialog is imported when it is first wanted.
# ruff: noqa: PLC0415

_SNOOZE = timedelta(days=7)


class Filing(QObject):
    """Opens the dialogs about a score; `brought_back` gives the id of one that is back."""

    brought_back = Signal(int)
    record_wanted = Signal()

    def __init__(self, writing: Writing, events: EventActs) -> None:
        super().__init__(writing.owner)
        self._writing = writing
        self._events = events

    def fill_menu(self, menu: QMenu, score: Score, *, due: bool) -> None:
        """Everything that can be done with a score."""
        menu.addAction(_("&Record a reading…"), self.record_wanted.emit)
        if due:
            menu.addAction(_("&Not now: in a week"), partial(self.snooze, score))
        menu.addSeparator()
        menu.addAction(_("&Events…"), self._events.show_all)
        look = menu.addMenu(_("&Look at it"))
        for rhythm, text in rhythms():
            action = look.addAction(text)
            action.setCheckable(True)
            action.setChecked(rhythm is score.rhythm)
            action.triggered.connect(partial(self.look, score, rhythm))
        menu.addSeparator()
        menu.addAction(_("Re&name…"), partial(self.rename, score))
        menu.addAction(_("&Put away"), partial(self.put_away, score))

    @property
    def away(self) -> bool:
        """Whether a score was put away."""
        return bool(self._writing.tasks.now(lambda w: w.scoring.away()))

    def show_menu(self, score: Score, at: QPoint, *, due: bool) -> None:
        """The menu of a score."""
        menu = QMenu(self._writing.owner)
        menu.aboutToHide.connect(menu.deleteLater)
        self.fill_menu(menu, score, due=due)
        menu.popup(at)

    # --- doing -------------------------------------------------------------------------------

    def rename(self, score: Score) -> None:
        """Ask for another name."""
        from footprint.ui.dialogs.rename_score import RenameScoreDialog

        dialog = RenameScoreDialog(self._writing.tasks, score, self._writing.owner)
        dialog.renamed.connect(partial(self._renamed, score))
        self._writing.open(dialog)

    def _renamed(self, score: Score) -> None:
        self._writing.say(
            _("It has another name now."),
            lambda w: w.scoring.rename(score.id, score.name, score.about),
        )

    def put_away(self, score: Score) -> None:
        """Take it out of the list."""
        told = _("{name} is put away. Its readings stay.").format(name=score_title(score))
        self._writing.do(
            lambda w: w.scoring.put_away(score.id),
            told,
            lambda w: w.scoring.bring_back(score.id),
        )

    def bring_back(self) -> None:
        """Ask which scores shall be in the list again."""
        from footprint.ui.dialogs.scores_away import ScoresAwayDialog

        tasks = self._writing.tasks
        away = tasks.now(lambda w: w.scoring.away())
        dialog = ScoresAwayDialog(tasks, away, self._writing.owner)
        dialog.brought_back.connect(self._back)
        self._writing.open(dialog)

    def _back(self, ids: list[int]) -> None:
        told = ngettext("It is in your list again.", "They are in your list again.", len(ids))
        self._writing.say(told, partial(_put_away, tuple(ids)))
        self.brought_back.emit(ids[0])

    def look(self, score: Score, rhythm: Rhythm) -> None:
        """Say how often to look."""
        told = {
            Rhythm.DAILY: _("Footprint marks it as due every day."),
            Rhythm.WEEKLY: _("Footprint marks it as due every week."),
            Rhythm.MONTHLY: _("Footprint marks it as due every month."),
            Rhythm.NEVER: _("Footprint never marks it as due."),
        }[rhythm]
        self._writing.do(
            lambda w: w.scoring.look(score.id, rhythm), told, partial(_as_before, score)
        )

    def snooze(self, score: Score) -> None:
        """Nothing is due for a week."""
        self._writing.do(
            lambda w: w.scoring.snooze(score.id, w.scoring.today() + _SNOOZE),
            _("It is not due for a week."),
            partial(_as_before, score),
        )


def rhythms() -> list[tuple[Rhythm, str]]:
    """How often one may want to look."""
    return [
        (Rhythm.DAILY, _("every &day")),
        (Rhythm.WEEKLY, _("every &week")),
        (Rhythm.MONTHLY, _("every &month")),
        (Rhythm.NEVER, _("&never remind me")),
    ]


def rhythm_text(rhythm: Rhythm) -> str:
    """How often the person wants to look, as a sentence."""
    return {
        Rhythm.DAILY: _("You look every day."),
        Rhythm.WEEKLY: _("You look every week."),
        Rhythm.MONTHLY: _("You look every month."),
        Rhythm.NEVER: "",
    }[rhythm]


def _put_away(ids: tuple[int, ...], workspace: Workspace) -> None:
    for id_ in ids:
        workspace.scoring.put_away(id_)


def _as_before(score: Score, workspace: Workspace) -> None:
    """Rhythm and snooze as they were."""
    workspace.scoring.look(score.id, score.rhythm)
    if score.snoozed_until is not None:
        workspace.scoring.snooze(score.id, score.snoozed_until)
