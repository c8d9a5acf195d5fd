"""What the strict build refuses, or would publish wrongly, is told before it begins, at its place."""

import shutil
from pathlib import Path

import pytest
from folders import PLAN, DataFolder, a_few, assert_clear

from conference.facts import Facts
from conference.folders import ROOT
from conference.loading import load
from conference.pages.calls import wrong_calls
from conference.pages.checks import wrong_pages
from conference.pages.page import load_pages, read_settings
from conference.render.blocks import BLOCKS

pytestmark = pytest.mark.every(2)

HEAD = "---\ntitle: Thử\npaper: screen\n---\n"
FIGURE, FACT = '{{ figure("awards.total") }}', "{{ awards.total | words }}"

OTHERS = {
    "index": "# Tổng quan { #tong-quan }\n",
    "dai-bieu": "# Đại biểu { #dai-bieu }\n\n## Danh sách { #danh-sach }\n",
    "chuong-trinh": "# Chương trình { #chuong-trinh }\n\n{{ agenda_table() }}\n",
    "khen-thuong": "# Khen thưởng { #khen-thuong }\n\n{{ awards_table() }}\n",
    "doi-chieu": "# Đối chiếu { #doi-chieu }\n\n{{ figures_table() }}\n",
}
"""The other pages: what links can lead to."""


class Dossier:
    """A dossier with one page to try things on, and a few others."""

    def __init__(self, root: Path, facts: Facts) -> None:
        self.root, self.facts = root, facts
        self.data: Path | None = None
        settings = (ROOT / "mkdocs.yml").read_text("utf-8").split("nav:\n")[0] + "nav:\n"
        (root / "mkdocs.yml").write_text(settings, "utf-8")
        (root / "docs/assets/readme").mkdir(parents=True)
        (root / "docs/assets/readme/tong-quan.png").write_bytes(b"")
        for name, text in OTHERS.items():
            self.nav(f"{name}.md")
            self.page(text, file=f"docs/{name}.md")
        self.nav("thu.md")
        self.page("")

    def nav(self, file: str) -> None:
        """Give a page its line in the navigation."""
        settings = self.root / "mkdocs.yml"
        settings.write_text(settings.read_text("utf-8") + f"  - Thử: {file}\n", "utf-8")

    def page(self, text: str, head: str = HEAD, file: str = "docs/thu.md") -> None:
        """Write the page."""
        (self.root / file).parent.mkdir(parents=True, exist_ok=True)
        (self.root / file).write_text(head + text, "utf-8")

    def settings(self, old: str, new: str) -> None:
        """Change mkdocs.yml."""
        path = self.root / "mkdocs.yml"
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), "utf-8")

    def own_data(self) -> Path:
        """Give it data of its own, which may be changed; they are read when it is told what is wrong."""
        self.data = Path(shutil.copytree(PLAN / "data", self.root / "own"))
        return self.data

    def told(self) -> list[str]:
        """Everything that is wrong with the pages: «docs/thu.md:5:1: … [rule]»."""
        docs = self.root / "docs"
        pages, findings = load_pages(docs, "docs")
        if self.data:
            loaded = load(self.data, "data")
            self.facts = Facts.of(loaded.dossier)
            findings += loaded.findings
        settings, of_settings = read_settings(self.root / "mkdocs.yml", "mkdocs.yml")
        findings += [*of_settings, *wrong_pages(pages, settings, docs, self.facts)]
        findings += wrong_calls(pages, self.facts)
        assert_clear(findings)
        return [str(finding) for finding in sorted(findings)]


@pytest.fixture(scope="module")
def facts() -> Facts:
    return Facts.of(load(PLAN / "data", "data").dossier)


@pytest.fixture
def dossier(tmp_path: Path, facts: Facts) -> Dossier:
    return Dossier(tmp_path, facts)


def test_the_page_without_a_fault(dossier: Dossier) -> None:
    assert dossier.told() == []


# --- Front matter --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "place", "rule", "advice"),
    a_few(
        [
            ("search: true", "3:9", "page-front", "cần các mục con"),
            ("search: [exclude]", "3:9", "page-front", "cần các mục con"),
            ("search: {exclude: 1}", "3:19", "page-front", "cần true hoặc false"),
            ("search: {boost: 0}", "3:17", "page-front", "số phải từ 1 trở lên"),
            ("search: {exclud: true}", "3:10", "page-front", "Có phải «exclude» không?"),
            ("hide: true", "3:7", "page-front", "cần một danh sách"),
            ("hide: 5", "3:7", "page-front", "cần một danh sách"),
            ("hide: toc", "3:7", "page-front", "cần một danh sách"),
            ("hide: [tags]", "3:8", "page-front", "một trong các chữ: navigation, toc, footer."),
            ("hide: [5]", "3:8", "page-front", "một trong các chữ"),
            ("titel: Thử", "3:1", "page-front", "Có phải «title» không?"),
            ("template: x.html", "3:1", "page-front", "không có mục «template»"),
            ("title: 2022", "3:8", "page-front", "phải là chữ thường"),
            ("title: Tít # hai", "3:12", "yaml-comment", '"Tít # hai"'),
            ("title: “Tít”", "3:8", "yaml-quotes", 'dùng ngoặc thẳng: "Tít"'),
            ("title: =", "3:8", "yaml-value", "đặt trong ngoặc kép"),
            ("title: A: B", "3:9", "yaml-structure", '«title: "A: B"»'),
            ("\ttitle: A", "3:1", "yaml-tab", "phím Tab"),
        ]
    ),
)
def test_front_matter_is_closed_and_typed(
    dossier: Dossier, typed: str, place: str, rule: str, advice: str
) -> None:
    dossier.page("# Thử\n", f"---\npaper: screen\n{typed}\n---\n")
    (told,) = dossier.told()
    assert told.startswith(f"docs/thu.md:{place}: lỗi: ") and told.endswith(f"[{rule}]")
    assert advice in told


