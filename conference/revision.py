"""Which state of the data a sheet was printed from: a day, and a short code of the content."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from conference.history import Change, histories

CODE_LENGTH = 7


@dataclass(frozen=True)
class Revision:
    """A state of a data folder."""

    code: str
    """Changes with every byte of the data: the first 7 figures of a SHA-256 in hexadecimal."""
    day: date | None
    """The day of the commit that last changed the data, on the clock of whoever made it; None when
    it is not known."""
    edited: bool = False
    """True when files were changed since that commit, or are in no commit; `day` is None then."""


def revision_of(folder: Path, change: Change | None = None) -> Revision:
    """Tell the revision of a data folder.

    Args:
        folder: The data folder; its files are the *.yml right in it.
        change: Its last change, where that is known already.

    Returns:
        The revision, the same in every clone of one commit, in every time zone.

    Raises:
        OSError: A file of the data cannot be read.
    """
    files = sorted(folder.glob("*.yml"))
    content = "".join(f"{path.name} {sha256(path.read_bytes()).hexdigest()}\n" for path in files)
    code = sha256(content.encode()).hexdigest()[:CODE_LENGTH]
    change = change or histories((folder, ".yml"))[0].whole
    return Revision(code, change.day, change.edited)
