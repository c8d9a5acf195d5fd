"""`python -m conference build`: a site is built beside site/ and switched in when it is complete.

Every build has a scratch folder of its own, `.site-XXXXXXXX`, locked as long as one of its processes
lives. The builder fills `new` in it; then `new` and site/ change places in one step of the file
system, and the scratch folder goes, the old site in it. What a killed build leaves is removed by the
next one.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

Command = Callable[[Path, Path], Sequence[str]]
"""(folder of mkdocs.yml, folder to write the site into) → the arguments of the builder's process."""

_PREFIX = ".site-"
_SCRATCH = re.compile(r"\.site-[a-z0-9_]{8}")
_NEW, _OLD, _LOCK = "new", "old", "lock"
_ATTEMPTS = 100  # against other builds that switch at the same moment; one or two are enough

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # <fcntl.h>, <linux/fs.h>
_NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM, errno.EXDEV}
_TAKEN = {errno.EEXIST, errno.ENOTEMPTY}

_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM}
_MOUNTED = {errno.EXDEV, errno.EBUSY}
_STORAGE = _FULL | _FORBIDDEN | {errno.EROFS, errno.EFBIG, errno.EIO}
_FAILURE = re.compile(r"\[Errno (?P<number>\d+)\] [^:']*(?:: '(?P<path>[^']*)')?")
_TRACEBACK = "Traceback (most recent call last):"


def mkdocs(dossier: Path, target: Path) -> Sequence[str]:
    """The command that builds a dossier with MkDocs.

    It has no `-q`: MkDocs would then count no warnings, and `--strict` would stop at none.

    Args:
        dossier: The folder of mkdocs.yml.
        target: The folder that MkDocs makes and fills.

    Returns:
        The program and its arguments, as `subprocess` takes them.
    """
    settings, options = str(dossier / "mkdocs.yml"), ("--strict", "--site-dir", str(target))
    return (sys.executable, "-m", "mkdocs", "build", "-f", settings, *options)


def build(dossier: Path, command: Command = mkdocs) -> int:
    """Build a dossier's site and put it in the place of its site/, or leave that as it is.

    What the builder writes is passed on. What goes wrong here is one Vietnamese line on standard
    error. Must run in the main thread, since it handles SIGINT, SIGTERM and SIGHUP meanwhile.

    Args:
        dossier: The folder of mkdocs.yml; the site stands in its folder `site`.
        command: What builds; tests pass a quicker one.

    Returns:
        0 when site/ is the new site; 1 when the disk or the folders do not allow it; 2 when there
        is no mkdocs.yml; 128 + the signal's number when one stopped it; else the builder's exit code.

    Raises:
        BrokenPipeError: Nobody reads standard error any more; site/ is whole, old or new.
    """
    dossier = dossier.absolute()
    site = dossier / "site"
    if not (dossier / "mkdocs.yml").is_file():
        _tell(f"{_label(dossier / 'mkdocs.yml')}: không có tệp này; hãy chỉ đúng thư mục hồ sơ.")
        return 2
    try:
        with _Signals() as signals:
            return _build(dossier, site, command, signals)
    except BrokenPipeError:
        raise
    except OSError as error:
        _tell(f"{_advice(error, site)} {_label(site)} không đổi.")
        return 1


def _build(dossier: Path, site: Path, command: Command, signals: _Signals) -> int:
    unchanged = f"{_label(site)} không đổi."
    if wrong := _not_a_folder(site):
        _tell(wrong)
        return 1
    _remove_left_over(dossier, site)
    with _scratch(dossier) as scratch:
        new = scratch.folder / _NEW
        code, failure = _run(command(dossier, new), scratch.lock, signals)
        if failure:
            _tell(f"{_advice(failure, site)} {unchanged}")
        if signals.received:
            _tell(f"Đã dừng; {unchanged}")
            return 128 + signals.received
        if code < 0:
            _tell(f"Lệnh dựng bị hệ thống dừng (tín hiệu {-code}); {unchanged}")
            return 128 - code
        if code > 0:
            return code
        if not (new / "index.html").is_file():
            _tell(f"Trang dựng xong thiếu index.html (từ docs/index.md); {unchanged}")
            return 1
        make_readable(new)
        at_once = switch_in(new, site, scratch.folder / _OLD)
    if not at_once:
        _tell(f"{_label(site)}: ổ đĩa không đổi chỗ được trong một bước; trang vắng một thoáng.")
    if scratch.folder.exists():
        _tell(f"{_label(scratch.folder)}: không xóa hết được bản cũ; hãy xóa thư mục này.")
    return 0


# --- The builder's process ------------------------------------------------------------------------


_Handler = Callable[[int, FrameType | None], Any] | int | None


