"""What git asks when somebody pushes: may this be taken, and what is to be done now that it was.

A push to the published branch is checked, built and verified before git takes it, so that a refused one
changes nothing; then git moves the branch, and the release is shown. What is cut off in between the next
push, or `recover`, brings to its end. Pushes to other branches are looked at, taken, and shown as previews.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from publish import lock, store
from publish.builds import built, composed
from publish.connection import ROLE, WHO
from publish.home import Home, Refused, Settings
from publish.preview import remove_preview, show_preview
from publish.repository import (
    ZERO,
    Entry,
    content,
    head_of,
    is_ancestor,
    is_commit,
    merge_base,
    remove_left_locks,
    tree_of,
)
from publish.roles import Role, not_allowed, not_plain

_BRANCH = "refs/heads/"
_MOST_TOLD, _MOST_NAMES = 100, 10


class Update(NamedTuple):
    """One name of the repository that a push would move."""

    old: str
    new: str
    name: str

    @property
    def branch(self) -> str:
        """The branch; "" when it is something else."""
        return self.name.removeprefix(_BRANCH) if self.name.startswith(_BRANCH) else ""


def updates(lines: Iterable[str]) -> list[Update]:
    """What git hands a hook."""
    return [Update(*line.rstrip("\n").split(" ", 2)) for line in lines if line.strip()]


def tell(text: str) -> None:
    """Say something to whoever pushes; what could steer a terminal is taken out."""
    lines = text.splitlines()
    if len(lines) > _MOST_TOLD:
        lines = [*lines[:_MOST_TOLD], f"… và {len(lines) - _MOST_TOLD} dòng nữa."]
    clean = ("".join(c if c.isprintable() else "�" for c in line) for line in lines)
    sys.stderr.write("".join(f"{line}\n" for line in clean))
    sys.stderr.flush()


def pre_receive(home: Home, lines: Iterable[str]) -> int:
    """Take a push, or refuse all of it: 0 or 1."""
    settings = home.settings()
    pushed = updates(lines)
    try:
        role, _ = _who()
        if len(pushed) > _MOST_NAMES:
            raise Refused(f"Mỗi lần chỉ đẩy tối đa {_MOST_NAMES} nhánh; hãy đẩy từng nhánh.")
        lock.hold_until_end_of_push(home)
        remove_left_locks(home.repository)
        if mended := store.recover(home, head_of(home.repository, settings.branch)):
            tell(mended)
        for update in pushed:
            _look(home, settings, update, role)
    except Refused as error:
        tell(f"{error}\nKhông nhận lần đẩy này; trang đang xem không đổi.")
        return 1
    except OSError as error:
        tell(f"{_of_disk(error)} Không nhận lần đẩy này; trang đang xem không đổi.")
        return 1
    return 0


def post_receive(home: Home, lines: Iterable[str]) -> int:
    """Show what was taken."""
    settings = home.settings()
    try:
        role, who = _who()
        lock.hold_until_end_of_push(home)
        for update in updates(lines):
            if update.branch == settings.branch:
                store.show(home, store.release_id(update.new), who)
                store.prune(home, settings.keep)
                tell(f"Đã xuất bản bản {store.release_id(update.new)}. {settings.site}".rstrip())
            elif update.branch and update.new == ZERO:
                remove_preview(home, update.branch)
                tell(f"Đã bỏ bản xem thử của nhánh {update.branch}.")
            elif update.branch:
                tell(show_preview(home, settings, update.branch, update.new, role))
    except Refused as error:
        tell(f"{error}\nĐã nhận nhánh, chưa có bản xem thử; hãy sửa rồi đẩy lại.")
    except OSError as error:
        tell(f"{_of_disk(error)} Đã nhận, nhưng chưa hiện được; hãy báo người quản trị.")
        return 1
    return 0


def _who() -> tuple[Role, str]:
    """Who pushes, as the connection says."""
    try:
        return Role(os.environ[ROLE]), os.environ[WHO]
    except (KeyError, ValueError):
        raise Refused("Không rõ ai đẩy: chỉ nhận qua kết nối có khóa (ssh).") from None


def _look(home: Home, settings: Settings, update: Update, role: Role) -> None:
    """Refuse one update, or prepare what it will show."""
    repository = home.repository
    if not update.branch:
        if role != Role.MAINTAINER or not update.name.startswith("refs/tags/"):
            raise Refused(f"{update.name[:80]}: chỉ đẩy nhánh; thẻ (tag) do người bảo trì đặt.")
        return
    published = update.branch == settings.branch
    if update.new == ZERO:
        if published:
            raise Refused(f"Không được xóa nhánh {settings.branch}: trang đang xem dựng từ đó.")
        return
    if not is_commit(repository, update.new):
        raise Refused(f"{update.name[:80]}: đây không phải một lần ghi (commit).")
    head = head_of(repository, settings.branch)
    if published:
        if update.old != (head or ZERO):
            raise Refused("Người khác vừa xuất bản trước; hãy chạy git pull rồi đẩy lại.")
        if head and not is_ancestor(repository, head, update.new):
            raise Refused(
                f"Nhánh {settings.branch} chỉ đi tới, không được đẩy đè (force); hãy chạy git pull rồi đẩy lại."
            )
    tree = tree_of(repository, update.new)
    _refuse(not_plain(tree, lambda entry: content(repository, entry)))
    if role == Role.EDITOR:
        base = head if published else merge_base(repository, head, update.new)
        if not base:
            raise Refused(f"Nhánh này không bắt đầu từ {settings.branch}; hãy tạo lại nhánh từ đó.")
        before = tree_of(repository, base)
        _refuse(not_allowed(before, tree, lambda entry: content(repository, entry)))
    if published:
        prepare(home, settings, update.new, tree, role)


def prepare(
    home: Home,
    settings: Settings,
    commit: str,
    tree: dict[str, Entry],
    role: Role,
    allow: Callable[[list[str]], None] | None = None,
) -> str:
    """Build a commit's release, ready to be shown.

    Args:
        home: the server.
        settings: of it.
        commit: what to build.
        tree: its files.
        role: whose push it is.
        allow: what to do with inline scripts that the web server does not let run yet; without it they
            are refused.

    Returns:
        The name of the release.

    Raises:
        Refused: it has errors.
        OSError: the disk does not take it.
    """
    head = head_of(home.repository, settings.branch)
    files = composed(tree_of(home.repository, head), tree, role) if head else dict(tree)
    needs = files.get("requirements.txt")
    if settings.requirements and needs and needs.id != settings.requirements:
        raise Refused(
            "requirements.txt đã đổi: máy chủ chưa có các gói ấy. Người quản trị cài môi trường mới "
            "bằng lệnh init (xem publish/README.md) rồi mới đẩy được."
        )
    release = store.release_id(commit)
    with built(home, settings, commit, files, release) as made:
        if new := sorted(set(made.scripts) - set(settings.scripts)):
            if not allow:
                raise Refused(
                    "Mã mới có đoạn script mà máy chủ web chưa cho chạy. Người quản trị xem lại, chạy "
                    f"{home.command} allow {' '.join(new)} rồi tải lại nginx."
                )
            allow(new)
        if made.words:
            tell(made.words)
        try:
            return store.admit(home, made.folder, commit)
        except store.NotPlain as error:
            raise Refused(str(error)) from error


def _refuse(findings: Iterator[str]) -> None:
    if found := list(findings):
        raise Refused("\n".join(found))


def _of_disk(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "Máy chủ hết chỗ trên ổ đĩa; hãy báo người quản trị."
    return f"Máy chủ báo lỗi {error.errno}; hãy báo người quản trị."
