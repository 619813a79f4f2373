"""The dictionary we ship: every entry keeps the rubric of its README, and looking up finds it."""

import re
import subprocess
import sys
from collections import defaultdict
from datetime import UTC, date, datetime

import pytest

from footprint.catalogue.dictionary import Dictionary, Vocabulary
from footprint.catalogue.loader import CatalogueError, load
from footprint.domain.fact import Confidence
from footprint.domain.permission import Permission, Risk
from footprint.paths import resources

FOLDER = resources() / "permissions"

# At least so many scopes, and these among them.
WANTED = {
    "bluesky": (30, "atproto transition:generic transition:chat.bsky com.atproto.appPass"),
    "discord": (45, "identify email connections guilds guilds.join bot messages.read rpc"),
    "facebook": (140, "public_profile email user_friends publish_actions read_mailbox xmpp_login"),
    "github": (45, "repo public_repo delete_repo user:email admin:org workflow read:packages gist"),
    "google": (130, "openid email profile https://mail.google.com/ drive gmail.send calendar"),
    "instagram": (28, "user_media basic likes instagram_basic instagram_business_basic"),
    "linkedin": (45, "openid profile email r_liteprofile w_member_social r_network w_messages"),
    "mastodon": (45, "read write follow push profile read:statuses write:follows admin:read"),
    "microsoft": (120, "User.Read Mail.Read Mail.Send Files.ReadWrite.All offline_access"),
    "reddit": (30, "identity read submit vote privatemessages creddits modposts history"),
    "slack": (125, "chat:write channels:history im:history files:read search:read admin post bot"),
    "spotify": (25, "user-read-email streaming playlist-modify-public user-top-read"),
    "strava": (10, "read read_all profile:read_all profile:write activity:read activity:write"),
    "twitch": (98, "user:read:email chat:edit channel:read:stream_key user_read whispers:read"),
    "x": (30, "read write emailaddress directmessages tweet.write dm.read offline.access"),
}

VOCABULARIES = {path.stem: load(path, Vocabulary) for path in sorted(FOLDER.glob("*.toml"))}
ENTRIES = [(network, entry) for network, book in VOCABULARIES.items() for entry in book.scope]
SMALL = """
source = "https://example.org/scopes"
confidence = "public-source"
checked = 2026-11-22

[[scope]]
id = "mail"
words = "Read your mail"
risk = "high"
reason = "Letters are private."
"""


@pytest.fixture
def dictionary():
    return Dictionary(FOLDER)


@pytest.fixture
def written(tmp_path):
    """A function that writes one network's file and gives a dictionary of it."""

    def write(text: str) -> Dictionary:
        (tmp_path / "some.toml").write_text(text, encoding="utf-8")
        return Dictionary(tmp_path)

    return write


def test_every_network_is_a_service_of_the_catalogue(dictionary):
    services = {path.stem for path in (resources() / "services").glob("*.toml")}
    assert set(dictionary.networks()) == set(WANTED)
    assert set(WANTED) <= services


@pytest.mark.parametrize("network", WANTED)
def test_the_scopes_one_meets_are_explained(dictionary, network):
    least, scopes = WANTED[network]
    assert len(VOCABULARIES[network].scope) >= least
    for scope in scopes.split():
        found = dictionary.permission(network, scope)
        assert found.known, scope
        assert found.risk is not None
        assert (found.network, found.scope) == (network, scope)


@pytest.mark.parametrize("network", WANTED)
def test_every_entry_keeps_the_rubric(network):
    for entry in VOCABULARIES[network].scope:
        assert len(entry.words) <= 60, entry.id
        assert re.fullmatch(r"[A-Z][^\n]*[^.!…\s]", entry.words), entry.id
        assert re.fullmatch(r"[A-Z][^\n!]*[^.\s]\.", entry.reason), entry.id
        assert ". " not in entry.reason, f"{entry.id}: one sentence"
        assert entry.explain == "" or re.fullmatch(r"[A-Z][^\n!]*\.", entry.explain), entry.id
        assert entry.explain not in (entry.words, entry.reason), entry.id
        assert entry.source == "" or entry.source.startswith("https://"), entry.id
        assert entry.id == entry.id.strip()


