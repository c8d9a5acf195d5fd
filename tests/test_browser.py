"""The site in real Chromium, opened as a file, as from a USB stick."""

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


def test_a_figure_says_where_it_comes_from_by_mouse_and_keyboard(browser, site):
    page = browser.new_page()
    page.goto((site / "khen-thuong.html").as_uri())
    total = page.locator("tfoot data.figure")
    card = page.get_by_role("dialog", name="Con số này từ đâu ra")

    total.click()
    expect(card).to_contain_text("8 + 20")
    expect(card.get_by_role("link", name="Tổng quan")).to_have_attribute("href", "index.html")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()

    total.focus()
    page.keyboard.press("Enter")
    expect(card).to_be_visible()
    card.get_by_role("link", name="Xem ở trang đối chiếu").click()
    expect(page.locator("tr#so-awards--total")).to_be_in_viewport()
    page.close()


def test_a_figure_of_the_print_set_says_where_it_comes_from(browser, site):
    page = browser.new_page()
    page.goto((site / "bo-in.html").as_uri())
    card = page.get_by_role("dialog", name="Con số này từ đâu ra")
    page.locator("data.figure[data-figure='awards.total']:visible").first.click()
    expect(card).to_contain_text("8 + 20")
    page.close()


def test_a_key_figure_shows_its_card_and_its_words_lead_to_the_list(browser, site):
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    card = page.get_by_role("dialog", name="Con số này từ đâu ra")

    page.locator(".key-figures [data-figure='awards.total']").click()
    expect(card).to_contain_text("8 + 20")
    page.keyboard.press("Escape")
    page.locator(".agenda-shape data.figure").first.click()
    expect(card).to_contain_text("Năm tổng kết")
    page.keyboard.press("Escape")
    page.get_by_role("link", name="tập thể được khen thưởng").click()
    expect(page).to_have_url((site / "khen-thuong.html").as_uri())
    page.close()
