"""What pages ask for: every call of a block, figure or name must lead to something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from conference.facts import Facts
from conference.findings import Finding, did_you_mean, near, quote
from conference.models import Dossier
from conference.pages.call_syntax import FACT, INLINE, name_call
from conference.pages.name_hints import names_to_choose
from conference.pages.page import Call, Page
from conference.pages.sections import sections_of
from conference.references import APART, Resolver, runs_together
from conference.render.block_data import PARTED, parts_of
from conference.render.blocks import BLOCKS, FUNCTIONS, block_names


def callable_names() -> list[str]:
    """Everything a page may call."""
    return [*FUNCTIONS, *block_names()]


# What stands between two words and does not part them.
_UNSEEN = re.compile(
    r"[*_`]|<!--.*?-->|</?(?:a|b|code|em|i|small|span|strong|sub|sup|u)\b[^>]*>|\{%.*?%\}"
)

_FIGURES = {FACT, "figure"}
_GONE = {
    "plan_purposes": "câu chữ nay viết thẳng trong trang này",
    "plan_content": "câu chữ nay viết thẳng trong trang này",
    "distribution": "nay viết {{ document_foot() }}, in nơi nhận và chữ ký",
}
"""Blocks until 2026, and what is done now."""

BLOCK, FIGURE, NAME = "page-block", "page-figure", "page-name"


@dataclass(frozen=True)
class _Known:
    """What may be named."""

    blocks: tuple[str, ...]
    facts: Facts

    @property
    def names(self) -> Resolver:
        """Everything a text may call."""
        return self.facts.names

    @property
    def citations(self) -> tuple[str, ...]:
        """The ids of the papers that can be cited."""
        return tuple(one.id for one in self.facts.dossier.citations.citations)

    @property
    def has_all_citations(self) -> bool:
        """False while some papers could not be read: a name may be that of one of them."""
        citations = self.facts.dossier.citations
        return citations.whole or citations.absent


def wrong_calls(pages: Sequence[Page], facts: Facts) -> Iterator[Finding]:
    """Calls that lead nowhere, as far as the data could be read."""
    known = _Known(
        blocks=tuple(block_names()),
        facts=facts,
    )
    for page in pages:
        for call in page.calls:
            yield from _wrong(call, page, known)
        yield from _called_twice(page)
        yield from _run_together(page)


def _called_twice(page: Page) -> Iterator[Finding]:
    """A block shown twice on a page: its rows could not be linked to, and readers would count twice."""
    first: dict[tuple[str, ...], Call] = {}
    for call in page.calls:
        key = (call.name, *call.arguments)
        if call.name in INLINE:
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
        if not _FIGURES & set(names) or not set(names) <= INLINE:
            continue
        between = _UNSEEN.sub("", page.text[first.end : second.start])
        if runs_together(between, signs=set(names) <= _FIGURES):
            shown = quote(page.text[first.start : second.end], 120)
            yield Finding(second.place, f"{shown} in dính vào nhau thành số khác; {APART}", FIGURE)


def _wrong(call: Call, page: Page, known: _Known) -> Iterator[Finding]:
    if call.name == FACT:
        yield from _wrong_name(call, call.arguments, page, known)
    elif call.name in FUNCTIONS:
        yield from _wrong_function(call, page, known)
    elif call.name == "phrase":  # until 2026
        way = name_call(call.arguments[0]) if call.arguments else "tên.con.số"
        yield Finding(call.place, f"nay viết {{{{ {way} }}}}.", BLOCK)
    elif call.name in _GONE:
        message = f"không còn khối {quote(call.name)}: {_GONE[call.name]}."
        yield Finding(call.place, message, BLOCK)
    elif call.name == "sheet":  # until 2026
        way = "nay trang bộ in viết một lần {{ print_set() }}, thứ tự lấy ở nav trong mkdocs.yml."
        yield Finding(call.place, way, BLOCK)
    elif call.name not in known.blocks:
        hint = did_you_mean(call.name, [*known.blocks, *FUNCTIONS])
        yield Finding(call.place, f"không có khối tên {quote(call.name)}.{hint}", BLOCK)
    else:
        yield from _wrong_block(call, page, known)


def _wrong_block(call: Call, page: Page, known: _Known) -> Iterator[Finding]:
    block, dossier = BLOCKS[call.name], known.facts.dossier
    if absent := [name for name, file in dossier.files() if file.absent and name in block.needs]:
        message = (
            f"khối {quote(call.name)} lấy dữ liệu ở {absent[0]}.yml, mà hồ sơ không có tệp ấy; "
            "hãy bỏ lời gọi này, hoặc tạo tệp."
        )
        yield Finding(call.place, message, BLOCK)
    elif block.own_document and not page.document:
        message = (
            f"khối {quote(call.name)} in văn bản của trang, mà đầu trang chưa ghi văn bản nào; "
            "hãy thêm dòng document: … với mã trong documents.yml."
        )
        yield Finding(call.place, message, BLOCK)
    elif call.name in PARTED:
        if call.arguments and not _is_part(call):
            message = f'phần của một khối là số từ 1 trở lên; hãy viết {call.name}("1").'
            yield Finding(call.place, message, BLOCK)
    elif call.arguments:
        message = f"khối {quote(call.name)} không nhận gì trong ngoặc; hãy viết {call.name}()."
        yield Finding(call.place, message, BLOCK)


def _wrong_function(call: Call, page: Page, known: _Known) -> Iterator[Finding]:
    function = FUNCTIONS[call.name]
    if not function.least <= len(call.arguments) <= function.most:
        yield Finding(call.place, f"hãy viết {function.typed}.", BLOCK)
    elif call.name == "figure":
        yield from _wrong_name(call, call.arguments, page, known)
    elif call.name == "unit":
        yield from _wrong_name(call, (".".join(("unit", *call.arguments)),), page, known)
    elif call.name == "cite":
        yield from _wrong_citation(call, known)
    elif call.name == "section":
        yield from _wrong_section(call, page)


def _wrong_citation(call: Call, known: _Known) -> Iterator[Finding]:
    name, *form = call.arguments
    if form and form[0] != "short":
        way = f'{{{{ cite("{name}", "short") }}}}'
        message = f"cách viết {quote(form[0])} không có; gọi gọn (loại và số) thì viết {way}."
        yield Finding(call.place, message, NAME)
    elif name not in known.citations and known.has_all_citations:
        hint = did_you_mean(name, known.citations)
        message = f"không có văn bản dẫn nào trong citations.yml là {quote(name)}.{hint}"
        yield Finding(call.place, message, NAME)


def _wrong_section(call: Call, page: Page) -> Iterator[Finding]:
    wanted, sections = call.arguments[0], sections_of(page)
    if wanted not in sections:
        hint = did_you_mean(wanted, sections)
        message = (
            f"trang này không có đề mục nào mang mã {quote(wanted)}.{hint} Hãy sửa mã, hoặc thêm "
            f"{{ #{wanted} }} vào cuối dòng đề mục."
        )
        yield Finding(call.place, message, NAME)
    elif not sections[wanted]:
        message = (
            f"đề mục {quote(wanted)} không đánh số nên không nhắc theo số được; hãy viết tên đề mục, "
            "hoặc đánh số cho nó."
        )
        yield Finding(call.place, message, NAME)


def _wrong_name(
    call: Call, arguments: Sequence[str], page: Page, known: _Known
) -> Iterator[Finding]:
    typed, *form = arguments
    name = known.names.own(typed, page.document)
    if call.name == FACT and name.split(".")[0] in ("unit", "cite"):
        yield Finding(call.place, f"hãy viết {{{{ {name_call(name)} }}}}.", NAME)
        return
    is_figure = name in known.names.figures
    rule = NAME if name.startswith("unit.") else FIGURE
    if not is_figure and name not in known.names.phrases:
        if not known.names.can_judge(name):
            return
        near_to = near(name, known.names.names)
        printed = {other: known.names.as_text(f"{{{other}}}") for other in near_to}
        hint = "".join(
            f" Có phải {{{{ {name_call(other)} }}}} (in ra {quote(shown, 40)}) không?"
            for other, shown in printed.items()
        )
        hint = hint or names_to_choose(name, known.names.names)
        what = "đơn vị" if name.startswith("unit.") else "con số"
        yield Finding(call.place, f"không có {what} nào tên là {quote(typed)}.{hint}", rule)
    elif form and not (forms := known.names.forms_of(name)):
        message = (
            f"chỉ con số và ngày mới có cách viết riêng; hãy viết {{{{ {name_call(typed)} }}}}."
        )
        yield Finding(call.place, message, rule)
    elif form and form[0] not in forms:
        message = f"cách viết {quote(form[0])} không có; chỉ có: {', '.join(forms)}."
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
