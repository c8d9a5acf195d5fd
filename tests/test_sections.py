"""Sections of a page: their numbers count, references to them follow; notes stand before the signature."""

import re
from pathlib import Path

import pytest
from folders import FULL, settings_of
from lxml import html
from one_page import PageOfThePlan, plan
from reading import article, words

from conference.guard import guard
from conference.pages.checks import wrong_pages
from conference.pages.page import load_pages, read_page, read_settings
from conference.pages.sections import sections_of

pytestmark = pytest.mark.every(2)

HEAD = "---\ntitle: Thử\npaper: document\n---\n"


PLAN_OF_FULL = (FULL / "docs/ke-hoach.md").read_text("utf-8")


class OnePage:
    """A dossier of one page and the plan's facts."""

    def __init__(self, root: Path) -> None:
        self.docs = root / "docs"
        self.docs.mkdir()
        settings = settings_of(FULL).split("nav:\n")[0] + "nav:\n  - Thử: thu.md\n"
        (root / "mkdocs.yml").write_text(settings, "utf-8")
        self.settings, _ = read_settings(root / "mkdocs.yml", "mkdocs.yml")

    def told(self, typed: str) -> list[str]:
        (self.docs / "thu.md").write_text(f"{HEAD}# Thử {{ #thu }}\n\n{typed}\n", "utf-8")
        pages, findings = load_pages(self.docs, "docs")
        facts = plan().facts
        findings += [
            *wrong_pages(pages, self.settings, self.docs, facts),
            *guard(facts, pages).findings,
        ]
        return [str(finding) for finding in sorted(findings)]


@pytest.fixture
def dossier(tmp_path: Path) -> OnePage:
    return OnePage(tmp_path)


@pytest.fixture(scope="module")
def page() -> PageOfThePlan:
    return PageOfThePlan("ke-hoach")


# --- Numbers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("#### I. a\n\n#### II. b\n\n#### IV. c\n\n#### V. d", "2:IV→III 3:V→IV"),
        ("#### I. a\n\n#### II. b\n\n#### II. c", "2:II→III"),
        ("#### 1. a\n\n#### 3. b", "1:3→2"),
        ("#### 1. a\n\n##### 2.1. b", "1:2.1→1.1"),
        ("#### 1. a\n\n##### 1.1. b\n\n##### 1.3. c\n\n###### 1.2.1 d", "2:1.3→1.2"),
        ("#### 1. a\n\n1.1. b\n\n1.3. c", "2:1.3→1.2"),
        ("#### a) a\n\n#### c) b", "1:c→b"),
        ("a) a\n\nb) b\n\nd) c", "2:d→c"),
        ("b) a", "0:b→a"),
        ("#### Chương I\n\n##### Mục 1. a\n\n#### Chương III\n\n##### Mục 1. b", "2:III→II"),
        ("#### Phần II", "0:II→I"),
        ("Điều 1. a\n\nĐiều 3. b", "1:3→2"),
    ],
)
def test_a_number_out_of_order_is_told_with_the_one_that_is_due(page, typed, wrong):
    line, told = page.told(typed)
    # Blocks are two lines apart.
    found = [
        re.fullmatch(r"docs/ke-hoach.md:(\d+):\d+: lỗi: số «(.*)» của mục .* «(.*)»; .*", one)
        for one in told
    ]
    assert all(found), told
    assert wrong == " ".join(f"{(int(f[1]) - line) // 2}:{f[2]}→{f[3]}" for f in found)


@pytest.mark.parametrize(
    "typed",
    [
        "#### I. a\n\n##### 1. b\n\n##### 2. c\n\n#### II. d\n\n##### 1. e",
        "#### 1. a\n\n##### 1.1. b\n\n##### 1.2 c\n\n###### 1.2.1. d\n\n#### 2. e\n\n##### 2.1. f",
        "#### I. a\n\n1.1. b\n\n1.2. c",
        "#### a) a\n\n#### b) b\n\na) c\n\nb) d\n\na) e",
        "#### Phần I\n\n##### Chương I\n\n##### Chương II\n\n#### Phần II\n\n##### Chương III",
        "##### Chương I\n\n###### Mục 1\n\n###### Mục 2\n\n##### Chương II\n\n###### Mục 1",
        "a) a\n\nb) b\n\nc) c\n\nd) d\n\nđ) đ\n\ne) e\n\ng) g",
    ],
)
def test_numbers_in_order_pass(page, typed):
    assert page.told(typed)[1] == []


# --- References ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headings", "number"),
    [
        ("## II. a { #a }", "II"),
        ("## II. a\n\n### 4. b { #a }", "II.4"),
        ("## II. a\n\n### 4. b\n\n#### 4.2. c { #a }", "II.4.2"),
        ("## II. a\n\n### 4. b\n\n#### c) c { #a }", "II.4.c"),
        ("## 4. b\n\n### 4.2 c { #a }", "4.2"),
        ("## Chương I\n\n### Điều 5. b { #a }", "Điều 5"),
        ("## Phần I\n\n### II. b { #a }", "Phần I.II"),
        ("## II. a\n\n## b { #a }", ""),
        ("```\n## II. a { #a }\n```\n\n## III. b { #a }", "III"),
    ],
)
def test_a_section_is_known_by_the_numbers_above_it(headings, number):
    read, _ = read_page("thu", f"{HEAD}{headings}\n", "docs/thu.md")
    assert sections_of(read)["a"] == number


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ('{{ section("chuong-trinh-hoi-ngi") }}', "Có phải «chuong-trinh-hoi-nghi» không?"),
        ('{{ section("mat-roi") }}', "không có đề mục nào mang mã «mat-roi»"),
        ('#### Đề mục { #tran }\n\n{{ section("tran") }}', "đề mục «tran» không đánh số"),
        ("{{ section() }}", 'hãy viết section("mã-đề-mục").'),
        ("{{ section(noi-dung) }}", 'có lẽ là {{ section("noi-dung") }}.'),
    ],
)
def test_a_reference_to_no_section_is_told(page, typed, advice):
    assert advice in "\n".join(page.told(typed)[1])


