"""What an editor is told while a site is built: short paths, one Vietnamese line a trouble."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

FULL = {errno.ENOSPC, errno.EDQUOT}
FORBIDDEN = {errno.EACCES, errno.EPERM}
_MOUNTED = {errno.EXDEV, errno.EBUSY}


def not_a_folder(site: Path) -> str:
    """What to do about a site/ that is something else than a folder; "" when all is well."""
    try:
        mode = site.lstat().st_mode
    except FileNotFoundError:
        return ""
    if stat.S_ISDIR(mode):
        return ""
    name, is_link = label(site), stat.S_ISLNK(mode)
    what = (
        "một liên kết (symlink), không phải thư mục" if is_link else "một tệp, không phải thư mục"
    )
    return f"{name} là {what}; hãy đổi tên hoặc xóa nó rồi dựng lại."


def advice(error: OSError, site: Path) -> str:
    """What an editor can do about an error of the disk or the folders, in Vietnamese."""
    path = label(Path(os.fsdecode(error.filename)) if error.filename else site)
    if error.errno in FULL:
        return f"{path}: ổ đĩa đầy; hãy xóa bớt tệp trên ổ này rồi dựng lại."
    if error.errno == errno.EROFS:
        return f"{path}: ổ đĩa chỉ cho đọc; hãy cho phép ghi lên ổ này rồi dựng lại."
    if error.errno in FORBIDDEN and getattr(
        error, "winerror", None
    ):  # Windows: no way to tell which
        return f"{path}: đang mở ở chương trình khác, hoặc không có quyền; hãy đóng chương trình ấy rồi dựng lại."
    if error.errno in FORBIDDEN:
        return f"{path}: không có quyền đọc hoặc ghi; hãy sửa quyền rồi dựng lại."
    if error.errno in _MOUNTED:
        return f"{label(site)} nằm trên ổ khác hoặc đang bị giữ; hãy gỡ hoặc đổi tên rồi dựng lại."
    if error.errno == errno.EFBIG:
        return f"{path}: tệp lớn quá mức cho phép; hãy nâng giới hạn (ulimit -f) rồi dựng lại."
    return f"{path}: hệ thống báo lỗi {error.errno}; hãy xem lại ổ đĩa và thư mục rồi dựng lại."


def label(path: Path) -> str:
    """A path as short as the reader of the terminal can take it: from the working folder on."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def tell(line: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(f"{line}\n")
