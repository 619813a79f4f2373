"""No file, function or window grows past the size at which it has to be split."""

from __future__ import annotations

import ast

from tests.architecture.source import OURS, modules, nodes, text

FILE_LINES = 300
FUNCTION_LINES = 40
MAIN_WINDOW_LINES = 200


def _lines(node: ast.FunctionDef | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_files_are_short() -> None:
    long = {str(file): text(file).count("\n") for file in modules(*OURS)}
    assert {file: lines for file, lines in long.items() if lines > FILE_LINES} == {}


def test_functions_are_short() -> None:
    long = {f"{at} {f.name}": _lines(f) for at, f in nodes(ast.FunctionDef, *OURS)}
    assert {name: lines for name, lines in long.items() if lines > FUNCTION_LINES} == {}


def test_main_window_only_places_things() -> None:
    classes = nodes(ast.ClassDef, "footprint")
    windows = [node for _, node in classes if node.name == "MainWindow"]
    assert [_lines(node) <= MAIN_WINDOW_LINES for node in windows] == [True]
