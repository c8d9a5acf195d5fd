"""Rules on ids, names and references: each id once, each reference leads to something that is."""

from __future__ import annotations

from collections.abc import Iterator, Set

from conference.facts import Facts
from conference.findings import CLEARLY, did_you_mean, near, quote
from conference.models.facts import OtherFacts
from conference.models.fields import pointers_of, prose_of, verbatim_of
from conference.models.record import Entry
from conference.pages.mistyped_calls import mistyped_calls
from conference.pages.name_hints import names_to_choose
from conference.references import find_references, unit_names
from conference.rule import Problem, rule
from conference.wording import canonical, nfc


@rule("id-repeated", "Trong một danh sách, mỗi mã chỉ dùng một lần.")
def ids_unique(facts: Facts) -> Iterator[Problem]:
    """Ensure no list holds the same id twice."""
    for record in facts.dossier.walk():
        seen: dict[tuple[str | int, str], Entry] = {}
        for keys, entry in record.contained():
            if not isinstance(entry, Entry):
                continue
            # What facts.yml holds is called facts.ID, whichever of its lists it stands in.
            where = "" if isinstance(record, OtherFacts) else keys[0]
            first = seen.setdefault((where, entry.id), entry)
            if first is not entry:
                yield (
                    entry.at("id"),
                    f"mã {quote(entry.id)} đã dùng ở dòng {first.at('id').line}; "
                    "hãy đặt mã khác cho mục này.",
                )


@rule("unit-unknown", "Mọi mã đơn vị phải có trong units.yml.")
def units_exist(facts: Facts) -> Iterator[Problem]:
    """Ensure every unit id leads to an entry of units.yml."""
    known = {unit.id for unit in facts.dossier.units.units}
    for pointer in pointers_of(facts.dossier, "unit"):
        if pointer.text in known:
            continue
        # Beside units that could not be read, only what is clearly a slip.
        if facts.whole("units") or near(pointer.text, known, CLEARLY):
            yield (
                pointer.place,
                f"không có đơn vị {quote(pointer.text)} trong units.yml."
                f"{did_you_mean(pointer.text, known)} Hãy sửa mã, hoặc thêm đơn vị vào units.yml.",
            )


@rule("unit-twice", "Mỗi đơn vị một tên, không đơn vị nào trùng tên đơn vị khác.")
def unit_names_differ(facts: Facts) -> Iterator[Problem]:
    """Ensure one name means one unit, and no name is called old while it is in use."""
    lines: dict[str, int] = {}
    units = facts.dossier.units.units
    for unit in units:
        first = lines.setdefault(unit.name, unit.at("name").line)
        if first != unit.at("name").line:
            yield (
                unit.at("name"),
                f"tên {quote(unit.name)} đã dùng cho đơn vị ở dòng {first}; hãy giữ một đơn vị.",
            )
    named = {unit.name: unit for unit in reversed(units)}
    for unit in units:
        other = named.setdefault(unit.short, unit) if unit.short else unit
        if other is not unit:
            yield (
                unit.at("short"),
                f"{quote(unit.short)} cũng là tên của đơn vị ở dòng {other.at('name').line}; hãy viết tên gọn khác.",
            )
    for unit in units:
        for index, old in enumerate(unit.old_names):
            if old in lines:
                yield (
                    unit.at("old_names", index),
                    f"{quote(old)} đang là tên của đơn vị ở dòng {lines[old]}; hãy xóa khỏi tên cũ.",
                )


@rule("unit-tone", "Tên đơn vị đặt dấu thanh theo lối mới: ủy, không viết uỷ.")
def unit_names_use_new_tones(facts: Facts) -> Iterator[Problem]:
    """Ensure names of units set their tone marks as the office does: «Huyện ủy», not «Huyện uỷ».

    One name in the old way would stand on every page. Old names are kept as they were.

    Source: the plan writes ủy, hóa throughout, as do the examples of Hướng dẫn 05-HD/VPTW.
    """
    for unit in facts.dossier.units.units:
        for key in ("name", "short", "variant"):
            name = getattr(unit, key)
            if name and canonical(name) != nfc(name):
                yield (
                    unit.at(key),
                    f"{quote(name)} đặt dấu thanh theo lối cũ; hãy viết {quote(canonical(name))}.",
                )


