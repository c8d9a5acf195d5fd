"""The probes the search is measured by are well formed, and it finds what they are about."""

import unicodedata
from collections import Counter
from functools import cache

import pytest
from folders import sampled
from probes_run import HALVES, KEPT, OPEN, PROBES, Answer, Probe, ask, probes, wrong

LEAST = 120
FOUND, FIRST = 0.95, 0.90
"""The least of the probes that are found at all, and that have the right page first."""


@pytest.fixture(scope="module")
def answers(browser, site, full_site, state_site):
    """What the search gives for a half."""
    sites = {"plan": site, "full": full_site, "truc-tuyen": state_site}
    return cache(lambda half: ask(browser, sites, probes(half)))


@pytest.mark.parametrize("half", sampled(HALVES, []))
def test_what_readers_type_leads_to_the_right_page(answers, half):
    asked = len(answers(half))

    assert sum(one.found for one in answers(half)) >= FOUND * asked
    assert sum(one.first for one in answers(half)) >= FIRST * asked


def test_there_are_enough_probes_and_none_twice():
    asked = [(probe.dossier, probe.typed) for half in HALVES for probe in probes(half)]

    assert len(asked) >= LEAST
    assert [probe for probe, count in Counter(asked).items() if count > 1] == []


@pytest.mark.parametrize("half", HALVES)
def test_the_probes_are_composed_letters(half):
    assert unicodedata.is_normalized("NFC", (PROBES / f"{half}.yml").read_text("utf-8"))


def test_both_halves_hold_as_many_of_each_kind():
    counted = {half: Counter(probe.kind for probe in probes(half)) for half in HALVES}
    for kind in counted[OPEN] | counted[KEPT]:
        assert abs(counted[OPEN][kind] - counted[KEPT][kind]) <= 1, kind


def test_an_answer_is_judged_by_its_place():
    probe = Probe("plain", "plan", "địa điểm", ("ke-hoach#dia-diem", "index"))

    def judged(*pages):
        answer = Answer(probe, [list(page) for page in pages])
        return answer.found, answer.first

    assert judged() == (False, False)
    assert judged(["ke-hoach.html#dia-diem"]) == (True, True)
    assert judged(["ke-hoach.html#noi-nhan", "ke-hoach.html#dia-diem"]) == (True, False)
    assert judged(["dai-bieu.html"], ["index.html#con-so"]) == (True, False)
    assert judged(["dai-bieu.html"]) == (False, False)


def test_what_fails_is_listed_with_what_comes_first_instead():
    probe = Probe("plain", "plan", "địa điểm", ("ke-hoach",))

    assert list(wrong([Answer(probe, [["ke-hoach.html"]])])) == []
    (line,) = wrong([Answer(probe, [["dai-bieu.html"], ["ke-hoach.html"]])])
    assert "«địa điểm» → dai-bieu.html, ke-hoach.html" in line
