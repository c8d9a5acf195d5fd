"""Numbers typed by hand and units spelt another way are told at their place, with what to type."""

import pytest
from folders import PLAN, DataFolder, copy_of
from one_page import CONTENT, PageOfThePlan

from conference.folders import dossier_folder
from conference.opening import open_publication

pytestmark = pytest.mark.every(8)


@pytest.fixture(scope="module")
def page():
    """The plan's page in memory: what is told when something is typed into it."""
    return PageOfThePlan("ke-hoach")


@pytest.fixture
def pages(tmp_path):
    """The folder of pages of a copy of the plan; `findings` reads it with its data."""
    return copy_of(PLAN, tmp_path / "plan") / "docs"


def findings(pages):
    return [str(f) for f in open_publication(dossier_folder(pages.parent)).findings]


def beside_markup(pages):
    """What is told of a page beside its links, tags and braces: here they only stand for any."""
    markup = ("[page-link]", "[page-html]", "[page-call]", "[page-markdown]")
    return [f for f in findings(pages) if not f.endswith(markup)]


def add(pages, text, page="ke-hoach.md", after=CONTENT):
    """Put text into a page and return the line it starts at."""
    path = pages / page
    before, anchor, rest = path.read_text(encoding="utf-8").partition(after)
    assert anchor
    path.write_text(f"{before}{anchor}\n{text}\n{rest}", encoding="utf-8")
    return (before + anchor).count("\n") + 2


def call(name):
    """How a page calls a figure: by its name, or in brackets where that has a hyphen."""
    return f'{{{{ figure("{name}") }}}}' if "-" in name else f"{{{{ {name} }}}}"


AWARDS = call("awards.ubnd-huyen.stated")
IN_WORDS = '{{ figure("awards.ubnd-huyen.stated", "words") }}'


