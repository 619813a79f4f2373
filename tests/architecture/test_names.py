"""Files and classes are named for what they hold; a word that fits everything names nothing."""

from __future__ import annotations

import ast
import re

from tests.architecture.source import OURS, modules, nodes

EMPTY_WORDS = {"utils", "helpers", "common", "misc", "base", "manager", "handler", "data", "info"}


def _words(name: str) -> set[str]:
    """The words of a snake_case or CamelCase name, in lower case."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def test_words_are_told_apart() -> None:
    assert _words("base_model") == {"base", "model"}
    assert _words("HTTPHandler") == {"http", "handler"}
    assert _words("Database") == {"database"}


def test_file_names_say_something() -> None:
    assert [file for file in modules(*OURS) if _words(file.stem) & EMPTY_WORDS] == []


def test_class_names_say_something() -> None:
    classes = [(at, node.name) for at, node in nodes(ast.ClassDef, *OURS)]
    assert [found for found in classes if _words(found[1]) & EMPTY_WORDS] == []
