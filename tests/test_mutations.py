"""Whatever an editor changes is either found in its place or shown alike on every page."""

import random

import pytest
from mutations import BASES, Bench, report

COUNT = 125
SEED = 2022


@pytest.mark.parametrize("base", BASES)
def test_every_mutation_is_caught(base, tmp_path):
    bench = Bench(base, tmp_path)
    outcomes = []
    for mutation in bench.mutations(random.Random(f"{SEED}-{base}")):
        outcome = bench.outcome(mutation)
        if outcome.result != "same":
            outcomes.append(outcome)
        if len(outcomes) == COUNT:
            break

    kinds = {outcome.mutation.kind for outcome in outcomes}
    assert len(kinds) == 8
    assert [o for o in outcomes if o.result in ("missed", "misplaced")] == [], report(outcomes)
