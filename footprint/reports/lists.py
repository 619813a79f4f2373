"""What the command line prints: flat objects whose keys are promised to scripts.

Every value is a string, a number, a list of strings, or null, and null always means unknown.
Times are ISO 8601 in UTC. Keys may be added, never renamed or removed; README.md names them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from footprint.domain.grant import Grant, GrantQuery
from footprint.domain.permission import Risk
from footprint.domain.preview import Change, Download, ImportRecord, ImportReport, Preview
from footprint.domain.service import Service
from footprint.domain.written_numbers import plain
from footprint.i18n import _
from footprint.reports import guides
from footprint.services.workspace import Workspace

Report = dict[str, Any]
_PAGE = 2_000

# The columns a person sees; `--json` has every key.
COLUMNS = {
    "accounts": ("network", "account", "live", "worst_risk", "last_looked"),
    "grants": ("network", "account", "app", "permissions", "risk", "since", "state"),
    "imports": ("id", "archive", "network", "account", "as_of", "new", "changed", "gone"),
    "services": ("id", "name", "kind", "state", "difficulty"),
    "playbooks": guides.COLUMNS["playbooks"],
    "runs": guides.COLUMNS["runs"],
    "preview": ("archive", "network", "account", "as_of", "new", "changed", "gone", "unreadable"),
}


def accounts(workspace: Workspace) -> Iterator[Report]:
    """The person's accounts; `live` is null where nothing that was read lists its apps."""
    for summary in workspace.seeing.accounts():
        account = summary.account
        yield {
            "id": account.id,
            "network": account.network,
            "account": account.label,
            "name": account.name,
            "native_id": account.native_id,
            "live": summary.live,
            "listed": summary.listed,
            "worst_risk": _risk(summary.worst),
            "last_looked": _time(summary.last_looked),
        }


def grants(workspace: Workspace) -> Iterator[Report]:
    """Every grant, ended ones included, by app name."""
    offset = 0
    while page := workspace.seeing.grants(GrantQuery(), _PAGE, offset):
        sources = workspace.seeing.sources(page)
        for grant in page:
            yield _grant(grant, sources[grant.id])
        offset += len(page)


def imports(workspace: Workspace) -> Iterator[Report]:
    """The history of imports, newest first."""
    for record in workspace.seeing.imports():
        yield _import(record)


def services(workspace: Workspace) -> Iterator[Report]:
    """The catalogue, by name."""
    for service in workspace.seeing.services():
        yield _service(service)


def preview(found: Preview, report: ImportReport | None) -> Iterator[Report]:
    """Each archive of an import with what it would do, or did when `report` is given.

    `status`: previewed, imported, already_imported or refused (then `title` and `hint` say why).
    """
    done = {record.archive: record for record in report.records} if report else {}
    for download in found.downloads:
        yield _download(download, done.get(download.archive))
    for refused in found.refused:
        yield {
            "archive": refused.name,
            "status": "refused",
            "title": refused.title,
            "hint": refused.hint,
        }


LISTS: dict[str, Callable[[Workspace], Iterator[Report]]] = {
    "accounts": accounts,
    "grants": grants,
    "imports": imports,
    "services": services,
    "playbooks": guides.playbooks,
    "runs": guides.runs,
}


def _grant(grant: Grant, sources: list[str]) -> Report:
    app, decision = grant.app, grant.decision
    return {
        "id": grant.id,
        "network": grant.network,
        "account": grant.account,
        "app": app.name,
        "app_id": app.native_id,
        "member_id": grant.member_id,
        "organisation": app.organisation,
        "url": app.url,
        "service": app.service,
        "scopes": None if grant.scopes is None else list(grant.scopes),
        "permissions": _words(grant),
        "risk": _risk(grant.risk),
        "since": _time(grant.since),
        "last_used": _time(grant.last_used),
        "ended": _time(grant.ended),
        "first_seen": _time(grant.first_seen),
        "last_seen": _time(grant.last_seen),
        "gone_since": _time(grant.gone_since),
        "state": grant.state.value,
        "decision": decision.choice.value if decision.choice else None,
        "note": decision.note or None,
        "look_again": decision.look_again.isoformat() if decision.look_again else None,
        "sources": sources,
    }


def _words(grant: Grant) -> list[str] | None:
    if grant.permissions is None:
        return None
    unknown = _("{scope} (not in our dictionary)")
    return [p.words if p.known else unknown.format(scope=p.scope) for p in grant.permissions]


def _import(record: ImportRecord) -> Report:
    return {
        "id": record.id,
        "importer": record.importer,
        "network": record.network,
        "account": record.account,
        "archive": record.archive,
        "sha256": record.sha256,
        "size": record.size,
        "era": record.era,
        "as_of": _time(record.as_of),
        "as_of_source": record.as_of_source,
        "imported_at": _time(record.imported_at),
        "undone_at": _time(record.undone_at),
        "new": record.new,
        "changed": record.changed,
        "gone": record.gone,
        "unreadable": record.unreadable,
        "warnings": list(record.warnings),
        "readings": record.readings,
    }


def _download(download: Download, record: ImportRecord | None) -> Report:
    """A download as it is proposed, or with the counts of the `record` it became."""
    harvest = download.harvest
    status = "imported" if record else "previewed"
    found = harvest.account
    known = download.account.label if download.account else None
    return {
        "archive": download.archive,
        "status": "already_imported" if download.imported_before else status,
        "importer": harvest.importer,
        "network": found.network,
        "account": known or found.handle or found.name or found.native_id,
        "era": harvest.era,
        "as_of": _time(harvest.as_of),
        "as_of_source": harvest.as_of_source.value,
        "new": record.new if record else download.count(Change.NEW),
        "changed": record.changed if record else download.count(Change.CHANGED),
        "gone": record.gone if record else download.count(Change.GONE),
        "unchanged": download.unchanged,
        "unreadable": len(harvest.bad),
        "unreadable_records": [
            f"{b.where.file}" + (f", {b.where.record}" if b.where.record else "") + f": {b.why}"
            for b in harvest.bad
        ],
        "warnings": list(harvest.warnings),
        "readings": [f"{r.score} {plain(r.number)}" for r in download.readings],
    }


def _service(service: Service) -> Report:
    status, links = service.status, service.links
    return {
        "id": service.id,
        "name": service.name,
        "kind": service.kind.value,
        "domains": list(service.domains),
        "state": status.state.value.value,
        "ended": status.ended.value if status.ended else None,
        "successor": status.successor.value if status.successor else None,
        "owner": status.owner.value if status.owner else None,
        "difficulty": service.difficulty.value.value if service.difficulty else None,
        "grace_period_days": service.grace_period_days.value if service.grace_period_days else None,
        "connected_apps": links.connected_apps.value if links.connected_apps else None,
        "data_export": links.data_export.value if links.data_export else None,
        "delete": links.delete.value if links.delete else None,
        "opt_out": links.opt_out.value if links.opt_out else None,
        "checked": status.state.checked.isoformat(),
    }


def _risk(risk: Risk | None) -> str | None:
    return None if risk is None else risk.key


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
