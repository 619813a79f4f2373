"""What the person has chosen so far in a preview, and what the import would then do; no Qt."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time

from footprint.domain.account import Account
from footprint.domain.finding import DateSource, Harvest
from footprint.domain.merging import distinct_grants, distinct_listings, match_account
from footprint.domain.preview import Change, Decided, Download, Preview
from footprint.domain.section import Section


class Choices:
    """The decisions on the downloads of one preview, kept by their index in it."""

    def __init__(self, preview: Preview) -> None:
        self.preview = preview
        self._decided = {index: Decided() for index in range(len(preview.downloads))}
        self._found = [Counter((i.change, i.section) for i in d.items) for d in preview.downloads]
        self._listed = [listed(download.harvest) for download in preview.downloads]

    def decided(self, index: int) -> Decided:
        """What is decided for one download; an empty `Decided` is "as the preview proposes"."""
        return self._decided[index]

    def all(self) -> dict[int, Decided]:
        """Every decision, as `importing.apply` takes them."""
        return dict(self._decided)

    def merge_into(self, index: int, account_id: int | None) -> None:
        """Let the download belong to this account; None is the account the preview proposes."""
        self._change(index, replace(self._decided[index], account_id=account_id, new_account=False))

    def make_new_account(self, index: int) -> None:
        """Let the download be an account of its own."""
        self._change(index, replace(self._decided[index], account_id=None, new_account=True))

    def date(self, index: int, day: date | None) -> None:
        """Correct the day the archive was made on; None takes a correction back."""
        # Noon: the day stays the same nearly wherever on earth it is read.
        as_of = None if day is None else datetime.combine(day, time(12), UTC)
        self._change(index, replace(self._decided[index], as_of=as_of))

    def leave_out(self, index: int, out: bool) -> None:
        """Import the others without this one, or with it again."""
        self._change(index, replace(self._decided[index], leave_out=out))

    def count(self, index: int, change: Change, section: Section | None = None) -> int | None:
        """How many things would undergo `change`; None when only the import itself can tell."""
        download, decided = self.preview.downloads[index], self._decided[index]
        if decided.new_account and download.account is not None:
            return self._lists(index, section) if change is Change.NEW else 0
        moved = decided.as_of is not None and download.account is not None
        if decided.account_id is not None or moved or self.follows(index):
            return None
        found = self._found[index]
        return sum(n for key, n in found.items() if key in {(change, s) for s in _of(section)})

    def follows(self, index: int) -> bool:
        """Whether another download of this import comes to the same new account before it.

        The preview compares each download with what is stored, not with the ones before it.
        """
        download, decided = self.preview.downloads[index], self._decided[index]
        if download.account is not None or decided != replace(Decided(), as_of=decided.as_of):
            return False
        return any(
            self._is_taken(other)
            and self.preview.downloads[other].account is None
            and _same(self.preview.downloads[other], download)
            for other in range(index)
        )

    def taken(self) -> tuple[int, ...]:
        """The downloads that would be written: not left out, and not in already."""
        return tuple(index for index in self._decided if self._is_taken(index))

    def touched(self, section: Section | None = None) -> int:
        """How many things of `section` (of all when None) what is taken adds, changes or ends."""
        return sum(self._touched(index, section) for index in self.taken())

    def _touched(self, index: int, section: Section | None) -> int:
        counts = [self.count(index, change, section) for change in Change]
        if None in counts:  # another account or date: all that the download lists is compared
            return self._lists(index, section)
        return sum(count or 0 for count in counts)

    def _lists(self, index: int, section: Section | None) -> int:
        return sum(self._listed[index][s] for s in _of(section))

    def _is_taken(self, index: int) -> bool:
        known = self.preview.downloads[index].imported_before is not None
        return not (known or self._decided[index].leave_out)

    def _change(self, index: int, decided: Decided) -> None:
        self._decided[index] = decided


def listed(harvest: Harvest) -> Counter[Section]:
    """How many things of each section a download lists."""
    counts = Counter(item.section for item in distinct_listings(harvest.listings))
    counts[Section.GRANTS] += len(distinct_grants(harvest.grants))
    return counts


def _of(section: Section | None) -> tuple[Section, ...]:
    return tuple(Section) if section is None else (section,)


def _same(one: Download, other: Download) -> bool:
    """Whether two downloads are of one account, by the rule the import goes by."""
    told = one.harvest.account
    account = Account(0, told.network, told.handle, told.name, told.native_id)
    found = other.harvest.account
    return account.network == found.network and match_account([account], found) is not None


def may_correct_date(download: Download) -> bool:
    """Whether the date of the archive is only guessed, so that the person may know better."""
    return download.harvest.as_of_source is not DateSource.STATED
