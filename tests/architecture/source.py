"""What the tests of the architecture look at: our files, and what Python sees in them."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
Node = TypeVar("Node", bound=ast.AST)
OURS = ("footprint", "packaging", "tests")


@cache
def files() -> tuple[Path, ...]:
    """Every file that is committed or about to be (relative to the checkout)."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return tuple(
        sorted(Path(name) for name in listed.split("\0") if name and (ROOT / name).is_file())
    )


def modules(*folders: str) -> list[Path]:
    """Our Python files below `folders`."""
    return [file for file in files() if file.suffix == ".py" and file.parts[0] in folders]


def nodes(kind: type[Node], *folders: str) -> Iterator[tuple[str, Node]]:
    """Every syntax node of one kind below `folders`, with "file:line"."""
    for file in modules(*folders):
        for node in ast.walk(tree(file)):
            if isinstance(node, kind):
                yield f"{file}:{getattr(node, 'lineno', 0)}", node


@cache
def text(file: Path) -> str:
    """The content of one of our text files."""
    return (ROOT / file).read_text(encoding="utf-8")


@cache
def tree(file: Path) -> ast.Module:
    """One of our Python files, parsed."""
    return ast.parse(text(file), filename=str(file))
