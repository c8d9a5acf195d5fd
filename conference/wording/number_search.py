"""Finding the numbers in running Vietnamese text: digits, words and counting Roman numerals."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from .counting import (
    LOOSE,
    Before,
    counts_in_roman,
    is_count,
    is_plain,
    read_after,
    read_loose,
    with_marks,
)
from .nouns import Nouns
from .number_words import DIGITS, VOCABULARY, read_number
from .numbers import from_roman
from .text import canonical

# One class, one repeat: the search stays linear. A word is letters, with or without marks.
_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\s\x00-@\[-`{-\xbf\u2000-\u206f]+")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+")
_DECIMAL = re.compile(r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+),[0-9]+")
_ROMAN = re.compile(r"[IVX]+|[IVXLC]{2,}")  # C and L alone are letters
_DIGIT_RUN = re.compile(r"[0-9]+")
_LONGEST_WORD = 12  # code points; no syllable has more, even fully decomposed
_LONGEST_VALUE = 18  # digits
_MAY_BEGIN = VOCABULARY | LOOSE
_NO_NOUNS = Nouns()
_BARE_MEASURES = frozenset(("phut", "nguoi", "buoi", "trieu"))
_NO_NUMBERS = frozenset({"chín bỏ làm mười"})
_MARKED = re.compile(r"[^\x00-\x7f\ufffc]")


class NumberInText(NamedTuple):
    """One number: text[start:end] is `text`; `value` is None for decimals and unsure words."""

    start: int
    end: int
    text: str
    value: int | None
    form: Literal["digits", "words", "roman"]


def is_number_word(word: str) -> bool:
    """Whether a word may belong to a number: "hai", "mươi", "năm", "chục"."""
    return _word(word) in _MAY_BEGIN


class _Token(NamedTuple):
    """A word, a run of digits, or (word "") what stands between two phrases."""

    start: int
    written: str
    word: str  # lower case, canonical; "0" for digits, "" for what is too long to matter


def find_numbers(text: str, nouns: Nouns = _NO_NOUNS) -> list[NumberInText]:
    """Find every number in running text, in time linear in its length.

    Digits: "08" is 8, "1.500" is 1500, "12,5" has no value; "12/2022", "2.1.3" and codes give each
    run of digits. Words: two or more that make a number always count; one alone counts before a
    noun that is counted, "một" and "năm" only where they are for certain no article and no year.
    Tens, halves and rough hundreds count, without a value. Roman numerals count before a noun; those
    that label are found elsewhere. In a text typed without marks, number words have none either.

    Source: Luật Kế toán 2003, Điều 12, for thousands and decimals; habit for words.

    Args:
        text: any text, NFC or not; offsets count its characters as given.
        nouns: the nouns that are counted, beside measures and classifiers.

    Returns:
        The numbers in the order of the text; they do not overlap.
    """
    tokens = list(_tokens(text))
    words = [token.word for token in tokens]
    bare = not _MARKED.search(text)
    return list(_Search(text, tokens, words, nouns, bare).found())


def _tokens(text: str) -> Iterator[_Token]:
    end = 0
    for match in _TOKEN.finditer(text):
        written = match.group()
        gap = text[end : match.start()] if end else "\n\n"
        if not _joined(gap, written):
            yield _Token(end, gap, "")
        if "0" <= written[0] <= "9":
            word = "0"
        else:
            word = _word(written) if len(written) <= _LONGEST_WORD else ""
        yield _Token(match.start(), written, word)
        end = match.end()


@lru_cache(maxsize=4096)
def _word(written: str) -> str:
    return canonical(written).lower()


def _joined(gap: str, written: str) -> bool:
    """Whether a word goes on with the phrase before it: after a space, or on the next line."""
    if gap == " ":
        return True
    if len(gap) > 4 or not gap.isspace() or gap.count("\n") > 1:
        return False
    return "\n" not in gap or written[0].islower() or written.isupper()


class _Search:
    """Goes through the words of a text."""

    def __init__(
        self, text: str, tokens: list[_Token], words: list[str], nouns: Nouns, bare: bool
    ) -> None:
        self._text, self._tokens, self._nouns, self._bare = text, tokens, nouns, bare
        self._typed = words
        self._words = with_marks(words) if bare else words

    def found(self) -> Iterator[NumberInText]:
        """The numbers, in order."""
        at = 0
        while at < len(self._tokens):
            token, word = self._tokens[at], self._words[at]
            following = at + 1
            if word == "0":
                yield from _digits(token)
            elif word in _MAY_BEGIN:
                end, value = self._read(at)
                if " ".join(self._words[at : at + 4]) in _NO_NUMBERS:
                    following = at + 4
                elif end > at:
                    last = self._tokens[end - 1]
                    stop = last.start + len(last.written)
                    written = self._text[token.start : stop]
                    yield NumberInText(token.start, stop, written, value, "words")
                    following = end
            elif word and token.written[0] in "IVXLC" and self._is_roman(at):
                stop = token.start + len(token.written)
                value = roman_value(token.written)
                yield NumberInText(token.start, stop, token.written, value, "roman")
            at = following

    def _read(self, at: int) -> tuple[int, int | None]:
        """The number in words at `at`: the index after it (`at` if none is there) and its value."""
        words = self._words
        if self._bare:
            return self._read_bare(at)
        if words[at] in LOOSE:
            end = read_loose(words, at)
            if end > at:
                return end, None
        end, value = read_number(words, at)
        if end == at:
            return at, None
        further = read_after(words, at, end)
        if words[at : at + 2] == ["một", "nửa"]:
            return at + 2, None
        broken = further > end and words[end] not in DIGITS  # hai phần ba, ba rưỡi
        broken = broken or (further > end and bool(self._nouns.counted(words, further)))  # hai ba
        if end == at + 1 and not broken and not self._single(at):
            return at, None
        return further, (value if further == end else None)

    def _read_bare(self, at: int) -> tuple[int, int | None]:
        """As `_read` in a text without marks, where many words look alike: only what is certain."""
        end, value = read_number(self._words, at)
        if end > at + 1 and is_plain(self._words[at:end]):
            return end, value
        following = " ".join(self._typed[at + 1 : at + 3])
        measured = following.split(" ")[0] in _BARE_MEASURES or following == "dong chi"
        if self._words[at] in ("năm", "sáu", "một"):  # nam, sau, mot: other words as well
            measured = False
        if end > at and (measured or self._nouns.at(self._typed, at + 1, bare=True)):
            return at + 1, DIGITS.get(self._words[at], 10)
        return at, None

    def _single(self, at: int) -> bool:
        """Whether the one number word at `at` is a count."""
        written = [token.written for token in self._tokens[at : at + 2]]
        before = _before(self._tokens, at)
        return is_count(written, self._words[at : at + 6], before, self._nouns)

    def _is_roman(self, at: int) -> bool:
        """Whether the word at `at` is a Roman numeral that counts."""
        if not _ROMAN.fullmatch(self._tokens[at].written):
            return False
        return counts_in_roman(self._words[at : at + 4], self._nouns)


def _before(tokens: list[_Token], at: int) -> Before:
    """What stands before the token at `at`, which is never the first: a gap opens the text."""
    before = tokens[at - 1]
    if not before.word:
        return Before("", before.written, in_name=False)
    capital = before.written[0].isupper() and not before.written.isupper()
    return Before(before.word, " ", in_name=capital and tokens[at - 2].word != "")


def roman_value(written: str) -> int | None:
    """The value of a Roman numeral; None for one that is not written the regular way."""
    try:
        return from_roman(written)
    except ValueError:
        return None


def _digits(token: _Token) -> Iterator[NumberInText]:
    written = token.written
    end = token.start + len(written)
    if _DECIMAL.fullmatch(written):
        yield NumberInText(token.start, end, written, None, "digits")
    elif _THOUSANDS.fullmatch(written):
        yield NumberInText(token.start, end, written, _value(written), "digits")
    else:  # dates with dots, sections, lists without spaces
        for run in _DIGIT_RUN.finditer(written):
            start = token.start + run.start()
            end = token.start + run.end()
            yield NumberInText(start, end, run.group(), _value(run.group()), "digits")


def _value(written: str) -> int | None:
    digits = written.replace(".", "")
    return int(digits) if len(digits) <= _LONGEST_VALUE else None