def test_a_reference_reads_as_the_section_it_names(full_site):
    assert '{{ section("chuong-trinh-hoi-nghi") }}' in PLAN_OF_FULL
    tree = html.parse(full_site / "ke-hoach.html").getroot()
    (link,) = article(tree).cssselect('a[href="#chuong-trinh-hoi-nghi"]')
    (heading,) = tree.cssselect("#chuong-trinh-hoi-nghi")
    above = heading.xpath("preceding::h2[1]")[0]
    assert words(link) == f"{words(above).split('.')[0]}.{words(heading).split('.')[0]}"


def test_a_reference_follows_when_sections_move():
    moved = PLAN_OF_FULL.replace("## I. MỤC ĐÍCH", "## I. PHẦN ĐẦU\n\n## II. MỤC ĐÍCH")
    moved = moved.replace("## II. NỘI DUNG", "## III. NỘI DUNG").replace("### 4.", "### 5.")
    read, _ = read_page("ke-hoach", moved, "docs/ke-hoach.md")
    assert sections_of(read)["chuong-trinh-hoi-nghi"] == "III.5"


# --- Notes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("chữ[^a]", "«[^a]» chưa có chú thích; hãy thêm vào cuối trang một dòng [^a]:"),
        ("[^a]: chữ", "«[^a]» không có chỗ nào gọi"),
        ("chữ[^a]\n\n[^a]:", "«[^a]» chưa có chữ nào"),
        ("chữ[^a] chữ[^a]\n\n[^a]: chữ", "«[^a]» đã gọi ở trên"),
        ("chữ[^a]\n\n[^a]: chữ\n\n[^a]: chữ", "«[^a]» đã có chú thích ở trên"),
        ("chữ[^1]\n\n[^1]: có 158 người", "số «158» gõ tay"),
        ("chữ[^1]\n\n[^1]: 158", "số «158» gõ tay"),
        ("chữ[^1]\n\n[^1]: chữ <script>", "thẻ HTML này không dùng được"),
    ],
)
def test_a_note_that_would_be_lost_is_told(dossier, typed, advice):
    assert advice in "\n".join(dossier.told(typed))


@pytest.mark.parametrize(
    "typed",
    [
        "chữ[^1], chữ[^x-2]\n\n[^x-2]: chữ\n    xuống dòng\n[^1]: chữ",
        "`[^1]`\n\n```\n[^a]: chữ\n```",
    ],
)
def test_notes_that_are_right_pass(dossier, typed):
    assert dossier.told(typed) == []


def test_notes_stand_between_the_text_and_the_signature(full_site):
    own = article(html.parse(full_site / "cong-van.html").getroot())
    (mark,) = own.cssselect("sup.note-mark a")
    (notes,) = own.cssselect(".notes")
    (note,) = notes.cssselect(mark.get("href"))
    assert words(mark) == "1" and words(note).startswith("1 Ban Dân vận")
    assert words(note.cssselect("em")[0]) == "Hội nghị"
    assert "document-foot" in notes.getnext().get("class")


def test_notes_of_the_print_set_are_those_of_their_paper(full_site):
    own = html.parse(full_site / "bo-in.html").getroot()
    (paper,) = own.cssselect('.sheet[data-page="cong-van"]')
    assert [words(mark) for mark in own.cssselect("sup.note-mark")] == ["1"]
    assert words(paper.cssselect(".notes")[0]) == words(paper.cssselect(".note")[0])
    assert "document-foot" in paper.cssselect(".notes")[0].getnext().get("class")


def test_notes_print_in_small_letters_under_the_text(printed):
    rows = [row for sheet in printed("full", "cong-van") for row in sheet.lines]
    texts = [row.text for row in rows]
    (note,) = [row for row in rows if row.text.endswith("gửi đề cương trước Hội nghị.")]
    assert note.size == pytest.approx(11, abs=0.1)
    assert texts.index("Đề nghị các đơn vị phối hợp thực hiện.") < rows.index(note)
    assert rows.index(note) < texts.index("Nơi nhận:")
    assert not any("↑" in text for text in texts)


# --- Lines that would run together ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "place", "advice"),
    [
        ("chữ:\n- a\n- b", "8:1", "«- a»: dòng này sẽ in nối liền vào dòng trên"),
        ("chữ:\n1. a\n1. b", "8:1", "«1. a»: dòng này"),
        ("a) chữ\nb) chữ", "8:1", "«b) chữ»: dòng này"),
        ("- chữ\n  - chữ", "8:3", "hãy thụt vào 4 dấu cách"),
        ("- chữ\n\n    - chữ\n\n      + chữ", "11:7", "hãy thụt vào 8 dấu cách"),
    ],
)
def test_lines_that_would_print_otherwise_than_typed_are_told(dossier, typed, place, advice):
    (told,) = dossier.told(typed)
    assert told.startswith(f"docs/thu.md:{place}: lỗi: ") and advice in told


@pytest.mark.parametrize(
    "typed",
    ["chữ\nchữ - chữ", "- chữ\n    - chữ\n        + chữ", "a) a\n\nb) b", "```\na\n- b\n```"],
)
def test_lines_that_print_as_typed_pass(dossier, typed):
    assert dossier.told(typed) == []
