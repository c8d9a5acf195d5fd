"""What offices shorten, and the run of a full name that a short one stands for."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from .text import fold

ABBREVIATIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # bodies
        "UBND": ("ủy ban nhân dân",),
        "HĐND": ("hội đồng nhân dân",),
        "MTTQ": ("mặt trận tổ quốc",),
        "UBMTTQ": ("ủy ban mặt trận tổ quốc", "ủy ban MTTQ"),
        "BCH": ("ban chấp hành",),
        "BTV": ("ban thường vụ",),
        "BDV": ("ban dân vận",),
        "BTC": ("ban tổ chức",),
        "BTG": ("ban tuyên giáo",),
        "UBKT": ("ủy ban kiểm tra",),
        "BCHQS": ("ban chỉ huy quân sự",),
        "ĐU": ("đảng ủy",),
        "VP": ("văn phòng",),
        "CA": ("công an",),
        "ĐTN": ("đoàn thanh niên",),
        "LHPN": ("liên hiệp phụ nữ",),
        "CCB": ("cựu chiến binh",),
        "LĐLĐ": ("liên đoàn lao động",),
        "PT&TH": ("PTTH", "phát thanh và truyền hình", "phát thanh truyền hình"),
        # papers
        "KH": ("kế hoạch",),
        "QĐ": ("quyết định",),
        "CV": ("công văn",),
        "NQ": ("nghị quyết",),
        "TB": ("thông báo",),
        "GM": ("giấy mời",),
        # people, words
        "ĐB": ("đại biểu",),
        "CT-XH": ("chính trị - xã hội", "chính trị xã hội"),
        "KT-XH": ("kinh tế - xã hội", "kinh tế xã hội"),
    }
)
"""Short → in full. Source: habit of the offices; the codes of papers as in the guides on form."""

_WORD = re.compile(r"[^\W_]+")
_SHORT = re.compile(r"(?<!\w)[^\W\d_]{2,}(?:[-&][^\W\d_]{2,})*(?!\w)")


def shortened(name: str, short: str) -> list[tuple[str, str]]:
    """The abbreviations in a short name, each with the run of the full name whose initials it is.

    "Ủy ban nhân dân huyện Minh Họa", "UBND huyện" gives ("UBND", "Ủy ban nhân dân").
    """
    words = list(_WORD.finditer(name))
    pairs = []
    for found in _SHORT.finditer(short):
        letters = fold("".join(_WORD.findall(found[0])))
        if found[0].isupper() and (run := _run(words, letters)):
            pairs.append((found[0], name[run[0].start() : run[-1].end()]))
    return pairs


def _run(words: Sequence[re.Match[str]], letters: str) -> Sequence[re.Match[str]]:
    """The words side by side that begin with these letters; none when there are no such."""
    initials = "".join(fold(word[0])[0] for word in words)
    start = initials.find(letters)
    return words[start : start + len(letters)] if start >= 0 else []