@pytest.mark.parametrize("network", WANTED)
def test_every_file_says_who_told_it_and_when(network):
    book = VOCABULARIES[network]
    today = datetime.now(UTC).date()
    assert book.source.startswith("https://")
    assert date(2026, 1, 1) <= book.checked <= today
    if book.default and book.default.confidence is Confidence.PUBLIC_SOURCE:
        assert book.default.source.startswith("https://")


def test_the_same_words_carry_the_same_risk_everywhere():
    risks: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for network, entry in ENTRIES:
        risks[entry.words][entry.risk].append(f"{network} {entry.id}")
    assert {words: dict(by_risk) for words, by_risk in risks.items() if len(by_risk) > 1} == {}


def test_a_scope_that_two_networks_share_by_facebook_login_is_told_alike():
    facebook, instagram = (
        {e.id: (e.words, e.risk, e.reason) for e in VOCABULARIES[name].scope}
        for name in ("facebook", "instagram")
    )
    shared = {scope for scope in facebook.keys() & instagram.keys() if scope.startswith("insta")}
    assert "instagram_manage_messages" in shared
    assert all(facebook[scope] == instagram[scope] for scope in shared)


@pytest.mark.parametrize(
    ("words", "risk"),
    [
        (r"^Know that you have an account here$", "none"),
        (r"^See your e-mail address$", "medium"),
        (r"^Post in your name", "high"),
        (r"^(Read|Send|Read and write) .*direct messages", "high"),
        (r"^Stay connected", "low"),
        (r"^Run advertising on your accounts$", "critical"),
    ],
)
def test_what_every_network_has_is_rated_alike(words, risk):
    found = [entry for _network, entry in ENTRIES if re.search(words, entry.words)]
    assert len(found) >= 3
    assert {entry.risk for entry in found} == {risk}


def test_the_words_of_an_archive_of_x(dictionary):
    told = [dictionary.permission("x", s) for s in ("read", "write", "emailaddress")]
    assert [p.risk for p in told] == [Risk.MEDIUM, Risk.HIGH, Risk.MEDIUM]
    assert told[1].words == "Post in your name"
    assert (
        told[1].reason
        == "It can publish, like and follow as you, so others may take its words for yours."
    )
    assert told[1].source == "https://developer.x.com/en/docs/apps/app-permissions"


def test_an_unknown_scope_stays_raw_and_unrated(dictionary):
    for network in ("x", "letterboxd", "../x", ""):
        assert dictionary.permission(network, "teleport:you") == Permission(
            network=network, scope="teleport:you", words="teleport:you", known=False
        )


def test_a_default_is_known_where_a_network_says_so(dictionary):
    facebook = dictionary.default("facebook")
    assert facebook is not None
    assert facebook.words == "See your public profile"
    assert not hasattr(facebook, "risk")
    assert dictionary.default("google") is None
    assert dictionary.default("letterboxd") is None


@pytest.mark.parametrize(
    ("network", "spellings"),
    [
        ("google", ("https://www.googleapis.com/auth/drive", "drive", " drive ")),
        ("google", ("email", "https://www.googleapis.com/auth/userinfo.email", "userinfo.email")),
        ("google", ("https://mail.google.com/", "https://mail.google.com")),
        ("microsoft", ("Mail.Read", "mail.read", "https://graph.microsoft.com/Mail.Read")),
        ("microsoft", ("SMTP.Send", "https://outlook.office365.com/SMTP.Send")),
        ("x", ("directmessages", "DirectMessages")),
        ("instagram", ("user_media", "instagram_graph_user_media")),
        ("slack", ("users.profile:write", "users.profile:write:user")),
        ("bluesky", ("account:email", "account:email?action=read")),
    ],
)
def test_spellings_a_network_takes_for_the_same(dictionary, network, spellings):
    found = [dictionary.permission(network, spelling) for spelling in spellings]
    assert all(permission.known for permission in found)
    assert len({permission.words for permission in found}) == 1
    assert [permission.scope for permission in found] == list(spellings), "the raw scope stays"


