"""Which page a guide shows at which stage, and what its filled button then says."""

from __future__ import annotations

from footprint.domain.run import RunState
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.ui.models.dates import today
from footprint.ui.wizards.end_page import EndPage
from footprint.ui.wizards.guide_frame import GuideFrame
from footprint.ui.wizards.intro_page import IntroPage
from footprint.ui.wizards.preflight_page import PreflightPage
from footprint.ui.wizards.step_page import StepPage
from footprint.ui.wizards.step_pages import page_of
from footprint.ui.wizards.walk import GuideWalk, Stage
from footprint.ui.wizards.words import clock_words, done_text, go_on_text

Page = IntroPage | StepPage | PreflightPage | EndPage


def page_for(walk: GuideWalk) -> Page:
    """The page for where a run stands."""
    stage, stop = walk.stage, walk.stop
    if stage is Stage.INTRO:
        return IntroPage(walk)
    if stop is None:
        return EndPage(walk)
    return PreflightPage(walk) if stage is Stage.PREFLIGHT else page_of(walk, stop)


def name_buttons(frame: GuideFrame, walk: GuideWalk) -> None:
    """Show the buttons that lead on from here, and say on them where to."""
    stage = walk.stage
    frame.skip.setVisible(stage in (Stage.STEP, Stage.PREFLIGHT))
    frame.apply.setVisible(stage is Stage.STEP)
    for button in (frame.aside, frame.stop):
        button.setVisible(not walk.over)
    frame.back.setVisible(stage is not Stage.INTRO and not walk.over)
    frame.compact.setVisible(stage is Stage.STEP)
    frame.done.setText(done_words(walk))


def done_words(walk: GuideWalk) -> str:
    """What the filled button says."""
    run, stop, stage = walk.run, walk.stop, walk.stage
    if stage is Stage.INTRO:
        return _("&Go on ▸") if run.marks else _("&Begin ▸")
    if stop is None:
        return _end_words(walk)
    if stage is Stage.PREFLIGHT:
        return go_on_text(run, stop, walk.service_name)
    until = run.waits_until(stop, today())
    return done_text(run, stop, early=until is not None and until > today())


def _end_words(walk: GuideWalk) -> str:
    if walk.run.state is RunState.ABANDONED:
        return _("&Take it up again")
    return _("C&lose") if walk.over else _("&Finish this guide ▸")


def warning_of(walk: GuideWalk) -> FootprintError | None:
    """What is not as it was when the guide was begun."""
    if walk.playbook_gone:
        return FootprintError(
            _("This guide is no longer part of Footprint."),
            _("It is shown as it was when you began it; you can go on with it."),
        )
    return FootprintError(*clock_words()) if walk.clock_is_back else None
