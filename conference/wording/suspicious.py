"""Characters that do not belong in Vietnamese text, and what to type instead."""

import re
from collections.abc import Callable

# TCVN3 (ABC) signs and the letter each was drawn as.
_TCVN3 = dict(zip("µ¶·¸¹¨©ª«¬®»¼½¾§¦¡¢£¤¥", "àảãáạăâêôơđằẳẵắĐƯĂÂÊÔƠ", strict=True))
_SIGNS = "".join(_TCVN3)
_LETTER = rf"(?:[^\W\d_]|[{_SIGNS}])"
# Letters that no Vietnamese word has, but TCVN3 and VNI do.
_ALIEN = "ÄÅÆËÏÎÑÖØÛÜÞäåæëïîñöøûüþß"
_INITIAL = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])"
_FINAL = "(?:ng|nh|ch|[cmnpt])"
_VNI_PAIRS = (
    "[aeouyôö][ùøûõï]",  # eù, oû; not after i: giùm
    "[ae][âáàãåä]",
    "o[âåä]",  # oá, oà and oã are Vietnamese
    "a[êéèëü]",  # aú is left out: Raúl
)


def _named(character: str) -> str:
    return f"U+{ord(character):04X}"


def _invisible(found: str) -> str:
    return f"ký tự không nhìn thấy {_named(found)}; hãy xóa đi và gõ lại chỗ này"


def _unreadable(found: str) -> str:
    return f"ký tự hỏng hoặc của phông chữ riêng {_named(found)}; hãy xóa đi và gõ lại"


def _eth(found: str) -> str:
    letter = "Đ" if found == "Ð" else "đ"
    return f"“{found}” ({_named(found)}) chỉ trông giống {letter}; hãy gõ {letter}"


def _sign(found: str) -> str:
    return (
        f"“{found}” trong từ là dấu vết bảng mã TCVN3 (phông .VnTime), có lẽ là chữ "
        f"“{_TCVN3[found]}”; hãy gõ lại từ này bằng Unicode"
    )


def _old(found: str) -> str:
    return (
        f"“{found}” không có trong chữ Việt, là dấu vết bảng mã cũ (VNI hoặc TCVN3); "
        "hãy gõ lại từ này bằng Unicode"
    )


# In order of precedence. Each has one group, the characters reported.
_RULES: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (
        re.compile(
            "([\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e"
            "\u2060-\u206f\ufeff])"
        ),
        _invisible,
    ),
    (re.compile("([\ufffd\ufffe\uffff\ue000-\uf8ff])"), _unreadable),
    (re.compile("([Ðð])"), _eth),
    # Signs with an honest use at the edge of a word need a letter on the other side too.
    (re.compile(rf"(?<={_LETTER})([¶¸¨©ª¬µ])"), _sign),
    (re.compile(r"([¶¸¨©ª¬])(?=[a-z])"), _sign),
    (re.compile(rf"(?<={_LETTER})([¹«»¼½¾¡¢£¤¥])(?={_LETTER})"), _sign),
    (re.compile(rf"(?<={_LETTER})(·)(?![A-Z0-9])"), _sign),
    (re.compile(rf"([®§¦])(?={_LETTER})"), _sign),
    (re.compile(f"({'|'.join(_VNI_PAIRS)})", re.IGNORECASE), _old),
    (re.compile(r"(?<!\w)(ñ)(?=\w)", re.IGNORECASE), _old),
    # A capital with marks in the middle of a word: "QuyÕt", "ViÖt", "vÒ".
    (re.compile("(?<=[a-z])([ÆÇÈÉÊËÌÎÏÑÒÓÔÕÖØÜÝÞ×])"), _old),
    # A whole Vietnamese syllable around a letter that is none: "chøc", "Tæ"; not "Müller".
    (
        re.compile(rf"(?<!\w){_INITIAL}?[iuyo]?([{_ALIEN}])[iuyo]?{_FINAL}?(?!\w)", re.IGNORECASE),
        _old,
    ),
)


def suspicious_characters(text: str) -> list[tuple[int, str, str]]:
    """What cannot be Vietnamese typed in Unicode: position, characters, advice in Vietnamese.

    Finds invisible and control characters (not tab, line breaks and no-break spaces), broken and
    private characters, eth for Đ, and remains of TCVN3 and VNI (two characters for a VNI pair such
    as "aù"). Positions count characters of `text` as given, in order; [] for ordinary text, NFC or
    not. Nothing is converted: the old codes are ambiguous. Rule: norms, guard on old encodings.
    """
    found: dict[int, tuple[int, str, str]] = {}
    for pattern, advice in _RULES:
        for match in pattern.finditer(text):
            start, characters = match.start(1), match.group(1)
            found.setdefault(start, (start, characters, advice(characters)))
    result: list[tuple[int, str, str]] = []
    end = 0
    for start in sorted(found):
        if start >= end:  # else the second half of a pair
            result.append(found[start])
            end = start + len(found[start][1])
    return result
