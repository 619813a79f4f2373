"""The entries we ship: all of them load, obey the rules and say what is known."""

import shutil
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime

import pytest

from footprint.catalogue.catalogue import Catalogue
from footprint.catalogue.loader import CatalogueError
from footprint.domain.fact import Confidence
from footprint.domain.service import Service, ServiceKind, ServiceState
from footprint.paths import resources

TODAY = datetime.now(UTC).date()


@pytest.fixture(scope="module")
def catalogue():
    return Catalogue()


@pytest.fixture
def copy(tmp_path):
    """A catalogue of a few entries in a folder of its own, to be changed."""
    (tmp_path / "services").mkdir()
    shutil.copy(resources() / "sources.toml", tmp_path)
    for name in ("x", "klout", "linkedin-ssi", "linkedin"):
        shutil.copy(resources() / "services" / f"{name}.toml", tmp_path / "services")
    return tmp_path


def entry_of(folder, service_id) -> Service:
    entry = Catalogue(folder).service(service_id)
    assert entry is not None
    return entry


def edit(folder, name, old, new):
    path = folder / "services" / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_everything_loads_and_no_rule_is_broken(catalogue):
    assert catalogue.problems(TODAY) == []
    entries = catalogue.services()
    assert len(entries) == 259
    assert Counter(entry.kind for entry in entries) == {
        ServiceKind.NETWORK: 106,
        ServiceKind.PEOPLE_SEARCH: 46,
        ServiceKind.DATA_BROKER: 40,
        ServiceKind.APP: 32,
        ServiceKind.CONSUMER_SCORE: 19,
        ServiceKind.SCORING: 16,
    }
    assert [entry.name for entry in entries[:3]] == ["23andMe", "6sense", "9GAG"]


@pytest.mark.parametrize(
    ("service_id", "ended", "successor"),
    [
        ("klout", "2018-05-25", "Khoros"),
        ("empire-avenue", "2024-11-10", "Empire.Kred"),
        ("peerindex", "2015-05", "Brandwatch"),
        ("google-plus", "2019-04-02", "Google Currents"),
        ("stumbleupon", "2018-06-30", "Mix"),
    ],
)
def test_what_closed_is_kept_with_its_end_and_what_came_after(
    catalogue, service_id, ended, successor
):
    status = catalogue.service(service_id).status
    assert status.state.value is ServiceState.DEFUNCT
    assert status.ended.value == ended
    assert successor in status.successor.value


def test_a_fact_carries_who_says_so_and_when(catalogue):
    delete = catalogue.service("x").links.delete
    assert delete.value == "https://x.com/settings/deactivate"
    assert delete.source == ("JustDeleteMe: X",)
    assert delete.confidence is Confidence.PUBLIC_SOURCE
    assert delete.checked.isoformat() == "2026-08-21"
    assert "JustDeleteMe" in {source.name for source in catalogue.sources()}


def test_the_downloads_of_the_first_start_say_what_to_choose(catalogue):
    for service_id in ("facebook", "instagram"):
        entry = catalogue.service(service_id)
        assert entry.links.data_export
        assert entry.download.format == "Format: JSON · Date range: All time"
        assert entry.download.archive.lists_apps is True
        assert entry.download.archive.names_permissions is False
        assert "public profile" in entry.download.archive.instead
    x = catalogue.service("x")
    assert x.download.format == ""
    assert x.download.archive.names_permissions is True
    assert x.download.archive.file_name == "twitter-DATE-CODE.zip"


@pytest.mark.parametrize(
    "service_id", ["google", "linkedin", "discord", "reddit", "tiktok", "spotify"]
)
def test_an_export_without_a_list_of_apps_says_where_the_list_is(catalogue, service_id):
    entry = catalogue.service(service_id)
    assert entry.download.archive.lists_apps is False
    assert "not list the apps" in entry.download.archive.instead
    assert entry.links.connected_apps or "Apps and services permissions" in (
        entry.download.archive.instead
    )


