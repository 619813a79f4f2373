"""The one drawing of the icon, in the sizes and containers that each system asks for.

Qt draws it, in the environment's interpreter, so that no further tool is needed; the containers of
Windows and macOS are plain lists of PNG files.
"""

from __future__ import annotations

import struct
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from devkit.places import ICON, Refused, script

# Sizes of the hicolor theme in px.
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
# Type codes of PNG images in an .icns file, by size in px.
ICNS_CODES = {128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}

_DRAW = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
drawing, folder, *sizes = sys.argv[1:]
renderer = QSvgRenderer(drawing)
assert renderer.isValid(), drawing
for size in map(int, sizes):
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert image.save(f"{folder}/{size}.png"), folder
"""


def draw(sizes: Iterable[int]) -> dict[int, bytes]:
    """The icon as PNG, by size in px. Raises `Refused` when Qt cannot draw."""
    wanted = sorted(sizes)
    with tempfile.TemporaryDirectory() as folder:
        command = [script("python"), "-c", _DRAW, str(ICON), folder, *map(str, wanted)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Refused(f"The icon could not be drawn:\n{done.stderr}")
        return {size: Path(folder, f"{size}.png").read_bytes() for size in wanted}


def ico() -> bytes:
    """The icon as Windows wants it: a directory of PNG images."""
    pictures = draw(ICO_SIZES)
    offset = 6 + 16 * len(pictures)
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, png in pictures.items():
        side = size % 256  # 256 px is written as 0
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(png), offset + len(body))
        body += png
    return head + body


def icns() -> bytes:
    """The icon as macOS wants it: PNG images, each behind its type code and length."""
    pictures = draw(ICNS_CODES)
    body = b"".join(
        ICNS_CODES[size] + struct.pack(">I", len(png) + 8) + png for size, png in pictures.items()
    )
    return b"icns" + struct.pack(">I", len(body) + 8) + body
