"""How the time of something grows with its size: proven by a ratio, which holds on any machine."""

import gc
import time
from collections.abc import Callable

LINEAR = 8
"""Four times the size takes about four times the time; squares would take sixteen. Between the two."""


def growth(run: Callable[[int], object], size: int, rounds: int = 8) -> float:
    """The time for four times the size over the time for the size, the best of each.

    Up to `rounds` rounds are run, fewer when three have shown that it is no more than linear. What a
    loaded machine adds to one round, it does not add to all.
    """
    best = {size: float("inf"), 4 * size: float("inf")}
    for number in range(1, rounds + 1):
        for n in best:
            best[n] = min(best[n], _seconds(run, n))
        if number >= 3 and best[4 * size] < LINEAR * best[size]:
            break
    return best[4 * size] / max(best[size], 1e-4)


def _seconds(run: Callable[[int], object], size: int) -> float:
    """Of the processor. Without the collector, as `timeit` measures: it goes through everything that all
    other tests have left in memory, more often the more is made; that is not the growth of `run`."""
    gc.disable()
    try:
        started = time.process_time()
        run(size)
        return time.process_time() - started
    finally:
        gc.enable()
