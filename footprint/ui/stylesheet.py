"""The few rules that Fusion needs on top of its palette: type sizes, cards, buttons, fields."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QFont, QFontMetrics

from footprint.paths import resources
from footprint.ui.tokens import Tokens

# Three sizes of type: the page's title, the head of a section, and the body.
TITLE, SECTION = 1.45, 1.12

# Tables are left to Fusion. Scroll bars are not: a rule on any part of one takes away the rest.
# What has the keyboard gets a thicker border, and a pixel less of padding so that nothing moves.
_RULES = Template("""
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600 }
QLabel[role="section"] { font-size: ${section}pt; font-weight: 600 }
QLabel[role="strong"] { font-weight: 600 }
QLabel[role="muted"] { color: $muted }
QLabel#strip { background: $chip; color: $text; padding: 6px 16px }
QFrame#card { background: $panel; border: 1px solid $line; border-radius: 8px }

QPushButton, QToolButton, QMenu { icon-size: ${icon}px }
QPushButton {
    padding: ${high}px ${wide}px; border: 1px solid $rim; border-radius: 6px; background: $panel }
QPushButton:hover { background: $hover }
QPushButton:pressed, QPushButton:checked { background: $selection; border-color: $accent }
QPushButton:disabled { color: $muted; border-color: $line }
QPushButton[flat="true"] { border-color: transparent; background: transparent; color: $accent }
QPushButton[flat="true"]:hover { background: $hover }
QPushButton[primary="true"] { background: $primary; color: $on_primary; border-color: $primary }
QPushButton[primary="true"]:disabled { background: $hover; color: $muted; border-color: $line }
QPushButton:focus, QPushButton[flat="true"]:focus {
    padding: ${high1}px ${wide1}px; border: 2px solid $accent }
QPushButton[primary="true"]:focus { border-color: $text }

QLineEdit, QComboBox, QDateEdit {
    padding: ${high2}px ${high}px; border: 1px solid $edge; border-radius: 6px; background: $field }
QLineEdit:focus, QComboBox:focus, QDateEdit:focus {
    padding: ${high3}px ${high1}px; border: 2px solid $accent }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: ${drop}px }
QComboBox::down-arrow, QDateEdit::down-arrow {
    image: url($arrow); width: ${box}px; height: ${box}px }
QComboBox QAbstractItemView { border: 1px solid $rim; background: $field }
QPlainTextEdit, QTextBrowser { border: 1px solid $rim; border-radius: 6px; background: $field }
QPlainTextEdit:focus, QTextBrowser:focus { border: 2px solid $accent }

QCheckBox, QRadioButton { spacing: 8px }
QCheckBox::indicator, QRadioButton::indicator, QListView#ticks::indicator {
    width: ${box}px; height: ${box}px; border: 1px solid $edge; border-radius: 3px;
    background: $field }
QRadioButton::indicator { border-radius: ${round}px }
QCheckBox::indicator:checked, QListView#ticks::indicator:checked {
    background: $primary; border-color: $primary; image: url($check) }
QRadioButton::indicator:checked {
    width: ${dot}px; height: ${dot}px; border: ${ring}px solid $primary; background: $on_primary }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $accent }
QCheckBox:focus, QRadioButton:focus { color: $accent; text-decoration: underline }

QScrollBar { background: transparent; border: none }
QScrollBar:vertical { width: 12px }
QScrollBar:horizontal { height: 12px }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px }
QScrollBar::handle:vertical { min-height: 32px }
QScrollBar::handle:horizontal { min-width: 32px }
QScrollBar::handle:hover { background: $muted }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0 }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent }
""")


def stylesheet(tokens: Tokens, font: QFont) -> str:
    """The rules in these colours; sizes follow `font`, so that large text makes large titles."""
    colours = {name: getattr(tokens, name) for name in Tokens.__slots__}
    points = font.pointSizeF()
    types = {
        "title": f"{points * TITLE:.1f}",
        "section": f"{points * SECTION:.1f}",
    }
    return _RULES.substitute(colours | types | _lengths(font) | _pictures(tokens))


def _lengths(font: QFont) -> dict[str, int]:
    """Paddings and boxes in pixels."""
    line = QFontMetrics(font).height()
    high, wide, box = round(line * 0.42), round(line * 0.9), round(line * 0.88)
    ring = max(3, round(box * 0.3))
    return {
        "high": high,
        "high1": high - 1,
        "high2": high - 2,
        "high3": high - 3,
        "wide": wide,
        "wide1": wide - 1,
        "drop": round(line * 1.5),
        "box": box,
        "icon": max(16, line),
        # The border is outside of what width and height measure.
        "round": (box + 2) // 2,
        "ring": ring,
        "dot": box + 2 - 2 * ring,
    }


def _pictures(tokens: Tokens) -> dict[str, str]:
    """What a rule can only take from a file, in the shade that is seen on its ground."""
    icons = resources() / "icons"
    on_primary = "light" if tokens.on_primary == "#ffffff" else "dark"
    on_field = "light" if tokens.dark else "dark"
    return {
        "check": (icons / f"box-check-{on_primary}.svg").as_posix(),
        "arrow": (icons / f"arrow-{on_field}.svg").as_posix(),
    }
