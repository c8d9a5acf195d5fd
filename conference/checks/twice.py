"""Rules on lists: nobody and nothing stands in one twice."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Any

from conference.facts import Facts
from conference.findings import Place, quote
from conference.models.awards import AwardPart
from conference.models.conference import Point
from conference.models.delegates import DelegateGroup, DiscussionGroup
from conference.models.doers import Doer
from conference.models.fields import pointers_of
from conference.models.record import Record
from conference.rule import Problem, rule
from conference.wording import canonical, fold

_LABELLED = (AwardPart, DelegateGroup, DiscussionGroup, Point)


def _repeated(
    entries: Iterable[tuple[Hashable, Place]],
) -> Iterator[tuple[Place, str]]:
    """Where something stands again, and where it stood: « ở dòng 7», "" on the same line."""
    first: dict[Hashable, Place] = {}
    for key, place in entries:
        before = first.setdefault(key, place)
        if before is not place:
            yield place, "" if before.line == place.line else f" (đã ghi ở dòng {before.line})"


def _doer(doer: Doer) -> Hashable:
    """What makes somebody the same: a person is one in whatever post, a post one in its unit."""
    return fold(doer.person) if doer.person else (doer.unit, fold(doer.post or ""))


@rule(
    "named-twice",
    "Trong một danh sách, mỗi đơn vị, mỗi khối, mỗi văn bản, mỗi người chỉ ghi một lần.",
)
def named_once(facts: Facts) -> Iterator[Problem]:
    """Ensure no list of ids or of those who do something names the same one again."""
    for kind in ("unit", "citation", "group"):
        listed: dict[tuple[int, str | int], list[tuple[Hashable, Place]]] = {}
        for pointer in pointers_of(facts.dossier, kind):
            if len(pointer.keys) > 1:
                list_of = id(pointer.record), pointer.keys[0]
                listed.setdefault(list_of, []).append((pointer.text, pointer.place))
        for entries in listed.values():
            for place, before in _repeated(entries):
                typed = next(str(text) for text, at in entries if at is place)
                yield place, f"{quote(typed)} ghi hai lần trong một danh sách{before}; hãy xóa một."
    for doers in _lists_of(facts, (Doer,)):
        for place, before in _repeated((_doer(one), one.at()) for one in doers):
            yield place, f"ghi hai lần trong một danh sách{before}; hãy xóa một."


def _lists_of(facts: Facts, kinds: tuple[type[Record], ...]) -> Iterator[list[Any]]:
    """Every list of such records, wherever it stands."""
    for record in facts.dossier.walk():
        lists: dict[str | int, list[Record]] = {}
        for keys, below in record.contained():
            if isinstance(below, kinds):
                lists.setdefault(keys[0], []).append(below)
        yield from lists.values()


@rule(
    "label-twice",
    "Hai khối, hai phần, hai tổ hay hai điểm cầu của một danh sách không cùng tên.",
)
def labels_differ(facts: Facts) -> Iterator[Problem]:
    """Ensure a reader can tell the lines of a list apart."""
    for entries in _lists_of(facts, _LABELLED):
        key = "name" if isinstance(entries[0], Point) else "label"
        named = [(one, getattr(one, key), one.at(key)) for one in entries]
        keys = [(canonical(name).casefold(), getattr(one, "kind", None)) for one, name, _ in named]
        places = [place for _, _, place in named]
        for place, before in _repeated(zip(keys, places, strict=True)):
            typed = next(name for _, name, at in named if at is place)
            yield place, f"tên {quote(typed)} đã dùng{before}; hãy đặt tên khác, hoặc xóa một mục."


@rule("support-lead", "Đơn vị chủ trì một việc không ghi là đơn vị phối hợp của chính việc ấy.")
def support_is_another(facts: Facts) -> Iterator[Problem]:
    """Ensure nobody is said to help itself."""
    for task in facts.dossier.tasks.tasks:
        if not task.lead:
            continue
        for work in task.works:
            for index, unit in enumerate(work.support):
                if unit == task.lead:
                    yield (
                        work.at("support", index),
                        f"{quote(unit)} là đơn vị chủ trì (lead, dòng {task.at('lead').line}), không thể "
                        "phối hợp với chính mình; hãy xóa ở đây.",
                    )
