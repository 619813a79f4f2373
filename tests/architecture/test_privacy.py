"""Nothing committed names a package registry's host or a folder of the machine it was made on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.source import files, text

REGISTRY = re.compile(
    r"pypi[.]org|pythonhosted[.]org|npmjs[.](org|com)|deb[.]debian[.]org"
    r"|--(extra-)?index-url\s+\S|--find-links\s+\S|\b(UV|PIP)_(EXTRA_)?(DEFAULT_)?INDEX"
)
MACHINE = re.compile(
    r"(?<!\w)/home/(?!you\b|sam\b)[a-z]\w*/|(?<!\w)/Users/[A-Za-z]|[A-Z]:\\Users\\|(^|[\"'\s=])/(root|work)/",
    re.MULTILINE,
)
BINARY = {".png", ".ico", ".icns", ".zip", ".mo", ".db", ".gz"}


def _lines(pattern: re.Pattern[str], file: Path) -> list[str]:
    return [line.strip()[:80] for line in text(file).splitlines() if pattern.search(line)]


@pytest.mark.parametrize("pattern", [REGISTRY, MACHINE], ids=["registry", "machine"])
def test_nothing_committed_names_it(pattern: re.Pattern[str]) -> None:
    texts = [file for file in files() if file.suffix not in BINARY]
    found = {str(file): _lines(pattern, file) for file in texts}
    assert {file: lines for file, lines in found.items() if lines} == {}


@pytest.mark.parametrize("line", ["files.pythonhosted" + ".org", "--index-url" + " x"])
def test_registry_is_recognised(line: str) -> None:
    assert REGISTRY.search(line)


@pytest.mark.parametrize("line", ["/home/" + "jo/x", "open('/ro" + "ot/x')", "/Us" + "ers/Jo"])
def test_machine_is_recognised(line: str) -> None:
    assert MACHINE.search(line)