def test_case_matters_where_the_network_says_so(dictionary):
    assert not dictionary.permission("github", "REPO").known


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        ("repo:app.bsky.feed.post", "Write some kinds of posts in your name"),
        ("repo:*", "Write and delete everything you publish"),
        ("rpc:app.bsky.actor.getProfile?aud=*", "Ask services in your name"),
        ("rpc:chat.bsky.convo.getLog?aud=*", "Read and write your direct messages"),
        ("include:app.bsky.authFullApp?aud=x", "Post in your name and use your settings"),
    ],
)
def test_scopes_with_parameters_are_found_by_their_longest_beginning(dictionary, scope, words):
    assert dictionary.permission("bluesky", scope).words == words


def test_a_beginning_alone_explains_nothing_else(dictionary):
    assert not dictionary.permission("bluesky", "reposts").known
    assert not dictionary.permission("bluesky", "include:org.example.everything").known


def test_general_knowledge_borrows_no_source(dictionary):
    remembered = dictionary.permission("x", "ads.write")
    assert remembered.confidence == Confidence.GENERAL_KNOWLEDGE
    assert remembered.source == ""
    assert remembered.checked == date(2026, 11, 22)


def test_retired_scopes_are_kept_and_marked(dictionary):
    assert dictionary.permission("facebook", "publish_actions").retired
    assert not dictionary.permission("facebook", "email").retired


def test_an_entry_may_know_better_than_its_file(written):
    told = written(SMALL + 'source = "https://example.org/mail"\nchecked = 2026-01-31\n')
    mail = told.permission("some", "mail")
    assert (mail.source, mail.checked) == ("https://example.org/mail", date(2026, 1, 31))
    assert mail.confidence == Confidence.PUBLIC_SOURCE


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda text: text.replace('"high"', '"awful"'), "awful"),
        (lambda text: text.replace("reason", "because"), "because"),
        (lambda text: text + 'aliases = ["post", "post"]\n', None),
        (lambda text: text + SMALL.partition("\n\n")[2], "mail"),
        (lambda text: text.replace("2026-11-22", '"soon"'), "checked"),
    ],
)
def test_a_file_that_was_edited_wrongly_is_named(written, change, named):
    told = written(change(SMALL))
    if named is None:
        assert told.permission("some", "post").known
        return
    with pytest.raises(CatalogueError) as refused:
        told.permission("some", "mail")
    assert "some.toml" in refused.value.title
    assert named in refused.value.title


def test_a_file_is_read_when_its_network_is_asked_for(written, tmp_path):
    told = written(SMALL)
    (tmp_path / "other.toml").write_text("no toml at all", encoding="utf-8")
    assert told.permission("some", "mail").known
    with pytest.raises(CatalogueError):
        told.permission("other", "mail")


def test_the_fingerprint_follows_the_words_and_nothing_else(written, tmp_path):
    told = written(SMALL)
    before = told.fingerprint()
    (tmp_path / "some.toml").touch()
    (tmp_path / "README.md").write_text("how to", encoding="utf-8")
    assert Dictionary(tmp_path).fingerprint() == before
    (tmp_path / "some.toml").write_text(SMALL.replace("mail", "post"), encoding="utf-8")
    changed = told.fingerprint()
    assert changed != before, "same size, other words"
    (tmp_path / "some.toml").rename(tmp_path / "other.toml")
    assert told.fingerprint() not in (before, changed)


def test_importing_the_dictionary_stays_cheap():
    code = "import sys, footprint.catalogue.dictionary; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.split()
    assert not {"PySide6", "sqlite3", "sqlite_utils"} & set(loaded)


@pytest.mark.parametrize("network", sorted(WANTED))
def test_all_permissions_of_a_network_are_those_that_are_found_one_by_one(network: str) -> None:
    dictionary = Dictionary(FOLDER)
    every = dictionary.permissions(network)
    assert len(every) >= WANTED[network][0]
    assert all(dictionary.permission(network, p.scope) == p for p in every)


def test_a_network_without_a_file_has_no_permissions() -> None:
    assert Dictionary(FOLDER).permissions("../x") == ()
