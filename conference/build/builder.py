"""The process that builds a site: run to its end, its words passed on, signals kept from cutting it."""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Any

from conference.build.locks import HANDED_ON
from conference.build.told import FORBIDDEN, FULL

_STORAGE = FULL | FORBIDDEN | {errno.EROFS, errno.EFBIG, errno.EIO}
_FAILURE = re.compile(r"\[Errno (?P<number>\d+)\] [^:']*(?:: '(?P<path>[^']*)')?")
_TRACEBACK = "Traceback (most recent call last):"


# What asks a process to end; Windows has not all of them.
_ENDING = [
    signal.Signals[name]
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if name in signal.Signals.__members__
]

_Handler = Callable[[int, FrameType | None], Any] | int | None


class Signals:
    """Lets no signal cut a build between two steps: it ends the builder, and is looked at later."""

    def __init__(self) -> None:
        self.received = 0
        self._before: dict[signal.Signals, _Handler] = {}
        self._builder: subprocess.Popen[Any] | None = None

    def __enter__(self) -> Signals:
        for number in _ENDING:
            if signal.getsignal(number) not in (signal.SIG_IGN, None):  # nohup stays nohup
                self._before[number] = signal.signal(number, self._receive)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def ends(self, builder: subprocess.Popen[Any]) -> None:
        """Say which process a signal is to end."""
        self._builder = builder
        if self.received:
            builder.terminate()

    def _receive(self, number: int, _: FrameType | None) -> None:
        again, self.received = bool(self.received), self.received or number
        if self._builder:
            self._builder.kill() if again else self._builder.terminate()


def environment() -> dict[str, str]:
    """What MkDocs is started with: texts in UTF-8 whatever the terminal is set to, no advertisement."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}


def run_builder(
    arguments: Sequence[str], lock: int, signals: Signals
) -> tuple[int, OSError | None]:
    """Run the builder to its end.

    It gets the scratch folder's lock as well, where the system can hand it on: while it lives, were it
    without its parent, no other build takes the folder from under it.

    Args:
        arguments: The program and its arguments.
        lock: The open file that holds the lock.
        signals: What ends the builder.

    Returns:
        Its exit code (negative: the signal that killed it), and what the disk refused it, if that
        is why it failed.
    """
    with subprocess.Popen(
        arguments,
        env=environment(),
        stderr=subprocess.PIPE,
        pass_fds=(lock,) if HANDED_ON else (),
        encoding="utf-8",
        errors="replace",
    ) as builder:
        signals.ends(builder)
        try:
            held = _pass_on(builder)
        except BaseException:
            builder.kill()
            raise
    if signals.received:  # what it says of being stopped is no news
        return builder.returncode, None
    failure = _failure(held) if builder.returncode else None
    if not failure:
        sys.stderr.write("".join(held))
    return builder.returncode, failure


def _pass_on(builder: subprocess.Popen[str]) -> list[str]:
    """Write on what the builder writes to standard error.

    Returns:
        What is held back: everything from the first line on that names an error of the system. An
        editor is told of a full disk in one sentence instead.
    """
    held: list[str] = []
    for line in builder.stderr or ():
        if held or _TRACEBACK in line or _FAILURE.search(line):
            held.append(line)
        else:
            sys.stderr.write(line)
    return held


def _failure(lines: Sequence[str]) -> OSError | None:
    """The last error of the disk or the folders that a program's words tell of."""
    for line in reversed(lines):
        found = _FAILURE.search(line)
        if found and int(found["number"]) in _STORAGE:
            return OSError(int(found["number"]), "", found["path"])
    return None
