"""The one table of all blocks: columns declared once, seen on screen, on a phone, on paper, in CSV."""

import csv
import io
import re

import pytest
from folders import FROZEN
from lxml import html

from conference.render.tables import KINDS, Column, columns

POSITION = re.compile(r":(?:nth|first|last|only)-[\w-]+")
OF_A_TABLE = re.compile(r"(?<![\w.#-])(?:table|t[hdr]|tbody|thead|tfoot)(?![\w-])")
TYPED = "table:not([class])"
"""A table typed in Markdown, which declares no columns."""


@pytest.mark.parametrize("dossier", FROZEN)
def test_every_table_declares_its_columns(sites, dossier):
    seen = set()
    for page in sites[dossier].glob("*.html"):
        for table in html.parse(page).getroot().cssselect("table.list"):
            seen.add(page.stem)
            heads = table.cssselect("thead th")
            assert len({head.get("data-column") for head in heads} - {None}) == len(heads), page
            kinds = {head.text_content(): head.get("class").split()[0] for head in heads}
            assert len(kinds) == len(heads), page  # cells name their column by its head
            assert set(kinds.values()) <= set(KINDS), page
            for cell in table.cssselect("tbody :is(th, td), tfoot :is(th, td)"):
                # Papers of the print set name no columns: they are made to be printed.
                own = kinds[cell.get("data-name")] if page.stem != "bo-in" else None
                assert cell.get("class").split()[0] in (own, *([] if own else KINDS)), page
    assert {"bo-in", "chuong-trinh", "dai-bieu", "doi-chieu", "huong-dan", "phan-cong"} <= seen


def test_no_style_knows_a_column_by_its_place_or_a_table_by_its_name(site):
    style = "\n".join(path.read_text("utf-8") for path in (site / "assets").glob("*.css"))
    style = re.sub(r"/\*.*?\*/", "", style, flags=re.S)
    selectors = [part.strip() for part in re.findall(r"([^{};]+)\{", style)]
    assert len(selectors) > 300

    placed = [
        s for s in selectors if POSITION.search(s) and OF_A_TABLE.search(s) and TYPED not in s
    ]
    assert placed == []
    assert set(re.findall(r"table\.([\w-]+)", style)) == {"list", "cards", "fixed"}


def test_no_script_knows_a_column_by_its_place(site):
    for path in (site / "assets/js").glob("*.js"):
        found = re.findall(
            r"cellIndex|\.cells\[|\bnth-|table\.(?!dataset|closest)[a-z-]+ ",
            path.read_text("utf-8"),
        )
        assert found == [], path.name


def test_a_kind_that_no_style_knows_is_refused():
    for wrong in ({"kind": "nunber"}, {"phone": "hiden"}):
        with pytest.raises(ValueError, match="column seat"):
            Column("seat", "Chỗ ngồi", **wrong)
    declared = columns(Column("number", "TT", "number"), None, Column("seat", "Chỗ ngồi"))
    assert [column.edge for column in declared.values()] == [True, False]


@pytest.mark.every(3)
@pytest.mark.parametrize("width", [1280, 700])
@pytest.mark.parametrize(("address", "table"), [("dai-bieu", "people"), ("doi-chieu", "figures")])
def test_heads_stay_in_sight_on_screen(browser, full_site, address, table, width):
    page = browser.new_page(viewport={"width": width, "height": 600})
    page.goto((full_site / f"{address}.html").as_uri())
    middle, head, under = page.evaluate(
        """name => {
          const table = document.querySelector(`table.${name}`);
          const rows = table.tBodies[0].rows;
          rows[rows.length >> 1].scrollIntoView({ block: "start", behavior: "instant" });
          const box = (element) => element.getBoundingClientRect();
          const [head] = table.tHead.rows[0].cells;
          return [box(rows[rows.length >> 1]), box(head), box(document.querySelector(".md-header"))];
        }""",
        table,
    )
    assert head["top"] == pytest.approx(under["bottom"], abs=1)
    assert head["bottom"] <= middle["top"] + 1 < 600
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.close()


def test_a_list_of_150_takes_seven_sheets_with_the_head_on_each(printed):
    sheets = printed("full", "dai-bieu")
    assert len(sheets) <= 7
    heads = ["TT", "Họ và tên", "Chức vụ", "Đơn vị", "Khối", "Chỗ ngồi"]
    for sheet in sheets:
        rows = [
            [cell for cell in row if cell is not None] for table in sheet.tables for row in table
        ]
        assert heads in rows, sheet.number


@pytest.mark.every(3)
@pytest.mark.parametrize("left_out", ["", "seat"])
@pytest.mark.parametrize("address", ["chuong-trinh", "dai-bieu", "khen-thuong", "phan-cong"])
def test_the_csv_holds_the_columns_that_are_declared(
    browser, full_site, tmp_path, address, left_out
):
    page = browser.new_page(accept_downloads=True)
    body = (full_site / f"{address}.html").read_text("utf-8")
    if left_out:
        body = body.replace(f'data-column="{left_out}">', f'data-column="{left_out}" data-no-csv>')
    page.route("**/*.html*", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto((full_site / f"{address}.html").as_uri())
    buttons = page.get_by_role("button", name="Tải về (mở bằng Excel)")
    tables = page.locator("table[data-list]")
    assert buttons.count() == tables.count() > 0
    for button, table in zip(buttons.all(), tables.all(), strict=True):
        heads = table.locator("thead th:not([data-no-csv])")
        declared = [text.strip() for text in heads.all_inner_texts()]
        declared += heads.evaluate_all("all => all.map(head => head.dataset.part).filter(Boolean)")
        with page.expect_download() as started:
            button.click()
        started.value.save_as(tmp_path / "list.csv")
        lines = list(csv.reader(io.StringIO((tmp_path / "list.csv").read_text("utf-8-sig"))))
        assert lines[0] == declared and ("Chỗ ngồi" not in declared or not left_out)
        assert {len(line) for line in lines} == {len(declared)}
    page.close()


def test_a_column_is_hidden_on_a_phone_or_signed_in_on_paper(browser, full_site):
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto((full_site / "dai-bieu.html").as_uri())
    seat = page.locator("table.people tbody td[data-name='Chỗ ngồi']").first
    assert seat.is_visible()
    seat.evaluate("cell => { cell.className = 'text phone-hidden' }")
    assert not seat.is_visible()

    seat.evaluate("cell => { cell.className = 'sign' }")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(media="print")
    box = seat.bounding_box()
    assert box["width"] * 25.4 / 96 >= 34.9 and box["height"] * 25.4 / 96 >= 11.9
    page.close()
