"""The scratch folder of one build, beside site/ and locked while one of its processes lives."""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from conference.build.locks import take
from conference.build.told import label, tell

NEW, OLD = "new", "old"
"""What a build fills in its scratch folder, and where the old site goes when it cannot be exchanged."""
_LOCK = "lock"
_PREFIX = ".site-"
_SCRATCH = re.compile(r"\.site-[a-z0-9_]{8}")
_ATTEMPTS = 100  # against builds that remove what others left over


class Scratch(NamedTuple):
    """A build's own folder beside site/, and the open file that holds its lock."""

    folder: Path
    lock: int


@contextmanager
def scratch_folder(dossier: Path) -> Iterator[Scratch]:
    """A new folder for one build, on site/'s file system; removed afterwards."""
    for _ in range(_ATTEMPTS):
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=dossier))
        try:
            lock = _lock(folder, os.O_CREAT)
        except OSError:
            _remove(folder)
            raise
        if lock is not None:
            break  # else another build took it for left over before it was locked
    else:
        raise OSError(errno.EAGAIN, "", str(folder))
    try:
        yield Scratch(folder, lock)
    finally:
        _remove(folder, lock)


def _lock(folder: Path, flags: int = 0) -> int | None:
    """Lock a scratch folder.

    Args:
        folder: The scratch folder.
        flags: os.O_CREAT for the build that has just made it. Nobody else may make its lock: else
            one could be made in a folder that is being removed.

    Returns:
        The open file, which holds the lock until its last copy is closed; None when another build
        holds it, or has removed the folder.

    Raises:
        OSError: The file cannot be made or locked at all.
    """
    path = folder / _LOCK
    try:
        lock = os.open(path, os.O_RDWR | flags, 0o600)
    except FileNotFoundError:
        return None
    try:
        if take(lock) and os.path.samestat(os.fstat(lock), path.stat()):
            return lock
    except FileNotFoundError:
        pass
    except OSError:
        os.close(lock)
        raise
    os.close(lock)
    return None


def _remove(folder: Path, lock: int | None = None) -> None:
    """Remove a scratch folder, its lock last; what cannot be removed stays.

    The lock is closed before, since Windows keeps files that are open. Whoever takes it then finds
    nothing else there, and removes it as well.
    """
    for name in (NEW, OLD):
        shutil.rmtree(folder / name, ignore_errors=True)
    if lock is not None:
        os.close(lock)
    shutil.rmtree(folder, ignore_errors=True)


def remove_left_over(dossier: Path, site: Path) -> None:
    """Remove the scratch folders of builds that were killed.

    One that was killed between the two renames of `switch_in` holds the only site: that goes back.
    """
    for folder in sorted(dossier.glob(f"{_PREFIX}*")):
        if not _is_scratch(folder):
            continue
        with suppress(OSError):
            folder.rmdir()  # made and never locked
            continue
        with suppress(OSError):
            lock = _lock(folder)
            if lock is None:  # its build is running
                continue
            try:
                if not os.path.lexists(site) and (folder / OLD).is_dir():
                    (folder / OLD).rename(site)
            except OSError:
                os.close(lock)
                raise
            _remove(folder, lock)
        if folder.exists():
            tell(
                f"{label(folder)}: không xóa được phần dở của lần dựng trước; hãy xóa thư mục này."
            )


def _is_scratch(folder: Path) -> bool:
    """Whether a folder is a build's scratch folder and nobody's own, by its name and its entries."""
    if not _SCRATCH.fullmatch(folder.name) or folder.is_symlink() or not folder.is_dir():
        return False
    with suppress(OSError):
        held = {path.name for path in folder.iterdir()}
        return not held or (_LOCK in held and held <= {_LOCK, NEW, OLD})
    return False
