"""Characters that do not belong in Vietnamese text, and what to type instead."""

import re
import unicodedata
from collections.abc import Callable, Iterator

# TCVN3 (ABC) signs and the letter each was drawn as.
_TCVN3 = dict(zip("µ¶·¸¹¨©ª«¬®»¼½¾§¦¡¢£¤¥", "àảãáạăâêôơđằẳẵắĐƯĂÂÊÔƠ", strict=True))
_SIGNS = "".join(_TCVN3)
_LETTER = rf"(?:[^\W\d_]|[{_SIGNS}])"
# Letters that no Vietnamese word has, but TCVN3 and VNI do.
_ALIEN = "ÄÅÆËÏÎÑÖØÛÜÞäåæëïîñöøûüþß"
# Letters of other alphabets and other languages, and the letter each is drawn like.
_CYRILLIC = dict(zip("АВЕКМНОРСТУХІЈЅаесхоруіјѕԁһ", "ABEKMHOPCTYXIJSaecxopyijsdh", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαινυκρτ", "ABEZHIKMNOPTYXoaivukpt", strict=True))
_LATIN = dict(zip("ƉɖıɑɡǍǎĚěǏǐǑǒǓǔǙǚ", "ĐđiagĂăĔĕĬĭŎŏŬŭŬŭ", strict=True))
_ALIKE = {**_CYRILLIC, **_GREEK, **_LATIN}
_MARKS = re.compile("[\u0300-\u036f]+")
_BREVE = "\u0306"  # on ê, ô, ơ, ư it makes letters of the Ê-đê, which have no code of their own
_STROKES = "\u0335\u0336\u0337\u0338"
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


def _alike(found: str) -> str:
    letter = _ALIKE.get(found)
    if letter:
        return f"“{found}” ({_named(found)}) chỉ trông giống {letter}; hãy gõ {letter}"
    script = "Hy Lạp" if "GREEK" in unicodedata.name(found, "") else "Kirin (Nga)"
    return f"“{found}” ({_named(found)}) là chữ {script}; hãy gõ lại bằng chữ Việt"


def _marked(base: str, mark: str) -> str:
    if mark in _STROKES and base in ("D", "d"):
        letter = "Đ" if base == "D" else "đ"
        return (
            f"“{base}{mark}” ({base} và {_named(mark)}) chỉ trông giống {letter}; hãy gõ {letter}"
        )
    what = f"chữ “{base}”" if base.isalpha() else "chữ đứng trước"
    return f"có dấu rời {_named(mark)} không thuộc chữ Việt; hãy xóa dấu này và gõ lại {what}"


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
    (re.compile(f"([\u0370-\u03ff\u1f00-\u1fff\u0400-\u052f{''.join(_LATIN)}])"), _alike),
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
    # A complete Vietnamese syllable around a letter that is none: "chøc", "Tæ"; not "Müller".
    (
        re.compile(rf"(?<!\w){_INITIAL}?[iuyo]?([{_ALIEN}])[iuyo]?{_FINAL}?(?!\w)", re.IGNORECASE),
        _old,
    ),
)


def _loose_marks(text: str) -> Iterator[tuple[int, str, str]]:
    """Marks that make no letter with the one before them, each with that letter."""
    for run in _MARKS.finditer(text):
        start = max(run.start() - 1, 0)
        written = text[start : run.end()]
        for mark in unicodedata.normalize("NFC", written)[1 if run.start() else 0 :]:
            if mark != _BREVE and unicodedata.combining(mark):
                yield start, written, _marked(unicodedata.normalize("NFD", written)[0], mark)
                break


def suspicious_characters(text: str) -> list[tuple[int, str, str]]:
    """Find what cannot be Vietnamese typed in Unicode.

    Finds invisible and control characters (not tab, line breaks and no-break spaces), broken and
    private characters, eth for Đ, letters of other alphabets, marks without a letter, and remains
    of TCVN3 and VNI. Nothing is converted: the old codes are ambiguous.

    Source: TCVN 6909:2001, which Party and State papers are typed in.

    Returns:
        For each find, in order: its offset in `text` as given, the characters (two for a VNI pair
        such as "aù"), and advice in Vietnamese. Empty for ordinary text, NFC or not.
    """
    found: dict[int, tuple[int, str, str]] = {}
    for pattern, advice in _RULES:
        for match in pattern.finditer(text):
            start, characters = match.start(1), match.group(1)
            found.setdefault(start, (start, characters, advice(characters)))
    for start, characters, why in _loose_marks(text):
        found.setdefault(start, (start, characters, why))
    result: list[tuple[int, str, str]] = []
    end = 0
    for start in sorted(found):
        if start >= end:  # else the second half of a pair
            result.append(found[start])
            end = start + len(found[start][1])
    return result
