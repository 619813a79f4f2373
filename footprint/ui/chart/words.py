"""What stands beside the axes and what is said of a point, in the person's own way of writing."""

from __future__ import annotations

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime, QTimeZone
from PySide6.QtGui import QFont, QFontMetricsF

from footprint.domain.event import EventKind
from footprint.domain.score_text import shown
from footprint.i18n import _
from footprint.ui.chart.decimate import DAY
from footprint.ui.chart.letters import Type
from footprint.ui.chart.picture import Curve, Mark
from footprint.ui.chart.ticks import Unit, to_datetime
from footprint.ui.models.dates import exact
from footprint.ui.plain import plain


def type_of(font: QFont) -> Type:
    """How wide and high words are in a font."""
    metrics = QFontMetricsF(font)
    return Type(
        wide=metrics.horizontalAdvance,
        line=metrics.height(),
        number=number,
        moment=moment,
        elide=lambda text, wide: metrics.elidedText(plain(text), Qt.TextElideMode.ElideRight, wide),
    )


def number(value: float, decimals: int, power: int) -> str:
    """A number as the person's country writes it, in thousands, millions or billions."""
    text = str(QLocale().toString(value / 10**power, "f", decimals))
    if power == 0 or value == 0:
        return text if value else "0"
    shapes = {3: _("{n} k"), 6: _("{n} M"), 9: _("{n} bn")}
    return shapes[power].format(n=text)


def moment(seconds: float, unit: Unit) -> tuple[str, str]:
    """The words of a tick, and those of the larger unit below it (UTC, like whole days)."""
    locale, at = QLocale(), to_datetime(seconds)
    day = QDate(at.year, at.month, at.day)
    year = str(at.year)
    if unit is Unit.YEAR:
        return year, ""
    if unit is Unit.MONTH:
        return locale.standaloneMonthName(at.month, QLocale.FormatType.ShortFormat), year
    if unit >= Unit.DAY:
        return f"{at.day} {locale.monthName(at.month, QLocale.FormatType.ShortFormat)}", year
    clock = QDateTime(day, QTime(at.hour, at.minute), QTimeZone.utc())
    return locale.toString(clock.time(), QLocale.FormatType.ShortFormat), exact(at.date())


def day(seconds: float) -> str:
    """The day of a moment."""
    return exact(to_datetime(seconds).date())


def kind_word(kind: EventKind) -> str:
    """Whose doing an event is."""
    return {
        EventKind.OWN_ACT: _("Your act"),
        EventKind.THEIR_CHANGE: _("Their change"),
        EventKind.OUTCOME: _("Outcome"),
    }[kind]


def mark_told(mark: Mark) -> tuple[str, ...]:
    """What is said of an event: its title, when and whose doing it was, and what is known."""
    when = day(mark.moment)
    if mark.ends is not None:
        when = _("{begins} to {ends}").format(begins=when, ends=day(mark.ends))
    lines = (plain(mark.title), f"{kind_word(mark.kind)} · {when}", plain(mark.detail, limit=300))
    return tuple(line for line in lines if line)


def first_told(curve: Curve, point: int) -> str:
    """What had been told first of the day of a point; "" where it is told as it was."""
    ghost, moment = curve.ghost, curve.track.times[point]
    at = ghost.nearest(moment) if ghost is not None else None
    if ghost is None or at is None or abs(ghost.times[at] - moment) >= DAY / 2:
        return ""
    return _("first told as {value}").format(value=shown(ghost.values[at], curve.scale))
