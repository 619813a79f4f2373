"""A button that may be narrower than its words: what does not fit is shown on hover."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)

_NARROWEST = 12  # characters


class ElidedButton(QPushButton):
    """Its words end in "…" where there is no room for all of them."""

    def __init__(self, text: str) -> None:
        super().__init__(text.replace("&", "&&"))
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setAutoDefault(True)  # Enter presses it
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        narrow = self.fontMetrics().averageCharWidth() * _NARROWEST
        whole = super().minimumSizeHint()
        return QSize(min(narrow, whole.width()), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_PushButtonContents
        room = self.style().subElementRect(part, option, self).width()
        option.text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room, int(Qt.TextFlag.TextShowMnemonic.value)
        )
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
