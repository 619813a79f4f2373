"""How Footprint looks: Fusion with a palette of its own, light or dark, as the person wants it."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from footprint.domain.permission import Risk
from footprint.ui.stylesheet import stylesheet
from footprint.ui.tokens import LIGHT, Tokens, tokens_for

_Scheme = Qt.ColorScheme
_Role = QPalette.ColorRole


class Choice(StrEnum):
    """What the person wants, as it is kept in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Applies the person's choice and follows the system where they chose it.

    The colours belong to the whole application, like its palette: they are asked of the class.
    """

    changed = Signal()
    tokens: ClassVar[Tokens] = LIGHT
    _colours: ClassVar[dict[str, QColor]] = {}

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.choice = Choice.SYSTEM
        self.strong_wanted = False
        # What the desktop's portal says, once it was asked; None is "no preference".
        self._portal_dark: bool | None = None
        self._portal_strong = False
        app.setStyle("Fusion")
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        if hasattr(hints, "accessibility"):  # Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    # --- asked while drawing -------------------------------------------------------------------

    @classmethod
    def risk_colour(cls, risk: Risk | None) -> QColor:
        """The colour of a risk's shape."""
        return cls.colour(cls.tokens.risk(risk))

    @classmethod
    def chip_colour(cls) -> QColor:
        """The ground of a chip."""
        return cls.colour(cls.tokens.chip)

    @classmethod
    def colour(cls, name: str) -> QColor:
        """A colour of the table, made once."""
        if name not in cls._colours:
            cls._colours[name] = QColor(name)
        return cls._colours[name]

    # --- choosing ------------------------------------------------------------------------------

    def apply(self, choice: str, *, strong: bool = False) -> None:
        """Look as the person chose; a value that is none of `Choice` follows the system."""
        self.choice = Choice(choice) if choice in set(Choice) else Choice.SYSTEM
        self.strong_wanted = strong
        hints = self._app.styleHints()
        # For what the system draws (title bars, file dialogs); not every platform listens.
        if self.choice is Choice.SYSTEM:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(_Scheme.Dark if self.choice is Choice.DARK else _Scheme.Light)
        self._paint()

    @Slot(object, bool)
    def hear_portal(self, dark: bool | None, strong: bool) -> None:
        """What the desktop's portal says of its scheme and contrast."""
        self._portal_dark, self._portal_strong = dark, strong
        self._follow()

    @Slot()
    def _follow(self) -> None:
        wanted = tokens_for(dark=self._dark(), strong=self._strong())
        if wanted is not Theme.tokens:
            self._paint()

    def _dark(self) -> bool:
        if self.choice is not Choice.SYSTEM:
            return self.choice is Choice.DARK
        scheme = self._app.styleHints().colorScheme()
        if scheme is _Scheme.Unknown:
            return bool(self._portal_dark)
        return scheme is _Scheme.Dark

    def _strong(self) -> bool:
        hints = self._app.styleHints()
        asked = self.strong_wanted or self._portal_strong
        if hasattr(hints, "accessibility"):
            high = Qt.ContrastPreference.HighContrast
            asked = asked or hints.accessibility().contrastPreference() is high
        return asked

    def _paint(self) -> None:
        Theme.tokens = tokens_for(dark=self._dark(), strong=self._strong())
        Theme._colours.clear()
        self._app.setPalette(palette(Theme.tokens))
        if self._app.styleSheet():
            self.style()
        self.changed.emit()

    def style(self) -> None:
        """Set the rules, in the present colours and for the application's font.

        At the start once the window is built: with rules in force, each widget that is put into
        another is styled anew, and the window takes three times as long to build.
        """
        self._app.setStyleSheet(stylesheet(Theme.tokens, self._app.font()))


def palette(tokens: Tokens) -> QPalette:
    """The palette in which Fusion and our own drawing find the colours."""
    colours = {
        _Role.Window: tokens.window,
        _Role.WindowText: tokens.text,
        _Role.Base: tokens.field,
        _Role.AlternateBase: tokens.panel,
        _Role.Text: tokens.text,
        _Role.PlaceholderText: tokens.muted,
        _Role.Button: tokens.panel,
        _Role.ButtonText: tokens.text,
        _Role.BrightText: tokens.on_primary,
        _Role.Highlight: tokens.selection,
        _Role.HighlightedText: tokens.text,
        _Role.Accent: tokens.accent,
        _Role.Link: tokens.accent,
        _Role.LinkVisited: tokens.accent,
        _Role.ToolTipBase: tokens.panel,
        _Role.ToolTipText: tokens.text,
        _Role.Light: tokens.panel,
        _Role.Midlight: tokens.line,
        _Role.Mid: tokens.line,
        _Role.Dark: tokens.edge,
        _Role.Shadow: "#000000",
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return made
