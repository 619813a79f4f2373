"""Asks the desktop's settings portal for light or dark, where Qt itself does not know."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusVariant,
)

_SERVICE = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_INTERFACE = "org.freedesktop.portal.Settings"
_GROUP = "org.freedesktop.appearance"
_SCHEME, _CONTRAST = "color-scheme", "contrast"
_DARK, _STRONG = 1, 1
# A portal that is not there answers at once; one that hangs is not waited for.
_PATIENCE_MS = 1000


class Portal(QObject):
    """Emits `told` when the portal has answered, and again whenever its settings change."""

    told = Signal(object, bool)  # dark: bool | None, strong contrast

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values: dict[str, int] = {}
        self._calls: set[QDBusPendingCallWatcher] = set()
        self._bus = QDBusConnection.sessionBus()

    def ask(self) -> None:
        """Ask without waiting; nothing is told where there is no portal."""
        if not self._bus.isConnected():
            return
        slot: Any = SLOT("_changed(QDBusMessage)")  # a str, which the stubs do not know
        self._bus.connect("", _PATH, _INTERFACE, "SettingChanged", self, slot)
        for key in (_SCHEME, _CONTRAST):
            message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _INTERFACE, "Read")
            message.setArguments([_GROUP, key])
            call = QDBusPendingCallWatcher(self._bus.asyncCall(message, _PATIENCE_MS), self)
            call.setObjectName(key)
            call.finished.connect(self._answered)
            self._calls.add(call)

    @Slot(QDBusPendingCallWatcher)
    def _answered(self, call: QDBusPendingCallWatcher) -> None:
        self._calls.discard(call)
        if not call.isError():
            self._hear(call.objectName(), call.reply().arguments())
        call.deleteLater()

    @Slot(QDBusMessage)
    def _changed(self, message: QDBusMessage) -> None:
        group, key, *value = [*message.arguments(), None, None][:3]
        if group == _GROUP:
            self._hear(str(key), value)

    def _hear(self, key: str, arguments: list[object]) -> None:
        value = arguments[0] if arguments else None
        while isinstance(value, QDBusVariant):  # `Read` wraps its answer twice
            value = value.variant()
        if key not in {_SCHEME, _CONTRAST} or not isinstance(value, int):
            return
        self._values[key] = value
        scheme = self._values.get(_SCHEME, 0)
        self.told.emit(scheme == _DARK if scheme else None, self._values.get(_CONTRAST) == _STRONG)
