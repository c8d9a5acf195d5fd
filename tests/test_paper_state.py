"""Papers of the State, letters, and papers of several who sign, measured on the printed sheets.

The State's numbers are those of Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I (the paragraph stands
beside each); the Party's those of Hướng dẫn 36-HD/VPTW.
"""

from itertools import pairwise

import pytest
from measure import LEFT, MM, read_sheets

RIGHT_EDGE, MIDDLE = 210 - 15, (30 + 210 - 15) / 2
LEFT_COLUMN, RIGHT_COLUMN = LEFT + 67 / 2, LEFT + 67 + 98 / 2
STATE_PAPERS = (
    ("truc-tuyen", "ke-hoach"),
    ("truc-tuyen", "lien-tich"),
    ("truc-tuyen", "cong-van"),
    ("full", "quyet-dinh"),
)


@pytest.fixture(params=STATE_PAPERS, ids=lambda paper: "-".join(paper))
def paper(request, state_printed):
    return state_printed(*request.param)


@pytest.fixture
def plan(state_printed):
    return state_printed("truc-tuyen", "ke-hoach")


@pytest.fixture
def joint(state_printed):
    return state_printed("truc-tuyen", "lien-tich")


@pytest.fixture
def letter(state_printed):
    return state_printed("truc-tuyen", "cong-van")


@pytest.fixture
def party(state_printed):
    """Three bodies issue it, three sign it."""
    return state_printed("truc-tuyen", "chuong-trinh")


def line(sheets, text):
    """The one line that reads so."""
    found = [row for sheet in sheets for row in sheet.lines if row.text == text]
    assert len(found) == 1, (text, found)
    return found[0]


def middle(row):
    return (row.left + row.right) / 2


def rules_under(sheet, row):
    """From where to where the lines drawn right under a line of text reach, those over it left out."""
    return [
        (drawn["x0"] * MM, drawn["x1"] * MM)
        for drawn in sheet.lines_drawn
        if drawn["non_stroking_color"] != (1, 1, 1)
        and 0 < drawn["top"] - row.base < 10
        and row.left - 1 < (drawn["x0"] + drawn["x1"]) / 2 * MM < row.right + 1
    ]


def test_the_sheet_and_its_margins(paper):
    """I.1, I.3: A4; above and below 20 to 25 mm, at the left 30 to 35, at the right 15 to 20."""
    for sheet in paper:
        assert (sheet.width, sheet.height) == pytest.approx((210, 297), abs=0.5)
        left, top, right, bottom = sheet.ink
        assert 30 - 0.5 <= left <= 35 and 210 - 20 <= right <= 210 - 15 + 0.5
        assert 20 - 1 <= top <= 25 and bottom <= 297 - 20 + 1


@pytest.mark.parametrize(
    ("text", "sizes", "bold", "italic"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", (12, 13), True, False),  # II.1a
        ("Độc lập - Tự do - Hạnh phúc", (13, 14), True, False),  # II.1b
        ("BỘ MINH HỌA", (12, 13), False, False),  # II.2b
        ("TỔNG CỤC MINH HỌA", (12, 13), True, False),  # II.2b
        ("Số: 05/KH-TCMH", (13, 13), False, False),  # II.3c
        ("Minh Họa, ngày 05 tháng 01 năm 2032", (13, 14), False, True),  # II.4c
        ("KẾ HOẠCH", (13, 14), True, False),  # II.5b
        (
            "Tổ chức Hội nghị trực tuyến minh họa triển khai nhiệm vụ năm 2032",
            (13, 14),
            True,
            False,
        ),
        ("Căn cứ Luật Minh Họa;", (13, 14), False, True),  # II.6a
        ("I. MỤC ĐÍCH", (13, 14), True, False),  # V.6b
        ("1. Thời gian, địa điểm", (13, 14), True, False),  # V.6b
        (
            "- Hội nghị được tổ chức trực tuyến ở 02 điểm cầu, thiết thực, tiết kiệm.",
            (13, 14),
            False,
            False,
        ),
        ("TL. TỔNG CỤC TRƯỞNG", (13, 14), True, False),  # II.7đ
        ("CHÁNH VĂN PHÒNG", (13, 14), True, False),
        ("Nguyễn Văn Minh", (13, 14), True, False),
        ("Nơi nhận:", (12, 12), True, True),  # II.9d
        ("- Bộ Minh Họa (để b/c);", (11, 11), False, False),
        ("- Lưu: VT, KH (N.MH-05b).", (11, 11), False, False),
    ],
)
def test_each_part_has_its_size_and_style(plan, text, sizes, bold, italic):
    row = line(plan, text)

    assert sizes[0] <= row.size <= sizes[1]
    assert (row.bold, row.italic) == (bold, italic)


