"""Before anything is timed: do all builders show the same content?"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from html import unescape
from itertools import zip_longest
from multiprocessing import get_context
from pathlib import Path

_CUT = re.compile(r"<(script|style|template)\b.*?</\1>|<[^>]+>", re.DOTALL)
_ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)

_TOKEN = re.compile(r"(<!--|</?[a-zA-Z][^\s>]*)([^>]*)>|[^<]+|<")
_ATTRIBUTE = re.compile(r"""([^\s"'=/]+)(?:=("[^"]*"|[^\s"]+))?""")
_QUOTE = '"'


class Different(Exception):
    """What is compared does not show the same."""


def apart(check: Callable[..., None], *arguments: object) -> None:
    """Run a check in a process of its own: the driver must stay small (see timing.py)."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        pool.submit(check, *arguments).result()


def words(html: str) -> str:
    """The text of a page, lower case, with single spaces."""
    return " ".join(unescape(_CUT.sub(" ", html)).lower().split())


def check_words(output: Path, expected: Path, name: str) -> None:
    """Ensure a built site shows every expected text, and every delegate in a row of its own."""
    for page, texts in json.loads(expected.read_text("utf-8")).items():
        html = "".join(path.read_text("utf-8") for path in parts(output, page))
        shown = words(html)
        # Commas and semicolons may stand off: figures are elements of their own.
        shown = re.sub(r" (?=[.,;:])", "", shown)
        for text in texts:
            wanted = re.sub(r" (?=[.,;:])", "", " ".join(text.lower().split()))
            if wanted not in shown and _loose(wanted) not in _loose(shown):
                raise Different(f"{name}: {page} does not show «{text}»")
        people = [text for text in texts if text.startswith("Đại biểu ")]
        rows = len(re.findall(r"<tr[^>]*>(?:(?!</tr>).)*?Đại biểu \d", html, re.DOTALL))
        if page == "dai-bieu" and rows != len(people):
            raise Different(f"{name}: {rows} rows for {len(people)} delegates")


def _loose(text: str) -> str:
    return re.sub(r"\W+", "", text)


def parts(output: Path, page: str) -> Iterator[Path]:
    """The page, and its further parts: dai-bieu.html, dai-bieu-2.html, …"""
    yield output / f"{page}.html"
    number = 2
    while (path := output / f"{page}-{number}.html").exists():
        yield path
        number += 1


def check_same(ours: Path, floor: Path) -> None:
    """Ensure the floor's articles have the same tags, attributes and letters as ours.

    White space and the order of attributes are left to Markdown, which sets them anew in what it reads.
    """
    pages = sorted(path.name for path in ours.glob("*.html"))
    if pages != sorted(path.name for path in floor.glob("*.html")):
        raise Different("the floor has other pages")
    for name in pages:
        one, other = (tokens((site / name).read_text("utf-8")) for site in (ours, floor))
        for mine, its in zip_longest(one, other):
            if mine != its:
                raise Different(f"the floor's {name} has «{its}», ours «{mine}»")


def tokens(html: str) -> Iterator[str]:
    """The tags and texts of the articles, one after the other: pages are long, memory is measured."""
    for article in _ARTICLE.finditer(html):
        for found in _TOKEN.finditer(html, *article.span()):
            token = " ".join(found[0].split())
            if found[1]:
                yield found[1] + " ".join(sorted(_attributes(found[2])))
            elif token:
                yield unescape(token)


def _attributes(tag: str) -> Iterator[str]:
    for name, value in _ATTRIBUTE.findall(tag):
        yield f"{name}={unescape(value.strip(_QUOTE)) if value else name}"
