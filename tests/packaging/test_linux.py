"""Menu entry and metainfo are what the validators and the desktops of Linux expect."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from devkit.launchers import icons, linux
from devkit.places import APP_ID, ICON, NAME

import footprint
from footprint.ui import start
from tests.e2e.desktop import need, soon

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="freedesktop.org rules")

AWKWARD = ["Füß print", "100% %f", 'a "b"', "$HOME `id`", "back\\slash", "it's; & (x) #~*?<>|"]
# Starts an entry by GLib's own rules, as GNOME, Xfce and others do.
_LAUNCH = """
import sys
from gi.repository import Gio
entry = Gio.DesktopAppInfo.new_from_filename(sys.argv[1])
entry.launch([Gio.File.new_for_path(path) for path in sys.argv[2:]], None)
"""


def _validate(*command: str | Path) -> None:
    need(str(command[0]))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, done.stdout), done.stdout
    assert not re.search(r"\b(error|warning)\b|^[EW]:", done.stdout, re.MULTILINE), done.stdout


def test_entry_is_valid() -> None:
    _validate("desktop-file-validate", linux.ENTRY)


def test_metainfo_is_valid() -> None:
    _validate("appstreamcli", "validate", "--no-net", linux.METAINFO)


def test_metainfo_tells_this_version() -> None:
    releases = ET.parse(linux.METAINFO).findall("releases/release")
    assert releases[0].get("version") == footprint.__version__


def test_one_name_everywhere() -> None:
    entry = linux.ENTRY.read_text(encoding="utf-8")
    assert linux.ENTRY.stem == APP_ID == start.DESKTOP_ID
    assert f"\nIcon={APP_ID}\n" in entry
    assert f"\nStartupWMClass={NAME}\n" in entry
    assert f"<id>{APP_ID}</id>" in linux.METAINFO.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", AWKWARD)
def test_exec_line_starts_any_path(folder: str, tmp_path: Path) -> None:
    python = "/usr/bin/python3"
    need(python)
    if subprocess.run([python, "-c", "import gi"], capture_output=True, check=False).returncode:
        need("python3-gi")
    program = tmp_path / folder / "program"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > "$TOLD.part"; mv "$TOLD.part" "$TOLD"\n')
    program.chmod(0o755)
    entry = tmp_path / "x.desktop"
    entry.write_text(linux.entry_text([str(program), "-m", "100% \\$x"]), encoding="utf-8")
    _validate("desktop-file-validate", entry)

    told, archive = tmp_path / "told", tmp_path / "an archive.zip"
    env = {**os.environ, "TOLD": str(told)}
    subprocess.run([python, "-c", _LAUNCH, entry, archive], env=env, check=True)
    soon(told.exists, patience=10)
    assert told.read_text().splitlines() == ["-m", "100% \\$x", str(archive)]


def test_no_desktop_folder_no_icon_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    tools = tmp_path / "tools"
    tools.mkdir()
    home.mkdir()
    (tools / "xdg-user-dir").write_text('#!/bin/sh\necho "$HOME"\n')
    (tools / "xdg-user-dir").chmod(0o755)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", "relative/is/unset")
    monkeypatch.setenv("PATH", str(tools), prepend=os.pathsep)
    installed = list(linux.install())
    assert {path.relative_to(home).parts[:2] for path in installed} == {(".local", "share")}
    assert list(linux.uninstall()) == installed
    assert list(home.iterdir()) == [home / ".local"]


def test_icons_have_their_sizes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from PySide6.QtGui import QImage

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    pictures = [path for path in linux.install() if path.suffix == ".png"]
    sizes = {path.parts[-3]: QImage(str(path)).size().toTuple() for path in pictures}
    assert sizes == {f"{size}x{size}": (size, size) for size in icons.SIZES}
    assert (tmp_path / "icons/hicolor/scalable/apps" / f"{APP_ID}.svg").read_bytes() == (
        ICON.read_bytes()
    )
