"""The texts people read, in their language: standard gettext catalogues, usable on every floor."""

from __future__ import annotations

import gettext as _gettext
from pathlib import Path

_translations: _gettext.NullTranslations = _gettext.NullTranslations()


def use(language: str | None, folder: Path) -> None:
    """Speak `language` ("de", "pt_BR") from the catalogues in `folder`; else English."""
    global _translations  # noqa: PLW0603 - the language is a property of the process
    languages = [language] if language else []
    _translations = _gettext.translation(
        "footprint", localedir=folder, languages=languages, fallback=True
    )


def _(message: str) -> str:
    """Translate `message`; values are put in afterwards with `str.format`."""
    return _translations.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Translate a text that counts; `{n}` is put in afterwards with `str.format`."""
    return _translations.ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """Translate a short word whose meaning needs a context (a menu, a column)."""
    return _translations.pgettext(context, message)
