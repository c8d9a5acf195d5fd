"""Integers written in digits, in words and as Roman numerals."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ((1_000_000, "triệu"), (1_000, "nghìn"), (1, ""))
_BILLION = 10**9
_LARGEST_IN_WORDS = 10**15 - 1
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def padded(n: int) -> str:
    """A count in running text: 1 to 9 with a leading zero ("08"), from 1000 with dots ("1.500").

    Nothing counted is "0": "00" is how no office writes it. Rule: habit, seen in plans ("08 Khối",
    "05 tập thể"); no regulation asks for it. Not meant for money, percentages and ordinals.

    Args:
        n: A count of people or things, 0 or more.

    Returns:
        The digits as printed.

    Raises:
        ValueError: `n` is below 0.
    """
    if n < 0:
        raise ValueError(f"số lượng không thể âm: {n}")
    return f"{n:02d}" if 0 < n < 10 else grouped(n)


def grouped(n: int) -> str:
    """Write an integer with a dot between thousands: "8", "1.500"; never padded.

    Source: Luật Kế toán 2003, Điều 12 (thousands ".", decimals ",").
    """
    return f"{n:,}".replace(",", ".")


def in_words(n: int) -> str:
    """Write an integer in Vietnamese words: 28 gives "hai mươi tám", 105 "một trăm linh năm".

    Groups of three digits are read in full, with "không trăm" after a higher group; empty groups
    are left out.

    Source: habit (northern: nghìn, linh; mốt, tư and lăm after mươi).

    Args:
        n: 0 to 999.999.999.999.999, thousands of tỷ among them: "một nghìn năm trăm tỷ".

    Raises:
        ValueError: in Vietnamese, outside that range.
    """
    if not 0 <= n <= _LARGEST_IN_WORDS:
        limit = grouped(_LARGEST_IN_WORDS)
        raise ValueError(f"chỉ đọc được số từ 0 đến {limit}, không phải {grouped(n)}")
    if n == 0:
        return _DIGITS[0]
    billions, rest = divmod(n, _BILLION)
    words = [*in_words(billions).split(" "), "tỷ"] if billions else []
    for scale, name in _SCALES:
        group = rest // scale % 1000
        if group:
            words += _three_digits(group, full=bool(words))
            words += [name] if name else []
    return " ".join(words)


def _three_digits(group: int, full: bool) -> list[str]:
    """The words of 1 to 999; `full` reads the hundreds even when there are none."""
    hundreds, rest = divmod(group, 100)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or full else []
    tens, ones = divmod(rest, 10)
    if tens == 0:
        if ones:
            words += ["linh", _DIGITS[ones]] if words else [_DIGITS[ones]]
        return words
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if ones == 5:
        words.append("lăm")
    elif ones == 1 and tens > 1:
        words.append("mốt")
    elif ones == 4 and tens > 1:
        words.append("tư")
    elif ones:
        words.append(_DIGITS[ones])
    return words


def roman(n: int) -> str:
    """Write a Roman numeral in capitals: 26 gives "XXVI", as in "khóa XXVI".

    Args:
        n: 1 to 3999.

    Raises:
        ValueError: in Vietnamese, outside that range.
    """
    if not 1 <= n <= 3999:
        raise ValueError(f"số La Mã chỉ viết được từ 1 đến 3999, không phải {n}")
    parts: list[str] = []
    for value, letters in _ROMAN:
        count, n = divmod(n, value)
        parts.append(letters * count)
    return "".join(parts)


def from_roman(text: str) -> int:
    """Parse a Roman numeral, in either case: "XXVI" gives 26.

    Args:
        text: the numeral alone; spaces around it are ignored.

    Returns:
        1 to 3999.

    Raises:
        ValueError: in Vietnamese, when it is not written the regular way ("IIII", "IC").
    """
    letters = text.strip().upper()
    rest, total = letters, 0
    if len(letters) <= 15:  # MMMDCCCLXXXVIII, the longest there is
        for value, numeral in _ROMAN:
            while rest.startswith(numeral):
                total, rest = total + value, rest[len(numeral) :]
    if rest or not 1 <= total <= 3999 or roman(total) != letters:
        shown = text if len(text) <= 40 else f"{text[:40]}…"
        raise ValueError(f"“{shown}” không phải là số La Mã viết đúng, ví dụ XXVI")
    return total
