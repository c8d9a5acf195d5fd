"""What the scripts add on screen: print button and hint, print set, the banner in full screen."""

import mimetypes
import re
from pathlib import Path

import pdfplumber
import pytest
from folders import FROZEN, PLAN, page_names, sampled
from playwright.sync_api import expect

from conference.csp import policy

HOST = "http://site.test/"


@pytest.fixture
def open_page(browser):
    """A page of a site in a browser of its own; errors of scripts fail the test."""
    contexts, errors = [], []

    def open_(site, name, served=False, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.add_init_script("window.print = () => { window.prints = (window.prints || 0) + 1; };")
        if served:
            page.route(f"{HOST}**", lambda route: answer(route, site))
        page.goto((HOST if served else site.as_uri() + "/") + f"{name}.html")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert errors == []


def answer(route, site: Path):
    """A file of the site as a server gives it that sends the policy of `conference csp`."""
    path = site / route.request.url.removeprefix(HOST).partition("?")[0]
    if not path.is_file():
        route.fulfill(status=404)
        return
    headers = {"content-security-policy": policy(site)}
    kind = mimetypes.guess_type(path.name)[0] or "text/plain"
    route.fulfill(body=path.read_bytes(), content_type=f"{kind}; charset=utf-8", headers=headers)


@pytest.mark.parametrize("name", sampled(page_names(PLAN), ("ke-hoach", "bo-in")))
def test_every_page_has_a_print_button(open_page, site, name):
    page = open_page(site, name)

    expect(page.get_by_role("button", name=re.compile("^In (trang này|Kế hoạch,)"))).to_be_visible()


def test_the_hint_comes_once_and_then_the_button_prints_at_once(open_page, site):
    page = open_page(site, "ke-hoach")
    page.get_by_role("button", name="In trang này").click()
    hint = page.get_by_role("dialog", name="Trước khi in")
    expect(hint).to_contain_text("Đầu trang và chân trang")
    assert page.evaluate("window.prints") is None

    page.get_by_role("button", name="Đã rõ, in").click()
    assert page.evaluate("window.prints") == 1
    expect(hint).to_have_count(0)

    page.reload()
    page.get_by_role("button", name="In trang này").click()
    assert page.evaluate("window.prints") == 1
    expect(hint).to_have_count(0)


def test_printing_works_without_storage(open_page, site):
    page = open_page(site, "ke-hoach")
    page.evaluate(
        "() => { Storage.prototype.getItem = Storage.prototype.setItem = () => { throw 1; }; }"
    )
    page.get_by_role("button", name="In trang này").click()
    page.get_by_role("button", name="Đã rõ, in").click()

    assert page.evaluate("window.prints") == 1


@pytest.mark.every(2)
@pytest.mark.parametrize("name", ["ke-hoach", "bo-in", "tit-chu"])
def test_buttons_work_under_a_strict_policy(open_page, site, name):
    page = open_page(site, name, served=True)

    expect(page.get_by_role("button").filter(has_text="In").first).to_be_visible()
    if name == "bo-in":
        expect(page.locator(".set-form tfoot")).to_contain_text("tờ")


ALL = "Kế hoạch, Chương trình, Đại biểu, Khen thưởng, Phân công, Tít chữ, Đối chiếu số liệu"


def counted(page):
    """The form of the print set when all sheets are counted: paper → sheets of one copy."""
    expect(page.locator(".set-form .total")).to_contain_text("khoảng")
    rows = page.locator(".set-form tbody tr")
    names = rows.evaluate_all("rows => rows.map(row => row.dataset.page)")
    return dict(zip(names, map(int, rows.locator(".sheets").all_inner_texts()), strict=True))


def titles(page):
    """What the buttons print, one name a button."""
    return page.locator(".set-form .buttons button").all_inner_texts()


def papers_of(page, target):
    """What is printed: the first line of every sheet that is no stamp, "" of an empty one."""
    page.pdf(path=target, prefer_css_page_size=True)
    with pdfplumber.open(target) as pdf:
        return [" ".join((sheet.extract_text() or "").split()) for sheet in pdf.pages]


@pytest.mark.parametrize("dossier", FROZEN)
def test_the_form_counts_the_sheets_that_will_be_printed(
    open_page, printed, print_set, sites, dossier
):
    page = open_page(sites[dossier], "bo-in")
    sheets = counted(page)

    assert sheets.pop("bia--muc-luc") == 1
    assert sheets == {name: len(printed(dossier, name)) for name in print_set(dossier)}
    expect(page.locator(".set-form .total")).to_have_text(f"khoảng {sum(sheets.values())} tờ")


def test_the_number_of_sets_is_typed_once_and_a_paper_may_differ(open_page, site):
    page = open_page(site, "bo-in")
    sheets = counted(page)
    assert titles(page) == [f"In {ALL}"]

    page.get_by_label("Số bộ", exact=True).fill("40")
    page.get_by_label("Số bản: Tít chữ").fill("1")
    page.get_by_label("Đối chiếu số liệu", exact=True).uncheck()
    total = 40 * (sum(sheets.values()) - 2 - sheets["doi-chieu"]) + 1
    expect(page.locator(".set-form .total")).to_have_text(f"khoảng {total} tờ")
    many = ALL.replace(", Tít chữ, Đối chiếu số liệu", "")
    assert titles(page) == [
        f"In {many} (trong hộp thoại in, đặt số bản là 40)",
        "In Tít chữ",
    ]

    page.get_by_label("Số bản: Tít chữ").fill("")
    assert titles(page) == [f"In {many}, Tít chữ (trong hộp thoại in, đặt số bản là 40)"]


@pytest.mark.proof
def test_no_copies_print_nothing(open_page, site, tmp_path):
    page = open_page(site, "bo-in")
    counted(page)
    copies = page.get_by_label("Số bản: Kế hoạch")
    tick = page.get_by_label("Kế hoạch", exact=True)
    copies.fill("0")
    expect(tick).not_to_be_checked()
    assert "Kế hoạch" not in titles(page)[0]
    assert "KẾ HOẠCH Tổ chức" not in " ".join(papers_of(page, tmp_path / "p.pdf"))

    tick.check()  # is as much as to say that it is wanted, as often as there are sets
    expect(copies).to_have_value("")
    assert titles(page)[0].startswith("In Kế hoạch, ")
    page.get_by_label("Số bộ", exact=True).fill("0")
    assert titles(page) == []


def test_what_is_chosen_is_printed_and_remembered(open_page, site, tmp_path):
    page = open_page(site, "bo-in")
    counted(page)
    page.get_by_label("Kế hoạch", exact=True).uncheck()
    page.get_by_label("Đối chiếu số liệu", exact=True).uncheck()
    page.get_by_label("Số bản: Phân công").fill("30")
    page.get_by_label("Số bộ", exact=True).fill("2")
    page.get_by_label("In hai mặt").check()

    page.reload()
    counted(page)
    expect(page.get_by_label("Kế hoạch", exact=True)).not_to_be_checked()
    expect(page.get_by_label("Số bản: Phân công")).to_have_value("30")
    expect(page.get_by_label("Số bộ", exact=True)).to_have_value("2")
    expect(page.get_by_label("In hai mặt")).to_be_checked()
    text = " ".join(papers_of(page, tmp_path / "chosen.pdf"))
    assert "CHƯƠNG TRÌNH HỘI NGHỊ" in text
    assert "KẾ HOẠCH Tổ chức" not in text and "ĐỐI CHIẾU" not in text

    page.get_by_role("button", name="Chọn lại như ban đầu").click()
    page.reload()
    assert titles(page) == [f"In {ALL}"]


@pytest.mark.every(3)
@pytest.mark.parametrize("kept", ["", "null", "[1]", '{"sets": "e", "in-ke-hoach": 3, "x": {}}'])
def test_what_others_stored_does_no_harm(open_page, site, kept):
    page = open_page(site, "bo-in")
    page.evaluate(
        "kept => localStorage[`print-choice ${new URL('.', location.href).pathname}`] = kept", kept
    )
    page.reload()

    counted(page)
    assert titles(page) == [f"In {ALL}"]


def test_with_nothing_chosen_the_sheet_says_so(open_page, site, tmp_path):
    page = open_page(site, "bo-in")
    counted(page)
    said = page.get_by_role("status").filter(has_text="Chưa chọn văn bản nào để in")
    expect(said).to_have_count(0)
    for tick in page.locator(".set-form tbody [type=checkbox]").all():
        tick.uncheck()

    expect(said).to_be_visible()
    (sheet,) = papers_of(page, tmp_path / "none.pdf")
    assert "Chưa chọn văn bản nào để in" in sheet


@pytest.mark.proof
def test_on_both_sides_each_paper_has_leaves_of_its_own(open_page, full_site, print_set, tmp_path):
    page = open_page(full_site, "bo-in")
    sheets = counted(page)
    page.get_by_label("In hai mặt").check()
    assert counted(page) == {name: (count + 1) // 2 for name, count in sheets.items()}

    del sheets["bia--muc-luc"]
    page.pdf(path=tmp_path / "both.pdf", prefer_css_page_size=True)
    with pdfplumber.open(tmp_path / "both.pdf") as pdf:
        filled = [bool(sheet.extract_text()) for sheet in pdf.pages]
    wanted = [[True] * n + [False] * (n % 2) for n in sheets.values()]
    assert filled == [side for paper in wanted for side in paper]


@pytest.mark.proof
def test_the_cover_lists_what_is_printed(open_page, site, tmp_path):
    page = open_page(site, "bo-in")
    counted(page)
    page.get_by_label("Bìa và mục lục", exact=True).check()
    page.get_by_label("Kế hoạch", exact=True).uncheck()
    assert titles(page)[0].startswith("In Bìa và mục lục, Chương trình, ")

    cover, first, *_ = papers_of(page, tmp_path / "cover.pdf")
    assert cover.startswith("HUYỆN ỦY VĨNH BẢO HỘI NGHỊ TỔNG KẾT CÔNG TÁC DÂN VẬN NĂM 2022;")
    assert "MỤC LỤC 1. Chương trình 2. Đại biểu " in cover and "Kế hoạch" not in cover
    assert "CHƯƠNG TRÌNH HỘI NGHỊ" in first


@pytest.mark.proof
def test_papers_with_equal_copies_are_printed_together(open_page, site, print_set):
    page = open_page(site, "bo-in")
    page.evaluate("localStorage.setItem('print-hint-shown', '1')")
    counted(page)
    page.get_by_label("Số bản: Phân công").fill("30")
    page.evaluate(
        "() => { window.print = () => { window.shown = Array.from("
        "document.querySelectorAll('.print-set > .sheet:not([hidden])'), s => s.dataset.page); }; }"
    )
    page.get_by_role("button", name="số bản là 30").click()
    assert page.evaluate("window.shown") == ["phan-cong"]

    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".print-set > .sheet:visible")).to_have_count(len(print_set("plan")))