@pytest.mark.parametrize(
    ("typed", "row", "column", "told"),
    [
        ("Tặng giấy khen cho 20 tập thể.", 0, 20, AWARDS),
        ("Tặng giấy khen cho hai mươi tập thể.", 0, 20, IN_WORDS),
        ("Tặng giấy khen cho **hai mươi** tập thể.", 0, 22, IN_WORDS),
        ("Có 08 Khối dân vận.", 0, 4, call("awards.ban-thuong-vu.stated")),
        ("Dự kiến 150 đại biểu.", 0, 9, call("delegates.stated")),
        ("Công tác năm 2022.", 0, 14, call("conference.year")),
        ("Đảng bộ huyện khóa XXVI.", 0, 20, call("conference.term")),
        ("Đoạn đầu,\ndòng sau có 28 tập thể.", 1, 13, call("awards.total")),
        ("- mục một\n- mục có 20 tập thể", 1, 10, AWARDS),
        ("1. đánh số\n2. có 20 tập thể", 1, 7, AWARDS),
        ("> trích 20 tập thể", 0, 9, AWARDS),
        ("| a | b |\n|---|---|\n| 20 | x |", 2, 3, "gõ tay"),
        ("#### Khen 20 tập thể { #khen-x }", 0, 11, AWARDS),
        ("<p>Khen 20 tập thể</p>", 0, 9, AWARDS),
        ("<em>Khen</em> 20 tập thể", 0, 15, AWARDS),
        ("[20 tập thể](khen-thuong.html)", 0, 2, AWARDS),
        ("![20 tập thể](x.png)", 0, 3, AWARDS),
        ("    thụt vào 20 tập thể", 0, 14, AWARDS),
        ("```text tiêu đề 1\nx\n```", 0, 17, "gõ tay"),
        ("  ```text\n  Có 158 đại biểu\n  ```", 1, 6, "gõ tay"),
        ("Dự kiến {.151 đại biểu} dự", 0, 11, "gõ tay"),
        ("#### 152. đại biểu được mời", 0, 6, "gõ tay"),
        ("Có `157` đại biểu", 0, 5, "gõ tay"),
        ("Đảng bộ khóa IIII.", 0, 14, "gõ tay"),
        ("Có １５５ đại biểu", 0, 4, "gõ tay"),
        ('<img alt="157 đại biểu" src="x.png">', 0, 11, "gõ tay"),
        ("Khen tám chi hội", 0, 6, "vừa đi với «chi hội»"),
        ("Khen vài chục hội viên.", 0, 10, "khai vào exceptions.yml"),
        ("Tất cả 777 tập thể.", 0, 8, "khai vào exceptions.yml"),
        ("Tất cả 12,5 phần trăm.", 0, 8, "không phải số nguyên, không khai vào dữ liệu được"),
        ("20) tập thể", 0, 1, "gõ tay"),
        ("20. tập thể", 0, 1, "gõ tay"),
        ("2022. năm ấy", 0, 1, "gõ tay"),
        ("- mục\n\n    20. tập thể", 2, 5, "gõ tay"),
        ("20. - tập thể", 0, 1, "gõ tay"),
        ("1. một việc\n20. tập thể", 1, 1, "gõ tay"),
        ('[xem](khen-thuong.html "20 tập thể")', 0, 25, AWARDS),
        ("[**xem**](khen.html '20 tập thể')", 0, 22, AWARDS),
        ('![](x.png "20 tập thể")', 0, 12, AWARDS),
        ('[xem][k]\n\n[k]: khen.html "20 tập thể"', 2, 17, AWARDS),
        ("```text\nCó 20 tập thể\n```", 1, 4, AWARDS),
        ("<!--> 20 tập thể -->", 0, 7, AWARDS),
        ("<!---> 20 tập thể -->", 0, 8, AWARDS),
        ("{% raw %}{{ 20 tập thể }}{% endraw %}", 0, 13, AWARDS),
        ('<div aria-description="20 tập thể"></div>', 0, 24, AWARDS),
        ('<div role="meter" aria-valuetext="20 tập thể"></div>', 0, 35, AWARDS),
        ('<p><meter value="20"></meter></p>', 0, 18, "gõ tay"),
        ('<ol start="20"><li>tập thể</li></ol>', 0, 12, "gõ tay"),
        ('<ol><li value="20">tập thể</li></ol>', 0, 16, "gõ tay"),
        ('<select><optgroup label="20 tập thể"></optgroup></select>', 0, 26, AWARDS),
        ("<b>2</b>0 tập thể", 0, 4, AWARDS),
        ("Khen <strong>XX</strong> tập thể", 0, 14, AWARDS),
        ("Văn hóa &amp; 20 tập thể", 0, 15, AWARDS),
        ("a \\* b 20 tập thể", 0, 8, AWARDS),
        ("[a &lt; b](x-20.html) 20 tập thể", 0, 23, AWARDS),
        ("Có `đại\nbiểu 157` dự", 1, 6, "gõ tay"),
        ("Khen XX tập thể.", 0, 6, AWARDS),
        ("#### II. Đề mục", 0, 6, "đến lượt «I»"),
        ("#### I. Đề mục\n\n#### IIII. Đề mục", 2, 6, "đến lượt «II»"),
        ('<data class="figure" data-figure="awards.total" value="9">9</data>', 0, 59, "gõ tay"),
    ],
)
def test_a_number_typed_in_a_page_is_told(page, typed, row, column, told):
    line, found = page.told(typed)
    (found,) = found

    assert found.startswith(f"docs/ke-hoach.md:{line + row}:{column}: lỗi: số «")
    assert told in found
    assert found.endswith("[typed-number]")


@pytest.mark.parametrize(
    ("typed", "row", "column"),
    [
        ("<!-- chưa đóng 20 tập thể", 0, 16),
        ("<!-- chưa đóng\n\nCó 20 tập thể", 2, 4),
        ("chữ <!-- chưa đóng >\n\n- 20 tập thể", 2, 3),
    ],
)
def test_a_comment_that_is_not_closed_hides_nothing(pages, typed, row, column):
    line = add(pages, typed, "tit-chu.md", "{{ banner() }}\n")
    told = "\n".join(findings(pages))

    assert f"tit-chu.md:{line + row}:{column}: lỗi: số «20» gõ tay" in told
    assert "ghi chú mở ở đây chưa đóng; hãy thêm -->" in told


