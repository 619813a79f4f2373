"""An App is a known service by its exact name or its own address, and never by a guess."""

import pytest

from footprint.catalogue.catalogue import Catalogue


@pytest.fixture(scope="module")
def catalogue():
    return Catalogue()


def matched(catalogue, name, *urls):
    service = catalogue.match_app(name, urls)
    return service.id if service else None


@pytest.mark.parametrize(
    ("name", "service_id"),
    [
        ("Klout", "klout"),
        ("  KLOUT ", "klout"),
        ("Ｋｌｏｕｔ", "klout"),
        ("Twitter", "x"),
        ("yahoo!", "yahoo"),
        ("Empire.Kred", "empire-avenue"),
    ],
)
def test_by_its_exact_name_however_it_is_written(catalogue, name, service_id):
    assert matched(catalogue, name) == service_id


@pytest.mark.parametrize(
    ("url", "service_id"),
    [
        ("https://klout.com/oauth/callback", "klout"),
        ("http://WWW.Klout.com", "klout"),
        ("klout.com", "klout"),
        ("https://developers.klout.com.", "klout"),
        ("https://hootsuite.com/twitter", "hootsuite"),
        ("https://www.instagram.com/", "instagram"),
        ("https://plus.google.com", "google-plus"),
    ],
)
def test_by_an_address_of_its_own(catalogue, url, service_id):
    assert matched(catalogue, "Some App", url) == service_id


@pytest.mark.parametrize(
    "name",
    ["Klout Pro", "Klou", "", "My Klout", "Kl0ut", "C.L.U.E.", "Clue", "LexisNexis C.L.U.E."],
)
def test_a_name_that_is_only_like_one_is_nobody(catalogue, name):
    assert matched(catalogue, name) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://x.com/somebody",  # anybody's page at a network
        "https://apps.facebook.com/quiz",
        "https://play.google.com/store/apps/details?id=quiz",
        "https://apps.apple.com/app/quiz",
        "https://bit.ly/quiz",
        "https://notklout.com",
        "https://klout.com.example",
        "https://[broken",
        "",
    ],
)
def test_an_address_that_others_can_have_is_nobody(catalogue, url):
    assert matched(catalogue, "Quiz", url) is None


def test_name_and_address_of_two_services_are_neither(catalogue):
    assert matched(catalogue, "Klout", "https://hootsuite.com/") is None
    assert matched(catalogue, "Klout", "https://quiz.example/", "https://klout.com/") == "klout"


def test_a_domain_that_two_entries_have_belongs_to_the_one_it_is_shared_from(catalogue):
    assert matched(catalogue, "Some App", "https://www.linkedin.com/") == "linkedin"
