"""A small application bundle in the person's own Applications folder, and a link on the desktop."""

from __future__ import annotations

import plistlib
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

from devkit.launchers.icons import icns
from devkit.places import APP_ID, NAME, script


def install() -> Iterator[Path]:
    """Write the bundle and the link; yields both."""
    bundle = _bundle()
    contents = bundle / "Contents"
    for folder in ("MacOS", "Resources"):
        (contents / folder).mkdir(parents=True, exist_ok=True)
    (contents / "Info.plist").write_bytes(plistlib.dumps(properties()))
    (contents / "Resources" / "footprint.icns").write_bytes(icns())
    starter = contents / "MacOS" / NAME
    starter.write_text(starter_text(script("python")), encoding="utf-8")
    starter.chmod(0o755)
    yield bundle
    link = _link()
    link.unlink(missing_ok=True)
    link.symlink_to(bundle)
    yield link


def uninstall() -> Iterator[Path]:
    """Remove the link and the bundle; yields both where they were."""
    if _link().is_symlink():
        _link().unlink()
        yield _link()
    if _bundle().exists():
        shutil.rmtree(_bundle())
        yield _bundle()


def properties() -> dict[str, object]:
    """What the system needs to know of the bundle (Info.plist)."""
    return {
        "CFBundleIdentifier": APP_ID,
        "CFBundleName": NAME,
        "CFBundleDisplayName": NAME,
        "CFBundleExecutable": NAME,
        "CFBundleIconFile": "footprint.icns",
        "CFBundlePackageType": "APPL",
        "NSHighResolutionCapable": True,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "None",
                "LSItemContentTypes": ["public.zip-archive"],
            }
        ],
    }


def starter_text(python: str) -> str:
    """The program of the bundle: hands over to the environment's interpreter."""
    return f'#!/bin/sh\nexec {shlex.quote(python)} -m footprint "$@"\n'


def _bundle() -> Path:
    return Path.home() / "Applications" / f"{NAME}.app"


def _link() -> Path:
    return Path.home() / "Desktop" / NAME