def test_sizes_move_together(paper):
    """V, note 2: the nation 13, the motto 14, place and day 14; or 12, 13, 13."""
    nation = next(row for row in paper[0].lines if row.text.endswith("CHỦ NGHĨA VIỆT NAM")).size
    day = next(row for row in paper[0].lines if ", ngày" in row.text and row.italic)
    motto = line(paper, "Độc lập - Tự do - Hạnh phúc").size

    assert (nation, motto, day.size) in {(13, 14, 14), (12, 13, 13)}


def test_the_head_stands_in_two_columns(plan):
    """II.1 to II.4, IV: bodies and number at the left, the nation with place and day at the right."""
    at_the_left = ["BỘ MINH HỌA", "TỔNG CỤC MINH HỌA", "Số: 05/KH-TCMH"]
    at_the_right = [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Minh Họa, ngày 05 tháng 01 năm 2032",
    ]
    for column, texts in ((LEFT_COLUMN, at_the_left), (RIGHT_COLUMN, at_the_right)):
        rows = [line(plan, text) for text in texts]
        assert [row.base for row in rows] == sorted(row.base for row in rows)
        for row in rows:
            assert middle(row) == pytest.approx(column, abs=0.7), row

    first = [line(plan, texts[0]).base for texts in (at_the_left, at_the_right)]
    last = [line(plan, texts[-1]).base for texts in (at_the_left, at_the_right)]
    assert first[0] == pytest.approx(first[1], abs=0.1), "both columns begin on one line"
    assert last[0] == pytest.approx(last[1], abs=0.1), "number and day stand on one line"


def test_the_motto_has_a_rule_as_long_as_itself(paper):
    """II.1b."""
    motto = line(paper, "Độc lập - Tự do - Hạnh phúc")
    (rule,) = rules_under(paper[0], motto)

    assert rule == pytest.approx((motto.left, motto.right), abs=0.5)


@pytest.mark.parametrize(
    ("page", "text", "longest"),
    [
        ("ke-hoach", "TỔNG CỤC MINH HỌA", ""),
        ("ke-hoach", "Tổ chức Hội nghị trực tuyến minh họa triển khai nhiệm vụ năm 2032", ""),
        ("lien-tich", "TỈNH MINH HỌA", "ỦY BAN NHÂN DÂN"),
        ("lien-tich", "Về việc phối hợp tổ chức hội nghị", ""),
        ("cong-van", "VĂN PHÒNG", ""),
    ],
)
def test_bodies_and_titles_have_a_rule_of_a_third_to_a_half(state_printed, page, text, longest):
    """II.2b, II.5b: a third to a half of the line (of the longest, of several), and in its middle."""
    sheets = state_printed("truc-tuyen", page)
    row = line(sheets, text)
    ((left, right),) = rules_under(sheets[0], row)
    measured = line(sheets, longest or text)

    assert 1 / 3 <= (right - left) / (measured.right - measured.left) <= 1 / 2
    assert (left + right) / 2 == pytest.approx(middle(row), abs=0.5)


def running_text(sheets):
    """Lines of the text, with their sheets: below the title, above the foot."""
    for sheet in sheets:
        for row in sheet.body:
            if row.text == "Nơi nhận:":
                return
            if sheet.number > 1 or row.base > 190:
                yield sheet, row