@pytest.mark.parametrize(
    "typed",
    a_few(
        [
            "hide: [navigation, toc, footer]",
            "hide:\n  - toc",
            "search: {exclude: true}",
            "search:\n  boost: 2",
            "title: 'Báo cáo: A'",
            "# ghi chú\ntitle: Thử",
            "title: Thử  ",
        ]
    ),
)
def test_front_matter_that_passes(dossier: Dossier, typed: str) -> None:
    dossier.page("# Thử\n", f"---\npaper: screen\n{typed}\n---\n")
    assert dossier.told() == []


@pytest.mark.parametrize(
    ("text", "place", "advice"),
    a_few(
        [
            ("---\ntitle: Thử\npaper: screen\n# Thử\n", "1:1", "chưa khép; hãy thêm một dòng ---"),
            ("\n\n---\npaper: screen\n---\n", "3:1", "ngay ở dòng đầu tệp"),
            ("title: Thử\npaper: screen\n\n# Thử\n", "1:1", "giữa hai dòng ---"),
            ("", "1:1", "hãy thêm dòng paper: …"),
        ]
    ),
)
def test_front_matter_that_is_none(dossier: Dossier, text: str, place: str, advice: str) -> None:
    dossier.page(text, "")
    (told,) = dossier.told()
    assert told.startswith(f"docs/thu.md:{place}: lỗi: ") and advice in told


# --- Files ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "rule", "advice"),
    a_few(
        [
            ("tit-chu - Copy.md", "page-file", "hãy đổi thành tit-chu-copy.md"),
            ("Đại biểu.md", "page-file", "hãy đặt tên khác"),
            ("Thông báo.md", "page-file", "hãy đổi thành thong-bao.md"),
            ("a_b.md", "page-file", "hãy đổi thành a-b.md"),
            ("404.md", "page-file", "máy dùng tên này"),
            ("sitemap.md", "page-file", "máy dùng tên này"),
            ("search.md", "page-file", "máy dùng tên này"),
            ("README.md", "page-file", "hãy đổi thành readme.md"),
            ("phu/x.md", "page-place", "hãy chuyển hoặc đổi tên"),
            ("x.markdown", "page-place", "hãy chuyển hoặc đổi tên"),
            ("x.MD", "page-place", "hãy chuyển hoặc đổi tên"),
            ("x.html", "page-place", "hãy viết thành trang .md"),
            ("assets/x.htm", "page-place", "hãy viết thành trang .md"),
        ]
    ),
)
def test_files_that_are_no_pages(dossier: Dossier, name: str, rule: str, advice: str) -> None:
    dossier.page("# Thử\n", file=f"docs/{name}")
    told = [line for line in dossier.told() if "[page-nav]" not in line]
    assert [line.startswith(f"docs/{name}:1:1: lỗi: ") for line in told] == [True]
    assert advice in told[0] and told[0].endswith(f"[{rule}]")


def test_symbolic_links_are_not_followed(dossier: Dossier) -> None:
    (dossier.root / "secret.md").write_text(HEAD + "# Mật\n", "utf-8")
    docs = dossier.root / "docs"
    (docs / "mat.md").symlink_to(dossier.root / "secret.md")
    (docs / "anh.png").symlink_to("/etc/passwd")
    (docs / "thu-muc").symlink_to(dossier.root / "data")
    assert [line.split(": ")[0] for line in dossier.told()] == [
        "docs/anh.png:1:1",
        "docs/mat.md:1:1",
        "docs/thu-muc:1:1",
    ]
    assert {line.rsplit("[")[-1] for line in dossier.told()} == {"file-link]"}


def test_what_the_site_leaves_out_is_not_looked_at(dossier: Dossier) -> None:
    dossier.page("{{", "", "docs/.nhap.md")
    (dossier.root / "docs/.#thu.md").symlink_to("nowhere")
    assert dossier.told() == []


def test_a_page_too_long_for_markdown_is_told(dossier: Dossier) -> None:
    dossier.page("# Thử\n" + "chữ\n" * 80_000)
    (told,) = dossier.told()
    assert told.startswith("docs/thu.md:1:1: lỗi: tệp lớn quá 128 kB")


@pytest.mark.parametrize(
    "text",
    a_few(
        [
            "> " * 400 + "a",
            "".join("    " * n + "- a\n" for n in range(60)),
            "<div>" * 50 + "</div>" * 50,
        ]
    ),
)
def test_a_page_nested_too_deeply_is_told(dossier: Dossier, text: str) -> None:
    dossier.page(text)
    told = dossier.told()
    assert any("lồng nhau quá sâu" in line for line in told)


def test_an_unfinished_merge_in_a_page_is_called_so(dossier: Dossier) -> None:
    dossier.page("# Thử\n\n<<<<<<< HEAD\nmột\n=======\nkhác\n>>>>>>> nhánh\n\nĐề mục\n=======\n")
    (told,) = dossier.told()
    assert told.startswith("docs/thu.md:7:1: lỗi: hai bản của tệp chưa được trộn xong")
    assert "đến dòng 11;" in told and told.endswith("[file-merge]")


