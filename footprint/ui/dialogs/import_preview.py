"""The look before an import: every file, where it goes and what it would change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from footprint.domain.preview import Preview
from footprint.domain.service import Service
from footprint.i18n import _, ngettext
from footprint.ui.dialogs.import_download import DownloadPane
from footprint.ui.dialogs.import_refused import RefusedPane
from footprint.ui.messages import Messages
from footprint.ui.models.accounts import Naming
from footprint.ui.models.preview_choices import Choices
from footprint.ui.models.preview_downloads import DownloadsModel, FileRow, RefusedRow, button_text
from footprint.ui.models.words import number
from footprint.ui.widgets.plain_table import PlainTable
from footprint.ui.widgets.sections import paragraph

_FILES_IN_SIGHT = 4

ServiceOf = Callable[[str], Service | None]


class ImportPreview(QDialog):
    """Accepted when the person wants what `choices` say to be written."""

    def __init__(
        self, preview: Preview, naming: Naming, service_of: ServiceOf, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.choices = Choices(preview)
        self._naming = naming
        self._service_of = service_of
        self._panes: dict[tuple[str, int], QWidget] = {}
        self.setWindowTitle(_("Import"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._build()
        self._tell()
        self._settle_size()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(paragraph(_title(self.choices.preview), "title"))
        if self.choices.preview.downloads:
            column.addWidget(paragraph(_before(self.choices.preview), "muted"))
        content = QWidget()
        self._inside = QVBoxLayout(content)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(16)
        self._add_files()
        self._stack = QStackedWidget()
        self._inside.addWidget(self._stack, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        if self.choices.preview.downloads:
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it scrolls by its own focus
        column.addWidget(area, 1)
        self.messages = Messages(self)
        column.addWidget(self.messages)
        self._add_buttons(column)
        self._show_file()

    def _add_files(self) -> None:
        self._files = DownloadsModel(self._naming, self)
        self._files.put(self.choices)
        self.files = PlainTable(self._files, _("Files of this import"))
        self.files.setSelectionMode(PlainTable.SelectionMode.SingleSelection)
        shown = min(self._files.rowCount(), _FILES_IN_SIGHT)
        self.files.setFixedHeight(self.files.height_of(shown))
        self.files.setVisible(self._files.rowCount() > 1)
        self.files.selectRow(0)
        self.files.chosen.connect(self._show_file)
        self._inside.addWidget(self.files)

    def _add_buttons(self, column: QVBoxLayout) -> None:
        self._buttons = QDialogButtonBox()
        self.cancel = QPushButton(_("&Cancel"))
        self.cancel.setAutoDefault(False)
        self._buttons.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.take = QPushButton()
        self.take.setProperty("primary", True)
        self._buttons.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column.addWidget(self._buttons)
        self.take.setDefault(True)  # only now: a button finds its dialog through its parents

    @Slot()
    def _show_file(self) -> None:
        row: FileRow | None = self.files.current_row()
        if row is None:
            return
        key = self._files.identify(row)
        pane = self._panes.get(key)  # type: ignore[call-overload]
        if pane is None:
            pane = self._panes[key] = self._pane(row)  # type: ignore[index]
            self._stack.addWidget(pane)
        self._stack.setCurrentWidget(pane)

    def _pane(self, row: FileRow) -> QWidget:
        if isinstance(row, RefusedRow):
            network = row.refused.network
            return RefusedPane(row.refused, self._service_of(network) if network else None)
        pane = DownloadPane(self.choices, row.index, self._naming)
        pane.decided.connect(self._tell)
        return pane

    @Slot()
    def _tell(self) -> None:
        """Let everything say what the import would do now."""
        for pane in self._panes.values():
            if isinstance(pane, DownloadPane):
                pane.refresh()
        self._files.put(self.choices)
        taken = bool(self.choices.taken())
        self.take.setVisible(taken)
        if taken:
            self.take.setText(button_text(self.choices))
        self.cancel.setText(_("&Cancel") if taken else _("&Close"))

    def _settle_size(self) -> None:
        character = self.fontMetrics().averageCharWidth()
        room = self.screen().availableSize()
        lines = 46 if self.choices.preview.downloads else 32
        wanted = 120 * character, lines * self.fontMetrics().height()
        self.resize(min(wanted[0], room.width() - 48), min(wanted[1], room.height() - 96))


def _before(preview: Preview) -> str:
    text = _("Nothing is written before you choose Import.")
    if refused := len(preview.refused):
        more = ngettext("{n} file cannot be imported.", "{n} files cannot be imported.", refused)
        text = f"{text} {more.format(n=number(refused))}"
    return text


def _title(preview: Preview) -> str:
    downloads, refused = len(preview.downloads), len(preview.refused)
    if not downloads:
        text = ngettext("This file cannot be imported", "These files cannot be imported", refused)
        return text.format(n=refused)
    text = ngettext("What is in your download", "What is in your {n} downloads", downloads)
    return text.format(n=downloads)
