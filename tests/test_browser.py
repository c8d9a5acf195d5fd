"""The site in real Chromium, opened as a file, as from a USB stick."""

import json
import os
import re
import shutil

import pytest
from playwright.sync_api import expect


def test_the_totals_of_the_plan_can_be_read_from_a_file(browser, site):
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())

    expect(page.get_by_role("heading", level=1)).to_have_text("Tổng quan")
    key_figures = page.locator(".key-figures")
    expect(key_figures.locator('[data-figure="delegates.stated"]')).to_have_text("150")
    expect(key_figures.locator('[data-figure="awards.total"]')).to_have_text("28")

    page.get_by_role("navigation").get_by_role("link", name="Khen thưởng", exact=True).first.click()
    total = page.locator("tfoot [data-figure='awards.total']")
    expect(total).to_have_text("28")
    expect(total).to_be_visible()
    page.close()


CARD = "Con số này từ đâu ra"
SWITCH = "Xem nguồn số liệu"


def test_a_click_on_a_figure_shows_its_card(browser, site):
    page = browser.new_page()
    page.goto((site / "khen-thuong.html").as_uri())
    card = page.get_by_role("dialog", name=CARD)
    page.locator("tfoot data.figure").click()

    table = card.get_by_role("table")
    expect(table).to_contain_text("Cộng28")
    expect(table.get_by_role("row")).to_have_count(3)
    expect(card.get_by_role("link", name="Tổng quan")).to_have_attribute(
        "href", "index.html#so=awards.total&cho=1"
    )
    card.get_by_role("button", name="Số theo kế hoạch: Tập thể “Dân vận khéo”").click()
    expect(card).to_contain_text("theo kế hoạch")
    card.get_by_role("button", name="Tổng số tập thể được khen thưởng").click()
    expect(card).to_contain_text("Cộng28")
    card.get_by_role("button", name="Đóng").click()
    expect(card).to_be_hidden()
    page.close()


def test_every_place_of_a_figure_is_reached_in_turn(browser, site):
    """From each to the next, over all pages, back to the first; each is the very one that is said."""
    page = browser.new_page()
    page.goto((site / "khen-thuong.html").as_uri())
    card = page.get_by_role("dialog", name=CARD)
    page.locator("tfoot data.figure").click()
    said = card.locator(".figure-card-pager span")
    expect(said).to_have_text(re.compile(r"^\d+ trong \d+ chỗ$"))
    first = said.inner_text()
    number, total = map(int, re.findall(r"\d+", first))
    seen = []
    for step in range(1, total + 1):
        card.get_by_role("button", name="Sau ›").click()
        expect(said).to_have_text(f"{(number + step - 1) % total + 1} trong {total} chỗ")
        shown = page.locator(".figure-shown")
        expect(shown).to_have_attribute("data-figure", "awards.total")
        expect(shown).to_be_in_viewport()
        at = shown.evaluate(
            "e => [...document.querySelectorAll('article [data-figure=\"awards.total\"]')].indexOf(e)"
        )
        seen.append((page.url.split("#")[0], at))
    assert len(set(seen)) == total
    page.close()


def test_figures_are_tab_stops_only_while_their_sources_are_shown(browser, site):
    page = browser.new_page()
    page.goto((site / "khen-thuong.html").as_uri())
    total = page.locator("tfoot data.figure")
    assert page.locator("data.figure[tabindex], data.figure[role]").count() == 0

    page.get_by_role("button", name=SWITCH).click()
    named = page.get_by_role("button", name="28: Tổng số tập thể được khen thưởng")
    expect(named.first).to_be_visible()
    total.focus()
    page.keyboard.press("Enter")
    card = page.get_by_role("dialog", name=CARD)
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(total).to_be_focused()

    page.goto((site / "index.html").as_uri())  # it stays on, page after page
    expect(page.get_by_role("button", name=SWITCH)).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name=SWITCH).click()
    expect(page.locator("data.figure[role]")).to_have_count(0)
    page.close()


