"""The guide's tables of what a page may call, and what it then shows: made from registries and facts."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from conference.facts import Facts
from conference.figures import OF_NUMBERS, Figure, Form, Kind
from conference.models import Dossier
from conference.pages.call_syntax import name_call
from conference.render.blocks import BLOCKS, FUNCTIONS
from conference.wording import capitalised


@dataclass(frozen=True)
class GuidedCall:
    """A call a page can make: ways to type it, what it shows, the files that must be there."""

    examples: tuple[str, ...]
    title: str
    needs: tuple[str, ...] = ()


def calls(facts: Facts, parted: Container[str]) -> dict[str, list[GuidedCall]]:
    """List every call a page can make, by where it is of use.

    Args:
        facts: what the names in the examples are of, so that they can be typed as they are.
        parted: the blocks of which a page may show one part.
    """
    blocks = [
        (
            block,
            GuidedCall(
                tuple(_braced(f"{name}({part})") for part in _parts(name in parted)),
                block.title,
                block.needs,
            ),
        )
        for name, block in BLOCKS.items()
    ]
    print_set = GuidedCall((_braced("print_set()"),), FUNCTIONS["print_set"].title)
    return {
        "Trong câu": [
            *_of_figures(facts.figures),
            *_of_days(facts),
            *_of_names(facts.dossier),
            GuidedCall((_braced('section("muc-mot")'),), FUNCTIONS["section"].title),
        ],
        "Phần của văn bản: đầu trang phải có dòng document": [
            call for block, call in blocks if block.own_document
        ],
        "Phần lấy từ dữ liệu": [
            call for block, call in blocks if block.needs and not block.own_document
        ],
        "Phần máy tự tổng hợp": [
            *(call for block, call in blocks if not block.needs and not block.own_document),
            print_set,
        ],
    }


def _parts(parted: bool) -> tuple[str, ...]:
    return ("", '"1"') if parted else ("",)


def _braced(call: str) -> str:
    return f"{{{{ {call} }}}}"


def _of_figures(figures: Mapping[str, Figure]) -> Iterator[GuidedCall]:
    """The calls of a name with dots, and of what it is in another form: shown by a count below 10."""
    counts = [figure for figure in figures.values() if figure.kind is Kind.COUNT]
    count = min(counts, key=lambda figure: (not 0 < figure.value < 10, "-" in figure.name))
    yield GuidedCall((_braced("conference.title"),), "Tên hội nghị")
    plain, called = _braced(count.name), f'figure("{count.name}"'
    about = f"{count.title}, in ra: "
    yield GuidedCall((plain, _braced(f"{called})")), f"{about}{count.shown()}")
    for form in OF_NUMBERS:
        examples = _braced(f"{count.name} | {form}"), _braced(f'{called}, "{form}")')
        yield GuidedCall(examples, f"{form.meaning}, in ra: {count.shown(form)}")


def _of_days(facts: Facts) -> Iterator[GuidedCall]:
    """The calls of a day in each of its forms."""
    for name in list(facts.days.named)[:1]:
        day = facts.days.named[name]
        for form, written in facts.days.written(day.value).items():
            call = name_call(name, "" if form == Form.PROSE else form)
            title = (
                f"{capitalised(day.title)}; {Form(form).meaning[0].lower()}{Form(form).meaning[1:]}"
            )
            yield GuidedCall((_braced(call),), f"{title}, in ra: {facts.names.as_text(written)}")


def _of_names(dossier: Dossier) -> Iterator[GuidedCall]:
    """The calls of a unit and of a cited paper, as far as the dossier has them."""
    unit, units = dossier.units.units[0], dossier.units.units
    yield GuidedCall((_braced(name_call(f"unit.{unit.id}")),), FUNCTIONS["unit"].title, ("units",))
    for which in ("short", "variant"):
        for unit in [one for one in units if getattr(one, which)][:1]:
            title = (type(unit).model_fields[which].title or which) + " của đơn vị"
            call = name_call(f"unit.{unit.id}.{which}")
            yield GuidedCall((_braced(call),), title, ("units",))
    for cited in dossier.citations.citations[:1]:
        call = _braced(f'cite("{cited.id}")')
        yield GuidedCall((call,), FUNCTIONS["cite"].title, ("citations",))
