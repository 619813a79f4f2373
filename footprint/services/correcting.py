"""Correct: what the person found different on a page, kept apart, and given on as a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from footprint.domain.changes import Kind
from footprint.domain.override import Override, fits
from footprint.domain.service import host_of
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.services.guides import Guides
from footprint.store.database import Database
from footprint.store.overrides import Overrides

_FORMAT = "footprint-corrections"
_NEEDED = frozenset({"playbook", "step", "day"})
_KNOWN = _NEEDED | {"url", "text"}
_LONGEST = 10_000
_LONGEST_URL = 2_000
_LONGEST_NAME = 100
_BIGGEST_FILE = 5_000_000


class Correcting:
    """The person's own corrections of playbooks; what we ship is never changed."""

    def __init__(self, database: Database, guides: Guides, now: Callable[[], datetime]) -> None:
        self._database = database
        self._guides = guides
        self._now = now

    def put(self, playbook: str, step: str, *, url: str | None = None, text: str = "") -> Override:
        """Keep a link or words of the person's own for a step; both empty takes it away."""
        override = Override(
            playbook=playbook,
            step=step,
            day=self._now().astimezone().date(),
            url=(url or "").strip() or None,
            text=text.strip(),
        )
        _refuse_senseless(override)
        with self._database.write(Kind.OVERRIDES):
            if override.url is None and not override.text:
                Overrides(self._database).remove(playbook, step)
            else:
                Overrides(self._database).put(override)
        return override

    def remove(self, playbook: str, step: str) -> None:
        """Take a correction away: the step is as shipped again."""
        with self._database.write(Kind.OVERRIDES):
            Overrides(self._database).remove(playbook, step)

    def all(self) -> list[Override]:
        """Every correction, by playbook and step."""
        return Overrides(self._database).all()

    def export(self, path: Path) -> int:
        """Write every correction to a file that can be given on; returns how many."""
        found = self.all()
        rows = [
            {"playbook": o.playbook, "step": o.step, "day": o.day.isoformat()}
            | ({"url": o.url} if o.url else {})
            | ({"text": o.text} if o.text else {})
            for o in found
        ]
        text = json.dumps({"format": _FORMAT, "corrections": rows}, ensure_ascii=False, indent=1)
        try:
            path.write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            raise FootprintError(
                _("The file cannot be written: {why}").format(why=error.strerror or str(error)),
                _("Choose another folder, or make room on the disk."),
            ) from error
        return len(found)

    def inspect(self, path: Path) -> list[Override]:
        """The corrections of a file from elsewhere, to be looked at; nothing is taken yet.

        Raises FootprintError when it is no such file, or one of them makes no sense.
        """
        refusal = FootprintError(
            _("{file} holds no corrections of guides.").format(file=path.name),
            _("Choose a file that Footprint wrote, ending in .json."),
        )
        try:
            # Not a pipe either, which would be waited for without end.
            if not path.is_file() or path.stat().st_size > _BIGGEST_FILE:
                raise refusal
            raw = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            raise refusal from error
        rows = raw.get("corrections") if isinstance(raw, dict) else None
        if not isinstance(rows, list) or raw.get("format") != _FORMAT:
            raise refusal
        return [_override(row, refusal) for row in rows]

    def known(self, override: Override) -> bool:
        """Whether there is a guide with the step that a correction is about."""
        playbook = self._guides.shipped(override.playbook)
        return playbook is not None and fits(playbook, override)

    def take(self, overrides: Sequence[Override], origin: str) -> None:
        """Take corrections over that the person has looked at; `origin` names their file.

        Raises FootprintError when one of them is about a guide or a step that there is not: it
        could never be seen again. What was one's own before ("" as `origin`) may be about such.
        """
        strange = next((o for o in overrides if origin and not self.known(o)), None)
        if strange is not None:
            raise FootprintError(
                _("There is no step {step} in a guide called {playbook}.").format(
                    step=strange.step[:_LONGEST_NAME], playbook=strange.playbook[:_LONGEST_NAME]
                ),
                _("Leave that correction out, or get the newest Footprint."),
            )
        with self._database.write(Kind.OVERRIDES):
            for override in overrides:
                Overrides(self._database).put(override, origin)


def _override(row: object, refusal: FootprintError) -> Override:
    if not isinstance(row, dict) or not _NEEDED <= row.keys() <= _KNOWN:
        raise refusal
    if not all(isinstance(value, str) for value in row.values()):
        raise refusal
    if max(len(row["playbook"]), len(row["step"])) > _LONGEST_NAME:
        raise refusal
    if not (row.get("url") or row.get("text")):
        raise refusal
    try:
        day = date.fromisoformat(row["day"])
    except ValueError as error:
        raise refusal from error
    override = Override(
        playbook=row["playbook"],
        step=row["step"],
        day=day,
        url=row.get("url"),
        text=row.get("text", ""),
    )
    _refuse_senseless(override)
    return override


def _refuse_senseless(override: Override) -> None:
    """A link is https and leads to a host; words are not a book."""
    if override.url is not None and not _may_be_opened(override.url):
        raise FootprintError(
            _("{url} is not a link that begins with https://.").format(url=override.url[:200]),
            _("Copy the address from your browser and paste it here."),
        )
    if len(override.text) > _LONGEST:
        raise FootprintError(
            _("The text is too long."), _("Keep it below {n} characters.").format(n=_LONGEST)
        )


def _may_be_opened(url: str) -> bool:
    """Whether it is a plain link: one that a browser and the person read alike.

    What stands before an @ looks like a host and is none; a browser takes a backslash for a slash.
    """
    strange = any(c.isspace() or c == "\\" or not c.isprintable() for c in url)
    host = host_of(url)
    plain = url.startswith("https://") and len(url) <= _LONGEST_URL and not strange
    return plain and bool(host) and "@" not in url.removeprefix("https://").partition("/")[0]
