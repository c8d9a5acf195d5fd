"""`python -m conference` as a process: one of commands.py, its report and its exit code, whatever the streams."""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
from contextlib import redirect_stdout, suppress
from typing import TextIO

try:
    from conference.commands import main
except ImportError as error:  # an older Python, or one that has not the packages
    if str(error.name).startswith("conference"):
        raise
    sys.stderr.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stderr.write(
        f"Python này ({sys.executable}) chưa dùng được: {error.name or error}. Cần Python 3.11 trở lên, "
        "đã cài các gói của requirements.txt; cách cài: xem README.md.\n"
    )
    sys.exit(2)

_LEFT = 128 + 13
"""The exit code of a program whose reader has left: SIGPIPE, which Windows does not have."""


def run(arguments: list[str] | None = None) -> int:
    """Run one command as a process of its own: the only place that meets the standard streams.

    A reader who leaves early (`check | head -1`) and a closed standard output change nothing but
    that the report is not read. The report is written in one go, so that the exit code is the
    command's own in every case.

    Args:
        arguments: The words after `python -m conference`; None: those of this process.

    Returns:
        The exit code: what `main` says; 1 as well when the report could not be written, 130 after
        Ctrl-C, 141 when standard error was left by its reader.
    """
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # whatever the terminal or the pipe is set to
    report = io.StringIO()
    try:
        with redirect_stdout(report):
            code = main(arguments)
    except BrokenPipeError:
        code = _LEFT
    except KeyboardInterrupt:
        code = 128 + signal.SIGINT
    except SystemExit as done:  # of the parser: help, or wrong use
        code = done.code if isinstance(done.code, int) else 0
    try:
        sys.stdout.write(report.getvalue())
        sys.stdout.flush()
    except OSError as error:
        _discard(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            code = 1
            with suppress(OSError):
                sys.stderr.write("không ghi được kết quả; hãy xem lại ổ đĩa của tệp nhận nó.\n")
    try:
        sys.stderr.flush()
    except OSError:
        _discard(sys.stderr)
    return code


def _open_closed_streams() -> None:
    """Lead standard streams that are closed (`>&-`) nowhere, lest another file takes their number."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(number, True)
    os.close(number)
    for name, number in (("stdout", 1), ("stderr", 2)):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(number, "w", encoding="utf-8", closefd=False))


def _discard(stream: TextIO) -> None:
    """Lead a stream nowhere, with what it still holds: Python would try to write it at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


if __name__ == "__main__":
    # A command makes records by the ten thousand and keeps them all: to look for garbage among them
    # takes 18 % of checking 15,000 delegates (2.45 s without, 3.0 s with, three runs each in turn).
    gc.disable()
    sys.exit(run())