def test_a_heading_underlined_as_a_merge_is_divided_passes(dossier: Dossier) -> None:
    dossier.page("Đề mục\n=======\n")
    assert dossier.told() == []


# --- Navigation ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "place", "advice"),
    a_few(
        [
            ("  - Thử: thu.md\n", "", "NAV", "hãy thêm dòng «- Thử: thu.md»"),
            ("thu.md", "thux.md", "END", "không có trang «thux.md» trong docs. Có phải «thu.md»"),
            ("thu.md", "/thu.md", "END", "không có trang «/thu.md»"),
            ("thu.md", "assets/readme/tong-quan.png", "END", "không có trang"),
            ("  - Thử: thu.md\n", "  - Thử: thu.md\n  - Lần hai: thu.md\n", "END+", "đã có ở dòng"),
        ]
    ),
)
def test_pages_and_navigation_name_each_other(
    dossier: Dossier, old: str, new: str, place: str, advice: str
) -> None:
    lines = (dossier.root / "mkdocs.yml").read_text("utf-8").split("\n")
    places = {
        "NAV": f"{lines.index('nav:') + 1}:1",
        "END": f"{len(lines) - 1}:10",
        "END+": f"{len(lines)}:14",
    }
    dossier.settings(old, new)
    told = [line for line in dossier.told() if advice in line]
    assert [line.split(": ")[0] for line in told] == [f"mkdocs.yml:{places[place]}"]
    assert told[0].endswith("[page-nav]")


def test_a_navigation_may_have_sections_and_lead_away(dossier: Dossier) -> None:
    dossier.settings(
        "  - Thử: thu.md\n", "  - Mục:\n    - Thử: thu.md\n    - Ra ngoài: https://vi.du/\n"
    )
    assert dossier.told() == []


def test_a_page_may_be_left_out_of_the_navigation_on_purpose(dossier: Dossier) -> None:
    dossier.settings("  - Thử: thu.md\n", "not_in_nav: |\n  # nháp\n  /thu.md\n")
    assert dossier.told() == []


# --- Links ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "column", "advice"),
    a_few(
        [
            ("[x](../data/awards.yml)", 5, "không ra ngoài thư mục docs"),
            ("[x](assets/../../macros.py)", 5, "không ra ngoài thư mục docs"),
            ("[x](/etc/passwd)", 5, "không mở đầu bằng dấu /"),
            ("[x](\\\\máy\\x)", None, "không mở đầu bằng dấu /"),
            ("[x](..\\x)", 5, "không có trang hay tệp nào"),
            ("[x](file:///etc/passwd)", 5, "chỉ mở đầu bằng http://"),
            ("[x](javascript:alert)", 5, "chỉ mở đầu bằng http://"),
            ("[x](JaVaScRiPt:alert)", 5, "chỉ mở đầu bằng http://"),
            ("[x](data:text/html,x)", 5, "chỉ mở đầu bằng http://"),
            ("[x](vbscript:x)", 5, "chỉ mở đầu bằng http://"),
            ("[x](ftp://vi.du/x)", 5, "chỉ mở đầu bằng http://"),
            ("[x](//vi.du/x)", 5, "chỉ mở đầu bằng http://"),
            ("[x](http://)", 5, "thiếu tên máy chủ"),
            ("[x](http://[)", 5, "viết sai; hãy chép lại"),
            ("[x](https://vi.du/a b)", 5, "chỉ mở đầu bằng http://"),
            ("[x](dai bieu.md)", 5, "Có phải «dai-bieu.md» không?"),
            ("[x](<dai bieu.md>)", 6, "Có phải «dai-bieu.md» không?"),
            ("[x](dai-bieu)", 5, "Có phải «dai-bieu.md» không?"),
            ("[x](dai-bieu.html)", 5, "hãy viết dai-bieu.md."),
            ("[x](dai-bieu.html#danh-sach)", 5, "hãy viết dai-bieu.md#danh-sach."),
            (
                "[x](dai-bieu.md#khong-co)",
                5,
                "trang dai-bieu.md không có đề mục nào mang mã «khong-co»",
            ),
            ("[x](#khong-co)", 5, "trang này không có đề mục nào mang mã «khong-co»"),
            ("[x](chuong-trinh.md#muc-khong-co)", 5, "không có đề mục nào mang mã «muc-khong-co»"),
            ("[x]()", 3, "không dẫn đến đâu"),
            ("[x](#)", 5, "không dẫn đến đâu"),
            ("[x](?a=b)", 5, "không dẫn đến đâu"),
            ("[x](assets/)", 5, "không có trang hay tệp nào"),
            ("![x](assets/readme/tong-quan.png)", 6, "không được đưa lên trang web"),
            ("![x](https://vi.du/x.png)", 6, "hình phải nằm trong thư mục docs/assets"),
            ("![x](dai-bieu.md)", 6, "là trang, không phải hình"),
            ("[x][k]\n\n[k]: khong-co.md", None, "không có trang hay tệp nào là «khong-co.md»"),
            (
                "[x](dai-bieu.md){ href=khong-co.md }",
                24,
                "không có trang hay tệp nào là «khong-co.md»",
            ),
            ("<div markdown>[x](khong-co.md)</div>", 19, "không có trang hay tệp nào"),
            (
                '<a href="dai-bieu.md">x</a>',
                10,
                "hãy viết dai-bieu.html, hoặc dùng [chữ](dai-bieu.md)",
            ),
            ('<a href="khong-co.html">x</a>', 10, "không có trang hay tệp nào"),
            ('<a href="java&#115;cript:x">x</a>', None, "chỉ mở đầu bằng http://"),
            ('<img src="//vi.du/x.png">', 11, "hình phải nằm trong"),
        ]
    ),
)
def test_a_link_that_leads_nowhere_or_away_is_told(
    dossier: Dossier, typed: str, column: int | None, advice: str
) -> None:
    dossier.page(f"# Thử {{ #thu }}\n\n{typed}\n")
    (told,) = dossier.told()
    assert told.endswith("[page-link]") and advice in told
    if column is not None:
        assert told.startswith(f"docs/thu.md:7:{column}: lỗi: ")


