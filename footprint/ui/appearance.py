"""The person's choice of theme and contrast: kept in the settings, applied at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from footprint.ui.actions import Actions
from footprint.ui.tasks import Tasks
from footprint.ui.theme import Choice, Theme

if TYPE_CHECKING:
    from footprint.services.workspace import Workspace

_THEME, _CONTRAST = "theme", "contrast"


def apply_kept(theme: Theme, tasks: Tasks) -> None:
    """Look as the person last chose."""

    def read(workspace: Workspace) -> tuple[object, object]:
        kept = workspace.settings
        return kept.get(_THEME, Choice.SYSTEM), kept.get(_CONTRAST, False)

    choice, strong = tasks.now(read)
    theme.apply(str(choice), strong=strong is True)


def choose(theme: Theme, tasks: Tasks, choice: Choice, *, strong: bool) -> None:
    """Look like this from now on."""
    theme.apply(choice, strong=strong)

    def write(workspace: Workspace) -> None:
        workspace.settings.set(_THEME, choice.value)
        workspace.settings.set(_CONTRAST, strong)

    tasks.now(write)


class ThemeMenu(QObject):
    """The theme's actions: they show what is chosen, and choose."""

    def __init__(self, commands: Actions, theme: Theme, tasks: Tasks) -> None:
        super().__init__(commands)
        self._themes = commands.themes
        self._strong = commands.by_name["strong"]
        self._theme = theme
        self._tasks = tasks
        self._show()
        self._themes.triggered.connect(self._choose)
        self._strong.triggered.connect(self._choose)
        theme.changed.connect(self._show)

    @Slot()
    def _show(self) -> None:
        for action in self._themes.actions():
            action.setChecked(action.data() == self._theme.choice)
        self._strong.setChecked(self._theme.strong_wanted)

    @Slot()
    def _choose(self) -> None:
        choice = Choice(self._themes.checkedAction().data())
        choose(self._theme, self._tasks, choice, strong=self._strong.isChecked())