class _Signals:
    """Lets no signal cut a build between two steps: it ends the builder, and is looked at later."""

    def __init__(self) -> None:
        self.received = 0
        self._before: dict[signal.Signals, _Handler] = {}
        self._builder: subprocess.Popen[str] | None = None

    def __enter__(self) -> _Signals:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) not in (signal.SIG_IGN, None):  # nohup stays nohup
                self._before[number] = signal.signal(number, self._receive)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def ends(self, builder: subprocess.Popen[str]) -> None:
        """Say which process a signal is to end."""
        self._builder = builder
        if self.received:
            builder.terminate()

    def _receive(self, number: int, _: FrameType | None) -> None:
        again, self.received = bool(self.received), self.received or number
        if self._builder:
            self._builder.kill() if again else self._builder.terminate()


def _run(arguments: Sequence[str], lock: int, signals: _Signals) -> tuple[int, OSError | None]:
    """Run the builder to its end.

    It gets the scratch folder's lock as well: while it lives, were it without its parent, no other
    build takes the folder from under it.

    Args:
        arguments: The program and its arguments.
        lock: The open file that holds the lock.
        signals: What ends the builder.

    Returns:
        Its exit code (negative: the signal that killed it), and what the disk refused it, if that
        is why it failed.
    """
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    with subprocess.Popen(
        arguments,
        env=environment,
        stderr=subprocess.PIPE,
        pass_fds=(lock,),
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


# --- The scratch folder ---------------------------------------------------------------------------


class _Scratch(NamedTuple):
    """A build's own folder beside site/, and the open file that holds its lock."""

    folder: Path
    lock: int


@contextmanager
def _scratch(dossier: Path) -> Iterator[_Scratch]:
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
        yield _Scratch(folder, lock)
    finally:
        _remove(folder)
        os.close(lock)


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
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(lock), path.stat()):
            return lock
    except (BlockingIOError, FileNotFoundError):
        pass
    except OSError:
        os.close(lock)
        raise
    os.close(lock)
    return None


def _remove(folder: Path) -> None:
    """Remove a scratch folder, its lock last; what cannot be removed stays."""
    for name in (_NEW, _OLD):
        shutil.rmtree(folder / name, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


def _remove_left_over(dossier: Path, site: Path) -> None:
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
                if not os.path.lexists(site) and (folder / _OLD).is_dir():
                    (folder / _OLD).rename(site)
                _remove(folder)
            finally:
                os.close(lock)
        if folder.exists():
            _tell(
                f"{_label(folder)}: không xóa được phần dở của lần dựng trước; hãy xóa thư mục này."
            )


def _is_scratch(folder: Path) -> bool:
    """Whether a folder is a build's scratch folder and nobody's own, by its name and its entries."""
    if not _SCRATCH.fullmatch(folder.name) or folder.is_symlink() or not folder.is_dir():
        return False
    with suppress(OSError):
        held = {path.name for path in folder.iterdir()}
        return not held or (_LOCK in held and held <= {_LOCK, _NEW, _OLD})
    return False


# --- The switch -----------------------------------------------------------------------------------


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
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    rename.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    paths = (os.fsencode(one), os.fsencode(other))
    if rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(one), None, str(other))


# --- What is told ---------------------------------------------------------------------------------


def _not_a_folder(site: Path) -> str:
    """What to do about a site/ that is something else than a folder; "" when all is well."""
    try:
        mode = site.lstat().st_mode
    except FileNotFoundError:
        return ""
    if stat.S_ISDIR(mode):
        return ""
    name, is_link = _label(site), stat.S_ISLNK(mode)
    what = (
        "một liên kết (symlink), không phải thư mục" if is_link else "một tệp, không phải thư mục"
    )
    return f"{name} là {what}; hãy đổi tên hoặc xóa nó rồi dựng lại."


def _advice(error: OSError, site: Path) -> str:
    """What an editor can do about an error of the disk or the folders, in Vietnamese."""
    path = _label(Path(os.fsdecode(error.filename)) if error.filename else site)
    if error.errno in _FULL:
        return f"{path}: ổ đĩa đầy; hãy xóa bớt tệp trên ổ này rồi dựng lại."
    if error.errno == errno.EROFS:
        return f"{path}: ổ đĩa chỉ cho đọc; hãy cho phép ghi lên ổ này rồi dựng lại."
    if error.errno in _FORBIDDEN:
        return f"{path}: không có quyền đọc hoặc ghi; hãy sửa quyền rồi dựng lại."
    if error.errno in _MOUNTED:
        return f"{_label(site)} nằm trên ổ khác hoặc đang bị giữ; hãy gỡ hoặc đổi tên rồi dựng lại."
    if error.errno == errno.EFBIG:
        return f"{path}: tệp lớn quá mức cho phép; hãy nâng giới hạn (ulimit -f) rồi dựng lại."
    return f"{path}: hệ thống báo lỗi {error.errno}; hãy xem lại ổ đĩa và thư mục rồi dựng lại."


def _label(path: Path) -> str:
    """A path as short as the reader of the terminal can take it: from the working folder on."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")
