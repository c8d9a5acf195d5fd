"""Notes of a page: a mark [^1] in the words and a line «[^1]: …», as Markdown writes footnotes.

They are written out before Markdown reads the page: its own extension knows one list of notes for all the
papers of the print set, and puts it behind the signature. A browser cannot print a note at the foot of its
sheet: notes stand under the text, before the signature.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from conference.pages.code import blank, replace_outside, without_code

MARK = re.compile(r"\[\^(?P<label>[A-Za-z0-9-]+)\](?!:)")
NOTE = re.compile(
    r"(?m)^\[\^(?P<label>[A-Za-z0-9-]+)\]:[ \t]*(?P<text>.*(?:\n {4,}\S.*)*)(?:\n|\Z)"
)
HERE = "\ue012"
"""Where the notes are to stand; a private character, which no page may hold."""


def without_notes(text: str) -> str:
    """The text with notes and code blanked, every other letter in its place."""
    return NOTE.sub(lambda note: blank(note[0]), without_code(text))


def with_notes(
    markdown: str, mark: Callable[[int], str], listed: Callable[[Sequence[str]], str]
) -> str:
    """Write the notes of a page out.

    Args:
        markdown: the page, with HERE where its notes are to stand; without it they stand at the end.
        mark: number of a note, from 1 → what stands in the words.
        listed: the texts of the notes in the order of their marks → the list of them.

    Returns:
        The page; without notes it is as it was, but for HERE.
    """
    texts: dict[str, str] = {}

    def take(note: re.Match[str]) -> str:
        texts[note["label"]] = " ".join(note["text"].split())
        return ""

    words = replace_outside(NOTE, take, markdown)
    order: list[str] = []

    def number(found: re.Match[str]) -> str:
        if found["label"] not in texts:
            return found[0]
        order.append(texts[found["label"]])
        return mark(len(order))

    words = replace_outside(MARK, number, words)
    written = f"\n\n{listed(order)}\n\n" if order else ""
    return words.replace(HERE, written) if HERE in words else words + written