def test_the_text_is_indented_justified_and_spaced(plan):
    """II.6e: indent 10 or 12.7 mm, single to 1.5 lines, at least 6 pt more between paragraphs."""
    rows = list(running_text(plan))
    firsts = [row for _, row in rows if row.text[0] in "-+" or row.text.startswith("Căn cứ")]
    assert len(firsts) > 10
    for row in firsts:
        assert row.left - LEFT == pytest.approx(10, abs=0.5)
    assert max(row.right for _, row in rows) == pytest.approx(RIGHT_EDGE, abs=0.7)
    assert min(row.left for _, row in rows) == pytest.approx(LEFT, abs=0.5)

    pitches = [
        (after.base - before.base, after)
        for (sheet, before), (other, after) in pairwise(rows)
        if sheet is other
    ]
    lines = [pitch for pitch, row in pitches if row.left < LEFT + 1]
    single = 14 * 1.15
    assert len(lines) > 3 and all(single <= pitch <= 1.5 * single for pitch in lines)
    paragraphs = [pitch for pitch, row in pitches if row in firsts]
    assert min(paragraphs) >= max(lines) + 6 - 0.1


def test_pages_are_numbered_from_the_second(plan):
    """I.7: 13 to 14 pt, upright, in the middle of the upper margin, none on the first."""
    assert plan[0].head == [] and len(plan) > 1
    for sheet in plan[1:]:
        (number,) = sheet.head
        assert number.text == str(sheet.number) and 13 <= number.size <= 14
        assert not (number.bold or number.italic)
        assert middle(number) == pytest.approx(MIDDLE, abs=0.5)


def test_the_distribution_list_stands_level_with_the_authority(plan):
    """II.9d: level with the line of authority, at the left margin; the signature at the right."""
    label, authority = line(plan, "Nơi nhận:"), line(plan, "TL. TỔNG CỤC TRƯỞNG")
    post, name = line(plan, "CHÁNH VĂN PHÒNG"), line(plan, "Nguyễn Văn Minh")

    assert label.left == pytest.approx(LEFT, abs=0.5)
    assert label.base == pytest.approx(authority.base, abs=1)
    assert authority.base < post.base < name.base
    assert name.base - post.base > 3 * 18, "room to sign in"
    for row in (authority, post, name):
        assert row.left > 210 / 2 and middle(row) == pytest.approx(middle(name), abs=0.5)


def test_the_head_of_an_appendix(state_printed):
    """III.1: «Phụ lục» 14 bold in small letters, its title 13 to 14 bold capitals, the reference italic."""
    (sheet,) = state_printed("truc-tuyen", "phu-luc-lien-tich")
    word, title, *reference = sheet.body[:4]

    assert (word.text, word.size, word.bold, word.italic) == ("Phụ lục", 14, True, False)
    assert (title.text, title.bold, title.italic) == ("NỘI DUNG PHỐI HỢP", True, False)
    assert 13 <= title.size <= 14
    assert " ".join(row.text for row in reference) == (
        "(Kèm theo Thông báo số 12/TB-TCMH-UBND ngày 06 tháng 01 năm 2032 "
        "của Tổng cục Minh Họa và Ủy ban nhân dân tỉnh Minh Họa)"
    )
    assert all(row.italic and not row.bold and 13 <= row.size <= 14 for row in reference)
    for row in (word, title, *reference):
        assert middle(row) == pytest.approx(MIDDLE, abs=0.7)


def test_a_letter_says_what_it_is_about_under_its_number(letter):
    """II.5b: «V/v», 12 to 13 upright, 6 pt under the number and in its middle; II.9d: «Kính gửi»."""
    number, about = line(letter, "Số: /VP-HC"), line(letter, "V/v chuẩn bị đường truyền")
    assert 12 <= about.size <= 13 and not (about.bold or about.italic)
    assert middle(about) == pytest.approx(LEFT_COLUMN, abs=0.7)
    assert about.base - number.base >= 18 + 3

    label = line(letter, "Kính gửi:")
    first, last = (
        line(letter, "- Trung tâm Công nghệ Minh Họa;"),
        line(letter, "- Vụ Kế hoạch Minh Họa."),
    )
    for row in (label, first, last):
        assert 13 <= row.size <= 14 and not (row.bold or row.italic)
    assert label.base < first.base < last.base
    assert first.left == last.left == pytest.approx(label.right, abs=2), "dashes under the colon"


