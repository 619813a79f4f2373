"""A real, throw-away desktop: X server, session bus, window manager, and a home of its own.

Everything is started here and ended by its own process id; nothing of the person's session is used.
"""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import pytest

Found = TypeVar("Found")

AT_SPI_LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
PATIENCE_S = 30.0
_ACCESSIBILITY_BUS = (
    *("dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus"),
    *("/org/a11y/bus", "org.a11y.Bus.GetAddress"),
)

# What would lead a program out of the throw-away home, or Qt away from the virtual display.
_LEFT_BEHIND = (
    "DBUS_SESSION_BUS_ADDRESS",
    "QT_QPA_PLATFORM",
    "SESSION_MANAGER",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "XDG_CURRENT_DESKTOP",
)


def need(*programs: str) -> None:
    """Skip without the programs of the virtual desktop; where CI promised them, fail instead."""
    missing = [name for name in programs if not shutil.which(name) and not Path(name).exists()]
    if missing and os.environ.get("CI"):
        pytest.fail(f"not installed: {', '.join(missing)}")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


def soon(look: Callable[[], Found], patience: float = PATIENCE_S) -> Found:
    """Look until there is something; returns what was seen last after `patience` seconds."""
    end = time.monotonic() + patience
    while not (found := look()) and time.monotonic() < end:
        time.sleep(0.05)
    return found


def until(look: Callable[[], Found], what: str) -> Found:
    """Wait until there is something; fails and names it when there never is."""
    return soon(look) or pytest.fail(f"waited {PATIENCE_S:.0f} s in vain for {what}")


def command_line(number: int) -> list[str]:
    """The words that started a process; none when it has ended, even if nobody asked how."""
    try:
        return Path(f"/proc/{number}/cmdline").read_text().split("\0")[:-1]
    except FileNotFoundError:
        return []


class Desktop:
    """A display with a window manager and a session bus, for as long as the `with` block lasts."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.logs = folder / "logs"
        self.env = {k: v for k, v in os.environ.items() if k not in _LEFT_BEHIND}
        self._ending = ExitStack()

    def __enter__(self) -> Self:
        self._make_home()
        # Without -noreset the server starts afresh whenever its last client goes, and takes the
        # window manager that is just arriving with it.
        display = self._announced(
            ["Xvfb", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"]
        )
        self.env["DISPLAY"] = f":{display}"
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._announced(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile"]
        )
        if AT_SPI_LAUNCHER.exists():
            self.start([str(AT_SPI_LAUNCHER), "--launch-immediately"])
            # A program that starts before this bus answers is never seen on it.
            until(lambda: self.ask(*_ACCESSIBILITY_BUS), "the accessibility bus")
        self.start(["openbox"])
        until(
            lambda: "_NET_ACTIVE_WINDOW" in self.ask("xprop", "-root", "_NET_SUPPORTED"),
            "the window manager",
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ending.close()

    def start(self, command: Sequence[str], **env: str) -> subprocess.Popen[bytes]:
        """Start a program of this desktop; it is ended with it. Its output goes to a log."""
        with (self.logs / f"{Path(command[0]).name}.log").open("ab") as log:
            process = subprocess.Popen(
                command,
                env={**self.env, **env},
                cwd=self.home,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self._ending.callback(_end, process)
        return process

    def ask(self, *command: str) -> str:
        """What a short-lived program prints; nothing when it fails or does not come to an end."""
        try:
            done = subprocess.run(
                command,
                env=self.env,
                cwd=self.home,
                capture_output=True,
                text=True,
                check=False,
                timeout=PATIENCE_S / 3,
            )
        except subprocess.TimeoutExpired:
            return ""
        return done.stdout.strip() if done.returncode == 0 else ""

    def hand(self, *acts: str) -> None:
        """What a hand does with mouse and keyboard, in xdotool's words; a slip fails the test."""
        done = subprocess.run(
            ["xdotool", *acts], env=self.env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{acts}: {done.stderr}"

    def windows(self, kind: str, pattern: str) -> list[str]:
        """Visible windows by `--name`, `--class` or `--pid`; `pattern` is a regular expression."""
        return self.ask("xdotool", "search", "--onlyvisible", kind, pattern).split()

    def window(self, kind: str, pattern: str) -> str:
        """The id of the one window that is waited for."""
        found = until(lambda: self.windows(kind, pattern), f"a window with {kind} {pattern!r}")
        return found[-1]

    def process_of(self, window: str) -> int:
        """The id of the process that shows `window`; it is ended with the desktop at the latest."""
        number = int(self.ask("xdotool", "getwindowpid", window))
        self._ending.callback(_end_number, number)
        return number

    def double_click(self, x: int, y: int) -> None:
        """Double-click with the left button at a place of the screen, as a hand does."""
        self.hand("mousemove", str(x), str(y), "sleep", "0.3")
        self.hand("click", "--repeat", "2", "--delay", "80", "1")

    def close(self, window: str) -> None:
        """Close a window by the keyboard."""
        self.hand("windowactivate", "--sync", window, "key", "alt+F4")

    def _make_home(self) -> None:
        runtime = self.home / ".run"
        runtime.mkdir(parents=True, mode=0o700)
        self.logs.mkdir()
        self.env |= {
            "GVFS_DISABLE_FUSE": "1",  # else the home cannot be removed
            "HOME": str(self.home),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_CACHE_HOME": str(self.home / ".cache"),
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "XDG_DATA_HOME": str(self.home / ".local" / "share"),
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_STATE_HOME": str(self.home / ".local" / "state"),
        }

    def _announced(self, command: list[str]) -> str:
        """Start a server that writes its address to a descriptor of ours; returns the address."""
        flag = "-displayfd" if command[0] == "Xvfb" else "--print-address"
        reading, writing = os.pipe()
        self._ending.callback(os.close, reading)
        arguments = [flag, str(writing)] if flag == "-displayfd" else [f"{flag}={writing}"]
        with (self.logs / f"{command[0]}.log").open("wb") as log:
            process = subprocess.Popen(
                [*command, *arguments],
                env=self.env,
                pass_fds=[writing],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        os.close(writing)
        self._ending.callback(_end, process)
        if not select.select([reading], [], [], PATIENCE_S)[0]:
            pytest.fail(f"{command[0]} does not say where it is")
        return os.read(reading, 4096).decode().strip()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a child of ours, with force if it does not listen."""
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(5)


def _end_number(number: int) -> None:
    """End a process that the file manager started for us."""
    if command_line(number):
        os.kill(number, signal.SIGTERM)
