"""Files and links that are there after a power cut, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def sync(path: Path) -> None:
    """Have the disk keep a file, or the names in a folder."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def sync_tree(folder: Path) -> None:
    """Have the disk keep a folder with all that is in it."""
    for inner, _, files in os.walk(folder):
        for name in files:
            sync(Path(inner, name))
        sync(Path(inner))


def point(link: Path, target: str) -> None:
    """Let a link lead to `target`, from one moment to the next: it is never missing.

    Raises:
        OSError: It leads where it led.
    """
    beside = link.with_name(f".{link.name}.new")
    beside.unlink(missing_ok=True)
    beside.symlink_to(target)
    beside.replace(link)
    sync(link.parent)


def write(path: Path, text: str, mode: int = 0o644) -> None:
    """Give a file other content, from one moment to the next."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, "utf-8")
    beside.chmod(mode)
    sync(beside)
    beside.replace(path)
    sync(path.parent)
