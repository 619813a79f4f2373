"""Scales the tests of scores share."""

from __future__ import annotations

from footprint.domain.score import Better, Part, Scale, ScaleKind

HUNDRED = Scale(kind=ScaleKind.BOUNDED, low=1, high=100)
OPEN = Scale(kind=ScaleKind.UNBOUNDED)
COUNT = Scale(kind=ScaleKind.UNBOUNDED, decimals=0)
GRADES = Scale(kind=ScaleKind.LETTER, letters=("D-", "D", "D+", "C", "B", "B+", "A"))
RANK = Scale(kind=ScaleKind.PERCENTILE, low=0, high=100, better=Better.LOWER)
PAIR = Scale(
    kind=ScaleKind.PAIR, low=0, high=1000, parts=(Part(id="outreach", name="Outreach level"),)
)
PILLARS = Scale(
    kind=ScaleKind.PARTS,
    low=0,
    high=100,
    parts=tuple(
        Part(id=id_, name=name, low=0, high=25)
        for id_, name in (
            ("brand", "Establish your professional brand"),
            ("people", "Find the right people"),
            ("insights", "Engage with insights"),
            ("relationships", "Build relationships"),
        )
    ),
)
ALL = (HUNDRED, OPEN, COUNT, GRADES, RANK, PAIR, PILLARS)
