"""The texts for translators: collected from the code, merged into each language, compiled."""

from __future__ import annotations

from devkit import environment
from devkit.places import NAME, ROOT, must, script

LOCALE = ROOT / "resources" / "locale"
DOMAIN = "footprint"
TEMPLATE = LOCALE / f"{DOMAIN}.pot"


def renew() -> int:
    """Collect all texts into the template, update every language and compile it.

    A language begins as an empty `resources/locale/LANGUAGE/LC_MESSAGES/footprint.po`.
    """
    environment.prepare("dev")
    LOCALE.mkdir(parents=True, exist_ok=True)
    babel = script("pybabel")
    must(
        [
            babel,
            *("-q", "extract", "footprint", "--project", NAME),
            *("--output-file", str(TEMPLATE)),
            *("--keywords", "_", "--keywords", "ngettext:1,2", "--keywords", "pgettext:1c,2"),
            *("--no-location", "--sort-output", "--omit-header"),
        ],
        "The texts could not be collected.",
    )
    if any(LOCALE.glob("*/LC_MESSAGES/*.po")):
        folder = ["--domain", DOMAIN, "-d", str(LOCALE)]
        update = [babel, "-q", "update", "-i", str(TEMPLATE), *folder]
        must(update, "A language could not be updated.")
        must([babel, "-q", "compile", *folder], "A language is not sound.")
    return 0
