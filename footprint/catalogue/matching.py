"""Which service an App is: told by its exact name or by an address of its own, never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from footprint.domain.names import folded
from footprint.domain.service import ServiceKind, ServiceName

# A credit report is never let into an account; its short names (C.L.U.E.) belong to others there.
_NEVER_AN_APP = frozenset({ServiceKind.CONSUMER_SCORE})


class AppMatcher:
    """An index over the tops of all entries; building it takes some ten milliseconds."""

    def __init__(self, entries: Iterable[ServiceName]) -> None:
        self._by_name: dict[str, set[str]] = {}
        self._by_domain: dict[str, ServiceName] = {}
        for entry in entries:
            if entry.kind not in _NEVER_AN_APP:
                for name in (entry.name, *entry.aliases):
                    self._by_name.setdefault(folded(name), set()).add(entry.id)
            if entry.shares_domains_with is None:
                self._by_domain.update(dict.fromkeys(entry.domains, entry))

    def find(self, name: str, urls: Iterable[str] = ()) -> str | None:
        """The id of the service; None when nothing tells, or when two signs tell differently."""
        found = set(self._by_name.get(folded(name), ()))
        for url in urls:
            found.update(self._by_url(url))
        return found.pop() if len(found) == 1 else None

    def _by_url(self, url: str) -> Iterator[str]:
        try:
            parts = urlsplit(url if "//" in url else f"//{url}")
            host = (parts.hostname or "").rstrip(".")
        except ValueError:  # an archive may hold anything
            return
        domain = self._longest_domain(host)
        if domain is None:
            return
        entry = self._by_domain[domain]
        is_front_page = host in (domain, f"www.{domain}") and parts.path in ("", "/")
        if is_front_page or not _carries_pages_of_others(entry):
            yield entry.id

    def _longest_domain(self, host: str) -> str | None:
        labels = host.split(".")
        domains = (".".join(labels[start:]) for start in range(len(labels)))
        return next((domain for domain in domains if domain in self._by_domain), None)


def _carries_pages_of_others(entry: ServiceName) -> bool:
    """Whether an address there may be anybody's: x.com/klout is Klout's page, not X."""
    return entry.hosts_others or entry.kind is ServiceKind.NETWORK
