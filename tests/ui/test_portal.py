"""What the settings portal answers, in the shapes in which portals answer it."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QApplication

if not sys.platform.startswith("linux"):
    pytest.skip("the portal is a matter of Linux desktops", allow_module_level=True)

from PySide6.QtDBus import QDBusMessage, QDBusVariant

from footprint.ui.portal import Portal

PATH = "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.portal.Settings"
APPEARANCE = "org.freedesktop.appearance"


@pytest.fixture
def told(qapp: QApplication) -> list[tuple[bool | None, bool]]:
    return []


@pytest.fixture
def portal(told: list[tuple[bool | None, bool]]) -> Portal:
    made = Portal()
    made.told.connect(lambda dark, strong: told.append((dark, strong)))
    return made


def _say(portal: Portal, *arguments: object) -> None:
    message = QDBusMessage.createSignal(PATH, INTERFACE, "SettingChanged")
    message.setArguments(list(arguments))
    portal._changed(message)


@pytest.mark.parametrize(("value", "dark"), [(0, None), (1, True), (2, False)])
def test_scheme(
    portal: Portal, told: list[tuple[bool | None, bool]], value: int, dark: bool | None
) -> None:
    _say(portal, APPEARANCE, "color-scheme", QDBusVariant(value))
    assert told == [(dark, False)]


def test_contrast_is_remembered_beside_the_scheme(
    portal: Portal, told: list[tuple[bool | None, bool]]
) -> None:
    _say(portal, APPEARANCE, "color-scheme", QDBusVariant(1))
    _say(portal, APPEARANCE, "contrast", QDBusVariant(QDBusVariant(1)))
    assert told == [(True, False), (True, True)]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        (APPEARANCE,),
        (APPEARANCE, "accent-color", QDBusVariant(1)),
        ("org.gnome.desktop.interface", "color-scheme", QDBusVariant("prefer-dark")),
        (APPEARANCE, "color-scheme", QDBusVariant("dark")),
    ],
)
def test_anything_else_is_not_ours(
    portal: Portal, told: list[tuple[bool | None, bool]], arguments: tuple[object, ...]
) -> None:
    _say(portal, *arguments)
    assert told == []
