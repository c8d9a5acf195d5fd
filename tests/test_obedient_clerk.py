"""A clerk types whatever the guard proposes: no paper turns false, now or when the facts change."""

import re
from functools import cache

import pytest
from corpus_run import HALVES, HEAD, OPEN, dossier, judge, proposed, sentences
from folders import FULL, sampled

from conference import wording
from conference.facts import Facts
from conference.guard import guard
from conference.loading import load
from conference.pages.call_syntax import FACT, read_calls
from conference.pages.page import read_page

CHANGES = (
    (
        ("conference.yml", "year: 2031", "year: 2041"),
        ("conference.yml", "next_year: 2032", "next_year: 2042"),
        ("conference.yml", "term: 20", "term: 22"),
        ("conference.yml", "week: 4", "week: 2"),
        ("conference.yml", "month: 12", "month: 11"),
        ("delegates.yml", "stated: 150", "stated: 160"),
        ("awards.yml", "stated: 8\n", "stated: 9\n"),
        ("awards.yml", "stated: 15\n", "stated: 18\n"),
    ),
    (
        ("conference.yml", "year: 2031", "year: 2045"),
        ("delegates.yml", "stated: 23", "stated: 25"),
        ("delegates.yml", "stated: 4\n", "stated: 7\n"),
        ("awards.yml", "stated: 20\n", "stated: 33\n"),
        ("awards.yml", "stated: 5\n", "stated: 6\n"),
        ("documents.yml", "number: 1\n", "number: 31\n"),
        ("units.yml", "Công an huyện Minh Họa", "Công an khu vực Minh Họa"),
    ),
)
"""What changes in the data, twice; that the changed facts agree with each other is not asked here."""


@pytest.fixture(scope="module")
def all_facts(tmp_path_factory) -> list[Facts]:
    """The facts of the invented dossier: as they are, and changed in two ways."""
    facts = [dossier().facts]
    for number, changes in enumerate(CHANGES):
        folder = tmp_path_factory.mktemp(f"changed-{number}")
        texts = {path.name: path.read_text("utf-8") for path in (FULL / "data").glob("*.yml")}
        for file, old, new in changes:
            assert old in texts[file], old
            texts[file] = texts[file].replace(old, new, 1)
        for file, text in texts.items():
            (folder / file).write_text(text, "utf-8")
        facts.append(Facts.of(load(folder, "data").dossier))
    return facts


def shown(text: str, facts: Facts, document: str = "ke-hoach") -> str:
    """A text as a reader sees it: its calls answered, those of blocks left out."""
    pieces, position = [], 0
    for call in read_calls(text, 0, "x.md").calls:
        pieces.append(text[position : call.start])
        name, *form = call.arguments or ("",)
        if call.name in (FACT, "figure"):
            name = facts.names.own(name, document)
            pieces.append(facts.names.as_text("{" + ":".join([name, *form]) + "}"))
        elif call.name in ("unit", "cite"):
            pieces.append(facts.names.as_text("{" + ".".join([call.name, name, *form]) + "}"))
        position = call.end
    return "".join([*pieces, text[position:]])


def typed_instead(message: str) -> str:
    """What a message says to type: the first call it proposes, with what is to stay behind it."""
    said = re.sub(r"«[^»]*»", lambda quoted: " " * len(quoted[0]), message)
    call = read_calls(said, 0, "x.md").calls[0]
    behind = re.match(r"[-/]\w[\w/&-]*", message[call.end :])
    return message[call.start : call.end] + (behind[0] if behind else "")


@cache
def judged(half: str):
    return judge(sentences(half))


@pytest.mark.parametrize("half", HALVES)
def test_no_proposal_names_what_the_sentence_does_not_mean(half):
    assert [one.sentence.id for one in judged(half) if one.wrongly_advised] == []


def told(text: str, facts: Facts):
    """What is told of a sentence on a page of its own."""
    page, _ = read_page("x", f"{HEAD}{text}\n", "docs/x.md")
    return guard(facts, [page]).findings


