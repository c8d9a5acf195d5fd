"""The built site as a reader sees it."""

import re
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import html

ROOT = Path(__file__).resolve().parent.parent
TYPED_IN_DATA = set(re.findall(r"\d+", "150 8 08 20 5 05 15 28 7 07 3 03 4 04 2022 2023 26 12"))
PAGES = tuple(path.stem for path in sorted((ROOT / "docs").glob("*.md")))
FIXED_PAGES = {"index", "ke-hoach", "chuong-trinh", "dai-bieu", "khen-thuong", "phan-cong"}
FIXED_PAGES |= {"tit-chu", "doi-chieu", "bo-in", "huong-dan"}


@pytest.fixture(scope="session")
def trees(site):
    """Page name → parsed page."""
    return {name: html.parse(site / f"{name}.html").getroot() for name in PAGES}


def words(element) -> str:
    """The text of an element as read, white space folded."""
    return " ".join(element.text_content().split())


def article(tree):
    (found,) = tree.cssselect("article.md-content__inner")
    return found


def figures(tree):
    return tree.cssselect("data.figure")


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_built_and_stands_in_the_navigation(trees, name):
    links = {a.get("href") for a in trees["khen-thuong"].cssselect("nav.md-nav--primary a")}

    assert f"{name}.html" in links or name == "khen-thuong"
    assert article(trees[name]).cssselect("h1")


def test_no_other_page_is_built(site):
    assert {p.stem for p in site.glob("*.html")} == {*FIXED_PAGES, "404"}


def source_paragraphs():
    """The paragraphs of the office's file, marks of Markdown taken off, known slips put right."""
    text = (ROOT / "tests/source/ke-hoach-goc.md").read_text(encoding="utf-8")
    for line in text.replace("đề báo cáo", "để báo cáo").splitlines():
        plain = re.sub(r"^(\\\*|[-#]+)\s+|\*\*", "", line.strip()).strip()
        plain = " ".join(plain.replace("**", "").split())
        if plain and plain != "-----":
            yield plain


def test_the_plan_is_published_word_for_word_in_its_own_order(trees):
    published = words(article(trees["ke-hoach"]))
    position, found = 0, 0

    for paragraph in source_paragraphs():
        at = published.find(paragraph, position)
        assert at >= 0, f"missing or out of order: {paragraph}"
        position, found = at + len(paragraph), found + 1

    assert found == 57


HEAD_OF_THE_PLAN = (
    "ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG HUYỆN ỦY VĨNH BẢO * Số -KH/HU Dự thảo "
    "ĐẢNG CỘNG SẢN VIỆT NAM Vĩnh Bảo, ngày tháng 12 năm 2022"
)


def test_the_plan_adds_nothing_to_the_source_but_its_head(trees):
    plan = deepcopy(article(trees["ke-hoach"]))
    (head,) = plan.cssselect(".document-head")
    assert words(head) == HEAD_OF_THE_PLAN

    head.drop_tree()
    for buttons in plan.cssselect(".tools"):
        buttons.drop_tree()
    published = words(plan)
    for paragraph in source_paragraphs():
        published = published.replace(paragraph, "", 1)

    assert published.split() == ["-----"]


def test_a_figure_has_one_value_on_all_pages(trees):
    values: dict[str, set[str]] = {}
    for tree in trees.values():
        for element in figures(tree):
            values.setdefault(element.get("data-figure"), set()).add(element.get("value"))

    assert {name: v for name, v in values.items() if len(v) > 1} == {}
    expected = {"awards.total": {"28"}, "delegates.stated": {"150"}, "agenda.total": {"7"}}
    assert {name: values[name] for name in expected} == expected


def test_no_figure_stands_in_a_link_where_a_click_would_lead_away(trees):
    assert [name for name, tree in trees.items() if article(tree).cssselect("a data.figure")] == []


def test_a_figure_reads_as_its_value(trees):
    from conference.wording import from_roman, in_words

    count = 0
    for name, tree in trees.items():
        for element in figures(tree):
            text, value = words(element), int(element.get("value"))
            read = int(text.replace(".", "")) if text[0].isdigit() else None
            if read is None and text != in_words(value):
                read = from_roman(text)
            assert read in (None, value), (name, element.get("data-figure"), text)
            count += 1

    assert count > 100


