"""The figures of the awards: as stated, as counted from the names, and their total."""

from __future__ import annotations

from collections.abc import Iterator

from conference.figures.figure import (
    GIVEN,
    Agreement,
    Figure,
    count_entries,
    shared_beginning,
)
from conference.models import Dossier, is_known
from conference.models.awards import Award, AwardPart
from conference.wording import words_of


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
    title = "Tổng số tập thể được khen thưởng"
    nouns = ("tập thể", *dict.fromkeys(award.form for award in awards))
    yield Figure("awards.total", total, title, formula, places, nouns=nouns, also=_ALSO)


_ALSO = ("đơn vị",)
"""What collectives are called as well."""


def _nouns_of(award: Award | AwardPart, form: str) -> tuple[str, ...]:
    """What an award counts: the words its label and the words behind its number begin with.

    Where those differ, the first two words behind the number; and what is handed out.
    """
    alike = shared_beginning(award.label.split("“")[0], award.to)
    return (alike or " ".join(words_of(award.to)[:2]), form)


def _figures_of(award: Award) -> Iterator[Figure]:
    name = f"awards.{award.id}"
    yield _stated_figure(name, award, award.form)
    if award.parts:
        formula = " + ".join(str(part.stated) for part in award.parts)
        places = tuple(part.at("stated") for part in award.parts)
        total = sum(part.stated for part in award.parts)
        title, nouns = f"Cộng các phần: {award.label}", _nouns_of(award, award.form)
        yield Figure(f"{name}.counted", total, title, formula, places, nouns=nouns)
        for part in award.parts:
            yield _stated_figure(f"{name}.{part.id}", part, award.form)
            yield from _listed_figure(f"{name}.{part.id}", part)
    else:
        yield from _listed_figure(name, award)


def _stated_figure(name: str, award: Award | AwardPart, form: str) -> Figure:
    listed = is_known(award.recipients) and not award.rest
    compared = listed or bool(getattr(award, "parts", ()))
    agreement = Agreement.AGREES if compared else Agreement.PENDING
    title = f"Số theo kế hoạch: {award.label}"
    return Figure(
        f"{name}.stated",
        award.stated,
        title,
        GIVEN,
        (award.at("stated"),),
        agreement=agreement,
        nouns=_nouns_of(award, form),
        also=_ALSO,
    )


def _listed_figure(name: str, award: Award | AwardPart) -> Iterator[Figure]:
    if isinstance(award.recipients, list):
        title = f"Số trong danh sách: {award.label}"
        yield count_entries(
            f"{name}.counted", title, award.recipients, award.at("recipients"), "tập thể"
        )
