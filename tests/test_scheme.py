"""Light and dark: as the system has it until somebody chooses, remembered, by mouse and by keyboard."""

import pytest
from playwright.sync_api import expect

DARK = "document.body.dataset.mdColorScheme === 'slate'"
WINDOW = "getComputedStyle(document.documentElement).colorScheme"


@pytest.fixture
def reader(browser, site):
    """Opens the overview as a reader whose system is dark or light."""
    contexts = []

    def open_in(system: str):
        context = browser.new_context(color_scheme=system)
        contexts.append(context)
        page = context.new_page()
        page.goto((site / "index.html").as_uri())
        return page

    yield open_in
    for context in contexts:
        context.close()


@pytest.mark.parametrize("system", ["light", "dark"])
def test_a_page_begins_as_the_system_is_and_one_click_turns_it(reader, system):
    page = reader(system)
    was_dark = system == "dark"
    assert page.evaluate(DARK) is was_dark

    names = {True: "Chuyển sang nền sáng", False: "Chuyển sang nền tối"}
    page.get_by_title(names[was_dark]).click()
    assert page.evaluate(DARK) is not was_dark
    assert page.evaluate(WINDOW) == ("normal" if was_dark else "dark")
    expect(page.get_by_title(names[was_dark])).to_be_hidden()
    expect(page.get_by_title(names[not was_dark])).to_be_visible()

    page.reload()
    assert page.evaluate(DARK) is not was_dark


def test_enter_turns_it_too(reader):
    page = reader("light")
    page.locator("[name=__palette]:checked").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(DARK)

    page.keyboard.press("Enter")
    assert not page.evaluate(DARK)


@pytest.mark.parametrize("kept", ['{"index": 7}', "null", "}"])
def test_what_was_chosen_and_cannot_be_read_is_forgotten(reader, kept):
    page = reader("dark")
    page.evaluate("kept => localStorage.setItem(__md_scope.pathname + '.__palette', kept)", kept)
    page.reload()

    assert page.evaluate(DARK)
    assert page.evaluate("typeof window.papers") == "object"  # the scripts behind it have run


def test_without_storage_the_choice_holds_for_the_page(browser, site):
    page = browser.new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('none') }})"
    )
    page.goto((site / "index.html").as_uri())
    page.get_by_title("Chuyển sang nền tối").click()

    assert page.evaluate(DARK)
    assert page.evaluate("typeof window.papers") == "object"
    page.close()
