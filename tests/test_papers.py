"""What the front matter of a page says of its paper is what the print set offers."""

import re

import pytest
from folders import FULL, PLAN, STATE, copy_of
from lxml import html
from printed import build
from reading import words

from conference.audience import Audience
from conference.folders import dossier_folder
from conference.opening import open_publication

pytestmark = pytest.mark.every(2)


@pytest.fixture
def plan(tmp_path):
    """A copy of the plan's dossier."""
    return copy_of(PLAN, tmp_path / "plan")


@pytest.mark.parametrize(
    ("line", "chosen", "copies"),
    [
        *[("", True, ""), ("copies: 3\n", True, "3"), ("copies: 1\n", True, "1")],
        *[("copies: 0\n", False, ""), ("audience: staff\n", False, "")],
        ("audience: staff\ncopies: 2\n", True, "2"),
    ],
)
def test_the_print_set_offers_the_copies_of_the_page(plan, line, chosen, copies):
    page = plan / "docs/tit-chu.md"
    typed = page.read_text("utf-8").replace("paper: banner\n", f"paper: banner\n{line}")
    page.write_text(typed, "utf-8")
    checked = open_publication(dossier_folder(plan), audience=Audience.STAFF)
    assert checked.publication, checked.findings
    block = checked.publication.answer(checked.publication.page("bo-in"), "print_set_form", ())
    (row,) = html.fromstring(block).xpath('//tr[@data-page="tit-chu"]')
    (tick,), (number,) = (
        row.xpath(".//input[@type='checkbox']"),
        row.xpath(".//input[@type='number']"),
    )
    assert ("checked" in tick.attrib, number.get("value")) == (chosen, copies)


def test_two_pages_of_the_set_may_give_a_heading_one_id(plan):
    """The set joins them on one page: each heading has its own id there, and links to it follow."""
    page = plan / "docs/khen-thuong.md"
    link = "\n[Danh sách](#danh-sach) đính kèm.\n"
    page.write_text(page.read_text("utf-8").replace("#danh-sach-khen-thuong", "#danh-sach") + link)
    checked = open_publication(dossier_folder(plan))
    assert checked.publication, checked.findings
    text = checked.publication.answer(checked.publication.page("bo-in"), "print_set", ())
    ids = re.findall(r"(?m)^#+ .*\{ #([\w-]+)", text)
    assert {"dai-bieu--danh-sach", "khen-thuong--danh-sach"} <= set(ids)
    assert len(ids) == len(set(ids))
    assert "[Danh sách](#khen-thuong--danh-sach)" in text


def told(dossier, *rules: str) -> list[str]:
    """What is told of the print set, or by other rules."""
    findings = open_publication(dossier_folder(dossier)).findings
    lines = [str(finding) for finding in findings if finding.rule in (rules or ("page-set",))]
    return [line.removeprefix(f"{dossier}/") for line in lines]


@pytest.mark.parametrize(
    ("second", "sentence", "said"),
    [
        ("II", "Chi tiết tại Phụ lục I và II kèm theo văn bản này.", []),
        ("2", "Chi tiết tại phụ lục số 2.", []),
        ("III", "Chi tiết tại Phụ lục I.", ["đánh số «III» mà", "đến lượt «II»"]),
        ("II", "Chi tiết tại Phụ lục VII.", ["«VII» gõ tay"]),
        ("II", "Theo Phụ lục I Nghị định số 30/2020/NĐ-CP.", ["số «I» gõ tay", "30/2020/NĐ-CP"]),
    ],
)
def test_appendices_number_themselves_in_order_and_may_be_named(plan, second, sentence, said):
    first = {"2": "1"}.get(second, "I")
    rest = ("3", "4", "5") if second == "2" else ("III", "IV", "V")
    numerals = (first, second, *rest)
    appendices = ("chuong-trinh", "dai-bieu", "khen-thuong", "phan-cong")
    for name, numeral in zip(appendices, numerals, strict=False):
        page = plan / f"docs/{name}.md"
        typed = re.sub(r"(?m)^# ", f"# Phụ lục {numeral}<br>", page.read_text("utf-8"), count=1)
        page.write_text(typed, "utf-8")
    page = plan / "docs/ke-hoach.md"
    page.write_text(
        page.read_text("utf-8").replace("{{ document_foot", f"{sentence}\n\n{{{{ document_foot")
    )
    found = told(plan, "page-document", "typed-number", "cited-paper")
    assert all(any(part in line for line in found) for part in said), found
    assert bool(found) == bool(said)


