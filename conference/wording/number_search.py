"""Finding the numbers in running Vietnamese text: digits, words and counting Roman numerals."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from .loose_counts import LOOSE_VOCABULARY, read_after, read_loose
from .number_words import DIGITS, VOCABULARY, read_number
from .numbers import from_roman
from .single_words import Before, is_count, is_counting_roman
from .text import canonical
from .word_senses import stock_phrase

# One class, one repeat: the search stays linear. A word is letters, with or without marks.
_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\s\x00-@\[-`{-\xbf\u2000-\u206f]+")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+")
_DECIMAL = re.compile(r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+),[0-9]+")
_ROMAN = re.compile(r"[IVX]+|[IVXLC]{2,}")  # C and L alone are letters
_DIGIT_RUN = re.compile(r"[0-9]+")
_LONGEST_WORD = 12  # code points; no syllable has more, even fully decomposed
_LONGEST_VALUE = 18  # digits
_MAY_BEGIN = VOCABULARY | LOOSE_VOCABULARY


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


def find_numbers(text: str) -> list[NumberInText]:
    """Find every number in running text, in time linear in its length.

    Digits: "08" is 8, "1.500" is 1500, "12,5" has no value; "12/2022", "2.1.3" and codes give each
    run of digits. Words: two or more that make a number always count; one alone from hai to mười
    counts unless it is part of another word, a name, a month, a weekday or a rank; "một" and "năm"
    alone count where they are for certain no article and no year. Tens, dozens, halves and pairs
    count, a few hundreds too; they may have no value. Roman numerals are labels and left out, except
    before a noun that is always counted.

    Source: Luật Kế toán 2003, Điều 12, for thousands and decimals; habit for words.

    Args:
        text: any text, NFC or not; offsets count its characters as given.

    Returns:
        The numbers in the order of the text; they do not overlap.
    """
    tokens = list(_tokens(text))
    return list(_find(text, tokens, [token.word for token in tokens]))


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


def _find(text: str, tokens: list[_Token], words: list[str]) -> Iterator[NumberInText]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        following = at + 1
        if token.word == "0":
            yield from _digits(token)
        elif token.word in _MAY_BEGIN:
            end, value = _read(tokens, words, at)
            if skipped := stock_phrase(words, at):
                following = at + skipped
            elif end > at:
                last = tokens[end - 1]
                stop = last.start + len(last.written)
                yield NumberInText(token.start, stop, text[token.start : stop], value, "words")
                following = end
        elif token.word and token.written[0] in "IVXLC" and _is_roman(tokens, words, at):
            stop = token.start + len(token.written)
            yield NumberInText(token.start, stop, token.written, _roman(token.written), "roman")
        at = following


def _read(tokens: list[_Token], words: list[str], at: int) -> tuple[int, int | None]:
    """The number in words at `at`: the index after it (`at` if none is there) and its value."""
    if words[at] in LOOSE_VOCABULARY:
        end, value = read_loose(words, at)
        if end > at:
            return end, value
    end, value = read_number(words, at)
    if end == at:
        return at, None
    further = read_after(words, at, end)
    broken = further > end and words[end] not in DIGITS  # hai phần ba, ba rưỡi
    if end == at + 1 and not broken and not _single(tokens, words, at):
        return at, None
    return further, (value if further == end else None)


def _single(tokens: list[_Token], words: list[str], at: int) -> bool:
    """Whether the one number word at `at` is a count."""
    written = [token.written for token in tokens[at : at + 2]]
    return is_count(written, words[at : at + 5], _before(tokens, at))


def _before(tokens: list[_Token], at: int) -> Before:
    """What stands before the token at `at`, which is never the first: a gap opens the text."""
    before = tokens[at - 1]
    if not before.word:
        return Before("", before.written, in_name=False)
    capital = before.written[0].isupper() and not before.written.isupper()
    return Before(before.word, " ", in_name=capital and tokens[at - 2].word != "")


def _is_roman(tokens: list[_Token], words: list[str], at: int) -> bool:
    """Whether the word at `at` is a Roman numeral that counts."""
    if not _ROMAN.fullmatch(tokens[at].written):
        return False
    return is_counting_roman(words[at : at + 3], _before(tokens, at))


def _roman(written: str) -> int | None:
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
