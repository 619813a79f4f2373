"""Opens pages in the person's browser: only http and https, and the host is shown first."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from footprint.i18n import _
from footprint.ui.plain import plain


class Opener(Protocol):
    """Whoever brings an address to a browser; says whether one took it."""

    def __call__(self, url: QUrl, /) -> bool: ...


# The one place a test replaces: nothing else in Footprint opens anything.
opener: Opener = QDesktopServices.openUrl


def address(url: str) -> QUrl | None:
    """`url` as an address that may be opened; None for anything but a whole http or https one."""
    found = QUrl(url.strip(), QUrl.ParsingMode.StrictMode)
    opens = found.isValid() and found.scheme() in {"http", "https"} and bool(found.host())
    # A name before the host ("https://x.com@elsewhere") is there to mislead; no page needs it.
    return found if opens and not found.userInfo() else None


def host(url: QUrl) -> str:
    """The host as it is looked up: foreign letters in their plain form (xn--…)."""
    return url.host(QUrl.ComponentFormattingOption.FullyEncoded)


def open_url(parent: QWidget, url: str) -> bool:
    """Ask whether to open `url`, naming its host; False, unasked, when it is no page."""
    found = address(url)
    if found is None:
        return False
    OpeningDialog(found, parent).open()
    return True


class OpeningDialog(QDialog):
    """One address: open it, copy it, or leave it."""

    def __init__(self, url: QUrl, parent: QWidget) -> None:
        super().__init__(parent)
        self._url = url
        self._host = plain(host(url), limit=80)
        self.setWindowTitle(_("Open in your browser"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.copy = QPushButton(_("&Copy the address"))
        self.copy.clicked.connect(self._copy)
        self.copy.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        question = _("Open {host} in your browser?").format(host=self._host)
        column.addWidget(_text(question, "section"))
        column.addWidget(self._address())
        self.told = _text(_("Footprint itself connects to nothing."))
        column.addWidget(self.told)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addLayout(self._buttons())
        self.go.setFocus()
        width = 56 * self.fontMetrics().averageCharWidth()
        self.resize(width, column.totalHeightForWidth(width))

    def _address(self) -> QLabel:
        """The whole address; it has few places to break a line at, so it may break anywhere."""
        return _text("\u200b".join(plain(self._whole(), limit=300)), "muted")

    def _buttons(self) -> QHBoxLayout:
        self.leave = QPushButton(_("&Not now"))
        self.leave.clicked.connect(self.reject)
        self.leave.setAutoDefault(False)
        self.go = QPushButton(_("&Open {host}").format(host=self._host))
        self.go.clicked.connect(self._open)
        self.go.setProperty("primary", True)
        self.go.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.go)
        return row

    def _whole(self) -> str:
        return self._url.toString(QUrl.ComponentFormattingOption.FullyEncoded)

    @Slot()
    def _open(self) -> None:
        if opener(self._url):
            self.accept()
            return
        self.told.setText(_("No browser took it. Copy the address and open it yourself."))
        self.copy.setFocus()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._whole())
        self.told.setText(_("The address is on the clipboard."))


def _text(text: str, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
