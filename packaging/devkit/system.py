"""What the operating system must bring along: Qt's libraries, and the desktop that the tests drive.

Missing parts are installed where that is possible without asking (root on Debian or Ubuntu); else
the one line that does it is printed.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from devkit.places import Refused, say

# Library → the Debian package that brings it. What the wheel of Qt loads but does not contain.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FONTS = "fonts-dejavu-core"

# Program → the Debian package that brings it. The desktop of the end-to-end tests, the validators.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "appstreamcli": "appstream",
    "dbus-daemon": "dbus-daemon",
    "dbus-send": "dbus-bin",
    "desktop-file-validate": "desktop-file-utils",
    "openbox": "openbox",
    "pcmanfm": "pcmanfm",
    "strace": "strace",
    "xdotool": "xdotool",
    "xprop": "x11-utils",
}
AT_SPI_LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = Path("/usr/bin/python3")
AT_SPI_CLIENT = ("python3-gi", "gir1.2-atspi-2.0")


def ensure_qt(*, must: bool) -> None:
    """See to Qt's libraries. Raises `Refused` where they `must` be there and cannot be had.

    Else going on is right: Footprint's command line needs none of them.
    """
    if sys.platform == "linux":
        _ensure(_missing_qt(), "Qt's windows need")
        if must:
            _refuse_without_qt()


def ensure_tests() -> None:
    """See to everything that the tests need. Raises `Refused` when Qt could not run at all.

    Without the desktop programs the end-to-end tests are skipped, and say so.
    """
    if sys.platform == "linux":
        _ensure(_missing_qt() + _missing_desktop(), "The tests need")
        _refuse_without_qt()


def ensure_bundle() -> None:
    """See to what PyInstaller takes from the system. Raises `Refused` when it cannot be had."""
    if sys.platform == "linux":
        _ensure(_missing_qt() + _missing_bundle(), "The bundle needs")
        if left := _missing_qt() + _missing_bundle():
            raise Refused(f"This cannot be done without {' '.join(left)}.")


def _refuse_without_qt() -> None:
    if left := _missing_qt():
        raise Refused(f"This cannot be done without {' '.join(left)}.")


def _missing_qt() -> list[str]:
    """Packages whose library cannot be loaded, and the font package where there is no font."""
    missing = [package for library, package in QT_LIBRARIES.items() if not _loads(library)]
    fonts = Path("/usr/share/fonts")
    if not any(fonts.rglob("*.[to]tf")):
        missing.append(FONTS)
    return missing


def _missing_desktop() -> list[str]:
    """Packages of the virtual desktop and the validators that are not there."""
    missing = [package for name, package in TEST_PROGRAMS.items() if not shutil.which(name)]
    if not AT_SPI_LAUNCHER.exists():
        missing.append("at-spi2-core")
    if not _has_at_spi_client():
        missing.extend(AT_SPI_CLIENT)
    return missing


def _missing_bundle() -> list[str]:
    """Packages of the tools that read programs, and of the interpreter as a library."""
    missing = [] if shutil.which("objdump") else ["binutils"]
    library = sysconfig.get_config_var("INSTSONAME") or ""
    if ".so" in library and not _loads(library):
        missing.append(library.partition(".so")[0])
    return missing


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_at_spi_client() -> bool:
    """Whether the system's Python can speak AT-SPI (these bindings are not on any index)."""
    probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if not SYSTEM_PYTHON.exists():
        return False
    done = subprocess.run([SYSTEM_PYTHON, "-c", probe], capture_output=True, check=False)
    return done.returncode == 0


def _ensure(packages: list[str], need: str) -> None:
    """Install what is missing where that can be done unasked, or say what would."""
    if not packages:
        return
    apt = shutil.which("apt-get")
    if apt and os.geteuid() == 0:
        say(f"{need} {' '.join(packages)}: installing …")
        _install(apt, packages)
    elif apt:
        say(f"{need} what is not installed here. This brings it:\n")
        say(f"    sudo apt-get install -y --no-install-recommends {' '.join(packages)}\n")
    else:
        say(f"{need} what is not installed here; Debian calls it: {' '.join(packages)}")


def _install(apt: str, packages: list[str]) -> None:
    """Install with apt-get, asking nothing; when it fails, its last words are passed on."""
    steps = (
        [apt, "update", "-q"],
        [apt, "install", "-y", "-q", "--no-install-recommends", *packages],
    )
    for step in steps:
        done = subprocess.run(
            step,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            tail = "\n".join(done.stdout.splitlines()[-15:])
            say(f"{' '.join(step)} failed:\n{tail}")
            return
