"""Where the plan people edit has moved on since the office's file: `make source-diff`.

Printed by paragraph, for people to read; it is no test and never fails. That the plan was published
word for word is proven on a dossier kept for the tests (tests/test_plan.py).
"""

import sys
import tempfile
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

from folders import ROOT
from lxml import html
from office_file import source_paragraphs
from printed import build
from reading import article, without, words

BLOCKS = "h1, h2, h3, h4, h5, h6, p, li"
ALIKE = 0.6
"""Paragraphs as alike as this are one, worded anew."""


def published_paragraphs(page: Path) -> list[str]:
    """The paragraphs of the published plan, its head left out."""
    plan = without(article(html.parse(page).getroot()), ".document-head, .tools")
    blocks = [b for b in plan.cssselect(BLOCKS) if not b.cssselect(BLOCKS)[1:]]
    return [text for block in blocks if (text := words(block).strip("-"))]


def in_the_same_pieces(source: Iterable[str], published: list[str]) -> Iterator[str]:
    """The source's paragraphs; what stands behind a heading in one line, as one of its own."""
    for paragraph in source:
        heading = next((text for text in published if paragraph.startswith(f"{text} ")), "")
        if heading:
            yield heading
        yield paragraph.removeprefix(heading).strip()


def differences(source: list[str], published: list[str]) -> Iterator[str]:
    """What was in the source and is not now, with what stands in its place, and what is new."""
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, source, published, False).get_opcodes():
        if kind == "equal":
            continue
        new = published[j1:j2]
        for old in source[i1:i2]:
            likeness = [SequenceMatcher(None, old, text, False).ratio() for text in new]
            best = max(likeness, default=0)
            yield f"- {old}"
            if best > ALIKE:
                yield f"+ {new.pop(likeness.index(best))}"
            yield ""
        for text in new:
            yield from (f"+ {text}", "")


def main() -> None:
    """Build the root's dossier and print."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            build(ROOT, Path(folder))
            published = published_paragraphs(Path(folder) / "ke-hoach.html")
        except (AssertionError, OSError) as error:
            sys.stdout.write(f"không so được, vì không dựng được trang kế hoạch:\n{error}\n")
            return
    source = list(in_the_same_pieces(source_paragraphs(), published))
    if found := list(differences(source, published)):
        sys.stdout.write("- trong tệp gốc\n+ trong kế hoạch nay\n\n" + "\n".join(found))
    else:
        sys.stdout.write("kế hoạch vẫn đúng từng chữ như tệp gốc\n")


if __name__ == "__main__":
    main()
