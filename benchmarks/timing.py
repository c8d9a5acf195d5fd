"""Runs of programs with what each took, and the statistics made of them.

Runs of what is compared alternate, so that a busy moment of the machine meets all of them alike, and
ratios are taken pair by pair. The driver itself stays small and loads no data: Linux counts the
memory of the parent into the peak of a child.
"""

from __future__ import annotations

import contextlib
import os
import signal
import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Run(NamedTuple):
    """What one run took: seconds on the clock, seconds of processor, bytes of memory at the peak."""

    wall: float
    cpu: float
    peak: int


class Summary(NamedTuple):
    median: float
    low: float
    high: float


class Failed(Exception):
    """A program did not do its work; the message holds the end of what it said."""


class TooLong(Failed):
    """A program was ended because it took too long."""


def run(
    command: Sequence[str | Path],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    timeout: float = 300,
) -> Run:
    """Run a program to its end, with all it starts; `Failed` when it fails or takes too long."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            list(map(str, command)),
            cwd=folder,
            env={
                **os.environ,
                "PYTHONUTF8": "1",
                "NO_MKDOCS_2_WARNING": "1",
                **(environment or {}),
            },
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        too_long = threading.Event()
        alarm = threading.Timer(timeout, lambda: (too_long.set(), _kill(process.pid)))
        alarm.start()
        try:
            _, status, used = os.wait4(process.pid, 0)
        except BaseException:
            _kill(process.pid)
            raise
        finally:
            alarm.cancel()
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if too_long.is_set() and process.returncode != 0:
            raise TooLong(f"{' '.join(map(str, command))}: took more than {timeout:g} s")
        if process.returncode != 0:
            output.seek(0)
            told = output.read().decode("utf-8", "replace")[-2000:]
            raise Failed(f"{' '.join(map(str, command))}: exit {process.returncode}\n{told}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def _kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


def interleave(
    cases: Mapping[str, Callable[[], Run]],
    runs: int,
    *,
    warm: bool = False,
    failed: Callable[[str, Failed], None] | None = None,
) -> dict[str, list[Run]]:
    """Every case in turn, as often as asked; each is run once before, unless it was already (`warm`).

    A case that fails is told to `failed` and left out of all that is given back; without, it is raised.
    """
    taken: dict[str, list[Run]] = {name: [] for name in cases}
    for turn in range(0 if warm else -1, runs):
        # Every other turn goes backwards: nobody always runs right after the same neighbour.
        for name in list(taken) if turn % 2 == 0 or turn < 0 else reversed(list(taken)):
            try:
                run = cases[name]()
            except Failed as error:
                if failed is None:
                    raise
                failed(name, error)
                del taken[name]
            else:
                if turn >= 0:
                    taken[name].append(run)
    return taken


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> list[float]:
    """Ours ÷ theirs, pair by pair, in the order they were taken."""
    return [one / other for one, other in zip(ours, theirs, strict=True)]


def summary(values: Sequence[float]) -> Summary:
    return Summary(statistics.median(values), min(values), max(values))
