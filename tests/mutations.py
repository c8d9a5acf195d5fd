"""Change one thing in a valid folder and see: is it found in its place, or shown alike everywhere?

`python tests/mutations.py --count 2000` (make mutations) prints the report; tests/test_mutations.py
runs a few of each kind.
"""

import argparse
import os
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from folders import FROZEN, LIVE, STATE, copy_of

from conference.figures import Form
from conference.findings import Finding
from conference.folders import dossier_folder
from conference.loading.spots import Spot
from conference.loading.yaml_files import parse
from conference.models import Dossier
from conference.opening import Checked, open_publication
from conference.publication import Publication

PARTS = 4
"""A run changes each dossier in so many parts, beside each other."""
DOSSIERS = {**FROZEN, "state": STATE}
DOSSIERS |= {name: folder for name, folder in LIVE.items() if name not in (".", "examples/full")}
"""What is changed; of the root and of examples/full their frozen copies."""


class Block(NamedTuple):
    """Lines `first` to `last` (from 1) of one entry of a list, and the entries around it."""

    first: int
    last: int
    around: tuple["Block", ...]


@dataclass(frozen=True)
class Mutation:
    """One change: the file's new text, the lines it touches, the words a finding may name."""

    kind: str
    file: str
    what: str
    text: str
    first: int
    last: int
    names: tuple[str, ...] = ()
    disagrees: bool = False
    """The change breaks a count or an order, which may be told where the total or the other day stands."""
    by_hand: bool = False
    """The change types a number by hand: that it is shown is what must not happen."""


@dataclass(frozen=True)
class Outcome:
    """What came of a mutation: found | shown | missed | misplaced | same."""

    mutation: Mutation
    result: str
    findings: tuple[Finding, ...] = ()


# --- Where things stand in a file -----------------------------------------------------------------


def blocks(text: str) -> list[Block]:
    """The entries of all lists of a data file, outer ones first."""
    file, _ = parse(text, "")
    last = text.rstrip("\n").count("\n") + 1
    return list(_blocks(file.root, last, ())) if file else []


def _blocks(spot: Spot, last: int, around: tuple[Block, ...]) -> Iterator[Block]:
    if isinstance(spot.held, dict):
        parts = [(key.line, value) for key, value in spot.held.values()]
    else:
        parts = [(value.line, value) for value in spot.held or ()]
    ends = [*(line for line, _ in parts[1:]), last][: len(parts)]
    for (line, value), end in zip(parts, ends, strict=True):
        if isinstance(spot.held, list):
            block = Block(line + 1, end, around)
            yield block
            yield from _blocks(value, end, (*around, block))
        else:
            yield from _blocks(value, end, around)


# --- The mutations --------------------------------------------------------------------------------

Maker = Callable[[str, str, random.Random], Mutation | None]


def drop_entry(file: str, text: str, rng: random.Random) -> Mutation | None:
    """Take an entry out of a list."""
    found = blocks(text)
    if not found:
        return None
    block, lines = rng.choice(found), text.split("\n")
    kept = lines[: block.first - 1] + lines[block.last :]
    near = max(block.first - 1, 1)
    what = f"dropped {lines[block.first - 1].strip()}"
    gone = "\n".join(lines[block.first - 1 : block.last])
    names = tuple(re.findall(r"(?:id|unit|lead): ([a-z0-9-]+)|\{unit\.([a-z0-9-]+)", gone))
    names = tuple(name for pair in names for name in pair if name)
    return Mutation("drop", file, what, "\n".join(kept), near, near, names, disagrees=True)


def repeat_entry(file: str, text: str, rng: random.Random) -> Mutation | None:
    """Put an entry in twice."""
    found = blocks(text)
    if not found:
        return None
    block, lines = rng.choice(found), text.split("\n")
    copy = lines[block.first - 1 : block.last]
    grown = lines[: block.last] + copy + lines[block.last :]
    what = f"repeated {lines[block.first - 1].strip()}"
    return Mutation(
        "repeat", file, what, "\n".join(grown), block.first, block.last + len(copy), disagrees=True
    )


def _replaced(kind: str, file: str, text: str, start: int, end: int, new: str, **more) -> Mutation:
    line = text.count("\n", 0, start) + 1
    what = f"line {line}: {text[start:end]} → {new}"
    return Mutation(kind, file, what, text[:start] + new + text[end:], line, line, **more)


