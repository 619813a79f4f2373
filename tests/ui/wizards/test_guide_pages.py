"""Each kind of step has a page that shows what it must and keeps what is answered."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit

from footprint.domain.fact import Confidence
from footprint.domain.playbook import DarkPattern
from footprint.domain.step import Choice, Condition, Identifier, StepKind
from footprint.ui.dialogs.page_differs import PageDiffersDialog
from footprint.ui.models.dates import exact, today
from footprint.ui.opening import OpeningDialog
from footprint.ui.wizards.reading_order import in_reading_order
from footprint.ui.wizards.step_links import CopyButton
from footprint.ui.wizards.step_pages import PAGES
from tests.guiding import playbook, step
from tests.ui.wizards.guide_stage import Stage, seen

FACTS: dict[StepKind, dict[str, Any]] = {
    StepKind.OPEN_PAGE: {"url": "https://x.com/settings"},
    StepKind.COPY_TEXT: {"copy": "I am {handle}."},
    StepKind.ENTER: {"field": "profile_url"},
    StepKind.CHOOSE: {"choices": (Choice(id="a", label="This"), Choice(id="b", label="That"))},
    StepKind.WAIT_UNTIL: {"wait_days": 30},
    StepKind.SEND_REQUEST: {"copy": "Please erase.", "request": "erasure"},
}
PLAIN = [kind for kind in StepKind if not kind.value.endswith("_access")]


def dialog(kind):
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def test_every_kind_has_a_page():
    assert set(PAGES) == set(StepKind)


@pytest.mark.parametrize("kind", PLAIN)
def test_a_page_says_what_to_do_and_everything_on_it_has_a_name(stage: Stage, kind: StepKind):
    book = playbook(
        step(
            "one", kind, text="Press it, {handle}.", refuse="Buy nothing.",
            demands=("password", "a reason"), discloses=(Identifier.EMAIL,), **FACTS.get(kind, {}),
        ),
        dark_patterns=(
            DarkPattern(
                type="login_reactivates", fact="It comes back.",
                confidence=Confidence.GENERAL_KNOWLEDGE, step="one",
            ),
        ),
    )  # fmt: skip
    window = stage.begun(stage.invented(book))
    assert type(window.page) is PAGES[kind]
    text = seen(window)
    for wanted in (
        "Do one", "Press it, sam.", "Buy nothing.", "This screen insists on: password, a reason.",
        "You give: your e-mail address.", "It comes back.", "What to do:", "not verified",
        "Unverified: general knowledge", "They want a reason",
    ):  # fmt: skip
        assert wanted in text
    fields = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
    for part in in_reading_order(window):
        if isinstance(part, fields) and part.isVisible():
            name = QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
            assert name.strip(), part


def test_tab_follows_the_eye(stage: Stage):
    window = stage.begun(
        stage.invented(playbook(step("one", StepKind.ENTER, field="a", url="https://x.com/a")))
    )
    order = [part for part in in_reading_order(window.page) if part.isVisible()]
    assert order.index(window.page.line) < order.index(window.page.links.first)
    order[0].setFocus()
    walked = []
    for _key in order:
        walked.append(QApplication.focusWidget())
        stage.key(Qt.Key.Key_Tab)
    assert walked == order


def test_an_answer_is_needed_and_opens_what_follows(stage: Stage):
    book = playbook(
        step("listed", StepKind.CHOOSE, choices=FACTS[StepKind.CHOOSE]["choices"]),
        step("only-a", when=Condition(chosen="listed=a")),
        step("last"),
    )
    run = stage.invented(book)
    window = stage.begun(run)
    stage.press(window.frame.done)
    assert "no answer yet" in window.messages.text
    stage.press(window.page.answers.buttons["b"])
    stage.press(window.frame.done)
    assert window.walk.stop.key == "last"
    assert stage.stored(run.id).marks["listed"].answer == "b"


def test_what_is_entered_stands_in_later_texts(stage: Stage):
    book = playbook(
        step("where", StepKind.ENTER, field="profile_url"),
        step("look", StepKind.VERIFY, text="Open {profile_url} again."),
    )
    window = stage.begun(stage.invented(book))
    stage.press(window.frame.done)
    assert "nothing typed" in window.messages.text
    window.page.line.setFocus()
    stage.type("https://list.example/sam")
    stage.press(window.frame.done)
    assert "Open https://list.example/sam again." in seen(window)
    assert [button.text() for button in window.page.links.opens] == [
        "Open your page at list.example…"
    ]


def test_opening_shows_the_host_first(stage: Stage, opened: list[str]):
    book = playbook(step("one", StepKind.OPEN_PAGE, url="https://x.com/settings"))
    window = stage.begun(stage.invented(book))
    assert window.page.links.opens[0].text() == "&Open x.com…"
    stage.press(window.page.links.opens[0])
    assert opened == []
    stage.press(dialog(OpeningDialog).go)
    assert opened == ["https://x.com/settings"]


def test_copy_puts_the_text_on_the_clipboard(stage: Stage):
    book = playbook(step("one", StepKind.COPY_TEXT, copy="I am {handle} of {name}."))
    window = stage.begun(stage.invented(book))
    text, handle = window.page.links.copies
    stage.press(text)
    assert QGuiApplication.clipboard().text() == "I am sam of [your name]."
    stage.press(handle)
    assert QGuiApplication.clipboard().text() == "sam"


def test_a_reason_of_ones_own_is_offered_again(stage: Stage):
    book = playbook(step("one", demands=("a reason",)), step("two", demands=("a reason",)))
    window = stage.begun(stage.invented(book))
    copies = [b for b in window.findChildren(CopyButton) if b.text() == "Copy the reason"]
    box = next(b for b in window.findChildren(QComboBox) if b.accessibleName().startswith("The re"))
    assert box.currentText() in stage.workspace.guides.neutral_reasons()
    box.setEditText("It is spring.")
    stage.press(copies[0])
    assert QGuiApplication.clipboard().text() == "It is spring."
    stage.press(window.frame.done)
    box = next(b for b in window.findChildren(QComboBox) if b.accessibleName().startswith("The re"))
    assert box.currentText() == "It is spring."


def test_screens_are_counted_with_the_step(stage: Stage):
    run = stage.invented(playbook(step("one"), step("two")))
    window = stage.begun(run)
    stage.press(window.page.notes.one_more)
    stage.press(window.page.notes.one_more)
    assert "2 screens counted" in seen(window)
    stage.press(window.frame.done)
    assert stage.stored(run.id).marks["one"].screens == 2
    stage.press(window.frame.done)
    assert "2 screens, by your count" in seen(window)


def test_a_wait_names_its_day_and_writes_it_for_a_calendar(stage: Stage, tmp_path):
    book = playbook(
        step("one"), step("wait", StepKind.WAIT_UNTIL, wait_days=30), grace_login_cancels=True
    )
    window = stage.begun(stage.invented(book))
    stage.press(window.frame.done)
    day = today() + timedelta(days=30)
    assert f"Until {exact(day)}: 30 days left" in seen(window)
    assert f"Do not sign in before {exact(day)}, not by an app either" in seen(window)
    assert window.frame.done.text() == "Go on &early ▸"
    file = tmp_path / "wait.ics"
    window.page.write(str(file))
    assert f"{day:%Y%m%d}" in file.read_text(encoding="utf-8")
    assert "wait.ics is written" in seen(window)
    window.page.write(str(tmp_path / "no" / "wait.ics"))
    assert "cannot be written" in seen(window)


def test_the_persons_own_link_and_words_are_used_and_marked(stage: Stage):
    window = stage.begun(stage.disconnecting())
    while window.walk.stop.step.id != "open-list":
        stage.press(window.frame.done)
    stage.press(window.page.notes.differs)
    asked = dialog(PageDiffersDialog)
    asked.url.setText("http://x.com/new")
    stage.press(asked.act)
    assert "https" in asked.trouble.text()
    asked.url.setText("https://new.example/apps")
    asked.text.setPlainText("It moved to the left.")
    stage.press(asked.act)
    assert "Link and text here are your own." in seen(window)
    assert "It moved to the left." in seen(window)
    assert window.page.links.opens[0].text() == "&Open new.example… (your own link)"
    stage.press(window.page.notes.differs)
    stage.press(dialog(PageDiffersDialog).shipped)
    assert "It moved to the left." not in seen(window)
    assert stage.workspace.correcting.all() == []


def test_the_first_page_tells_the_costs_and_asks_the_country(stage: Stage):
    book = playbook(
        step("one", discloses=(Identifier.PHONE,), demands=("a code",)),
        step("there", when=Condition(countries=("US-CA",))),
        remains=("Copies.", "Quotes."),
        cannot_undo=("The name.",),
    )
    run = stage.invented(book)
    window = stage.open(run)
    text = seen(window)
    for wanted in ("You give: your phone number.", "They insist on: a code.", "Copies.", "Quotes."):
        assert wanted in text
    box = window.page.questions.country
    box.setCurrentIndex(box.findText("United States: California"))
    stage.press(window.frame.done)
    assert stage.stored(run.id).known.country == "US-CA"
    assert stage.workspace.preparing.circumstances(None).country == "US-CA"
    assert [stop.sure for stop in window.walk.run.stops] == [True, True]
