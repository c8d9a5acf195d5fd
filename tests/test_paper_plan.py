"""The plan as a Party document, measured on the printed sheets; numbers from the Party's guides."""

import re
from itertools import pairwise

import pytest
from folders import FROZEN
from lxml import html
from measure import BOTTOM, LEFT, MM, RIGHT, TOP
from office_file import source_paragraphs

SERIF = re.compile(r"LiberationSerif(-Bold|-Italic|-BoldItalic)?")
PITCH, SPACE = 18, 6


@pytest.fixture(params=FROZEN)
def plan(request, printed):
    return printed(request.param, "ke-hoach")


@pytest.fixture
def draft(printed):
    return printed("plan", "ke-hoach")


def line(sheets, text):
    """The one line that reads so, with its sheet."""
    found = [(s, row) for s in sheets for row in s.lines if row.text == text]
    assert len(found) == 1, (text, found)
    return found[0]


def test_every_sheet_is_a4_upright(plan):
    for sheet in plan:
        assert sheet.width == pytest.approx(210, abs=0.5)
        assert sheet.height == pytest.approx(297, abs=0.5)


def test_the_ink_keeps_the_margins(plan):
    for sheet in plan:
        left, top, right, bottom = sheet.ink
        assert left == pytest.approx(LEFT, abs=1)
        assert right == pytest.approx(sheet.width - RIGHT, abs=1)
        assert TOP - 1 < top < TOP + 3, "the first line stands at the top of the block"
        assert bottom < sheet.height - BOTTOM + 1
    # Sheets are full: what is left over is less than a heading with two lines of text, or than the
    # foot with two lines of text.
    for sheet in plan[:-2]:
        assert sheet.ink[3] > sheet.height - BOTTOM - 40
    assert plan[-2].ink[3] > plan[-2].height - BOTTOM - 90


def test_letters_have_the_face_and_sizes_of_a_party_paper(plan):
    for sheet in plan:
        for row in sheet.body:
            assert all(SERIF.fullmatch(font) for font in row.fonts), row
            assert row.sizes <= {12, 14, 15, 16}, row


@pytest.mark.parametrize(
    ("text", "size", "bold", "italic"),
    [
        ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, True, False),
        ("ĐẢNG BỘ THÀNH PHỐ", 14, False, False),
        ("HẢI PHÒNG", 14, False, False),
        ("*", 14, False, False),
        ("Số -KH/HU", 14, False, False),
        ("Dự thảo", 14, False, True),
        ("KẾ HOẠCH", 16, True, False),
        ("Tổ chức Hội nghị tổng kết công tác dân vận năm 2022;", 14, True, False),
        ("-----", 14, False, False),
        ("I. MỤC ĐÍCH, YÊU CẦU", 14, True, False),
        ("1. Nội dung:", 14, True, False),
        ("Nơi nhận:", 14, False, False),
        ("- Lưu Văn phòng Huyện ủy.", 12, False, False),
        ("T/M BAN THƯỜNG VỤ", 14, True, False),
        ("PHÓ BÍ THƯ", 14, False, False),
        ("Bùi Gia Huân", 14, True, False),
    ],
)
def test_each_part_has_its_size_and_style(draft, text, size, bold, italic):
    _, row = line(draft, text)

    assert (row.size, row.bold) == (size, bold)
    assert row.italic == italic


def middle(row):
    return (row.left + row.right) / 2


def test_the_head_stands_in_two_columns(draft):
    left_column, right_column = LEFT + 75 / 2, LEFT + 75 + 90 / 2
    for text in ("ĐẢNG BỘ THÀNH PHỐ", "HẢI PHÒNG", "*", "Số -KH/HU", "Dự thảo"):
        assert middle(line(draft, text)[1]) == pytest.approx(left_column, abs=0.5), text
    committee = next(row for row in draft[0].lines if row.text == "HUYỆN ỦY VĨNH BẢO")
    assert (committee.size, committee.bold) == (14, True)
    assert middle(committee) == pytest.approx(left_column, abs=0.5)

    day = next(row for row in draft[0].lines if row.text.startswith("Vĩnh Bảo, ngày"))
    assert day.text == "Vĩnh Bảo, ngày tháng 12 năm 2022"
    assert day.italic
    assert middle(day) == pytest.approx(right_column, abs=0.5)
    assert day.base == pytest.approx(line(draft, "Số -KH/HU")[1].base, abs=0.1)


def test_the_party_title_has_a_rule_exactly_as_long_as_itself(plan):
    sheet, title = line(plan, "ĐẢNG CỘNG SẢN VIỆT NAM")
    assert middle(title) == pytest.approx(LEFT + 75 + 45, abs=0.5)
    (rule,) = [
        drawn
        for drawn in sheet.lines_drawn
        if drawn["non_stroking_color"] != (1, 1, 1)
        and 0 < drawn["top"] - title.base < 8
        and drawn["x0"] * MM > LEFT + 75
    ]
    assert rule["x0"] * MM == pytest.approx(title.left, abs=0.5)
    assert rule["x1"] * MM == pytest.approx(title.right, abs=0.5)


