"""The figures of the awards: as stated, as counted from the names, and their totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conference.figures.figure import GIVEN, Agreement, Figure, count_entries, figure_of
from conference.models import Dossier, Open, is_known
from conference.models.amounts import Amount, Qualifier, sum_of
from conference.models.awards import (
    Award,
    AwardForm,
    AwardPart,
    Counted,
    RecipientKind,
    counted_in,
    nouns_of,
)

_TOTALS: dict[RecipientKind, str] = {
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
            f"awards.{_TOTALS[kind]}.total",
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
    shares and numbers that are still open.
    """
    awards = dossier.awards.awards
    yield from _sum("awards.total", f"Tổng số {nouns_of(awards)} được khen thưởng", awards)
    for name, nouns, counted in totals_by_kind(awards):
        title = f"Tổng số {nouns} được khen thưởng"
        yield from _sum(name, title, [one.owner for one in counted])
    for award in awards:
        yield from _figures_of(award)


_Stated = Award | AwardPart | AwardForm
"""What has a number."""


def _sum(name: str, title: str, parts: Sequence[_Stated]) -> Iterator[Figure]:
    total = sum_of([part.stated for part in parts])
    if total is None or (isinstance(total, Amount) and total.qualifier is Qualifier.PERCENT):
        return
    formula = " + ".join(str(part.stated) for part in parts) if isinstance(total, int) else GIVEN
    places = tuple(part.at("stated") for part in parts)
    yield figure_of(name, total, title, formula, places)


def _figures_of(award: Award) -> Iterator[Figure]:
    name = f"awards.{award.id}"
    yield from _stated_figure(name, award.label, award, _is_compared(award))
    if award.parts:
        yield from _sum(f"{name}.counted", f"Cộng các phần: {award.label}", award.parts)
    if award.forms:
        yield from _sum(f"{name}.by_form", f"Cộng các hình thức: {award.label}", award.forms)
    for form in award.forms:
        label = f"{form.form}, {award.label}"
        yield from _stated_figure(f"{name}.by_form.{form.id}", label, form, False)
    for one in counted_in(award):
        if one.owner is not award:
            yield from _stated_figure(
                one.figures, one.owner.label, one.owner, _is_compared(one.owner)
            )
        yield from _listed_figure(one)


def _is_compared(owner: Award | AwardPart) -> bool:
    """True when there is something whole to compare the number with."""
    listed = is_known(owner.recipients) and not owner.rest
    return listed or bool(isinstance(owner, Award) and (owner.parts or owner.forms))


def _stated_figure(name: str, label: str, owner: _Stated, compared: bool) -> Iterator[Figure]:
    if not isinstance(owner.stated, Open):
        agreement = Agreement.AGREES if compared else Agreement.PENDING
        title, place = f"Số theo kế hoạch: {label}", owner.at("stated")
        yield figure_of(f"{name}.stated", owner.stated, title, GIVEN, (place,), agreement)


def _listed_figure(one: Counted) -> Iterator[Figure]:
    if isinstance(one.owner.recipients, list):
        title, place = f"Số trong danh sách: {one.owner.label}", one.owner.at("recipients")
        yield count_entries(f"{one.figures}.counted", title, one.owner.recipients, place, one.noun)