def test_a_fence_that_is_not_closed_hides_nothing(page):
    line, found = page.told("```text\nCó 158 đại biểu")

    assert f"docs/ke-hoach.md:{line + 1}:4: lỗi: số «158»" in "\n".join(found)


@pytest.mark.parametrize(
    "typed",
    [
        'Tặng giấy khen cho {{ figure("awards.ubnd-huyen.stated") }} tập thể.',
        "Tặng giấy khen cho {{ awards.total | words }} tập thể.",
        'Theo {{ cite("quyet-dinh-224") }}.',
        "Theo Quyết định số 224-QĐ/HU ngày 29/12/2021.",
        "#### 1. Đề mục có số thứ tự",
        "#### I. Đề mục có số La Mã\n\n#### II. Đề mục sau",
        "#### C. Mác và V.I. Lênin",
        "1. mục của danh sách\n2. mục sau",
        "1. mục của danh sách\n1. mục sau\n\n   1. mục con",
        "[xem](khen-thuong.html 'Khen thưởng') và [đây](a-(20).html)",
        "[xem][k]\n\n[k]: khen-20.html 'Khen thưởng'",
        "<!-->-->",
        '<img alt="" data-title="20" src="20.png">',
        "[xem](khen-thuong.html#muc-20)",
        "Một trong những nhiệm vụ của năm nay.",
        "<!-- 20 tập thể -->",
    ],
)
def test_what_is_no_typed_number_passes(page, typed):
    assert page.told(typed)[1] == []


@pytest.mark.parametrize(
    "typed",
    [
        "``` { .yaml .example }\nstated: 20\n```",
        "~~~~ { .text .example }\nGhi 20 tập thể\n~~~~",
        "{% raw %}\n``` { .text .example }\n{{ 20 tập thể }} {conference.year}\n```\n{% endraw %}",
    ],
)
def test_a_page_that_explains_how_to_type_shows_examples(typed):
    assert PageOfThePlan("huong-dan").told(typed, "## Ví dụ { #vi-du }\n")[1] == []


@pytest.mark.parametrize(
    ("typed", "row", "column"),
    [
        ("```yaml\nstated: 20\n```", 1, 9),
        ("Ghi `20`.", 0, 6),
        ("``` { .yaml .examples }\nstated: 20\n```", 1, 9),
        ("``` { .example }\nstated: 20\n```", 1, 9),
        ("    ``` { .yaml .example }\n    stated: 20\n    ```", 1, 13),
        ("{% raw %}\nGhi 20 tập thể.\n{% endraw %}", 1, 5),
    ],
)
def test_code_that_is_no_example_is_read_on_pages_to_look_at_too(pages, typed, row, column):
    line = add(pages, typed, "huong-dan.md", "## Ví dụ { #vi-du }\n")
    (found,) = beside_markup(pages)

    assert f"huong-dan.md:{line + row}:{column}: lỗi: số «20» gõ tay" in found


@pytest.mark.parametrize("page", ["ke-hoach.md", "tit-chu.md", "dai-bieu.md", "doi-chieu.md"])
def test_no_paper_holds_an_example(pages, page):
    line = add(pages, "``` { .yaml .example }\nstated: 777\n```", page, "{ #")
    told = [f for f in findings(pages) if "[typed-number]" in f]

    assert [f"{page}:{line + 1}:9: lỗi: số «777»" in f for f in told] == [True]


def test_an_example_inside_other_code_is_told(pages):
    """Markdown shows it as plain code, though it looks like an example to the guard."""
    typed = "<div>\n```text\n</div>\n\n``` { .yaml .example }\nstated: 777\n```"
    line = add(pages, typed, "huong-dan.md", "## Ví dụ { #vi-du }\n")
    (told,) = [f for f in findings(pages) if "khối ví dụ này nằm trong" in f]

    assert f"huong-dan.md:{line + 4}:1: lỗi: " in told


