"""What axe-core and a keyboard find on every page, light and dark. No rule is switched off."""

import re
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from built import serving
from folders import PLAN, page_names, sampled
from lxml import html
from playwright.sync_api import expect

PAGES = (*page_names(PLAN), "404")
LIVELY = ("index", "chuong-trinh", "dai-bieu", "khen-thuong")  # where a full dossier shows more
WINDOW, PHONE = {"width": 1280, "height": 720}, {"width": 360, "height": 800}
AXE = Axe()


@pytest.fixture(scope="module")
def at(browser, site, full_site):
    """Opens a page of a site over http; one browser tab for all."""
    page = browser.new_page(viewport=WINDOW)
    with serving(site) as plan, serving(full_site) as full:

        def open_page(which, name, scheme="light"):
            # Without motion: colours in passing would be measured.
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.goto(f"{plan if which == 'plan' else full}/{name}.html?luc=2031-12-25T08:40")
            return page

        yield open_page
    page.close()


def violations(page):
    found = AXE.run(page).response["violations"]
    return [(v["id"], [node["html"][:120] for node in v["nodes"]][:3]) for v in found]


@pytest.mark.every(2)
@pytest.mark.parametrize("name", sampled(PAGES, ("index", "ke-hoach", "khen-thuong", "404")))
def test_axe_finds_nothing_in_light_and_dark(at, name):
    page = at("plan", name)
    assert violations(page) == []
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    assert violations(page) == []


@pytest.mark.every(3)
@pytest.mark.parametrize("name", sampled(PAGES, ("chuong-trinh", "phan-cong", "tit-chu")))
def test_axe_finds_nothing_on_a_phone(at, name):
    page = at("full" if name in LIVELY else "plan", name)
    page.set_viewport_size(PHONE)
    try:
        assert violations(page) == []
    finally:
        page.set_viewport_size(WINDOW)


@pytest.mark.parametrize("name", sampled(LIVELY, ("chuong-trinh", "khen-thuong")))
def test_axe_finds_nothing_with_full_lists(at, name):
    assert violations(at("full", name, "dark")) == []


@pytest.mark.every(2)
@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_axe_finds_nothing_in_the_opened_search(at, scheme):
    page = at("plan", "ke-hoach")
    page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme }", scheme)
    page.locator("[name=query]").click()
    page.locator("[name=query]").fill("dang uy xa")
    page.keyboard.press("End")
    expect(page.locator(".md-search-result__item").first).to_be_visible()

    assert violations(page) == []


@pytest.mark.parametrize("name", [n for n in PAGES if n != "bo-in"])
def test_language_and_order_of_headings(site, name):
    root = html.parse(site / f"{name}.html").getroot()
    levels = [int(h.tag[1]) for h in root.cssselect(".md-content :is(h1, h2, h3, h4)")]

    assert root.get("lang") == "vi"
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_keyboard_reaches_everything_and_shows_where_it_is(at):
    page = at("full", "chuong-trinh")
    reached, hidden = [], []
    for _ in range(60):
        page.keyboard.press("Tab")
        name, outline = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e);
              return [e.classList[0] || e.tagName, s.outlineStyle + " " + s.outlineWidth] }"""
        )
        if name == "BODY":
            break
        reached.append(name)
        if outline.startswith("none") or outline.endswith(" 0px"):
            hidden.append(name)

    for wanted in ("list-filter", "list-group", "list-csv", "hall-view", "scroll", "sort"):
        assert wanted in reached, wanted
    ours = {"list-filter", "list-group", "list-csv", "hall-view", "scroll", "sort"}
    assert not ours & set(hidden)


def test_the_search_is_reached_and_left_by_keyboard(at):
    page = at("plan", "ke-hoach")
    page.keyboard.press("/")
    expect(page.locator("[name=query]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[name=query]")).not_to_be_focused()


@pytest.mark.proof
def test_reduced_motion_and_forced_colours_are_respected(at):
    page = at("full", "dai-bieu")
    page.emulate_media(reduced_motion="reduce", forced_colors="active")
    style = page.evaluate(
        """() => [getComputedStyle(document.querySelector(".md-header")).transitionDuration,
          getComputedStyle(document.querySelector(".bar rect:not(.track)")).fill,
          getComputedStyle(document.querySelector(".bar .track")).fill,
          getComputedStyle(document.querySelector(".bar .track")).stroke,
          getComputedStyle(document.querySelector(".state"), "::before").backgroundColor]"""
    )
    page.emulate_media(reduced_motion="no-preference", forced_colors="none")

    assert re.match(r"0s", style[0])
    assert style[1] == "rgb(0, 0, 0)"
    assert style[2:4] == ["rgb(255, 255, 255)", "none"]  # no second stripe beside the bar
    assert style[4] == "rgb(0, 0, 0)"  # the dot of a plan that is issued
