"""What Windows and macOS get, as far as it can be seen without them: files, not their effect."""

from __future__ import annotations

import plistlib
import re
import subprocess
from pathlib import Path

import pytest
from devkit.launchers import icons, macos, windows
from devkit.places import APP_ID, NAME, WINDOWS
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage, QImageReader


def _pictures(container: bytes, kind: bytes) -> list[QImage]:
    """Every picture in an icon file, as Qt's reader of that format finds them."""
    buffer = QBuffer()
    buffer.setData(QByteArray(container))
    reader = QImageReader(buffer, QByteArray(kind))
    pictures = []
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        pictures.append(reader.read())
    return pictures


def _is_our_icon(picture: QImage) -> bool:
    """A see-through corner, the blue ground, and the white print in the middle."""
    side = picture.width()
    ground = QColor(picture.pixel(side // 2, side // 8))
    return (
        picture.pixelColor(0, 0).alpha() == 0
        and picture.pixelColor(side // 2 - side // 16, side * 5 // 8).lightness() > 240
        and ground.blue() > 200
        and ground.red() < 60
    )


def test_windows_icon_holds_every_size() -> None:
    pictures = _pictures(icons.ico(), b"ico")
    assert sorted(picture.width() for picture in pictures) == list(icons.ICO_SIZES)
    assert all(_is_our_icon(picture) for picture in pictures)


def test_macos_icon_holds_every_size() -> None:
    pictures = _pictures(icons.icns(), b"icns")
    assert {picture.width() for picture in pictures} == set(icons.ICNS_CODES)
    assert all(_is_our_icon(picture) for picture in pictures)


def test_shortcut_script_takes_what_it_is_given() -> None:
    command = windows.shortcut_command("create", "Desktop")
    given = {word[1:] for word in command[command.index(str(windows.SHORTCUT)) + 1 :: 2]}
    script = windows.SHORTCUT.read_text(encoding="utf-8")
    assert given == set(re.findall(r"\[string\] \$(\w+)", script))
    for value in ("create", "remove", "Programs", "Desktop"):
        assert f'"{value}"' in script


def test_shortcut_script_is_plain_ascii() -> None:
    # Windows' own PowerShell reads a script without a mark in the machine's old code page.
    assert windows.SHORTCUT.read_bytes().isascii()


@pytest.mark.skipif(WINDOWS, reason="a bundle is made of links and modes that Windows lacks")
def test_macos_bundle_starts_and_goes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "it's $a %" / "python"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nprintf "%s|" "$@"\n')
    program.chmod(0o755)
    home = tmp_path / "home"
    (home / "Desktop").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setattr(macos, "script", lambda name: str(program.with_name(name)))
    monkeypatch.setattr(macos, "icns", lambda: b"icns")

    assert list(macos.install()) == list(macos.install())
    bundle = home / "Applications" / f"{NAME}.app"
    properties = plistlib.loads((bundle / "Contents" / "Info.plist").read_bytes())
    assert properties["CFBundleIdentifier"] == APP_ID
    assert (bundle / "Contents" / "Resources" / properties["CFBundleIconFile"]).exists()
    starter = bundle / "Contents" / "MacOS" / properties["CFBundleExecutable"]
    told = subprocess.run([starter, "a b.zip"], capture_output=True, text=True, check=True).stdout
    assert told == "-m|footprint|a b.zip|"

    list(macos.uninstall())
    assert [path for path in home.rglob("*") if not path.is_dir()] == []
    assert list(macos.uninstall()) == []
