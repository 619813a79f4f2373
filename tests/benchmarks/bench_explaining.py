"""How often a change is seen where there is none, how often one that is there, and what it costs.

Simulated scores of about 50 whole points scatter by 2 %: plainly; each reading half like the one
before (alike) or mostly so (very alike); with heavy tails; with spikes of a day. Counters grow by
some 20 a day. Everything is drawn from fixed seeds, so the figures are the same on every machine;
only the cost is measured. Run by `dev.py bench`, or alone.
"""

from __future__ import annotations

import random
import statistics
import timeit
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from footprint.domain.explaining.changing import changes
from footprint.domain.explaining.explanation import explain_all
from footprint.domain.explaining.score_change import ScoreChange
from footprint.domain.score import Method, Reading, Scale, ScaleKind, Value
from footprint.domain.series import series_of

BOUNDED = Scale(kind=ScaleKind.BOUNDED, low=0, high=100, decimals=0)
OPEN = Scale(kind=ScaleKind.UNBOUNDED, decimals=0)
SERIES = 100
MOST_FALSE_ALARMS = 5
FEWEST_FOUND = {5: 60, 10: 85, 20: 95}
TIMES_FMEAN = 200
TEN_YEARS = 3650
_START = datetime(2015, 1, 1, 12, tzinfo=UTC)

Draw = Callable[[random.Random, int], list[float]]


def main() -> int:
    """Print every figure; 1 when one is beyond its limit."""
    over = 0
    for name, days in SAMPLING.items():
        over += _false_alarms(name, days)
        for percent in (5, 10, 20):
            over += _found(name, days, percent)
    over += _counters()
    over += _cost()
    return int(over > 0)


def _plain(chance: random.Random, count: int) -> list[float]:
    return [chance.gauss(0, 1) for _ in range(count)]


def _alike(share: float) -> Draw:
    def draw(chance: random.Random, count: int) -> list[float]:
        value, drawn = chance.gauss(0, 1), []
        for _ in range(count):
            value = share * value + (1 - share**2) ** 0.5 * chance.gauss(0, 1)
            drawn.append(value)
        return drawn

    return draw


def _heavy(chance: random.Random, count: int) -> list[float]:
    """Student's t with three degrees of freedom, brought to a standard deviation of 1."""
    squares = [sum(chance.gauss(0, 1) ** 2 for _ in range(3)) / 3 for _ in range(count)]
    return [chance.gauss(0, 1) / (square * 3) ** 0.5 for square in squares]


def _spiked(chance: random.Random, count: int) -> list[float]:
    spikes = [chance.choice((-9, 9)) * (chance.random() < 0.02) for _ in range(count)]
    return [noise + spike for noise, spike in zip(_plain(chance, count), spikes, strict=True)]


NOISE: dict[str, Draw] = {
    "plain": _plain,
    "alike": _alike(0.5),
    "very alike": _alike(0.8),
    "heavy": _heavy,
    "spiked": _spiked,
}


def _ragged(chance: random.Random) -> list[int]:
    """120 days of two years, some of them in a row, with gaps of weeks."""
    return sorted(chance.sample(range(730), 120))


SAMPLING: dict[str, Callable[[random.Random], list[int]]] = {
    "daily, a year": lambda _chance: list(range(365)),
    "weekly, a year": lambda _chance: list(range(0, 364, 7)),
    "ragged, two years": _ragged,
}


def _false_alarms(name: str, days: Callable[[random.Random], list[int]]) -> int:
    counts = {}
    for kind, draw in NOISE.items():
        chance = random.Random(f"{name} {kind}")
        counts[kind] = sum(bool(_changes(days(chance), draw, chance, 0)[0]) for _ in range(SERIES))
    _say(f"false alarms per {SERIES} flat series, {name}", counts)
    return int(max(counts["plain"], counts["heavy"]) > MOST_FALSE_ALARMS)


def _found(name: str, days: Callable[[random.Random], list[int]], percent: int) -> int:
    counts = {}
    for kind, draw in NOISE.items():
        chance = random.Random(f"{name} {kind} {percent}")
        counts[kind] = 0
        for _ in range(SERIES):
            found, truth = _changes(days(chance), draw, chance, percent / 2)
            counts[kind] += any(c.earliest <= truth <= c.latest for c in found)
    _say(f"a step of {percent} % found, of {SERIES}, {name}", counts)
    return int(counts["plain"] < FEWEST_FOUND[percent])


def _changes(
    days: Sequence[int], draw: Draw, chance: random.Random, step: float
) -> tuple[tuple[ScoreChange, ...], datetime]:
    """What is found in one series, and the moment of the first reading after the step."""
    place = chance.randrange(len(days) // 5, len(days) * 4 // 5)
    drawn = draw(chance, len(days))
    values = [
        float(round(50 + noise - step * (number >= place))) for number, noise in enumerate(drawn)
    ]
    readings = _readings(days, values)
    return changes(series_of(readings), BOUNDED), readings[place].effective


def _counters() -> int:
    counts = {"flat pace": 0, "pace doubled": 0, "lost a tenth": 0}
    for number in range(SERIES):
        chance = random.Random(number)
        daily = [max(0, round(chance.gauss(20, 6))) for _ in range(365)]
        for what in counts:
            steps = [*daily[:180], *(pace * (1 + (what == "pace doubled")) for pace in daily[180:])]
            steps[200] -= (what == "lost a tenth") * sum(daily) // 10
            values = [float(500 + sum(steps[:day])) for day in range(365)]
            counts[what] += bool(changes(series_of(_readings(range(365), values)), OPEN))
    _say(f"changes seen in {SERIES} counters, a year", counts)
    return int(counts.pop("flat pace") > MOST_FALSE_ALARMS or min(counts.values()) < 90)


def _cost() -> int:
    chance = random.Random(1)
    noise = _plain(chance, TEN_YEARS)
    course = [40 + 0.01 * n - 12 * (n > 2000) - 18 * (n > 2600) for n in range(TEN_YEARS)]
    moving = [level + off for level, off in zip(course, noise, strict=True)]
    growing = [0.0]
    for off in noise[1:]:
        growing.append(growing[-1] + max(0, round(20 + 6 * off)))
    rows = {
        "flat": (BOUNDED, [50 + off for off in noise]),
        "moving": (BOUNDED, moving),
        "moving, whole points": (BOUNDED, [float(round(value)) for value in moving]),
        "counter": (OPEN, growing),
    }
    counts = {name: _times_fmean(scale, values) for name, (scale, values) in rows.items()}
    _say(f"times one fmean to explain {TEN_YEARS} daily readings (limit {TIMES_FMEAN})", counts)
    return int(max(counts.values()) > TIMES_FMEAN)


def _times_fmean(scale: Scale, values: list[float]) -> int:
    readings = _readings(range(len(values)), values)
    best = min(timeit.repeat(lambda: explain_all(readings, scale), number=1, repeat=15))
    fmean = min(timeit.repeat(lambda: statistics.fmean(values), number=10, repeat=15)) / 10
    return round(best / fmean)


def _readings(days: Sequence[int], values: Sequence[float]) -> list[Reading]:
    moments = [_START + timedelta(days=day) for day in days]
    return [
        Reading(number, 1, moment, moment, Value(value, ""), Method.TYPED)
        for number, (moment, value) in enumerate(zip(moments, values, strict=True), 1)
    ]


def _say(what: str, counts: dict[str, int]) -> None:
    print(f"{what}: " + ", ".join(f"{name} {count}" for name, count in counts.items()))


if __name__ == "__main__":
    raise SystemExit(main())
