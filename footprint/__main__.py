"""`python -m footprint` and the `footprint` command."""

from __future__ import annotations

import sys


def main() -> int:
    """Start the window or the command line, as the arguments ask; returns the exit code."""
    from footprint.app import start  # noqa: PLC0415 - nothing is imported before it is needed

    return start(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
