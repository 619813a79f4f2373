"""The verbs of `dev.py` and what each of them calls."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from typing import NamedTuple

from devkit import bundle, checks, environment, launchers, locks, system, translations
from devkit.places import Refused, say, script


class Verb(NamedTuple):
    """What a verb does; `takes` is shown behind it, and without it the verb takes no arguments."""

    does: Callable[[Sequence[str]], int]
    about: str
    takes: str = ""


def main(arguments: Sequence[str]) -> int:
    """Do what `arguments` say; returns 0 done, 1 refused or failed, 2 wrong usage."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if name in ("-h", "--help", "help"):
        print(_usage())
        return 0
    verb = VERBS.get(name)
    if verb is None or (rest and not verb.takes):
        say(_usage())
        return 2
    try:
        return verb.does(rest[1:] if rest[:1] == ["--"] else rest)
    except Refused as reason:
        say(str(reason))
        return 1
    except KeyboardInterrupt:
        return 130


def run(arguments: Sequence[str]) -> int:
    """Start Footprint from the checkout, in the folder where the developer stands."""
    environment.prepare()
    system.ensure_qt(must=False)
    command = [script("python"), "-m", "footprint", *arguments]
    return subprocess.run(command, check=False).returncode


def _usage() -> str:
    width = max(len(f"{name} {verb.takes}") for name, verb in VERBS.items())
    lines = [f"  {f'{n} {v.takes}':<{width}}  {v.about}" for n, v in VERBS.items()]
    return "usage: python3 packaging/dev.py VERB\n\n" + "\n".join(lines)


VERBS: dict[str, Verb] = {
    "run": Verb(run, "start Footprint from this checkout", "[ARGUMENTS OF FOOTPRINT]"),
    "test": Verb(checks.test, "all checks; with arguments only the tests", "[-k WORD …]"),
    "lint": Verb(lambda _: checks.lint(), "style, types and floors only"),
    "bench": Verb(checks.bench, "the benchmarks, with their figures", "[WORD …]"),
    "install": Verb(
        lambda _: launchers.install(), "put Footprint into your menu and on your desktop"
    ),
    "uninstall": Verb(lambda _: launchers.uninstall(), "take it away again; your data stays"),
    "build": Verb(lambda _: bundle.build(), "a wheel, and a folder that needs no Python"),
    "i18n": Verb(lambda _: translations.renew(), "collect the texts, renew the catalogues"),
    "lock": Verb(lambda _: locks.renew(), "resolve the dependencies anew"),
}
