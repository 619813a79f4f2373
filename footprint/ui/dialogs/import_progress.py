"""Shows that an import is at work, what it is doing when that takes long, and stops it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from footprint.i18n import _
from footprint.ui.plain import plain
from footprint.ui.widgets.sections import paragraph

# Shorter work would only flash a window; longer work owes an explanation.
SHOW_AFTER_MS = 300
EXPLAIN_AFTER_MS = 2000


class ImportProgress(QDialog):
    """One piece of work: opened by itself when it is not done soon, closed by `finish`."""

    stop_wanted = Signal()

    def __init__(self, title: str, what: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._finished = False
        self._build(plain(what, limit=160))
        self._patience = self._timer(SHOW_AFTER_MS, self._show)
        self._silence = self._timer(EXPLAIN_AFTER_MS, self._explain)

    def _build(self, what: str) -> None:
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.windowTitle())
        self._doing = paragraph("", "muted")
        self._doing.setVisible(False)
        self.stop = QPushButton(_("&Cancel"))
        self.stop.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(paragraph(self.windowTitle(), "section"))
        if what:
            column.addWidget(paragraph(what))
        column.addWidget(self._bar)
        column.addWidget(self._doing)
        column.addStretch(1)
        column.addSpacing(8)
        column.addLayout(buttons)
        self.setMinimumWidth(56 * self.fontMetrics().averageCharWidth())

    def _timer(self, after: int, act: object) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=after)
        timer.timeout.connect(act)
        timer.start()
        return timer

    @Slot(int, object, str)
    def tell(self, done: int, total: int | None, text: str) -> None:
        """Show how far the work is; `text` is shown once the work takes long."""
        self._bar.setRange(0, total or 0)
        if total:
            self._bar.setValue(min(done, total))
        if text:
            self._doing.setText(plain(text, limit=200))

    @Slot()
    def finish(self) -> None:
        """The work is over, whatever its end."""
        self._finished = True
        self._patience.stop()
        self._silence.stop()
        self.hide()
        self.deleteLater()

    @Slot()
    def reject(self) -> None:
        """Cancel, Esc and the window's own cross all ask the work to stop; it closes the dialog."""
        self.stop.setEnabled(False)
        self.stop.setText(_("Stopping…"))
        self.stop_wanted.emit()

    @Slot()
    def _show(self) -> None:
        if not self._finished:
            self.open()
            self.stop.setFocus()

    @Slot()
    def _explain(self) -> None:
        self._doing.setVisible(True)
        self.adjustSize()
