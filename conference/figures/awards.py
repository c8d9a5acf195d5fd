"""The figures of the awards: as stated, as counted from the names, and their totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conference.figures.figure import (
    GIVEN,
    Agreement,
    Figure,
    count_entries,
    figure_of,
    shared_beginning,
)
from conference.models import Dossier, Open, is_known
from conference.models.amounts import Amount, sum_of
from conference.models.awards import (
    Award,
    AwardForm,
    AwardPart,
    Counted,
    RecipientKind,
    counted_in,
    given,
    nouns_of,
)
from conference.wording import words_of

TOTALS: dict[RecipientKind, str] = {
    "collective": "collectives",
    "individual": "individuals",
    "household": "households",
}


def totals_by_kind(awards: list[Award]) -> list[tuple[str, str, list[Counted]]]:
    """Group what is counted by kind of recipient; none where there is one kind alone.

    Returns:
        For each kind: the name of its total, what it counts, and the parts of it.
    """
    kinds: dict[RecipientKind, list[Counted]] = {}
    for award in awards:
        for one in counted_in(award):
            kinds.setdefault(one.kind, []).append(one)
    return [
        (
            f"awards.{TOTALS[kind]}.total",
            ", ".join(dict.fromkeys(one.noun for one in counted)),
            counted,
        )
        for kind, counted in kinds.items()
        if len(kinds) > 1
    ]


def award_figures(dossier: Dossier) -> Iterator[Figure]:
    """Derive the figures of awards.yml: by giver, by part and by form, and their totals.

    The plan states what each body awards (08 by one, 20 by another, «gồm 05 … và 15 …»); their total
    stands nowhere in it and is always the sum. Where nobody can know a sum there is none: of quotas,
    shares and numbers that are still open. Nobody is rewarded yet by an award that is only proposed.
    """
    awards = dossier.awards.awards
    made = given(awards)
    kinds = nouns_of(made).split(", ")
    nouns = (*kinds, *dict.fromkeys(award.form for award in made if award.form))
    title = f"Tổng số {nouns_of(made)} được khen thưởng"
    yield from _sum("awards.total", title, made, nouns)
    for name, said, counted in totals_by_kind(made):
        title = f"Tổng số {said} được khen thưởng"
        yield from _sum(name, title, [one.owner for one in counted], tuple(said.split(", ")))
    for award in awards:
        yield from _figures_of(award)


_Stated = Award | AwardPart | AwardForm
"""What has a number."""


_ALSO = ("đơn vị",)
"""What collectives are called as well."""


def _nouns_of(owner: Award | AwardPart, form: str | None) -> tuple[str, ...]:
    """What an award counts: the words its label and the words behind its number begin with.

    Where those differ, the first two words behind the number; and what is handed out.
    """
    alike = shared_beginning(owner.label.split("“")[0], owner.to)
    recipients = alike or " ".join(words_of(owner.to)[:2])
    return (recipients, form) if form else (recipients,)


def _sum(
    name: str, title: str, parts: Sequence[_Stated], nouns: tuple[str, ...]
) -> Iterator[Figure]:
    total = sum_of([part.stated for part in parts])
    if total is None or (isinstance(total, Amount) and total.qualifier.is_share):
        return
    formula = " + ".join(str(part.stated) for part in parts) if isinstance(total, int) else GIVEN
    places = tuple(part.at("stated") for part in parts)
    yield figure_of(name, total, title, formula, places, nouns=nouns, also=_ALSO)


def _figures_of(award: Award) -> Iterator[Figure]:
    name = f"awards.{award.id}"
    nouns = _nouns_of(award, award.form)
    yield from _stated_figure(name, award.label, award, _is_compared(award), nouns)
    if award.parts:
        title = f"Cộng các phần: {award.label}"
        yield from _sum(f"{name}.counted", title, award.parts, nouns)
    if award.forms:
        title = f"Cộng các hình thức: {award.label}"
        yield from _sum(f"{name}.by_form", title, award.forms, nouns)
    for form in award.forms:
        label, name_of_form = f"{form.form}, {award.label}", f"{name}.by_form.{form.id}"
        yield from _stated_figure(name_of_form, label, form, False, (form.form,))
    for one in counted_in(award):
        if one.owner is not award:
            yield from _stated_figure(
                one.figures,
                one.owner.label,
                one.owner,
                _is_compared(one.owner),
                tuple(dict.fromkeys((*_nouns_of(one.owner, award.form), one.noun))),
            )
        yield from _listed_figure(one)


def _is_compared(owner: Award | AwardPart) -> bool:
    """True when there is something whole to compare the number with."""
    listed = is_known(owner.recipients) and not owner.rest
    return listed or bool(isinstance(owner, Award) and (owner.parts or owner.forms))


def _stated_figure(
    name: str, label: str, owner: _Stated, compared: bool, nouns: tuple[str, ...]
) -> Iterator[Figure]:
    if not isinstance(owner.stated, Open):
        agreement = Agreement.AGREES if compared else Agreement.PENDING
        title, place = f"Số theo kế hoạch: {label}", owner.at("stated")
        places = (place,)
        yield figure_of(
            f"{name}.stated", owner.stated, title, GIVEN, places, agreement, nouns=nouns, also=_ALSO
        )


def _listed_figure(one: Counted) -> Iterator[Figure]:
    if isinstance(one.owner.recipients, list):
        title, place = f"Số trong danh sách: {one.owner.label}", one.owner.at("recipients")
        yield count_entries(f"{one.figures}.counted", title, one.owner.recipients, place, one.noun)
