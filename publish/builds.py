"""From a commit to a finished site: written out, checked, built for everyone and for the staff, verified.

Code, templates and settings come from the released commit unless a maintainer pushes; an editor's facts
and pages are read by code that was released before.
"""

from __future__ import annotations

import json
import posixpath
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from publish import store
from publish.home import EVERYONE, STAFF, Home, Refused, Settings
from publish.repository import Entry, Tree, borrow_history, write_tree
from publish.roles import Role, is_open_to_editors, is_settings
from publish.sandbox import PROGRAM, WORK, Done, NoWalls, Sandbox

_TREE, _MADE = "tree", "made"


class Made(NamedTuple):
    """A finished site that is not shown yet."""

    folder: Path
    scripts: tuple[str, ...]
    words: str
    """Warnings of the check."""
    changes: tuple[str, ...]
    """Of a preview: what changed, in words."""


def composed(released: Tree, pushed: Tree, role: Role) -> dict[str, Entry]:
    """The files to build from: of an editor the facts, pages and navigation, all else as released."""
    if role == Role.MAINTAINER:
        return dict(pushed)
    files = {name: entry for name, entry in released.items() if not _of_editors(name)}
    files |= {name: entry for name, entry in pushed.items() if _of_editors(name)}
    # What lies among the pages and no editor may change is as it was released.
    return dict(sorted(files.items()))


def _of_editors(name: str) -> bool:
    return is_open_to_editors(name) or is_settings(name)


@contextmanager
def built(
    home: Home,
    settings: Settings,
    commit: str,
    tree: Tree,
    release: str,
    before: Path | None = None,
    branch: str = "",
) -> Iterator[Made]:
    """Build both sites of a commit; the folder they are in is gone afterwards unless it was moved.

    Args:
        home: the server.
        settings: of it.
        commit: whose history tells the days.
        tree: the files to build from.
        release: the name that addresses of files carry; "" for none.
        before: of a preview, the staff's site as it is shown now, to mark what changes.
        branch: of a preview, what it is called.

    Raises:
        Refused: it has errors, or the built site has faults.
        OSError: the disk does not take it.
    """
    scratch = store.scratch(home)
    try:
        scratch.chmod(0o755)
        yield _build(home, settings, scratch, commit, tree, release, before, branch)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _build(
    home: Home,
    settings: Settings,
    scratch: Path,
    commit: str,
    tree: Tree,
    release: str,
    before: Path | None,
    branch: str,
) -> Made:
    folder = scratch / _TREE
    write_tree(home.repository, tree, folder)
    borrow_history(home.repository, commit, tree, folder)
    walls = Sandbox(settings.python, home.program.resolve(), settings.limits, settings.build_user)
    read = [home.repository / "objects", *([before] if before else [])]
    inside = f"{WORK}/{_TREE}"

    def step(*arguments: str) -> Done:
        try:
            return walls.run(scratch, arguments, read, inside)
        except NoWalls as error:
            raise Refused(f"Máy chủ chưa dựng được trang: {error}") from error

    words = _checked(step("-m", "conference", "check", "--dossier", settings.dossier))
    dossier = folder / settings.dossier
    for audience in (EVERYONE, STAFF):
        done = step(
            "-m", "conference", "build", "--dossier", settings.dossier, "--audience", audience
        )
        if done.code or not (dossier / "site").is_dir():
            raise Refused(_why(done))
        (dossier / "site").rename(scratch / audience)
    about = {
        "work": WORK,
        "docs": posixpath.join(inside, settings.dossier, "docs"),
        "made": f"{WORK}/{_MADE}",
        "release": release,
        "branch": branch,
        "before": str(before or ""),
    }
    with_program = f"import sys; sys.path.insert(0, {PROGRAM!r}); from publish.finish import main; main(sys.argv[1])"
    finished = step("-I", "-c", with_program, json.dumps(about))
    if finished.code:
        raise Refused(_why(finished))
    said = json.loads(finished.words)
    if said["faults"]:
        raise Refused("\n".join(["Trang dựng xong còn lỗi:", *said["faults"]]))
    return Made(scratch / _MADE, tuple(said["scripts"]), words, tuple(said["changes"]))


def _checked(done: Done) -> str:
    if done.code == 0:
        lines = done.words.splitlines()
        return "\n".join(line for line in lines if ": cảnh báo: " in line)
    if done.code == 1 and ": lỗi: " in done.words:
        raise Refused(done.words.rstrip())
    raise Refused(_why(done))


def _why(done: Done) -> str:
    """What an editor is told of a step that did not come to its end."""
    if done.code < 0 or done.code > 128:
        return (
            "Dựng trang quá lâu hoặc quá lớn nên bị dừng; hãy xem lại phần vừa thêm, "
            "bớt đi rồi đẩy lại."
        )
    if "MemoryError" in done.trouble:
        return "Dựng trang cần quá nhiều bộ nhớ nên bị dừng; hãy bớt phần vừa thêm rồi đẩy lại."
    ours = [
        line
        for line in done.trouble.splitlines()
        if ": lỗi: " in line or line.startswith("WARNING")
    ]
    lines = ours or done.trouble.splitlines()[-3:]
    return "\n".join(["Không dựng được trang:", *lines])
