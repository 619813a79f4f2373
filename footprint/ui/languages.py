"""The languages Footprint speaks, and speaking one of them."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from footprint import i18n
from footprint.paths import resources

KEY = "language"  # of the setting; unset follows the system
ENGLISH = "en"


def offered() -> list[str]:
    """The codes of the languages there are texts for; English is what the code is written in."""
    found = (resources() / "locale").glob("*/LC_MESSAGES/footprint.mo")
    return [ENGLISH, *sorted(file.parent.parent.name for file in found)]


def own_name(language: str) -> str:
    """What a language calls itself: "Deutsch"."""
    name = QLocale(language).nativeLanguageName()
    return name[:1].upper() + name[1:] or language


def speak(app: QApplication, chosen: object) -> None:
    """Speak the language `chosen`, else the system's, else English."""
    explicit = isinstance(chosen, str) and chosen in offered()
    locale = QLocale(str(chosen)) if explicit else QLocale.system()
    if explicit and locale.language() != QLocale.system().language():
        QLocale.setDefault(locale)  # its dates and numbers too
    spoken = {QLocale(language).language() for language in offered()[1:]}
    if locale.language() not in spoken:
        return
    i18n.use(locale.name(), resources() / "locale")
    app.setLayoutDirection(locale.textDirection())
    # Qt's own words: in its file dialog, in the menu of a text field.
    words = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(locale, "qtbase", "_", folder):
        app.installTranslator(words)
