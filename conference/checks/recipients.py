"""Rules on who is rewarded: one spelling, one award each, and seats for all of them."""

from __future__ import annotations

from collections.abc import Iterator

from conference.checks.rule import Problem, rule
from conference.findings import quote
from conference.models import Dossier
from conference.models.base import whole
from conference.models.people import Collective
from conference.wording import fold


def _collectives(dossier: Dossier) -> Iterator[Collective]:
    for award in dossier.awards.awards:
        for listed in (*getattr(award, "parts", ()), award):
            yield from whole(getattr(listed, "recipients", None))


@rule("award-twice", "Mỗi tập thể chỉ có tên trong một danh sách khen thưởng.")
def awarded_once(dossier: Dossier) -> Iterator[Problem]:
    """Ensure no collective stands in two lists, however its name is spelt."""
    seen: dict[str, Collective] = {}
    for collective in _collectives(dossier):
        first = seen.setdefault(fold(collective.name), collective)
        if first is not collective:
            yield (
                collective.at("name"),
                f"{quote(collective.name)} đã có trong danh sách ở dòng {first.at('name').line}; "
                "hãy xóa một chỗ, hoặc ghi rõ tên hai tập thể khác nhau.",
            )


@rule(
    "award-name",
    "Tên tập thể có mã đơn vị phải viết đúng như tên đơn vị trong units.yml.",
)
def awarded_names(dossier: Dossier) -> Iterator[Problem]:
    """Ensure a rewarded unit is written as its own entry writes it."""
    units = {unit.id: unit for unit in dossier.units.units}
    for collective in _collectives(dossier):
        unit = units.get(collective.unit or "")
        if unit and collective.name not in (unit.name, unit.short, unit.variant):
            yield (
                collective.at("name"),
                f"{quote(collective.name)} khác tên đơn vị {quote(unit.id)} trong units.yml; "
                f"hãy viết {quote(unit.name)}, hoặc bỏ mục unit.",
            )


@rule(
    "award-seats",
    "Khối các tập thể được khen phải đủ ít nhất mỗi tập thể một người.",
)
def awarded_are_invited(dossier: Dossier) -> Iterator[Problem]:
    """Ensure the rewarded collectives' group has room for one person from each."""
    total = sum(award.stated for award in dossier.awards.awards)
    for group in dossier.delegates.groups:
        if group.rewarded and isinstance(group.stated, int) and group.stated < total:
            yield (
                group.at("stated"),
                f"khối {group.label} ghi {group.stated} trong khi có {total} tập thể được khen; "
                f"hãy sửa thành {total} hoặc hơn.",
            )
