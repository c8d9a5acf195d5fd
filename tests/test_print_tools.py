"""What the scripts add on screen: print button and hint, print set, the banner in full screen."""

import mimetypes
import re
from pathlib import Path

import pdfplumber
import pytest
from folders import FROZEN, PLAN, page_names, sampled
from playwright.sync_api import expect

HOST = "http://site.test/"
STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"


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
    """A file of the site as a strict server would give it; the theme's own scripts may not run."""
    path = site / route.request.url.removeprefix(HOST).partition("?")[0]
    if "assets/javascripts" in str(path) or not path.is_file():
        route.fulfill(status=404)
        return
    headers = {"content-security-policy": STRICT}
    kind = mimetypes.guess_type(path.name)[0] or "text/plain"
    route.fulfill(body=path.read_bytes(), content_type=f"{kind}; charset=utf-8", headers=headers)


@pytest.mark.parametrize("name", sampled(page_names(PLAN), ("ke-hoach", "bo-in")))
def test_every_page_has_a_print_button(open_page, site, name):
    page = open_page(site, name)

    expect(
        page.get_by_role("button", name=re.compile("^In (trang này|bộ đã chọn)"))
    ).to_be_visible()


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


@pytest.mark.parametrize("name", ["ke-hoach", "bo-in", "tit-chu"])
def test_buttons_work_under_a_strict_policy(open_page, site, name):
    page = open_page(site, name, served=True)

    expect(page.get_by_role("button").filter(has_text="In").first).to_be_visible()
    if name == "bo-in":
        expect(page.locator(".set-form tfoot")).to_contain_text("tờ")


def rows(page):
    return page.locator(".set-form tbody tr")


@pytest.mark.parametrize("dossier", FROZEN)
def test_the_form_counts_the_sheets_that_will_be_printed(
    open_page, printed, print_set, sites, dossier
):
    page = open_page(sites[dossier], "bo-in")
    expect(page.locator(".set-form tfoot")).to_contain_text("khoảng")
    counted = [
        int(text) for text in page.locator(".set-form tbody td:nth-child(4)").all_inner_texts()
    ]
    true = [len(printed(dossier, name)) for name in print_set(dossier)]

    # An estimate, and said to be one: fonts and printers differ.
    assert all(abs(c - t) <= max(1, t // 10) for c, t in zip(counted, true, strict=True)), counted
    expect(page.locator(".set-form tfoot")).to_contain_text(f"khoảng {sum(counted)} tờ")


def test_what_is_chosen_is_printed_and_remembered(open_page, site, tmp_path):
    page = open_page(site, "bo-in")
    page.get_by_label("Kế hoạch", exact=True).uncheck()
    page.get_by_label("Đối chiếu số liệu", exact=True).uncheck()
    page.get_by_label("Số bản: Phân công").fill("30")
    expect(page.locator(".set-form tfoot")).to_contain_text("khoảng")
    sheets = page.locator(".set-form tbody td:nth-child(4)").all_inner_texts()
    total = page.locator(".set-form tfoot")
    expect(total).to_contain_text(f"khoảng {1 + 1 + 1 + 30 * int(sheets[4]) + 1} tờ")

    page.reload()
    expect(page.get_by_label("Kế hoạch", exact=True)).not_to_be_checked()
    expect(page.get_by_label("Số bản: Phân công")).to_have_value("30")
    page.pdf(path=tmp_path / "chosen.pdf", prefer_css_page_size=True)
    with pdfplumber.open(tmp_path / "chosen.pdf") as pdf:
        text = "\n".join(sheet.extract_text() for sheet in pdf.pages)
    assert "CHƯƠNG TRÌNH HỘI NGHỊ" in text
    assert "KẾ HOẠCH\n" not in text and "ĐỐI CHIẾU" not in text


def test_papers_with_equal_copies_are_printed_together(open_page, site, print_set):
    page = open_page(site, "bo-in")
    page.evaluate("localStorage.setItem('print-hint-shown', '1')")
    page.get_by_label("Số bản: Phân công").fill("30")
    page.evaluate(
        "() => { window.print = () => { window.shown = Array.from("
        "document.querySelectorAll('.print-set > .sheet:not([hidden])'), s => s.dataset.page); }; }"
    )
    page.get_by_role("button", name="số bản là 30").click()
    assert page.evaluate("window.shown") == ["phan-cong"]

    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".print-set > .sheet:visible")).to_have_count(len(print_set("plan")))


def test_without_scripts_the_whole_set_is_printed(open_page, printed, site, tmp_path):
    page = open_page(site, "bo-in", java_script_enabled=False)
    page.pdf(path=tmp_path / "all.pdf", prefer_css_page_size=True)
    with pdfplumber.open(tmp_path / "all.pdf") as pdf:
        assert len(pdf.pages) == len(printed("plan", "bo-in"))


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