@pytest.mark.parametrize(
    "typed",
    a_few(
        [
            "[x](dai-bieu.md#danh-sach) [y](./dai-bieu.md) [z](#thu) [w](thu.md#thu)",
            "[x](chuong-trinh.md#muc-khai-mac) [y](khen-thuong.md#khen-ubnd-huyen)",
            "[x](doi-chieu.md#so-awards--total)",
            "<https://vi.du/a> <nguoi@vi.du> [z](mailto:nguoi@vi.du)",
            '<a href="dai-bieu.html#danh-sach">x</a> <a href="#thu">y</a> <a href="http://vi.du">z</a>',
            "`[x](khong-co.md)`",
            "<!-- [x](khong-co.md) -->",
            "[x][k]\n\n[k]: dai-bieu.md 'Đại biểu'",
        ]
    ),
)
def test_a_link_that_leads_somewhere_passes(dossier: Dossier, typed: str) -> None:
    dossier.page(f"# Thử {{ #thu }}\n\n{typed}\n")
    assert dossier.told() == []


def test_a_link_to_a_file_beside_the_pages_passes(dossier: Dossier) -> None:
    (dossier.root / "docs/tep").mkdir()
    (dossier.root / "docs/tep/so đồ.png").write_bytes(b"")
    dossier.page("# Thử\n\n![x](tep/so%20đồ.png) [y](<tep/so đồ.png>)\n")
    assert dossier.told() == []


def test_a_block_s_id_is_not_missed_while_the_data_are_wrong(
    dossier: Dossier, folder: DataFolder
) -> None:
    folder.edit("awards.yml", "stated: 20", "stated: 020")
    dossier.facts = Facts.of(load(folder.path, "data").dossier)
    dossier.page("# Thử\n\n[x](khen-thuong.md#khen-ubnd-huyen)\n")
    assert dossier.told() == []


# --- HTML ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "column", "advice"),
    a_few(
        [
            ("<script>alert()</script>", 1, "«<script>»: thẻ HTML này không dùng được"),
            ("chữ <SCRIPT src=x></SCRIPT>", 5, "«<script>»"),
            ("<iframe src='x'></iframe>", 1, "«<iframe>»"),
            ("<object data='x'></object>", 1, "«<object>»"),
            ("<embed src='x'></embed>", 1, "«<embed>»"),
            ("<style>p { color: red }</style>", 1, "«<style>»"),
            ("<link rel='x'></link>", 1, "«<link>»"),
            ("<meta name='x'></meta>", 1, "«<meta>»"),
            ("<base href='x'></base>", 1, "«<base>»"),
            ("<form></form>", 1, "«<form>»"),
            ("<input>", 1, "«<input>»"),
            ("<button>x</button>", 1, "«<button>»"),
            ("<svg><script></script></svg>", 1, "«<svg>»"),
            ("<math></math>", 1, "«<math>»"),
            ("<template></template>", 1, "«<template>»"),
            ("<noscript></noscript>", 1, "«<noscript>»"),
            ("<data class='figure' value='x'>chữ</data>", 1, "«<data>»"),
            ("<x-y></x-y>", 1, "dấu < ở đây mở một thẻ HTML viết sai"),
            ("<p onclick='x'>chữ</p>", 4, "«onclick»: thuộc tính này"),
            ("<img src='assets/x' onerror=x>", 21, "«onerror»"),
            ("<p style='color: red'>chữ</p>", 4, "«style»"),
            ("<p hidden>chữ</p>", 4, "«hidden»"),
            ("<a name='x' href='#thu'>chữ</a>", 4, "«name»"),
            ("<a>chữ</a>", 1, "thiếu href"),
            ("<p class='á'>chữ</p>", 11, "chỉ gồm chữ không dấu"),
            ("chữ { onclick='x' }\n{ onclick='x' }", None, "«onclick»"),
            ("*chữ*{ onmouseover=x }", 8, "«onmouseover»"),
            ("*chữ*{ style='color: red' }", 8, "«style»"),
            ("## Đề mục { #de-muc onclick=x }", 21, "«onclick»"),
            ("<div markdown onclick=x>\n\nchữ\n\n</div>", 15, "«onclick»"),
            ("<div>", 1, "thẻ <div> mở mà không đóng"),
            ("</div>", 1, "«</div>»: thẻ đóng này không có thẻ mở"),
            ("<b><i>chữ</b></i>", None, "thẻ <i> mở mà không đóng đúng chỗ"),
            ("Lương <chưa có số>", 7, "viết &lt;"),
            ("chữ <b", None, ""),
            ("<p title='a>b'>chữ</p>", None, "viết &lt;"),
            ("<a/href='#thu'>chữ</a>", None, "thẻ đóng này không có thẻ mở"),
            ("<!--> <script></script> -->", None, ""),
            ("<?php x ?>", None, "viết &lt;"),
            ("<!DOCTYPE html>", None, "viết &lt;"),
            ("<![CDATA[x]]>", None, "viết &lt;"),
        ]
    ),
)
def test_html_that_could_do_something_is_told(
    dossier: Dossier, typed: str, column: int | None, advice: str
) -> None:
    dossier.page(f"# Thử {{ #thu }}\n\n{typed}\n")
    told = dossier.told()
    if not advice and not told:  # Markdown makes text of it
        return
    of_html = [line for line in told if line.endswith("[page-html]")]
    assert any(advice in line for line in of_html), told
    if column is not None:
        assert of_html[0].startswith(f"docs/thu.md:7:{column}: lỗi: ")


