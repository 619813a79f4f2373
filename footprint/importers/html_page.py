"""A web page out of an archive, as tables and texts; built so that no page can make it slow.

The pages are written by a machine, so this need not repair what browsers repair. A full parser
was tried and needs minutes for a page that nests a hundred thousand elements.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

# No "<" inside quotes: machines write &lt; there, and an unclosed quote must not swallow the page.
_TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[a-zA-Z][\w:-]*)(?P<rest>(?:[^<>"']|"[^"<]*"|'[^'<]*')*+)>"""
)
_LANG = re.compile(r"""\blang\s*=\s*["']?([a-zA-Z]{2,3})""")
_MAIN = re.compile(r"""\brole\s*=\s*["']?main\b""")
_RAW_END = {name: re.compile(rf"</{name}\b", re.I) for name in ("script", "style", "title")}
_TOKENS_A_STEP = 10_000
_END = 200
_VOID = {"br", "img", "hr", "input", "meta", "link", "wbr", "col", "source", "area", "embed"}
_INLINE = {"a", "abbr", "b", "bdi", "em", "font", "i", "label", "mark", "small", "span", "strong"}
_INLINE |= {"code", "sub", "sup", "time", "u"}
_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
_ASIDE = {"header", "nav", "footer", "h1"}


@dataclass(slots=True)
class Text:
    """A piece of text, as one block of the page shows it."""

    block: int
    pieces: list[str]
    heading: bool = False
    aside: bool = False

    @property
    def text(self) -> str:
        """The text in one line."""
        return " ".join("".join(self.pieces).split())


@dataclass(slots=True)
class Cell:
    """A cell of a table: what stands in it directly, and in blocks inside it."""

    pieces: list[str] = field(default_factory=list)
    inner: list[Text] = field(default_factory=list)
    blocks: int = 0

    @property
    def direct(self) -> str:
        """What stands in it directly, in one line."""
        return " ".join("".join(self.pieces).split())

    @property
    def text(self) -> str:
        """All of it, in one line."""
        return " ".join(filter(None, (self.direct, *(text.text for text in self.inner))))


@dataclass(slots=True)
class Table:
    """A table: the heading right above it, if any, and its rows."""

    title: str | None
    rows: list[list[Cell]] = field(default_factory=list)


@dataclass(slots=True)
class Page:
    """The tables of a page, the texts outside of them, and the language it says it is in.

    `whole` when its end is there.
    """

    language: str | None = None
    tables: list[Table] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    whole: bool = False


def read_page(source: str, step: Callable[[], None]) -> Page:
    """The page in `source`, whatever stands there; `step` is called now and then and may raise."""
    builder = _Builder(whole=not (_MAIN.search(source) or "<main" in source))
    for number, token in enumerate(_tokens(source)):
        if number % _TOKENS_A_STEP == 0:
            step()
        if isinstance(token, str):
            builder.text(html.unescape(token))
        elif token["end"]:
            builder.close(token["name"].lower())
        else:
            builder.open(token["name"].lower(), token["rest"])
    builder.page.whole = "</html" in source[-_END:].lower()
    return builder.page


def _tokens(source: str) -> Iterator[str | re.Match[str]]:
    """Texts and tags in order, without comments, scripts, styles and the title."""
    place = 0
    while (start := source.find("<", place)) >= 0:
        if start > place:
            yield source[place:start]
        if source.startswith("<!", start):
            closing = "-->" if source.startswith("<!--", start) else ">"
            end = source.find(closing, start)
            if end < 0:
                return
            place = end + len(closing)
            continue
        tag = _TAG.match(source, start)
        if tag is None:
            yield "<"
            place = start + 1
            continue
        yield tag
        place = tag.end()
        raw = None if tag["end"] else _RAW_END.get(tag["name"].lower())
        if raw:
            closed = raw.search(source, place)
            if closed is None:
                return
            place = closed.start()
    yield source[place:]


class _Builder:
    """Follows the tags and puts each text into its cell, or beside the tables."""

    def __init__(self, *, whole: bool) -> None:
        self.page = Page()
        self._open: list[tuple[str, bool]] = []
        self._count: Counter[str] = Counter()
        self._cells: list[Cell] = []
        self._tables: list[Table] = []
        # Ids of the blocks that are open; a text after an inner block belongs to the outer again.
        self._blocks = [0]
        self._made = 0
        self._inside = int(whole)
        self._headings = 0
        self._asides = 0
        self._title: Text | None = None

    def open(self, name: str, rest: str) -> None:
        if name == "html" and (found := _LANG.search(rest)):
            self.page.language = found[1].lower()
        if name == "br":
            self.text(" ")
        if name not in _VOID and not rest.endswith("/"):
            self._opened(name, rest)

    def _opened(self, name: str, rest: str) -> None:
        main = name == "main" or bool(_MAIN.search(rest))
        self._inside += main
        self._open.append((name, main))
        self._count[name] += 1
        self._headings += name in _HEADINGS
        self._asides += name in _ASIDE
        if name == "table":
            self._tables.append(self._new_table())
        elif name == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif name in {"td", "th"}:
            self._open_cell()
        elif name not in _INLINE:
            self._made += 1
            self._blocks.append(self._made)
            if self._cells:
                self._cells[-1].blocks += 1

    def close(self, name: str) -> None:
        # What was opened inside and never closed is closed with it; a stray end is nothing.
        while self._count[name] and self._open:
            last, main = self._open.pop()
            self._count[last] -= 1
            self._inside -= main
            self._headings -= last in _HEADINGS
            self._asides -= last in _ASIDE
            self._closed(last)
            if last == name:
                return

    def text(self, text: str) -> None:
        if not self._inside or not text:
            return
        if not self._cells:
            self._loose(text)
        elif not self._cells[-1].blocks:
            self._cells[-1].pieces.append(text)
        else:
            _join(self._cells[-1].inner, Text(self._blocks[-1], [text]))

    def _closed(self, name: str) -> None:
        if name == "table" and self._tables:
            self._tables.pop()
        elif name in {"td", "th"} and self._cells:
            self._cells.pop()
        elif name not in _INLINE and name not in {"table", "tr", "td", "th"}:
            if len(self._blocks) > 1:
                self._blocks.pop()
            if self._cells and self._cells[-1].blocks:
                self._cells[-1].blocks -= 1

    def _new_table(self) -> Table:
        table = Table(self._title.text if self._title else None)
        self._title = None
        self.page.tables.append(table)
        return table

    def _open_cell(self) -> None:
        cell = Cell()
        self._cells.append(cell)
        if self._tables:
            if not self._tables[-1].rows:
                self._tables[-1].rows.append([])
            self._tables[-1].rows[-1].append(cell)

    def _loose(self, text: str) -> None:
        new = Text(self._blocks[-1], [text], self._headings > 0, self._asides > 0)
        found = _join(self.page.texts, new)
        if not new.aside and not text.isspace():
            self._title = found if new.heading else None


def _join(texts: list[Text], new: Text) -> Text:
    """Put `new` behind the others, as a part of the last when it is of the same block."""
    if texts and texts[-1].block == new.block:
        texts[-1].pieces += new.pieces
    elif not new.pieces[0].isspace():
        texts.append(new)
    else:
        return new
    return texts[-1]