@pytest.mark.parametrize("half", sampled(HALVES, [OPEN]))
def test_what_is_proposed_is_right_once_it_is_typed(half, all_facts):
    """It is not told again, the reader sees the same number, and the paper follows the facts."""
    facts = all_facts[0]
    numbers = 0
    for one in judged(half):
        text = one.sentence.text
        for found in (found for found in one.told if found.names):
            written, instead = text[slice(*found.span)], typed_instead(found.message)
            after = f"{text[: found.span.start]}{instead}{text[found.span.end :]}"
            before = sum(other.rule == found.rule for other in one.told)
            assert sum(f.rule == found.rule for f in told(after, facts)) < before, one.sentence.id
            (name,) = {facts.names.own(name, "ke-hoach") for name in found.names}
            if name in facts.figures:
                numbers += 1
                assert facts.figures[name].value in values(written), one.sentence.id
                for other in all_facts:
                    assert other.figures[name].value in values(shown(instead, other)), (
                        one.sentence.id
                    )
    assert numbers > 10


def values(text: str) -> set[int]:
    """The integers a text holds, in digits, words or Roman numerals."""
    found = {number.value for number in wording.find_numbers(text, ANYTHING)}
    found |= {wording.roman_value(letters) for letters in re.findall(r"\b[IVXLC]+\b", text)}
    if text.lower() in IN_WORDS:
        found.add(IN_WORDS[text.lower()])
    return {value for value in found if value is not None}


IN_WORDS = {wording.in_words(n): n for n in range(1, 1000)}
IN_WORDS |= {wording.fold(words): n for words, n in IN_WORDS.items()}
ANYTHING = wording.Nouns()


def typed_by_hand(line: str, facts: Facts, document: str) -> str:
    """A line of a page with each of its figures typed as it is printed."""
    text = line
    for call in reversed(read_calls(line, 0, "x.md").calls):
        if call.name in (FACT, "figure"):
            printed = shown(line[call.start : call.end], facts, document)
            text = f"{text[: call.start]}{printed}{text[call.end :]}"
    return text


def lines_with_figures() -> list[str]:
    """The lines of the plan, and of sentences of the open half, that call figures."""
    pages = [
        page.text[page.body_start :] for page in dossier().pages if page.document == "ke-hoach"
    ]
    honest = [sentence.text for sentence in sentences(OPEN) if not sentence.find]
    lines = [line for text in [*pages, *honest] for line in text.splitlines()]
    return [
        line
        for line in dict.fromkeys(lines)
        if any(call.name in (FACT, "figure") for call in read_calls(line, 0, "x.md").calls)
    ]


@pytest.mark.proof
def test_what_was_typed_by_hand_follows_the_facts_once_the_clerk_obeys(all_facts):
    """Where the guard proposes, the line prints as the one that always called its figures."""
    facts, *changed = all_facts
    proposals = 0
    for line in lines_with_figures():
        text, known = typed_by_hand(line, facts, "ke-hoach"), -1
        for _ in range(20):
            advised = [f for f in told(text, facts) if proposed(f.message)]
            if not advised:
                break
            (offset,) = {f.place.column - 1 for f in advised[:1]}
            (quoted,) = re.findall("«([^»]*)»", advised[0].message)[:1]
            assert text.startswith(quoted, offset) and offset != known
            text = (
                f"{text[:offset]}{typed_instead(advised[0].message)}{text[offset + len(quoted) :]}"
            )
            proposals, known = proposals + 1, offset
        left = {f.message for f in told(text, facts) if f.rule == "typed-number"}
        assert shown(text, facts) == typed_by_hand(shown(line, facts), facts, "ke-hoach"), line
        if not left:
            for other in changed:
                meant = line.replace(".counted", ".stated")  # the checker holds the two together
                assert shown(text, other) == shown(meant, other), line
    assert proposals > 10
