"""Our line icons in the colours of the theme, and the coloured initials of services."""

from __future__ import annotations

from functools import cache
from typing import Protocol, TypeAlias
from weakref import WeakKeyDictionary
from zlib import crc32

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from footprint.paths import resources
from footprint.ui.plain import plain
from footprint.ui.theme import Theme
from footprint.ui.tokens import INITIALS

Seed: TypeAlias = str | int | None


class Dressed(Protocol):
    """A button or an action: whatever can carry an icon."""

    def setIcon(self, icon: QIcon, /) -> None: ...


# Who carries which icon in which colour, to be dressed anew when the theme changes.
_worn: WeakKeyDictionary[QObject, tuple[str, str]] = WeakKeyDictionary()


def icon_size() -> int:
    """The side of an icon beside text, in logical pixels: it grows with the text."""
    return max(20, round(QFontMetrics(QApplication.font()).height() * 1.25))


def icon(name: str, colour: str = "text") -> QIcon:
    """`resources/icons/NAME.svg` in a colour of the theme (a field of `Tokens`).

    The icon keeps the colour it was made in; for what outlives a change of theme use `dress`.
    """
    made = QIcon()
    ink = getattr(Theme.tokens, colour)
    for side in (round(icon_size() * 0.8), icon_size()):
        made.addPixmap(picture(name, side, ink))
    return made


def dress(wearer: QObject, name: str, colour: str = "text") -> None:
    """Give a button or an action its icon, now and after each change of theme."""
    _worn[wearer] = (name, colour)
    wearer.setIcon(icon(name, colour))  # type: ignore[attr-defined]


def redress() -> None:
    """Draw every icon given by `dress` anew."""
    for wearer, (name, colour) in tuple(_worn.items()):
        if not isValid(wearer):  # its window is gone, Python has not noticed yet
            continue
        wearer.setIcon(icon(name, colour))  # type: ignore[attr-defined]


def picture(name: str, side: int, ink: str) -> QPixmap:
    """An icon as a picture of `side` logical pixels, sharp on the sharpest screen there is."""
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    drawn = QPixmap(round(side * ratio), round(side * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    source = _source(name).replace(b"#000", ink.encode())
    QSvgRenderer(QByteArray(source)).render(painter)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


@cache
def _source(name: str) -> bytes:
    return (resources() / "icons" / f"{name}.svg").read_bytes()


def app_icon() -> QIcon:
    """The icon of the program itself."""
    return QIcon(str(resources() / "icons" / "footprint.svg"))


def initial_icon(text: str, seed: Seed = None) -> QIcon:
    """The coloured initial of a service as an icon; the same `seed` has the same colour."""
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    side = icon_size()
    drawn = QPixmap(round(side * ratio), round(side * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setFont(QApplication.font())
    paint_initial(painter, QRectF(0, 0, side, side), text, seed)
    painter.end()
    return QIcon(drawn)


def paint_initial(painter: QPainter, square: QRectF, text: str, seed: Seed = None) -> None:
    """Draw the coloured initial of `text` into `square`; the colour follows `seed`, else `text`."""
    letter, ground = _initial(text, text if seed is None else str(seed))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(square, square.width() * 0.26, square.width() * 0.26)
    font = painter.font()
    font.setPixelSize(max(6, round(square.height() * 0.56)))
    font.setWeight(font.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(Qt.GlobalColor.white))
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()


@cache
def _initial(text: str, seed: str) -> tuple[str, QColor]:
    letters = [c for c in plain(text, limit=40) if c.isalnum()]
    # The built-in hash differs from start to start; a colour shall not.
    number = crc32(seed.casefold().encode(errors="replace"))
    return (letters[0].upper() if letters else "?"), QColor(INITIALS[number % len(INITIALS)])