def change_number(file: str, text: str, rng: random.Random) -> Mutation | None:
    """Change a whole number that stands as a value."""
    found = list(re.finditer(r"(?m)^[ -]*[a-z_]+: (\d+)$", text))
    if not found:
        return None
    number = rng.choice(found)
    value = int(number[1])
    new = rng.choice([value + 1, value + 10, max(value - 1, 0), value * 10 + 1])
    if new == value:
        return None
    return _replaced("number", file, text, number.start(1), number.end(1), str(new), disagrees=True)


def swap_id(file: str, text: str, rng: random.Random) -> Mutation | None:
    """Point a reference at something else: another entry's id of the file, or a slip of the hand."""
    keys = "unit|lead|giver|settled_by|committee|on_behalf_of|id"
    found = [
        *re.finditer(rf"(?m)^[ -]*(?:{keys}): ([a-z0-9-]+)$", text),
        *re.finditer(r"(?m)^ *- ([a-z0-9]+(?:-[a-z0-9]+)*)$", text),
        *re.finditer(r"\{unit\.([a-z0-9-]+)", text),
    ]
    if not found:
        return None
    target = rng.choice(found)
    others = sorted({other[1] for other in found} - {target[1]})
    new = rng.choice([*others, target[1] + "x"])
    return _replaced(
        "id",
        file,
        text,
        target.start(1),
        target.end(1),
        new,
        names=(new, target[1]),
        disagrees=True,
    )


def change_year(file: str, text: str, rng: random.Random) -> Mutation | None:
    """Change a year, as a value or inside a date."""
    found = list(re.finditer(r"(?m)^[^#\n]*?\b((?:19|20)\d\d)$", text))
    if not found:
        return None
    year = rng.choice(found)
    new = str(int(year[1]) + rng.choice([-10, -1, 1, 10]))
    at = year.start(1), year.end(1)
    return _replaced("year", file, text, *at, new, disagrees=True)


def break_yaml(file: str, text: str, rng: random.Random) -> Mutation | None:
    """Break the form of a line: colon, indent, tab, quote, dash, a padded or clock-like value."""
    lines = text.split("\n")
    numbers = [n for n, line in enumerate(lines) if re.match(r"[ -]*[a-z_]+:", line)]
    number = rng.choice(numbers)
    line = lines[number]
    ways = [
        line.replace(":", "", 1),
        " " + line,
        line.replace("  ", "\t", 1),
        re.sub(r": (\S.*)$", r': "\1', line),
        line.replace("- ", "-", 1),
        re.sub(r": (\S.*)$", r": [\1", line),
        re.sub(r": \S.*$", ": 7:30", line),
        re.sub(r": (\d+)$", r": 0\1", line),
        re.sub(r": \S.*$", ": no", line),
    ]
    new = rng.choice([way for way in ways if way != line])
    changed = [*lines[:number], new, *lines[number + 1 :]]
    what = f"line {number + 1}: {line.strip()} → {new.strip()}"
    return Mutation("yaml", file, what, "\n".join(changed), number, number + 3)


def _outside_code(found: list[re.Match[str]], text: str) -> list[re.Match[str]]:
    """Without what stands in code: there the guide explains how to type, with numbers as examples."""
    code = [stretch.span() for stretch in re.finditer(r"(?s)```.*?```|`[^`\n]*`", text)]
    return [one for one in found if not any(a <= one.start() < b for a, b in code)]


def retype_reference(file: str, text: str, rng: random.Random) -> Mutation | None:
    """Type the number a reference stands for, in a page or in a text of the data."""
    figures = _figures()
    found = [
        *re.finditer(r'\{\{ figure\("([a-z0-9._-]+)"\) \}\}', text),
        *re.finditer(r"\{\{ ([a-z_]+(?:\.[a-z0-9_]+)+)(?: \| [a-z]+)? \}\}", text),
        *re.finditer(r"(?<!\{)\{([a-z0-9._-]+)\}(?!\})", text),
    ]
    found = [one for one in _outside_code(found, text) if one[1] in figures]
    if not found:
        return None
    reference = rng.choice(found)
    figure = figures[reference[1]]
    new = rng.choice([figure.shown(), figure.shown(Form.TABLE), figure.shown(Form.WORDS)])
    return _replaced("retype", file, text, reference.start(), reference.end(), new, by_hand=True)


