"""The plan as published: word for word, and every number in the element that names it."""

import re
from copy import deepcopy

import pytest
from folders import PLAN
from office_file import source_paragraphs
from reading import Site, article, words

from conference.regimes import REGIMES

PAGES_OF_THE_ROOT = {"index", "ke-hoach", "chuong-trinh", "dai-bieu", "khen-thuong", "phan-cong"}
PAGES_OF_THE_ROOT |= {"tit-chu", "doi-chieu", "bo-in", "huong-dan"}
"""Addresses other people's links rely on."""


@pytest.fixture(scope="session")
def trees(site):
    """Page name → parsed page."""
    return Site(PLAN, site).trees


def test_the_fixed_addresses_are_built(site):
    assert {p.stem for p in site.glob("*.html")} == {*PAGES_OF_THE_ROOT, "404"}


def test_the_plan_is_published_word_for_word_in_its_own_order(trees):
    published = words(article(trees["ke-hoach"]))
    position, found = 0, 0

    for paragraph in source_paragraphs():
        at = published.find(paragraph, position)
        assert at >= 0, f"missing or out of order: {paragraph}"
        position, found = at + len(paragraph), found + 1

    assert found == 57


HEAD_OF_THE_PLAN = (
    "ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG HUYỆN ỦY VĨNH BẢO * ĐẢNG CỘNG SẢN VIỆT NAM "
    "Số -KH/HU Vĩnh Bảo, ngày tháng 12 năm 2022 Dự thảo"
)


def test_the_plan_adds_nothing_to_the_source_but_its_head(trees):
    plan = deepcopy(article(trees["ke-hoach"]))
    (head,) = plan.cssselect(".document-head")
    assert words(head) == HEAD_OF_THE_PLAN

    head.drop_tree()
    for buttons in plan.cssselect(".tools"):
        buttons.drop_tree()
    published = words(plan)
    for paragraph in source_paragraphs():
        published = published.replace(paragraph, "", 1)

    assert published.split() == ["-----"]


def test_the_plan_s_numbers_stand_on_its_pages(trees):
    values = {}
    for tree in trees.values():
        for element in tree.cssselect("data.figure"):
            values[element.get("data-figure")] = element.get("value")

    expected = {"awards.total": "28", "delegates.stated": "150", "agenda.total": "7"}
    assert {name: values[name] for name in expected} == expected


@pytest.mark.parametrize("name", sorted(PAGES_OF_THE_ROOT - {"huong-dan"}))
def test_every_number_on_a_page_stands_in_the_element_that_names_it(trees, name, dossier):
    tree = deepcopy(article(trees[name]))
    # Left to stand: figures, row numbers, numbered headings, how a figure was counted, how many
    # there are on each page, and what may be typed into the form of the print set.
    counted = "table.figures td:nth-child(3), table.page-numbers td, .set-form > p, .number, code"
    for element in tree.cssselect(f"data.figure, {counted}"):
        element.drop_tree()
    for heading in tree.cssselect("h2, h3"):
        if heading.text:
            heading.text = re.sub(r"^\s*\d+\.", "", heading.text)
    (plan,) = dossier.documents.documents
    text = words(tree).replace(REGIMES[plan.regime].title, "")
    for citation in dossier.citations.citations:  # whose title is another paper's own
        text = text.replace(citation.number, "").replace(citation.date.strftime("%d/%m/%Y"), "")
        text = text.replace(citation.title, "")

    assert re.findall(r"\S*\d\S*", text) == []
