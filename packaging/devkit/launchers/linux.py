"""Menu, desktop and icons by the freedesktop.org rules, under the person's own data home."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from devkit.launchers.icons import SIZES, draw
from devkit.places import APP_ID, ICON, PACKAGING, script

ENTRY = PACKAGING / "linux" / f"{APP_ID}.desktop"
METAINFO = PACKAGING / "linux" / f"{APP_ID}.metainfo.xml"

# Characters that keep a meaning inside the quotes of an Exec key.
_QUOTED = str.maketrans({char: f"\\{char}" for char in '"`$\\'})


def install() -> Iterator[Path]:
    """Write entry, icons and metainfo; yields every file."""
    pictures = draw(SIZES)  # first, so that nothing is left half done when it fails
    entry = entry_text([script("python"), "-m", "footprint"])
    yield _write(_menu_entry(), entry.encode())
    yield _write(_share() / "metainfo" / METAINFO.name, METAINFO.read_bytes())
    yield _write(_icon("scalable", "svg"), ICON.read_bytes())
    for size, png in pictures.items():
        yield _write(_icon(f"{size}x{size}", "png"), png)
    if desktop := _desktop():
        yield _trusted(_write(desktop / ENTRY.name, entry.encode()))
    _announce()


def uninstall() -> Iterator[Path]:
    """Remove what `install` wrote, and folders that are empty without it; yields every file."""
    places = [
        _menu_entry(),
        _share() / "metainfo" / METAINFO.name,
        _icon("scalable", "svg"),
        *(_icon(f"{size}x{size}", "png") for size in SIZES),
    ]
    if desktop := _desktop():
        places.append(desktop / ENTRY.name)
    for place in places:
        if place.exists():
            place.unlink()
            yield place
    _announce()
    _drop_empty_cache(_menu_entry().parent)
    for place in places:
        _drop_empty_folders(place.parent)


def entry_text(program: list[str]) -> str:
    """The desktop entry whose Exec line starts `program`, whatever characters its path has.

    `env` stands in front because GLib looks for the first word without undoing its `%%`.
    """
    line = f"Exec=env {' '.join(_exec_word(word) for word in program)} %F"
    lines = ENTRY.read_text(encoding="utf-8").splitlines()
    return "\n".join(line if old.startswith("Exec=") else old for old in lines) + "\n"


def _exec_word(word: str) -> str:
    """One argument of an Exec key: quoted for the command line, then escaped as a string."""
    quoted = '"' + word.translate(_QUOTED).replace("%", "%%") + '"'
    return quoted.replace("\\", "\\\\")


def _share() -> Path:
    """The person's data home (XDG); an empty or relative variable counts as unset."""
    named = Path(os.environ.get("XDG_DATA_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".local" / "share"


def _menu_entry() -> Path:
    return _share() / "applications" / ENTRY.name


def _icon(folder: str, suffix: str) -> Path:
    return _share() / "icons" / "hicolor" / folder / "apps" / f"{APP_ID}.{suffix}"


def _desktop() -> Path | None:
    """The desktop folder; None where the person has switched it off (it is their home then)."""
    if tool := shutil.which("xdg-user-dir"):
        done = subprocess.run([tool, "DESKTOP"], capture_output=True, text=True, check=False)
        named = Path(done.stdout.strip())
        if done.returncode == 0 and named.is_absolute():
            return None if named.resolve() == Path.home().resolve() else named
    return Path.home() / "Desktop"


def _write(file: Path, content: bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def _trusted(entry: Path) -> Path:
    """Let the desktop start `entry` without asking: executable, and marked as GNOME and Xfce do."""
    entry.chmod(0o755)
    marks = {
        "metadata::trusted": "true",
        "metadata::xfce-exe-checksum": hashlib.sha256(entry.read_bytes()).hexdigest(),
    }
    for name, value in marks.items():
        _quietly("gio", "set", "-t", "string", str(entry), name, value)
    return entry


def _announce() -> None:
    """Tell running desktops that menu and icons have changed."""
    if (icons := _share() / "icons" / "hicolor").is_dir():
        os.utime(icons)
    if (applications := _menu_entry().parent).is_dir():
        _quietly("update-desktop-database", str(applications))


def _quietly(tool: str, *arguments: str) -> None:
    """Run `tool` where it exists; what it cannot do here is no failure of ours."""
    if shutil.which(tool):
        subprocess.run([tool, *arguments], capture_output=True, check=False)


def _drop_empty_cache(applications: Path) -> None:
    """Remove the type cache that `update-desktop-database` made, when no entry is left in it."""
    cache = applications / "mimeinfo.cache"
    if cache.exists() and not any(applications.rglob("*.desktop")):
        cache.unlink()


def _drop_empty_folders(folder: Path) -> None:
    """Remove `folder` and its parents below the data home as long as they are empty."""
    while folder != _share() and folder.is_relative_to(_share()) and folder.is_dir():
        if any(folder.iterdir()):
            return
        folder.rmdir()
        folder = folder.parent
