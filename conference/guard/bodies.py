"""The bodies of a meeting as sentences name them: «Đoàn Chủ tịch gồm 05 đồng chí».

Its members are counted with words that say nothing of the body, so the body itself is looked for
before the number.
"""

from __future__ import annotations

from collections.abc import Sequence

from conference.figures import Figure
from conference.figures.conference import BODIES
from conference.guard.text import Word
from conference.wording import words_of


def body_of(figure: Figure) -> str:
    """The body whose members a figure counts; "" for any other figure."""
    root, *_, last = figure.name.split(".")
    return BODIES.get(last, "") if root in ("conference", "meetings") else ""


def body_before(words: Sequence[Word]) -> tuple[str, int, int]:
    """The body that is named nearest before a place, and where; "" for none.

    Args:
        words: those before the place, in order.
    """
    found = ("", 0, 0)
    for at in range(len(words)):
        for body in BODIES.values():
            named = words[at : at + len(words_of(body))]
            if tuple(word.word for word in named) == words_of(body):
                found = body, named[0].start, named[-1].end
    return found


def counts_members(figure: Figure, before: Sequence[Word], after: Sequence[str]) -> bool:
    """Whether a number between these words counts the members of the figure's body."""
    body = body_of(figure)
    return (
        bool(body)
        and body_before(before)[0] == body
        and any(tuple(after[: len(words_of(noun))]) == words_of(noun) for noun in figure.also)
    )
