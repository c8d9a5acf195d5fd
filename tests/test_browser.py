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
