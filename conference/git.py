"""The one way git is asked: about the folder that is named, without writing to it, and never fatal."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

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


def git(folder: Path, *arguments: str) -> str | None:
    """What git answers about a folder.

    Args:
        folder: Where it is asked.
        arguments: The command of git and its arguments.

    Returns:
        Its standard output, without the line's end; None when git cannot answer, refuses the folder
        (it belongs to another user), or is not there.
    """
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
    return done.stdout.removesuffix("\n")
