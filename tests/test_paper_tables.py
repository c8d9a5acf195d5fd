"""Appendices and lists on paper: no cell lost, no row cut, the head on every sheet."""

from collections import Counter

import pytest
from folders import FROZEN
from lxml import html
from measure import BOTTOM, LEFT, RIGHT, TOP

PAGES = ("chuong-trinh", "dai-bieu", "khen-thuong", "phan-cong", "doi-chieu")
APPENDICES = PAGES[:-1]


def folded(text):
    """Letters only: where a cell breaks its lines is the sheet's business."""
    return "".join((text or "").replace("•", "").split())


def published_tables(site, page):
    """Every table of a page: head, other rows, as texts of the cells that are not empty."""
    for table in html.parse(site / f"{page}.html").getroot().cssselect("table.list"):
        rows = [
            [folded(cell.text_content()) for cell in row.cssselect("th, td")]
            for row in table.cssselect("tbody tr, tfoot tr")
        ]
        yield [folded(th.text_content()) for th in table.cssselect("thead th")], rows


def printed_rows(sheet):
    """Rows of the tables of a sheet. A caption, which is no row, may be taken for one: it spans."""
    for table in sheet.tables:
        for row in table:
            cells = [folded(cell) for cell in row if cell is not None]
            if len(cells) > 1:
                yield cells


@pytest.mark.parametrize("dossier", FROZEN)
@pytest.mark.parametrize("page", PAGES)
def test_every_cell_is_printed_exactly_once(printed, sites, dossier, page):
    sheets = printed(dossier, page)
    heads, expected = [], Counter()
    for head, rows in published_tables(sites[dossier], page):
        heads.append(head)
        expected.update(cell for row in rows for cell in row if cell)

    found = Counter()
    for sheet in sheets:
        for cells in printed_rows(sheet):
            if cells not in heads:
                found.update(cell for cell in cells if cell)

    assert found == expected


@pytest.mark.parametrize("dossier", FROZEN)
@pytest.mark.parametrize("page", PAGES)
def test_the_head_stands_on_every_sheet_a_table_reaches(printed, sites, dossier, page):
    heads = [h for h, _ in published_tables(sites[dossier], page)]
    for sheet in printed(dossier, page):
        for table in sheet.tables:
            rows = [[folded(cell) for cell in row if cell is not None] for row in table]
            rows = [row for row in rows if len(row) > 1]
            assert rows[0] in heads, (sheet.number, rows[0])


@pytest.mark.parametrize("dossier", FROZEN)
@pytest.mark.parametrize("page", PAGES)
def test_rows_and_ink_stay_inside_the_block(printed, dossier, page):
    for sheet in printed(dossier, page):
        for upper, lower in sheet.rows:
            assert TOP - 0.5 < upper < lower < sheet.height - BOTTOM + 0.5
        left, top, right, bottom = sheet.ink
        assert left > LEFT - 1
        assert right < sheet.width - RIGHT + 1
        assert top > TOP - 1
        assert bottom < sheet.height - BOTTOM + 1


def test_the_list_of_delegates_turns_and_has_everybody(printed):
    sheets = printed("full", "dai-bieu")
    assert all(sheet.landscape for sheet in sheets)
    assert len(sheets) <= 7  # 150 delegates: columns are as wide as their words need
    assert not any(sheet.landscape for sheet in printed("plan", "dai-bieu"))

    numbers = [
        cells[0]
        for sheet in sheets
        for cells in printed_rows(sheet)
        if len(cells) == 6 and cells[0].isdigit()
    ]
    assert numbers == [str(number) for number in range(1, 151)]


def test_all_who_are_awarded_are_listed(printed):
    names = Counter(
        cells[1]
        for sheet in printed("full", "khen-thuong")
        for cells in printed_rows(sheet)
        if len(cells) == 3 and cells[0].isdigit()
    )
    assert len(names) == sum(names.values()) == 28


@pytest.mark.parametrize("dossier", FROZEN)
@pytest.mark.parametrize("page", APPENDICES)
def test_an_appendix_says_what_it_belongs_to(printed, dossier, page):
    sheet = printed(dossier, page)[0]
    title, *rest = sheet.body[:3]
    count = 1 + next(n for n, row in enumerate(rest) if row.text.endswith(")"))
    reference = " ".join(row.text for row in rest[:count])

    assert title.bold and title.text == title.text.upper()
    number = {"plan": "số -KH/HU, ngày của", "full": "số 01-KH/MH, ngày 03/12/2031 của"}[dossier]
    assert reference.startswith(f"(Kèm theo Kế hoạch {number} Ban Thường vụ Huyện ủy")
    assert all(row.italic for row in rest[:count])
    for row in (title, *rest[:count]):
        block = (LEFT + sheet.width - RIGHT) / 2
        assert (row.left + row.right) / 2 == pytest.approx(block, abs=0.7)


@pytest.mark.parametrize("page", APPENDICES)
def test_letters_of_tables_are_12_or_13_and_heads_bold(printed, page):
    for sheet in printed("full", page):
        rows = [row for row in sheet.body if row.size < 14 and "•" not in row.text]
        assert {row.size for row in rows} <= {12, 13}
        assert any(row.bold for row in rows if row.base * 25.4 / 72 < sheet.height)
