"""Evidence: a file kept as proof of what somebody showed on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Evidence:
    """One kept file; it never changes, and the same bytes are kept once.

    `sha256` is the hash of its bytes in hex and its name in the store; `name` is what it was
    called when it came, `size` is in bytes. `media_type` ("image/png") is what its name says,
    nobody looked. `kept_at` is when it came first. `shows` are the person's words.
    """

    sha256: str
    name: str
    size: int
    media_type: str
    kept_at: datetime
    shows: str = ""
