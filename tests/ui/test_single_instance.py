"""One window per data folder: who is first, what is handed over, and what is refused."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtNetwork import QLocalSocket  # noqa: TID251 - the other end of the door
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint.errors import FootprintError
from footprint.ui.single_instance import (
    MESSAGE_LIMIT,
    SingleInstance,
    meeting_place,
    understood,
)

# A second start, as it really is: another process. Prints whether it became the first.
SECOND = """
import sys
from pathlib import Path
from footprint.errors import FootprintError
from footprint.ui.single_instance import SingleInstance
instance = SingleInstance(Path(sys.argv[1]))
try:
    print(instance.claim_or_hand_over([Path(name) for name in sys.argv[3:]], float(sys.argv[2])))
except FootprintError as error:
    print(error)
"""
# A first start that says so and then does nothing more, as if it hung or were killed.
FIRST = """
import sys, time
from pathlib import Path
from footprint.ui.single_instance import SingleInstance
instance = SingleInstance(Path(sys.argv[1]))
if instance.claim():
    instance.listen()
    print("first", flush=True)
    time.sleep(60)
"""


@pytest.fixture(autouse=True)
def _short_runtime_folder(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))


@pytest.fixture
def first(qapp: QApplication, tmp_path: Path) -> Iterator[SingleInstance]:
    """The first on a folder, with its door open."""
    instance = SingleInstance(tmp_path)
    assert instance.claim()
    instance.listen()
    yield instance
    instance.close()


def _start(program: str, *arguments: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)], stdout=subprocess.PIPE, text=True
    )


def _said(process: subprocess.Popen[str]) -> str:
    return process.communicate(timeout=30)[0].strip()


def _knock(place: str, line: bytes) -> QLocalSocket:
    socket = QLocalSocket()
    socket.connectToServer(place)
    assert socket.waitForConnected(1000)
    socket.write(line)
    socket.flush()
    return socket


@pytest.mark.parametrize("names", [[], ["/föö/Füße holiday.zip", "/b\udce9.zip"]])
def test_the_second_hands_its_files_over(
    qtbot: QtBot, first: SingleInstance, tmp_path: Path, names: list[str]
) -> None:
    with qtbot.waitSignal(first.handed_over, timeout=20_000) as told:
        second = _start(SECOND, tmp_path, "20", *names)
    assert told.args == [[Path(name) for name in names]]
    assert _said(second) == "False"


def test_names_are_made_whole(
    qtbot: QtBot, first: SingleInstance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    monkeypatch.chdir(tmp_path)
    with qtbot.waitSignal(first.handed_over, timeout=20_000) as told:
        second = _start(SECOND, tmp_path, "20", "holiday.zip")
    assert told.args == [[tmp_path / "holiday.zip"]]
    assert _said(second) == "False"


def test_another_folder_has_another_first(first: SingleInstance, tmp_path: Path) -> None:
    other = SingleInstance(tmp_path / "other")
    assert other.place != first.place
    assert other.claim()
    other.close()


def test_the_same_folder_by_another_name_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "data")
    assert meeting_place(tmp_path / "link") == meeting_place(tmp_path / "data" / ".." / "data")


def test_a_killed_first_leaves_no_lock(qtbot: QtBot, tmp_path: Path) -> None:
    killed = _start(FIRST, tmp_path)
    assert killed.stdout is not None
    assert killed.stdout.readline() == "first\n"
    killed.send_signal(signal.SIGKILL)
    _said(killed)

    instance = SingleInstance(tmp_path)
    assert instance.claim_or_hand_over([], patience=0)
    instance.listen()
    with qtbot.waitSignal(instance.handed_over, timeout=20_000):
        second = _start(SECOND, tmp_path, "20")
    assert _said(second) == "False"
    instance.close()


def test_a_first_that_does_not_answer_is_told(tmp_path: Path) -> None:
    instance = SingleInstance(tmp_path)
    assert instance.claim()  # and never listens
    assert "does not answer" in _said(_start(SECOND, tmp_path, "0"))
    instance.close()


def test_the_folder_is_free_after_the_end(tmp_path: Path, first: SingleInstance) -> None:
    first.close()
    again = SingleInstance(tmp_path)
    assert again.claim_or_hand_over([], patience=0)
    again.close()


def test_without_a_place_for_the_lock_the_window_opens_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instance = SingleInstance(tmp_path)
    monkeypatch.setattr(instance, "_lock", QLockFile(str(tmp_path / "missing" / "lock")))
    assert instance.claim()


def test_too_many_files_are_refused_in_words(first: SingleInstance, tmp_path: Path) -> None:
    second = SingleInstance(tmp_path)
    with pytest.raises(FootprintError, match="too many files"):
        second.claim_or_hand_over([Path(f"/{n:0100}") for n in range(1000)])


def test_a_socket_of_somebody_else_learns_nothing(
    qtbot: QtBot, first: SingleInstance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[object] = []
    first.handed_over.connect(heard.append)
    owner = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: owner + 1)
    second = SingleInstance(tmp_path)
    second.place, second._lock = first.place, QLockFile(f"{first.place}.lock")
    with pytest.raises(FootprintError, match="does not answer"):
        second.claim_or_hand_over([Path("/secret.zip")], patience=0)
    qtbot.wait(50)
    assert heard == []


BAD = [
    b"\n",
    b"[]",
    b"[]\n[]\n",
    b"[]\nmore",
    b"{}\n",
    b'"/a"\n',
    b"[1]\n",
    b'["relative.zip"]\n',
    b'["/a\\u0000b"]\n',
    b"\xff\xfe\n",
    b"[" * 50_000 + b"\n",
    json.dumps(["/" + "a" * MESSAGE_LIMIT]).encode() + b"\n",
]


@pytest.mark.parametrize("line", BAD, ids=[str(line[:12]) for line in BAD])
def test_anything_but_a_list_of_absolute_paths_is_refused(line: bytes) -> None:
    assert understood(line) is None


def test_a_list_of_absolute_paths_is_understood() -> None:
    assert understood(b'["/a.zip", "/b"]\n') == [Path("/a.zip"), Path("/b")]
    assert understood(b"[]\n") == []


@pytest.mark.parametrize("line", [b'["relative.zip"]\n', b"x" * 2 * MESSAGE_LIMIT])
def test_the_door_closes_on_what_it_does_not_understand(
    qtbot: QtBot, first: SingleInstance, line: bytes
) -> None:
    heard: list[object] = []
    first.handed_over.connect(heard.append)
    socket = _knock(first.place, line)
    closed = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: socket.state() == closed, timeout=5_000)
    assert bytes(socket.readAll().data()) == b""
    assert heard == []


def test_a_message_in_pieces_arrives_whole(qtbot: QtBot, first: SingleInstance) -> None:
    socket = _knock(first.place, b'["/a')
    qtbot.wait(50)
    with qtbot.waitSignal(first.handed_over, timeout=5_000) as told:
        socket.write(b'.zip"]\n')
    assert told.args == [[Path("/a.zip")]]
