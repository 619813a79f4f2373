"""Puts rows on the clipboard: as a table for a spreadsheet, as lines for a letter."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from footprint.ui.models.table import Column

TSV = "text/tab-separated-values"
CSV = "text/csv"


def as_tsv(columns: Sequence[Column[Any]], rows: Iterable[Any]) -> str:
    """A head and one line a row, separated by tabs."""
    lines = [[column.title for column in columns], *_cells(columns, rows)]
    return "\n".join("\t".join(map(_one_line, line)) for line in lines)


def as_csv(columns: Sequence[Column[Any]], rows: Iterable[Any]) -> str:
    """A head and one line a row, separated by commas, quoted where needed."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([column.title for column in columns])
    writer.writerows(_cells(columns, rows))
    return text.getvalue()


def as_lines(column: Column[Any], rows: Iterable[Any]) -> str:
    """One value a line, nothing else."""
    return "\n".join(column.copy(row) for row in rows)


def to_clipboard(text: str, kind: str | None = None) -> None:
    """Copy `text`, which is also offered as `kind` to programs that ask for it."""
    content = QMimeData()
    content.setText(text)
    if kind is not None:
        content.setData(kind, text.encode())
    QGuiApplication.clipboard().setMimeData(content)


def _cells(columns: Sequence[Column[Any]], rows: Iterable[Any]) -> list[list[str]]:
    return [[_harmless(column.copy(row)) for column in columns] for row in rows]


def _harmless(text: str) -> str:
    """An app may be called =HYPERLINK(…): a spreadsheet shall show that and not run it."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _one_line(text: str) -> str:
    return " ".join(text.split())
