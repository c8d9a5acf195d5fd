"""The release in the addresses of what a page loads.

A page keeps its address, so a link to it stays true. What it loads (scripts, styles, pictures, the index of
the search, whatever a script fetches later) is named `_/RELEASE/…`, and every release's files stay reachable
for as long as it is kept: a page never gets files of another release, however long its tab is open.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable
from html import escape
from typing import Any

from publish.site import ATTRIBUTE, Reader, Tag, loaded, target

PREFIX = "_"


def with_release(page: str, text: str, files: frozenset[str], release: str) -> str:
    """A page whose files are asked for by their release.

    Args:
        page: its name in the site.
        text: what it says.
        files: the names of all files of the site.
        release: the name of the release.
    """

    def named(address: str) -> str:
        """The address with the release in it, if it names a file that is no page."""
        file = target(page, address)
        if file == page or file not in files or file.endswith(".html"):
            return address
        root = "/" if address.startswith("/") else _way_up(page)
        behind = re.search(r"[?#].*", address)
        return f"{root}{PREFIX}/{release}/{file}{behind[0] if behind else ''}"

    read = Reader(text)
    changes: list[tuple[int, str, str]] = []
    for tag in read.tags:
        if (new := _tag(tag, named)) != tag.text:
            changes.append((tag.start, tag.text, new))
    for tag, start, script in read.scripts:
        if tag.attributes.get("type") == "application/json":
            changes.append((start, script, _settings(tag, script, page, named, release)))
    for start, old, new in sorted(changes, reverse=True):
        assert text.startswith(old, start)
        text = text[:start] + new + text[start + len(old) :]
    return text


def _way_up(page: str) -> str:
    depth = posixpath.dirname(page)
    return "../" * (depth.count("/") + 1) if depth else ""


def _tag(tag: Tag, named: Callable[[str], str]) -> str:
    loads = dict(loaded(tag))

    def changed(found: re.Match[str]) -> str:
        value = loads.get(found["name"].lower())
        if value is None or (new := named(value)) == value:
            return found[0]
        return f"{found['before']}{found['quote']}{escape(new)}{found['quote']}"

    return ATTRIBUTE.sub(changed, tag.text) if loads else tag.text


def _settings(tag: Tag, text: str, page: str, named: Callable[[str], str], release: str) -> str:
    """Settings of scripts: every file they name, and the theme's `base`, from where scripts fetch.

    The theme also begins the addresses of pages with `base`, in what the search finds: the web server
    sends those on to the page (see templates/nginx.conf).
    """

    def changed(value: Any) -> Any:
        if isinstance(value, str):
            return named(value)
        if isinstance(value, list):
            return [changed(one) for one in value]
        if isinstance(value, dict):
            return {key: changed(one) for key, one in value.items()}
        return value

    said = changed(json.loads(text))
    if tag.attributes.get("id") == "__config" and isinstance(said, dict) and "base" in said:
        root = "/" if str(said["base"]).startswith("/") else _way_up(page)
        said["base"] = f"{root}{PREFIX}/{release}/"
    return json.dumps(said).replace("<", "\\u003c")