def test_an_appendix_without_a_number_among_numbered_ones_is_told(plan):
    page = plan / "docs/dai-bieu.md"
    page.write_text(page.read_text("utf-8").replace("\n# ", "\n# Phụ lục II<br>", 1), "utf-8")
    found = told(plan, "page-document")
    assert len(found) == 3 and "«Phụ lục I» ở đầu đề mục lớn" in found[0], found


def test_more_papers_than_the_set_has_room_for_are_told(plan):
    settings, entries = plan / "mkdocs.yml", ""
    for number in range(1, 20):
        text = f"---\npaper: sheet\n---\n# Tờ {number} {{ #to-{number} }}\n"
        (plan / f"docs/to-{number}.md").write_text(text, "utf-8")
        entries += f"  - Tờ {number}: to-{number}.md\n"
    settings.write_text(f"{settings.read_text('utf-8').rstrip()}\n{entries}", "utf-8")
    (line,) = told(plan)
    assert line.startswith("docs/to-18.md:1:1: lỗi: bộ in có 26 văn bản, nhiều nhất là 24")


@pytest.mark.parametrize(
    ("calls", "advice"),
    [
        ("", "2:8: lỗi: trang có paper: set phải gọi {{ print_set() }}; hãy thêm"),
        ("{{ print_set() }}\n\n{{ print_set() }}", "14:1: lỗi: {{ print_set() }} chỉ gọi một lần"),
    ],
)
def test_the_page_of_the_set_prints_it_once(plan, calls, advice):
    page = plan / "docs/bo-in.md"
    page.write_text(page.read_text("utf-8").replace("{{ print_set() }}", calls), "utf-8")
    (line,) = told(plan)
    assert line.startswith(f"docs/bo-in.md:{advice}")


def test_other_pages_do_not_print_the_set(plan):
    page = plan / "docs/doi-chieu.md"
    page.write_text(page.read_text("utf-8") + "\n{{ print_set() }}\n", "utf-8")
    (line,) = told(plan)
    assert line.startswith("docs/doi-chieu.md:") and "chỉ trang có paper: set" in line


@pytest.fixture
def state(tmp_path):
    """A copy of the dossier of a State body: four documents, appendices of three."""
    return copy_of(STATE, tmp_path / "truc-tuyen")


def edit(dossier, file: str, old: str, new: str) -> None:
    text = (dossier / file).read_text("utf-8")
    assert text.count(old) == 1, (file, old)
    (dossier / file).write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "docs/ke-hoach.md",
            "paper: document",
            "paper: sheet",
            "docs/phu-luc.md:4:11: cảnh báo: trang này là phụ lục của văn bản «ke-hoach», mà chưa có trang "
            "nào in văn bản ấy; hãy thêm một trang có paper: document và document: ke-hoach",
        ),
        (
            "docs/phu-luc.md",
            "document: ke-hoach",
            "document: phu-luc-lien-tich",
            "docs/phu-luc.md:4:11: lỗi: không có văn bản «phu-luc-lien-tich» trong documents.yml.",
        ),
        (
            "docs/phu-luc.md",
            "paper: appendix",
            "paper: document",
            "docs/phu-luc.md:4:11: lỗi: văn bản «ke-hoach» đã in ở trang ke-hoach.md; hãy ghi mã của "
            "văn bản khác, hoặc ghi paper: appendix",
        ),
    ],
)
def test_a_page_of_no_document_or_of_one_printed_already_is_told(state, file, old, new, said):
    edit(state, file, old, new)
    lines = told(state, "page-document")

    assert len(lines) == 1 and lines[0].startswith(said), lines


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("paper: document", "paper: documnt", "Có phải «document» không?"),
        ("paper: document", "paper: document # \a", "ký tự điều khiển"),
        ("document: ke-hoach", "document: ke-hoch", "Có phải «ke-hoach» không?"),
        ("---\ntitle", "--\ntitle", "hãy sửa «--» thành ---."),
    ],
)
def test_a_page_with_a_wrong_head_makes_no_other_page_wrong(state, old, new, said):
    edit(state, "docs/ke-hoach.md", old, new)
    found = told(state, "page-document", "page-paper", "page-front", "file-control")

    assert [one.split(":")[0] for one in found] == ["docs/ke-hoach.md"]
    assert said in found[0]


