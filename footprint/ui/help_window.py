"""The help: pages of text that come with Footprint, in a window that may stay open beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from footprint.i18n import _
from footprint.paths import resources
from footprint.ui.actions import Actions, key_text
from footprint.ui.opening import open_url

KEYBOARD = "keyboard"
_TOPIC = Qt.ItemDataRole.UserRole


def topics() -> Mapping[str, str]:
    """The pages in reading order: the name of the file and what the list calls it."""
    return {
        "first-steps": _("First steps"),
        "downloads": _("Getting your download"),
        "words": _("What the words mean"),
        "risk": _("What the risk says"),
        "scores": _("Scores and what explains them"),
        "guides": _("Guides: leaving, step by step"),
        "undo": _("Taking things back"),
        KEYBOARD: _("Keyboard"),
        "promises": _("What Footprint never does"),
    }


def page_file(topic: str) -> Path:
    """Where the text of a topic is."""
    return resources() / "help" / f"{topic}.md"


class HelpWindow(QWidget):
    """Topics at the left, the page at the right; Esc closes."""

    def __init__(self, commands: Actions, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._commands = commands
        self.setWindowTitle(_("Footprint help"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Topics"))
        row = QSize(0, max(36, round(self.fontMetrics().height() * 2.1)))
        for topic, title in topics().items():
            item = QListWidgetItem(title, self.list)
            item.setData(_TOPIC, topic)
            item.setSizeHint(row)
        self.page = QTextBrowser()
        self.page.setAccessibleName(_("Help"))
        self.page.setOpenLinks(False)
        self.page.anchorClicked.connect(self._follow)
        self.list.currentItemChanged.connect(self._show_current)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        self._place()

    def _place(self) -> None:
        metrics = self.fontMetrics()
        longest = max(metrics.horizontalAdvance(title) for title in topics().values())
        self.list.setFixedWidth(longest + 3 * metrics.height())
        self.page.document().setDocumentMargin(metrics.height())
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(self.page, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addLayout(row)
        wanted = QSize(56 * metrics.height(), 42 * metrics.height())
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.9))

    @property
    def topic(self) -> str:
        """The topic that is shown."""
        return str(self.list.currentItem().data(_TOPIC))

    def show_topic(self, topic: str) -> None:
        """Show the window with that page in front."""
        self.list.setCurrentRow(list(topics()).index(topic))
        self.show()
        self.raise_()
        self.activateWindow()
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_current(self) -> None:
        text = page_file(self.topic).read_text(encoding="utf-8")
        if self.topic == KEYBOARD:
            text = text.replace("{keys}", keys_table(self._commands.by_name))
        self.page.setMarkdown(text)
        self.page.verticalScrollBar().setValue(0)

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        """Another page of the help, or a page of the web after the host was shown."""
        topic = link.path().removesuffix(".md")
        if topic in topics():
            self.list.setCurrentRow(list(topics()).index(topic))
        else:
            open_url(self, link.toString())

    def changeEvent(self, event: QEvent) -> None:
        """The colours of links are set when a page is read: read it anew in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.list.currentItem():
            self._show_current()


def keys_table(actions: Mapping[str, QAction]) -> str:
    """The keys of the window as rows of a table, as this system writes them."""
    rows = [
        f"| {key_text(action)} | {action.toolTip()} |"
        for action in actions.values()
        if key_text(action)
    ]
    return "\n".join(rows)
