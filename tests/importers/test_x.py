"""Archives of X: permissions, several files of one list, and what bad input gets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from footprint.domain.finding import DateSource, GrantFinding, Harvest
from footprint.importers.importer import WrongDownload
from tests.importers.conftest import write_zip
from tests.importers.harvests import claimants, harvest, made


def js(stem: str, *records: Any, name: str = "window.YTD.{}.part0") -> str:
    return f"{name.format(stem)} = {json.dumps(list(records))}"


def app(**fields: Any) -> dict[str, Any]:
    return {"connectedApplication": {"name": "App", "id": "1", **fields}}


def read(folder: Path, *records: Any, **members: Any) -> Harvest:
    files = {"data/connected-application.js": js("connected_application", *records), **members}
    return made("x", folder, files)


def only(found: Harvest) -> GrantFinding:
    [grant] = found.grants
    return grant


@pytest.mark.parametrize(
    ("permissions", "scopes"),
    [
        (["read", "write"], ("read", "write")),
        (["read", "read"], ("read",)),
        ("read", ("read",)),
        ("read, write", ("read", "write")),
        ([], ()),
        (None, None),
        (5, None),
        ([5, None], None),
        (["read", 5], ("read",)),
    ],
)
def test_permissions(permissions: Any, scopes: Any, tmp_path: Path) -> None:
    assert only(read(tmp_path, app(permissions=permissions))).scopes == scopes


def test_permissions_that_are_not_named_are_unknown(tmp_path: Path) -> None:
    assert only(read(tmp_path, app())).scopes is None


@pytest.mark.parametrize("organization", [None, {}, [], "x", {"name": 5}])
def test_organisation_may_be_anything(organization: Any, tmp_path: Path) -> None:
    assert only(read(tmp_path, app(organization=organization))).app.organisation is None


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "ftp://x", " ", 5])
def test_only_web_links_are_kept(url: Any, tmp_path: Path) -> None:
    assert only(read(tmp_path, app(organization={"name": "O", "url": url}))).app.url is None


def test_text_of_an_app_is_kept_as_it_is(tmp_path: Path) -> None:
    name = '<img src=x onerror="alert(1)"> \u202egnp.exe'
    assert only(read(tmp_path, app(name=name))).app.name == name


@pytest.mark.parametrize("record", [app(name=""), app(name=None), app(name=[]), 5, None, "x", []])
def test_record_without_a_name_is_listed_and_uncovers_the_list(record: Any, tmp_path: Path) -> None:
    found = read(tmp_path, app(), record)
    assert len(found.grants) == 1
    assert [(bad.where.file, bad.where.record) for bad in found.bad] == [
        ("data/connected-application.js", 2)
    ]
    assert "apps" not in found.covers


def test_empty_list_is_known_to_be_empty(tmp_path: Path) -> None:
    found = read(tmp_path)
    assert (found.grants, "apps" in found.covers, found.warnings) == ((), True, ())


def test_any_global_name_will_do(tmp_path: Path) -> None:
    files = {"connected-application.js": js("x", app(), name="foo.bar")}
    assert only(made("x", tmp_path, files)).app.name == "App"


def test_list_of_many_files_in_order(tmp_path: Path) -> None:
    parts = {
        f"data/connected-application-part{n}.js": js("c", app(name=f"{n}")) for n in (2, 10, 1)
    }
    found = read(tmp_path, app(name="0"), **parts)
    assert [grant.app.name for grant in found.grants] == ["0", "1", "2", "10"]


def test_missing_part_uncovers_the_list(tmp_path: Path) -> None:
    names = ("data/connected-application.js", "data/connected-application-part1.js")
    kinds = {"connectedApplication": {"files": [{"fileName": name} for name in names]}, "x": 5}
    manifest = f"window.__THAR_CONFIG = {json.dumps({'dataTypes': kinds})}"
    found = read(tmp_path, app(), **{"data/manifest.js": manifest})
    assert "apps" not in found.covers
    assert "connected-application-part1.js" in found.warnings[0]


def test_manifest_states_the_date_and_the_account(tmp_path: Path) -> None:
    manifest = {
        "userInfo": {"accountId": "7", "userName": "rosa", "displayName": "Rosa"},
        "archiveInfo": {"generationDate": "2021-04-05T10:11:12.000Z"},
    }
    text = f"window.__THAR_CONFIG = {json.dumps(manifest)}"
    found = read(tmp_path, app(), **{"data/manifest.js": text})
    assert (found.as_of.isoformat(), found.as_of_source) == (
        "2021-04-05T10:11:12+00:00",
        DateSource.STATED,
    )
    assert (found.account.native_id, found.account.handle) == ("7", "rosa")


def test_same_record_twice_is_one_grant(tmp_path: Path) -> None:
    assert len(read(tmp_path, app(), app()).grants) == 1


def test_archive_without_apps_says_so(tmp_path: Path) -> None:
    logins = js("ip_audit", {"ipAudit": {"loginIp": "192.0.2.1"}})
    found = made("x", tmp_path, {"data/ip-audit.js": logins})
    assert "apps" not in found.covers
    assert "connected apps" in found.warnings[0]


def test_unreadable_list_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    logins = js("ip_audit", {"ipAudit": {"loginIp": "192.0.2.1"}}, {"ipAudit": {}})
    files = {
        "data/connected-application.js": "window.YTD.c.part0 = [ {",
        "data/ip-audit.js": logins,
    }
    found = made("x", tmp_path, files)
    assert len(found.bad) == 2
    assert len(found.listings) == 1
    assert not found.covers


def test_nothing_readable_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongDownload) as refused:
        made("x", tmp_path, {"data/connected-application.js": "window.YTD.c.part0 = [ {"})
    assert refused.value.network == "x"
    assert refused.value.hint


@pytest.mark.parametrize(
    "files",
    [
        {"app.js": "const app = express()"},
        {"manifest.js": "module.exports = {}"},
        {"account.js": "var account = {}"},
        {"connected-application.js": "alert(1)"},
    ],
)
def test_programs_of_others_are_not_claimed(files: dict[str, str], tmp_path: Path) -> None:
    assert claimants(write_zip(tmp_path / "a.zip", files)) == []


def test_advertiser_by_list_and_by_ad_is_one(tmp_path: Path) -> None:
    person = {"interests": {"audienceAndAdvertisers": {"advertisers": ["@Shop"]}}}
    ad = {
        "advertiserInfo": {"advertiserName": "The Shop", "screenName": "@shop"},
        "matchedTargetingCriteria": [{"targetingType": "List", "targetingValue": "buyers"}],
        "impressionTime": "2021-04-15 19:51:50",
    }
    shown = {"ad": {"adsUserData": {"adImpressions": {"impressions": [ad, 5, None]}}}}
    files = {
        "data/personalization.js": js("personalization", {"p13nData": person}),
        "data/ad-impressions.js": js("ad_impressions", shown),
    }
    [listing] = made("x", tmp_path, files).listings
    assert (listing.title, listing.facts["lists"]) == ("@Shop", "buyers")


def test_look_alikes_are_no_uploaders(tmp_path: Path) -> None:
    person = {"interests": {"audienceAndAdvertisers": {"lookalikeAdvertisers": ["@other"]}}}
    files = {"data/personalization.js": js("personalization", {"p13nData": person})}
    [listing] = made("x", tmp_path, files).listings
    assert listing.section.value == "inferences"


def test_folder_is_read_like_a_zip(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "connected-application.js").write_text(js("c", app()), "utf-8")
    assert only(harvest("x", tmp_path)).app.name == "App"
