"""The real program is watched while it is used: it opens no socket that leaves the machine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop, need, until

ROOT = Path(__file__).parents[2]


def test_no_socket_leaves_the_machine(tmp_path: Path) -> None:
    """Start, every page, the detail of a service: sockets of the display and the session only."""
    need("strace", "Xvfb", "openbox", "xdotool", "dbus-daemon", "xprop")
    if subprocess.run(["strace", "-o", os.devnull, "true"], check=False).returncode:
        pytest.skip("nothing may be traced here")
    log, folder = tmp_path / "calls", tmp_path / "data"
    with Desktop(tmp_path / "desktop") as desktop:
        watch = ["strace", "-f", "-q", "-e", "trace=socket,connect", "-o", str(log)]
        program = [sys.executable, "-m", "footprint", "--data-dir", str(folder)]
        desktop.start([*watch, *program], PYTHONPATH=str(ROOT))
        window = desktop.window("--name", "Footprint")
        desktop.hand("windowactivate", "--sync", window)
        for page in "12345":
            desktop.hand("key", f"ctrl+{page}", "sleep", "0.7")
        desktop.hand("type", "klout")
        desktop.hand("sleep", "0.7", "key", "Return", "sleep", "0.7")
        time.sleep(1)
        desktop.close(window)
        until(lambda: not desktop.windows("--name", "Footprint"), "the end of the program")
    calls = log.read_text(errors="replace")
    families = set(re.findall(r"socket\((AF_\w+)", calls))
    assert families == {"AF_UNIX"}, calls
    assert oct(folder.stat().st_mode & 0o077) == "0o0"
