"""What a bare word of YAML means here: kept as typed, or refused; never silently changed.

YAML 1.1 reads 7:30 as 450, 010 as 8 and `no` as false (YAML 1.2 again differs), so the project
keeps only what all versions agree on: whole numbers without leading zero, true, false, nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import yaml

from conference.wording import short_date


@dataclass(frozen=True)
class Refused:
    """A bare word that means different things to different readers; `advice` is Vietnamese."""

    advice: str


_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_CONSTANTS: dict[str, bool | None] = {
    "true": True,
    "false": False,
    "null": None,
    "~": None,
    "": None,
}
_REFUSED: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"0[0-9]{8,10}"),
        'số này bắt đầu bằng 0 như số điện thoại; nếu là chữ thì đặt trong ngoặc kép: "{0}".',
    ),
    (
        re.compile(r"[-+]?0[0-9]+"),
        'số có số 0 đứng trước; nếu là số đếm thì viết {1}, nếu là chữ thì đặt trong ngoặc kép: "{0}".',
    ),
    (
        re.compile(r"[-+]?[0-9]+(?::[0-9]{1,2})+(?:\.[0-9]*)?"),
        'giờ viết có chữ h: {2}; nếu là chữ thì đặt trong ngoặc kép: "{0}".',
    ),
    (
        re.compile(r"(?:y|yes|no|n|on|off|true|false|null)", re.IGNORECASE),
        'YAML có thể hiểu chữ này là đúng/sai; viết true hoặc false, hoặc đặt trong ngoặc kép: "{0}".',
    ),
    (
        re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ][0-9Zz:.+ -]*)?"),
        "ngày viết theo thứ tự ngày/tháng/năm: {3}.",
    ),
    (
        re.compile(r"[-+]?0(?:x[0-9a-fA-F_]+|b[01_]+|o[0-7]+)|[-+]?[0-9]+_[0-9_]*"),
        'số viết liền, bằng chữ số thường, ví dụ: 1000; nếu là chữ thì đặt trong ngoặc kép: "{0}".',
    ),
    (
        re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}"),
        'số viết liền, không dấu chấm: {4}; nếu là chữ thì đặt trong ngoặc kép: "{0}".',
    ),
    (
        re.compile(
            r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?|[-+]?[0-9]+[eE][-+]?[0-9]+"
            r"|[-+]?\.(?:inf|nan)",
            re.IGNORECASE,
        ),
        'chỉ ghi số nguyên, không phần lẻ; nếu là chữ thì đặt trong ngoặc kép: "{0}".',
    ),
    (
        re.compile(r"\+[0-9]+"),
        'số viết không có dấu cộng: {1}; nếu là chữ thì đặt trong ngoặc kép: "{0}".',
    ),
    (
        re.compile(r"-?[0-9]{16,}"),
        'số quá dài; nếu là mã thì đặt trong ngoặc kép: "{0}".',
    ),
)
_ELSE = 'YAML hiểu chữ này theo nghĩa riêng; hãy đặt trong ngoặc kép: "{0}".'
# What PyYAML takes for something else than text, by its first letter: pages and settings are read by
# MkDocs as well, and a value must mean the same to both.
_RESOLVERS: dict[str, list[tuple[str, re.Pattern[str]]]] = yaml.SafeLoader.yaml_implicit_resolvers


def read_plain(typed: str) -> str | int | bool | Refused | None:
    """What an unquoted word means.

    Args:
        typed: The word as YAML hands it over: one line, no blanks round it.

    Returns:
        Its value, or `Refused` when readers of YAML would disagree on it.
    """
    if typed in _CONSTANTS:
        return _CONSTANTS[typed]
    if _INTEGER.fullmatch(typed):
        return int(typed)
    if len(typed) <= 5 or typed[0] in "+-.0123456789=<":  # all that any pattern matches
        for pattern, advice in _REFUSED:
            if pattern.fullmatch(typed):
                shown = typed if len(typed) <= 40 else typed[:39] + "…"
                stripped = shown.lstrip("+-").lstrip("0") or "0"
                return Refused(
                    advice.format(
                        shown, stripped, _as_clock(shown), _as_date(shown), shown.replace(".", "")
                    )
                )
        if any(pattern.match(typed) for _, pattern in _RESOLVERS.get(typed[0], ())):
            return Refused(_ELSE.format(typed if len(typed) <= 40 else typed[:39] + "…"))
    return typed


def _as_clock(typed: str) -> str:
    parts = re.findall(r"[0-9]+", typed)[:2]
    return "h".join(part.zfill(2) if i else part.lstrip("0") or "0" for i, part in enumerate(parts))


def _as_date(typed: str) -> str:
    try:
        return short_date(date.fromisoformat(typed[:10]))
    except ValueError:
        return "22/12/2022"