def _free_line(text: str, rng: random.Random) -> int:
    """An empty line of a page between its paragraphs, from 0."""
    lines = text.split("\n")
    fences = [n for n, line in enumerate(lines) if line.startswith("```")]
    return rng.choice(
        [
            n
            for n, line in enumerate(lines)
            if line == "" and n > 3 and sum(f < n for f in fences) % 2 == 0
        ]
    )


def _typed(kind: str, file: str, text: str, sentence: str, rng: random.Random) -> Mutation:
    """Type a sentence by hand, in a paragraph of its own."""
    lines, number = text.split("\n"), _free_line(text, rng)
    grown = [*lines[:number], "", sentence, "", *lines[number:]]
    at = number + 2
    return Mutation(kind, file, sentence, "\n".join(grown), at, at, by_hand=True)


def type_sentence(file: str, text: str, rng: random.Random) -> Mutation | None:
    """Add a sentence with a number typed by hand to the prose of a page."""
    count = rng.choice(["20", "08", "hai mươi", "150", "1.500", "mười lăm", "05"])
    noun = rng.choice(["tập thể", "đại biểu", "giấy khen"])
    lead = rng.choice(["Khen thưởng ", "- Dự kiến ", "**Tổng số:** ", "Có *", "> Gồm "])
    sentence = f"{lead}{count} {noun}" + ("*." if lead.endswith("*") else ".")
    return _typed("sentence", file, text, sentence, rng)


def type_weekday(file: str, text: str, rng: random.Random) -> Mutation | None:
    """Type a weekday by hand before a day that is called."""
    weekday = rng.choice(["thứ Hai", "thứ Tư", "thứ sáu", "Thứ Bảy", "Chủ nhật", "chủ nhật"])
    form = rng.choice(["", ', "short"'])
    day = f'{{{{ figure("{rng.choice(_known["days"])}"{form}) }}}}'
    sentence = rng.choice(["Hội nghị họp {}, {}.", "- Trước {} {};", "**Hạn:** {}, {}."])
    return _typed("weekday", file, text, sentence.format(weekday, day), rng)


def shift_clock(file: str, text: str, rng: random.Random) -> Mutation | None:
    """Shift an hour, as it is typed under its key."""
    found = list(re.finditer(r"\b(?:start|end|ends|hour): (\d{1,2})h(\d\d)\b", text))
    if not found:
        return None
    hour = rng.choice(found)
    minutes = int(hour[1]) * 60 + int(hour[2]) + rng.choice([-60, -15, -5, 5, 15, 60, 240])
    new = f"{minutes // 60 % 24}h{minutes % 60:02d}"
    return _replaced("clock", file, text, hour.start(1), hour.end(2), new, disagrees=True)


def _shifted(kind: str, file: str, text: str, rng: random.Random) -> Mutation | None:
    found = list(re.finditer(r"(?m)^[^#\n]*?\b(\d{1,2})/(\d{1,2})/(\d{4})\b", text))
    if not found:
        return None
    day = rng.choice(found)
    moved = date(int(day[3]), int(day[2]), int(day[1])) + timedelta(
        days=rng.choice([-30, -7, -1, 1, 7, 30])
    )
    month = f"{moved.month:02d}" if moved.month < 3 else moved.month
    new = f"{moved.day:02d}/{month}/{moved.year}"
    return _replaced(kind, file, text, day.start(1), day.end(3), new, disagrees=True)


def shift_day(file: str, text: str, rng: random.Random) -> Mutation | None:
    """Shift a day of the conference, of a session, of a document or a deadline."""
    return None if "citations" in file else _shifted("day", file, text, rng)


def shift_citation(file: str, text: str, rng: random.Random) -> Mutation | None:
    """Shift the day of a paper of others."""
    return _shifted("cited", file, text, rng) if "citations" in file else None


def change_ordinal(file: str, text: str, rng: random.Random) -> Mutation | None:
    """Change which term, week, month or draft it is; or which meeting, in a name or on a page."""
    found = list(
        re.finditer(r"(?m)^ *(?:term|ordinal|week|month|draft): (\d+)$|lần thứ (\w+)", text)
    )
    found = _outside_code(found, text)
    if not found or file.endswith("citations.yml"):
        return None
    one = rng.choice(found)
    if one[1]:
        # Before the first there is none: what is called by that name is told where it is called.
        least = 2 if "previous_period:" in text else 1
        new = str(max(least, int(one[1]) + rng.choice([-1, 1])))
        if new == one[1]:
            new = str(int(new) + 1)
        return _replaced("ordinal", file, text, one.start(1), one.end(1), new, disagrees=True)
    new = rng.choice(["nhất", "hai", "ba", "tư", "IX"])
    return _replaced("ordinal", file, text, one.start(2), one.end(2), new, by_hand=True)