@pytest.mark.parametrize(
    "typed",
    a_few(
        [
            "```text\n<script>alert()</script>\n```",
            "`<script>` và `<p onclick=x>`",
            "    <script></script>",
            "<!-- <script></script> -->",
            "<!-- một -- hai -->",
            "a &lt;script&gt; b",
            "a < b và c > d",
            "H<sub>a</sub>O<br>x<sup>b</sup> <u>chữ</u> <abbr title='Ủy ban'>UB</abbr>",
            "<div class='x' markdown>\n\n**chữ**\n\n</div>",
            "<details><summary>Xem</summary>\n\n<p>chữ</p>\n</details>",
            "<table><tr><td colspan='a'></td></tr></table>".replace("'a'", "'3'"),
            "| a | b |\n|:--|--:|\n| c | d |",
            "a | b\n--|--\nc \\| d | `e|f`\n| g\n\na | b | c\n\n---\n\na | b | c",
            '!!! note "Ghi chú"\n    chữ',
            "## Đề mục { #de-muc .lop data-search-exclude }",
            "*chữ*{ .lop title='Tên' }",
            "![hình](assets/x.png){ width=100 }".replace("assets/x.png", "khong.png"),
        ]
    ),
)
def test_harmless_html_and_code_pass(dossier: Dossier, typed: str) -> None:
    (dossier.root / "docs/khong.png").write_bytes(b"")
    dossier.page(f"# Thử {{ #thu }}\n\n{typed}\n")
    told = [line for line in dossier.told() if "[typed-number]" not in line]
    assert told == []


def test_code_examples_of_html_are_text(dossier: Dossier) -> None:
    """And what stands beside them is told at its own place, not at theirs."""
    dossier.page("# Thử\n\n```text\n<script>\n```\n\n`<script>` chữ <script></script>\n")
    (told,) = dossier.told()
    assert told.startswith("docs/thu.md:11:16: lỗi: «<script>»")


# --- Ids -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "place", "advice"),
    a_few(
        [
            ("## A { #a }\n\n## B { #a }", "9:8", "mã «a» đã dùng ở trên"),
            ("## A { #Đề }", "7:9", "mã chỉ gồm chữ thường"),
            ("## A { #A-b }", "7:9", "mã chỉ gồm chữ thường"),
            ("<p id='thu'>chữ</p>", None, "mã «thu» đã dùng ở trên"),
            ("``` { .text #a }\nchữ\n```", "7:14", "không đặt cho khối mã"),
        ]
    ),
)
def test_ids_are_plain_and_given_once(
    dossier: Dossier, typed: str, place: str | None, advice: str
) -> None:
    dossier.page(f"# Thử {{ #thu }}\n\n{typed}\n")
    told = [line for line in dossier.told() if line.endswith("[page-id]")]
    assert len(told) == 1 and advice in told[0]
    assert place is None or told[0].startswith(f"docs/thu.md:{place}: lỗi: ")


def test_headings_without_ids_may_be_alike(dossier: Dossier) -> None:
    dossier.page("# Thử\n\n## Mục\n\n## Mục\n\n## ?\n\n## !\n")
    assert dossier.told() == []


# --- Calls where they cannot be printed -----------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "column", "advice"),
    a_few(
        [
            (f"`{FIGURE}`", 2, "trong khối mã lời gọi không in ra được"),
            (f"``a {FIGURE}``", 5, "trong khối mã"),
            (f"    {FIGURE}", 5, "trong khối mã"),
            (f"<!-- {FIGURE} -->", 6, "trong ghi chú <!-- -->"),
            (f"[x](dai-bieu.md '{FIGURE}')", 18, "trong địa chỉ, tên hay thuộc tính"),
            (f"[{FIGURE}](dai-bieu.md)", 2, "con số không đặt trong liên kết"),
            (f"## Có {FIGURE} tập thể", 7, "phải có mã riêng"),
            ('## Của {{ unit("cong-an") }}', 8, "phải có mã riêng"),
            ('## Theo {{ cite("cong-van-792") }}', 9, "phải có mã riêng"),
            (f"`{FACT}`", 2, "trong khối mã lời gọi không in ra được"),
            (f"<!-- {FACT} -->", 6, "trong ghi chú <!-- -->"),
            (f"[x](dai-bieu.md '{FACT}')", 18, "trong địa chỉ, tên hay thuộc tính"),
            (f"[{FACT}](dai-bieu.md)", 2, "con số không đặt trong liên kết"),
            (f"## Có {FACT} tập thể", 7, "phải có mã riêng"),
            ("Có {{ awards_list() }} chữ", 4, "khối phải đứng riêng một dòng, sát lề trái"),
            ("- a\n- {{ awards_list() }} chữ", None, ""),
            ("## {{ awards_list() }} { #b }", 4, "khối phải đứng riêng một dòng"),
            ("    {{ awards_list() }}", 5, "trong khối mã"),
            ("<!-- {{ awards_list() }} -->", 6, "trong ghi chú"),
        ]
    ),
)
def test_a_call_where_its_answer_cannot_stand_is_told(
    dossier: Dossier, typed: str, column: int | None, advice: str
) -> None:
    dossier.page(f"# Thử {{ #thu }}\n\n{typed}\n")
    told = dossier.told()
    if column is None:
        return
    assert len(told) == 1 and told[0].endswith("[page-call]")
    assert told[0].startswith(f"docs/thu.md:7:{column}: lỗi: ") and advice in told[0]


