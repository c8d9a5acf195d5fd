"""Long lists in the hand: only the cards in sight are laid out, and none is lost by it."""

from functools import partial

import pytest
from built import once, serving, shared_folder
from lxml import html
from markupsafe import escape
from printed import build

from conference.sample import write_sample

PHONE = {"width": 412, "height": 915}
LAID_OUT = """[...document.querySelectorAll("table.people tbody tr")].filter(row =>
  row.firstElementChild.checkVisibility({ contentVisibilityAuto: true })).length"""


@pytest.fixture
def phone(browser, full_site):
    page = browser.new_page(viewport=PHONE)
    page.goto((full_site / "dai-bieu.html").as_uri())
    yield page
    page.close()


def test_cards_out_of_sight_are_not_laid_out_but_found_printed_and_reached(phone):
    rows = phone.locator("table.people tbody tr")
    assert phone.evaluate(LAID_OUT) < rows.count() / 3

    last = rows.last
    name = last.locator("th").text_content()
    assert phone.evaluate("name => find(name)", name)
    assert last.evaluate("row => row.contains(getSelection().anchorNode)")
    box = last.bounding_box()
    assert 0 <= box["y"] < PHONE["height"]

    address = f"{phone.url}#{last.get_attribute('id')}"
    phone.goto("about:blank")
    phone.goto(address)
    box = last.bounding_box()
    assert 0 <= box["y"] < PHONE["height"]

    phone.emulate_media(media="print")
    phone.wait_for_function(f"{LAID_OUT} === {rows.count()}")


SIZE = 1500
FILTER = """word => new Promise(done => {
  const field = document.querySelector(".list-filter");
  field.value = word;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  requestAnimationFrame(() => setTimeout(done));
})"""


def as_plain_table(page):
    """The words of the list as HTML that has nothing else."""
    table = html.parse(page).getroot().cssselect("table.people")[0]
    rows = ([cell.text_content().strip() for cell in row] for row in table.cssselect("tr"))
    written = ("".join(f"<td>{escape(words)}</td>" for words in row) for row in rows)
    head = (
        '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    )
    return f"{head}<table>{''.join(f'<tr>{row}</tr>' for row in written)}</table>"


@pytest.fixture(scope="module")
def long_list(tmp_path_factory):
    shared = shared_folder(tmp_path_factory)
    dossier = once(shared / "long-list", partial(write_sample, delegates=SIZE))
    site = once(shared / "site-long-list", partial(build, dossier))
    (site / "plain.html").write_text(as_plain_table(site / "dai-bieu.html"), "utf-8")
    with serving(site) as address:
        yield address


@pytest.mark.proof
def test_a_long_list_costs_a_phone_at_most_two_plain_tables(browser, long_list):
    """Seconds of the page's own thread, which a busy machine does not change: the phone is slower in
    all of them alike."""

    def spent(name):
        page = browser.new_page(viewport=PHONE)
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})

        def ticks():
            metrics = session.send("Performance.getMetrics")["metrics"]
            return next(one["value"] for one in metrics if one["name"] == "TaskDuration")

        page.goto(f"{long_list}/{name}.html")
        page.wait_for_load_state("networkidle")
        loading, keys = ticks(), []
        if name != "plain":
            for word in ("n", "ng", "ngu", ""):
                before = ticks()
                page.evaluate(FILTER, word)
                keys.append(ticks() - before)
        page.close()
        return loading, max(keys, default=0)

    plain = min(spent("plain")[0] for _ in range(3))
    loading, key = map(min, zip(*(spent("dai-bieu") for _ in range(3)), strict=True))
    assert loading <= 2 * plain
    assert key <= plain / 5