@pytest.mark.parametrize(
    ("typed", "column", "name"),
    [
        ("Giao Văn phòng Huyện uỷ chuẩn bị.", 6, "Văn phòng Huyện ủy"),
        ("Giao văn phòng huyện ủy chuẩn bị.", 6, "Văn phòng Huyện ủy"),
        ("Giao Trung tâm Văn hóa - Thông tin, Thể thao huyện.", 6, "Trung tâm Văn hóa"),
        ("Giao Ban Chỉ huy Quân sự.", 6, "Ban Chỉ huy Quân sự huyện"),
        ("Mời Uỷ ban nhân dân huyện.", 5, "Ủy ban nhân dân huyện"),
        ("Moi Uy ban nhan dan huyen.", 5, "Ủy ban nhân dân huyện"),
    ],
)
def test_a_unit_spelt_another_way_is_told(page, typed, column, name):
    line, (found,) = page.told(typed)

    assert f"docs/ke-hoach.md:{line}:{column}: lỗi: " in found
    assert f"hãy viết «{name}" in found
    assert found.endswith("[unit-spelling]")


@pytest.mark.parametrize(
    "typed",
    [
        "Giao Văn phòng Huyện ủy chuẩn bị.",
        "Các cấp ủy trực thuộc; các cấp ủy trực thuộc.",
        "VĂN PHÒNG HUYỆN ỦY",
        "Trung tâm Văn hóa thông tin và thể thao huyện",
        "Những bạn đáng khen.",
    ],
)
def test_accepted_spellings_pass(page, typed):
    assert page.told(typed)[1] == []


def test_a_number_in_the_title_of_a_page_is_told(pages):
    page = pages / "tit-chu.md"
    page.write_text(page.read_text("utf-8").replace("title: Tít chữ", "title: Tít 28"), "utf-8")
    (found,) = findings(pages)

    assert "docs/tit-chu.md:2:8: lỗi: số «28»" in found


def test_wrong_data_and_wrong_pages_are_told_in_one_run(pages):
    awards = pages.parent / "data/awards.yml"
    awards.write_text(awards.read_text("utf-8").replace("stated: 20", "stated: 21"), "utf-8")
    add(pages, "Có 150 đại biểu, {{ awards.totl }} tập thể, Huyện uỷ.")
    rules = {found.rsplit("[", 1)[1] for found in findings(pages)}

    assert rules == {"award-total]", "typed-number]", "page-figure]", "unit-spelling]"}


def test_an_old_name_is_told(pages):
    units = pages.parent / "data/units.yml"
    text = units.read_text(encoding="utf-8")
    name = "    name: Công an huyện\n"
    units.write_text(text.replace(name, f"{name}    old_names: [Công an thị trấn]\n"), "utf-8")
    add(pages, "Mời Công an thị trấn.")
    (found,) = findings(pages)

    assert "«Công an thị trấn» viết khác tên" in found
    assert "hãy viết «Công an huyện» hoặc {{ unit(" in found


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "told"),
    [
        (
            "awards.yml",
            "tập thể tiêu biểu thực hiện",
            "20 tập thể tiêu biểu thực hiện",
            "awards.yml:20:9",
            "{awards.ubnd-huyen.stated}",
        ),
        (
            "tasks.yml",
            "nhiệm vụ năm {conference.next_year} phù hợp",
            "nhiệm vụ năm 2023 phù hợp",
            "tasks.yml:10:106",
            "{conference.next_year}",
        ),
        ("tasks.yml", "chuẩn bị phóng sự", "chuẩn bị hai phóng sự", "tasks.yml:23:24", "«hai»"),
        (
            "documents.yml",
            "Lưu {unit.van-phong-huyen-uy}",
            "Lưu Văn phòng Huyện uỷ",
            "documents.yml:50:17",
            "{unit.van-phong-huyen-uy}",
        ),
    ],
)
def test_what_is_typed_in_the_data_is_told(folder: DataFolder, file, old, new, place, told):
    folder.edit(file, old, new)
    found = [str(f) for f in open_publication(folder.dossier).findings]

    assert [f"data/{place}: lỗi: " in f and told in f for f in found] == [True] * bool(place)


