"""The Markdown of a page with all that is none blanked: the head, blocks, examples of calls, ids, marks of notes."""

from __future__ import annotations

import re

from conference.guard.text import MARK
from conference.pages.call_syntax import INLINE
from conference.pages.page import Page

# Calls that are none are told as such; `raw` only marks examples.
_TAGS = re.compile(r"\{%.*?%\}", re.DOTALL)
_NO_CALL = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}.*?(?:\{%-?\s*endraw\s*-?%\}|\Z)", re.DOTALL)
_NOTE_LABEL = re.compile(r"\[\^[A-Za-z0-9-]+\]:?")
_HEADING_ID = re.compile(r"(?m)(?<=\s)\{ #[a-z0-9-]+ \}[ \t]*$")


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def masked(page: Page) -> str:
    """The page with everything that is not Markdown blanked out, every letter in its place."""
    pieces = [re.sub(r"[^\n]", " ", page.text[: page.body_start])]
    position = page.body_start
    inline = {call.start for call in page.calls if call.name in INLINE}
    braces = [(call.start, call.end) for call in page.calls]
    for start, end in sorted([*braces, *page.no_calls]):
        shown = MARK if start in inline else " "
        pieces += [page.text[position:start], shown + " " * (end - start - 1)]
        position = end
    markdown = "".join([*pieces, page.text[position:]])
    return _NOTE_LABEL.sub(_blank, _HEADING_ID.sub(_blank, _without_calls(markdown)))


def _without_calls(text: str) -> str:
    """The text with what is no call blanked; of a marked example, shown as typed, only the marks."""
    pieces, position = [], 0
    for example in _RAW.finditer(text):
        pieces.append(_NO_CALL.sub(_blank, text[position : example.start()]))
        pieces.append(_TAGS.sub(_blank, example[0]))
        position = example.end()
    return "".join([*pieces, _NO_CALL.sub(_blank, text[position:])])
