"""Which state of the data a sheet was printed from: a day, and a short code of the content."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

CODE_LENGTH = 7


@dataclass(frozen=True)
class Revision:
    """`code` changes with every byte of the data, `day` is when the data was last changed."""

    code: str
    day: date


def revision_of(folder: Path) -> Revision:
    """The revision of a data folder, the same on every machine that holds the same commit."""
    files = sorted(folder.glob("*.yml"))
    content = "".join(f"{path.name} {sha256(path.read_bytes()).hexdigest()}\n" for path in files)
    day = _committed(folder) or date.fromtimestamp(
        max((path.stat().st_mtime for path in files), default=0)
    )
    return Revision(sha256(content.encode()).hexdigest()[:CODE_LENGTH], day)


def _committed(folder: Path) -> date | None:
    """The day of the last commit of the folder; None without git, or when files were changed since."""
    if _git(folder, "status", "--porcelain", "--", ".") != "":
        return None
    day = _git(folder, "log", "-1", "--format=%cs", "--", ".")
    return date.fromisoformat(day) if day else None


def _git(folder: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()
