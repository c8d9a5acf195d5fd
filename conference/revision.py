"""Which state of the data a sheet was printed from: a day, and a short code of the content.

The day is what git recorded, the same in every clone that holds the same commit. Where git cannot
tell, nothing takes its place: the times of files and the clock differ from one machine to the next.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

CODE_LENGTH = 7

_FILES = ":(glob)*.yml"  # as git names them, in the folder it is asked about

# What git sets for its hooks: it would lead a question about one folder to another repository.
_OF_HOOKS = (
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
)


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


def revision_of(folder: Path) -> Revision:
    """Tell the revision of a data folder.

    The day is not known without git, in a folder that git refuses (it belongs to another user) or
    does not hold, in a shallow clone that ends before the commit in question, and while files are
    edited.

    Args:
        folder: The data folder; its files are the *.yml right in it.

    Returns:
        The revision, the same in every clone of one commit, in every time zone.

    Raises:
        OSError: A file of the data cannot be read.
    """
    files = sorted(folder.glob("*.yml"))
    content = "".join(f"{path.name} {sha256(path.read_bytes()).hexdigest()}\n" for path in files)
    code = sha256(content.encode()).hexdigest()[:CODE_LENGTH]
    asked = ("--porcelain", "--untracked-files=all", "--ignored=matching")
    changes = _git(folder, "status", *asked, "--", _FILES)
    if changes:
        return Revision(code, None, edited=True)
    return Revision(code, None if changes is None else _committed(folder))


def _committed(folder: Path) -> date | None:
    """The day of the commit that last changed the data; None when it cannot be told."""
    last = _git(folder, "rev-list", "-1", "--format=%cI", "HEAD", "--", _FILES)
    boundary = _git(folder, "rev-parse", "--git-path", "shallow")
    if not last or boundary is None:
        return None
    commit, _, moment = last.removeprefix("commit ").partition("\n")
    try:
        cut = (folder / boundary).read_text("ascii").split()
    except FileNotFoundError:  # the clone is whole
        cut = []
    except OSError:
        return None
    if commit in cut:  # what came before it is not here: it seems to have added every file
        return None
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:  # a date that git itself cannot read
        return None


def _git(folder: Path, *arguments: str) -> str | None:
    """What git answers about a folder; None when it cannot, or is not there."""
    environment = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS}
    environment |= {
        "GIT_NO_REPLACE_OBJECTS": "1",  # replacements are not cloned
        "GIT_OPTIONAL_LOCKS": "0",  # to ask is not to write
    }
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()
