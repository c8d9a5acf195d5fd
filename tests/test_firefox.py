"""What readers with Firefox see and print. `make proof`."""

import pytest
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
