"""What a step lets the person open and copy: buttons that name the host and the text."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QPushButton, QWidget

from footprint.domain.run import Run
from footprint.domain.step import Identifier, StepKind
from footprint.domain.stop import Stop
from footprint.i18n import _
from footprint.ui.opening import address, host, open_url
from footprint.ui.plain import plain
from footprint.ui.widgets.copying import to_clipboard
from footprint.ui.widgets.flow import FlowLayout
from footprint.ui.wizards.words import button_text, said

_LETTERS = frozenset({StepKind.COPY_TEXT, StepKind.SEND_REQUEST})
# What is asked for where something is given away.
_GIVEN = {
    "handle": {Identifier.LOGIN, Identifier.HANDLE},
    "profile_url": {Identifier.PROFILE_URL},
}


class OpenButton(QPushButton):
    """Opens one page, once the person has seen its host."""

    def __init__(self, url: str, text: str, parent: QWidget | None = None) -> None:
        found = address(url)
        name = plain(host(found), limit=60) if found else ""
        super().__init__(text.format(host=name), parent)
        self._url = url
        self.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        open_url(self.window(), self._url)


class CopyButton(QPushButton):
    """Copies one text, and says so."""

    def __init__(self, label: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self.text_to_copy = text
        self._label = label
        self.clicked.connect(self.copy)

    @Slot()
    def copy(self) -> None:
        """Put the text on the clipboard."""
        to_clipboard(self.text_to_copy)
        told = _("Copied")
        self.setText(f"✓ {self._label}")
        self.setToolTip(told)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))


def texts_to_copy(run: Run, stop: Stop) -> list[tuple[str, str]]:
    """What the person may need on the page, each once: the words of the button and the text."""
    if stop.step.kind is StepKind.WAIT_UNTIL:
        return []
    answers = run.answers
    app = stop.subject.name if stop.subject else answers.get("app", "")
    found: dict[str, str] = {}
    if stop.step.copy:
        text = said(run, stop, stop.step.copy).strip()
        long = stop.step.kind in _LETTERS or "\n" in text
        found[text] = _("&Copy the text") if long else _quoted(text)
    page = answers.get("profile_url", "")
    named = (("app", app), ("handle", answers.get("handle", "")), ("profile_url", page))
    for what, text in named:
        if text and _speaks_of(stop, what):
            found.setdefault(text, _quoted(text))
    if page in found:
        found[page] = _("Copy the address you kept")
    return [(label, text) for text, label in found.items()]


def _speaks_of(stop: Stop, what: str) -> bool:
    """Whether a name is of use on this step; a letter has every name in it already."""
    step = stop.step
    if step.kind is StepKind.SEND_REQUEST:
        return False
    given = {place for place, each in _GIVEN.items() if each & {*step.discloses}}
    return what in given or f"{{{what}}}" in step.title + step.text + (step.copy or "")


def _quoted(text: str) -> str:
    return _("Copy “{text}”").format(text=button_text(text))


def open_buttons(run: Run, stop: Stop, *, own: bool) -> list[OpenButton]:
    """The page of the step, and the person's own page where the text speaks of it."""
    own_text, shipped = _("&Open {host}… (your own link)"), _("&Open {host}…")
    found = [OpenButton(stop.step.url, own_text if own else shipped)] if stop.step.url else []
    listing = run.answers.get("profile_url", "")
    if "{profile_url}" in stop.step.text and address(listing):
        found.append(OpenButton(listing, _("Open your page at {host}…")))
    return found


class LinkRow(QWidget):
    """The buttons of a step; `first` is where the keyboard begins."""

    def __init__(self, run: Run, stop: Stop, *, own: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self)
        self.opens = open_buttons(run, stop, own=own)
        self.copies = [CopyButton(label, text) for label, text in texts_to_copy(run, stop)]
        for button in (*self.opens, *self.copies):
            row.addWidget(button)

    @property
    def first(self) -> QPushButton | None:
        """The button that comes first."""
        return next(iter([*self.opens, *self.copies]), None)