@pytest.mark.parametrize(
    "typed",
    a_few(
        [
            f"Có **{FIGURE}** tập thể, _{FIGURE}_.",
            f"## Có {FIGURE} tập thể {{ #co }}",
            f"| a |\n|---|\n| {FIGURE} |",
            f"> {FIGURE}\n\n- {FIGURE}",
            "trên\n{{ awards_list() }}\ndưới",
            "{{ awards_list() }}\n\n{{ awards_table() }}",
            '[{{ unit("cong-an") }}](dai-bieu.md) của {{ unit("ubnd-huyen", "short") }}',
            f"Có **{FACT}** tập thể, {{{{awards.total}}}}; {{{{ conference.title }}}}.",
            f"## Có {FACT} tập thể {{ #co }}",
            '- Căn cứ {{ cite("cong-van-792") }};',
            "<div markdown>\n\n{{ awards_list() }}\n\n</div>",
        ]
    ),
)
def test_a_call_where_its_answer_can_stand_passes(dossier: Dossier, typed: str) -> None:
    dossier.page(f"# Thử {{ #thu }}\n\n{typed}\n")
    assert dossier.told() == []


@pytest.mark.parametrize(
    ("typed", "place", "advice"),
    a_few(
        [
            ("{delegates.stated}", "7:1", "hãy viết {{ delegates.stated }}."),
            ("Có `{delegates.stated}`", "7:5", "hãy viết {{ delegates.stated }}."),
            (
                "{awards.ubnd-huyen.stated}",
                "7:1",
                'hãy viết {{ figure("awards.ubnd-huyen.stated") }}.',
            ),
            ("{unit.ubnd-huyen.short}", "7:1", 'hãy viết {{ unit("ubnd-huyen", "short") }}.'),
            ("{ awards_list() }", "7:1", "hãy viết {{ awards_list() }}."),
            ("[[awards_list()]]", "7:1", "hãy viết {{ awards_list() }}."),
            ("｛｛ awards_list() ｝｝", "7:1", "hãy viết {{ awards_list() }}."),
            ("(delegates.stated)", "7:1", "hãy viết {{ delegates.stated }}, cần in"),
            ("delegates.stated", "7:1", "hãy viết {{ delegates.stated }}."),
            (
                "{{ awards.ubnd-huyen.stated }}",
                "7:1",
                'có lẽ là {{ figure("awards.ubnd-huyen.stated") }}.',
            ),
            ("{{ unit.ubnd-huyen }}", "7:1", 'có lẽ là {{ unit("ubnd-huyen") }}.'),
            ("{{ unit(ubnd-huyen) }}", "7:1", 'có lẽ là {{ unit("ubnd-huyen") }}.'),
            ("{{ delegates.stated + 1 }}", "7:1", "trong trang chỉ viết được"),
            ("{{ delegates.stated | a | b }}", "7:1", "trong trang chỉ viết được"),
            ('{{ cite("cong-van-792") + 1 }}', "7:1", "trong trang chỉ viết được"),
            ("{{ awards_list }}", "7:1", "có lẽ là {{ awards_list() }}."),
            ("{{ figure(delegates.stated) }}", "7:1", 'có lẽ là {{ figure("delegates.stated") }}.'),
            ("{{- awards_list() }}", "7:1", "có lẽ là {{ awards_list() }}."),
            ("{khong_co.gi}", "7:1", "ngoặc nhọn sẽ in ra nguyên như vậy"),
            ("Có { một } ngoặc", "7:4", "ngoặc nhọn sẽ in ra nguyên như vậy"),
            ("Có một } ngoặc", "7:8", "ngoặc nhọn sẽ in ra nguyên như vậy"),
            ("{% raw %}{{ awards_list() }}{% endraw %}", "7:10", "hãy bỏ hai dấu ấy"),
            ("{% raw %}\n\nchữ", "7:1", "chưa có {% endraw %} khép lại"),
            (
                "{{ awards_list()\n\nchữ “x”\n\n{{ awards_list() }}",
                "7:1",
                "«{{ awards_list()»: ngoặc nhọn chưa đóng",
            ),
            ("{{ awards_list()\n", "7:1", "«{{ awards_list()»: ngoặc nhọn chưa đóng"),
        ]
    ),
)
def test_code_that_would_be_printed_is_told(
    dossier: Dossier, typed: str, place: str, advice: str
) -> None:
    dossier.page(f"# Thử {{ #thu }}\n\n{typed}\n")
    (told,) = dossier.told()
    assert told.startswith(f"docs/thu.md:{place}: lỗi: ") and told.endswith("[page-call]")
    assert advice in told


