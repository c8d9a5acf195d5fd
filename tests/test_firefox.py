"""What readers with Firefox see and print. `make proof`."""

from contextlib import nullcontext

import pytest
from built import serving
from firefox import running_firefox
from folders import PLAN, page_names

pytestmark = pytest.mark.proof
BAR = "Dữ liệu minh họa, không phải dữ liệu thật"


@pytest.fixture(scope="module")
def firefox():
    with running_firefox() as tab:
        if tab is None:
            pytest.skip("no Firefox on this machine")
        yield tab


@pytest.mark.parametrize("dossier", ["plan", "full"])
@pytest.mark.parametrize("name", [name for name in page_names(PLAN) if name != "huong-dan"])
def test_no_sheet_is_empty_and_none_holds_the_mark_alone(firefox, sites, dossier, name):
    firefox.goto((sites[dossier] / f"{name}.html").as_uri())
    sheets = firefox.print()

    if name == "bo-in":  # the set may end with one: its first and last sheets lie in different ways
        sheets = sheets[: -1 if not sheets[-1][1] else None]
    assert all(len(text.replace(BAR, "")) > 60 for _, text in sheets), [text for _, text in sheets]


@pytest.mark.parametrize(
    ("name", "lies"), [("dai-bieu", "across"), ("tit-chu", "across"), ("ke-hoach", "upright")]
)
def test_a_paper_lies_the_same_way_on_all_its_sheets(firefox, full_site, name, lies):
    firefox.goto((full_site / f"{name}.html").as_uri())

    assert {way for way, _ in firefox.print()} == {lies}


def test_an_invented_dossier_says_so_on_its_first_sheet(firefox, full_site):
    firefox.goto((full_site / "ke-hoach.html").as_uri())

    assert BAR in firefox.print()[0][1]


@pytest.mark.parametrize("dossier", ["plan", "full"])
def test_no_heading_stands_at_the_foot_of_a_sheet(firefox, sites, dossier):
    firefox.goto((sites[dossier] / "ke-hoach.html").as_uri())
    headings = firefox.evaluate(
        "[...document.querySelectorAll('.sheet :is(h2, h3)')].map(h => h.innerText.trim())"
    )

    last = [text.splitlines()[-1] for _, text in firefox.print()]
    assert not set(last) & set(headings)


TAB, ESCAPE = "\ue004", "\ue00c"
BUTTON = "document.querySelector('.menu-button').getAttribute('aria-expanded')"
FOCUSED = "document.activeElement.ariaLabel ?? document.activeElement.textContent.trim()"


@pytest.mark.parametrize("width", [320, 360])
def test_the_list_of_pages_opens_by_keyboard(firefox, full_site, width):
    firefox.resize(width, 800)
    firefox.goto((full_site / "ke-hoach.html").as_uri())
    for _ in range(8):
        firefox.press(TAB)
        if firefox.evaluate(FOCUSED) == "Danh mục các trang":
            break
    firefox.evaluate("document.activeElement.click()")  # what Enter does where a window is in front
    assert firefox.evaluate(BUTTON) == "true" and firefox.evaluate(FOCUSED) == "Tổng quan"
    firefox.press(ESCAPE)
    assert firefox.evaluate(BUTTON) == "false"
    assert firefox.evaluate(FOCUSED) == "Danh mục các trang"
    firefox.resize(1280, 800)


def test_a_link_to_a_row_under_a_filter_shows_it(firefox, full_site):
    row = "dai-bieu-dai-bieu-150"
    firefox.goto((full_site / "dai-bieu.html").as_uri() + f"?dai-bieu.loc=bi+thu#{row}")

    top = firefox.evaluate(f"document.getElementById('{row}').getBoundingClientRect().top")
    assert 0 < top < 800


COUNTED = """new Promise(done => { const wait = () =>
  document.querySelector(".set-form .total").textContent.includes("khoảng") ? done(1) : setTimeout(wait, 50);
  wait(); })"""


def test_the_form_of_the_print_set_counts_as_it_prints(firefox, site):
    firefox.goto((site / "bo-in.html").as_uri())
    firefox.evaluate(COUNTED)
    told = firefox.evaluate("document.querySelector('.set-form .total').textContent")

    printed = [text for _, text in firefox.print() if text]
    assert abs(int(told.split()[1]) - len(printed)) <= 1  # no browser says how it will break pages


@pytest.mark.parametrize("way", ["file", "http"])
def test_a_figure_says_where_it_comes_from_and_leads_to_its_next_place(firefox, site, way):
    """From a file, where nothing may be fetched, too; the switch marks and counts what the page shows."""
    soon = (
        "(async (ask) => { for (let n = 0; n < 200 && !ask(); n++) "
        "await new Promise((go) => setTimeout(go, 50)); return ask(); })"
    )
    card = "document.querySelector('.figure-card')?.innerText"
    with serving(site) if way == "http" else nullcontext(site.as_uri()) as address:
        _a_card_leads_on(firefox, f"{address}/khen-thuong.html", soon, card)


def _a_card_leads_on(firefox, address, soon, card):
    firefox.goto(address)
    firefox.evaluate("document.querySelector('tfoot data.figure').click()")
    said = firefox.evaluate(f"{soon}(() => {card})")
    assert "Tổng số tập thể được khen thưởng: 28" in said and "Cộng" in said
    place = "document.querySelector('.figure-card-pager span').textContent"
    before = firefox.evaluate(place)
    firefox.evaluate(
        "[...document.querySelectorAll('.figure-card button')].find(b => b.textContent == '‹ Trước').click()"
    )
    assert firefox.evaluate(f"{soon}(() => {place} !== {before!r} && {place})") != before
    firefox.evaluate("document.querySelector('.show-sources').click()")
    legend = firefox.evaluate(f"{soon}(() => document.querySelector('.sources-legend')?.innerText)")
    assert "lấy từ dữ liệu" in legend and "không còn số nào chưa rõ nguồn" in legend
