"""Finished blocks go round Markdown, and the page is the same as if they had gone through it."""

import markdown
import pytest

from benchmarks.same import tokens
from conference.render.finished import Finished

BLOCK = (
    '<div class="scroll">\n<table><tr id="a-1"><td>*x* <p>1</p></td></tr></table>\n</div>\n<p>y</p>'
)


def converted(text, *extensions):
    return markdown.markdown(text, extensions=["md_in_html", "attr_list", *extensions])


@pytest.mark.parametrize(
    "page",
    [
        "{}",
        "# Title\n\n{}\n\ntext",
        "above\n{}\nbelow",
        "{}\n\n{}",
        '<section markdown="1">\n\n## Title\n\n{}\n\ntext\n\n</section>',
    ],
)
def test_as_if_markdown_had_read_it(page):
    finished = Finished()
    round_it = converted(page.replace("{}", finished.hold(BLOCK)), finished)
    through_it = converted(page.replace("{}", BLOCK))
    wrapped = ("<article>" + html + "</article>" for html in (round_it, through_it))
    one, other = map(list, map(tokens, wrapped))
    assert one == other and "*x*" in one


def test_headings_are_left_to_markdown_and_nothing_stays_nothing():
    for html in ("", "<h2>Title</h2>"):
        assert Finished().hold(html) == html


def test_what_stands_in_a_block_can_be_linked_to():
    """MkDocs keeps the ids it saw in HTML where this test says."""
    from mkdocs.structure.pages import _RawHTMLPreprocessor

    finished = Finished()
    md = markdown.Markdown(extensions=[finished])
    seen = _RawHTMLPreprocessor()
    seen._register(md)
    md.convert('<p id="b">x</p>\n\n' + finished.hold(BLOCK))
    assert seen.present_anchor_ids == {"a-1", "b"}


def test_a_block_is_held_once():
    finished = Finished()
    assert finished.hold(BLOCK) == finished.hold(BLOCK) and len(finished.held) == 1