def test_marks_stand_under_the_number_and_apart(letter):
    """III.2c: 13 to 14 bold capitals in a box of one line."""
    draft, mark = line(letter, "Dự thảo lần 2"), line(letter, "LƯU HÀNH NỘI BỘ")
    assert draft.italic and draft.size == 14
    assert 13 <= mark.size <= 14 and mark.bold
    for row in (draft, mark):
        assert middle(row) == pytest.approx(LEFT_COLUMN, abs=0.7)
    (box,) = [
        drawn
        for drawn in letter[0].lines_drawn
        if not drawn["fill"] and drawn["x0"] * MM < mark.left < mark.right < drawn["x1"] * MM
    ]
    assert draft.base + 2 < box["top"] < mark.base - 9, "the box keeps clear of the line above"


def test_a_letter_of_the_party(state_printed):
    """Hướng dẫn 36-HD/VPTW: about 12 italic under the number, «Kính gửi» 14 italic, whom upright."""
    sheets = state_printed("full", "cong-van")
    number, label = line(sheets, "Số 12-CV/BDVHU"), line(sheets, "Kính gửi:")
    about = next(row for row in sheets[0].lines if row.text.startswith("chuẩn bị Hội nghị"))
    assert (about.size, about.bold, about.italic) == (12, False, True)
    assert middle(about) == pytest.approx(LEFT + 75 / 2, abs=0.7)

    first = line(sheets, "- Văn phòng Huyện ủy Minh Họa,")
    assert (label.size, label.italic) == (14, True)
    assert (first.size, first.italic, first.bold) == (14, False, False)
    assert first.base > label.base > about.base > number.base


def test_an_invitation_without_number_keeps_its_day_and_title(state_printed):
    sheets = state_printed("full", "giay-moi")
    title = line(sheets, "GIẤY MỜI")
    day = line(sheets, "Minh Họa, ngày 10 tháng 12 năm 2031")

    assert not any(row.text.startswith("Số") for row in sheets[0].lines)
    assert day.italic and day.base < title.base
    assert (title.size, title.bold) == (16, True)
    assert line(sheets, "T/L BAN THƯỜNG VỤ").bold
    assert not line(sheets, "CHÁNH VĂN PHÒNG").bold


def test_bodies_that_issue_together_stand_on_lines_of_their_own(joint, party):
    names = [row for row in joint[0].lines if row.base < 130 and row.right < LEFT + 67 and row.bold]
    assert [row.text for row in names] == ["TỔNG CỤC MINH HỌA", "ỦY BAN NHÂN DÂN", "TỈNH MINH HỌA"]
    for row in names:
        assert middle(row) == pytest.approx(LEFT_COLUMN, abs=0.7)

    column = [row for row in party[0].lines if row.right < LEFT + 75 and row.base < 250]
    column = [row.text for row in column]
    star = column.index("*")
    assert " ".join(column[1:star]) == (
        "ĐẢNG ỦY TỔNG CỤC MINH HỌA CÔNG ĐOÀN TỔNG CỤC MINH HỌA ĐOÀN THANH NIÊN TỔNG CỤC MINH HỌA"
    )
    for body in ("ĐẢNG ỦY", "CÔNG ĐOÀN", "ĐOÀN THANH NIÊN"):
        assert any(text.startswith(body) for text in column), "each begins a line"
    assert column[star + 1] == "Số 03-CTr/ĐU-CĐ-ĐTN"