def test_a_unit_that_only_a_page_names_is_used(state):
    units = state / "data/units.yml"
    new = (
        "\n  - id: moi-goi\n    name: Cơ quan Được gọi\n  - id: moi-thua\n    name: Cơ quan Thừa\n"
    )
    units.write_text(units.read_text("utf-8").rstrip() + new, "utf-8")
    page = state / "docs/ke-hoach.md"
    page.write_text(page.read_text("utf-8") + '\nGiao {{ unit("moi-goi") }} lo.\n', "utf-8")
    (found,) = told(state, "unit-unused")

    assert "cảnh báo: đơn vị «moi-thua» chưa được nhắc đến ở đâu" in found


def test_a_document_on_paper_says_which_it_is(state):
    (state / "docs/moi.md").write_text("---\ntitle: Mới\npaper: document\n---\nChào.\n", "utf-8")
    edit(state, "mkdocs.yml", "  - Bộ in", "  - Mới: moi.md\n  - Bộ in")
    (line,) = told(state, "page-document")

    assert line.startswith("docs/moi.md:2:8: lỗi: trang in một văn bản, mà đầu trang chưa ghi")
    assert "hãy thêm dòng document: …" in line


def test_two_documents_of_one_id_are_told_where_the_second_stands(state):
    edit(state, "data/documents.yml", "  - id: cong-van", "  - id: lien-tich")
    (line,) = told(state, "id-repeated")

    assert line.startswith("data/documents.yml:75:9: lỗi: mã «lien-tich» đã dùng ở dòng 41")


@pytest.mark.parametrize("key", ["issuers", "signatories"])
def test_a_document_without_issuer_or_signer_is_told(state, key):
    documents = state / "data/documents.yml"
    lines = documents.read_text("utf-8").split("\n")
    start = lines.index(f"    {key}:")
    end = next(i for i in range(start + 1, len(lines)) if not lines[i].startswith("      "))
    documents.write_text("\n".join([*lines[:start], *lines[end:]]), "utf-8")
    (line,) = told(state, "missing-key")

    assert line.startswith("data/documents.yml:6:5: lỗi: thiếu mục") and f"«{key}: …»" in line


ISSUED, DRAFT = "ke-hoach", "cong-van"


def blanks(dossier, page: str, text: str) -> list[str]:
    """What is told to be a blank in a paragraph added to a page, and its column."""
    edit(
        dossier, f"docs/{page}.md", "{{ document_foot() }}", f"{text}\n\n{{{{ document_foot() }}}}"
    )
    return [line.split(":", 2)[2].partition(" là chỗ")[0] for line in told(dossier, "page-blank")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Gửi trước ngày … tháng … tới.", ["11: lỗi: «ngày …»", "18: lỗi: «tháng …»"]),
        ("Theo số …/QĐ của Bộ.", ["6: lỗi: «số …»"]),
        ("Trước ngày ....... tới.", ["7: lỗi: «ngày .......»"]),
        ("Đồng chí xx chủ trì.", ["10: lỗi: «xx»"]),
        ("Người lập (ghi rõ họ tên).", ["11: lỗi: «(ghi rõ họ tên)»"]),
        ("Các sở, ngành… và các đơn vị khác...", []),
        ("Đồng chí: …", []),
        ("Gửi danh sách (ghi rõ họ tên, chức vụ) về cơ quan.", []),
        ("Theo tinh thần Đại hội XX.", []),
        ("Đồng chí Nguyễn Văn A chủ trì.", []),
    ],
)
def test_a_blank_in_the_text_of_an_issued_document_is_told(state, text, said):
    assert blanks(state, ISSUED, text) == said


def test_a_draft_may_hold_blanks(state):
    assert blanks(state, DRAFT, "Gửi trước ngày … tháng … tới.") == []


def test_a_page_names_the_number_and_day_of_its_document(tmp_path):
    full = copy_of(FULL, tmp_path / "full")
    page = full / "docs/ke-hoach.md"
    said = "Kế hoạch số {{ document.number }}-KH/HU, {{ bases.total }} căn cứ, {{ distribution.total }} dòng"
    text = page.read_text("utf-8").replace("{{ document_foot", f"{said}.\n\n{{{{ document_foot", 1)
    page.write_text(text, "utf-8")
    assert told(full, "page-figure", "page-name", "typed-number") == []
    build(full, full / "site")
    shown = words(html.parse(full / "site/ke-hoach.html").getroot())
    assert re.search(r"Kế hoạch số \d+-KH/HU, \d+ căn cứ, \d+ dòng\.", shown)
