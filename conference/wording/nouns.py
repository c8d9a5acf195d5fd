"""Nouns that are counted: those of a conference, read from its data, beside the closed classes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .closed_classes import FUNCTION_WORDS, MEASURES, PAIRED
from .text import canonical, fold

_WORD = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, in the one spelling of `canonical`."""
    return tuple(_WORD.findall(canonical(text).lower()))


class Nouns:
    """Finds the nouns that are counted at the beginning of a stretch of words.

    A noun of one syllable often begins another word («mục», «mục tiêu»), so it counts only
    where nothing follows, or a word that binds or one that is said to follow it.
    """

    def __init__(self, phrases: Iterable[str] = (), followers: Iterable[str] = ()) -> None:
        """Take the nouns of a conference.

        Args:
            phrases: the nouns.
            followers: words that may stand behind one of a single syllable: «khối đại biểu».
        """
        self._nouns = {words for phrase in phrases if (words := words_of(phrase))}
        self._bare = {tuple(map(fold, words)) for words in self._nouns}
        self._followers = FUNCTION_WORDS | set(followers)
        self._bare_followers = frozenset(map(fold, self._followers))
        self._longest = max(map(len, self._nouns), default=1)

    def at(self, words: Sequence[str], at: int = 0, *, bare: bool = False) -> int:
        """Count the words of the longest noun of the conference at words[at]; 0 where none is.

        Args:
            words: in lower case, "" where a phrase ends.
            at: the index of the first.
            bare: the text has no marks, so that nouns are compared without theirs.
        """
        known = self._bare if bare else self._nouns
        for length in range(min(self._longest, len(words) - at), 0, -1):
            if tuple(words[at : at + length]) in known and (
                length > 1 or self._ends(words[at + 1 : at + 2], bare=bare)
            ):
                return length
        return 0

    def counted(self, words: Sequence[str], at: int = 0) -> int:
        """As `at`, with the measures and classifiers of the language."""
        if found := self.at(words, at):
            return found
        if " ".join(words[at : at + 2]) in PAIRED:
            return 2
        return int(at < len(words) and words[at] in MEASURES)

    def _ends(self, following: Sequence[str], *, bare: bool) -> bool:
        word = (*following, "")[0]
        return not word or word in (self._bare_followers if bare else self._followers)
