"""Texts for people can be translated and keep their tone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.architecture.source import nodes

# Function → how many of its first arguments are texts.
MARKERS = {"_": 1, "ngettext": 2, "pgettext": 2}


def _marked() -> Iterator[tuple[str, object]]:
    """Every argument that has to be a text, with its place; None where it is put together.

    What is put together at run time (an f-string, a variable) stands in no catalogue.
    """
    for at, call in nodes(ast.Call, "footprint"):
        if isinstance(call.func, ast.Name):
            for argument in call.args[: MARKERS.get(call.func.id, 0)]:
                yield at, argument.value if isinstance(argument, ast.Constant) else None


def test_texts_are_literals() -> None:
    texts = list(_marked())
    assert texts
    assert [at for at, text in texts if not isinstance(text, str)] == []


def test_texts_do_not_shout() -> None:
    # "!r" inside braces is Python's, not the person's.
    shouts = re.compile(r"!(?![rsa][:}])")
    assert [(at, text) for at, text in _marked() if shouts.search(str(text))] == []
