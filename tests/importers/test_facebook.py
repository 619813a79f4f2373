"""Archives of Facebook: states, damaged texts, layouts of labels, web pages, and bad input."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from footprint.domain.finding import GrantFinding, Harvest
from footprint.domain.grant import GrantState
from footprint.domain.section import Section
from footprint.importers.importer import WrongDownload
from tests.importers.conftest import write_zip
from tests.importers.harvests import claimants, made

APPS = "apps_and_websites_off_of_facebook/apps_and_websites.json"
CONNECTED = "apps_and_websites_off_of_facebook/connected_apps_and_websites.json"
BLOCKED = "apps_and_websites_off_of_facebook/permissions_you_have_granted_to_apps.json"
ADVERTISERS = "ads_information/advertisers_using_your_activity_or_information.json"


def app(**fields: Any) -> dict[str, Any]:
    return {"name": "App", "added_timestamp": 1300000000, "category": "active", **fields}


def read(folder: Path, *records: Any, **members: Any) -> Harvest:
    return made("facebook", folder, {APPS: {"installed_apps_v2": list(records)}, **members})


def only(found: Harvest) -> GrantFinding:
    [grant] = found.grants
    return grant


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, GrantState.LIVE),
        ({"category": "inactive"}, GrantState.EXPIRED),
        ({"category": "removed"}, GrantState.REMOVED),
        ({"category": None, "removed_timestamp": 1400000000}, GrantState.REMOVED),
        ({"category": None, "removed_timestamp": 0}, GrantState.LIVE),
        ({"category": "active", "removed_timestamp": 1400000000}, GrantState.LIVE),
    ],
)
def test_states(fields: dict[str, Any], state: GrantState, tmp_path: Path) -> None:
    assert only(read(tmp_path, app(**fields))).state is state


def test_only_removed_apps_have_an_end(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        app(category="removed", removed_timestamp=1400000000),
        app(name="B", removed_timestamp=1400000000),
    )
    assert [grant.ended is None for grant in found.grants] == [False, True]


def test_zero_is_no_moment_and_no_id(tmp_path: Path) -> None:
    grant = only(read(tmp_path, app(added_timestamp=0, user_app_scoped_id=0)))
    assert (grant.since, grant.member_id, grant.scopes) == (None, None, None)


def test_id_of_the_person_is_no_id_of_the_app(tmp_path: Path) -> None:
    grant = only(read(tmp_path, app(user_app_scoped_id=1002003004005)))
    assert (grant.member_id, grant.app.native_id) == ("1002003004005", None)


@pytest.mark.parametrize(
    ("category", "why"), [("sleeping", "category"), (5, "category"), ([], "category")]
)
def test_unknown_category_is_no_guess(category: Any, why: str, tmp_path: Path) -> None:
    found = read(tmp_path, app(), app(name="B", category=category))
    assert len(found.grants) == 1
    assert why in found.bad[0].why
    assert "apps" not in found.covers


@pytest.mark.parametrize("content", [None, 5, "text"])
def test_list_of_another_type_is_unknown_not_empty(content: Any, tmp_path: Path) -> None:
    members = {APPS: {"installed_apps_v2": content}, "s/mobile_devices.json": {"devices_v2": []}}
    found = made("facebook", tmp_path, members)
    assert "apps" not in found.covers
    assert "mobile devices" in found.covers


def test_empty_list_and_no_data_are_known_to_be_empty(tmp_path: Path) -> None:
    assert "apps" in read(tmp_path).covers
    folder = "apps_and_websites_off_of_facebook"
    nothing = {f"{folder}/no-data.txt": "nothing", "s/mobile_devices.json": {"devices_v2": []}}
    assert "apps" in made("facebook", tmp_path, nothing, "b.zip").covers


def test_one_record_may_stand_bare(tmp_path: Path) -> None:
    assert only(made("facebook", tmp_path, {APPS: {"installed_apps_v2": app()}})).app.name == "App"


def test_download_without_apps_says_what_to_choose(tmp_path: Path) -> None:
    found = made("facebook", tmp_path, {"o/ads_interests.json": {"topics_v2": ["Tea"]}})
    assert "apps" not in found.covers
    assert "Apps and websites" in found.warnings[0]


@pytest.mark.parametrize("content", [{"something": "else"}, "no json", b"\xff\xfe", "", "5"])
def test_pretender_is_refused_with_a_reason(content: Any, tmp_path: Path) -> None:
    with pytest.raises(WrongDownload) as refused:
        made("facebook", tmp_path, {APPS: content})
    assert refused.value.hint


def test_advertisers_only_count_when_they_uploaded_a_list(tmp_path: Path) -> None:
    rows = [
        {"advertiser_name": "A", "has_data_file_custom_audience": True},
        {"advertiser_name": "B", "has_data_file_custom_audience": False},
        {"advertiser_name": "C", "has_remarketing_custom_audience": True},
    ]
    found = made("facebook", tmp_path, {ADVERTISERS: {"custom_audiences_all_types_v2": rows}})
    assert [listing.title for listing in found.listings] == ["A"]
    assert found.covers["advertisers"] is Section.ADVERTISERS


@pytest.mark.parametrize(
    ("label", "titles", "covered"),
    [
        ("A list uploaded or used by the advertiser", ["Shop"], True),
        ("Een lijst die is geüpload of gebruikt door de adverteerder", ["Shop"], True),
        ("Interactions you may have had with the advertiser's website", [], True),
        ("Důvod, který neznáme", [], False),
    ],
)
def test_labelled_advertisers(label: str, titles: list[str], covered: bool, tmp_path: Path) -> None:
    document = {"label_values": [{"label": label, "vec": [{"value": "Shop"}]}]}
    found = made("facebook", tmp_path, {ADVERTISERS: document, CONNECTED: []})
    assert [listing.title for listing in found.listings] == titles
    assert ("advertisers" in found.covers) is covered
    assert bool(found.warnings) is not covered


def test_blocked_apps(tmp_path: Path) -> None:
    rows: list[Any] = [
        {"label": "Blocked apps", "vec": [{"value": "A"}, {"dict": [{"value": "B"}]}]}
    ]
    found = made("facebook", tmp_path, {BLOCKED: [{"label_values": rows}], CONNECTED: []})
    assert [(g.app.name, g.state) for g in found.grants] == [
        ("A", GrantState.BLOCKED),
        ("B", GrantState.BLOCKED),
    ]
    assert {"apps", "blocked apps"} <= set(found.covers)
    assert any("unconfirmed" in warning for warning in found.warnings)


def test_unlabelled_record_in_a_labelled_list_is_told(tmp_path: Path) -> None:
    labelled = {"label_values": [{"label": "Name", "value": "A"}]}
    found = made("facebook", tmp_path, {CONNECTED: [labelled, 5, {"label_values": []}]})
    assert [grant.app.name for grant in found.grants] == ["A"]
    assert [bad.where.record for bad in found.bad] == [2, 3]
    assert "apps" not in found.covers


def test_address_of_two_logs_is_one_device(tmp_path: Path) -> None:
    entry = {"timestamp": 1640000000, "ip_address": "192.0.2.7"}
    members = {
        "s/account_activity.json": {"account_activity_v2": [entry, {**entry, "timestamp": 0}]},
        "s/ip_address_activity.json": {
            "used_ip_address_v2": [{"ip": "192.0.2.7", "timestamp": 1630000000}]
        },
    }
    [listing] = made("facebook", tmp_path, members).listings
    assert (listing.roll, listing.facts) == ("internet addresses", {"times": "1"})
    assert listing.since != listing.last_used


@pytest.mark.parametrize(("count", "covered"), [(49, True), (50, False)])
def test_as_many_sessions_as_facebook_lists_may_not_be_all(
    count: int, covered: bool, tmp_path: Path
) -> None:
    rows = [{"created_timestamp": 1640000000 + n, "device": "PC"} for n in range(count)]
    files = {"s/where_you’re_logged_in.json": {"active_sessions_v2": rows}}
    found = made("facebook", tmp_path, files)
    assert len(found.listings) == count
    assert ("sessions" in found.covers) is covered


@pytest.mark.parametrize(
    ("name", "handle", "native_id"),
    [
        ("facebook-rosa.example.zip", "rosa.example", None),
        ("facebook-rosa-2023-05-06-AbC.zip", "rosa", None),
        ("facebook-100200300400500 (1).zip", None, "100200300400500"),
        ("download.zip", None, None),
    ],
)
def test_account_by_the_name_of_the_zip(
    name: str, handle: str | None, native_id: str | None, tmp_path: Path
) -> None:
    found = made("facebook", tmp_path, {APPS: {"installed_apps_v2": []}}, name)
    assert (found.account.handle, found.account.native_id) == (handle, native_id)


def test_instagram_is_left_to_its_importer(tmp_path: Path) -> None:
    content: dict[str, Any] = {"ig_custom_audiences_all_types": []}
    path = write_zip(tmp_path / "a.zip", {ADVERTISERS: content})
    assert claimants(path) == ["instagram"]


def table(*rows: tuple[str, str]) -> str:
    inside = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows)
    return f"<table>{inside}</table>"


def pages(folder: Path, body: str, name: str = "connected_apps_and_websites") -> Harvest:
    page = f"<html><body>{body}</body></html>"
    return made("facebook", folder, {f"a/{name}.html": page})


def test_page_in_an_unknown_language(tmp_path: Path) -> None:
    rows = ("Nume", "Grădinar"), ("Identificare", "55"), ("Data", "Jul 09, 2023 11:48:45 am")
    grant = only(pages(tmp_path, table(*rows)))
    assert (grant.app.name, grant.member_id) == ("Grădinar", "55")
    assert grant.since is not None


def test_many_apps_in_one_table(tmp_path: Path) -> None:
    found = pages(tmp_path, table(("App Name", "A"), ("Unique ID", "1"), ("App Name", "B")))
    assert [(g.app.name, g.member_id) for g in found.grants] == [("A", "1"), ("B", None)]


def test_app_under_its_heading(tmp_path: Path) -> None:
    row = table(("Date Added", "Jul 09, 2023 11:48:45 am"))
    found = pages(tmp_path, f"<h2>A</h2>{row}<h2>B</h2>{row}")
    assert [grant.app.name for grant in found.grants] == ["A", "B"]


def test_page_without_tables_is_read_but_not_trusted(tmp_path: Path) -> None:
    block = "<div><div>{}</div><div>something</div><div>Jul 9, 2019, 11:48 AM</div></div>"
    found = pages(tmp_path, block.format("A") + block.format("B"), "apps_and_websites")
    assert [grant.app.name for grant in found.grants] == ["A", "B"]
    assert "apps" not in found.covers
    assert any("unconfirmed" in warning for warning in found.warnings)


def test_cut_page_is_not_trusted(tmp_path: Path) -> None:
    page = "<html><body>" + table(("App Name", "A"))
    found = made("facebook", tmp_path, {"a/connected_apps_and_websites.html": page})
    assert only(found).app.name == "A"
    assert "apps" not in found.covers
    assert "cut off" in found.bad[0].why


def test_page_beside_its_json_is_not_read(tmp_path: Path) -> None:
    page = f"<html>{table(('App Name', 'Page'))}</html>"
    found = read(tmp_path, app(), **{"a/apps_and_websites.html": page})
    assert only(found).app.name == "App"


def test_advertisers_of_a_page_without_a_reason_are_not_accused(tmp_path: Path) -> None:
    name = "advertisers_using_your_activity_or_information"
    found = made(
        "facebook",
        tmp_path,
        {
            f"a/{name}.html": "<html><div>Shop</div></html>",
            "a/ads_interests.html": "<html><div>Tea</div></html>",
        },
    )
    assert [listing.section for listing in found.listings] == [Section.INFERENCES]
    assert "advertisers" not in found.covers


def test_contact_list_page(tmp_path: Path) -> None:
    name = "advertisers_who_uploaded_a_contact_list_with_your_information"
    found = pages(tmp_path, "<div>Shop</div><div>Other</div>", name)
    assert [listing.title for listing in found.listings] == ["Shop", "Other"]
