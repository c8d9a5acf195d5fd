"""Links of the pages: each leads to a page, a heading or a file that is published.

MkDocs looks at links as well, but in its own words, without a line, and when it has written the site;
at those typed in HTML it does not look at all.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from conference.findings import did_you_mean, quote

LINK = "page-link"

# Of an address with a scheme only these may stand on a page.
_ELSEWHERE = ("http", "https", "mailto")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\ufeff]")


@dataclass(frozen=True)
class Site:
    """What links can lead to."""

    files: Collection[str]
    """Every file below docs/ that is published, pages included: `ke-hoach.md`, `assets/x.png`."""
    left_out: Callable[[str], bool]
    """Whether a file below docs/ is there but not published."""
    for_staff: Collection[str]
    """Those that only the staff's site has."""
    ids: Callable[[str, str], bool | None]
    """Whether a page (`ke-hoach.md`) has an id; None when that cannot be told."""


def wrong_link(target: str, page: str, site: Site, *, is_picture: bool, in_html: bool) -> str:
    """What is wrong with a link.

    Args:
        target: Where it leads, as Markdown or HTML has it: entities resolved, the rest as typed.
        page: The page it stands on: `ke-hoach.md`.
        site: What it can lead to.
        is_picture: Whether it is the address of a picture, which a page fetches.
        in_html: Whether it was typed in HTML: MkDocs leaves it as it is.

    Returns:
        A sentence in Vietnamese; "" for a right link.
    """
    try:
        parts = urlsplit(target)
    except ValueError:
        return f"địa chỉ {quote(target, 60)} viết sai; hãy chép lại địa chỉ."
    if _SCHEME.match(_UNSEEN.sub("", target)) or target.startswith(("//", "\\\\")):
        return _wrong_elsewhere(target, is_picture)
    if target.startswith(("/", "\\")):
        return (
            f"{quote(target, 60)}: liên kết không mở đầu bằng dấu / hay \\; hãy viết tên trang, "
            "ví dụ: ke-hoach.md."
        )
    if not parts.path:
        return _wrong_id(parts.fragment, page, target, site)
    return _wrong_path(
        unquote(parts.path), parts.fragment, site, is_picture, in_html
    ) or _wrong_audience(unquote(parts.path), page, site)


def _wrong_audience(path: str, page: str, site: Site) -> str:
    """A page for everyone that leads to one of the staff's."""
    file = re.sub(r"\.html$", ".md", posixpath.normpath(path))
    if file not in site.for_staff or page in site.for_staff:
        return ""
    return (
        f"trang này ai cũng xem được mà liên kết đến {quote(file, 60)}, trang chỉ cán bộ xem; hãy bỏ "
        "liên kết, hoặc ghi audience: staff ở đầu trang này."
    )


def _wrong_elsewhere(target: str, is_picture: bool) -> str:
    scheme = target.split(":")[0].lower()
    if is_picture:
        return (
            f"{quote(target, 60)}: hình phải nằm trong thư mục docs/assets; "
            "hãy chép tệp hình vào đó rồi viết assets/tên-hình.png."
        )
    if scheme not in _ELSEWHERE or _UNSEEN.search(target):
        return (
            f"{quote(target, 60)}: liên kết ra ngoài chỉ mở đầu bằng http://, https:// hoặc mailto:; "
            "hãy sửa hoặc xóa liên kết."
        )
    if scheme != "mailto" and not re.match(r"https?://[^/?#]", target, re.IGNORECASE):
        return f"địa chỉ {quote(target, 60)} thiếu tên máy chủ; hãy chép lại địa chỉ."
    return ""


def _wrong_id(fragment: str, page: str, target: str, site: Site) -> str:
    """A link within its own page."""
    if not fragment:
        shown = quote(target, 60) if target else "liên kết"
        return f"{shown} không dẫn đến đâu; hãy viết tên trang hoặc #mã-đề-mục, hoặc bỏ liên kết."
    if site.ids(page, fragment) is False:
        return (
            f"trang này không có đề mục nào mang mã {quote(fragment, 60)}; hãy sửa mã, "
            f"hoặc thêm {{ #{fragment} }} vào cuối dòng đề mục."
        )
    return ""


def _wrong_path(path: str, fragment: str, site: Site, is_picture: bool, in_html: bool) -> str:
    """A link to another page or a file; relative to the page, and all pages lie in docs/ itself."""
    file = posixpath.normpath(path)
    page = f"{file[:-5]}.md" if file.endswith(".html") else file
    if file.startswith("../") or file == "..":
        return (
            f"{quote(path, 60)}: liên kết không ra ngoài thư mục docs; hãy sửa hoặc xóa liên kết."
        )
    if in_html and page in site.files and page != file:
        file = page  # MkDocs leaves it as it is, and so it is right
    elif in_html and file.endswith(".md") and file in site.files:
        return (
            f"trong thẻ HTML, liên kết đến trang viết có đuôi .html; hãy viết {file[:-3]}.html, "
            f"hoặc dùng [chữ]({file})."
        )
    elif page in site.files and page != file:
        where = f"#{fragment}" if fragment else ""
        return f"liên kết đến trang viết có đuôi .md; hãy viết {page}{where}."
    if file not in site.files:
        if site.left_out(file):
            return f"{quote(path, 60)} không được đưa lên trang web (mục exclude_docs); hãy chọn tệp khác."
        return (
            f"không có trang hay tệp nào là {quote(path, 60)}.{did_you_mean(path, site.files)} "
            "Hãy sửa liên kết."
        )
    if is_picture and file.endswith(".md"):
        return f"{quote(path, 60)} là trang, không phải hình; hãy bỏ dấu ! ở trước [."
    if fragment and site.ids(file, fragment) is False:
        return (
            f"trang {file} không có đề mục nào mang mã {quote(fragment, 60)}; hãy sửa mã, "
            f"hoặc thêm {{ #{fragment} }} vào cuối dòng đề mục ở trang ấy."
        )
    return ""