def change_quota(file: str, text: str, rng: random.Random) -> Mutation | None:
    """Change a bound, a share or a quantity of another paper."""
    keys = "about|at_most|at_least|percent|at_most_percent|at_least_percent|value|days|working_days"
    found = list(re.finditer(rf"(?m)^[^#\n]*?\b(?:{keys}): (\d+)\b", text))
    if not found:
        return None
    number = rng.choice(found)
    value = int(number[1])
    new = rng.choice([value + 1, value * 3, max(value - 1, 0)])
    at = number.start(1), number.end(1)
    return _replaced("quota", file, text, *at, str(new), disagrees=True)


MAKERS: dict[str, Maker] = {
    "drop": drop_entry,
    "repeat": repeat_entry,
    "number": change_number,
    "id": swap_id,
    "year": change_year,
    "yaml": break_yaml,
    "retype": retype_reference,
    "sentence": type_sentence,
    "clock": shift_clock,
    "day": shift_day,
    "cited": shift_citation,
    "weekday": type_weekday,
    "ordinal": change_ordinal,
    "quota": change_quota,
}
_ON_PAGES = ("sentence", "weekday")
"""The kinds that change pages alone."""
_ANYWHERE = ("retype", "ordinal")
"""The kinds that change pages or data; the others change data alone."""
_known: dict = {}


def _figures() -> dict:
    return _known["figures"]


# --- What comes of them ---------------------------------------------------------------------------


@dataclass
class Bench:
    """A copy of a dossier, mutated and put right again."""

    base: str
    folder: Path
    texts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        copy_of(DOSSIERS[self.base], self.folder)
        for path in sorted([*self.folder.glob("data/*.yml"), *self.folder.glob("docs/*.md")]):
            name = path.relative_to(self.folder).as_posix()
            self.texts[name] = path.read_text(encoding="utf-8")
        findings, valid = self.open()
        assert valid, findings
        self.valid = valid
        self.shown = _shown(self.valid)

    def open(self) -> Checked:
        return open_publication(dossier_folder(self.folder))

    def mutations(self, rng: random.Random) -> Iterator[Mutation]:
        """Endless mutations, the kinds in turn."""
        _known["figures"] = self.valid.facts.figures
        _known["days"] = sorted(self.valid.facts.days.named)
        while True:
            for kind, make in MAKERS.items():
                kept = "docs/" if kind in _ON_PAGES else "" if kind in _ANYWHERE else "data/"
                files = [name for name in self.texts if name.startswith(kept)]
                for file in rng.sample(files, len(files)):
                    mutation = make(file, self.texts[file], rng)
                    if mutation and mutation.text != self.texts[file]:
                        yield mutation
                        break

    def outcome(self, mutation: Mutation) -> Outcome:
        path = self.folder / mutation.file
        path.write_text(mutation.text, encoding="utf-8")
        try:
            return self._judge(mutation, self.open())
        finally:
            path.write_text(self.texts[mutation.file], encoding="utf-8")

    def _stands_at_the_other(self, finding: Finding, mutation: Mutation) -> bool:
        """Told at the total, the other day or hour that the changed one no longer agrees with."""
        for name, text in {**self.texts, mutation.file: mutation.text}.items():
            if finding.place.file.endswith(name):
                line = text.split("\n")[finding.place.line - 1]
                return bool(_ORDERED.search(line))
        return False

    def _names_what_went(self, finding: Finding) -> bool:
        """Told where a name is called that the change took away: the term before, of a first term."""
        called = re.findall(r"là «\{?([\w.-]+)\}?»", finding.message)
        return finding.rule in ("reference-unknown", "page-figure") and any(
            name in self.valid.facts.figures for name in called
        )

    def _judge(self, mutation: Mutation, checked: Checked) -> Outcome:
        findings, now = checked
        found = any(
            _placed(finding, mutation)
            or (mutation.disagrees and self._stands_at_the_other(finding, mutation))
            or self._names_what_went(finding)
            for finding in findings
        )
        if now is None:
            return Outcome(mutation, "found" if found else "misplaced", findings)
        if mutation.file.startswith("data/") and _facts(now) == _facts(self.valid):
            return Outcome(mutation, "same")
        shown = _shown(now)
        figures = now.facts.figures
        for page in shown.values():
            for name, value in _values(page):
                if figures[name].value != value:
                    return Outcome(mutation, "missed")
        changed = {
            name for name, figure in figures.items() if _value(self.valid, name) != figure.value
        }
        for name, page in self.shown.items():
            if changed & {n for n, _ in _values(page)} and shown[name] == page:
                return Outcome(mutation, "missed")
        if found:  # a warning, which lets the site be built
            return Outcome(mutation, "found", findings)
        good = shown != self.shown and not mutation.by_hand
        return Outcome(mutation, "shown" if good else "missed")


