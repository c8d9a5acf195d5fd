"""Rules on the hours of the agenda: each item after the one before, all of them or none."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from datetime import time
from typing import NamedTuple

from conference.facts import Facts
from conference.figures.sittings import sittings
from conference.findings import Severity, quote
from conference.models.agenda import AgendaItem, Step, after, minutes_between
from conference.rule import Problem, rule
from conference.wording import clock


class _Reached(NamedTuple):
    """How far the agenda has come: the hour before which nothing can begin, and why."""

    hour: time
    why: str
    begun: bool = False
    """The item before begins at `hour` and takes some time nobody wrote down."""

    def then(self, item: Step) -> _Reached:
        """How far it has come after an item that begins at `hour`, or as soon as it can."""
        if not item.length:
            return self
        hour = after(self.hour, item.length) or time.max
        return _Reached(hour, f"mục {quote(item.id)} kéo dài đến {clock(hour)}")


@rule(
    "agenda-times",
    "Giờ trong chương trình tăng dần, mục trước xong mới đến mục sau, xong hết trước giờ bế mạc.",
)
def agenda_times(facts: Facts) -> Iterator[Problem]:
    """Ensure hours ascend, items do not overlap, and durations fit the planned end.

    An item without an hour begins when the one before ends. Two items never begin together.
    """
    for sitting in sittings(facts.dossier):
        reached = yield from _in_order(sitting.items)
        if reached and sitting.ends and sitting.ends < reached.hour:
            what = "phiên" if sitting.session else "bế mạc"
            yield (
                sitting.record.at("ends"),
                f"{what} ghi {clock(sitting.ends)} nhưng {reached.why}; "
                f"hãy sửa ends thành {clock(reached.hour)}, hoặc rút ngắn các mục.",
            )
        for item in sitting.items:
            yield from _parts_fit(item)


def _in_order(items: Sequence[Step]) -> Generator[Problem, None, _Reached | None]:
    """Ask items to come one after the other, and say how far they came."""
    reached = None
    for item in items:
        if item.start:
            yield from _too_early(item, item.start, reached)
            why = f"mục {quote(item.id)} bắt đầu lúc {clock(item.start)}"
            reached = _Reached(item.start, why, begun=True)
        reached = reached and reached.then(item)
    return reached


def _parts_fit(item: AgendaItem) -> Iterator[Problem]:
    """Ask the parts of an item to be in order, and inside its hours."""
    reached = yield from _in_order(item.items)
    if not item.start or not reached:
        return
    first = next(part for part in item.items if part.start)
    if first.start and first.start < item.start:
        yield (
            first.at("start"),
            f"phần này bắt đầu {clock(first.start)}, trước giờ của mục {quote(item.id)}; "
            f"hãy sửa thành {clock(item.start)} hoặc muộn hơn.",
        )
    elif item.until and item.until < reached.hour:
        key = "end" if item.ends_at else "minutes"
        right = clock(reached.hour) if item.ends_at else minutes_between(item.start, reached.hour)
        yield (
            item.at(key),
            f"mục {quote(item.id)} đến {clock(item.until)} là hết nhưng {reached.why}; "
            f"hãy sửa {key} thành {right}, hoặc rút ngắn các phần.",
        )


def _too_early(item: Step, start: time, reached: _Reached | None) -> Iterator[Problem]:
    if reached and (start < reached.hour or (reached.begun and start == reached.hour)):
        advice = (
            f"một giờ muộn hơn {clock(reached.hour)}"
            if reached.begun
            else f"{clock(reached.hour)} hoặc muộn hơn"
        )
        yield (
            item.at("start"),
            f"mục này bắt đầu {clock(start)} trong khi {reached.why}; hãy sửa thành {advice}.",
        )


@rule(
    "agenda-untimed",
    "Đã ghi giờ cho một mục thì ghi cho mọi mục.",
    severity=Severity.WARNING,
)
def agenda_all_timed(facts: Facts) -> Iterator[Problem]:
    """Ensure an agenda with hours has them everywhere."""
    items = facts.dossier.agenda.all_items
    if any(item.start for item in items):
        for item in items:
            if not item.start:
                yield (
                    item.at("id"),
                    f"mục {quote(item.id)} chưa có giờ trong khi mục khác đã có; hãy thêm dòng start.",
                )
