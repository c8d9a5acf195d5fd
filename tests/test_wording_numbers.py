"""Numbers as figures, words and Roman numerals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conference.wording import Nouns, find_numbers, from_roman, grouped, in_words, padded, roman


@pytest.mark.parametrize(
    ("n", "prose", "table"),
    [
        (0, "0", "0"),
        (1, "01", "1"),
        (9, "09", "9"),
        (5, "05", "5"),
        (8, "08", "8"),
        (10, "10", "10"),
        (150, "150", "150"),
        (999, "999", "999"),
        (1500, "1.500", "1.500"),
        (1_234_567, "1.234.567", "1.234.567"),
    ],
)
def test_prose_pads_counts_and_tables_do_not(n, prose, table):
    assert (padded(n), grouped(n)) == (prose, table)


def test_a_count_is_never_negative():
    with pytest.raises(ValueError, match="không thể âm"):
        padded(-1)
    assert grouped(-1500) == "-1.500"


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (28, "hai mươi tám"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (150, "một trăm năm mươi"),
        (555, "năm trăm năm mươi lăm"),
        (1_000, "một nghìn"),
        (1_500, "một nghìn năm trăm"),
        (2_022, "hai nghìn không trăm hai mươi hai"),
        (10_005, "mười nghìn không trăm linh năm"),
        (1_000_000, "một triệu"),
        (2_000_005, "hai triệu không trăm linh năm"),
        (3_040_000, "ba triệu không trăm bốn mươi nghìn"),
        (
            999_999_999,
            "chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn "
            "chín trăm chín mươi chín",
        ),
        (1_000_000_000, "một tỷ"),
        (2_500_000_000, "hai tỷ năm trăm triệu"),
        (3_000_000_005, "ba tỷ không trăm linh năm"),
        (1_500_000_000_000, "một nghìn năm trăm tỷ"),
    ],
)
def test_numbers_are_read_out_the_vietnamese_way(n, words):
    assert in_words(n) == words


@pytest.mark.parametrize("n", [-1, 10**15])
def test_words_have_a_limit(n):
    with pytest.raises(ValueError, match=r"từ 0 đến 999\.999\.999\.999\.999"):
        in_words(n)


@settings(deadline=None)
@given(st.one_of(st.integers(2, 2_500), st.integers(2, 999_999_999)))
def test_a_count_in_words_is_found_again(n):
    words = in_words(n)
    for text in (f"tặng {words} tập thể", f"TẶNG {words.upper()} TẬP THỂ"):
        [found] = find_numbers(text, Nouns(["tập thể"]))
        assert (found.value, found.form) == (n, "words")
        assert found.text.lower() == words


@settings(deadline=None)
@given(st.integers(0, 10**15))
def test_a_count_in_figures_is_found_again(n):
    for figure in (padded(n), grouped(n)):
        assert [(x.text, x.value) for x in find_numbers(f"Có {figure}.")] == [(figure, n)]


@pytest.mark.parametrize(
    ("n", "numeral"),
    [(1, "I"), (4, "IV"), (9, "IX"), (26, "XXVI"), (1994, "MCMXCIV"), (3999, "MMMCMXCIX")],
)
def test_roman_numerals(n, numeral):
    assert roman(n) == numeral
    assert from_roman(numeral) == from_roman(f" {numeral.lower()} ") == n


def test_every_roman_numeral_reads_back():
    assert all(from_roman(roman(n)) == n for n in range(1, 4000))


@pytest.mark.parametrize("text", ["", "IIII", "IC", "VX", "MMMM", "12", "XХ", "I" * 10_000])
def test_what_is_no_roman_numeral_is_refused(text):
    with pytest.raises(ValueError, match="không phải là số La Mã"):
        from_roman(text)


@pytest.mark.parametrize("n", [0, -3, 4000])
def test_roman_numerals_have_limits(n):
    with pytest.raises(ValueError, match="từ 1 đến 3999"):
        roman(n)
