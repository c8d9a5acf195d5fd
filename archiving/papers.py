"""What the papers of a site are called when they are filed: names of files, titles, properties."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from conference.models.documents import Document
from conference.pages.page import Page
from conference.publication import Publication
from conference.regimes import REGIMES
from conference.wording import slug

ILLUSTRATIVE = "Dữ liệu minh họa, không phải dữ liệu thật"
"""What every sheet of an invented dossier bears, and every file of it too."""
SET_FILE = "toan-bo"


@dataclass(frozen=True)
class Properties:
    """What a file says of itself to whoever catalogues it; nothing that the dossier does not say.

    Attributes:
        title: of the paper.
        issuers: the bodies that issue it; none for a sheet of no document.
        subject: the conference.
        state: how far it has come and which data it was printed from, as at the foot of its sheets.
        illustrative: True for an invented dossier.
        kind: "Kế hoạch", "Phụ lục" …; "" when unknown.
        number: "01-KH/MH"; "" before it has one.
        day: when it was issued, as YYYY-MM-DD; "" before that.
    """

    title: str
    issuers: tuple[str, ...]
    subject: str
    state: str
    illustrative: bool
    kind: str = ""
    number: str = ""
    day: str = ""

    @property
    def origin(self) -> str:
        """The state, with the mark of an invented dossier."""
        return f"{self.state} · {ILLUSTRATIVE}" if self.illustrative else self.state


@dataclass(frozen=True)
class Paper:
    """A page of the print set.

    Attributes:
        page: its name in the site.
        file: the name of its file, without the ending.
        entry: what the contents of the set call it.
        properties: what the file says of itself.
    """

    page: str
    file: str
    entry: str
    properties: Properties


def papers_of(publication: Publication) -> tuple[Paper, ...]:
    """The papers of the print set, in its order."""
    pages = publication.papers_of_the_set()
    names = [_file_name(publication, page) for page in pages]
    times = Counter(names)
    return tuple(
        Paper(
            page=page.name,
            file=name if times[name] == 1 else f"{name}-{page.name}",
            entry=properties.title if page.document else page.title,
            properties=properties,
        )
        for name, page in zip(names, pages, strict=True)
        for properties in [_properties(publication, page)]
    )


def set_properties(publication: Publication) -> Properties:
    """What the file of the whole set says of itself."""
    documents = publication.facts.dossier.documents.documents
    issuers = [issuer for document in documents for issuer in _issuers(publication, document)]
    subject = _subject(publication)
    return Properties(
        title=f"Hồ sơ {subject}",
        issuers=tuple(dict.fromkeys(issuers)),
        subject=subject,
        state=publication.state(),
        illustrative=_illustrative(publication),
    )


def _properties(publication: Publication, page: Page) -> Properties:
    about_all = Properties(
        title=f"{page.title} - {_subject(publication)}",
        issuers=(),
        subject=_subject(publication),
        state=publication.stamp(page),
        illustrative=_illustrative(publication),
    )
    document = publication.facts.dossier.document(page.document)
    if not document:
        return about_all
    number = _number(publication, document)
    named = f"{document.kind} số {number}" if number else document.kind
    of_document = replace(about_all, issuers=_issuers(publication, document))
    if page.paper != "document":
        return replace(of_document, title=f"{page.title} (kèm theo {named})", kind="Phụ lục")
    about = publication.facts.names.as_text(document.about or "")
    return replace(
        of_document,
        title=f"{named}: {about}" if about else named,
        kind=document.kind,
        number=number,
        day=_day(document),
    )


def _subject(publication: Publication) -> str:
    return publication.facts.names.as_text("{conference.title}")


def _illustrative(publication: Publication) -> bool:
    return publication.facts.dossier.conference.illustrative


def _file_name(publication: Publication, page: Page) -> str:
    """«01-kh-mh-ke-hoach», «01-kh-mh-phu-luc-dai-bieu»; of a paper of no document the name of its page."""
    document = publication.facts.dossier.document(page.document)
    if not document:
        return page.name
    last = document.kind
    if page.paper != "document":
        last = page.name if page.name.startswith("phu-luc") else f"phu-luc-{page.name}"
    return slug(f"{_number(publication, document) or document.symbol or ''} {last}")


def _number(publication: Publication, document: Document) -> str:
    """«01-KH/MH»; "" while it has none."""
    figure = publication.facts.figures.get(f"document.{document.id}.number")
    if figure is None or not document.symbol:
        return ""
    pattern = REGIMES[document.regime].number
    written = pattern[pattern.index("{number}") :]
    return written.format(number=figure.shown(), symbol=document.symbol)


def _day(document: Document) -> str:
    known = isinstance(document.date, date) and document.status == "issued"
    return f"{document.date:%Y-%m-%d}" if known else ""


def _issuers(publication: Publication, document: Document) -> tuple[str, ...]:
    return tuple(
        publication.facts.names.as_text(f"{{unit.{issuer.unit}}}") for issuer in document.issuers
    )
