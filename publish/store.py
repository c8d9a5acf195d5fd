"""The releases: finished sites side by side, one of them shown, the last ones kept.

A release is a folder of its own that nobody changes once it is there: `everyone/` and `staff/`, the two
sites, and `about.json`. `current` is a link to one of them. All that changes anything here is called
with the lock held (see `lock`).
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from publish import journal
from publish.durable import point, sync, sync_tree, write
from publish.home import Home

ID_LENGTH = 12
ABOUT = "about.json"


class NotPlain(Exception):
    """A built site holds something else than files and folders; the message is Vietnamese."""


def release_id(commit: str) -> str:
    """The name of a commit's release."""
    return commit[:ID_LENGTH]


def current(home: Home) -> str:
    """The release that is shown; "" when there is none."""
    try:
        return home.current.readlink().name
    except OSError:
        return ""


def kept(home: Home) -> list[str]:
    """The releases that were shown and are still here, the last shown first."""
    shown = dict.fromkeys(entry.release for entry in reversed(journal.entries(home.journal)))
    return [name for name in shown if (home.releases / name).is_dir()]


def scratch(home: Home) -> Path:
    """A new folder to build in, on the same file system as the releases."""
    return Path(tempfile.mkdtemp(prefix="build-", dir=home.work))


def admit(home: Home, made: Path, commit: str) -> str:
    """Take a finished folder in as the release of a commit; it is not shown yet.

    Args:
        home: the server.
        made: the folder, on the same file system; it is moved. What wrote it is not trusted.
        commit: what it was built of.

    Returns:
        The name of the release.

    Raises:
        NotPlain: it holds links, devices or the like, which a web server would follow.
        OSError: the disk does not take it.
    """
    name = release_id(commit)
    place = home.releases / name
    if place.is_dir():  # the same commit again: what readers hold of it stays true
        return name
    digest = made_plain(made, moment(home))
    write(made / ABOUT, json.dumps({"commit": commit, "sha256": digest}) + "\n")
    sync_tree(made)
    made.rename(place)
    sync(home.releases)
    return name


def moment(home: Home) -> int:
    """A time of change no other release has: web servers take files of one size and second for the same."""
    times = [int(path.stat().st_mtime) for path in home.releases.glob(f"*/{ABOUT}")]
    return max([int(time.time()), *(one + 1 for one in times)])


def made_plain(folder: Path, moment: int) -> str:
    """Let a site be files and folders that everybody may read and nothing else.

    Args:
        folder: the site; what wrote it is not trusted.
        moment: the time of change its files get.

    Returns:
        The SHA-256 over the names and contents of its files.

    Raises:
        NotPlain: it holds something else.
    """
    if folder.is_symlink():
        raise NotPlain(f"{folder.name}: trang dựng xong nằm ở nơi khác.")
    lines = []
    for inner, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(inner, name)
            mode = path.lstat()
            if stat.S_ISDIR(mode.st_mode):
                continue
            label = path.relative_to(folder).as_posix()
            if not stat.S_ISREG(mode.st_mode) or mode.st_nlink != 1:
                raise NotPlain(f"{label}: trang dựng xong có thứ không phải tệp thường.")
            path.chmod(0o644)
            os.utime(path, (moment, moment))
            lines.append(f"{label}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n")
    for inner, _, _ in os.walk(folder):
        Path(inner).chmod(0o755)
    if os.geteuid() == 0:
        _owned_by_root(folder)
    return hashlib.sha256("".join(sorted(lines)).encode()).hexdigest()


def _owned_by_root(folder: Path) -> None:
    """Take a site away from the build user."""
    for inner, _, files in os.walk(folder):
        os.chown(inner, 0, 0)
        for name in files:
            os.chown(Path(inner, name), 0, 0)


def show(home: Home, name: str, who: str, what: str = journal.PUBLISHED) -> None:
    """Let readers see a release: written down first, then one link is moved.

    Raises:
        OSError: the disk does not take it; the next `recover` shows what the journal says.
    """
    journal.append(home.journal, journal.Entry(journal.now(), what, name, who))
    point(home.current, f"releases/{name}")


def prune(home: Home, keep: int) -> None:
    """Remove the releases that were not among the last shown. What cannot be removed stays."""
    for name in kept(home)[max(keep, 1) :]:
        if name != current(home):
            _remove(home, home.releases / name)


def recover(home: Home, head: str) -> str:
    """Bring a server to where it belongs, whatever was cut off at whatever moment.

    Args:
        home: the server; no push is on its way.
        head: the commit at the head of the published branch; "" when there is none.

    Returns:
        One Vietnamese sentence on what was mended of what is shown; "" when nothing was.
    """
    for left in home.work.iterdir():
        _remove(home, left)
    said = journal.entries(home.journal)
    shown = {entry.release for entry in said}
    name, told = (said[-1].release if said else ""), ""
    at_head = release_id(head)
    if head and at_head not in shown and (home.releases / at_head).is_dir():
        # Its push was taken and cut off before it was shown.
        show(home, at_head, "")
        told = f"Đã hiện bản {at_head}, lần đẩy trước bị ngắt giữa chừng."
        name = at_head
    elif name and name != current(home) and (home.releases / name).is_dir():
        point(home.current, f"releases/{name}")
        told = f"Đã hiện lại bản {name} như nhật ký ghi."
    for release in home.releases.iterdir():
        if release.name not in {*shown, name}:  # of a push that was refused at its very end
            _remove(home, release)
    return told


def _remove(home: Home, folder: Path) -> None:
    """Remove a folder: out of sight in one step, then for good."""
    if folder.parent != home.work:
        aside = home.work / f"old-{folder.name}"
        with suppress(OSError):
            folder.rename(aside)
            folder = aside
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder, ignore_errors=True)
    else:
        with suppress(OSError):
            folder.unlink()
