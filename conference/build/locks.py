"""A lock on an open file, which ends with the last process that holds it, however that ends."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


HANDED_ON = sys.platform != "win32"
"""Whether a process that is given the open file holds the lock as well."""


def take(file: int) -> bool:
    """Lock an open file.

    Args:
        file: Its number.

    Returns:
        False when somebody else holds the lock.

    Raises:
        OSError: It cannot be locked at all.
    """
    try:
        _lock(file)
    except (BlockingIOError, PermissionError):  # the second: as Windows says it
        return False
    return True
