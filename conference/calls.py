"""What pages ask for: every call of a block, figure, name or sheet must lead to something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from conference.figures import Form
from conference.findings import Finding, did_you_mean, quote
from conference.models import Dossier
from conference.name_hints import names_to_choose
from conference.pages import Call, Page
from conference.references import APART, Resolver, runs_together
from conference.render import PARTED, block_names, parts_of

FUNCTIONS = {
    "figure": 'figure("tên.con.số") hoặc figure("tên.con.số", "words")',
    "phrase": 'phrase("unit.mã-đơn-vị")',
    "sheet": 'sheet("tên-trang")',
}
"""What a page may call besides blocks, and how it is typed."""


def callable_names() -> list[str]:
    """Everything a page may call."""
    return [*FUNCTIONS, *block_names()]


# What stands between two words and does not part them.
_UNSEEN = re.compile(
    r"[*_`]|<!--.*?-->|</?(?:a|b|code|em|i|small|span|strong|sub|sup|u)\b[^>]*>|\{%.*?%\}"
)

BLOCK, FIGURE, NAME = "page-block", "page-figure", "page-name"


@dataclass(frozen=True)
class _Known:
    """What may be named."""

    blocks: tuple[str, ...]
    sheets: tuple[str, ...]
    names: Resolver


def wrong_calls(pages: Sequence[Page], names: Resolver) -> Iterator[Finding]:
    """Calls that lead nowhere, as far as the data could be read."""
    known = _Known(
        blocks=tuple(block_names()),
        # A page that holds sheets is none itself: it would hold itself without end.
        sheets=tuple(p.name for p in pages if all(call.name != "sheet" for call in p.calls)),
        names=names,
    )
    for page in pages:
        for call in page.calls:
            yield from _wrong(call, known)
        yield from _called_twice(page)
        yield from _run_together(page)


def _called_twice(page: Page) -> Iterator[Finding]:
    """A block shown twice on a page: its rows could not be linked to, and readers would count twice."""
    first: dict[tuple[str, ...], Call] = {}
    for call in page.calls:
        key = (call.name, *call.arguments)
        if call.name in ("figure", "phrase"):
            continue
        if key in first:
            shown = quote(page.text[call.start : call.end], 60)
            message = f"{shown} đã gọi ở dòng {first[key].place.line}; hãy giữ một chỗ."
            yield Finding(call.place, message, BLOCK)
        first.setdefault(key, call)


def _run_together(page: Page) -> Iterator[Finding]:
    """Figures with nothing between them but marks nobody sees: two numbers, printed as one."""
    for first, second in pairwise(page.calls):
        names = (first.name, second.name)
        if "figure" not in names or not set(names) <= {"figure", "phrase"}:
            continue
        between = _UNSEEN.sub("", page.text[first.end : second.start])
        if runs_together(between, signs=names == ("figure", "figure")):
            shown = quote(page.text[first.start : second.end], 120)
            yield Finding(second.place, f"{shown} in dính vào nhau thành số khác; {APART}", FIGURE)


def _wrong(call: Call, known: _Known) -> Iterator[Finding]:
    if call.name in FUNCTIONS:
        yield from _wrong_name(call, known)
    elif call.name not in known.blocks:
        hint = did_you_mean(call.name, [*known.blocks, *FUNCTIONS])
        yield Finding(call.place, f"không có khối tên {quote(call.name)}.{hint}", BLOCK)
    elif call.name in PARTED:
        if call.arguments and not _is_part(call):
            message = f'phần của một khối là số từ 1 trở lên; hãy viết {call.name}("1").'
            yield Finding(call.place, message, BLOCK)
    elif call.arguments:
        message = f"khối {quote(call.name)} không nhận gì trong ngoặc; hãy viết {call.name}()."
        yield Finding(call.place, message, BLOCK)


def _wrong_name(call: Call, known: _Known) -> Iterator[Finding]:
    if len(call.arguments) not in ((1, 2) if call.name == "figure" else (1,)):
        yield Finding(call.place, f"hãy viết {FUNCTIONS[call.name]}.", BLOCK)
        return
    name, *form = call.arguments
    names = {
        "figure": tuple(known.names.figures),
        "phrase": tuple(known.names.phrases),
        "sheet": known.sheets,
    }[call.name]
    rule = FIGURE if call.name == "figure" else NAME
    if name not in names:
        if call.name != "sheet" and not known.names.can_judge(name):
            return
        other = {
            "figure": ("phrase", known.names.phrases),
            "phrase": ("figure", known.names.figures),
        }
        function, elsewhere = other.get(call.name, ("", {}))
        if name in elsewhere:
            message = f'{quote(name)}: hãy viết {{{{ {function}("{name}") }}}}.'
            yield Finding(call.place, message, rule)
            return
        what = {"figure": "con số", "phrase": "đơn vị hay tên", "sheet": "trang"}[call.name]
        message = f"không có {what} nào tên là {quote(name)}.{names_to_choose(name, names)}"
        yield Finding(call.place, message, rule)
    elif form and form[0] not in set(Form):
        message = f"cách viết {quote(form[0])} không có; chỉ có: {', '.join(Form)}."
        yield Finding(call.place, message, rule)


def _is_part(call: Call) -> bool:
    return bool(re.fullmatch(r"[1-9][0-9]{0,3}", ", ".join(call.arguments)))


def missing_parts(pages: Sequence[Page], dossier: Dossier) -> Iterator[Finding]:
    """A list shown in parts is shown whole: no row may fall between two pages."""
    for block in PARTED:
        calls = [c for p in pages for c in p.calls if c.name == block and _is_part(c)]
        shown = {int(call.arguments[0]): call for call in calls}
        parts = parts_of(block, dossier)
        missing = [part for part in range(1, parts + 1) if part not in shown]
        if shown and missing:
            message = (
                f"danh sách có {parts} phần, còn phần {missing[0]} chưa ở trang nào; hãy thêm "
                f'{{{{ {block}("{missing[0]}") }}}} vào một trang.'
            )
            yield Finding(calls[-1].place, message, BLOCK)
        for part, call in shown.items():
            if part > parts:
                message = f"danh sách chỉ có {parts} phần; hãy bỏ lời gọi phần {part}."
                yield Finding(call.place, message, BLOCK)
