"""The page before what cannot be undone: what hangs on the account, and what will be lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from footprint.domain.preflight import Hanging, Preflight
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.services.workspace import Workspace
from footprint.ui.dialogs.form import field_label
from footprint.ui.models.dates import ago, exact
from footprint.ui.widgets.sections import paragraph
from footprint.ui.wizards.card import PartCard
from footprint.ui.wizards.hanging_list import HangingList
from footprint.ui.wizards.walk import GuideWalk
from footprint.ui.wizards.words import title_of


class PreflightPage(QWidget):
    """Shows everything and blocks nothing: the person says by a tick that they have looked."""

    guide_wanted = Signal(str)

    def __init__(self, walk: GuideWalk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk = walk
        self.title = _("Before you go on")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        found = self._read()
        stop = walk.stop
        self.column.addWidget(paragraph(self.title, "title"))
        text = _("The next step cannot be undone: {step}. Nothing happens on this page.")
        if stop is not None:
            self.column.addWidget(paragraph(text.format(step=title_of(walk.run, stop))))
        self._add_archive(found)
        self._add_hanging()
        self._add_losses(found)
        self.left = paragraph("", "strong", self)
        self.column.addWidget(self.left)
        self.agree = QCheckBox(_("I have read &this, and I go on"))
        self.column.addWidget(self.agree)
        self.column.addStretch(1)
        self._fill(found)
        self.first: QWidget = self.download or (self.list if found.hanging else self.name)

    # --- building --------------------------------------------------------------------------------

    def _add_archive(self, found: Preflight) -> None:
        card = PartCard(_("Your archive"))
        self.download: QPushButton | None = None
        if found.archive_as_of is not None:
            text = _("Imported: it is of {day}, {when}.")
            day, when = exact(found.archive_as_of), ago(found.archive_as_of)
            card.say(text.format(day=day, when=when))
            card.say(_("A newer one has what came since then."))
        else:
            card.say(_("No archive of this account is imported. Afterwards there is none to get."))
        if found.download_guide is not None:
            self.download = QPushButton(_("Start the download g&uide"))
            self.download.clicked.connect(self._download)
            row = QHBoxLayout()
            row.addWidget(self.download)
            row.addStretch(1)
            card.place(row)
        self._guide = found.download_guide or ""
        self.column.addWidget(card)

    def _add_hanging(self) -> None:
        self._card = PartCard(_("What hangs on it"))
        self.count = paragraph("")
        self._card.place(self.count)
        self.list = HangingList()
        self.list.things.ticked.connect(self._settle)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self._card.place(self.list)
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.name.setAccessibleName(_("Where else you sign in with this account"))
        self.name.returnPressed.connect(self._add_login)
        self.add = QPushButton(_("&Add to the list"))
        self.add.clicked.connect(self._add_login)
        self.remove = QPushButton(_("&Remove my entry"))
        self.remove.clicked.connect(self._remove_login)
        self.trouble = paragraph("", "strong")
        self._card.place(field_label(_("&Where else do you sign in with it?"), self.name))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.add)
        row.addWidget(self.remove)
        self._card.place(row)
        self._card.place(self.trouble)
        self.trouble.hide()
        if self._walk.run.account_id is None:
            for part in (self.name, self.add, self.remove):
                part.setEnabled(False)
        self.column.addWidget(self._card)

    def _add_losses(self, found: Preflight) -> None:
        for heading, lines in (
            (_("What cannot be undone"), found.cannot_undo),
            (_("What stays behind"), found.remains),
            (_("Mind this"), (*found.warnings, *_grace(found))),
        ):
            if lines:
                card = PartCard(heading)
                card.list(lines)
                self.column.addWidget(card)

    # --- filling ---------------------------------------------------------------------------------

    def _read(self) -> Preflight:
        run = self._walk.run
        return self._walk.tasks.now(lambda w: w.preparing.preflight(run))

    def _fill(self, found: Preflight) -> None:
        self.list.put(found.hanging)
        self.list.setVisible(bool(found.hanging))
        self.count.setText(_count(found, self._walk.run.account_id is not None))
        left = len(found.open)
        text = ngettext(
            "{n} thing still hangs on this account.",
            "{n} things still hang on this account.",
            left,
        )
        self.left.setText(text.format(n=left))
        self.left.setVisible(bool(left))
        self._chosen()

    @Slot(object, bool)
    def _settle(self, thing: Hanging, settled: bool) -> None:
        def write(workspace: Workspace) -> None:
            account_id = self._walk.run.account_id
            if thing.login_id is not None:
                workspace.preparing.move_login(thing.login_id, moved=settled)
            elif account_id is not None:
                workspace.preparing.settle(account_id, thing.name, settled=settled)

        self._write(write)

    @Slot()
    def _add_login(self) -> None:
        name, account_id = self.name.text(), self._walk.run.account_id
        if account_id is not None and self._write(
            lambda w: w.preparing.add_login(account_id, name)
        ):
            self.name.clear()
            self.name.setFocus()

    @Slot()
    def _remove_login(self) -> None:
        thing = self.list.chosen
        login = thing.login_id if thing else None
        if login is not None:
            self._write(lambda w: w.preparing.remove_login(login))

    @Slot()
    def _chosen(self) -> None:
        thing = self.list.chosen
        self.remove.setEnabled(thing is not None and thing.login_id is not None)

    @Slot()
    def _download(self) -> None:
        self.guide_wanted.emit(self._guide)

    def _write(self, work: Callable[[Workspace], object]) -> bool:
        """Write, and say beside the list what went wrong; what was typed stays."""
        try:
            self._walk.tasks.now(work)
        except FootprintError as error:
            self.trouble.setText(str(error))
            self.trouble.show()
            return False
        self.trouble.hide()
        self._fill(self._read())
        return True


def _count(found: Preflight, account_known: bool) -> str:
    if not account_known:
        return _(
            "Footprint does not know which account this is, so it cannot say what hangs on it."
        )
    if not found.hanging:
        return _("Nothing that Footprint knows of. You may know more:")
    left = len(found.open)
    if not left:
        return _("Everything is ticked as moved.")
    text = ngettext(
        "{n} thing stops working with it. Settle it from the top, and tick what you have moved.",
        "{n} things stop working with it. Settle them from the top, and tick what you have moved.",
        left,
    )
    return text.format(n=left)


def _grace(found: Preflight) -> tuple[str, ...]:
    if not found.grace_period_days:
        return ()
    days = found.grace_period_days
    text = ngettext(
        "The account is gone after {n} day.", "The account is gone after {n} days.", days
    )
    cancels = _("Signing in before then cancels it, by an app too.")
    return (text.format(n=days), *([cancels] if found.grace_login_cancels else []))
