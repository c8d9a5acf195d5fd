"""Of the file as a whole: what it says of itself, what it holds besides the paper, that it shows the paper."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from archiving.checks.table import check, difference, quoted, squeezed
from archiving.filing import Filed
from archiving.properties import LANGUAGE
from archiving.reading import Tagged


@check(
    "Tên văn bản ghi trong tệp, phần mềm đọc hiện tên ấy",
    "người nghe máy đọc và người tra kho biết là văn bản nào",
    "PDF/UA-1 7.1; WCAG 2.4.2",
)
def title(filed: Filed, tagged: Tagged) -> Iterator[str]:
    """The title in both places where readers look, and shown."""
    wanted = filed.properties.title
    described = str(tagged.metadata.get("dc:title", ""))
    for place, found in (("Info", str(tagged.pdf.docinfo.get("/Title", ""))), ("XMP", described)):
        if found != wanted:
            yield f"{place} ghi {quoted(found)}, phải là {quoted(wanted)}"
    if not tagged.pdf.Root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle"):
        yield "phần mềm đọc sẽ hiện tên tệp thay cho tên văn bản"


@check(
    "Ghi rõ cơ quan ban hành, số, ngày, trạng thái và mã dữ liệu như hồ sơ",
    "kho lưu trữ lập danh mục mà không phải mở tệp",
    "PDF/A-2 6.6.2; Dublin Core",
)
def properties(filed: Filed, tagged: Tagged) -> Iterator[str]:
    """The properties in XMP are those of the dossier, no more and no less."""
    own = filed.properties
    wanted = {
        "dc:creator": own.issuers,
        "dc:description": (own.subject,),
        "dc:identifier": (own.number,),
        "dc:date": (own.day,),
        "dc:type": (own.kind,),
        "dc:source": (own.origin,),
    }
    for name, values in wanted.items():
        found = tagged.metadata.get(name, ())
        told = "; ".join([found] if isinstance(found, str) else sorted(found))
        if told != "; ".join(sorted(values)):
            yield f"{name} ghi {quoted(told)}, hồ sơ có {quoted('; '.join(values))}"


@check("Ngôn ngữ là tiếng Việt", "máy đọc đọc đúng giọng", "PDF/UA-1 7.2; WCAG 3.1.1")
def language(filed: Filed, tagged: Tagged) -> Iterator[str]:
    """The language of the file."""
    found = str(tagged.pdf.Root.get("/Lang", ""))
    if found != LANGUAGE:
        yield f"ghi {quoted(found)}, phải là {quoted(LANGUAGE)}"


@check(
    "Không tự nhận là hợp chuẩn nào",
    "chưa ai chứng nhận; nhận là nói điều không ai nói",
    "quy ước của hồ sơ",
)
def no_claim(filed: Filed, tagged: Tagged) -> Iterator[str]:
    """No identification of PDF/UA or PDF/A."""
    for name in tagged.metadata:
        if "/pdfua/" in name or "/pdfa/" in name:
            yield f"XMP có {name}"


@check(
    "Không có ô biểu mẫu",
    "con số và nút trên màn hình không thành ô để điền trên giấy",
    "PDF/UA-1 7.18.4; quy ước của hồ sơ",
)
def no_forms(filed: Filed, tagged: Tagged) -> Iterator[str]:
    """Neither tags nor fields of a form."""
    if forms := tagged.elements("Form"):
        yield f"{len(forms)} thẻ Form, thẻ đầu là {quoted(tagged.text_of(forms[0]))}"
    if "/AcroForm" in tagged.pdf.Root:
        yield "tệp có biểu mẫu (AcroForm)"
    for number, page in enumerate(tagged.pdf.pages, start=1):
        if any(note.get("/Subtype") == Name.Widget for note in page.get("/Annots", Array())):
            yield f"trang {number} có ô biểu mẫu"


@check(
    "Không mã hóa, không kịch bản, không tệp đính kèm",
    "mở được sau nhiều năm, không chạy gì",
    "PDF/A-2 6.1.3, 6.5.1, 6.8",
)
def nothing_active(filed: Filed, tagged: Tagged) -> Iterator[str]:
    """Nothing that runs, hides or hangs on."""
    root = tagged.pdf.Root
    names = root.get("/Names", Dictionary())
    if tagged.pdf.is_encrypted:
        yield "tệp bị mã hóa"
    for place, key in (
        (root, "/OpenAction"),
        (root, "/AA"),
        (names, "/JavaScript"),
        (names, "/EmbeddedFiles"),
    ):
        if key in place:
            yield f"tệp có {key[1:]}"


@check(
    "Phông chữ nhúng đủ, chữ nào cũng tra ra được ký tự",
    "in và tìm đúng chữ trên máy không có phông ấy",
    "PDF/A-2 6.2.11; PDF/UA-1 7.21",
)
def fonts(filed: Filed, tagged: Tagged) -> Iterator[str]:
    """Each font lies in the file and names its letters."""
    told: set[str] = set()
    for page in tagged.pdf.pages:
        for font in page.get("/Resources", Dictionary()).get("/Font", Dictionary()).values():
            name = str(font.get("/BaseFont", font.get("/Subtype")))
            if name not in told and not _is_embedded(font):
                told.add(name)
                yield f"phông {name[1:]} không nhúng"
    if unread := sum("\N{REPLACEMENT CHARACTER}" in run.text for run in tagged.runs):
        yield f"{unread} đoạn có chữ không tra ra được ký tự"


def _is_embedded(font: pikepdf.Object) -> bool:
    if font.Subtype == Name.Type3:  # drawn in the file itself
        return True
    described = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = described.get("/FontDescriptor", Dictionary())
    return any(
        isinstance(descriptor.get(key), Stream) for key in ("/FontFile", "/FontFile2", "/FontFile3")
    )


@check(
    "Từng trang có đúng chữ như lệnh in của trình duyệt",
    "tệp lưu nói đúng những gì tờ in ra nói",
    "quy ước của hồ sơ",
)
def same_print(filed: Filed, tagged: Tagged) -> Iterator[str]:
    """Sheet by sheet the same letters as on the paper that anybody prints."""
    found = ["" for _ in tagged.pdf.pages]
    for run in tagged.runs:
        found[run.page] += run.text
    if len(found) != len(filed.plain):
        yield f"tệp có {len(found)} trang, trình duyệt in {len(filed.plain)}"
    for number, (wanted, got) in enumerate(zip(filed.plain, found, strict=False), start=1):
        for told in difference(squeezed(wanted), squeezed(got)):
            yield f"trang {number}, {told}"
