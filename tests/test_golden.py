"""Every page of the invented dossier reads as it was taken for right: `make bless` takes a change."""

import golden
import pytest
from folders import FULL, page_names
from lxml import html
from reading import Site


@pytest.fixture(scope="module")
def now(full_site):
    return golden.pages(Site(FULL, full_site))


@pytest.mark.parametrize("name", page_names(FULL))
def test_a_page_reads_as_it_was_blessed(now, name):
    told = golden.difference(name, now[name])
    assert not told, f"right? then `make bless`\n{told}"


def test_no_page_is_missing(now):
    assert {path.stem for path in golden.GOLDEN.glob("*.txt")} == set(now)


def written(fragment: str) -> list[str]:
    return list(golden.lines(html.fragment_fromstring(fragment)))


def test_a_page_is_written_one_element_a_line():
    assert written(
        '<div id="x" class="a">\n<p>Có <b>28</b>\n tập&amp;thể</p><ul><li>1</ul></div>'
    ) == [
        '<div class="a" id="x">',
        "  <p>Có <b>28</b> tập&amp;thể",
        "  <ul>",
        "    <li>1",
    ]


def test_the_end_of_a_long_list_changes_its_digest():
    entries = [f"<li>{number}</li>" for number in range(100)]
    one, other = (
        written(f"<ul>{''.join(entries)}</ul>"),
        written(f"<ul>{''.join(entries[:-1])}</ul>"),
    )
    assert len(one) == len(other) == 1 + golden.SHOWN + 1
    assert "95 more <li>" in one[-1] and "94 more <li>" in other[-1]
    swapped = [*entries[:98], entries[99], entries[98]]
    assert written(f"<ul>{''.join(swapped)}</ul>")[-1] != one[-1]


def test_what_differs_from_clone_to_clone_is_masked():
    (line,) = written('<p data-stamp="Dự thảo · dữ liệu ngày 1/2/2030 · mã 6e56eb6">x</p>')
    assert line == '<p data-stamp="Dự thảo · dữ liệu ngày … · mã …">x'
