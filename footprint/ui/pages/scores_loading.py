"""What the timeline shows, read in the background: numbers, ghosts, parts, and events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from footprint.domain.event import Event
from footprint.domain.score import Reading, Rewrite, Score
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from footprint.ui.chart.decimate import Track
from footprint.ui.chart.picture import Curve, Mark, Picture, Shape
from footprint.ui.models.scores import score_title

_MOST_OBJECTS = 20_000
Told = Callable[[int, float], tuple[str, ...]]  # score id, moment -> read-out


@dataclass(frozen=True, slots=True)
class Loaded:
    """One score as it is drawn; `parts` are (name, track).

    `known` are the readings themselves where what was known on a day is shown, oldest first.
    """

    score: Score
    track: Track
    ghost: Track | None
    parts: tuple[tuple[str, Track], ...]
    events: tuple[Event, ...]
    known: tuple[Reading, ...] | None = None


def loading(
    ids: Sequence[int], as_known_on: date | None = None
) -> Callable[[Workspace, Progress], list[Loaded]]:
    """The work of reading these scores, as they are known now or were known on a day."""
    until = datetime.combine(as_known_on, time.max, UTC) if as_known_on else None

    def work(workspace: Workspace, progress: Progress) -> list[Loaded]:
        found = []
        for id_ in ids:
            progress.step()
            found.append(_load(workspace, id_, until))
        return found

    return work


def _load(workspace: Workspace, id_: int, until: datetime | None) -> Loaded:
    score = workspace.scoring.score(id_)
    events = workspace.marking.of(score, until)
    if until is not None:
        readings = workspace.recalling.readings(id_, as_known_on=until)
        then = _parts(score, readings)
        return Loaded(score, _track(readings), None, then, events, tuple(readings))
    times, numbers = workspace.recalling.columns(id_)
    parts: tuple[tuple[str, Track], ...] = ()
    if score.scale.parts and 0 < len(times) <= _MOST_OBJECTS:
        parts = _parts(score, workspace.recalling.readings(id_))
    ghost = _ghost(workspace.explaining.rewrites(id_))
    return Loaded(score, Track(times, numbers), ghost, parts, events)


def _track(readings: Sequence[Reading]) -> Track:
    return Track(
        [reading.effective.timestamp() for reading in readings],
        [reading.value.number for reading in readings],
    )


def _parts(score: Score, readings: Sequence[Reading]) -> tuple[tuple[str, Track], ...]:
    """The parts of the readings that tell all of them; one untold part is not zero."""
    ids = [part.id for part in score.scale.parts]
    whole = [r for r in readings if all(id_ in r.value.parts for id_ in ids)]
    times = [reading.effective.timestamp() for reading in whole]
    if not times or len(ids) < 2:
        return ()
    return tuple(
        (part.name, Track(times, [r.value.parts[part.id] for r in whole]))
        for part in score.scale.parts
    )


def _ghost(rewrites: Iterable[Rewrite]) -> Track | None:
    """What had been told first of the days that were re-told later."""
    first: dict[float, float] = {}
    for rewrite in rewrites:
        for day, old, _new in rewrite.days:
            first.setdefault(noon(day), old.number)
    return Track(sorted(first), [first[moment] for moment in sorted(first)]) if first else None


def picture_of(loaded: Sequence[Loaded], shape: Shape, told: Told) -> Picture:
    """What the chart shows of these scores."""
    curves = tuple(_curve(each, told) for each in loaded)
    events = {event.id: event for each in loaded for event in each.events}
    marks = [mark_of(event) for event in events.values()]
    return Picture(curves, tuple(sorted(marks, key=lambda mark: mark.moment)), shape)


def _curve(loaded: Loaded, told: Told) -> Curve:
    times, id_ = loaded.track.times, loaded.score.id
    return Curve(
        score_title(loaded.score),
        loaded.track,
        loaded.score.scale,
        lambda at: told(id_, times[at]),
        loaded.ghost,
        loaded.parts,
    )


def mark_of(event: Event) -> Mark:
    """An event on the axis."""
    ends = noon(event.ends) if event.ends else None
    return Mark(event.id, event.kind, noon(event.day), event.title, ends, event.detail)


def noon(day: date) -> float:
    """What stands for a whole day on the axis, in seconds since 1970."""
    return datetime.combine(day, time(12), UTC).timestamp()
