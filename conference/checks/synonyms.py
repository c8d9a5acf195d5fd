"""Rules on what means the same in the search."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conference.facts import Facts
from conference.findings import quote
from conference.rule import Problem, rule
from conference.wording import canonical

_LETTERS = re.compile(r"[^\W_]+")


@rule(
    "synonym-words",
    "Các cách nói trong một mục của synonyms.yml khác nhau, cách nào cũng có chữ.",
)
def synonyms_differ(facts: Facts) -> Iterator[Problem]:
    """Ensure each way of saying it is one of its own: the search compares letters, not signs or capitals."""
    for synonym in facts.dossier.synonyms.synonyms:
        seen: dict[str, str] = {}
        for index, words in enumerate(synonym.words):
            letters = " ".join(_LETTERS.findall(canonical(words).casefold()))
            if not letters:
                problem = f"{quote(words)} không có chữ nào để tìm; hãy viết một từ, hoặc xóa đi."
                yield synonym.at("words", index), problem
            elif letters in seen:
                problem = f"{quote(words)} và {quote(seen[letters])} khi tìm là một; hãy xóa một trong hai."
                yield synonym.at("words", index), problem
            seen.setdefault(letters, words)
