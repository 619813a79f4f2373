"""One window per data folder: a second start hands its files to the first and raises it."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCryptographicHash, QDir, QLockFile, QObject, Signal, Slot

from footprint.errors import FootprintError
from footprint.i18n import _

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

# QtNetwork is loaded when somebody is to be spoken to: the first paint does not wait for it.
# ruff: noqa: PLC0415

MESSAGE_LIMIT = 64 * 1024  # bytes, the line's end included
PATIENCE_S = 5.0
_TAKEN = b"taken\n"
_PATH_LIMIT = 100  # of a socket's path, in bytes: systems take 104 to 108


class SingleInstance(QObject):
    """The claim on a data folder, and the door at which later starts knock."""

    handed_over = Signal(object)  # list[Path]; empty when the window is only to be raised

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.place = meeting_place(folder)
        self._lock = QLockFile(f"{self.place}.lock")
        # A lock is stale when its process is gone, never because it is old.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Become the first; False when another Footprint has this folder open."""
        if self._lock.tryLock(0):
            return True
        # Where no lock can be made at all, SQLite's own locks have to do.
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def listen(self) -> None:
        """Open the door; without one a later start says that the folder is in use."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(_door(self.place))  # what a crash has left behind
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        self._server.listen(_door(self.place))

    def close(self) -> None:
        """Give the folder back."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    @Slot()
    def _greet(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()):
            visitor = _Visitor(socket, self)
            visitor.said.connect(self.handed_over)

    # --- the second start ----------------------------------------------------------------------

    def claim_or_hand_over(self, files: Sequence[Path], patience: float = PATIENCE_S) -> bool:
        """Become the first, or give `files` to the one that is; True when this one is the first.

        The first may still be starting, or end meanwhile: both are tried for `patience` seconds.
        Raises `FootprintError` when the first does not answer.
        """
        end = time.monotonic() + patience
        while not self.claim():
            if _handed_over(self.place, files):
                return False
            if time.monotonic() > end:
                raise FootprintError(
                    _("Footprint is already open on this data folder, but does not answer."),
                    _("Close its window, or end the program, and try again."),
                )
            time.sleep(0.05)
        return True


class _Visitor(QObject):
    """One knock at the door: a line of at most `MESSAGE_LIMIT` bytes, or nothing."""

    said = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._line = bytearray()
        socket.setParent(self)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self.deleteLater)
        self._read()

    @Slot()
    def _read(self) -> None:
        self._line += self._socket.read(MESSAGE_LIMIT + 1 - len(self._line)).data()
        if b"\n" in self._line:
            paths = understood(bytes(self._line))
            if paths is not None:
                self._socket.write(_TAKEN)
                self._socket.flush()
                self.said.emit(paths)
            self._socket.disconnectFromServer()
        elif len(self._line) > MESSAGE_LIMIT:
            self._socket.abort()


def meeting_place(folder: Path) -> str:
    """The path at which the Footprints of one person that want `folder` find each other."""
    who = os.getuid() if hasattr(os, "getuid") else ""
    told = f"{folder.resolve()}\0{who}"
    # Qt's own sum: hashlib would load OpenSSL for it, which the first paint need not wait for.
    sum_of = QCryptographicHash(QCryptographicHash.Algorithm.Sha256)
    sum_of.addData(told.encode("utf-8", "surrogateescape"))
    name = f"footprint-{bytes(sum_of.result().toHex().data()).decode()[:12]}"
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    own = runtime / name
    if runtime.is_absolute() and runtime.is_dir() and len(os.fsencode(own)) < _PATH_LIMIT:
        return str(own)
    return QDir.temp().filePath(name)


def _door(place: str) -> str:
    """The name of the server: a socket's path, or the name of a pipe on Windows."""
    return Path(place).name if os.name == "nt" else place


def understood(line: bytes) -> list[Path] | None:
    """The paths in a message; None for anything but one line with a list of absolute paths."""
    text, end, rest = line.partition(b"\n")
    if not end or rest or len(line) > MESSAGE_LIMIT:
        return None
    try:
        told: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, list) or not all(map(_is_path, told)):
        return None
    return [Path(name) for name in told]


def _is_path(told: object) -> bool:
    return isinstance(told, str) and "\0" not in told and Path(told).is_absolute()


def _handed_over(place: str, files: Sequence[Path]) -> bool:
    """Give `files` to who listens at `place`; whether they were taken."""
    from PySide6.QtNetwork import QLocalSocket

    if not _is_ours(Path(place)):
        return False
    # JSON escapes what is not ASCII: also the bytes of a name that is not UTF-8 arrive whole.
    line = json.dumps([str(file.absolute()) for file in files]).encode() + b"\n"
    if len(line) > MESSAGE_LIMIT:
        raise FootprintError(
            _("These are too many files to hand to the open Footprint at once."),
            _("Drop them on its window instead."),
        )
    socket = QLocalSocket()
    socket.connectToServer(_door(place))
    if not socket.waitForConnected(1000):
        return False
    socket.write(line)
    socket.waitForBytesWritten(1000)
    answer = bytearray()
    while socket.waitForReadyRead(int(PATIENCE_S * 1000)) and len(answer) < len(_TAKEN):
        answer += socket.readAll().data()
        if answer == _TAKEN:
            return True
    return bool(answer == _TAKEN)


def _is_ours(socket: Path) -> bool:
    """Nobody else may have put a socket there to learn which files are opened (in /tmp)."""
    if not hasattr(os, "getuid"):
        return True
    try:
        return socket.lstat().st_uid == os.getuid()
    except OSError:
        return False
