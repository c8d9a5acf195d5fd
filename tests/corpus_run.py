"""What the guard finds in sentences of administrative Vietnamese, what it misses, what it takes for wrong.

Each sentence of tests/corpus/ stands alone on a page of the invented dossier, in memory. `make corpus`
prints the figures of both halves; `--list` also the sentences of the open half that come out wrong.
Whoever changes the rules of the guard reads that half only.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import NamedTuple

from folders import FULL, ROOT
from mkdocs.utils.yaml import yaml_load

from conference.findings import Finding
from conference.folders import dossier_folder
from conference.guard import guard
from conference.opening import open_publication
from conference.pages.page import Page, read_page
from conference.publication import Publication

CORPUS = ROOT / "tests/corpus"
OPEN, KEPT = HALVES = ("open", "kept")
HEAD = "---\ntitle: Kế hoạch\npaper: document\ndocument: ke-hoach\n---\n"
"""Of the page a sentence stands on: the plan's, so that it may call the plan's own number."""
HEAD_LINES = HEAD.count("\n")

_QUOTED = re.compile(r"«([^»]*)»")
_CALL = re.compile(
    r"\{\{\s*(?:(?P<function>figure|unit|cite)\(\s*\"(?P<id>[\w.-]+)\"(?:\s*,\s*\"(?P<form>\w+)\")?\s*\)"
    r"|(?P<name>[a-z][\w-]*(?:\.[\w-]+)+)(?:\s*\|\s*\w+)?)\s*\}\}"
)


class Span(NamedTuple):
    """A stretch of a sentence."""

    start: int
    end: int

    def meets(self, other: "Span") -> bool:
        """Whether they share a letter."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Sentence:
    """An entry of the corpus; tests/corpus/open.yml says what its fields mean."""

    id: str
    kind: str
    text: str
    find: list[str]
    may_advise: dict[str, list[str]] = field(default_factory=dict)
    why: str = ""

    @cached_property
    def spans(self) -> list[Span]:
        """Where the stretches to find stand: whole words, each behind the one before."""
        spans, position = [], 0
        for stretch in self.find:
            found = re.compile(rf"(?<!\w){re.escape(stretch)}(?!\w)").search(self.text, position)
            if found is None:
                raise ValueError(f"{self.id}: {stretch!r} does not stand there")
            spans.append(Span(*found.span()))
            position = found.end()
        return spans

    @cached_property
    def page(self) -> Page:
        """The page it stands on, alone."""
        page, findings = read_page(self.id, f"{HEAD}{self.text}\n", f"docs/{self.id}.md")
        if findings:
            raise ValueError(f"{self.id}: {findings[0]}")
        return page


class Told(NamedTuple):
    """A finding: the stretch it is about, and the names it proposes to call."""

    span: Span
    names: frozenset[str]
    message: str = ""
    rule: str = ""


@dataclass(frozen=True)
class Judged:
    """A sentence, and what is told of it."""

    sentence: Sentence
    told: list[Told]

    @property
    def found(self) -> list[Span]:
        """The stretches to find that something is told of."""
        return [s for s in self.sentence.spans if any(s.meets(told.span) for told in self.told)]

    @property
    def whole(self) -> list[Span]:
        """Those that are told from their first letter to the last."""
        return [s for s in self.sentence.spans if any(s == told.span for told in self.told)]

    @property
    def missed(self) -> list[Span]:
        """The stretches to find that nothing is told of."""
        return [s for s in self.sentence.spans if s not in self.found]

    @property
    def wrongly_found(self) -> list[Told]:
        """What is told of a stretch that is right."""
        return [t for t in self.told if not any(s.meets(t.span) for s in self.sentence.spans)]

    @property
    def wrongly_advised(self) -> list[Told]:
        """What proposes a name that would make the sentence wrong."""
        return [told for told in self.told if told.names - self._right_names(told)]

    @property
    def well_advised(self) -> list[Span]:
        """The stretches a right name is proposed for, and no wrong one."""
        return [
            span
            for span in self.advisable
            if (about := [told for told in self.told if span.meets(told.span)])
            and any(told.names for told in about)
            and all(told not in self.wrongly_advised for told in about)
        ]

    @property
    def advisable(self) -> list[Span]:
        """The stretches that some name would be right for."""
        stretches = zip(self.sentence.find, self.sentence.spans, strict=True)
        return [span for stretch, span in stretches if stretch in self.sentence.may_advise]

    def _right_names(self, told: Told) -> set[str]:
        stretches = zip(self.sentence.find, self.sentence.spans, strict=True)
        return {
            name
            for stretch, span in stretches
            if span.meets(told.span)
            for name in self.sentence.may_advise.get(stretch, ())
        }


def sentences(half: str) -> list[Sentence]:
    """The sentences of one half."""
    return [Sentence(**entry) for entry in yaml_load((CORPUS / f"{half}.yml").read_text("utf-8"))]


