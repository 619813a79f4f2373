"""What is handed to people who have no checkout: a wheel, and a folder that needs no Python."""

from __future__ import annotations

from devkit import environment, system
from devkit.places import NAME, PACKAGING, ROOT, must, script

DIST = ROOT / "dist"


def build() -> int:
    """Build `dist/*.whl` and the PyInstaller folder `dist/footprint/`; returns the exit code."""
    environment.prepare("bundle")
    system.ensure_bundle()
    pip = [script("python"), "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"]
    wheel = ["--no-deps", "--no-build-isolation", "--wheel-dir", str(DIST), str(ROOT)]
    must([*pip, *wheel], "The wheel could not be built.")
    must(
        [
            script("pyinstaller"),
            *("--noconfirm", "--clean", "--log-level", "WARN"),
            *("--distpath", str(DIST), "--workpath", str(ROOT / "build")),
            str(PACKAGING / "footprint.spec"),
        ],
        "The folder could not be built.",
    )
    print(f"{NAME} stands in {DIST}")
    return 0
