"""Rules on what a paper says of itself at its head and foot: the kind in its symbol, who signs for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conference.facts import Facts
from conference.findings import Place, quote
from conference.rule import Problem, rule

_SHORT = {
    "Nghị quyết": ("NQ",),
    "Quyết định": ("QĐ",),
    "Chỉ thị": ("CT",),
    "Kết luận": ("KL",),
    "Quy chế": ("QC",),
    "Quy định": ("QyĐ", "QĐi", "QĐ"),
    "Thông cáo": ("TC",),
    "Thông báo": ("TB",),
    "Hướng dẫn": ("HD",),
    "Chương trình": ("CTr", "CTHĐ"),
    "Kế hoạch": ("KH",),
    "Phương án": ("PA",),
    "Đề án": ("ĐA",),
    "Dự án": ("DA",),
    "Báo cáo": ("BC",),
    "Biên bản": ("BB",),
    "Tờ trình": ("TTr",),
    "Công điện": ("CĐ",),
    "Công văn": ("CV",),
    "Giấy mời": ("GM",),
    "Giấy giới thiệu": ("GGT",),
    "Nghị định": ("NĐ",),
    "Thông tư": ("TT",),
    "Thông tri": ("TT", "TTr"),
}
"""Kind → how symbols shorten it. Source: Nghị định 30/2020/NĐ-CP, Phụ lục III; Hướng dẫn 36-HD/VPTW."""
_LETTER = "Công văn"
"""Of the State's letters the symbol begins with whoever issues them: 05/TT-HĐND is no Thông tư."""
_FOR_THE_HEAD = re.compile(r"K/?T\.?\s+(.+)")


@rule(
    "paper-kind",
    "Chữ viết tắt tên loại trong số, ký hiệu đúng loại văn bản: KH là kế hoạch, QĐ là quyết định.",
)
def symbols_say_the_kind(facts: Facts) -> Iterator[Problem]:
    """Ensure a symbol that begins with the short form of a kind begins with that of its paper."""
    for document in facts.dossier.documents.documents:
        if document.symbol:
            yield from _another_kind(document.kind or "", document.symbol, document.at("symbol"))
    for citation in facts.dossier.citations.citations:
        if citation.number:
            yield from _another_kind(citation.kind, citation.number, citation.at("number"))


def _another_kind(kind: str, symbol: str, place: Place) -> Iterator[Problem]:
    own = _SHORT.get(kind.strip().capitalize())
    typed = next(
        (part for part in re.split(r"[-–/\s]+", symbol) if re.search(r"[^\W\d]", part)), ""
    )
    others = [name for name, ways in _SHORT.items() if typed in ways]
    if own and others and typed not in own and own is not _SHORT[_LETTER]:
        right = symbol.replace(typed, own[0], 1)
        yield (
            place,
            f"{quote(typed)} là chữ viết tắt của {quote(others[0].lower())}, mà văn bản là {quote(kind.lower())}; "
            f"hãy viết {quote(right)}, hoặc sửa loại (kind).",
        )


@rule(
    "sign-deputy", "Ký thay (K/T, KT.) người đứng đầu thì chức vụ ở dưới là cấp phó của chức vụ ấy."
)
def deputies_sign_for_heads(facts: Facts) -> Iterator[Problem]:
    """Ensure whoever signs for the head of a body is a deputy of that head.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7: «KT.» trước chức vụ của người đứng đầu, cấp phó ký;
    Hướng dẫn 36-HD/VPTW: K/T.
    """
    for document in facts.dossier.documents.documents:
        for signatory in document.signatories:
            head = next(
                (
                    found[1]
                    for line in signatory.authority
                    if (found := _FOR_THE_HEAD.fullmatch(line))
                ),
                "",
            )
            if not head or not isinstance(signatory.post, str) or _is_deputy(signatory.post, head):
                continue
            yield (
                signatory.at("post"),
                f"{quote(signatory.post)} không phải cấp phó của {quote(head)} mà ký thay (dòng authority); hãy "
                f"viết {quote(_deputy_of(head))}, hoặc sửa dòng ấy.",
            )


def _deputy_of(head: str) -> str:
    """What the deputy of a head is called."""
    is_minister = head.casefold().startswith("bộ trưởng")
    return f"Thứ{head[len('bộ') :]}" if is_minister else f"Phó {head}"


def _is_deputy(post: str, head: str) -> bool:
    """Whether a post begins as that of a deputy does; «Phó Chủ tịch Thường trực» is one of «Chủ tịch»."""
    return post.casefold().split()[:2] == _deputy_of(head).casefold().split()[:2]