@cache
def dossier() -> Publication:
    """The invented dossier, read once."""
    findings, publication = open_publication(dossier_folder(FULL))
    assert publication, findings
    return publication


def judge(corpus: Sequence[Sentence]) -> list[Judged]:
    """Ask the guard about sentences, each on a page of its own."""
    told: dict[str, list[Told]] = {sentence.page.file: [] for sentence in corpus}
    texts = {sentence.page.file: sentence.text for sentence in corpus}
    for finding in guard(dossier().facts, [sentence.page for sentence in corpus]).findings:
        file = finding.place.file
        message = finding.message
        told[file].append(
            Told(_span(finding, texts[file]), proposed(message), message, finding.rule)
        )
    return [Judged(sentence, told[sentence.page.file]) for sentence in corpus]


def _span(finding: Finding, text: str) -> Span:
    """What a finding is about: what begins at its place and is quoted in its message, or else a word."""
    lines = text.split("\n")
    row = finding.place.line - HEAD_LINES - 1
    start = sum(len(line) + 1 for line in lines[:row]) + finding.place.column - 1
    quoted = [q for q in _QUOTED.findall(finding.message) if q and text.startswith(q, start)]
    word = re.compile(r"\S+").match(text, start)
    return Span(start, start + len(max(quoted, key=len, default=word[0] if word else "")))


def proposed(message: str) -> frozenset[str]:
    """The names that a message proposes to call, outside of what it quotes: unit.ID, cite.ID, figures."""
    return frozenset(_names(_QUOTED.sub("«»", message)))


def _names(message: str) -> Iterator[str]:
    for call in _CALL.finditer(message):
        if call["name"]:
            yield call["name"]
        elif call["function"] == "figure":
            yield call["id"]
        elif (
            call["function"] == "cite"
        ):  # its form is how the same paper is written, as of a figure
            yield f"cite.{call['id']}"
        else:
            yield ".".join(filter(None, (call["function"], call["id"], call["form"])))


_COLUMNS = "  {:<11}{:>5}{:>14}{:>14}{:>8}{:>15}{:>15}{:>15}"
_TITLES = _COLUMNS.format(
    "loại", "câu", "bắt được", "trọn đoạn", "sót", "câu bị oan", "mách sai", "mách đúng"
)


def row(name: str, judged: Sequence[Judged]) -> str:
    """The figures of some sentences in one line.

    Of the stretches to find: found, found to the letter, missed. Of the honest sentences: those that
    something is told of. Of what is told: what proposes a wrong name. Of the stretches that some
    name would be right for: those that one is proposed for.
    """
    to_find = sum(len(one.sentence.spans) for one in judged)
    honest = [one for one in judged if not one.sentence.find]
    return _COLUMNS.format(
        name,
        len(judged),
        _share(sum(len(one.found) for one in judged), to_find),
        _share(sum(len(one.whole) for one in judged), to_find),
        sum(len(one.missed) for one in judged),
        _share(sum(bool(one.told) for one in honest), len(honest)),
        _share(sum(len(one.wrongly_advised) for one in judged), sum(len(o.told) for o in judged)),
        _share(
            sum(len(one.well_advised) for one in judged),
            sum(len(one.advisable) for one in judged),
        ),
    )


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {100 * part / whole:3.0f}%" if whole else "-"


def report(judged: Sequence[Judged]) -> Iterator[str]:
    """The figures of a half, all together and by kind."""
    yield _TITLES
    yield row("tất cả", judged)
    for kind in sorted({one.sentence.kind for one in judged}):
        yield row(kind, [one for one in judged if one.sentence.kind == kind])
    beside = sum(len(one.wrongly_found) for one in judged)
    yield f"  báo nhầm {beside} chỗ, kể cả trong câu có chỗ khác sai thật"


def wrong(judged: Sequence[Judged]) -> Iterator[str]:
    """The sentences that come out wrong, each with what is wrong."""
    for one in judged:
        text = one.sentence.text
        told = [
            *(f"sót «{text[slice(*span)]}»" for span in one.missed),
            *(f"báo nhầm «{text[slice(*told.span)]}»" for told in one.wrongly_found),
            *(
                f"mách sai ở «{text[slice(*told.span)]}»: {', '.join(sorted(told.names))}"
                for told in one.wrongly_advised
            ),
        ]
        if told:
            yield f"{one.sentence.id}: {' / '.join(text.split(chr(10)))}"
            yield from (f"    {line}" for line in told)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Đo bộ gác số liệu trên các câu mẫu.")
    parser.add_argument("--list", action="store_true", help="in cả các câu sai của nửa mở")
    listed = parser.parse_args().list
    for half, title in ((OPEN, "Nửa mở"), (KEPT, "Nửa giữ kín")):
        judged = judge(sentences(half))
        lines = [f"{title} (tests/corpus/{half}.yml)", *report(judged)]
        if listed and half == OPEN:
            lines += wrong(judged)
        sys.stdout.write("\n".join([*lines, "\n"]))


if __name__ == "__main__":
    main()
