"""Downloads of other networks, told by their names, so that a refusal can say what was given."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from footprint.importers.files.names import Wanted


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A kind of download: patterns of its file name, and of basenames only it has.

    `network` is the service id. `lists_apps` is False where no such download is known to list
    the apps that were let in, so that waiting for an importer would not help.
    """

    network: str
    name: str
    files: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    lists_apps: bool = False


LOOKALIKES = (
    Lookalike(
        "x",
        "X",
        ("twitter-*", "x-20*"),
        (
            "tweets.js",
            "tweet.js",
            "tweet-headers.js",
            "account-creation-ip.js",
            "ad-impressions.js",
            "connected-application.js",
        ),
        lists_apps=True,
    ),
    Lookalike(
        "facebook",
        "Facebook",
        ("facebook-*",),
        (
            "apps_and_websites.json",
            "connected_apps_and_websites.*",
            "profile_information.*",
            "your_friends.*",
            "your_posts_*.*",
        ),
        lists_apps=True,
    ),
    Lookalike(
        "instagram",
        "Instagram",
        ("instagram-*",),
        (
            "account_privacy_changes.*",
            "active_apps.*",
            "expired_pps.*",
            "followers_1.*",
            "following.json",
        ),
        lists_apps=True,
    ),
    Lookalike("google", "Google", ("takeout-*",), ("archive_browser.html", "myactivity.*")),
    Lookalike(
        "linkedin",
        "LinkedIn",
        ("*linkedindataexport*",),
        ("inferences_about_you.csv", "ad_targeting.csv", "member_follows*.csv"),
    ),
    Lookalike("discord", "Discord", (), ("quests_user_status.json", "events-20*.json")),
    Lookalike("reddit", "Reddit", (), ("linked_identities.csv", "subscribed_subreddits.csv")),
    Lookalike("tiktok", "TikTok", ("tiktok_data*",), ("user_data.json", "user_data_tiktok.json")),
    Lookalike("spotify", "Spotify", ("my_spotify_data*",), ("userdata.json", "streaminghistory*")),
    Lookalike("netflix", "Netflix", ("netflix?report*",), ("ipaddresseslogin.csv",)),
    Lookalike("whatsapp", "WhatsApp", (), ("registration_information.json",)),
    Lookalike("mastodon", "Mastodon", (), ("outbox.json",)),
    Lookalike(
        "snapchat",
        "Snapchat",
        ("mydata~*",),
        ("connected_apps.json", "snap_history.json", "terms_history.json"),
        lists_apps=True,
    ),
    Lookalike("strava", "Strava", (), ("connected_apps.csv",), lists_apps=True),
    Lookalike("slack", "Slack", (), ("integration_logs.json",), lists_apps=True),
    Lookalike("telegram", "Telegram", ("dataexport_20*",), ("result.json",), lists_apps=True),
    Lookalike("apple", "Apple", (), ("apps using sign in with apple.csv",), lists_apps=True),
    Lookalike("amazon", "Amazon", (), ("advertising.advertiseraudiences.csv",), lists_apps=True),
)

MEMBERS = tuple(pattern for lookalike in LOOKALIKES for pattern in lookalike.members)


def recognise(file_names: Iterable[str], members: Collection[str]) -> Lookalike | None:
    """Whose download it probably is; what lies in it says more than what it is called."""
    for lookalike in LOOKALIKES:
        if any(map(Wanted(lookalike.members), members)):
            return lookalike
    names = tuple(file_names)
    for lookalike in LOOKALIKES:
        if any(map(Wanted(lookalike.files), names)):
            return lookalike
    return None


def network_name(network: str) -> str:
    """What people call the network of this service id."""
    names = {lookalike.network: lookalike.name for lookalike in LOOKALIKES}
    return names.get(network, network.replace("_", " ").title())
