"""The figures of the awards: as stated, as counted from the names, and their total."""

from __future__ import annotations

from collections.abc import Iterator

from conference.figures.figure import GIVEN, Agreement, Figure, count_entries
from conference.models import Dossier, is_known
from conference.models.awards import Award, AwardPart


def award_figures(dossier: Dossier) -> Iterator[Figure]:
    """Derive the figures of awards.yml: by giver and by part, and their total.

    The plan states what each body awards (08 by one, 20 by another, «gồm 05 … và 15 …»); their total
    stands nowhere in it and is always the sum.
    """
    awards = dossier.awards.awards
    yield from _total(awards)
    for award in awards:
        yield from _figures_of(award)


def _total(awards: list[Award]) -> Iterator[Figure]:
    total = sum(award.stated for award in awards)
    formula = " + ".join(str(award.stated) for award in awards)
    places = tuple(award.at("stated") for award in awards)
    yield Figure("awards.total", total, "Tổng số tập thể được khen thưởng", formula, places)


def _figures_of(award: Award) -> Iterator[Figure]:
    name = f"awards.{award.id}"
    yield _stated_figure(name, award.label, award)
    if award.parts:
        formula = " + ".join(str(part.stated) for part in award.parts)
        places = tuple(part.at("stated") for part in award.parts)
        total = sum(part.stated for part in award.parts)
        yield Figure(f"{name}.counted", total, f"Cộng các phần: {award.label}", formula, places)
        for part in award.parts:
            yield _stated_figure(f"{name}.{part.id}", part.label, part)
            yield from _listed_figure(f"{name}.{part.id}", part.label, part)
    else:
        yield from _listed_figure(name, award.label, award)


def _stated_figure(name: str, label: str, award: Award | AwardPart) -> Figure:
    listed = is_known(award.recipients) and not award.rest
    compared = listed or bool(getattr(award, "parts", ()))
    agreement = Agreement.AGREES if compared else Agreement.PENDING
    title = f"Số theo kế hoạch: {label}"
    place = award.at("stated")
    return Figure(f"{name}.stated", award.stated, title, GIVEN, (place,), agreement=agreement)


def _listed_figure(name: str, label: str, award: Award | AwardPart) -> Iterator[Figure]:
    if isinstance(award.recipients, list):
        title = f"Số trong danh sách: {label}"
        yield count_entries(
            f"{name}.counted", title, award.recipients, award.at("recipients"), "tập thể"
        )
