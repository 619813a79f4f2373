"""The lock files: every dependency with its version and the hashes of all its wheels.

One resolution serves Linux, Windows and macOS and every supported Python (markers say which lines
count where). No index is named in them: pip asks the one it is configured for.
"""

from __future__ import annotations

import re

from devkit import environment
from devkit.environment import LOCKS
from devkit.places import Refused, must, say, script

OLDEST_PYTHON = "3.11"

# Lock → the dependency group it holds; `run` holds what the program itself needs besides.
GROUPS = {"run": "build", "dev": "dev", "bundle": "bundle", "lock": "lock"}


def renew() -> int:
    """Resolve anew and write all lock files; returns the exit code.

    `run` comes first and binds the others, so that every environment runs the same program.
    """
    environment.prepare("lock")
    for name, group in GROUPS.items():
        say(f"Resolving {name} …")
        program = (
            ["pyproject.toml"] if name == "run" else ["--constraint", "packaging/lock/run.txt"]
        )
        must(
            [
                script("uv"),
                *("pip", "compile", *program, "--group", group),
                *("--universal", "--python-version", OLDEST_PYTHON, "--upgrade", "--quiet"),
                *("--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"),
                *("--custom-compile-command", "python3 packaging/dev.py lock"),
                *("--output-file", f"packaging/lock/{name}.txt"),
            ],
            f"{name} could not be resolved.",
        )
        _names_no_host(name)
    return 0


def _names_no_host(name: str) -> None:
    """Raises `Refused` when the tool wrote an address into the lock file."""
    if re.search(r"://|--(extra-)?index-url|--find-links", (LOCKS / f"{name}.txt").read_text()):
        raise Refused(f"packaging/lock/{name}.txt names a host; it must not.")
