"""Vietnamese wording: numbers, dates and text as the office writes, reads and sorts them.

Each function names where its rule comes from (`Source:`): a regulation, or habit, which is what
published plans do where nothing is prescribed. Nothing here knows the data or the pages.
"""

from .abbreviations import ABBREVIATIONS, shortened
from .blanks import blank_in_label, blank_in_line, blanks_in_prose
from .closed_classes import FUNCTION_WORDS, MEASURES, PAIRED, word_set
from .dates import (
    HALVES,
    clock,
    clock_range,
    long_date,
    parse_clock,
    parse_date,
    short_date,
    weekday,
)
from .nouns import Nouns, words_of
from .number_search import NumberInText, find_numbers, is_number_word, roman_value
from .numbers import from_roman, grouped, in_words, padded, roman
from .sorting import person_sort_key, sort_key
from .suspicious import suspicious_characters
from .text import canonical, capitalised, fold, fold_word, nfc, slug

__all__ = [
    "ABBREVIATIONS",
    "FUNCTION_WORDS",
    "HALVES",
    "MEASURES",
    "PAIRED",
    "Nouns",
    "NumberInText",
    "blank_in_label",
    "blank_in_line",
    "blanks_in_prose",
    "canonical",
    "capitalised",
    "clock",
    "clock_range",
    "find_numbers",
    "fold",
    "fold_word",
    "from_roman",
    "grouped",
    "in_words",
    "is_number_word",
    "long_date",
    "nfc",
    "padded",
    "parse_clock",
    "parse_date",
    "person_sort_key",
    "roman",
    "roman_value",
    "short_date",
    "shortened",
    "slug",
    "sort_key",
    "suspicious_characters",
    "weekday",
    "word_set",
    "words_of",
]