@pytest.mark.parametrize(
    ("file", "old", "new", "at"),
    [
        ("mkdocs.yml", "site_name: Hồ sơ hội nghị", "site_name: Hội nghị năm 2022", "Hội nghị năm"),
        ("mkdocs.yml", "  - Đại biểu: d", "  - 150 đại biểu: d", "150 đại biểu"),
        (
            "mkdocs.yml",
            "  - Tít",
            "  - Mục:\n    - Hai mươi tập thể: x.md\n  - Tít",
            "Hai mươi tập thể",
        ),
        ("mkdocs.yml", "docs_dir:", "copyright: © 2022\ndocs_dir:", "© 2022"),
        ("mkdocs.yml", "docs_dir:", "site_author: Hai mươi tập thể\ndocs_dir:", "Hai mươi"),
        ("mkdocs.yml", "docs_dir:", "site_description: Khen 28 tập thể\ndocs_dir:", "Khen 28"),
        ("docs/ke-hoach.md", "title: Kế hoạch", "title: Kế hoạch 2022", "Kế hoạch 2022"),
    ],
)
def test_titles_state_no_number(pages, file, old, new, at):
    path = pages.parent / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    changed = text.replace(old, new)
    path.write_text(changed, "utf-8")
    (told,) = [f for f in findings(pages) if not f.endswith("[page-nav]")]
    before = changed.partition(at)[0]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert f"{file}:{line}:{column}: lỗi: số" in told
    assert told.endswith("[typed-number]")


@pytest.mark.parametrize(
    ("old", "new", "counted"),
    [
        ("Báo Hải Phòng", "Báo Hải Phòng số 2", ""),
        ("Báo Hải Phòng", "Báo Hải Phòng, 20 tập thể", "«20»"),
        ("Báo Hải Phòng", "Báo Hải Phòng, hai mươi giấy khen", "«hai mươi»"),
        ("Báo Hải Phòng", "Báo Hải Phòng, 5 phóng viên", "«5»"),
        ("Báo Hải Phòng", "Báo Hải Phòng, ba cán bộ", "«ba»"),
        ("Báo Hải Phòng", "Báo Hải Phòng 20 suất quà", "«20»"),
        ("Báo Hải Phòng", "Câu lạc bộ 100 hội viên", ""),
        ("Báo Hải Phòng", "Dự án 5 mô hình, 30 người", ""),
        ("Báo Hải Phòng", "Báo Hải Phòng (có 12 người)", "«12»"),
    ],
)
def test_a_name_holds_its_own_numbers_and_counts_nothing(folder: DataFolder, old, new, counted):
    folder.edit("units.yml", f"name: {old}\n", f"name: {new}\n")
    found = [str(f) for f in open_publication(folder.dossier).findings]
    assert len(found) == bool(counted)
    assert all(f"lỗi: số {counted} gõ tay ở mục tên riêng" in f for f in found)
    assert all("hoặc khai vào exceptions.yml kèm lý do" in f for f in found)


def test_what_is_said_to_be_published_calls_its_numbers_by_name(folder: DataFolder):
    folder.edit("documents.yml", 'published: "“để báo cáo”"', "published: Có 20 tập thể")
    (found,) = open_publication(folder.dossier).findings
    assert found.rule == "typed-number"
    assert "awards.ubnd-huyen.stated" in found.message


@pytest.mark.parametrize(
    "text", ["777", "777 l", "g 777", "hai mươi", "năm", "XX", "khóa XX", "Đúng 777"]
)
def test_an_exception_names_more_than_a_number(pages, text):
    add(pages, "Đúng 777 lần, hai mươi tập thể.")
    (pages.parent / "data/exceptions.yml").write_text(EXCEPTION.format(f'"{text}"'), "utf-8")

    told = any("quá rộng; hãy chép cả chữ" in found for found in findings(pages))
    assert told == (text not in ("khóa XX", "Đúng 777"))


@pytest.mark.parametrize(
    ("typed", "text", "told"),
    [
        ("Có **20** tập thể", "Có 20 tập thể", 0),
        ("Có 20\ntập thể", "Có 20 tập thể", 0),
        ("Có 20 tập thể", "Có  20 tập thể", 0),
        ("Có 20 tập thể", "ó 20 tập thể", 2),
        ("Có 20 tập thể", "Có 20 tập th", 2),
        ("Có 220 tập thể", "20 tập thể", 2),
        ("Có(20 tập thể)", "(20 tập thể)", 0),
        ("Có **20** tập thể", "Có **20** tập thể", 0),
    ],
)
def test_an_exception_matches_whole_words_and_any_white_space(pages, typed, text, told):
    add(pages, typed)
    (pages.parent / "data/exceptions.yml").write_text(EXCEPTION.format(f'"{text}"'), "utf-8")

    assert len(findings(pages)) == told


