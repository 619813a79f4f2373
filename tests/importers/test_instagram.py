"""Archives of Instagram: labels in any language, the eras' names, and bad input."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from footprint.domain.finding import GrantFinding, Harvest
from footprint.domain.grant import GrantState
from footprint.importers.importer import WrongDownload
from tests.importers.conftest import write_zip
from tests.importers.harvests import claimants, made

FOLDER = "apps_and_websites_off_of_instagram/apps_and_websites"
LOGINS = "login_and_account_creation/login_activity.json"
INTERESTS = "information_about_you/ads_interests.json"


def row(title: str = "", **labels: Any) -> dict[str, Any]:
    """A number is a timestamp, a text is a value."""
    entries = {
        label: {"href": "", "value": "", "timestamp": content}
        if isinstance(content, int)
        else {"href": "", "value": content, "timestamp": 0}
        for label, content in labels.items()
    }
    return {"title": title, "media_map_data": {}, "string_map_data": entries}


def active(folder: Path, *rows: Any) -> Harvest:
    files = {f"{FOLDER}/active_apps.json": {"apps_and_websites_active_apps": list(rows)}}
    return made("instagram", folder, files)


def expired(folder: Path, *rows: Any, name: str = "expired_pps.json") -> Harvest:
    files = {f"{FOLDER}/{name}": {"apps_and_websites_expired_apps": list(rows)}}
    return made("instagram", folder, files)


def only(found: Harvest) -> GrantFinding:
    [grant] = found.grants
    return grant


@pytest.mark.parametrize(
    "labels",
    [
        ("Added on", "Last active on", "App user ID"),
        ("Hinzugefügt am", "Zuletzt aktiv am", "App-Nutzer-ID"),
        ("Ajouté le", "Dernière activité le", "ID utilisateur de l’application"),
        ("추가된 날짜", "마지막 활동", "앱 사용자 ID"),
    ],
)
def test_active_app_in_any_language(labels: tuple[str, ...], tmp_path: Path) -> None:
    values = dict(zip(labels, (1650000000, 1650100000, "100200300"), strict=True))
    grant = only(active(tmp_path, row("Filters", **values)))
    assert (grant.app.name, grant.member_id) == ("Filters", "100200300")
    assert grant.since is not None
    assert grant.last_used is not None
    assert (grant.since < grant.last_used, grant.state) == (True, GrantState.LIVE)


def test_unknown_date_does_not_move_the_next_one(tmp_path: Path) -> None:
    grant = only(active(tmp_path, row("A", **{"추가된 날짜": 0, "마지막 활동": 1650100000})))
    assert grant.since is None
    assert grant.last_used is not None


@pytest.mark.parametrize("name", ["expired_pps.json", "expired_apps.json"])
def test_expired_app(name: str, tmp_path: Path) -> None:
    labels = {"App Name": "Old", "Expired on": 1600000000, "User ID": "7"}
    grant = only(expired(tmp_path, row("", **labels), name=name))
    assert (grant.app.name, grant.state, grant.member_id) == ("Old", GrantState.EXPIRED, "7")
    assert (grant.ended is None, grant.since) == (False, None)


def test_off_meta_activity_is_no_grant(tmp_path: Path) -> None:
    activity = {"apps_and_websites_off_meta_activity": [{"name": "shop.example", "events": []}]}
    files = {
        f"{FOLDER}/your_activity_off_meta_technologies.json": activity,
        f"{FOLDER}/active_apps.json": {"apps_and_websites_active_apps": []},
    }
    found = made("instagram", tmp_path, files)
    assert (found.grants, found.bad) == ((), ())


@pytest.mark.parametrize("record", [5, None, "x", [], {}, {"title": "A"}, row(), {"title": 5}])
def test_unusable_record_is_told(record: Any, tmp_path: Path) -> None:
    found = active(tmp_path, row("A"), record)
    assert len(found.grants) == 1
    assert [bad.where.record for bad in found.bad] == [2]
    assert "active apps" not in found.covers


def test_no_data_means_no_apps(tmp_path: Path) -> None:
    files = {
        "apps_and_websites/no-data.txt": "nothing",
        INTERESTS: {"inferred_data_ig_interest": []},
    }
    found = made("instagram", tmp_path, files)
    assert {"active apps", "expired apps"} <= set(found.covers)
    assert not found.warnings


def test_download_without_apps_says_what_to_choose(tmp_path: Path) -> None:
    found = made("instagram", tmp_path, {INTERESTS: {"inferred_data_ig_interest": []}})
    assert "Apps and websites" in found.warnings[0]


@pytest.mark.parametrize(
    "page",
    [
        "connections/followers_and_following/followers_1.html",
        f"{FOLDER}/active_apps.html",
        "personal_information/personal_information/personal_information.html",
    ],
)
def test_web_pages_are_refused_with_the_format_to_choose(page: str, tmp_path: Path) -> None:
    with pytest.raises(WrongDownload) as refused:
        made("instagram", tmp_path, {page: "<html><body>x</body></html>"})
    assert refused.value.network == "instagram"
    assert "JSON" in refused.value.hint


@pytest.mark.parametrize("content", ["{", b"\xff", {"something": "else"}, "5"])
def test_pretender_is_refused_with_a_reason(content: Any, tmp_path: Path) -> None:
    with pytest.raises(WrongDownload) as refused:
        made("instagram", tmp_path, {f"{FOLDER}/active_apps.json": content})
    assert refused.value.hint


@pytest.mark.parametrize(
    "files",
    [
        {"profile.json": {"username": "x"}},
        {"devices.json": {"devices": []}},
        {"x/login_activity.json": {"logins": []}},
        {"settings.json": {}},
        {"personal_information.json": [1]},
    ],
)
def test_files_of_others_are_not_claimed(files: dict[str, Any], tmp_path: Path) -> None:
    assert claimants(write_zip(tmp_path / "a.zip", files)) == []


def test_facebook_is_left_to_its_importer(tmp_path: Path) -> None:
    files = {"other_logged_information/ads_interests.json": {"topics_v2": ["Tea"]}}
    assert claimants(write_zip(tmp_path / "a.zip", files)) == ["facebook"]


def test_logins_are_counted_by_address(tmp_path: Path) -> None:
    rows = [
        row("2022-04-15T05:20:00+00:00", **{"IP 주소": "192.0.2.1", "시간": 1650000000}),
        row("2022-04-16T05:20:00+00:00", **{"IP Address": "192.0.2.1", "Cookie Name": "***x"}),
        row("x", **{"IP Address": ""}),
    ]
    found = made("instagram", tmp_path, {LOGINS: {"account_history_login_history": rows}})
    [listing] = found.listings
    assert (listing.title, listing.facts["times"]) == ("192.0.2.1", "2")
    assert listing.since is not None
    assert listing.last_used is not None
    assert (listing.last_used - listing.since).days == 1
    assert [bad.where.record for bad in found.bad] == [3]


def test_device_has_the_same_key_in_every_language(tmp_path: Path) -> None:
    keys = []
    for name, labels in (("a.zip", ("Device ID", "Last Login")), ("b.zip", ("기기 ID", "로그인"))):
        values: dict[str, int | str] = {labels[0]: "android-12", labels[1]: 1650000000}
        values["User Agent"] = "Instagram 1.2 Android (29/10; 480dpi; 1x1; Fairphone; FP4; a)"
        entry = row("", **values)
        files = {"d/devices.json": {"devices_devices": [entry]}}
        [listing] = made("instagram", tmp_path, files, name).listings
        keys.append(listing.key)
        assert listing.last_used is not None
    assert keys[0] == keys[1]
    assert "android-12" not in keys[0]


@pytest.mark.parametrize(
    ("labels", "name", "handle"),
    [
        ({"Username": "rosa", "Name": "Rosa"}, "x.zip", "rosa"),
        ({"Gebruikersnaam": "rosa"}, "other_20220101.zip", "rosa"),
        ({"알 수 없음": "rosa"}, "named_20220101.zip", "named"),
        ({"E-mail": "a@b.example", "확인됨": "False", "알 수 없음": "rosa_1"}, "x.zip", "rosa_1"),
        ({"Name": "Rosa"}, "instagram-rosa-2024-01-02-AbC.zip", "rosa"),
    ],
)
def test_account(labels: dict[str, str], name: str, handle: str, tmp_path: Path) -> None:
    files = {"a/personal_information.json": {"profile_user": [row(**labels)]}}
    files |= {INTERESTS: {"inferred_data_ig_interest": []}}
    assert made("instagram", tmp_path, files, name).account.handle == handle


def test_damaged_label_and_value(tmp_path: Path) -> None:
    entry = row(**{"Centre d\u00e2\u0080\u0099int\u00c3\u00a9r\u00c3\u00aat": "D\u00c3\u00a9co"})
    [listing] = made(
        "instagram", tmp_path, {INTERESTS: {"inferred_data_ig_interest": [entry]}}
    ).listings
    assert listing.title == "Déco"


def test_labelled_lists(tmp_path: Path) -> None:
    labels: list[dict[str, int | str]] = [{"label": "Name", "value": "A"}]
    labels += [{"label": "Your ID in this app", "value": "7"}]
    labels += [{"label": "Added on", "timestamp_value": 1600000000}]
    files = {
        f"{FOLDER}/active_apps.json": [{"label_values": labels}, {"label_values": 5}],
        "p/your_topics.json": {"label_values": [{"label": "Name", "vec": [{"value": "Tea"}]}]},
    }
    found = made("instagram", tmp_path, files)
    grant = only(found)
    assert (grant.app.name, grant.member_id, grant.since is None) == ("A", "7", False)
    assert [listing.title for listing in found.listings] == ["Tea"]
    assert "topics" in found.covers
    assert "active apps" not in found.covers
    assert any("unconfirmed" in warning for warning in found.warnings)
