"""Rules on documents: each is laid out in the regime of its body, and issued when it is settled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from conference.facts import Facts
from conference.findings import Place, quote
from conference.models import Open
from conference.models.documents import Document
from conference.models.fields import pointers_of
from conference.models.record import Record
from conference.regimes import REGIMES
from conference.rule import Problem, rule
from conference.wording import blank_in_label, blank_in_line, canonical, short_date

_PARTY = re.compile(
    r"(?i)(?:tỉnh|thành|huyện|quận|thị|đảng) ủy|đảng (?:bộ|đoàn)|chi bộ|ban thường vụ|"
    r"ban chấp hành (?:đảng bộ|chi bộ|trung ương đảng)|ban (?:dân vận|tuyên giáo|nội chính|tổ chức) |"
    r"(?:văn phòng|ủy ban kiểm tra|ban .*) (?:tỉnh|thành|huyện|quận|thị|đảng) ủy"
)
_STATE = re.compile(
    r"(?i)ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|bộ [^đ]|sở |tổng cục|cục |chi cục|"
    r"bảo hiểm xã hội|thanh tra|kho bạc|chính phủ|tòa án|viện kiểm sát"
)


@rule(
    "document-regime",
    "Thể thức của văn bản là thể thức của cơ quan ban hành: văn bản Nhà nước không mang tiêu đề của Đảng, "
    "văn bản Đảng không mang quốc hiệu.",
)
def regime_fits_the_body(facts: Facts) -> Iterator[Problem]:
    """Ensure no Party title stands over a State paper, nor the motto over a Party one.

    Source: Hướng dẫn 36-HD/VPTW and Nghị định 30/2020/NĐ-CP each name the bodies they are for. A
    body is known by the words its name begins with; one that is neither is left alone.
    """
    names = {unit.id: unit.name for unit in facts.dossier.units.units}
    for document in facts.dossier.documents.documents:
        party = REGIMES[document.regime].is_party
        own, other = (_PARTY, _STATE) if party else (_STATE, _PARTY)
        issuers = [(issuer, canonical(names.get(issuer.unit, ""))) for issuer in document.issuers]
        fitting = next((name for _, name in issuers if own.match(name)), "")
        right = "state-30" if party else "party-36 (đến giữa năm 2026) hoặc party-05"
        for issuer, name in issuers:
            if not other.match(name):
                continue
            told = f"{quote(name)} không ra văn bản theo thể thức {quote(document.regime)}"
            line = issuer.at("unit").line
            if fitting:
                yield (
                    issuer.at("unit"),
                    f"{told}, mà {quote(fitting)} cùng ban hành thì theo thể thức ấy; hãy bỏ một trong hai "
                    "cơ quan, hoặc ghi thành hai văn bản.",
                )
                continue
            yield (
                document.at("regime"),
                f"{told}; hãy viết regime: {right}, hoặc sửa cơ quan ban hành ở dòng {line}.",
            )


@rule(
    "document-mark",
    "Dòng quyền hạn mở đầu bằng đúng chữ của thể thức: T/M, K/T, T/L (Đảng); TM., KT., TL. (Nhà nước).",
)
def marks_belong_to_the_regime(facts: Facts) -> Iterator[Problem]:
    """Ensure each line of authority begins with a mark of the document's regime.

    Source: Hướng dẫn 36-HD/VPTW (T/M), Nghị định 30/2020/NĐ-CP, Phụ lục I (TM.).
    """
    for document in facts.dossier.documents.documents:
        marks = REGIMES[document.regime].marks
        for signatory in document.signatories:
            for index, line in enumerate(signatory.authority):
                mark, _, rest = line.partition(" ")
                if mark in marks and rest.strip():
                    continue
                meant = next((m for m in marks if _letters(m) == _letters(mark)), "")
                advice = (
                    f"hãy viết {quote(f'{meant} {rest}'.strip())}"
                    if meant and rest.strip()
                    else f"hãy mở đầu bằng một trong các chữ: {', '.join(marks)}, rồi tên cơ quan hay chức vụ"
                )
                yield (
                    signatory.at("authority", index),
                    f"{quote(line)} không đúng cách ghi quyền hạn của thể thức "
                    f"{quote(document.regime)}; {advice}.",
                )


def _letters(mark: str) -> str:
    return re.sub(r"\W", "", mark).upper()


@rule("document-symbol", "Ký hiệu viết theo thể thức: KH/HU (Đảng), KH-UBND (Nhà nước).")
def symbols_belong_to_the_regime(facts: Facts) -> Iterator[Problem]:
    """Ensure number and symbol come together, the symbol as its regime writes it.

    Source: Hướng dẫn 36-HD/VPTW: Số 15-NQ/TU; Nghị định 30/2020/NĐ-CP: Số: 05/QĐ-UBND.
    """
    for document in facts.dossier.documents.documents:
        regime = REGIMES[document.regime]
        if document.symbol and not regime.symbol.fullmatch(document.symbol):
            turned = document.symbol.translate(str.maketrans("/-", "-/"))
            right = turned if regime.symbol.fullmatch(turned) else regime.symbol_example
            yield (
                document.at("symbol"),
                f"ký hiệu {quote(document.symbol)} không theo thể thức {quote(document.regime)}; "
                f"hãy viết như {quote(right)}.",
            )
        if document.symbol is None and document.number is not None:
            yield (
                document.at("number"),
                "có số mà thiếu ký hiệu; hãy thêm dòng symbol, hoặc xóa dòng number nếu văn bản "
                "không đánh số.",
            )
        elif document.symbol is not None and document.number is None:
            yield (
                document.at("symbol"),
                "có ký hiệu mà thiếu số; hãy thêm dòng number, chưa có số thì ghi open.",
            )


@rule("basis-unknown", "Căn cứ, nguồn của con số và ngày phải có trong citations.yml.")
def citations_exist(facts: Facts) -> Iterator[Problem]:
    """Ensure every id of a citation leads to one: bases of a document, sources of a fact."""
    known = {citation.id for citation in facts.dossier.citations.citations}
    if not (facts.whole("citations") or facts.dossier.citations.absent):
        return
    for pointer in pointers_of(facts.dossier, "citation"):
        if pointer.text not in known:
            yield (
                pointer.place,
                f"không có văn bản dẫn {quote(pointer.text)} trong citations.yml; "
                "hãy sửa mã, hoặc thêm văn bản ấy vào citations.yml.",
            )


_Blank = Callable[[str], str]
"""The blank that stands in a text, or ""."""


def _settled(document: Document) -> Iterator[tuple[Record, str, _Blank]]:
    """What issuing needs: the record, its field, and what a blank in it looks like."""
    for key in ("kind", "about", "symbol", "number", "place", "date", "circulation"):
        yield document, key, blank_in_label
    yield document, "addressees", blank_in_line
    for issuer in document.issuers:
        yield issuer, "superior", blank_in_label
    for recipient in document.distribution:
        for key in ("to", "purpose", "code"):
            yield recipient, key, blank_in_line
    for signatory in document.signatories:
        for key in ("authority", "post", "name", "second_post"):
            yield signatory, key, blank_in_label


def _values(record: Record, key: str) -> Iterator[tuple[Place, object]]:
    """The value of a field, or each of its values, and where it stands."""
    value = getattr(record, key)
    if isinstance(value, list):
        yield from ((record.at(key, index), one) for index, one in enumerate(value))
    else:
        yield record.at(key), value


@rule(
    "issue-open",
    "Văn bản chỉ ban hành (status: issued) khi đã có số, ngày và người ký, không còn chỗ để điền.",
)
def issued_is_settled(facts: Facts) -> Iterator[Problem]:
    """Ensure nothing that is printed of a document is open or a blank once it is called issued.

    Source: the components of Hướng dẫn 36-HD/VPTW and Nghị định 30/2020/NĐ-CP: number, day, signer.
    """
    for document in facts.dossier.documents.documents:
        if document.status != "issued":
            continue
        for record, key, blank_in in _settled(document):
            for place, value in _values(record, key):
                if isinstance(value, Open):
                    place, what = (
                        value.at("open"),
                        f"{type(record).model_fields[key].title} còn để open",
                    )
                elif isinstance(value, str) and (blank := blank_in(value)):
                    what = f"{quote(value)} là chỗ để điền"
                    if blank != value:
                        what = f"{quote(value)} còn chỗ để điền {quote(blank)}"
                else:
                    continue
                yield (
                    place,
                    f"{what}, nên chưa ghi status: issued được; hãy điền {key}, "
                    "hoặc ghi lại status: draft.",
                )


@rule("issue-draft", "Văn bản đã ban hành (status: issued) thì không còn ghi lần dự thảo.")
def issued_is_no_draft(facts: Facts) -> Iterator[Problem]:
    """Ensure a document is not both issued and some draft: its papers would say the one, the data both."""
    for document in facts.dossier.documents.documents:
        if document.status == "issued" and document.draft is not None:
            yield (
                document.at("draft"),
                f"ghi dự thảo lần {document.draft} trong khi status là issued; hãy xóa dòng draft, "
                "hoặc ghi lại status: draft.",
            )


@rule(
    "document-date",
    "Ngày ban hành, khi đã có, thuộc năm tổng kết hoặc năm họp.",
    needs=("conference",),
)
def issued_in_its_year(facts: Facts) -> Iterator[Problem]:
    """Ensure a document is dated in the year that is summed up, or in that of the meeting."""
    conference = facts.dossier.conference
    first, last = conference.year, conference.meeting_year
    if first is None or last is None:
        return
    for document in facts.dossier.documents.documents:
        if isinstance(document.date, date) and not first <= document.date.year <= last:
            yield (
                document.at("date"),
                f"ngày ban hành {short_date(document.date)} không thuộc năm {first}; hãy sửa ngày, "
                "hoặc ghi năm họp (time: year) nếu họp vào năm sau.",
            )


@rule(
    "distribution-above",
    "Nơi nhận ghi «Như trên» thì văn bản phải có «Kính gửi» (addressees).",
)
def those_above_are_there(facts: Facts) -> Iterator[Problem]:
    """Ensure those whom the distribution calls «as above» stand above."""
    for document in facts.dossier.documents.documents:
        for recipient in () if document.addressees else document.distribution:
            if recipient.to.casefold().startswith("như trên"):
                yield (
                    recipient.at("to"),
                    f"{quote(recipient.to)} chỉ nơi ghi sau «Kính gửi», mà văn bản chưa có addressees; hãy thêm "
                    "addressees, hoặc ghi tên nơi nhận.",
                )