_ORDERED = re.compile(
    r"\b(?:start|ends?|hour|minutes|date|due|by|first|last|no_later_than|reserve|week|month|year"
    r"|next_year|stated|title):"
)
"""The keys of what is compared with other days, hours and numbers."""


def _facts(publication: Publication) -> dict:
    return {
        name: getattr(publication.facts.dossier, name).model_dump() for name in Dossier.model_fields
    }


def _value(publication: Publication, name: str) -> int | None:
    figure = publication.facts.figures.get(name)
    return figure.value if figure else None


def _shown(publication: Publication) -> dict[str, str]:
    """What each page shows, calls filled in."""
    return {page.name: publication.filled(page) for page in publication.pages}


def _values(page: str) -> Iterator[tuple[str, int]]:
    for found in re.finditer(r'data-figure="([^"]+)" value="(\d+)"', page):
        yield found[1], int(found[2])


def _placed(finding: Finding, mutation: Mutation) -> bool:
    """At the changed lines or naming one, by its file from elsewhere; or where a lost name stands."""
    if any(
        f"«{name}" in finding.message or f".{name}" in finding.message for name in mutation.names
    ):
        return True
    named = set(map(int, re.findall(rf"{re.escape(mutation.file)}:(\d+)", finding.message)))
    if finding.place.file.endswith(mutation.file):
        named |= {finding.place.line, *map(int, re.findall(r"ở dòng (\d+)", finding.message))}
    entry = finding.place.line if finding.rule == "missing-key" else mutation.first
    return any(min(entry, mutation.first) <= line <= mutation.last for line in named)


def caught(base: str, folder: Path, count: int, seed: str) -> list[Outcome]:
    """`count` mutations of a dossier in an empty folder; those that change nothing are made anew."""
    bench, outcomes = Bench(base, folder), []
    for mutation in bench.mutations(random.Random(seed)):
        if len(outcomes) == count:
            break
        outcome = bench.outcome(mutation)
        if outcome.result != "same":
            outcomes.append(outcome)
    return outcomes


def _part(base: str, count: int, seed: str) -> list[Outcome]:
    with tempfile.TemporaryDirectory() as folder:
        return caught(base, Path(folder), count, seed)


def run(count: int, seed: int) -> list[Outcome]:
    """`count` mutations in all, as many of each dossier, on all processors."""
    share = count // len(DOSSIERS) // PARTS
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        parts = [
            pool.submit(_part, base, share, f"{seed}-{base}-{number}")
            for number in range(PARTS)
            for base in DOSSIERS
        ]
        return [outcome for part in parts for outcome in part.result()]


def report(outcomes: list[Outcome]) -> str:
    """The share caught, by kind, and what was not."""
    lines = ["kind       found  shown  missed  misplaced"]
    by_kind = Counter((outcome.mutation.kind, outcome.result) for outcome in outcomes)
    for kind in MAKERS:
        row = [by_kind[kind, result] for result in ("found", "shown", "missed", "misplaced")]
        lines.append(f"{kind:9} {row[0]:6} {row[1]:6} {row[2]:7} {row[3]:10}")
    caught = sum(outcome.result in ("found", "shown") for outcome in outcomes)
    lines.append(f"caught: {caught} of {len(outcomes)} ({100 * caught / len(outcomes):.1f} %)")
    for outcome in outcomes:
        if outcome.result in ("missed", "misplaced"):
            lines.append(f"{outcome.result}: {outcome.mutation.file}: {outcome.mutation.what}")
            lines += [f"    {finding}" for finding in outcome.findings[:3]]
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    done = run(chosen.count, chosen.seed)
    sys.stdout.write(report(done) + "\n")
    sys.exit(any(outcome.result in ("missed", "misplaced") for outcome in done))
