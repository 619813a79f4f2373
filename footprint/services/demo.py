"""The demo: invented people with their archives and their scores, taken in like real ones."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, time
from pathlib import Path

from footprint.catalogue.score_story import ScoreStory, StoryScore
from footprint.domain.preview import Part
from footprint.paths import resources
from footprint.progress import Progress
from footprint.services.workspace import Workspace

# When the people of the story write down what happened.
_EVENING = time(21, tzinfo=UTC)


def archives() -> list[Path]:
    """The unpacked downloads that come with Footprint, oldest first."""
    return sorted((resources() / "demo").glob("*-invented"))


def fill(workspace: Workspace) -> None:
    """Import the invented archives into an empty workspace, then tell the story of the scores."""
    for folder in archives():
        preview = workspace.importing.inspect([folder], Progress())
        workspace.importing.apply(preview, Progress())
    fill_scores(workspace)


def fill_scores(workspace: Workspace) -> None:
    """Every score of the story with its readings and events, recorded when it happened."""
    story = ScoreStory()
    for score in story.scores:
        _add(workspace, story, score)
    for event in story.events:
        logged = datetime.combine(event.ends or event.day, _EVENING)
        workspace.marking.add(event, logged)


def _add(workspace: Workspace, story: ScoreStory, score: StoryScore) -> None:
    score_id = workspace.scoring.add(score.definition, score.about)
    workspace.scoring.look(score_id, score.rhythm)
    scale = workspace.scoring.score(score_id).scale
    readings = story.readings(score, scale, score_id)
    workspace.retelling.take(score_id, readings, part_of(story.path(score)))


def part_of(path: Path) -> Part:
    """The file of a ledger, as an import knows it."""
    told = path.read_bytes()
    return Part(path.name, len(told), hashlib.sha256(told).hexdigest())
