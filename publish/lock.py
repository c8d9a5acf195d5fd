"""One at a time: the lock under which a server changes.

A push holds it from its check to its end, over two hooks that are processes of their own. They share the
file that was opened when the connection began (`connection`), and with it the lock: it goes when the last
process of the push is gone, however it went. So there is no left-over lock to remove, ever.
"""

from __future__ import annotations

import fcntl
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from publish.home import Home

VARIABLE = "PUBLISH_LOCK"
"""Names the open file to the hooks of a push."""


def open_for_push(home: Home) -> int:
    """Open the lock for the processes of a push to inherit, not locked yet."""
    opened = os.open(home.lock, os.O_RDWR | os.O_CREAT, 0o600)
    os.set_inheritable(opened, True)
    return opened


def hold_until_end_of_push(home: Home) -> None:
    """Take the lock for the rest of this push; waits for another one.

    Raises:
        OSError: this is no hook of a push that came through `connection`.
    """
    opened = int(os.environ[VARIABLE])
    if not os.path.samestat(os.fstat(opened), home.lock.stat()):
        raise OSError("lock")
    _take(opened)


@contextmanager
def held(home: Home) -> Iterator[None]:
    """Hold the lock for a command."""
    opened = os.open(home.lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(opened)
        yield
    finally:
        os.close(opened)


def _take(opened: int) -> None:
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        sys.stderr.write("Đang có người khác xuất bản; xin chờ…\n")
        sys.stderr.flush()
        fcntl.flock(opened, fcntl.LOCK_EX)
