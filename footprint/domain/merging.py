"""Which finding is which known thing, and what taking the findings in would change.

Pure rules: known things and findings in, matches and preview items out. The same rules make the
preview and the import, so that a person gets what they were shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from footprint.domain.account import Account
from footprint.domain.finding import AccountFinding, GrantFinding, ListingFinding
from footprint.domain.grant import GrantState
from footprint.domain.known import KnownGrant, KnownListing
from footprint.domain.names import folded
from footprint.domain.permission import Scopes
from footprint.domain.preview import Change, PreviewItem
from footprint.domain.section import Section
from footprint.i18n import _


@dataclass(frozen=True, slots=True)
class Merge:
    """What taking findings into one account means.

    `matches` has, for each finding in order, the id of the known thing it is, or None when it
    is new.
    """

    matches: tuple[int | None, ...]
    items: tuple[PreviewItem, ...]
    unchanged: int


def merge_grants(
    known: Sequence[KnownGrant],
    findings: Sequence[GrantFinding],
    covers: Mapping[str, Section],
    as_of: datetime,
) -> Merge:
    """Match the findings of one archive, dated `as_of`, to the known grants of its account."""
    matcher = _Matcher(known)
    matched = [matcher.take(finding) for finding in findings]
    items: list[PreviewItem] = []
    unchanged = 0
    for finding, grant in zip(findings, matched, strict=True):
        if grant is None:
            state = "" if finding.state is GrantState.LIVE else finding.state.word
            items.append(PreviewItem(Change.NEW, Section.GRANTS, finding.app.name, state))
        elif detail := _difference(grant, finding, as_of):
            items.append(PreviewItem(Change.CHANGED, Section.GRANTS, finding.app.name, detail))
        else:
            unchanged += 1
    seen = {grant.id for grant in matched if grant is not None}
    for grant in known:
        if grant.id not in seen and _vanished(grant, covers, as_of):
            items.append(PreviewItem(Change.GONE, Section.GRANTS, grant.name))
    return Merge(tuple(g.id if g else None for g in matched), tuple(items), unchanged)


def merge_listings(
    known: Sequence[KnownListing],
    findings: Sequence[ListingFinding],
    covers: Mapping[str, Section],
    as_of: datetime,
) -> Merge:
    """Match the other listed things by their keys."""
    by_key = {(k.section, k.key): k for k in known}
    matched = [by_key.get((f.section, f.key)) for f in findings]
    items = list(_listing_items(zip(findings, matched, strict=True), as_of))
    unchanged = len(findings) - len(items)
    seen = {k.id for k in matched if k is not None}
    items.extend(
        PreviewItem(Change.GONE, k.section, k.title)
        for k in known
        if k.id not in seen and not k.gone and k.roll in covers and k.last_seen < as_of
    )
    return Merge(tuple(k.id if k else None for k in matched), tuple(items), unchanged)


def match_account(known: Sequence[Account], finding: AccountFinding) -> Account | None:
    """The known account of that network this archive belongs to; None for a new one.

    The network's own id decides; a handle decides where one side has no id; an archive that
    names nobody goes to the only account there is.
    """
    if finding.native_id:
        for account in known:
            if account.native_id == finding.native_id:
                return account
    without_ids = [a for a in known if not (a.native_id and finding.native_id)]
    same = [a for a in without_ids if _same_person(a, finding)]
    if same:
        return same[0]
    nameless = not (finding.native_id or finding.handle or finding.name)
    possible = known if nameless else [a for a in known if a.label is None]
    return possible[0] if len(possible) == 1 else None


def _same_person(account: Account, finding: AccountFinding) -> bool:
    """By handle where both have one, else by name."""
    if account.handle and finding.handle:
        return folded(account.handle) == folded(finding.handle)
    return bool(account.name and finding.name) and folded(account.name or "") == folded(
        finding.name or ""
    )


def distinct_grants(findings: Sequence[GrantFinding]) -> tuple[GrantFinding, ...]:
    """The findings without repeats: an archive may list the very same grant twice."""
    first: dict[tuple[object, ...], GrantFinding] = {}
    for f in findings:
        identity = f.app.native_id or f.member_id
        key = (identity,) if identity else (folded(f.app.name), f.since, f.state)
        first.setdefault(key, f)
    return tuple(first.values())


def distinct_listings(findings: Sequence[ListingFinding]) -> tuple[ListingFinding, ...]:
    """The findings without repeats of a key."""
    first: dict[tuple[Section, str], ListingFinding] = {}
    for f in findings:
        first.setdefault((f.section, f.key), f)
    return tuple(first.values())


class _Matcher:
    """Gives each known grant to at most one finding: by ids first, then by name."""

    def __init__(self, known: Iterable[KnownGrant]) -> None:
        self._by_native: dict[str, KnownGrant] = {}
        self._by_member: dict[str, KnownGrant] = {}
        self._by_name: dict[str, list[KnownGrant]] = defaultdict(list)
        self._taken: set[int] = set()
        for grant in known:
            if grant.native_id:
                self._by_native[grant.native_id] = grant
            if grant.member_id:
                self._by_member[grant.member_id] = grant
            self._by_name[folded(grant.name)].append(grant)

    def take(self, finding: GrantFinding) -> KnownGrant | None:
        found = next((g for g in self._candidates(finding) if g.id not in self._taken), None)
        if found is not None:
            self._taken.add(found.id)
        return found

    def _candidates(self, finding: GrantFinding) -> Iterator[KnownGrant]:
        if finding.app.native_id and (grant := self._by_native.get(finding.app.native_id)):
            yield grant
        if finding.member_id and (grant := self._by_member.get(finding.member_id)):
            yield grant
        same_name = [
            g for g in self._by_name.get(folded(finding.app.name), ()) if _may_be(g, finding)
        ]
        # Two grants of one name are told apart by the day they were given.
        yield from sorted(same_name, key=lambda g: g.since != finding.since)


def _may_be(grant: KnownGrant, finding: GrantFinding) -> bool:
    """False when both sides have an id of the same kind and the ids differ."""
    for here, there in (
        (grant.native_id, finding.app.native_id),
        (grant.member_id, finding.member_id),
    ):
        if here and there and here != there:
            return False
    return True


def _vanished(grant: KnownGrant, covers: Mapping[str, Section], as_of: datetime) -> bool:
    ended = grant.state in (GrantState.GONE, GrantState.REMOVED)
    return not ended and grant.roll in covers and grant.last_seen < as_of


def _difference(grant: KnownGrant, finding: GrantFinding, as_of: datetime) -> str:
    """What the finding changes in what is known of the grant, in words; "" for nothing.

    An older archive can only fill in what was unknown.
    """
    parts = []
    newer = grant.is_newer(as_of)
    if newer and finding.state != grant.state:
        parts.append(
            _("{before} → {after}").format(before=grant.state.word, after=finding.state.word)
        )
    if finding.scopes is not None and (grant.scopes is None or newer):
        parts.extend(_scope_changes(grant.scopes, finding.scopes))
    if finding.since and (grant.since is None or (newer and finding.since != grant.since)):
        parts.append(_("connected since {day}").format(day=finding.since.date().isoformat()))
    if newer and finding.app.name != grant.name:
        parts.append(_("was called {name}").format(name=grant.name))
    return " · ".join(parts)


def _scope_changes(before: Scopes, after: tuple[str, ...]) -> Iterator[str]:
    if before is None:
        yield _("permissions now known")
        return
    for scope in sorted(set(after) - set(before)):
        yield "+ " + scope
    for scope in sorted(set(before) - set(after)):
        yield "− " + scope


def _listing_items(
    pairs: Iterable[tuple[ListingFinding, KnownListing | None]], as_of: datetime
) -> Iterator[PreviewItem]:
    for finding, known in pairs:
        if known is None:
            yield PreviewItem(Change.NEW, finding.section, finding.title)
        elif as_of >= known.last_seen and (known.gone or known.detail != finding.detail):
            yield PreviewItem(Change.CHANGED, finding.section, finding.title, finding.detail)
