"""How much Footprint reads of one download before it calls it a trap; sizes in bytes."""

from __future__ import annotations

MEGABYTE = 1024 * 1024

# A member as it is when unpacked. The largest one known that matters is under 5 MB.
MAX_MEMBER = 256 * MEGABYTE
# All members read of one download together.
MAX_TOTAL = 1024 * MEGABYTE
# Unpacked to packed size; text of real downloads stays below 50. Small members may do as they
# like, they harm nobody.
MAX_RATIO = 200
RATIO_FREE = 10 * MEGABYTE
# Commas and brackets of one JSON text: each may cost some hundred bytes once parsed.
MAX_JSON_VALUES = 10_000_000
# Lists and records inside each other; real ones stay below 15.
MAX_JSON_DEPTH = 100
# The table of contents of a zip: some two million members.
MAX_DIRECTORY = 256 * MEGABYTE
# Members that matter in one zip or folder.
MAX_WANTED = 10_000
# Zips inside a zip or folder: how many, how far down, and how large one may be when it has to
# be unpacked into memory to look inside.
MAX_NESTED = 50
MAX_NESTED_FOLDERS = 2
MAX_NESTED_SIZE = 256 * MEGABYTE
# An unpacked folder.
MAX_FOLDER_FILES = 1_000_000
MAX_FOLDER_DEPTH = 64

# What is read at once; also how often somebody who wants to cancel is heard.
CHUNK = MEGABYTE
