"""The story of a run: every stop with its mark, what was kept, what it cost and gave away."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.domain.disclosure import Disclosure
from footprint.domain.evidence import Evidence
from footprint.domain.run import Run
from footprint.domain.step import StepKind
from footprint.domain.stop import Mark, Outcome, Stop
from footprint.i18n import _, ngettext
from footprint.services.guide_effects import CANNOT_CHECK, GONE, STILL_THERE
from footprint.services.guiding import RunSummary
from footprint.services.standing_of import Cost, cost_of
from footprint.services.workspace import Workspace
from footprint.ui.models.dates import exact
from footprint.ui.models.words import number
from footprint.ui.plain import plain
from footprint.ui.wizards.words import identifier_word, said


@dataclass(frozen=True, slots=True)
class StoryStop:
    """One mark as it is told."""

    line: str
    details: tuple[str, ...]
    files: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Everything that is kept of a run."""

    summary: RunSummary
    stops: tuple[StoryStop, ...]
    cost: Cost
    disclosures: tuple[Disclosure, ...]
    evidence: int


def look_up(workspace: Workspace, run_id: int) -> Story | None:
    """The story of a run; None when it is no longer there."""
    summary = workspace.guiding.summary(run_id)
    if summary is None:
        return None
    evidence = workspace.guiding.evidence(run_id)
    run = summary.run
    stops = {stop.key: stop for stop in run.stops}
    told = []
    for mark in workspace.guiding.marks(run_id):
        files = _kept(workspace, evidence.pop(mark.stop, []))
        told.append(_told(mark, stops.get(mark.stop), run, files))
    for stop, hashes in evidence.items():  # kept at a step that is not ticked
        title = _title(stops.get(stop), stop, run)
        told.append(StoryStop(title, (kept_word(len(hashes)),), _kept(workspace, hashes)))
    return Story(
        summary=summary,
        stops=tuple(told),
        cost=cost_of(run),
        disclosures=tuple(d for d in workspace.standing.disclosures() if d.run_id == run_id),
        evidence=sum(len(stop.files) for stop in told),
    )


def _kept(workspace: Workspace, hashes: list[str]) -> tuple[Evidence, ...]:
    found = (workspace.keeping.evidence(sha256) for sha256 in hashes)
    return tuple(evidence for evidence in found if evidence is not None)


def _title(stop: Stop | None, key: str, run: Run) -> str:
    title = said(run, stop, stop.step.title) if stop else key.partition("@")[0]
    return plain(title, limit=160)


def _told(mark: Mark, stop: Stop | None, run: Run, files: tuple[Evidence, ...]) -> StoryStop:
    text = _("{day}: {outcome}")
    answer = _answer(mark, stop)
    details = [
        text.format(day=exact(mark.at), outcome=outcome_word(mark.outcome)),
        _("Your answer: {text}").format(text=plain(answer, limit=400)) if answer else "",
        _("Your note: {text}").format(text=plain(mark.note, limit=1000)) if mark.note else "",
        _("Why: {text}").format(text=plain(mark.reason, limit=400)) if mark.reason else "",
        kept_word(len(files)),
    ]
    return StoryStop(_title(stop, mark.stop, run), tuple(filter(None, details)), files)


def _answer(mark: Mark, stop: Stop | None) -> str:
    """An answer as it was read, not as it is kept."""
    choices = stop.step.choices if stop else ()
    chosen = next((choice.label for choice in choices if choice.id == mark.answer), mark.answer)
    if stop and stop.step.kind is StepKind.VERIFY:
        looked = {
            GONE: _("it is gone"),
            STILL_THERE: _("it is still there"),
            CANNOT_CHECK: _("it cannot be checked"),
        }
        return looked.get(mark.answer, chosen)
    return chosen


def outcome_word(outcome: Outcome) -> str:
    """What became of a stop."""
    return {
        Outcome.DONE: _("done, as you said"),
        Outcome.SKIPPED: _("skipped"),
        Outcome.NOT_APPLICABLE: _("did not apply"),
    }[outcome]


def kept_word(count: int) -> str:
    """How many files were kept as proof; "" for none."""
    if not count:
        return ""
    return ngettext("{n} file kept as proof", "{n} files kept as proof", count).format(
        n=number(count)
    )


def cost_lines(cost: Cost) -> list[str]:
    """What the way out asked for; nothing that was not counted is shown as zero."""
    lines = []
    if cost.screens:
        text = ngettext("{n} screen", "{n} screens", cost.screens)
        lines.append(text.format(n=number(cost.screens)))
    if cost.seconds >= 60:
        minutes = round(cost.seconds / 60)
        text = ngettext("{n} minute", "{n} minutes", minutes)
        lines.append(text.format(n=number(minutes)))
    if cost.demands:
        asked = ", ".join(plain(demand, limit=80) for demand in cost.demands)
        lines.append(_("They insisted on: {things}").format(things=asked))
    return lines


def disclosure_line(disclosure: Disclosure, name: str) -> str:
    """What was given to whom, and when."""
    return _("{day}: {what}, to {service}").format(
        day=exact(disclosure.at), what=identifier_word(disclosure.identifier),
        service=plain(name, limit=80),
    )  # fmt: skip


def missed_line(summary: RunSummary) -> str:
    """The answer to "do you miss it?"; "" while there is none."""
    answer = {
        "yes": _("Do you miss it? Yes."),
        "no": _("Do you miss it? No."),
        "not_said": _("Do you miss it? You skipped the question."),
    }.get(summary.missed or "", "")
    note = plain(summary.missed_note, limit=1000)
    return f"{answer} {note}".strip()
