"""A call in the wrong brackets would be printed: it is told, with the right way for its place."""

import pytest

from conference.pages.mistyped_calls import mistyped_calls
from conference.pages.notation import IN_DATA, IN_PAGES

FIGURES = (
    "conference.year",
    "conference.next_year",
    "delegates.stated",
    "awards.total",
    "agenda.total",
    "awards.ubnd-huyen.stated",
)
PHRASES = ("conference.title", "unit.ubnd-huyen", "unit.ubnd-huyen.short")
BLOCKS = ("awards_list", "awards_table", "bases")


def told(text, notation):
    found = list(mistyped_calls(text, (*FIGURES, *PHRASES), notation, BLOCKS))
    assert all(text[m.start : m.end] == m.written for m in found)
    return [(m.written, m.ways, m.sure) for m in found]


@pytest.mark.parametrize(
    ("typed", "way"),
    [
        ('{{ figure("conference.year") }}', "{conference.year}"),
        ('{{ figure("awards.total", "words") }}', "{awards.total:words}"),
        ('{{ figure("awards.total", "x") }}', "{awards.total}"),
        ("{{ figure(“awards.total”) }}", "{awards.total}"),
        ('figure("awards.total")', "{awards.total}"),
        ('{{ phrase("unit.ubnd-huyen") }}', "{unit.ubnd-huyen}"),
        ('{{ unit("ubnd-huyen") }}', "{unit.ubnd-huyen}"),
        ('{{ unit("ubnd-huyen", "short") }}', "{unit.ubnd-huyen.short}"),
        ("{{ awards.total | words }}", "{awards.total:words}"),
        ("{{conference.year}}", "{conference.year}"),
        ("{{{conference.year}}}", "{conference.year}"),
        ("{ conference.year }", "{conference.year}"),
        ("{conference . year}", "{conference.year}"),
        ("{Conference.Year}", "{conference.year}"),
        ("{conference,year}", "{conference.year}"),
        ("{conference.year", "{conference.year}"),
        ("{conference.year)", "{conference.year}"),
        ("[conference.year]", "{conference.year}"),
        ("[[conference.year]]", "{conference.year}"),
        ("(conference.year)", "{conference.year}"),
        ("｛conference.year｝", "{conference.year}"),
        ("（conference.year）", "{conference.year}"),
        ("conference.year", "{conference.year}"),
        ("{awards.total|words}", "{awards.total:words}"),
        ("{year}", "{conference.year}"),
        ("{{ year }}", "{conference.year}"),
        ("[[year]]", "{conference.year}"),
    ],
)
def test_a_figure_called_otherwise_in_data(typed, way):
    text = f"Công tác năm {typed}; năm {{conference.next_year}} (xem [1])."
    assert told(text, IN_DATA) == [(typed, (way,), True)]


@pytest.mark.parametrize(
    ("typed", "way"),
    [
        ("{delegates.stated}", "{{ delegates.stated }}"),
        ("{awards.total:words}", "{{ awards.total | words }}"),
        ("{awards.ubnd-huyen.stated}", '{{ figure("awards.ubnd-huyen.stated") }}'),
        ("{awards.ubnd-huyen.stated:words}", '{{ figure("awards.ubnd-huyen.stated", "words") }}'),
        ("[delegates.stated]", "{{ delegates.stated }}"),
        ("[[delegates.stated]]", "{{ delegates.stated }}"),
        ("(delegates.stated)", "{{ delegates.stated }}"),
        ("｛｛delegates.stated｝｝", "{{ delegates.stated }}"),
        ("{ figure(delegates.stated) }", "{{ delegates.stated }}"),
        ("figure('delegates.stated')", "{{ delegates.stated }}"),
        ("{unit.ubnd-huyen.short}", '{{ unit("ubnd-huyen", "short") }}'),
        ("{unit.ubnd-huyen:words}", '{{ unit("ubnd-huyen") }}'),
        ('{ unit("ubnd-huyen", "short") }', '{{ unit("ubnd-huyen", "short") }}'),
        ('phrase("unit.ubnd-huyen")', '{{ unit("ubnd-huyen") }}'),
        ('[[cite("cong-van-792")]]', '{{ cite("cong-van-792") }}'),
        ("{conference.title}", "{{ conference.title }}"),
        ("{ awards_list() }", "{{ awards_list() }}"),
        ("{awards_list}", "{{ awards_list() }}"),
        ("[[awards_list()]]", "{{ awards_list() }}"),
        ("awards_list()", "{{ awards_list() }}"),
        ("（awards_list()）", "{{ awards_list() }}"),
        ("{year}", "{{ conference.year }}"),
    ],
)
def test_a_call_in_other_brackets_in_a_page(typed, way):
    assert told(f"Có {typed} ở đây.", IN_PAGES) == [(typed, (way,), True)]


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("{total}", ("{agenda.total}", "{awards.total}")),
        ("{stated}", ("{delegates.stated}", "{awards.ubnd-huyen.stated}")),
    ],
)
def test_half_a_name_is_answered_with_all_it_may_be(typed, ways):
    assert told(typed, IN_DATA) == [(typed, ways, True)]
    (found,) = mistyped_calls(typed, FIGURES)
    assert f"hãy viết đủ tên: {' hoặc '.join(ways)}." in found.message


