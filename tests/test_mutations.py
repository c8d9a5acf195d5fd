"""Whatever an editor changes is either found in its place or shown alike on every page."""

import pytest
from folders import sampled
from mutations import DOSSIERS, MAKERS, caught, report

COUNT = len(MAKERS)
"""The kinds come in turn; `make proof` tries thousands."""


@pytest.mark.parametrize("base", sampled(DOSSIERS, ["full"]))
def test_every_mutation_is_caught(base, tmp_path):
    outcomes = caught(base, tmp_path, COUNT, f"2022-{base}")

    kinds = {outcome.mutation.kind for outcome in outcomes}
    assert kinds == set(MAKERS) if base == "full" else len(kinds) > len(MAKERS) // 2
    assert [o for o in outcomes if o.result in ("missed", "misplaced")] == [], report(outcomes)
