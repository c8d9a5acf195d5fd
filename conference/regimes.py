"""Regimes of form: how the papers of a body are laid out, as tables.

Sources and how far each is trusted: the Party's Hướng dẫn 36-HD/VPTW (2018) and 05-HD/VPTW (2026),
known from transcriptions; the State's Nghị định 30/2020/NĐ-CP, Phụ lục I, read in full. Sizes and
spaces stand in overrides/assets/paper.css under the name of the regime.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Regime:
    """One regime.

    Attributes:
        title: the guide, as it is cited.
        nation: the lines over place and day: the Party's title, or the State's name and motto.
        number: how the number line is written; {number} and {symbol} stand for themselves.
        under_issuer: what stands under the issuing body; "" is a rule drawn by the style.
        under_title: what stands under the title of the paper; "" is a rule drawn by the style.
        marks: mark of authority → what it says. The first word of a line before the post.
        separator: what ends a line of the distribution list, and of several who are addressed.
        second_post_above: where another post of the signer stands: over the name, or under it.
        symbol: the pattern of a symbol; `symbol_example` shows one.
    """

    title: str
    nation: tuple[str, ...]
    number: str
    under_issuer: str
    under_title: str
    marks: Mapping[str, str]
    separator: str
    second_post_above: bool
    symbol: re.Pattern[str]
    symbol_example: str

    @property
    def is_party(self) -> bool:
        """True for the Party's papers, whose head bears its name and no motto."""
        return len(self.nation) == 1


_PARTY_MARKS = MappingProxyType(
    {
        "T/M": "thay mặt",
        "K/T": "ký thay",
        "T/L": "thừa lệnh",
        "TUQ": "thừa ủy quyền",
        "Q.": "quyền",
    }
)
_STATE_MARKS = MappingProxyType(
    {
        "TM.": "thay mặt",
        "KT.": "ký thay",
        "TL.": "thừa lệnh",
        "TUQ.": "thừa ủy quyền",
        "Q.": "quyền",
    }
)
_LETTERS = "A-ZĐÂĂÊÔƠƯ"


def _party(title: str, separator: str) -> Regime:
    return Regime(
        title=title,
        nation=("ĐẢNG CỘNG SẢN VIỆT NAM",),
        number="Số {number}-{symbol}",
        under_issuer="*",
        under_title="-----",
        marks=_PARTY_MARKS,
        separator=separator,
        second_post_above=False,
        # The kind may have a small letter: CTr, QĐi.
        symbol=re.compile(rf"[{_LETTERS}][{_LETTERS}a-zđ]*/[{_LETTERS}]+([-/][{_LETTERS}]+)*"),
        symbol_example="KH/HU",
    )


REGIMES: Mapping[str, Regime] = MappingProxyType(
    {
        "party-36": _party("Hướng dẫn 36-HD/VPTW", ","),
        "party-05": _party("Hướng dẫn 05-HD/VPTW", ";"),
        "state-30": Regime(
            title="Nghị định 30/2020/NĐ-CP",
            nation=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
            number="Số: {number}/{symbol}",
            under_issuer="",
            under_title="",
            marks=_STATE_MARKS,
            separator=";",
            second_post_above=True,
            symbol=re.compile(rf"[{_LETTERS}]+(-[{_LETTERS}0-9]+)+"),
            symbol_example="KH-UBND",
        ),
    }
)
"""Line pitch is no switch: 18 pt exactly satisfies both Party guides («at least 18», «18 to 22»)."""
