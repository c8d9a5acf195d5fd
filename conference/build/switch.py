"""The switch: a finished site takes the place of the old one in one step of the file system."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

_ATTEMPTS = 100  # against other builds that switch at the same moment; one or two are enough
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # <fcntl.h>, <linux/fs.h>
_NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM, errno.EXDEV}
_TAKEN = {errno.EEXIST, errno.ENOTEMPTY}


def make_readable(folder: Path) -> None:
    """Let everybody read a site, the web server among them, whatever the umask was.

    Args:
        folder: The site. Its files become 0644, its folders 0755; links are not followed.

    Raises:
        OSError: A mode cannot be set.
    """
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() else 0o644)
    folder.chmod(0o755)


def switch_in(new: Path, site: Path, aside: Path) -> bool:
    """Put a finished site in the place of the old one; other builds may do so at the same time.

    Args:
        new: The finished site, on the same file system. The old one stands here afterwards, or …
        aside: … here, where the two could not be exchanged; nothing is here before.
        site: The place.

    Returns:
        False when `site` was missing for an instant: the file system took two renames for it.

    Raises:
        OSError: It could not be done; the old site is in its place.
    """
    for _ in range(_ATTEMPTS):
        try:
            if not os.path.lexists(site):
                new.rename(site)
                return True
            exchange(new, site)
            return True
        except FileNotFoundError:  # another build has just moved it
            continue
        except OSError as error:
            if error.errno in _TAKEN:  # another build has just put the first site there
                continue
            if error.errno not in _NO_EXCHANGE:
                raise
        if _rename_twice(new, site, aside):
            return False
    raise OSError(errno.EBUSY, "", str(site))


def _rename_twice(new: Path, site: Path, aside: Path) -> bool:
    """Move the old site aside and the new one into its place; False when another build came between."""
    try:
        site.rename(aside)
    except FileNotFoundError:
        return False
    try:
        new.rename(site)
    except OSError as error:
        if error.errno in _TAKEN:
            shutil.rmtree(aside, ignore_errors=True)
            return False
        aside.rename(site)
        raise
    return True


def exchange(one: Path, other: Path) -> None:
    """Let two paths change places in one step, so that both exist at every instant.

    Args:
        one: A path.
        other: Another on the same file system.

    Raises:
        OSError: It was not done; with ENOSYS, EINVAL, EOPNOTSUPP or EPERM because this system or
            this file system has no such step (renameat2 of Linux with RENAME_EXCHANGE).
    """
    if sys.platform != "linux":
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    rename.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    paths = (os.fsencode(one), os.fsencode(other))
    if rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(one), None, str(other))
