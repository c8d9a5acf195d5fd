"""Whatever an editor changes is either found in its place or shown alike on every page."""

import pytest
from folders import FROZEN, sampled
from mutations import MAKERS, caught, report

COUNT = len(MAKERS)
"""The kinds come in turn; `make proof` tries thousands."""


@pytest.mark.parametrize("base", sampled(FROZEN, ["full"]))
def test_every_mutation_is_caught(base, tmp_path):
    outcomes = caught(base, tmp_path, COUNT, f"2022-{base}")

    assert {outcome.mutation.kind for outcome in outcomes} == set(MAKERS)
    assert [o for o in outcomes if o.result in ("missed", "misplaced")] == [], report(outcomes)