@pytest.mark.parametrize(
    ("typed", "advice"),
    a_few(
        [
            ('{{ figure("awards.totl") }}', "Có phải {{ awards.total }} (in ra «28») không?"),
            (
                '{{ figure("awards.ubnd-huyen.statd") }}',
                'Có phải {{ figure("awards.ubnd-huyen.stated") }} (in ra «20») không?',
            ),
            (
                '{{ figure("awards.qqqqqqqqq") }}',
                "Các tên bắt đầu bằng awards: awards.ban-thuong-vu.stated",
            ),
            ('{{ figure("xyz") }}', "Tên bắt đầu bằng một trong các chữ: agenda, awards"),
            ("{{ awards.totl }}", "Có phải {{ awards.total }} (in ra «28») không?"),
            ("{{ awards.qqqqqqqqq }}", "Các tên bắt đầu bằng awards: awards.ban-thuong-vu.stated"),
            ("{{ xyz.abc }}", "Tên bắt đầu bằng một trong các chữ: agenda, awards"),
            (
                "{{ awards.total | wrods }}",
                "cách viết «wrods» không có; chỉ có: prose, table, words.",
            ),
            (
                "{{ conference.title | words }}",
                "chỉ con số và ngày mới có cách viết riêng; hãy viết {{ conference.title }}.",
            ),
            ('{{ unit("zzz-zzz-zzz") }}', "Các tên bắt đầu bằng unit: unit."),
            ('{{ unit("cong-na") }}', 'Có phải {{ unit("cong-an") }} (in ra «'),
            ('{{ unit("cong-an", "short") }}', "không có đơn vị nào tên là «unit.cong-an.short»."),
            ('{{ figure("awards.total", "a", "b") }}', "hãy viết figure("),
            ("{{ cite() }}", "hãy viết cite("),
            ('{{ cite("cong-van-729") }}', "Có phải «cong-van-792» không?"),
            ("{{ document.number }}", "không có con số nào tên là «document.number»."),
            # Until 2026.
            ('{{ phrase("unit.cong-an") }}', 'nay viết {{ unit("cong-an") }}.'),
            ('{{ phrase("unit.cong-an.short") }}', 'nay viết {{ unit("cong-an", "short") }}.'),
            ('{{ phrase("conference.title") }}', "nay viết {{ conference.title }}."),
            ("{{ plan_content() }}", "câu chữ nay viết thẳng trong trang này"),
            ("{{ plan_purposes() }}", "câu chữ nay viết thẳng trong trang này"),
            ("{{ distribution() }}", "nay viết {{ document_foot() }}"),
            ('{{ sheet("dai-bieu") }}', "nay trang bộ in viết một lần {{ print_set() }}"),
        ]
    ),
)
def test_a_name_that_is_none_is_told_with_those_there_are(
    dossier: Dossier, typed: str, advice: str
) -> None:
    """No page has to be built to look them up."""
    dossier.page(f"# Thử {{ #thu }}\n\n{typed}\n")
    (told,) = dossier.told()
    assert told.startswith("docs/thu.md:7:1: lỗi: ") and advice in told
    assert "trang Đối chiếu" not in told


def test_a_block_called_twice_on_a_page_is_told_at_the_second(dossier: Dossier) -> None:
    dossier.page("# Thử { #thu }\n\n{{ awards_list() }}\n\n{{ banner() }}\n\n{{ awards_list() }}\n")
    (told,) = dossier.told()
    assert told.startswith("docs/thu.md:11:1: lỗi: «{{ awards_list() }}» đã gọi ở dòng 7")
    assert told.endswith("[page-block]")


def test_all_faulty_calls_of_a_page_are_told_in_one_run(dossier: Dossier) -> None:
    dossier.page(
        "{{ awards_list()\n\n{% set x = a %}\n\n{{ a.b }} {{ bases( }}\n{{ khong_co() }}\n"
    )
    assert [line.split(": ")[0] for line in dossier.told()] == [
        f"docs/thu.md:{place}" for place in ("5:1", "7:1", "9:1", "9:11", "10:1")
    ]


# --- Documents, and blocks of files there are not ---------------------------------------------------

OF_THE_PLAN = "---\npaper: document\ndocument: ke-hoach\n---\n"


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("ke-hoac", "không có văn bản «ke-hoac» trong documents.yml. Có phải «ke-hoach» không?"),
        ("Kế hoạch", "không có văn bản «Kế hoạch» trong documents.yml. Có phải «ke-hoach» không?"),
        ("giay-moi", "không có văn bản «giay-moi» trong documents.yml. Chỉ có: ke-hoach."),
    ],
)
def test_a_page_of_a_document_there_is_not_is_told(
    dossier: Dossier, typed: str, advice: str
) -> None:
    """Once, and not for each block of it."""
    head = OF_THE_PLAN.replace("ke-hoach", typed)
    dossier.page("# Thử\n\n{{ document_head() }}\n\n{{ document_foot() }}\n", head)
    (told,) = dossier.told()
    assert told.startswith("docs/thu.md:3:11: lỗi: ") and told.endswith("[page-document]")
    assert advice in told