@pytest.mark.parametrize("name", PAGES)
def test_no_braces_are_left_over(trees, name):
    tree = deepcopy(article(trees[name]))
    if name == "huong-dan":  # the guide shows how references are typed
        for example in tree.cssselect("code, pre, table.rules"):
            example.drop_tree()

    assert not re.search(r"\{\{|\}\}|\{%|\{[a-z]+\.", words(tree))


@pytest.mark.parametrize("name", PAGES)
def test_ids_are_unique_and_links_lead_somewhere(site, trees, name):
    ids = [e.get("id") for e in trees[name].cssselect("[id]")]
    assert len(ids) == len(set(ids)), sorted({i for i in ids if ids.count(i) > 1})

    for link in trees[name].cssselect("a[href]"):
        href = link.get("href")
        assert not re.match(r"[a-z]+:|//", href), href
        target, _, fragment = href.partition("#")
        page = Path(target or f"{name}.html").stem if target != "." else "index"
        assert page in PAGES, href
        if fragment and not fragment.startswith("__"):
            assert trees[page].get_element_by_id(fragment, None) is not None, href


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_fetched_from_elsewhere(trees, name):
    for element in trees[name].cssselect("[src], link[href]"):
        address = element.get("src") or element.get("href")
        assert not re.match(r"(https?:)?//", address), address


@pytest.mark.parametrize("name", PAGES)
def test_tables_have_caption_and_headers_for_columns_and_rows(trees, name):
    for table in trees[name].cssselect("table.list"):
        assert table.cssselect("caption")
        assert all(th.get("scope") == "col" for th in table.cssselect("thead th"))
        spans = 0
        for row in table.cssselect("tbody tr"):
            heads = row.cssselect("th[scope^=row]")
            spans = max(int(heads[0].get("rowspan", 1)) if heads else spans - 1, 0)
            assert heads or spans > 0, words(row)


@pytest.mark.parametrize("path", sorted((ROOT / "docs").glob("*.md")), ids=lambda p: p.stem)
def test_no_number_of_the_data_is_typed_in_a_page(path):
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"<!--.*?-->|\{\{.*?\}\}|```.*?```|`[^`]*`", "", text, flags=re.DOTALL)
    text = re.sub(r"(?m)^#+ \d+\.", "", text)
    numbers = set(re.findall(r"(?<![\w.])\d+(?!\w)", text))

    assert numbers.isdisjoint(TYPED_IN_DATA)


def test_pages_say_where_their_data_stands():
    for name in PAGES:
        text = (ROOT / f"docs/{name}.md").read_text(encoding="utf-8")
        blocks = re.findall(r"^\{\{ (?!figure|phrase|sheet|print_set_form)", text, re.MULTILINE)
        assert not blocks or "data/" in text, name


def test_the_reconciliation_lists_every_figure_of_every_page(trees):
    shown = {e.get("data-figure") for tree in trees.values() for e in figures(tree)}
    table = trees["doi-chieu"].cssselect("table.figures tbody data.figure")
    listed = [e.get("data-figure") for e in table]

    assert len(listed) == len(set(listed))
    assert shown <= set(listed)


def test_the_reconciliation_names_the_pages_that_show_a_figure(trees):
    for row in trees["doi-chieu"].cssselect("table.figures tbody tr"):
        name = row.cssselect("data.figure")[0].get("data-figure")
        linked = {a.get("href").removesuffix(".html") for a in row.cssselect("td a")}
        showing = {
            page
            for page, tree in trees.items()
            if page not in ("doi-chieu", "bo-in")
            and any(e.get("data-figure") == name for e in figures(tree))
        }
        assert linked == showing, name


@pytest.mark.parametrize("name", sorted(FIXED_PAGES - {"huong-dan"}))
def test_every_number_on_a_page_stands_in_the_element_that_names_it(trees, name, dossier):
    tree = deepcopy(article(trees[name]))
    # Left to stand: figures, row numbers, numbered headings, and how a figure was counted.
    counted = "table.figures td:nth-child(3), .number, code"
    for element in tree.cssselect(f"data.figure, {counted}"):
        element.drop_tree()
    for heading in tree.cssselect("h2, h3"):
        if heading.text:
            heading.text = re.sub(r"^\s*\d+\.", "", heading.text)
    text = words(tree).replace(dossier.conference.form.norm, "")
    for basis in dossier.bases.bases:
        text = text.replace(basis.number, "").replace(basis.date.strftime("%d/%m/%Y"), "")

    assert re.findall(r"\S*\d\S*", text) == []
