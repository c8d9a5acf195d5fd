"""Rules on the rewarded collectives: one spelling, one award each, and seats for all of them."""

from __future__ import annotations

from collections.abc import Iterator

from conference.facts import Facts
from conference.findings import quote
from conference.models import Dossier, listed
from conference.models.awards import Collective
from conference.models.units import Unit
from conference.rule import Problem, rule
from conference.wording import fold


def _collectives(dossier: Dossier) -> Iterator[Collective]:
    for award in dossier.awards.awards:
        for part in award.parts:
            yield from listed(part.recipients)
        yield from listed(award.recipients)


def _known_forms(dossier: Dossier) -> dict[str, tuple[Unit, str]]:
    """Name, short name or variant, as written and folded → its unit and how it is written."""
    forms = [
        (form, unit)
        for unit in dossier.units.units
        for form in (unit.name, unit.short, unit.variant)
        if form
    ]
    folded = {fold(form): (unit, form) for form, unit in reversed(forms)}
    return folded | {form: (unit, form) for form, unit in forms}


def _unit_meant(
    collective: Collective, forms: dict[str, tuple[Unit, str]]
) -> tuple[Unit, str] | None:
    """The unit a collective is named after, and that name as units.yml writes it."""
    return forms.get(collective.name) or forms.get(fold(collective.name))


@rule("award-twice", "Mỗi tập thể chỉ có tên trong một danh sách khen thưởng.")
def awarded_once(facts: Facts) -> Iterator[Problem]:
    """Ensure no collective stands in two lists, however its name is spelt.

    A unit is one collective under its full name and its short one: the id decides.
    """
    seen: dict[tuple[str, str], Collective] = {}
    forms = _known_forms(facts.dossier)
    for collective in _collectives(facts.dossier):
        meant = _unit_meant(collective, forms)
        unit = collective.unit or (meant[0].id if meant else None)
        key = ("unit", unit) if unit else ("name", fold(collective.name))
        first = seen.setdefault(key, collective)
        if first is not collective:
            yield (
                collective.at("name"),
                f"{quote(collective.name)} đã có trong danh sách ở dòng {first.at('name').line}; "
                "hãy xóa một chỗ, hoặc ghi rõ tên hai tập thể khác nhau.",
            )


@rule(
    "award-name",
    "Tên tập thể là một đơn vị phải viết đúng như tên đơn vị trong units.yml.",
)
def awarded_names(facts: Facts) -> Iterator[Problem]:
    """Ensure a rewarded unit is written as its own entry writes it, with its id or without.

    Without an id a name that differs in marks and capitals alone is taken for the unit's; where it
    is another body after all, an entry of its own in units.yml says so.
    """
    units = {unit.id: unit for unit in facts.dossier.units.units}
    forms = _known_forms(facts.dossier)
    for collective in _collectives(facts.dossier):
        unit = units.get(collective.unit or "")
        if unit and collective.name not in (unit.name, unit.short, unit.variant):
            yield (
                collective.at("name"),
                f"{quote(collective.name)} khác tên đơn vị {quote(unit.id)} trong units.yml; "
                f"hãy viết {quote(unit.name)}, hoặc bỏ mục unit.",
            )
        elif collective.unit is None and (meant := _unit_meant(collective, forms)):
            other, form = meant
            if collective.name != form:
                yield (
                    collective.at("name"),
                    f"{quote(collective.name)} viết khác tên đơn vị {quote(other.id)} trong "
                    f"units.yml; hãy viết {quote(form)}; nếu là đơn vị khác thì thêm đơn vị ấy "
                    "vào units.yml rồi ghi mã ở mục unit.",
                )


@rule(
    "award-seats",
    "Khối các tập thể được khen phải đủ ít nhất mỗi tập thể một người.",
    needs=("awards",),
)
def awarded_are_invited(facts: Facts) -> Iterator[Problem]:
    """Ensure the rewarded collectives' group has room for one person from each.

    Source: the plan invites «Các tập thể được khen thưởng» (II.2).
    """
    total = sum(award.stated for award in facts.dossier.awards.awards)
    for group in facts.dossier.delegates.groups:
        if group.rewarded and isinstance(group.stated, int) and group.stated < total:
            yield (
                group.at("stated"),
                f"khối {group.label} ghi {group.stated} trong khi có {total} tập thể được khen; "
                f"hãy sửa thành {total} hoặc hơn.",
            )
