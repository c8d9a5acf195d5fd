"""figures.json: every number of the site with its value, where it stands, and nothing of the staff's."""

import json
import re

import pytest
from folders import FULL, PLAN, ROOT, copy_of
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from one_page import CONTENT, plan

from conference.audience import Audience
from conference.figures_file import VERSION, figures_of
from conference.folders import dossier_folder
from conference.guard import guard
from conference.guard.prose import prose_of
from conference.opening import open_publication
from conference.pages.page import read_page
from conference.wording import in_words


@pytest.fixture(scope="module")
def told(full_site):
    return json.loads((full_site / "figures.json").read_text("utf-8"))


def shown_on(site, page):
    tree = html.parse(site / f"{page}.html").getroot()
    return tree.cssselect("article [data-figure], article [data-fact]")


def test_the_script_says_the_same_as_the_file(full_site, told):
    script = (full_site / "figures.js").read_text("utf-8")
    found = re.fullmatch(r"window\.figures = (\{.*\});\n", script, re.DOTALL)
    assert json.loads(found[1]) == told
    assert told["version"] == VERSION


def test_every_number_stands_where_it_is_said_to_stand(full_site, told):
    facts = {one["name"]: one for one in (*told["figures"], *told["said"])}
    assert len(facts) > 40
    for page in told["pages"]:
        shown = [
            one.get("data-figure") or one.get("data-fact")
            for one in shown_on(full_site, page["page"])
        ]
        assert len(shown) == page["bound"], page
        for name in set(shown):
            (place,) = [p for p in facts[name]["places"] if p["page"] == page["page"]]
            assert place["times"] == shown.count(name)


def test_a_figure_reads_as_it_says(full_site, told):
    figures = {one["name"]: one for one in told["figures"]}
    for element in shown_on(full_site, "khen-thuong"):
        if name := element.get("data-figure"):
            assert figures[name]["value"] == int(element.get("value"))
            assert element.text_content() in figures[name]["shown"].values()
    total = figures["awards.total"]
    assert total["shown"]["words"] == in_words(total["value"])


def test_cited_papers_are_counted(told):
    cited = {page["page"]: page["cited"] for page in told["pages"]}
    assert cited["ke-hoach"] == 3 and cited["dai-bieu"] == 0


def test_lines_of_the_data_are_for_the_staff(told):
    assert not [one for one in (*told["figures"], *told["said"]) if "lines" in one]
    publication = open_publication(dossier_folder(FULL), "", Audience.STAFF).publication
    figures = {one["name"]: one for one in figures_of(publication)["figures"]}
    (line,) = figures["delegates.stated"]["lines"]
    file, number = line.rsplit(":", 1)
    text = (ROOT / file).read_text("utf-8").split("\n")[int(number) - 1]
    assert text == f"stated: {figures['delegates.stated']['value']}"


def test_a_day_that_is_open_says_what_is_known():
    (day,) = [one for one in figures_of(plan())["said"] if one["name"] == "conference.date"]
    assert day["forms"]["prose"] == "tuần 4 tháng 12/2022"


@pytest.fixture(scope="module")
def by_hand(tmp_path_factory):
    """A copy of the plan with numbers of each kind typed by hand, for the staff: page → what is told."""
    folder = copy_of(PLAN, tmp_path_factory.mktemp("by-hand") / "plan")
    for file, old, new in (
        ("docs/ke-hoach.md", CONTENT, f"{CONTENT}\nTheo Công văn số 792-CV/BDVTU ngày 11/11/2022, phong trào "
         "3 không do Chi bộ 5 làm, *8 điều* kia cũng thế.\n"),
        ("data/units.yml", "units:\n", "units:\n  - id: chi-bo-5\n    name: Chi bộ 5\n"),
        ("data/agenda.yml", "title: Biểu dương, khen thưởng", "title: Biểu dương 8 điều hay, khen thưởng"),
        ("data/exceptions.yml", "exceptions: []", "exceptions:\n"
         "  - {where: docs/ke-hoach.md, text: phong trào 3 không, reason: tên phong trào}\n"
         '  - {where: "*", text: 8 điều, reason: tên cuộc vận động}\n'),
    ):  # fmt: skip
        path = folder / file
        before, found, after = path.read_text("utf-8").partition(old)
        assert found
        path.write_text(f"{before}{new}{after}", "utf-8")
    checked = open_publication(dossier_folder(folder), "", Audience.STAFF)
    assert checked.publication, checked.findings
    return {page["page"]: page for page in figures_of(checked.publication)["pages"]}


def test_numbers_typed_by_hand_are_told_with_what_they_rest_on(by_hand):
    plan_page = by_hand["ke-hoach"]
    assert [(one["text"], one["rests_on"], one.get("reason")) for one in plan_page["typed"]] == [
        ("Công văn số 792-CV/BDVTU ngày 11/11/2022", "cited", None),
        ("3", "exempt", "tên phong trào"),
        ("Chi bộ 5", "named", None),
        ("8", "exempt", "tên cuộc vận động"),
        ("8", "exempt", "tên cuộc vận động"),
    ]
    assert (plan_page["cited"], plan_page["named"], plan_page["exempt"]) == (4, 1, 3)
    assert {page["left_over"] for page in by_hand.values()} == {0}


def test_a_number_typed_in_the_data_is_told_where_it_is_shown(by_hand):
    shown = {name for name, page in by_hand.items() if page["exempt"]}
    assert shown == {"ke-hoach", "chuong-trinh", "index", "phan-cong"}
    (one,) = by_hand["chuong-trinh"]["typed"]
    assert (one["before"], one["text"], one["after"]) == (
        "Biểu dương ",
        "8",
        " điều hay, khen thưởng",
    )


_AROUND = st.text("aZđ ,.:-–/%²'()\"’", max_size=6)


@settings(deadline=None)
@given(
    st.lists(st.tuples(_AROUND, st.text("0123456789", min_size=1, max_size=4)), max_size=4), _AROUND
)
def test_no_digit_of_a_page_goes_unseen(pieces, end):
    """Whatever stands round it, a digit is told or rests on something; that of m2 is its measure's."""
    text = "".join([*map("".join, pieces), end])
    page, _ = read_page("x", f"---\ntitle: x\npaper: screen\n---\n\nSố {text} x\n", "docs/x.md")
    typed = guard(plan().facts, [page]).typed.get(page.file, ())
    (prose,) = {stretch.text for stretch in prose_of(page)}
    for one in typed:
        prose = prose.replace(one.text, "", 1)
    assert not re.search("[0-9]", re.sub(r"(?<![a-zA-Zđ])m[23]", "", prose))
