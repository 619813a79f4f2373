"""Takes the timeline out of the program: as PNG, SVG and CSV, and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSaveFile, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from footprint.domain import score_csv
from footprint.domain.score import Reading, Score
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from footprint.ui.chart.chart import Chart
from footprint.ui.chart.taking_out import paint_page, write_png, write_svg
from footprint.ui.messages import Kind, Messages
from footprint.ui.models.dates import today
from footprint.ui.models.scores import score_title
from footprint.ui.pages.scores_loading import Loaded
from footprint.ui.pages.scores_timeline import Timeline
from footprint.ui.tasks import Task, Tasks

_TITLE = "Footprint"
_LINES_AT_ONCE = 5_000


class Exporting(QObject):
    """The menu of what can be done with the timeline, and doing it."""

    def __init__(
        self, tasks: Tasks, messages: Messages, timeline: Timeline, owner: QWidget
    ) -> None:
        super().__init__(owner)
        self._tasks = tasks
        self._messages = messages
        self._timeline = timeline
        self._owner = owner
        self._task: Task | None = None
        self.menu = QMenu(owner)
        forms: tuple[tuple[str, str, str, Callable[[str], object]], ...] = (
            (_("Picture (&PNG)…"), "png", _("Pictures (*.png)"), self.write_png),
            (_("Drawing (&SVG)…"), "svg", _("Drawings (*.svg)"), self.write_svg),
            (_("Table (&CSV)…"), "csv", _("Tables (*.csv)"), self.write_csv),
        )
        for text, suffix, kinds, write in forms:
            self.menu.addAction(text, partial(self._ask, suffix, kinds, write))
        self.menu.addSeparator()
        self.menu.addAction(_("P&rint…"), self._print)

    # --- writing -----------------------------------------------------------------------------

    def write_png(self, path: str) -> None:
        """The chart as it is seen, twice as sharp."""
        self._say_written(path, self._png)

    def write_svg(self, path: str) -> None:
        """The chart as a drawing that can be enlarged, in light colours."""
        self._say_written(path, self._svg)

    def _png(self, path: str) -> None:
        if not write_png(self._timeline.chart, path, today()):
            raise _refused(path)

    def _svg(self, path: str) -> None:
        if not write_svg(self._timeline.chart, path, today()):
            raise _refused(path)

    def write_csv(self, path: str) -> None:
        """The ledgers of the shown scores, a file for each, in the background."""
        if self._task is not None:
            self._task.cancel()
        work = partial(csv_work, loaded=self._timeline.loaded, path=Path(path))
        self._messages.say(_("Writing the table…"), action=(_("&Stop"), self._stop))
        self._task = self._tasks.start(
            work, done=self._told, failed=self._failed, cancelled=self._stopped
        )

    @Slot(object)
    def _told(self, names: list[str]) -> None:
        self._task = None
        words = ngettext("{files} is written.", "{files} are written.", len(names))
        self._messages.say(words.format(files=", ".join(names)), kind=Kind.DONE)

    @Slot(object)
    def _failed(self, error: FootprintError) -> None:
        self._task = None
        self._messages.say(error.title, hint=error.hint, kind=Kind.ERROR)

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    @Slot()
    def _stopped(self) -> None:
        self._task = None
        self._messages.say(_("Stopped. No table was written."))

    # --- asking ------------------------------------------------------------------------------

    def _ask(self, suffix: str, kinds: str, write: Callable[[str], object]) -> None:
        score = self._timeline.score
        if score is None:
            return
        dialog = QFileDialog(self._owner, _("Where shall it be written?"), "", kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{file_name(score)}.{suffix}")
        dialog.fileSelected.connect(write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _say_written(self, path: str, write: Callable[[str], object]) -> None:
        """Write a picture, and say how it went."""
        try:
            write(path)
        except FootprintError as error:
            self._failed(error)
            return
        self._told([Path(path).name])

    def _print(self) -> None:
        # Half a second of importing that hardly anybody needs.
        from PySide6.QtGui import QPageLayout  # noqa: PLC0415
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        printer.setDocName(_TITLE)
        dialog = QPrintDialog(printer, self._owner)
        if dialog.exec():
            print_chart(self._timeline.chart, printer)


def print_chart(chart: Chart, printer: object) -> None:
    """Paint a chart over a page, with its title and its events."""
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415

    assert isinstance(printer, QPrinter)
    painter = QPainter(printer)
    paint_page(chart, painter, printer.pageRect(QPrinter.Unit.DevicePixel), today())
    painter.end()


def csv_work(
    workspace: Workspace, progress: Progress, loaded: Sequence[Loaded], path: Path
) -> list[str]:
    """Write each score's readings; returns the names of the files.

    What was known on a day is written as it was shown, else the whole ledger that stands.
    """
    names = []
    for each in loaded:
        target = (
            path if len(loaded) == 1 else path.with_stem(f"{path.stem}-{file_name(each.score)}")
        )
        if each.known is not None:
            portions: Iterable[Sequence[Reading]] = [each.known]
        else:
            portions = workspace.recalling.portions(each.score.id)
        with _writing(target) as text:
            score_csv.write(_stepping(portions, progress), each.score.scale, text)
        names.append(target.name)
    return names


def _stepping(portions: Iterable[Sequence[Reading]], progress: Progress) -> Iterator[Reading]:
    """The readings one by one, with a chance to stop between portions."""
    for portion in portions:
        progress.step()
        yield from portion


class _Text:
    """Takes text for a file that replaces another one only when it is whole."""

    def __init__(self, file: QSaveFile) -> None:
        self._file = file
        self._lines: list[str] = []

    def write(self, text: str, /) -> object:
        """Take some text."""
        self._lines.append(text)
        if len(self._lines) >= _LINES_AT_ONCE:
            self.flush()
        return None

    def flush(self) -> None:
        """Hand over what was taken; whether it could be written is told by the file's end."""
        self._file.write("".join(self._lines).encode())
        self._lines.clear()


@contextmanager
def _writing(path: Path) -> Iterator[_Text]:
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise _refused(str(path))
    try:
        text = _Text(file)
        yield text
        text.flush()
    except BaseException:
        file.cancelWriting()
        raise
    if not file.commit():
        raise _refused(str(path))


def file_name(score: Score) -> str:
    """A name for a file about a score."""
    letters = "".join(c if c.isalnum() else "-" for c in score_title(score))
    return "-".join(filter(None, letters.split("-")))[:80] or "score"


def _refused(path: str) -> FootprintError:
    return FootprintError(
        _("{file} cannot be written.").format(file=Path(path).name),
        _("Choose a folder in which you may write, and see that there is room."),
    )
