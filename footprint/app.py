"""Puts the house together: reads the arguments, opens the data folder, starts window or command."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from footprint import __version__
from footprint.errors import FootprintError
from footprint.i18n import _

if TYPE_CHECKING:
    import argparse

# argparse and the command line are imported when there are arguments: most starts have none.
# ruff: noqa: PLC0415


def start(arguments: Sequence[str]) -> int:
    """Start what `arguments` ask for; returns the exit code (0 done, 1 refused, 2 wrong usage)."""
    if not arguments:
        return _window((), data_dir=None, demo=False)
    options = _parse(arguments)
    try:
        if options.verb is None:
            return _window(options.files, data_dir=options.data_dir, demo=options.demo)
        from footprint.cli.verbs import run

        with _folder(options.data_dir, demo=options.demo) as folder:
            return run(options, folder, demo=options.demo)
    except FootprintError as error:
        print(error, file=sys.stderr)
        return 1


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    import argparse

    from footprint.cli.words import VERBS

    parser = argparse.ArgumentParser(
        prog="footprint",
        description=_("See who may do what in your name, on your own machine."),
        epilog=_("Without a verb the window opens; FILEs begin an import in it. Verbs: {verbs}.")
        .format(verbs=", ".join(VERBS)),
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"Footprint {__version__}")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help=_("the data folder to use"))
    parser.add_argument(
        "--demo", action="store_true", help=_("open invented data in a throw-away folder")
    )
    if _first_word(arguments) in VERBS:
        from footprint.cli.verbs import add_verbs

        add_verbs(parser)
    else:
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
        parser.set_defaults(verb=None)
    options = parser.parse_args(arguments)
    if options.demo and options.data_dir:
        parser.error(_("--demo has a throw-away folder of its own and takes no --data-dir"))
    return options


def _first_word(arguments: Sequence[str]) -> str | None:
    """The first argument that is neither an option nor the value of one."""
    words = iter(arguments)
    for word in words:
        if word == "--data-dir":
            next(words, None)
        elif not word.startswith("-"):
            return word
    return None


@contextmanager
def _folder(data_dir: Path | None, *, demo: bool) -> Iterator[Path]:
    """The data folder; for the demo one that is thrown away afterwards."""
    if not demo:
        from footprint.paths import default_folder

        yield data_dir or default_folder()
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="footprint-demo-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _window(files: Sequence[Path], *, data_dir: Path | None, demo: bool) -> int:
    from footprint.ui.start import run

    with _folder(data_dir, demo=demo) as folder:
        return run(folder, files, demo=demo)