def test_an_exception_declared_twice_is_told_at_the_second(pages):
    add(pages, "Đúng 777 lần.")
    first = EXCEPTION.format("Đúng 777 lần")
    second = first.removeprefix("exceptions:\n").replace("777 lần", "777  lần")
    (pages.parent / "data/exceptions.yml").write_text(first + second, "utf-8")
    (told,) = findings(pages)

    assert "exceptions.yml:6:11: lỗi: ngoại lệ «Đúng 777 lần» ở docs/ke-hoach.md đã khai" in told


@pytest.mark.parametrize(
    ("between", "told"),
    [("", 1), ("****", 1), ("</b><i>", 1), (".", 1), (",", 1), (" ", 0), (" và ", 0), ("/", 0)],
)
def test_figures_that_run_together_are_told(page, between, told):
    line, found = page.told(f"Có {AWARDS}{between}{call('awards.total')} tập thể.")

    assert len(found) == told
    for finding in found:
        place = f"docs/ke-hoach.md:{line}:{len(f'Có {AWARDS}{between}') + 1}: lỗi: "
        assert place in finding
        assert finding.endswith("hãy thêm dấu cách hoặc chữ vào giữa. [page-figure]")


@pytest.mark.parametrize(("between", "told"), [("", 1), (",", 1), (" ", 0), ("/", 0), (" và ", 0)])
def test_references_that_run_together_are_told(folder: DataFolder, between, told):
    pair = f"{{conference.next_year}}{between}{{conference.term}}"
    folder.edit("tasks.yml", "năm {conference.next_year} phù hợp", f"năm {pair} phù hợp")
    found = [str(f) for f in open_publication(folder.dossier).findings]

    assert len(found) == told
    for finding in found:
        assert "tasks.yml:10:106: lỗi: số «{conference.next_year}" in finding
        assert finding.endswith("hãy thêm dấu cách hoặc chữ vào giữa. [typed-number]")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Có 08 Khối dân vận.", "awards.ban-thuong-vu.stated"),
        ("Mời 8 khối đại biểu.", "delegates.groups"),
        ("Gửi 8 dòng nơi nhận.", "document.ke-hoach.recipients"),
    ],
)
def test_the_likely_figure_is_proposed_first(page, typed, first):
    _, (found,) = page.told(typed)

    assert f"hãy viết {call(first)}" in found


@pytest.mark.parametrize(
    ("typed", "column"), [("Gọi 0912.345.678.", 5), ("<!-- CMND 031 123 456 -->", 11)]
)
def test_nothing_private_stands_in_a_page(page, typed, column):
    line, found = page.told(typed)
    told = "\n".join(found)
    assert f"docs/ke-hoach.md:{line}:{column}: lỗi: có số" in told
    assert "[private]" in told


EXCEPTION = "exceptions:\n  - where: docs/ke-hoach.md\n    text: {}\n    reason: ví dụ\n"


def test_an_exception_lets_one_place_pass_and_is_told_when_it_matches_nothing(pages):
    exceptions = pages.parent / "data/exceptions.yml"
    add(pages, "Đúng 777 lần, và 777 lượt.")
    exceptions.write_text(EXCEPTION.format("Đúng 777 lần"), encoding="utf-8")
    (second,) = findings(pages)
    exceptions.write_text(EXCEPTION.format("Đúng 778 lần"), encoding="utf-8")
    *unmatched, unused = sorted(findings(pages), key=lambda found: "exception-unused" in found)

    assert ":18: lỗi: số «777»" in second
    assert len(unmatched) == 2
    assert "exceptions.yml:3:11: lỗi: ngoại lệ «Đúng 778 lần» không còn khớp" in unused


