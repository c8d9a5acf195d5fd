"""Rules on the rewarded: one spelling, one award each, and seats for all of them."""

from __future__ import annotations

from collections.abc import Iterator

from conference.checks.sums import said
from conference.facts import Facts
from conference.findings import quote
from conference.models import Dossier, listed
from conference.models.amounts import range_of
from conference.models.awards import Counted, Recipient, counted_in, given, nouns_of
from conference.models.units import Unit
from conference.rule import Problem, rule
from conference.wording import canonical, fold


def _counted(dossier: Dossier) -> Iterator[Counted]:
    for award in dossier.awards.awards:
        yield from counted_in(award)


def _recipients(dossier: Dossier) -> Iterator[tuple[str, Recipient]]:
    """Everybody who is rewarded, each with its kind."""
    for one in _counted(dossier):
        for recipient in listed(one.owner.recipients):
            yield one.kind, recipient


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
    collective: Recipient, forms: dict[str, tuple[Unit, str]]
) -> tuple[Unit, str] | None:
    """The unit a collective is named after, and that name as units.yml writes it."""
    return forms.get(collective.name) or forms.get(fold(collective.name))


_Key = tuple[str, ...]


def _key(kind: str, recipient: Recipient, forms: dict[str, tuple[Unit, str]]) -> _Key:
    """What makes a recipient the same as another one."""
    if kind == "collective":
        meant = _unit_meant(recipient, forms)
        unit = recipient.unit or (meant[0].id if meant else None)
        return ("unit", unit) if unit else ("name", fold(recipient.name))
    return (kind, fold(recipient.name), recipient.post or "", recipient.unit or "")


_SAID_OF = {
    "collective": ("tập thể", "đơn vị"),
    "individual": ("cá nhân", "đồng chí", "ông", "bà"),
    "household": ("hộ gia đình", "gia đình", "hộ"),
}
"""Kind of recipients → the words that say it."""


@rule(
    "award-kind",
    "Chữ in sau con số nói đúng loại được khen (kind): tập thể, cá nhân hay hộ gia đình.",
)
def said_as_they_are(facts: Facts) -> Iterator[Problem]:
    """Ensure what begins with the word for one kind of recipients is of that kind.

    Source: plans in which «05 hộ gia đình» stands in a part that is counted among persons.
    """
    for award in facts.dossier.awards.awards:
        for one in counted_in(award):
            for key in ("to", "label"):
                text = getattr(one.owner, key)
                kind = _kind_said(text)
                if kind and kind != one.kind:
                    yield (
                        one.owner.at(key),
                        f"{quote(text)} nói {_SAID_OF[kind][0]} mà kind là {one.kind} "
                        f"({_SAID_OF[one.kind][0]}); hãy sửa chữ ấy, hoặc ghi kind: {kind}.",
                    )


def _kind_said(text: str) -> str:
    """The kind of recipients whose word a text begins with; "" for none, and where it names several."""
    said = f"{canonical(text).casefold()} "
    begun = [
        kind for kind, ways in _SAID_OF.items() if said.startswith(tuple(f"{way} " for way in ways))
    ]
    named = [kind for kind, (way, *_) in _SAID_OF.items() if way in said]
    return begun[0] if begun and set(named) <= {begun[0]} else ""


@rule("award-twice", "Mỗi tập thể, mỗi người chỉ có tên trong một danh sách khen thưởng.")
def awarded_once(facts: Facts) -> Iterator[Problem]:
    """Ensure nobody stands in two lists, however the name is spelt.

    A unit is one collective under its full name and its short one: the id decides. Persons are the
    same when name, post and unit are.
    """
    seen: dict[_Key, Recipient] = {}
    forms = _known_forms(facts.dossier)
    for kind, recipient in _recipients(facts.dossier):
        first = seen.setdefault(_key(kind, recipient, forms), recipient)
        if first is not recipient:
            mend = (
                "ghi rõ tên hai tập thể khác nhau"
                if kind == "collective"
                else "ghi rõ chức vụ, đơn vị nếu là hai người"
            )
            yield (
                recipient.at("name"),
                f"{quote(recipient.name)} đã có trong danh sách ở dòng {first.at('name').line}; "
                f"hãy xóa một chỗ, hoặc {mend}.",
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
    for kind, collective in _recipients(facts.dossier):
        if kind != "collective":
            continue  # a person is of a unit, not the unit
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
    "Khối được khen thưởng phải đủ chỗ: ít nhất một người cho mỗi tập thể, cá nhân được khen.",
    needs=("awards",),
)
def awarded_are_invited(facts: Facts) -> Iterator[Problem]:
    """Ensure the group of the rewarded has room for one person from each.

    Source: the plan invites «Các tập thể được khen thưởng» (II.2).
    """
    awards = given(facts.dossier.awards.awards)
    total = sum(range_of(award.stated).low for award in awards)
    for group in facts.dossier.delegates.groups:
        most = range_of(group.stated).high
        if group.rewarded and most is not None and most < total:
            yield (
                group.at("stated"),
                f"khối {group.label} ghi {said(group.stated)} trong khi có {total} {nouns_of(awards)} "
                f"được khen; hãy sửa thành {total} hoặc hơn.",
            )
