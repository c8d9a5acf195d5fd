"""What was shown when: each line is written, and on the disk, before the link is moved.

So after a kill or a power cut the last line says what `current` must lead to; see `store.recover`.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

PUBLISHED, ROLLED_BACK = "publish", "rollback"


@dataclass(frozen=True)
class Entry:
    """One change of what is shown."""

    time: str
    what: str
    release: str
    who: str


def now() -> str:
    """The time of an entry, on the server's clock."""
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")


def entries(journal: Path) -> list[Entry]:
    """All entries, the oldest first. A line that a power cut left unfinished was never acted on."""
    try:
        lines = journal.read_text("utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return []
    read = []
    for line in lines:
        try:
            read.append(Entry(**json.loads(line)))
        except (ValueError, TypeError):
            continue
    return read


def append(journal: Path, entry: Entry) -> None:
    """Add an entry; when this returns it is on the disk."""
    opened = os.open(journal, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
    try:
        size = os.fstat(opened).st_size
        cut = size and os.pread(opened, 1, size - 1) != b"\n"
        line = json.dumps(asdict(entry), ensure_ascii=False).encode() + b"\n"
        os.write(opened, (b"\n" if cut else b"") + line)
        os.fsync(opened)
    finally:
        os.close(opened)
