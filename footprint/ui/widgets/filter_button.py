"""A button whose menu chooses some of a few values, and which says what is chosen."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from footprint.i18n import _
from footprint.ui.models.words import number

Value = TypeVar("Value", bound=Hashable)


class _StayingMenu(QMenu):
    """A menu that stays open while its boxes are ticked."""

    def _boxes(self) -> list[QAction]:
        return [action for action in self.actions() if action.isCheckable()]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action in self._boxes():
            action.trigger()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and action in self._boxes():
            action.trigger()
            return
        super().keyPressEvent(event)


class FilterButton(QPushButton, Generic[Value]):
    """Chooses a set of `Value`; everything ticked is the same as no filter (`chosen` is None)."""

    changed = Signal()

    def __init__(
        self,
        title: str,
        values: Sequence[tuple[Value, str]],
        *,
        usual: Iterable[Value] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._words = dict(values)
        self._usual = frozenset(self._words) if usual is None else frozenset(usual)
        self._boxes: dict[Value, QAction] = {}
        self._menu = _StayingMenu(self)
        for value, word in values:
            self._boxes[value] = self._box(word)
        self._menu.addSeparator()
        self._menu.addAction(_("As usual")).triggered.connect(self.reset)
        self.setMenu(self._menu)
        self.setAutoDefault(False)
        self._tick(self._usual)

    def _box(self, word: str) -> QAction:
        box = self._menu.addAction(word[:1].upper() + word[1:])
        box.setCheckable(True)
        box.toggled.connect(self._ticked)
        return box

    @property
    def chosen(self) -> frozenset[Value] | None:
        """The values that may pass; None when all may."""
        ticked = frozenset(value for value, box in self._boxes.items() if box.isChecked())
        return None if len(ticked) == len(self._boxes) else ticked

    @property
    def is_usual(self) -> bool:
        """Whether the choice is the one it started with."""
        usual = None if len(self._usual) == len(self._boxes) else self._usual
        return self.chosen == usual

    def choose(self, values: Iterable[Value]) -> None:
        """Tick exactly these, and say so once."""
        self._tick(frozenset(values))
        self.changed.emit()

    @Slot()
    def reset(self) -> None:
        """Back to what it started with."""
        self.choose(self._usual)

    def _tick(self, values: frozenset[Value]) -> None:
        for value, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(value in values)
            box.blockSignals(False)
        self._say()

    @Slot()
    def _ticked(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        text = _("{title}: {chosen}").format(title=self._title, chosen=self._told())
        self.setText(text)
        self.setAccessibleName(text)

    def _told(self) -> str:
        chosen = self.chosen
        if chosen is None:
            return _("all")
        words = [word for value, word in self._words.items() if value in chosen]
        if len(words) == 1:
            return words[0]
        if not words:
            return _("none")
        return _("{n} of {all}").format(n=number(len(words)), all=number(len(self._words)))