@pytest.mark.parametrize(
    ("typed", "notation", "way"),
    [
        ("[conference.yaer]", IN_DATA, "{conference.year}"),
        ("{{conference.yaer}}", IN_DATA, "{conference.year}"),
        ('{{ figure("awards.totl") }}', IN_DATA, "{awards.total}"),
        ("{awards.totl}", IN_PAGES, "{{ awards.total }}"),
        ("{ award_list() }", IN_PAGES, "{{ awards_list() }}"),
    ],
)
def test_a_misspelt_name_is_asked_after_not_proposed(typed, notation, way):
    assert told(typed, notation) == [(typed, (way,), False)]
    (found,) = mistyped_calls(typed, FIGURES, notation, BLOCKS)
    assert f"không có tên ấy. Có phải {way} không?" in found.message


@pytest.mark.parametrize("typed", ["{{ awards_list() }}", "{awards_list}", "awards_list()"])
def test_a_block_cannot_be_called_in_data(typed):
    assert told(typed, IN_DATA) == [(typed, (), True)]
    (found,) = mistyped_calls(typed, FIGURES, IN_DATA, BLOCKS)
    assert "hãy viết bằng chữ" in found.message


def test_in_data_no_block_has_to_be_known():
    assert [m.ways for m in mistyped_calls("{{ awards_list() }} và { x() }", FIGURES)] == [(), ()]


def test_round_brackets_may_be_meant():
    (found,) = mistyped_calls("(conference.year)", FIGURES)
    assert "hãy viết {conference.year}, cần in cả ngoặc thì viết ({conference.year})." in (
        found.message
    )


HONEST = (
    "[1]",
    "(a)",
    "{ #id }",
    "{x, y}",
    "{{ 7*7 }}",
    "{",
    "(hội, họp)",
    "xem conference.yml (dòng đầu)",
    "Đ.c Phó Bí thư (T.T)",
    "www.haiphong.gov.vn",
    "total() là gì",
    "năm (ước)",
    "[x] đã có [ ] chưa",
    "a.b.c",
    "{tên: giá trị}",
)


@pytest.mark.parametrize("typed", HONEST)
@pytest.mark.parametrize("notation", [IN_DATA, IN_PAGES], ids=["data", "pages"])
def test_honest_brackets_are_left_alone(typed, notation):
    assert told(f"Chữ {typed} chữ.", notation) == []


@pytest.mark.parametrize(
    "typed",
    [
        "{conference.year}",
        "({conference.year})",
        "[{conference.year}]",
        "{awards.total:words}",
        "{conference.yaer}",
        "năm{unit.ubnd-huyen.short}",
    ],
)
def test_a_right_reference_is_no_matter_of_brackets(typed):
    """Whether its name is known, another rule asks."""
    assert told(f"Chữ {typed} chữ.", IN_DATA) == []


def test_several_in_one_text_are_told_in_order():
    text = "Năm {year}: {{ awards_list() }}, (delegates.stated) và [conference.next_year]."
    assert [m[0] for m in told(text, IN_DATA)] == [
        "{year}",
        "{{ awards_list() }}",
        "(delegates.stated)",
        "[conference.next_year]",
    ]


@pytest.mark.parametrize(
    "seed", ["{", "(", "[[", "{a.", "a.a", "{a.a ", "figure(", "{a\n", "( ", "{year}"]
)
def test_a_text_of_any_length_is_read_in_steps_that_grow_with_it(seed):
    list(mistyped_calls(seed * 20_000, FIGURES, IN_PAGES, BLOCKS))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ('{{ cite("cong-van-792") }}', "{cite.cong-van-792}"),
        ('{{ cite("cong-van-792", "short") }}', "{cite.cong-van-792.short}"),
    ],
)
def test_a_paper_is_cited_in_data_by_a_dotted_name(typed, meant):
    assert told(typed, IN_DATA) == [(typed, (meant,), True)]