def test_the_switch_counts_what_the_page_shows_and_marks_each(browser, site):
    page = browser.new_page()
    page.goto((site / "ke-hoach.html").as_uri())
    page.get_by_role("button", name=SWITCH).click()
    legend = page.locator(".sources-legend")
    shown = page.locator("article :is(data.figure, [data-fact])").count()
    expect(legend).to_contain_text(f"{shown} lấy từ dữ liệu")
    expect(legend).to_contain_text(f"{page.locator('[data-citation]').count()} dẫn văn bản")
    expect(legend).to_contain_text("không còn số nào chưa rõ nguồn")
    lines = {
        kind: page.locator(selector).first.evaluate("e => getComputedStyle(e).textDecorationStyle")
        for kind, selector in (("bound", "article data.figure"), ("cited", "[data-citation]"))
    }
    assert lines == {"bound": "solid", "cited": "dashed"}
    page.emulate_media(media="print")
    expect(legend).to_be_hidden()
    page.close()


@pytest.fixture
def with_figures(site, tmp_path):
    """Makes a copy of the site with another figures.js, or none."""

    def made(script):
        copy = shutil.copytree(site, tmp_path / "site", copy_function=os.link)
        (copy / "figures.js").unlink()
        if script is not None:
            (copy / "figures.js").write_text(script, "utf-8")
        return copy

    return made


def test_numbers_typed_by_hand_are_marked_where_they_stand(browser, site, with_figures):
    typed = {"text": "Dân vận khéo", "before": "mô hình “", "after": "” năm", "rests_on": "exempt"}
    script = (site / "figures.js").read_text("utf-8")
    script = script.replace('"typed": []', f'"typed": [{json.dumps(typed, ensure_ascii=False)}]')
    page = browser.new_page()
    page.goto((with_figures(script) / "ke-hoach.html").as_uri())
    page.get_by_role("button", name=SWITCH).click()
    marked = page.locator("article .by-hand")
    expect(marked).to_have_text("Dân vận khéo")
    assert marked.evaluate("e => e.previousSibling.data").endswith("mô hình “")
    page.close()


@pytest.mark.every(2)
@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("window.figures = {version: 2};", "Trang này đã cũ; hãy tải lại."),
        (None, "Chưa tải được nguồn số liệu."),
    ],
    ids=["another version", "missing"],
)
def test_a_card_that_cannot_be_shown_says_so(browser, with_figures, script, told):
    page = browser.new_page()
    page.goto((with_figures(script) / "khen-thuong.html").as_uri())
    page.locator("tfoot data.figure").click()
    expect(page.get_by_role("dialog", name=CARD)).to_contain_text(told)
    page.get_by_role("button", name=SWITCH).click()
    expect(page.get_by_role("button", name=SWITCH)).to_have_attribute("aria-pressed", "false")
    page.close()


def test_an_old_link_to_a_figure_that_is_gone_says_so(browser, site):
    page = browser.new_page()
    page.goto((site / "khen-thuong.html").as_uri() + "#so=awards.gone&cho=3")
    expect(page.get_by_role("dialog", name=CARD)).to_contain_text("không còn trong hồ sơ")
    page.goto((site / "index.html").as_uri() + "#so=awards.total&cho=99")
    expect(page.locator(".figure-shown")).to_have_attribute("data-figure", "awards.total")
    page.close()


@pytest.mark.proof
def test_a_figure_of_the_print_set_says_where_it_comes_from(browser, site):
    page = browser.new_page()
    page.goto((site / "bo-in.html").as_uri())
    card = page.get_by_role("dialog", name=CARD)
    page.locator("data.figure[data-figure='awards.total']:visible").first.click()
    expect(card).to_contain_text("Cộng28")
    page.close()


def test_a_key_figure_shows_its_card_and_its_words_lead_to_the_list(browser, site):
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    card = page.get_by_role("dialog", name=CARD)

    page.locator(".key-figures [data-figure='awards.total']").click()
    expect(card).to_contain_text("Cộng28")
    page.keyboard.press("Escape")
    page.locator(".agenda-shape data.figure").first.click()
    expect(card).to_contain_text("Năm tổng kết")
    page.keyboard.press("Escape")
    page.get_by_role("link", name="tập thể được khen thưởng").click()
    expect(page).to_have_url((site / "khen-thuong.html").as_uri())
    page.close()


def test_without_storage_the_switch_holds_for_the_page(browser, site):
    page = browser.new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('off') }})"
    )
    page.goto((site / "ke-hoach.html").as_uri())
    page.get_by_role("button", name=SWITCH).click()
    expect(page.locator(".sources-legend")).to_be_visible()
    page.close()
