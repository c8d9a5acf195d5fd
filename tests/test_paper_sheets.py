"""What all papers share, the print set, the banner: nothing of the screen, stamp, own numbering."""

import re
import unicodedata

import pytest
from folders import FROZEN, PLAN, page_names, sampled
from measure import BOTTOM

PAGES = page_names(PLAN)  # the invented dossier has the same
STAMP = re.compile(
    r"(Dự thảo|Đã ban hành)( lần \d+)? · dữ liệu (ngày \d\d/\d{1,2}/\d{4}|đang sửa|chưa rõ ngày)"
    r" · mã [0-9a-f]{7}"
)
SCREEN = ("Tìm kiếm", "Mục lục", "Hồ sơ hội nghị", "In trang này", "Chiếu toàn màn hình")
# These fonts of Linux lack some Vietnamese letters and put them together from parts.
MONOSPACED = {"DejaVuSansMono", "LiberationMono", "LiberationMono-Bold"}
BLACK, WHITE = (0, 0, 0), (1, 1, 1)


STAMPED = [page for page in PAGES if page not in ("ke-hoach", "bo-in")]
# The guide is as long as all the others together.
SHORT = [page for page in PAGES if page != "huong-dan"]


def text_of(sheet):
    return "\n".join(row.text for row in sheet.lines)


@pytest.mark.every(3)
@pytest.mark.parametrize("dossier", FROZEN)
@pytest.mark.parametrize("page", sampled(PAGES, SHORT))
def test_nothing_of_the_screen_is_printed(printed, dossier, page):
    for sheet in printed(dossier, page):
        text = "\n".join(row.text for row in sheet.lines if not MONOSPACED & row.fonts)
        assert sheet.body, f"sheet {sheet.number} is blank"
        assert unicodedata.is_normalized("NFC", text)
        names_the_button = {"In trang này"} if page == "huong-dan" else set()
        assert not any(word in text for word in {*SCREEN} - names_the_button)


DARK = sampled(PAGES, ("ke-hoach",))


@pytest.mark.parametrize("page", sampled(PAGES, ("index", "dai-bieu", "tit-chu")))
def test_paper_is_black_on_white(printed, page):
    assert_black_on_white(printed("plan", page))


@pytest.mark.parametrize("page", DARK)
def test_paper_is_black_on_white_also_from_dark_mode(printed, page):
    assert_black_on_white(printed("plan", page, "dark"))


def assert_black_on_white(sheets):
    for sheet in sheets:
        if any(row.text == "HUYỆN ỦY VĨNH BẢO" for row in sheet.lines) and sheet.landscape:
            continue  # the banner: red and yellow
        assert {tuple(c["non_stroking_color"]) for c in sheet.chars} == {BLACK}
        assert {tuple(fill["non_stroking_color"]) for fill in sheet.fills} <= {BLACK, WHITE}
        assert sheet.corner == 255


@pytest.mark.parametrize("dossier", FROZEN)
@pytest.mark.parametrize("page", sampled(STAMPED, ("index", "khen-thuong")))
def test_every_sheet_but_the_document_is_stamped_below_the_text(printed, dossier, page):
    stamps = set()
    for sheet in printed(dossier, page):
        found = [row for row in sheet.foot if STAMP.fullmatch(row.text)]
        assert len(found) == 1, sheet.foot
        assert found[0].top > sheet.height - BOTTOM + 3
        assert sheet.ink[3] < sheet.height - BOTTOM + 1
        stamps.add(found[0].text)
    (stamp,) = stamps
    assert stamp.startswith({"plan": "Dự thảo", "full": "Đã ban hành"}[dossier])


@pytest.mark.parametrize("page", sampled(PAGES, ("dai-bieu", "tit-chu")))
def test_an_invented_dossier_says_so_on_every_sheet(printed, page):
    mark = "Dữ liệu minh họa, không phải dữ liệu thật"
    for sheet in printed("full", page):
        assert any(row.text == mark for row in sheet.foot)
    for sheet in printed("plan", page):
        assert not any("minh họa" in row.text for row in sheet.foot)


@pytest.mark.parametrize("dossier", sampled(FROZEN, ("plan",)))
def test_the_print_set_is_its_papers_one_after_another(printed, print_set, dossier):
    """Each on a new sheet, with its own numbers: nothing on its first page, then 2, 3, …"""
    expected = [text_of(sheet) for page in print_set(dossier) for sheet in printed(dossier, page)]

    assert [text_of(sheet) for sheet in printed(dossier, "bo-in")] == expected


@pytest.mark.parametrize("dossier", FROZEN)
@pytest.mark.parametrize(
    "page",
    sampled(
        [page for page in PAGES if page != "bo-in"], [page for page in SHORT if page != "bo-in"]
    ),
)
def test_every_paper_counts_its_own_pages(printed, dossier, page):
    numbers = [[row.text for row in sheet.head] for sheet in printed(dossier, page)]

    assert numbers == [[], *([str(n)] for n in range(2, len(numbers) + 1))]


def test_the_banner_is_one_landscape_sheet_with_the_plan_s_words(printed):
    (sheet,) = printed("plan", "tit-chu")

    assert sheet.landscape
    assert [row.text for row in sheet.body] == [
        "HUYỆN ỦY VĨNH BẢO",
        "HỘI NGHỊ",
        "TỔNG KẾT CÔNG TÁC DÂN VẬN NĂM 2022;",
        "PHƯƠNG HƯỚNG, NHIỆM VỤ, GIẢI PHÁP NĂM 2023",
        "Vĩnh Bảo, ngày tháng 12 năm 2022",
    ]
    for row in sheet.body:
        assert (row.left + row.right) / 2 == pytest.approx(297 / 2, abs=1)
        assert row.left > 20 and row.right < 277
