"""Inline messages: one at a time, near what they are about, read out to who does not see them."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from footprint.i18n import _
from footprint.ui.icons import dress, icon_size, picture
from footprint.ui.theme import Theme
from footprint.ui.widgets.sections import paragraph

Action = tuple[str, Callable[[], object]]

FADE_MS = 120
# Long enough to read twice and to reach "Undo"; it waits while pointer or keyboard is on it.
STAY_MS = 20_000


class Kind(Enum):
    """What sort of message; each has a word for screen readers, a shape and a colour."""

    NEWS = auto()
    DONE = auto()
    WARNING = auto()
    ERROR = auto()

    @property
    def icon(self) -> str:
        """The name of its icon."""
        return {Kind.NEWS: "news", Kind.DONE: "check"}.get(self, "warning")

    @property
    def colour(self) -> str:
        """Its colour, as `Tokens` calls it."""
        return {
            Kind.NEWS: "accent",
            Kind.DONE: "good",
            Kind.WARNING: "warning",
            Kind.ERROR: "bad",
        }[self]

    @property
    def word(self) -> str:
        """What a screen reader says first."""
        return {
            Kind.NEWS: _("News"),
            Kind.DONE: _("Done"),
            Kind.WARNING: _("Warning"),
            Kind.ERROR: _("Error"),
        }[self]


class Message(NamedTuple):
    """One message; a sticky one stays until it is dismissed or another sticky one comes."""

    text: str
    hint: str = ""
    kind: Kind = Kind.NEWS
    action: Action | None = None
    sticky: bool = False


class Messages(QWidget):
    """The place of the messages of a window or a dialog; takes no room while it has nothing to say.

    A passing message stands before a sticky one, which comes back when the other is gone.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sticky: Message | None = None
        self._shown: Message | None = None
        self._stay = QTimer(self, singleShot=True, interval=STAY_MS)
        self._stay.timeout.connect(self._pass)
        self._built = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def _build(self) -> None:
        """Done with the first message: most starts have none."""
        self._built = True
        self._card = QFrame()
        self._card.setObjectName("card")
        self._picture = QLabel()
        self._text = paragraph("", "strong")
        self._hint = paragraph("")
        self.button = QPushButton()
        self.button.clicked.connect(self._act)
        self.close_button = QToolButton()
        self.close_button.setAutoRaise(True)
        self.close_button.setAccessibleName(_("Dismiss this message"))
        self.close_button.setToolTip(_("Dismiss this message (Esc)"))
        self.close_button.clicked.connect(self.dismiss)
        dress(self.close_button, "close")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._text)
        words.addWidget(self._hint)
        row = QHBoxLayout(self._card)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    # --- saying --------------------------------------------------------------------------------

    def say(
        self,
        text: str,
        *,
        hint: str = "",
        kind: Kind = Kind.NEWS,
        action: Action | None = None,
        sticky: bool = False,
    ) -> None:
        """Say something; `action` is one thing to do about it, after which the message goes."""
        message = Message(text, hint, kind, action, sticky)
        if sticky:
            self._sticky = message
        self._show(message)
        self._announce(" ".join(part for part in (f"{kind.word}:", text, hint) if part))

    @property
    def text(self) -> str:
        """What is said now, "" when nothing is."""
        return f"{self._shown.text} {self._shown.hint}".strip() if self._shown else ""

    def _announce(self, said: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _show(self, message: Message) -> None:
        if not self._built:
            self._build()
        fresh = self._shown is None
        self._shown = message
        self._text.setText(message.text)
        self._hint.setText(message.hint)
        self._hint.setVisible(bool(message.hint))
        self.button.setVisible(message.action is not None)
        if message.action is not None:
            self.button.setText(message.action[0])
        self._paint()
        self.show()
        if fresh and may_move(self):
            self._fade()
        if not message.sticky:
            self._stay.start()
        else:
            self._stay.stop()

    def _paint(self) -> None:
        if self._shown is not None:
            kind = self._shown.kind
            ink = getattr(Theme.tokens, kind.colour)
            self._picture.setPixmap(picture(kind.icon, icon_size(), ink))

    def _fade(self) -> None:
        # Imported with the first message.
        from PySide6.QtCore import QPropertyAnimation  # noqa: PLC0415
        from PySide6.QtWidgets import QGraphicsOpacityEffect  # noqa: PLC0415

        effect = QGraphicsOpacityEffect(self._card)
        self._card.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", effect)
        fade.setDuration(FADE_MS)
        fade.setStartValue(0.0)
        fade.setEndValue(1.0)
        # Without its effect the card is drawn as sharp as everything else.
        fade.finished.connect(self._faded)
        fade.start()

    @Slot()
    def _faded(self) -> None:
        self._card.setGraphicsEffect(None)  # type: ignore[arg-type]

    # --- going ---------------------------------------------------------------------------------

    @Slot()
    def dismiss(self) -> None:
        """Take away what is shown; a sticky message behind it comes back."""
        gone, self._shown = self._shown, None
        self._stay.stop()
        if gone is self._sticky:
            self._sticky = None
        if self._sticky is not None:
            self._show(self._sticky)
        else:
            self.hide()

    @Slot()
    def _pass(self) -> None:
        if self.underMouse() or self.focusWidget() is not None:
            self._stay.start()
        else:
            self.dismiss()

    @Slot()
    def _act(self) -> None:
        message = self._shown
        self.dismiss()
        if message is not None and message.action is not None:
            message.action[1]()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint()


def may_move(widget: QWidget) -> bool:
    """Whether the person's system wants things to move at all."""
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