def test_a_page_of_a_document_there_is_passes(dossier: Dossier) -> None:
    dossier.page("# Thử\n\n{{ bases() }}\n\nCó {{ bases.total }} căn cứ.\n", OF_THE_PLAN)
    assert dossier.told() == []


@pytest.mark.parametrize("typed", ["5", "[a]", '""', "{a: b}"])
def test_a_document_is_called_by_a_word(dossier: Dossier, typed: str) -> None:
    dossier.page("# Thử\n", OF_THE_PLAN.replace("ke-hoach", typed))
    (told,) = dossier.told()
    assert told.startswith("docs/thu.md:3:11: lỗi: ") and told.endswith("[page-front]")


def test_while_documents_cannot_be_read_no_page_is_blamed(dossier: Dossier) -> None:
    documents = dossier.own_data() / "documents.yml"
    text = documents.read_text("utf-8").replace("status: draft", "status: done")
    documents.write_text(text, "utf-8")
    dossier.page("# Thử\n", OF_THE_PLAN.replace("ke-hoach", "giay-moi"))
    assert [line.rsplit("[")[-1] for line in dossier.told()] == ["wrong-value]"]


@pytest.mark.parametrize("block", sorted(n for n, block in BLOCKS.items() if block.own_document))
def test_a_block_of_a_document_is_called_on_a_page_of_one(dossier: Dossier, block: str) -> None:
    dossier.page(f"# Thử\n\n{{{{ {block}() }}}}\n")
    (told,) = dossier.told()
    assert told.startswith("docs/thu.md:7:1: lỗi: ") and told.endswith("[page-block]")
    assert "hãy thêm dòng document: … với mã trong documents.yml." in told


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("agenda", "{{ agenda_table() }}"),
        ("awards", "{{ awards_list() }}"),
        ("banner", "{{ banner() }}"),
        ("citations", "{{ bases() }}"),
        ("delegates", '{{ delegates_table("1") }}'),
        ("documents", "{{ document_head() }}"),
        ("tasks", "{{ tasks_by_unit() }}"),
    ],
)
def test_a_block_of_a_file_there_is_not_is_told(dossier: Dossier, name: str, call: str) -> None:
    (dossier.own_data() / f"{name}.yml").unlink()
    dossier.page(f"# Thử\n\n{call}\n", OF_THE_PLAN)
    told = [line for line in dossier.told() if line.startswith("docs/thu.md:7")]
    assert len(told) == 1 and told[0].endswith("[page-block]")
    assert told[0].startswith("docs/thu.md:7:1: lỗi: ")
    assert f"lấy dữ liệu ở {name}.yml, mà hồ sơ không có tệp ấy" in told[0]


def test_a_figure_of_a_file_there_is_not_is_told(dossier: Dossier) -> None:
    (dossier.own_data() / "awards.yml").unlink()
    dossier.page("# Thử\n\n{{ awards.total }}\n")
    (told,) = [line for line in dossier.told() if line.startswith("docs/thu.md")]
    assert "7:1: lỗi: không có con số nào tên là «awards.total»." in told
    assert told.endswith("[page-figure]")


def test_a_page_of_a_document_while_there_are_none(dossier: Dossier) -> None:
    (dossier.own_data() / "documents.yml").unlink()
    dossier.page("# Thử\n", OF_THE_PLAN)
    told = [line for line in dossier.told() if line.startswith("docs/thu.md")]
    assert [line.split(": ")[0] for line in told] == ["docs/thu.md:3:11"]
    assert "hãy tạo tệp, hoặc xóa dòng document." in told[0]


# --- Markdown that does nothing here --------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "place", "advice"),
    a_few(
        [
            ("!!! note\n    chữ", "7:1", 'hãy viết !!! note "Ghi chú"'),
            ("!!! ghi chú\n    chữ", "7:1", 'hãy viết !!! note "Ghi chú"'),
            ("??? note\n    chữ", "7:1", "hộp ghi chú viết sai"),
            ('=== "Thẻ"\n\n    chữ', "7:1", "thẻ chuyển không dùng được"),
            ("~~chữ~~", "7:1", "chữ gạch ngang không dùng được"),
            ("| a | b |\n|---|---|\n| c | d | e |", "9:1", "hàng này có 3 ô mà bảng chỉ có 2 cột"),
            ("a | b\n--|--\nc | `d|e` | e", "9:1", "hàng này có 3 ô"),
            ("<!-- ghi chú\n\nchữ", "7:1", "ghi chú mở ở đây chưa đóng"),
            ("!!! *chữ*", "7:1", "hộp ghi chú viết sai"),
            ("[a]: chữ", "7:1", "không có ở đâu, nên không in ra"),
        ]
    ),
)
def test_markdown_the_site_does_not_know_is_told(
    dossier: Dossier, typed: str, place: str, advice: str
) -> None:
    dossier.page(f"# Thử {{ #thu }}\n\n{typed}\n")
    told = [line for line in dossier.told() if line.endswith("[page-markdown]")]
    assert told and told[0].startswith(f"docs/thu.md:{place}: lỗi: ")
    assert advice in told[0]


@pytest.mark.parametrize("text", ["", "\n", "chữ\n", "## Mục\n", "# Thử"])
def test_a_page_may_be_short(dossier: Dossier, text: str) -> None:
    dossier.page(text)
    assert dossier.told() == []