def test_what_is_open_stays_a_gap_and_what_is_settled_is_printed(draft, printed):
    sheet, number = line(draft, "Số -KH/HU")
    letters = [c for c in sheet.chars if abs(c["page_height"] - c["matrix"][5] - number.base) < 0.5]
    letters = sorted((c for c in letters if c["x0"] * MM < LEFT + 75), key=lambda c: c["x0"])
    assert max(b["x0"] - a["x1"] for a, b in pairwise(letters) if b["text"] != " ") * MM > 8

    full = {row.text for row in printed("full", "ke-hoach")[0].lines}
    assert {"Số 01-KH/MH", "Minh Họa, ngày 03 tháng 12 năm 2031"} <= full
    assert not any("Dự thảo" in text for text in full)


def body_rows(sheets):
    """Rows of the running text: between the hyphens and the foot."""
    for sheet in sheets:
        for row in sheet.body:
            if row.text == "Nơi nhận:":
                return
            if row.size == 14 and (sheet.number > 1 or row.base > 270):
                yield sheet, row


def test_lines_stand_18_pt_apart_and_paragraphs_6_more(plan):
    distances = []
    for (sheet, row), (next_sheet, following) in pairwise(body_rows(plan)):
        if sheet is next_sheet:
            distances.append((following.base - row.base, following))

    lines = [d for d, row in distances if d < PITCH + 1]
    assert all(d == pytest.approx(PITCH, abs=0.1) for d in lines) and len(lines) > 15
    paragraphs = [d for d, row in distances if row.text.startswith("- ")]
    assert min(paragraphs) >= PITCH + SPACE - 0.1


def test_paragraphs_are_indented_and_justified(plan):
    firsts = [row for _, row in body_rows(plan) if row.text.startswith("- ")]
    assert len(firsts) > 15
    assert all(row.left == pytest.approx(LEFT + 10, abs=0.5) for row in firsts)
    full = [row for _, row in body_rows(plan) if row.left < LEFT + 1]
    at_the_edge = [row for row in full if row.right == pytest.approx(210 - RIGHT, abs=0.7)]
    assert len(at_the_edge) > len(full) / 3
    assert max(row.right for row in full) < 210 - RIGHT + 0.7


def test_section_headings_are_centred(plan):
    rows = [row for s in plan for row in s.body if re.match(r"I+\. [A-ZĐ]", row.text)]
    assert len(rows) == 3
    for row in rows:
        assert row.bold
        assert middle(row) == pytest.approx((LEFT + 210 - RIGHT) / 2, abs=0.5)


def test_a_heading_never_stands_alone_at_the_end_of_a_sheet(plan):
    for sheet in plan:
        assert not sheet.body[-1].bold or sheet is plan[-1]


def test_pages_are_numbered_from_the_second_10_mm_from_the_edge(plan):
    assert plan[0].head == []
    for sheet in plan[1:]:
        (number,) = sheet.head
        assert number.text == str(sheet.number)
        assert (number.size, number.bold, number.italic) == (14, False, False)
        assert middle(number) == pytest.approx((LEFT + 210 - RIGHT) / 2, abs=0.5)
        assert number.top == pytest.approx(10, abs=1)


def test_the_signature_stays_with_the_last_lines_of_the_text(plan, request):
    last = plan[-1]
    texts = [row.text for row in last.body]
    at = texts.index("Nơi nhận:")
    assert at >= 2, "at least two lines of the text stand above"
    authority = next(row for row in last.body if row.text.startswith("T/M "))
    assert authority.base == pytest.approx(last.body[at].base, abs=0.1)
    assert last.body[at].left == pytest.approx(LEFT, abs=0.5)
    assert authority.left > 210 / 2
    post = next(row for row in last.body if row.text == "PHÓ BÍ THƯ")
    name = max((row for row in last.body if row.left > 105), key=lambda row: row.base)
    assert post.base - authority.base == pytest.approx(PITCH, abs=0.1)
    assert name.base - post.base == pytest.approx(5 * PITCH, abs=0.5), "four blank lines"
    assert middle(name) == pytest.approx(middle(post), abs=0.5)


def test_nobody_is_missing_from_the_distribution_list(plan, sites, request):
    tree = html.parse(sites[request.node.callspec.params["plan"]] / "ke-hoach.html").getroot()
    listed = [" ".join(li.text_content().split()) for li in tree.cssselect(".distribution li")]
    left = " ".join(row.text for row in plan[-1].body if row.left < 105)
    assert len(listed) == 8
    for text in listed:
        assert f"- {text}" in left


def test_the_sheets_hold_the_office_s_text_word_for_word(draft):
    printed_text = "".join(
        row.text.replace(" ", "")
        for sheet in draft
        for row in sheet.body
        if not (sheet is draft[-1] and row.left < 105 and row.size == 12)
    )
    missing = []
    for paragraph in source_paragraphs():
        plain = paragraph.replace(" ", "")
        if plain not in printed_text:
            missing.append(paragraph)

    # The lines of the distribution list stand beside the signature: measured above.
    assert len(missing) <= 8 and all(text.endswith((",", ";", ".")) for text in missing), missing


def test_the_signed_document_carries_no_stamp(plan):
    for sheet in plan:
        assert not any("mã" in row.text for row in sheet.foot)