def test_a_name_is_read_without_the_rest_of_the_entry(copy):
    edit(copy, "x", "[identity]", "[identity]\nnonsense = 1")
    catalogue = Catalogue(copy)
    assert catalogue.service_name("x") == "X"
    assert catalogue.service_name("nowhere") == "nowhere"
    with pytest.raises(CatalogueError):
        catalogue.service("x")


@pytest.mark.parametrize(
    "service_id", ["nowhere", "", "../sources", "x.toml", "/etc/passwd", "X/."]
)
def test_an_id_without_an_entry_is_none(copy, service_id):
    assert Catalogue(copy).service(service_id) is None


def test_only_the_entry_that_is_asked_for_is_read(copy):
    (copy / "services" / "klout.toml").write_text("broken", encoding="utf-8")
    assert entry_of(copy, "x").name == "X"
    with pytest.raises(CatalogueError, match=r"klout\.toml"):
        Catalogue(copy).services()


def test_a_link_changed_in_the_file_is_the_link_that_is_given(copy):
    edit(copy, "x", "x.com/settings/connected_apps", "x.com/settings/apps_and_sessions")
    link = entry_of(copy, "x").links.connected_apps
    assert link is not None
    assert link.value == "https://x.com/settings/apps_and_sessions"


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("https://x.com/settings/connected_apps", "http://x.com/a", "links.connected_apps"),
        ("https://x.com/settings/connected_apps", "https://y.example/a", "links.connected_apps"),
        ("https://help.x.com/forms/privacy", "https://y.example/", "contact.web_form"),
        ("[links.delete]", "[links.delete]\nurl = ''", "links.delete"),
        ("[difficulty]", "[dificulty]", "dificulty"),
    ],
)
def test_what_must_not_be_in_an_entry_is_refused_by_file_and_key(copy, old, new, named):
    edit(copy, "x", old, new)
    with pytest.raises(CatalogueError) as caught:
        Catalogue(copy).service("x")
    assert "x.toml" in caught.value.title
    assert named in caught.value.title
    assert caught.value.title in Catalogue(copy).problems(TODAY)


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        ("x", 'id = "x"', 'id = "klout"', "x.toml: id: klout is not the name of the file"),
        ("x", 'aliases = ["Twitter"]', 'aliases = ["KLOUT"]', "name klout belongs to klout"),
        ("x", '"twitter.com"', '"twitter.com", "klout.com"', "domain klout.com belongs to klout"),
        ("x", '"twitter.com"', '"Twitter.com", "twitter.com"', "Twitter.com is not a host name"),
        ("klout", "[status.state]", "[status]\nsuccessor_id = 'x2'\n\n[status.state]", "entry x2"),
        ("klout", 'value = "2018-05-25"', 'value = "2999-05-25"', "2999-05-25 is still to come"),
        ("x", "checked = 2026-08-21", "checked = 2999-08-21", "identity.checked: 2999-08-21"),
        ("x", "checked = 2026-08-21", "checked = 1999-08-21", "difficulty.checked: 1999-08-21"),
        ("x", "JustDeleteMe: X", "Hearsay: X", "links.delete.source: Hearsay is not in sources"),
        ("x", "JustGetMyData: Twitter", "Hearsay", "links.data_export.source: Hearsay"),
        ("x", "value = 30", "value = 3000", "grace_period_days: 3000"),
        ("linkedin-ssi", '= "linkedin"', '= "x"', "shares_domains_with: x has none"),
        ("x", "domains", "trusted_hosts = ['h.example']\ndomains", "no address uses h.example"),
        ("x", "domains", "trusted_hosts = ['help.x.com']\ndomains", "help.x.com is its own anyway"),
    ],
)
def test_the_rules_an_entry_cannot_know_by_itself(copy, name, old, new, problem):
    assert Catalogue(copy).problems(TODAY) == []
    edit(copy, name, old, new)
    assert any(problem in found for found in Catalogue(copy).problems(TODAY))


def test_importing_the_catalogue_reads_nothing_and_parses_nothing():
    program = (
        "import sys, footprint.catalogue.catalogue as c; c.Catalogue();"
        "print(*{'tomllib', 'footprint.catalogue.rules'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""