def test_boxes_are_large_enough_for_a_finger(open_page, site):
    page = open_page(site, "bo-in", viewport={"width": 360, "height": 800})
    for box in page.locator(".set-form input").all():
        size = box.bounding_box()
        assert min(size["width"], size["height"]) >= 24


def test_without_scripts_the_whole_set_is_printed(open_page, printed, site, tmp_path):
    page = open_page(site, "bo-in", java_script_enabled=False)
    page.pdf(path=tmp_path / "all.pdf", prefer_css_page_size=True)
    with pdfplumber.open(tmp_path / "all.pdf") as pdf:
        assert len(pdf.pages) == len(printed("plan", "bo-in"))


@pytest.mark.every(2)
@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (1920, 1200), (640, 360)])
def test_the_banner_fills_the_screen_and_breaks_no_line(open_page, site, size):
    page = open_page(site, "tit-chu", viewport={"width": size[0], "height": size[1]})
    page.get_by_role("button", name="Chiếu toàn màn hình").click()
    page.wait_for_function("document.fullscreenElement")
    banner = page.locator(".banner")
    box = banner.bounding_box()
    assert (box["width"], box["height"]) == pytest.approx(size, abs=1)
    assert banner.evaluate("b => getComputedStyle(b).backgroundColor") == "rgb(179, 9, 31)"
    assert banner.evaluate("b => getComputedStyle(b).color") == "rgb(255, 222, 0)"

    lines = banner.locator("p")
    assert [" ".join(text.split()) for text in lines.all_inner_texts()] == [
        "HUYỆN ỦY VĨNH BẢO",
        "HỘI NGHỊ",
        "TỔNG KẾT CÔNG TÁC DÂN VẬN NĂM 2022;",
        "PHƯƠNG HƯỚNG, NHIỆM VỤ, GIẢI PHÁP NĂM 2023",
        "Vĩnh Bảo, ngày tháng 12 năm 2022",
    ]
    for line in lines.all():
        heights = line.evaluate(
            "p => [p.getBoundingClientRect().height, parseFloat(getComputedStyle(p).lineHeight)]"
        )
        assert heights[0] == pytest.approx(heights[1], abs=1), "one line"
    widest = max(
        line.evaluate(
            "p => { const r = document.createRange(); r.selectNodeContents(p);"
            " return r.getBoundingClientRect().width; }"
        )
        for line in lines.all()
    )
    # As large as the screen lets it be, and inside it.
    assert 0.75 * min(size[0], size[1] * 16 / 9) < widest < size[0]
