"""The installed pair of Python and PySide6 keeps its reference counts."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal

CALLS = 500


class _Bell(QObject):
    rung = Signal()


def test_void_calls_keep_none() -> None:
    # PySide6 6.12.0 on Python 3.11 loses one reference a call, and the interpreter dies of it.
    bell = _Bell()
    before = sys.getrefcount(None)
    for number in range(CALLS):
        bell.setObjectName(str(number))
    assert sys.getrefcount(None) > before - CALLS // 5


def test_emissions_keep_true() -> None:
    bell = _Bell()
    before = sys.getrefcount(True)
    for _ in range(CALLS):
        bell.rung.emit()
    assert sys.getrefcount(True) > before - CALLS // 5
