"""Which of Meta's networks a file is of, where both use the same file names."""

from __future__ import annotations

# Folders of Instagram's downloads of 2021–2023, which do not name it.
_INSTAGRAM_FOLDERS = {
    "account_information",
    "ads_and_businesses",
    "information_about_you",
    "login_and_account_creation",
    "your_topics",
}


def of_instagram(path: str) -> bool:
    """Whether the path of a member says that it is of Instagram."""
    folders = path.casefold().split("/")[:-1]
    return any("instagram" in f or f in _INSTAGRAM_FOLDERS for f in folders)


def of_facebook(path: str) -> bool:
    """Whether the path of a member says that it is of Facebook."""
    return any("facebook" in folder for folder in path.casefold().split("/")[:-1])
