"""What follows from an app and its scopes: words, risk, the service it is, how it is searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footprint.domain.changes import Kind
from footprint.domain.names import folded
from footprint.domain.permission import Permission, Scopes, worst
from footprint.store.database import Database
from footprint.store.grants import Derived, Grants
from footprint.store.permissions import Permissions
from footprint.store.settings import Settings

if TYPE_CHECKING:
    from footprint.catalogue.catalogue import Catalogue
    from footprint.catalogue.dictionary import Dictionary

_FINGERPRINT = "dictionary.fingerprint"


class Rating:
    """Rates grants by the dictionary and knows their apps by the catalogue."""

    def __init__(self, database: Database, catalogue: Catalogue, dictionary: Dictionary) -> None:
        self._database = database
        self._catalogue = catalogue
        self._dictionary = dictionary
        self._words: dict[tuple[str, Scopes], str] = {}

    def service_of(self, name: str, url: str | None) -> str | None:
        """The catalogue's service an app is, by its name or the domain of its page."""
        service = self._catalogue.match_app(name, (url,) if url else ())
        return service.id if service else None

    def permissions(self, network: str, scopes: tuple[str, ...]) -> list[Permission]:
        """What the dictionary says of each scope."""
        return [self._dictionary.permission(network, scope) for scope in scopes]

    def derived(
        self, *, network: str, name: str, organisation: str | None, service: str | None,
        scopes: Scopes,
    ) -> Derived:  # fmt: skip
        """The derived columns of a grant."""
        told = self.permissions(network, scopes or ())
        known = self._catalogue.service(service) if service else None
        return Derived(
            risk=worst(p.risk for p in told),
            sort_name=folded(name),
            app_group=folded(known.name if known else name),
            search=folded(f"{name} {organisation or ''} {' '.join(p.words for p in told)}"),
        )

    def derive(self, account_id: int | None) -> None:
        """Set the derived columns of an account's grants, or of all, where they differ."""
        grants = Grants(self._database)
        changed = []
        for g in grants.to_derive(account_id):
            derived = self.derived(
                network=g.network, name=g.name, organisation=g.organisation,
                service=g.service, scopes=g.scopes,
            )  # fmt: skip
            if derived != g.now:
                changed.append((g.id, derived))
        grants.derive(changed)

    def keep_permissions(self) -> None:
        """Keep what the dictionary says of every scope that a grant names."""
        Permissions(self._database).put(
            self._dictionary.permission(network, scope)
            for network, scope in Grants(self._database).seen_scopes()
        )

    def refresh(self) -> bool:
        """Rate everything anew when the shipped dictionary is another one; says whether it was."""
        settings = Settings(self._database)
        now = self._dictionary.fingerprint()
        if settings.get(_FINGERPRINT) == now:
            return False
        with self._database.write(Kind.GRANTS):
            self.keep_permissions()
            self.derive(None)
            settings.set(_FINGERPRINT, now)
        return True
