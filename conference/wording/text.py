"""One spelling for Vietnamese text, and what is made from it for search and file names."""

import itertools
import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng
_OPENING = " \t\xa0\"'“‘«([{"


def nfc(text: str) -> str:
    """The text with every letter as one code point, where there is one (Unicode NFC)."""
    return unicodedata.normalize("NFC", text)


def _new_positions() -> dict[str, str]:
    """Old to new spelling of the open pairs, in every mix of cases: "oà" to "òa"."""
    pairs: dict[str, str] = {}
    for pair, tone in itertools.product(("oa", "oe", "uy"), _TONES):
        for first, second in itertools.product(*((c, c.upper()) for c in pair)):
            pairs[nfc(first + second + tone)] = nfc(first + tone + second)
    return pairs


_NEW_POSITIONS = _new_positions()
_OLD_PAIR = re.compile(rf"(?<![qQ])(?:{'|'.join(_NEW_POSITIONS)})(?![^\W\d_]|[\u0300-\u036f])")


def canonical(text: str) -> str:
    """NFC and the new position of tone marks: "hoà" becomes "hòa", "UỶ BAN" "ỦY BAN".

    Only syllables that end in oa, oe or uy change; after "q" the u is no vowel, so "quý" stays, and
    so do "hoàn", "khoảng", "thuyền". Idempotent, keeps the case.

    Source: the examples of Hướng dẫn 05-HD/VPTW and the plan write ủy, hòa.
    """
    return _OLD_PAIR.sub(lambda match: _NEW_POSITIONS[match.group()], nfc(text))


def fold(text: str) -> str:
    """The text for search: lower case, without any marks, đ as d ("Đảng ủy" gives "dang uy").

    Equal for NFC, NFD and both tone positions; Ð and ð (eth), drawn like đ, give d too. Different
    words become equal (mát, mật), so it proves no identity. Spaces and signs stay.
    """
    decomposed = unicodedata.normalize("NFD", canonical(text).casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return nfc(bare.replace("đ", "d").replace("ð", "d"))


@lru_cache(maxsize=8192)
def fold_word(word: str) -> str:
    """As `fold`, for a single word: papers say the same few thousand again and again."""
    return fold(word)


def slug(text: str) -> str:
    """A name for files and ids in ASCII kebab-case: "Đảng ủy Đại Đồng" gives "dang-uy-dai-dong".

    Holds a-z, 0-9 and single hyphens between them; "" when nothing of the text is left.
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def capitalised(text: str) -> str:
    """The text with its first letter as a capital, the rest untouched.

    Opening quotes, brackets and spaces are passed over; text that starts with a figure or a sign
    stays as it is.
    """
    start = len(text) - len(text.lstrip(_OPENING))
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]