def test_a_plan_called_issued_lists_what_issuing_still_needs(folder: DataFolder):
    folder.edit("documents.yml", "status: draft", "status: issued")
    number, day = [str(f) for f in open_publication(folder.dossier).findings]

    assert "documents.yml:18:13: lỗi: Số văn bản còn để open" in number
    assert "documents.yml:22:13: lỗi: Ngày ban hành còn để open" in day
    assert number.endswith("[issue-open]")
    assert day.endswith("[issue-open]")


def test_the_guard_looks_on_beside_a_file_that_could_not_be_read(pages):
    awards = pages.parent / "data" / "awards.yml"
    awards.write_text(awards.read_text("utf-8").replace("stated: 8\n", "stated: 08\n"), "utf-8")
    line = add(pages, "Dự kiến 150 đại biểu, tặng 28 giấy khen, {{ conference.yaer }}.")
    told = findings(pages)
    assert [f.split(": ")[0] for f in told if "ke-hoach" in f] == [
        f"{pages}/ke-hoach.md:{line}:9",
        f"{pages}/ke-hoach.md:{line}:28",
        f"{pages}/ke-hoach.md:{line}:42",
    ]
    assert call("delegates.stated") in told[-3]
    assert "không có con số nào" not in told[-2], "28 may be a figure of the file left out"
    assert len(told) == 4


@pytest.mark.parametrize(
    ("typed", "row", "column", "told"),
    [
        ("Xem [trang](dai-bieux.md).", 0, 13, "«dai-bieux.md». Có phải «dai-bieu.md» không?"),
        ("Xem [trang](ke-hoach.md) và [ảnh](assets/x.png).", 0, 35, "«assets/x.png»"),
        ("- mục\n- ![ảnh](khong-co.png)", 1, 10, "«khong-co.png»"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(pages, typed, row, column, told):
    line = add(pages, typed)
    (found,) = findings(pages)
    assert f"ke-hoach.md:{line + row}:{column}: lỗi: không có trang hay tệp nào là {told}" in found
    assert found.endswith("[page-link]")


def test_links_that_lead_somewhere_pass(pages):
    (pages / "assets").mkdir()
    (pages / "assets/anh.png").write_bytes(b"")
    add(
        pages,
        "[a](dai-bieu.md#danh-sach) [b](khen-thuong.md) [c](#noi-dung) [d](https://vi.du/x.md) "
        "[e](chuong-trinh.md#muc-khai-mac) [f](mailto:a@vi.du) <a@vi.du> <https://vi.du/x>",
    )
    assert findings(pages) == []


def test_settings_that_are_not_yaml_are_told(pages):
    path = pages.parent / "mkdocs.yml"
    path.write_text(path.read_text("utf-8").replace("docs_dir: docs", "docs_dir docs"), "utf-8")
    (found,) = findings(pages)
    assert "/mkdocs.yml:" in found and found.endswith("[yaml-structure]")


def test_an_unreadable_page_is_still_a_page(pages):
    page = pages / "khen-thuong.md"
    page.write_bytes(page.read_text("utf-8").encode("utf-16"))
    (found,) = findings(pages)
    assert "khen-thuong.md:1:1: lỗi:" in found


def test_the_guard_looks_on_beside_a_document_that_could_not_be_read(pages):
    citations = pages.parent / "data" / "citations.yml"
    citations.write_text(citations.read_text("utf-8").replace("29/12/2021", "31/02/2021"), "utf-8")
    line = add(pages, "Theo Quyết định số 224-QĐ/HU ngày 29/12/2021, có 20 tập thể.")
    of_page = [f for f in findings(pages) if "ke-hoach" in f]
    assert [f.split(": ")[0] for f in of_page] == [f"{pages}/ke-hoach.md:{line}:50"]


def test_a_title_may_say_which_part_of_a_list_is_shown(pages):
    settings, page = pages.parent / "mkdocs.yml", pages / "dai-bieu-2.md"
    page.write_text("---\ntitle: Đại biểu, phần 2\npaper: screen\n---\n# Đại biểu\n", "utf-8")
    entry = "  - Đại biểu: dai-bieu.md\n"
    text = settings.read_text("utf-8")
    parts = entry + "  - Đại biểu, phần 2: dai-bieu-2.md\n"
    settings.write_text(text.replace(entry, parts), "utf-8")
    assert findings(pages) == []
