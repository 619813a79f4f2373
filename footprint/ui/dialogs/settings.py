"""Settings: theme, contrast, language, reminders, and where the person's data is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from footprint.i18n import _
from footprint.ui import appearance, languages
from footprint.ui.tasks import Tasks
from footprint.ui.theme import Choice, Theme
from footprint.ui.tray import reminders_on, set_reminders
from footprint.ui.widgets.sections import paragraph

if TYPE_CHECKING:
    from footprint.services.workspace import Workspace


class SettingsDialog(QDialog):
    """What is chosen holds at once, so there is nothing to accept: one button closes it."""

    def __init__(self, theme: Theme, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tasks = tasks
        self.setWindowTitle(_("Settings"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        self._show()
        self._connect()

    def _build(self) -> None:
        self.themes = QComboBox()
        self.themes.addItem(_("Like the system"), Choice.SYSTEM)
        self.themes.addItem(_("Light"), Choice.LIGHT)
        self.themes.addItem(_("Dark"), Choice.DARK)
        self.strong = QCheckBox(_("Strong &contrast"))
        self.languages = QComboBox()
        self.languages.addItem(_("Like the system"), None)
        for language in languages.offered():
            self.languages.addItem(languages.own_name(language), language)
        self.told = paragraph(_("The language changes when Footprint is started again."), "muted")
        self.told.hide()
        self.remind = QCheckBox(_("&Remind me when something is due"))
        folder = paragraph(str(self._tasks.now(lambda workspace: workspace.folder)))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(_("&Theme"), self.themes)
        form.addRow("", self.strong)
        form.addRow(_("&Language"), self.languages)
        form.addRow("", self.told)
        form.addRow("", self.remind)
        form.addRow(_("Your data"), folder)
        close = QPushButton(_("Clo&se"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(paragraph(_("How Footprint looks and speaks"), "title"))
        column.addLayout(form)
        column.addStretch(1)
        column.addLayout(row)
        width = 60 * self.fontMetrics().averageCharWidth()
        self.setMinimumWidth(width)
        self.resize(width, column.totalHeightForWidth(width))

    def _show(self) -> None:
        """Show what is chosen now."""
        self.themes.setCurrentIndex(self.themes.findData(self._theme.choice))
        self.strong.setChecked(self._theme.strong_wanted)
        self.remind.setChecked(self._tasks.now(reminders_on))
        kept = self._tasks.now(_kept_language)
        self.languages.setCurrentIndex(max(0, self.languages.findData(kept)))

    def _connect(self) -> None:
        self.themes.activated.connect(self._choose_look)
        self.strong.toggled.connect(self._choose_look)
        self.languages.activated.connect(self._choose_language)
        self.remind.toggled.connect(self._choose_reminders)

    @Slot()
    def _choose_look(self) -> None:
        choice = Choice(self.themes.currentData())
        appearance.choose(self._theme, self._tasks, choice, strong=self.strong.isChecked())

    @Slot(bool)
    def _choose_reminders(self, on: bool) -> None:
        set_reminders(self._tasks, on=on)

    @Slot()
    def _choose_language(self) -> None:
        language = self.languages.currentData()

        def write(workspace: Workspace) -> None:
            workspace.settings.set(languages.KEY, language)

        self._tasks.now(write)
        self.told.show()


def _kept_language(workspace: Workspace) -> object:
    return workspace.settings.get(languages.KEY)
