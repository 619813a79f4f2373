"""The checks a change has to pass: style, types, floors, tests; and the benchmarks beside them."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence

from devkit import environment, system
from devkit.places import ROOT, call, script

LINTERS: dict[str, list[str]] = {
    "ruff check": ["ruff", "check", "--no-fix", "--quiet"],
    "ruff format": ["ruff", "format", "--check"],
    "mypy": ["mypy"],
    "import-linter": ["lint-imports", "--no-logo"],
}


def lint() -> int:
    """Style, types and floors; returns the exit code."""
    environment.prepare("dev")
    return _verdict(_lint())


def test(arguments: Sequence[str]) -> int:
    """Everything, or only pytest when it gets `arguments` of its own; returns the exit code."""
    environment.prepare("dev")
    system.ensure_tests()
    failed = [] if arguments else _lint()
    if call([script("python"), "-m", "pytest", *arguments]) != 0:
        failed.append("pytest")
    return _verdict(failed)


def bench(arguments: Sequence[str]) -> int:
    """The benchmarks, or those with one of the words of `arguments` in their name.

    Each is a program that prints its figures and fails when a promised bound is broken. Returns 1
    when one of them did.
    """
    environment.prepare("dev")
    system.ensure_tests()
    failed = []
    for name in sorted(file.stem for file in (ROOT / "tests" / "benchmarks").glob("bench_*.py")):
        if not arguments or any(word in name for word in arguments):
            print(f"\n{name}", flush=True)
            if call([script("python"), "-m", f"tests.benchmarks.{name}"]) != 0:
                failed.append(name)
    return _verdict(failed)


def _lint() -> list[str]:
    """Run every linter, one line each; what a failing one says is printed. Returns those."""
    return [name for name, (tool, *rest) in LINTERS.items() if not _passes(name, tool, rest)]


def _passes(name: str, tool: str, arguments: list[str]) -> bool:
    start = time.monotonic()
    done = subprocess.run(
        [script(tool), *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    passed = done.returncode == 0
    seconds = time.monotonic() - start
    print(f"{name:<14} {'ok' if passed else 'FAILED'}  {seconds:.1f} s", flush=True)
    if not passed:
        print(done.stdout, flush=True)
    return passed


def _verdict(failed: list[str]) -> int:
    if failed:
        print(f"\nFailed: {', '.join(failed)}.")
        return 1
    print("\nAll passed.")
    return 0
