"""The walk: one run as the guide window and its strip share it, saved step by step."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from time import monotonic

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from footprint.domain.changes import Changes
from footprint.domain.changes import Kind as Touched
from footprint.domain.circumstances import Circumstances
from footprint.domain.override import Override
from footprint.domain.run import OVER, Run
from footprint.domain.step import StepKind
from footprint.domain.stop import Draft, Stop
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.services.workspace import Workspace
from footprint.ui.tasks import Tasks
from footprint.ui.wizards.entry import Entry, entry_of

_REST_MS = 2_000
_ANSWERED = frozenset({StepKind.ENTER, StepKind.CHOOSE, StepKind.VERIFY})


class Stage(Enum):
    """What is shown now."""

    INTRO = auto()
    STEP = auto()
    PREFLIGHT = auto()
    END = auto()


class GuideWalk(QObject):
    """Moves one run on; every act is saved before anything else is shown.

    Acts return whether they succeeded. What went wrong is emitted, and nothing typed is lost.
    """

    moved = Signal()  # another stop, stage or state: everything is shown anew
    counted = Signal()  # a screen was counted
    kept = Signal()  # an act was saved
    refused = Signal(object)  # FootprintError

    def __init__(self, tasks: Tasks, run_id: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.run: Run = tasks.now(lambda w: w.guiding.run(run_id))
        summary = tasks.now(lambda w: w.guiding.summary(run_id))
        self.playbook_gone = summary is not None and summary.playbook_gone
        self.clock_is_back = summary is not None and summary.clock_is_back
        self.service_name = summary.service_name if summary else ""
        self._intro = self.run.current is None and not self.run.marks and not self.over
        self._looked: set[str] = set()
        self._acting = False
        self._removed = False  # taken off the list, which can be undone
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._keep_quietly)
        self.entry = Entry(Draft(), monotonic())
        self._load()
        tasks.changed.connect(self._hear)
        program = QCoreApplication.instance()
        if program is not None:
            program.aboutToQuit.connect(self._keep_quietly)

    # --- what is so ----------------------------------------------------------------------------

    @property
    def over(self) -> bool:
        """Whether the run has ended."""
        return self.run.state in OVER

    @property
    def stop(self) -> Stop | None:
        """Where the person stands; None at the end."""
        return None if self.over else self.run.at

    @property
    def stage(self) -> Stage:
        """What is shown now."""
        stop = self.stop
        if self._intro and not self.over:
            return Stage.INTRO
        if stop is None:
            return Stage.END
        ahead = stop.step.destructive and stop.key not in self._looked
        return Stage.PREFLIGHT if ahead and stop.key not in self.run.marks else Stage.STEP

    @property
    def own(self) -> Override | None:
        """The person's own correction of this step."""
        return self._overrides.get(self.stop.step.id) if self.stop else None

    # --- acts ----------------------------------------------------------------------------------

    def begin(self, known: Circumstances) -> bool:
        """Keep what was answered on the first page, and go to the first step."""

        def work(workspace: Workspace) -> Run:
            if known.country != self.run.known.country:
                workspace.preparing.remember_country(known.country)
            run = workspace.guiding.know(self.run, known)
            first = run.stops[0].key if run.stops else None
            return workspace.guiding.go(run, run.current or first) if first else run

        return self._act(work)

    def done(self) -> bool:
        """Tick the stop."""
        stop = self._here()
        if stop.step.kind in _ANSWERED and not self.entry.draft.answer.strip():
            self.refused.emit(_unanswered(stop))
            return False
        return self._act(lambda w: w.guiding.done(self.run, stop, self.entry.visit()))

    def skip(self, reason: str) -> bool:
        """Leave the stop out."""
        stop, visit = self._here(), self.entry.visit(reason)
        return self._act(lambda w: w.guiding.skip(self.run, stop, visit))

    def not_applicable(self, reason: str = "") -> bool:
        """Say that the stop does not apply."""
        stop, visit = self._here(), self.entry.visit(reason)
        return self._act(lambda w: w.guiding.not_applicable(self.run, stop, visit))

    def back(self) -> bool:
        """Go to the stop before; from the first one to the first page."""
        stops = self.run.stops
        if self.stop is not None and stops and self.stop.key == stops[0].key:
            return self.show_intro()
        return self._leave() and self._act(lambda w: w.guiding.back(self.run))

    def go(self, key: str) -> bool:
        """Go to any stop."""
        return self._leave() and self._act(lambda w: w.guiding.go(self.run, key))

    def show_intro(self) -> bool:
        """Show the first page again."""
        if not self._leave():
            return False
        self._intro = True
        self.moved.emit()
        return True

    def look_past(self) -> None:
        """The person has seen what hangs on the account, and goes on."""
        self._looked.add(self._here().key)
        self.moved.emit()

    def pause(self) -> bool:
        """Put the run aside on purpose."""
        return self._leave() and self._act(lambda w: w.guiding.pause(self.run))

    def abandon(self) -> bool:
        """Stop the guide for good; `take_up` is the way back."""
        return self._leave() and self._act(lambda w: w.guiding.abandon(self.run))

    @Slot()
    def take_up(self) -> bool:
        """Take up a run that was stopped."""
        return self._act(lambda w: w.guiding.resume_abandoned(self.run))

    def finish(self) -> bool:
        """End the run."""
        return self._act(lambda w: w.guiding.finish(self.run))

    # --- what is typed -------------------------------------------------------------------------

    def write(self, **said: str) -> None:
        """Take over what is typed (`answer`, `note`); it is kept after a short rest."""
        self.entry.write(**said)
        if self.entry.dirty:
            self._rest.start()

    @Slot()
    def count_screen(self) -> None:
        """One more screen had to be passed."""
        self.entry.write(screens=self.entry.draft.screens + 1)
        self._rest.start()
        self.counted.emit()

    def keep(self) -> FootprintError | None:
        """Keep what is typed; the error when that failed."""
        stop = self.stop
        draft = self.entry.so_far()
        untouched = draft == self.entry.draft and not self.entry.dirty
        if stop is None or self._removed or untouched:
            return None
        self._acting = True
        try:
            self.tasks.now(lambda w: w.guiding.keep_draft(self.run, stop, draft))
        except FootprintError as error:
            return error
        finally:
            self._acting = False
        self.entry = Entry(draft, monotonic())
        self._rest.stop()
        return None

    @Slot()
    def _keep_quietly(self) -> None:
        error = self.keep()
        if error is not None:
            self.refused.emit(error)

    # --- within --------------------------------------------------------------------------------

    def _here(self) -> Stop:
        stop = self.stop
        if stop is None:
            raise FootprintError(_("This guide has ended."))
        return stop

    def _leave(self) -> bool:
        error = self.keep()
        if error is not None:
            self.refused.emit(error)
        return error is None

    def _act(self, work: Callable[[Workspace], Run]) -> bool:
        """Do and save; on an error show the run as it is stored, with what was typed."""
        self._acting = True
        try:
            run = self.tasks.now(work)
        except FootprintError as error:
            self._acting = False
            self._reload()
            self.refused.emit(error)
            return False
        finally:
            self._acting = False
        self._intro = False
        self._take(run)
        self.kept.emit()
        return True

    def _take(self, run: Run) -> None:
        self._rest.stop()
        self.run = run
        self._load()
        self.moved.emit()

    def _load(self) -> None:
        """Read what is kept beside the run: the draft of the stop, and own corrections."""
        stop, run = self.stop, self.run
        self._overrides = self.tasks.now(lambda w: w.guides.overrides(run.playbook.id))
        if stop is not None:
            draft = self.tasks.now(lambda w: w.guiding.draft(run, stop))
            self.entry = entry_of(run, stop, draft)

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if not self._acting and changes.touches(Touched.RUNS, Touched.OVERRIDES):
            self._reload(anew=changes.touches(Touched.OVERRIDES))

    def _reload(self, *, anew: bool = False) -> None:
        """Show the run as it is stored, if it is another; what is typed stays with its stop."""
        try:
            run = self.tasks.now(lambda w: w.guiding.run(self.run.id))
        except FootprintError as error:
            self._removed = True
            self.refused.emit(error)
            return
        self._removed = False
        if anew or run.version != self.run.version:
            self.keep()
            self._take(run)


def _unanswered(stop: Stop) -> FootprintError:
    if stop.step.kind is StepKind.ENTER:
        return FootprintError(
            _("There is nothing typed yet."), _("Type it, or skip this step and say why.")
        )
    return FootprintError(
        _("There is no answer yet."), _("Choose one, or skip this step and say why.")
    )