@pytest.mark.parametrize(
    ("page", "firsts", "names"),
    [
        (
            "lien-tich",
            ["KT. TỔNG CỤC TRƯỞNG", "TM. ỦY BAN NHÂN DÂN"],
            ["Nguyễn Văn Minh", "Trần Thị Họa"],
        ),
        (
            "chuong-trinh",
            ["T/M BAN THƯỜNG", "T/M BAN", "BÍ THƯ"],
            ["Lê Văn Sơn", "Phạm Thị Hà", "Hoàng Văn Bình"],
        ),
    ],
)
def test_several_sign_side_by_side(state_printed, page, firsts, names):
    """In the order of the data; what stands over the names begins on one line, and so do the names."""
    sheets = state_printed("truc-tuyen", page)
    upper, lower = ([line(sheets, text) for text in texts] for texts in (firsts, names))

    for rows in (upper, lower):
        assert [row.base for row in rows] == pytest.approx([rows[0].base] * len(rows), abs=0.1)
        assert all(a.right + 3 < b.left for a, b in pairwise(rows)), "nothing overlaps"
    width = RIGHT_EDGE - LEFT
    for index, (over, name) in enumerate(zip(upper, lower, strict=True)):
        column = LEFT + width * (2 * index + 1) / (2 * len(names))
        assert middle(name) == pytest.approx(column, abs=2), "shares of one width"
        assert middle(over) == pytest.approx(middle(name), abs=0.5)
    label = line(sheets, "Nơi nhận:")
    assert label.base > max(row.base for row in lower), "the distribution list stands below"


def test_another_post_stands_over_the_name_and_moves_none(joint, party):
    """II.7đ: over the name; under it in the Party's papers."""
    name, post = line(joint, "Nguyễn Văn Minh"), line(joint, "TRƯỞNG BAN TỔ CHỨC")
    assert name.base - post.base == pytest.approx(18, abs=0.1) and post.bold
    assert post.base - line(joint, "PHÓ CHỦ TỊCH").base > 2 * 18, "room to sign in"

    name = line(party, "Phạm Thị Hà")
    below = next(row for row in party[0].lines if row.text.startswith("ỦY VIÊN BAN"))
    assert below.base - name.base == pytest.approx(18, abs=0.1) and not below.bold


def test_two_lines_of_authority_stand_over_the_post(joint):
    texts = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    bases = [line(joint, text).base for text in texts]

    assert [b - a for a, b in pairwise(bases)] == pytest.approx([18, 18], abs=0.1)


FILL = """lines => {
    const foot = document.querySelector(".document-foot");
    for (let i = 0; i < lines; i += 1) {
        const line = document.createElement("p");
        line.textContent = "Một dòng thêm vào.";
        foot.before(line);
    }
}"""


@pytest.mark.every(2)
@pytest.mark.parametrize(
    ("page", "fills", "first", "signers"),
    [
        ("lien-tich", 6, "KT. TỔNG CỤC TRƯỞNG", ["Nguyễn Văn Minh", "Trần Thị Họa"]),
        ("cong-van", 11, "CHÁNH VĂN PHÒNG", ["Nguyễn Văn Minh"]),
        ("chuong-trinh", 2, "T/M BAN THƯỜNG", ["Lê Văn Sơn", "Phạm Thị Hà", "Hoàng Văn Bình"]),
    ],
)
def test_the_foot_is_whole_and_takes_two_lines_of_text_along(
    browser, state_site, tmp_path, page, fills, first, signers
):
    """Whatever the length of the text: it grows line by line over the end of the sheet."""
    opened = browser.new_page()
    opened.goto((state_site / f"{page}.html").as_uri())
    opened.evaluate(FILL, fills)
    over = []
    for step in range(5):
        opened.pdf(path=tmp_path / f"{step}.pdf", prefer_css_page_size=True)
        sheets = read_sheets(tmp_path / f"{step}.pdf")
        texts = [row.text for row in sheets[-1].body]
        over.append(len(sheets) > 1)
        assert {"Nơi nhận:", first, *signers} <= set(texts)
        if over[-1]:
            above = texts[: min(texts.index("Nơi nhận:"), texts.index(first))]
            assert len(above) >= 2, "two lines of the text stand above"
        opened.evaluate(FILL, 1)
    opened.close()
    assert over == sorted(over) and {*over} == {False, True}
