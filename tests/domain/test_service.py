"""What no service may be: an entry whose links lead elsewhere, or whose facts have no source."""

from datetime import date
from typing import Any

import pytest

from footprint.domain.download import Archive
from footprint.domain.fact import Alternative, Confidence, Fact, Provenance
from footprint.domain.service import (
    Contact,
    Links,
    Service,
    ServiceKind,
    ServiceState,
    ServiceStatus,
)

DAY = date(2026, 8, 21)
KNOWN: dict[str, Any] = {"confidence": Confidence.GENERAL_KNOWLEDGE, "checked": DAY}


def fact(value, **more):
    return Fact(value=value, **KNOWN, **more)


def service(state=ServiceState.ACTIVE, **more):
    return Service(
        id="tool",
        name="Tool",
        kind=ServiceKind.APP,
        domains=("tool.example",),
        identity=Provenance(**KNOWN),
        status=ServiceStatus(state=fact(state)),
        **more,
    )


@pytest.mark.parametrize(
    "url",
    [
        "https://tool.example/leave",
        "https://help.tool.example",
        "https://TOOL.example/leave",
        "https://tool.example:443/leave",
    ],
)
def test_a_link_on_its_own_domain(url):
    assert service(links=Links(delete=fact(url))).owns(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://tool.example.elsewhere.example/leave",
        "https://nottool.example/leave",
        "https://tool.example@elsewhere.example/leave",
        "https:///leave",
        "https://[broken",
    ],
)
def test_a_link_to_another_host_is_refused_by_its_key(url):
    with pytest.raises(ValueError, match=r"^links.delete: .*trusted_hosts"):
        service(links=Links(delete=fact(url)))


def test_a_trusted_host_is_trusted_itself_and_nothing_below_it():
    links = Links(opt_out=fact("https://forms.example/tool"))
    assert service(links=links, trusted_hosts=("forms.example",)).links == links
    with pytest.raises(ValueError, match="trusted_hosts"):
        service(
            links=Links(opt_out=fact("https://bad.forms.example/")),
            trusted_hosts=("forms.example",),
        )


@pytest.mark.parametrize("url", ["http://tool.example/", "javascript:alert(1)", "tool.example"])
def test_a_link_that_is_not_https_is_refused(url):
    with pytest.raises(ValueError, match=r"^contact.web_form: .* is not https"):
        service(contact=Contact(web_form=fact(url)))


def test_the_old_page_of_a_closed_service_may_be_http_but_not_a_script():
    old = Links(delete=fact("http://tool.example/optout"))
    assert service(ServiceState.DEFUNCT, links=old).links.delete == old.delete
    with pytest.raises(ValueError, match="is not https"):
        service(ServiceState.DEFUNCT, links=Links(delete=fact("file://tool.example/optout")))


def test_another_value_for_a_link_has_to_be_as_sound():
    other = Alternative(value="https://elsewhere.example/", confidence=Confidence.GENERAL_KNOWLEDGE)
    with pytest.raises(ValueError, match="elsewhere"):
        service(links=Links(delete=fact("https://tool.example/", alternatives=(other,))))


def test_a_fact_from_a_public_source_names_it():
    with pytest.raises(ValueError, match="source"):
        Fact(value=3, confidence=Confidence.PUBLIC_SOURCE, checked=DAY)


@pytest.mark.parametrize("ended", ["2018", "2018-05", "2018-05-25"])
def test_an_end_is_as_exact_as_it_is_known(ended):
    status = ServiceStatus(state=fact(ServiceState.DEFUNCT), ended=fact(ended))
    assert status.ended == fact(ended)


@pytest.mark.parametrize("ended", ["May 2018", "2018-13", "2018-05-32", ""])
def test_an_end_is_a_date(ended):
    with pytest.raises(ValueError, match="year"):
        ServiceStatus(state=fact(ServiceState.DEFUNCT), ended=fact(ended))


def test_what_has_ended_does_not_run():
    with pytest.raises(ValueError, match="defunct"):
        ServiceStatus(state=fact(ServiceState.ACTIVE), ended=fact("2018"))


def test_permissions_cannot_be_named_for_apps_that_are_not_listed():
    with pytest.raises(ValueError, match="lists no apps"):
        Archive(lists_apps=False, names_permissions=True, instead="Read the page.", **KNOWN)


@pytest.mark.parametrize(
    "told", [{"lists_apps": False}, {"lists_apps": True, "names_permissions": False}]
)
def test_what_an_archive_does_not_tell_gets_a_sentence(told):
    with pytest.raises(ValueError, match="instead"):
        Archive(**told, **KNOWN)
    assert Archive(instead="Read the page.", **told, **KNOWN).instead


def test_an_archive_names_its_source_too():
    with pytest.raises(ValueError, match="source"):
        Archive(lists_apps=True, confidence=Confidence.PUBLIC_SOURCE, checked=DAY)
