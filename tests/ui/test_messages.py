"""Inline messages: one at a time, announced, and gone when they are no longer wanted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from footprint.ui import messages as module
from footprint.ui.messages import Kind, Messages


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def messages(window: QWidget) -> Messages:
    made = Messages()
    QVBoxLayout(window).addWidget(made)
    window.show()
    return made


def _said(messages: Messages) -> str:
    labels = [label for label in messages.findChildren(QLabel) if label.isVisible()]
    return " ".join(label.text() for label in labels if label.text())


def test_silent_until_something_is_said(messages: Messages) -> None:
    assert not messages.isVisible()
    assert messages.text == ""


def test_says_text_and_remedy(messages: Messages) -> None:
    messages.say("The file is damaged.", hint="Fetch it again.", kind=Kind.ERROR)
    assert messages.isVisible()
    assert _said(messages) == "The file is damaged. Fetch it again."
    assert not messages.button.isVisible()


def test_text_is_never_markup(messages: Messages) -> None:
    messages.say("<b>bold</b>", hint="<img src=x>")
    labels = messages.findChildren(QLabel)
    assert {x.textFormat() for x in labels if x.text()} == {Qt.TextFormat.PlainText}


def test_one_at_a_time(messages: Messages) -> None:
    messages.say("First.")
    messages.say("Second.")
    assert _said(messages) == "Second."
    messages.dismiss()
    assert not messages.isVisible()


def test_sticky_comes_back_after_what_passes(messages: Messages) -> None:
    messages.say("Imported.", sticky=True)
    messages.say("Copied.")
    assert _said(messages) == "Copied."
    messages.dismiss()
    assert _said(messages) == "Imported."
    messages.dismiss()
    assert not messages.isVisible()


def test_passes_by_itself_unless_sticky(
    qtbot: QtBot, messages: Messages, monkeypatch: pytest.MonkeyPatch
) -> None:
    messages._stay.setInterval(30)
    messages.say("Copied.")
    qtbot.waitUntil(lambda: not messages.isVisible())
    messages.say("Imported.", sticky=True)
    qtbot.wait(80)
    assert messages.isVisible()


def test_stays_while_the_keyboard_is_on_it(qtbot: QtBot, messages: Messages) -> None:
    messages._stay.setInterval(30)
    messages.say("Removed.", action=("&Undo", lambda: None))
    messages.button.setFocus()
    qtbot.waitUntil(messages.button.hasFocus)
    qtbot.wait(100)
    assert messages.isVisible()


def test_action_is_done_once_and_the_message_goes(qtbot: QtBot, messages: Messages) -> None:
    done: list[str] = []
    messages.say("Removed.", action=("&Undo", lambda: done.append("undone")), sticky=True)
    assert messages.button.text() == "&Undo"
    qtbot.mouseClick(messages.button, Qt.MouseButton.LeftButton)
    assert done == ["undone"]
    assert not messages.isVisible()


def test_action_may_say_something_itself(qtbot: QtBot, messages: Messages) -> None:
    messages.say("Removed.", action=("&Undo", lambda: messages.say("It is back.")))
    qtbot.mouseClick(messages.button, Qt.MouseButton.LeftButton)
    assert _said(messages) == "It is back."


def test_escape_and_the_cross_dismiss(qtbot: QtBot, messages: Messages) -> None:
    messages.say("News.")
    qtbot.mouseClick(messages.close_button, Qt.MouseButton.LeftButton)
    assert not messages.isVisible()
    messages.say("News.")
    qtbot.keyClick(messages.close_button, Qt.Key.Key_Escape)
    assert not messages.isVisible()
    assert messages.close_button.accessibleName() == "Dismiss this message"


def test_is_read_out(messages: Messages, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        told.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    messages.say("The disk is full.", hint="Free some space.", kind=Kind.ERROR)
    assert told == ["Error: The disk is full. Free some space."]


def test_fades_only_where_things_may_move(
    qtbot: QtBot, messages: Messages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "may_move", lambda _widget: False)
    messages.say("Still.")
    assert messages._card.graphicsEffect() is None
    messages.dismiss()
    monkeypatch.setattr(module, "may_move", lambda _widget: True)
    messages.say("Fading.")
    assert messages._card.graphicsEffect() is not None
    qtbot.waitUntil(lambda: messages._card.graphicsEffect() is None)