@rule("group-unknown", "Mọi mã khối đại biểu, mã tổ thảo luận phải có trong delegates.yml.")
def groups_exist(facts: Facts) -> Iterator[Problem]:
    """Ensure every group and discussion group a delegate names is defined."""
    delegates = facts.dossier.delegates
    for kind, called, key in (
        ("group", "khối đại biểu", "groups"),
        ("discussion", "tổ thảo luận", "discussion"),
    ):
        known = {group.id for group in getattr(delegates, key)}
        for pointer in pointers_of(delegates, kind):
            if pointer.text in known:
                continue
            if facts.whole("delegates") or near(pointer.text, known, CLEARLY):
                yield (
                    pointer.place,
                    f"không có {called} {quote(pointer.text)}.{did_you_mean(pointer.text, known)} "
                    f"Hãy sửa mã, hoặc thêm {called.split()[0]} vào mục {key}.",
                )


def _advice(name: str, names: Set[str]) -> str:
    """The name that was meant, and where names come from; units are compared by their ids alone."""
    if not name.startswith("unit."):
        return names_to_choose(name, names)
    _, typed, *form = name.split(".")
    ids = {known.split(".")[1] for known in names if known.startswith("unit.")}
    hint = ""
    for meant in near(typed, ids):
        whole = ".".join(("unit", meant, *form))
        right = whole if whole in names else f"unit.{meant}"
        hint = f" Có phải «{{{right}}}» không?"
    return f"{hint} Hãy sửa mã, hoặc thêm đơn vị vào units.yml."


@rule(
    "reference-unknown",
    "Chữ trong ngoặc nhọn như {conference.year} phải là tên một con số hoặc một đơn vị có thật.",
)
def references_exist(facts: Facts) -> Iterator[Problem]:
    """Ensure every {…} in a text names a figure, a unit or the title."""
    resolver = facts.names
    names = set(resolver.names)
    for typed in prose_of(facts.dossier):
        for reference in find_references(typed.text):
            shown = typed.text[reference.start : reference.end]
            if not resolver.can_judge(reference.name):
                continue
            if reference.name not in names:
                yield (
                    typed.place,
                    f"không có gì tên là {quote(shown)}.{_advice(reference.name, names)}",
                )
            elif not reference.form:
                continue
            elif not (forms := resolver.forms_of(reference.name)):
                yield (
                    typed.place,
                    f"{quote(shown)}: chỉ con số và ngày mới có dạng viết riêng; "
                    f"hãy viết {quote('{' + reference.name + '}')}.",
                )
            elif reference.form not in forms:
                yield (
                    typed.place,
                    f"{quote(shown)}: sau dấu hai chấm chỉ viết được: {', '.join(forms)}.",
                )


@rule(
    "reference-shape",
    "Tên trong ngoặc nhọn viết liền, một ngoặc mở, một ngoặc đóng, như {conference.year}.",
)
def references_well_formed(facts: Facts) -> Iterator[Problem]:
    """Ensure no call is printed as typed because it stands in wrong brackets, or in those of a page."""
    names = facts.names.names
    for typed in prose_of(facts.dossier):
        for found in mistyped_calls(typed.text, names):
            yield typed.place, found.message


@rule(
    "reference-misplaced",
    "Tên, mã và chữ ngắn in ra đúng như gõ: không gọi con số hay đơn vị bằng ngoặc nhọn ở đó.",
)
def names_hold_no_references(facts: Facts) -> Iterator[Problem]:
    """Ensure no name or short text holds a reference, which would be printed with its braces."""
    for typed in verbatim_of(facts.dossier):
        for reference in find_references(typed.text):
            shown = typed.text[reference.start : reference.end]
            yield (
                typed.record.find(shown, 0, *typed.keys),
                f"mục này in ra đúng như gõ, không dùng được {quote(shown)}; hãy viết thẳng chữ.",
            )


@rule("title-reference", "Tên hội nghị chỉ được nhắc đến con số.", needs=("conference",))
def title_calls_figures_only(facts: Facts) -> Iterator[Problem]:
    """Ensure the title refers to no name, so that references always come to an end."""
    names = {*unit_names(facts.dossier), "conference.title"}
    for reference in find_references(facts.dossier.conference.title):
        if reference.name in names:
            yield (
                facts.dossier.conference.at("title"),
                f"tên hội nghị không gọi {quote('{' + reference.name + '}')}; hãy viết thẳng tên.",
            )
