"""JSON files of Meta's downloads, taken apart by the root keys that say what is in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from footprint.domain.finding import Where
from footprint.i18n import _
from footprint.importers.archive import Archive, Member
from footprint.importers.gathering import Gatherer, Reader
from footprint.importers.meta_rows import has_labels
from footprint.importers.rolls import Roll

# Stands for the root key of files that have none: a record, or a list of records, with labels.
LABELS = "label_values"
_VERSION = re.compile(r"_v\d+$")


class Document(NamedTuple):
    """What stands under one root key of one file; `root` is without its "_v2"."""

    file: str
    stem: str
    root: str
    content: Any
    versioned: bool = False


class Listed(NamedTuple):
    """A list: its root key, its roll, who reads a record, and how the list is unpacked."""

    root: str
    roll: Roll
    read: Reader
    unpack: Callable[[Any], Any] = lambda content: content


def stem(member: Member) -> str:
    """The name of `member` as the tables of files have it: no suffix, "_" for an apostrophe."""
    name = member.name.casefold().replace("'", "_").replace("’", "_")
    return name.rpartition(".")[0]


def found(archive: Archive, stems: Collection[str], suffix: str) -> tuple[Member, ...]:
    """The members of these names with this suffix."""
    return archive.members(*(f"{name}.{suffix}" for name in stems))


def roots(content: Any) -> dict[str, str]:
    """The root keys of a JSON document without their version, and as they are."""
    if has_labels(content):
        return {LABELS: ""}
    return {_VERSION.sub("", key): key for key in content} if isinstance(content, dict) else {}


def is_labelled(document: Document) -> bool:
    """Whether a file is of the layout of labels, or a bare list that can be nothing else."""
    bare = document.root == "" and isinstance(document.content, list)
    return document.root == LABELS or bare


def documents(
    gatherer: Gatherer, members: Sequence[Member], files: Mapping[str, tuple[Roll, ...]]
) -> Iterator[Document]:
    """Everything in `members`; `files` says which rolls are lost with an unreadable one."""
    for member in members:
        name = stem(member)
        content = gatherer.load(member, *files.get(name, ()))
        if content is None:
            continue
        keys = roots(content)
        for root, key in keys.items():
            inner = content[key] if key else content
            yield Document(member.path, name, root, inner, key != root)
        if not keys:
            yield Document(member.path, name, "", content)


def read_lists(
    gatherer: Gatherer, found_documents: Sequence[Document], lists: Sequence[Listed]
) -> None:
    """Read the lists in this order, whatever the order of the files."""
    for listed in lists:
        for document in found_documents:
            if document.root == listed.root:
                rows = listed.unpack(document.content)
                gatherer.read(rows, document.file, listed.roll, listed.read)


def report_unknown(
    gatherer: Gatherer,
    found_documents: Sequence[Document],
    read: Collection[str],
    files: Mapping[str, tuple[Roll, ...]],
) -> None:
    """Say of every file that is not among those `read` that it is of another form."""
    for file, name in dict.fromkeys((d.file, d.stem) for d in found_documents):
        if file not in read:
            why = _("This file is of a form that Footprint does not know.")
            gatherer.bad(Where(file), why, *files.get(name, ()))
