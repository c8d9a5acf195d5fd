"""The sentences the guard is measured by are well formed, and what is told of them is counted rightly."""

import unicodedata
from collections import Counter

import pytest
from corpus_run import (
    CORPUS,
    HALVES,
    KEPT,
    OPEN,
    Judged,
    Sentence,
    Span,
    Told,
    dossier,
    judge,
    main,
    proposed,
    sentences,
)

from conference.pages.calls import wrong_calls

LEAST = 400
ALIKE = 0.2
"""How far one half may be from the other, as a share of the larger."""


@pytest.fixture(scope="module")
def corpus() -> dict[str, list[Sentence]]:
    """Half → its sentences."""
    return {half: sentences(half) for half in HALVES}


@pytest.fixture(scope="module")
def all_sentences(corpus) -> list[Sentence]:
    return [sentence for half in HALVES for sentence in corpus[half]]


def test_there_are_enough_sentences_and_none_twice(all_sentences):
    assert len(all_sentences) >= LEAST
    for repeated in (Counter(s.id for s in all_sentences), Counter(s.text for s in all_sentences)):
        assert [key for key, count in repeated.items() if count > 1] == []


@pytest.mark.parametrize("half", HALVES)
def test_the_sentences_are_composed_letters(half):
    assert unicodedata.is_normalized("NFC", (CORPUS / f"{half}.yml").read_text("utf-8"))


def test_each_sentence_holds_what_is_to_be_found_in_it(all_sentences):
    for sentence in all_sentences:
        assert len(sentence.spans) == len(sentence.find), sentence.id
        assert set(sentence.may_advise) <= set(sentence.find), sentence.id


def test_each_sentence_can_stand_on_a_page_and_its_calls_lead_somewhere(all_sentences):
    pages = [sentence.page for sentence in all_sentences]

    assert [str(finding) for finding in wrong_calls(pages, dossier().facts)] == []


@pytest.mark.parametrize(("half", "rest"), [(OPEN, 1), (KEPT, 0)])
def test_the_number_of_a_sentence_says_its_half(corpus, half, rest):
    for sentence in corpus[half]:
        kind, _, number = sentence.id.rpartition("-")
        assert kind == sentence.kind
        assert int(number) % 2 == rest, sentence.id


def test_both_halves_hold_as_much_of_each_kind(corpus):
    counted = {half: Counter((s.kind, bool(s.find)) for s in corpus[half]) for half in HALVES}
    for key in counted[OPEN] | counted[KEPT]:
        fewer, more = sorted(counted[half][key] for half in HALVES)
        assert more - fewer <= ALIKE * more, key


SENTENCE = Sentence(
    "count-00",
    "count",
    "Có 28 tập thể, 15 phút và hai ngày.",
    ["28", "15", "hai"],
    {"28": ["awards.total"], "15": ["agenda.phong-su.minutes"]},
)


def told(stretch: str, *names: str) -> Told:
    start = SENTENCE.text.index(stretch)
    return Told(Span(start, start + len(stretch)), frozenset(names))


def test_what_is_told_is_counted_by_what_was_asked():
    right, inexact = told("28", "awards.total"), told(", 15", "awards.ubnd-huyen.mo-hinh.stated")
    beside = told(" tập thể")
    judged = Judged(SENTENCE, [right, inexact, beside])
    first, second, third = SENTENCE.spans

    assert judged.found == [first, second]
    assert judged.whole == [first]
    assert judged.missed == [third]
    assert judged.wrongly_found == [beside]
    assert judged.wrongly_advised == [inexact]
    assert judged.advisable == [first, second]
    assert judged.well_advised == [first]


def test_one_wrong_name_beside_a_right_one_is_wrong_advice():
    both = told("28", "awards.total", "delegates.stated")
    judged = Judged(SENTENCE, [both])

    assert judged.wrongly_advised == [both]
    assert judged.well_advised == []


@pytest.mark.parametrize(
    ("message", "names"),
    [
        ("số «28» gõ tay; hãy viết {{ awards.total }}.", {"awards.total"}),
        ("hãy viết {{ awards.total | words }}.", {"awards.total"}),
        (
            'hãy viết {{ figure("awards.ubnd-huyen.stated") }} hoặc {{ tasks.total }}.',
            {"awards.ubnd-huyen.stated", "tasks.total"},
        ),
        ('hãy viết «Huyện ủy» hoặc {{ unit("huyen-uy") }}.', {"unit.huyen-uy"}),
        ('hãy viết {{ unit("ubnd-huyen", "short") }}.', {"unit.ubnd-huyen.short"}),
        ('hãy viết {{ cite("cong-van-01") }}.', {"cite.cong-van-01"}),
        ("«{{ awards.total }}» đứng trước danh từ khác.", set()),
        ("số «28» gõ tay; hãy khai vào exceptions.yml.", set()),
    ],
)
def test_the_names_a_message_proposes(message, names):
    assert proposed(message) == names


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("Có 777 tập thể.", "777"),
        ("Dòng đầu,\ndòng sau có 777 tập thể.", "777"),
        ("## I. MỤC\n\n- một việc\n- có **777** tập thể", "777"),
        ("Mời Huyện uỷ Minh Họa.", "Huyện uỷ Minh Họa"),
    ],
)
def test_a_finding_is_laid_on_the_stretch_it_is_about(text, stretch):
    (judged,) = judge([Sentence("x-1", "x", text, [stretch])])

    assert judged.whole == judged.sentence.spans
    assert judged.wrongly_found == []


FOUND, REFUSED = 0.95, 0.05
"""The least of what is to be found, and the most of honest sentences told all the same."""


@pytest.mark.parametrize("half", HALVES)
def test_the_guard_finds_what_it_should_and_refuses_and_misleads_hardly_anybody(corpus, half):
    judged = judge(corpus[half])
    to_find = sum(len(one.sentence.spans) for one in judged)
    honest = [one for one in judged if not one.sentence.find]

    assert sum(len(one.found) for one in judged) >= FOUND * to_find
    assert sum(bool(one.told) for one in honest) <= REFUSED * len(honest)
    assert sum(len(one.wrongly_advised) for one in judged) == 0


def test_the_kept_half_is_never_listed(corpus, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["corpus_run.py", "--list"])
    main()
    printed = capsys.readouterr().out

    assert any(f"\n{sentence.id}: " in printed for sentence in corpus[OPEN])
    assert not any(sentence.id in printed for sentence in corpus[KEPT])
    assert not any(sentence.text in printed for sentence in corpus[KEPT])
