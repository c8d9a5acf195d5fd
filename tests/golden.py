"""The pages of the invented dossier, written out to be read and compared: tests/golden/NAME.txt.

`make bless` prints how the pages built now differ, and takes them as right. One line is one element
with what stands in it, indented by what it stands in; attributes are sorted; what differs from clone
to clone (the day of the data) is masked. Of a long list the first entries are written out, of the
rest a digest: a change anywhere changes the file.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from difflib import unified_diff
from hashlib import sha256
from html import escape
from itertools import groupby
from pathlib import Path

from folders import FULL, ROOT
from printed import build
from reading import Site, article

GOLDEN = ROOT / "tests/golden"
LONG, SHOWN = 60, 5
"""Of a list of more entries than the first, so many are written out; of the strokes of a bar, one."""

_INLINE = """a abbr b br code data del em i input kbd mark small span strong sub sup time"""
INLINE = frozenset(_INLINE.split())
WHEN = r"(?:ngày \d+/\d+/\d+|đang sửa|chưa rõ ngày)"
MASKED = (
    (re.compile(rf"dữ liệu {WHEN} · mã \w+"), "dữ liệu ngày … · mã …"),
    (re.compile(rf"^{WHEN}$"), "ngày …"),
    (re.compile(r"(?<=;base64,)[\w+/=]+"), "…"),
)


def pages(site: Site) -> dict[str, str]:
    """Page name → its article, written out."""
    return {name: "\n".join(lines(article(tree))) + "\n" for name, tree in site.trees.items()}


def lines(element, depth: int = 0) -> Iterator[str]:
    """An element, one line for each element in it that is more than a stretch of text."""
    indent = "  " * depth
    if all(_is_inline(child) for child in element):
        yield indent + _tag(element) + _text(element)
        return
    yield indent + _tag(element)
    yield from _outside(element.text, depth + 1)
    for tag, run in groupby(element, key=lambda child: child.tag):
        run = list(run)
        most = 1 if tag == "rect" else SHOWN if len(run) > LONG else len(run)
        shown = run[:most]
        for child in shown:
            if isinstance(tag, str):
                yield from lines(child, depth + 1)
            yield from _outside(child.tail, depth + 1)
        if rest := run[len(shown) :]:
            digest = sha256("\n".join(_whole(child) for child in rest).encode()).hexdigest()
            yield f"{indent}  … {len(rest)} more <{tag}>, together {digest[:16]}"


def _whole(element) -> str:
    """All of an element and the text behind it."""
    return "\n".join([*lines(element), *_outside(element.tail, 0)])


def _outside(text: str | None, depth: int) -> Iterator[str]:
    """Text between elements that have lines of their own."""
    if words := " ".join((text or "").split()):
        yield "  " * depth + _masked(escape(words, quote=False))


def _is_inline(element) -> bool:
    return not isinstance(element.tag, str) or (
        element.tag in INLINE and all(_is_inline(child) for child in element)
    )


def _tag(element) -> str:
    attributes = "".join(
        f' {name}="{_masked(escape(" ".join(value.split())))}"'
        for name, value in sorted(element.attrib.items())
    )
    return f"<{element.tag}{attributes}>"


def _text(element) -> str:
    """What stands in an element that holds text only, its marks in their places."""
    parts = [escape(element.text or "", quote=False)]
    for child in element:
        if isinstance(child.tag, str):  # not a comment
            parts.append(_tag(child) + _text(child) + f"</{child.tag}>")
        parts.append(escape(child.tail or "", quote=False))
    return _masked(re.sub(r"\s+", " ", "".join(parts)))


def _masked(text: str) -> str:
    for pattern, mask in MASKED:
        text = pattern.sub(mask, text)
    return text


def difference(name: str, now: str | None) -> str:
    """How a page differs from what was taken as right: "" when it does not."""
    path = GOLDEN / f"{name}.txt"
    before = path.read_text("utf-8") if path.exists() else ""
    parts = (before.splitlines(), (now or "").splitlines())
    return "\n".join(unified_diff(*parts, f"golden/{name}", f"built/{name}", lineterm="", n=2))


def main() -> None:
    """Print the differences and take them as right."""
    with tempfile.TemporaryDirectory() as folder:
        build(FULL, Path(folder) / "site")
        now = pages(Site(FULL, Path(folder) / "site"))
    GOLDEN.mkdir(exist_ok=True)
    gone = {path.stem for path in GOLDEN.glob("*.txt")} - set(now)
    for name in sorted({*now, *gone}):
        if told := difference(name, now.get(name)):
            sys.stdout.write(f"{told}\n")
        if name in gone:
            (GOLDEN / f"{name}.txt").unlink()
        else:
            (GOLDEN / f"{name}.txt").write_text(now[name], "utf-8")


if __name__ == "__main__":
    main()
