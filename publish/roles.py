"""Who may change what: editors the facts, the pages and their order; maintainers all.

Who somebody is says the key of the connection (`connection`), never a commit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum

from publish.navigation import nav_alone
from publish.repository import FILE, PROGRAM, Entry, Tree


class Role(StrEnum):
    """What the owner of a key may change."""

    EDITOR = "editor"
    MAINTAINER = "maintainer"


_DOSSIER = r"(?:examples/[a-z0-9-]+/)?"
_FACTS = re.compile(_DOSSIER + r"data/[a-z0-9-]+\.yml")
# Pages, and what a page can show or hand out and no browser runs: a script, or a picture with scripts
# in it, would be code.
_PAGES = re.compile(
    _DOSSIER + r"docs/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.(\w+)"
)
_KINDS = frozenset(
    ["md", "png", "jpg", "jpeg", "webp", "gif", "pdf", "csv", "docx", "xlsx", "odt", "ods"]
)
_SETTINGS = re.compile(_DOSSIER + r"mkdocs\.yml")

_PLAIN_NAME = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\\:*?\"<>|\ud800-\udfff]+")
_MOST_FILES, _LARGEST, _LONGEST = 5000, 20 << 20, 200
_LFS = b"version https://git-lfs.github.com/spec/"

Read = Callable[[Entry], bytes]
"""Gives the content of a file."""


def is_open_to_editors(name: str) -> bool:
    """Whether editors may change a file, the settings apart."""
    page = _PAGES.fullmatch(name)
    return bool(_FACTS.fullmatch(name) or (page and page[1].lower() in _KINDS))


def is_settings(name: str) -> bool:
    """Whether a file is the settings of a dossier, in which editors may change the navigation."""
    return bool(_SETTINGS.fullmatch(name))


def not_plain(tree: Tree, read: Read) -> Iterator[str]:
    """What no push may hold, whoever it is from: it could lead a build out of its folder.

    Args:
        tree: the files of the pushed commit.
        read: gives their contents.

    Yields:
        One Vietnamese line each, as findings are written.
    """
    if len(tree) > _MOST_FILES:
        yield f"lỗi: có {len(tree)} tệp, nhiều hơn {_MOST_FILES}; hãy xem lại có thêm nhầm thư mục không. [push-size]"
        return
    folded: dict[str, str] = {}
    for name, entry in tree.items():
        said = _said(name)
        if entry.mode == "120000":
            yield f"{said}:1:1: lỗi: đây là liên kết tắt (symlink); hãy chép hẳn tệp vào đây. [push-link]"
        elif entry.mode not in (FILE, PROGRAM):
            yield f"{said}:1:1: lỗi: đây là kho git khác (submodule); hãy chép hẳn tệp vào đây. [push-link]"
        parts = name.split("/")
        if not _PLAIN_NAME.fullmatch(name) or any(not p or p.endswith((" ", ".")) for p in parts):
            yield f"{said}:1:1: lỗi: tên tệp có ký tự lạ; hãy đổi tên, chỉ dùng chữ, số, dấu - và dấu chấm. [push-name]"
        if any(part.lower() in (".git", "git~1") for part in parts):
            yield f"{said}:1:1: lỗi: không được có tệp của riêng git ở đây; hãy xóa. [push-name]"
        if len(name) > _LONGEST:
            yield f"{said}:1:1: lỗi: tên tệp dài quá {_LONGEST} chữ; hãy đặt ngắn hơn. [push-name]"
        if entry.size > _LARGEST:
            yield f"{said}:1:1: lỗi: tệp lớn quá {_LARGEST >> 20} MB; hãy thu nhỏ rồi đẩy lại. [push-size]"
        other = folded.setdefault(name.casefold(), name)
        if other != name:
            yield f"{said}:1:1: lỗi: tên chỉ khác {_said(other)} ở chữ hoa, chữ thường; hãy đổi tên. [push-name]"
        if entry.size < 1024 and is_open_to_editors(name) and read(entry).startswith(_LFS):
            yield f"{said}:1:1: lỗi: đây chỉ là thẻ git-lfs, không phải nội dung; hãy thêm chính tệp ấy vào git. [push-lfs]"


def not_allowed(before: Tree, after: Tree, read: Read) -> Iterator[str]:
    """What an editor has changed and may not.

    Args:
        before: the files of the commit that the push goes on from.
        after: the files of the pushed one; both are plain.
        read: gives their contents.

    Yields:
        One Vietnamese line each, as findings are written.
    """
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name), after.get(name)
        if old == new or (is_open_to_editors(name) and (not new or new.mode == FILE)):
            continue
        if is_settings(name) and old and new and new.mode == old.mode:
            yield from nav_alone(name, read(old), read(new))
            continue
        done = "xóa" if new is None else "thêm" if old is None else "sửa"
        what = (
            "loại tệp này chỉ người bảo trì được thêm; trang nhận .md, hình .png .jpg .webp .gif và tệp .pdf .csv .docx .xlsx"
            if re.match(_DOSSIER + r"(?:docs|data)/", name)
            else "biên tập viên chỉ sửa data/, docs/ và nav trong mkdocs.yml"
        )
        yield f"{_said(name)}:1:1: lỗi: không được {done}: {what}. [push-role]"


def _said(name: str) -> str:
    """A file's name as a message can show it: on one line, without letters that do something."""
    return "".join(c if c.isprintable() else "�" for c in name)[:_LONGEST]
