"""The Content-Security-Policy under which a built site works, for the web server to send."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

_SCRIPT_TYPES = {"", "text/javascript", "application/javascript", "module"}
_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
)


class _Page(HTMLParser):
    """Collects the inline scripts of a page, and what the policy would block."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.blocked: list[tuple[int, str]] = []
        self._script: list[str] | None = None

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """A script without src is hashed; style and on… attributes cannot be."""
        given = {name: value or "" for name, value in attributes}
        line, _ = self.getpos()
        self.blocked += [(line, n) for n in given if n == "style" or n.startswith("on")]
        if tag == "style":
            self.blocked.append((line, "<style>"))
        if tag == "script" and "src" not in given and given.get("type", "") in _SCRIPT_TYPES:
            self._script = []

    def handle_data(self, data: str) -> None:
        """The text of a script, exactly as the browser hashes it."""
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        """The end of a script."""
        if tag == "script" and self._script is not None:
            self.scripts.append("".join(self._script))
            self._script = None


def _read(path: Path) -> _Page:
    page = _Page()
    # Browsers turn every line end into \n before they hash; so does this.
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page


def policy(site: Path) -> str:
    """Compute the value of the header: the site's own files, and its inline scripts by their hash.

    Args:
        site: the folder of the built site.

    Raises:
        OSError, UnicodeError: a page cannot be read.
    """
    return allowing(inline_scripts(site))


def inline_scripts(site: Path) -> list[str]:
    """The inline scripts of a site, each by its hash as the header names it; raises as `policy` does."""
    scripts = {script for path in site.rglob("*.html") for script in _read(path).scripts}
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    return sorted(f"sha256-{base64.b64encode(digest).decode()}" for digest in digests)


def allowing(scripts: Iterable[str]) -> str:
    """The value of the header: the site's own files, and inline scripts by their hashes."""
    return _POLICY.format(scripts=" ".join(["'self'", *(f"'{one}'" for one in scripts)]))


def blocked(site: Path) -> Iterator[str]:
    """Find what no hash can allow, inline styles and event handlers; raises as `policy` does.

    Yields:
        One Vietnamese line each: "index.html:12: lỗi: …".
    """
    for path in sorted(site.rglob("*.html")):
        for line, name in _read(path).blocked:
            yield f"{path.relative_to(site).as_posix()}:{line}: lỗi: chính sách sẽ chặn {name}"
