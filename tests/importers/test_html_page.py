"""Web pages as tables and texts, and pages made to hurt."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.importers.html_page import Page, read_page
from footprint.progress import Cancelled, Progress


def page(source: str) -> Page:
    return read_page(source, lambda: None)


def test_rows_of_two_cells() -> None:
    found = page("<table><tr><th>Na<b>me</b></th><td>A &amp; B<br>C</td></tr></table></html>")
    assert [[cell.text for cell in row] for row in found.tables[0].rows] == [["Name", "A & B C"]]
    assert found.whole


def test_blocks_in_one_cell() -> None:
    found = page("<table><tr><td>Label<div><div>One</div><div>Two</div></div></td></tr></table>")
    [[cell]] = found.tables[0].rows
    assert (cell.direct, [text.text for text in cell.inner]) == ("Label", ["One", "Two"])


def test_tables_in_tables_stay_apart() -> None:
    inner = "<table><tr><td>inner</td></tr></table>"
    found = page(f"<table><tr><td>outer{inner}</td></tr></table>")
    assert [table.rows[0][0].text for table in found.tables] == ["outer", "inner"]


def test_heading_right_above_a_table_is_its_title() -> None:
    table = "<table><tr><td>x</td></tr></table>"
    found = page(f"<h2>First</h2>{table}{table}<h2>Third</h2><p>text</p>{table}")
    assert [t.title for t in found.tables] == ["First", None, None]


def test_only_the_main_part_counts() -> None:
    found = page('<div>menu</div><div role="main"><div>name</div></div><div>imprint</div>')
    assert [text.text for text in found.texts] == ["name"]


def test_what_is_not_shown_is_not_read() -> None:
    source = "<title>t</title><style>s</style><script>'<div>'</script><!-- c --><p>shown</p>"
    assert [text.text for text in page(source).texts] == ["shown"]


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 200_000,
        "<table><tr><td>" * 100_000,
        "<" * 500_000,
        '<a "' * 300_000,
        "<!--" * 300_000,
        "<script>" * 300_000,
        "<a " + "b " * 500_000,
        "text " * 500_000,
        "<div></span>" * 100_000,
    ],
    ids=["deep", "tables", "angles", "quotes", "comments", "scripts", "attributes", "text", "ends"],
)
def test_no_page_is_slow(source: str) -> None:
    begun = time.perf_counter()
    page(source)
    # A second where it is quick; what grows with the square of the size needs minutes.
    assert time.perf_counter() - begun < 30


def test_reading_can_be_stopped() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        read_page("<p>x</p>", progress.step)


PIECES = "<table> </table> <tr> </tr> <td> </td> <div> </div> <h2> </h2> <br> <main> </main>"
TAGS = st.sampled_from(
    [*PIECES.split(), "<footer>", "<", ">", "&amp;", "<a b='", "name", " ", "\x00"]
)


@given(st.lists(TAGS, max_size=60).map("".join))
def test_no_mixture_of_tags_breaks_the_reading(source: str) -> None:
    found = page(source)
    assert all(cell.text is not None for t in found.tables for row in t.rows for cell in row)
