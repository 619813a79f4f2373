"""Import as the person meets it: files in, a look, a decision, a report, and Undo."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from footprint.domain.preview import ImportReport, Preview
from footprint.domain.preview_text import reading_count
from footprint.domain.service import Service
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.ui import import_work
from footprint.ui.dialogs.import_errand import Ends, Errand
from footprint.ui.dialogs.import_history import ImportHistory
from footprint.ui.dialogs.import_preview import ImportPreview
from footprint.ui.messages import Kind, Messages
from footprint.ui.models.preview_items import Fate, fate_count
from footprint.ui.models.words import number
from footprint.ui.plain import plain
from footprint.ui.table_flow import TableFlow, is_table
from footprint.ui.tasks import Tasks


class ImportFlow(QObject):
    """One import at a time; files that come while one is open wait for its end."""

    def __init__(self, window: QWidget, tasks: Tasks, messages: Messages) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        self._messages = messages
        self._busy = False
        self._waiting: list[list[Path]] = []
        self._errand = Errand(tasks, window)
        self._preview: ImportPreview | None = None
        self._folder = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DownloadLocation
        )

    # --- which files ---------------------------------------------------------------------------

    @Slot()
    def choose(self) -> None:
        """Ask for files, then begin."""
        dialog = self._file_dialog(_("Choose the download"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [_("Downloads and tables of scores (*.zip *.csv *.tsv)"), _("All files (*)")]
        )
        dialog.open()

    @Slot()
    def choose_folder(self) -> None:
        """Ask for an unpacked download, then begin."""
        dialog = self._file_dialog(_("Choose the folder of the unpacked download"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._folder)
        dialog.filesSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    @Slot(list)
    def _chosen(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        if paths:
            self._folder = str(paths[0].parent)
            self.begin(paths)

    @Slot(object)
    def begin(self, paths: Iterable[Path]) -> None:
        """Look into these files; nothing is written before the person has seen what is in them."""
        asked = list(paths)
        downloads = [path for path in asked if not is_table(path)]
        tables = [[path] for path in asked if is_table(path)]
        self._waiting += [*([downloads] if downloads else []), *tables]
        self._next()

    def _next(self) -> None:
        if self._busy or not self._waiting:
            return
        self._busy = True
        paths = self._waiting.pop(0)
        if is_table(paths[0]):
            TableFlow(self._window, self._tasks, self._messages, self._end).begin(paths[0])
            return
        names = ", ".join(path.name for path in paths)
        work = partial(import_work.inspect, paths=paths)
        ends = Ends(self._inspected, self._failed, self._stopped)
        self._errand.begin(_("Reading your download"), names, work, ends=ends)

    def _end(self) -> None:
        if self._preview is not None:
            self._preview.deleteLater()
            self._preview = None
        self._busy = False
        self._next()

    @Slot(object)
    def _failed(self, error: FootprintError) -> None:
        self._messages.say(plain(error.title), hint=plain(error.hint), kind=Kind.ERROR, sticky=True)
        self._end()

    @Slot()
    def _stopped(self) -> None:
        self._messages.say(_("Import stopped. Nothing was written."), kind=Kind.NEWS)
        self._end()

    # --- look, decide, apply -------------------------------------------------------------------

    @Slot(object)
    def _inspected(self, preview: Preview) -> None:
        self._preview = ImportPreview(preview, self._name, self._service, self._window)
        self._preview.finished.connect(self._decided)
        self._preview.open()

    @Slot(int)
    def _decided(self, result: int) -> None:
        if self._preview is None or result != ImportPreview.DialogCode.Accepted:
            self._end()
            return
        choices = self._preview.choices
        work = partial(import_work.apply, preview=choices.preview, decided=choices.all())
        names = ", ".join(choices.preview.downloads[at].archive for at in choices.taken())
        ends = Ends(self._applied, self._refused, self._stopped)
        self._errand.begin(_("Importing"), names, work, ends=ends)

    @Slot(object)
    def _refused(self, error: FootprintError) -> None:
        """Say it where the person can try again, with everything they have decided."""
        if self._preview is not None:
            self._preview.open()
            self._preview.messages.say(
                plain(error.title), hint=plain(error.hint), kind=Kind.ERROR, sticky=True
            )

    @Slot(object)
    def _applied(self, report: ImportReport) -> None:
        if report.records:
            self._messages.say(
                report_title(report),
                hint=report_hint(report),
                kind=Kind.DONE,
                action=(_("&Undo"), partial(self._undo, tuple(r.id for r in report.records))),
                sticky=True,
            )
        else:
            self._messages.say(_("Nothing was written: this archive is in already."))
        self._end()

    # --- taking back ---------------------------------------------------------------------------

    def _undo(self, import_ids: tuple[int, ...]) -> None:
        """Take back what was just imported; decisions made since are not lost without a word."""
        for import_id in import_ids:
            if self._tasks.now(partial(import_work.losses, import_id=import_id)):
                self._open_history().ask_about(import_id)
                return
        self._busy = True
        work = partial(import_work.undo, import_ids=import_ids)
        ends = Ends(self._undone, self._failed, self._undo_stopped)
        self._errand.begin(_("Undoing the import"), "", work, ends=ends)

    @Slot(object)
    def _undone(self, _result: object) -> None:
        text = _("The import is undone. Everything is as it was before it.")
        self._messages.say(text, kind=Kind.DONE)
        self._end()

    @Slot()
    def _undo_stopped(self) -> None:
        text = _("Undo stopped. The import history says what is still in use.")
        self._messages.say(text, kind=Kind.NEWS)
        self._end()

    @Slot()
    def show_history(self) -> None:
        """Open the history of imports."""
        self._open_history()

    def _open_history(self) -> ImportHistory:
        dialog = ImportHistory(self._tasks, self._name, self._window)
        dialog.open()
        return dialog

    # --- names ---------------------------------------------------------------------------------

    def _name(self, service_id: str) -> str:
        return self._tasks.now(lambda workspace: workspace.seeing.service_name(service_id))

    def _service(self, service_id: str) -> Service | None:
        return self._tasks.now(lambda workspace: workspace.seeing.service(service_id))


def report_hint(report: ImportReport) -> str:
    """Where to look when not everything could be read."""
    if not report.unreadable:
        return ""
    return _("What could not be read stands in the import history.")


def report_title(report: ImportReport) -> str:
    """What an import did, in one sentence."""
    counts = {
        Fate.NEW: report.new,
        Fate.CHANGED: report.changed,
        Fate.GONE: report.gone,
        Fate.UNREADABLE: report.unreadable,
    }
    told = [fate_count(fate, count) for fate, count in counts.items() if count]
    if report.readings:
        told.append(reading_count(report.readings))
    count = len(report.records)
    done = ngettext("{name} is imported", "{n} downloads are imported", count)
    done = done.format(name=plain(report.records[0].archive, limit=60), n=number(count))
    if not told:
        return _("{done}. Nothing changed.").format(done=done)
    return _("{done}: {counts}.").format(done=done, counts=", ".join(told))
