"""Asks what looks different on a page: the person's own link and words for one step of a guide."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget

from footprint.domain.override import Override
from footprint.domain.step import Step
from footprint.i18n import _
from footprint.services.workspace import Workspace
from footprint.ui.dialogs.form import FormDialog, field_label
from footprint.ui.tasks import Tasks
from footprint.ui.widgets.sections import paragraph


class PageDiffersDialog(FormDialog):
    """Both fields begin with what is shown now; what is left as shipped is not kept."""

    def __init__(
        self,
        tasks: Tasks,
        playbook: str,
        step: Step,
        *,
        own: Override | None,
        parent: QWidget,
    ) -> None:
        super().__init__(
            _("What does the page look like now?"), _("&Keep my version"), self._keep, parent
        )
        self._tasks, self._playbook, self._step = tasks, playbook, step
        self.setWindowTitle(_("The page looks different"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_fields(step, own)
        self.shipped = QPushButton(_("Show it as &shipped again"))
        self.shipped.setAutoDefault(False)
        self.shipped.clicked.connect(self._remove)
        self.fields.addRow(self.shipped)
        if own is None:
            self.shipped.hide()
        self.url.setFocus()

    def _add_fields(self, step: Step, own: Override | None) -> None:
        self.url = QLineEdit(own.url if own and own.url else "")
        self.url.setPlaceholderText(step.url or "https://")
        self.url.setAccessibleName(_("Where the page is now"))
        self.text = QPlainTextEdit(own.text if own else "")
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(step.text)
        self.text.setAccessibleName(_("What to do there, in your words"))
        self.text.setFixedHeight(6 * self.fontMetrics().lineSpacing())
        self.fields.addRow(field_label(_("Its &link"), self.url), self.url)
        self.fields.addRow(field_label(_("&What to do"), self.text), self.text)
        self.fields.addRow(
            paragraph(
                _(
                    "Your version stays on this machine, is marked as yours, and survives updates."
                    " An empty field means: as shipped."
                ),
                "muted",
            )
        )

    def _keep(self) -> None:
        playbook, step = self._playbook, self._step.id
        url, text = self.url.text(), self.text.toPlainText()

        def write(workspace: Workspace) -> None:
            workspace.correcting.put(playbook, step, url=url, text=text)

        self._tasks.now(write)

    @Slot()
    def _remove(self) -> None:
        self.url.clear()
        self.text.clear()
        self.accept()
