"""The list of pages by keyboard and by ear, in windows where it slides in, and without scripts."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.every(2)
NARROW = (320, 360)  # 320: also a window of 1280 at 400 %
FOCUSED = """() => { const e = document.activeElement;
  return [e.getAttribute("aria-label") || e.textContent.trim(), e.checkVisibility({visibilityProperty: true})]; }"""


@pytest.fixture
def read(browser, site):
    """A page of the plan, from a file, in a window of some width."""
    contexts = []

    def open_(name, width, **options):
        context = browser.new_context(
            viewport={"width": width, "height": 800}, reduced_motion="reduce", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.goto((site / f"{name}.html").as_uri())
        return page

    yield open_
    for context in contexts:
        context.close()


def walk(page, stops):
    """The names of the next stops of the keyboard; each of them can be seen."""
    names = []
    for _ in range(stops):
        page.keyboard.press("Tab")
        name, is_seen = page.evaluate(FOCUSED)
        assert is_seen, name
        names.append(name)
    return names


def menu(page):
    return page.get_by_role("button", name="Danh mục các trang")


@pytest.mark.parametrize("width", NARROW)
def test_the_closed_list_is_no_stop_and_the_button_says_what_it_opens(read, width):
    page = read("ke-hoach", width)
    stops = walk(page, 8)

    assert "Danh mục các trang" in stops and not {"Chương trình", "Đại biểu"} & set(stops)
    expect(menu(page)).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("link", name="Đại biểu", exact=True)).to_have_count(0)


@pytest.mark.parametrize("width", NARROW)
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_list_opens_is_walked_and_closes(read, width, key):
    page = read("ke-hoach", width)
    menu(page).press(key)
    expect(menu(page)).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("link", name="Tổng quan", exact=True)).to_be_focused()
    told = page.locator(".md-sidebar--primary").aria_snapshot()
    assert 'link "Chương trình"' in told and 'link "I. MỤC ĐÍCH, YÊU CẦU"' in told
    stops = walk(page, 12)
    assert stops[:2] == ["Kế hoạch", "I. MỤC ĐÍCH, YÊU CẦU"] and "Chương trình" in stops

    page.keyboard.press("Escape")
    expect(menu(page)).to_be_focused()
    expect(menu(page)).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".md-sidebar--primary")).to_be_hidden()


def test_while_it_is_open_nothing_behind_is_reached(read):
    page = read("ke-hoach", 360)
    menu(page).press("Enter")
    page.locator(".print-page").focus()  # takes no focus
    expect(page.get_by_role("link", name="Tổng quan", exact=True)).to_be_focused()
    page.get_by_role("link", name="Đại biểu", exact=True).press("Enter")
    page.wait_for_url("**/dai-bieu.html")
    expect(page.get_by_role("button", name="In trang này")).to_be_visible()


def test_in_a_wide_window_the_list_stands_open_without_a_button(read):
    page = read("ke-hoach", 1280)
    expect(menu(page)).to_have_count(0)
    assert {"Tổng quan", "Kế hoạch"} < set(walk(page, 9))


def test_a_window_that_grows_closes_the_list(read):
    page = read("ke-hoach", 360)
    menu(page).press("Enter")
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(".md-content")).not_to_have_attribute("inert", "")


DEAD = """() => [...document.querySelectorAll("button, select, output, input:not(#__drawer)")]
  .filter(e => e.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .map(e => e.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", ["dai-bieu", "bo-in", "tit-chu"])
def test_without_scripts_no_control_is_dead(read, name, width):
    page = read(name, width, java_script_enabled=False)

    assert page.evaluate(DEAD) == []
    expect(page.locator(".list-tools label:visible, label[for=__search]:visible")).to_have_count(0)


def test_without_scripts_the_list_of_pages_opens_by_keyboard(read):
    page = read("dai-bieu", 360, java_script_enabled=False)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")

    expect(page.get_by_role("link", name="Khen thưởng", exact=True)).to_be_visible()
