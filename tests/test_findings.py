"""The hint that names what was meant, and never another number or the one before."""

import pytest

from conference.findings import near


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("awards.totl", ["awards.total", "agenda.total"], ["awards.total"]),
        ("chi-bo-5", ["chi-bo-35", "chi-bo-05"], ["chi-bo-05"]),
        ("chi-bo-5", ["chi-bo-35"], []),
        ("conference.previous_term", ["conference.term"], []),
        ("conference.previus_term", ["conference.term", "conference.year"], []),
        ("agenda.bemac.date", ["agenda.be-mac.time", "agenda.be-mac.date"], ["agenda.be-mac.date"]),
    ],
)
def test_the_name_that_was_meant_is_named(typed, known, meant):
    assert near(typed, known) == meant
