"""Blocks stashed while Markdown is converted: the page is the same as if they had gone through it."""

import markdown
import pytest

from benchmarks.same import tokens
from conference.render.stash import Stash

BLOCK = (
    '<div class="scroll">\n<table><tr id="a-1"><td>*x* <p>1</p></td></tr></table>\n</div>\n<p>y</p>'
)


def converted(text):
    return markdown.markdown(text, extensions=["md_in_html", "attr_list"])


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
    stash = Stash()
    round_it = stash.restore(converted(page.replace("{}", stash.put(BLOCK))))
    through_it = converted(page.replace("{}", BLOCK))
    wrapped = ("<article>" + html + "</article>" for html in (round_it, through_it))
    one, other = map(list, map(tokens, wrapped))
    assert one == other and "*x*" in one


def test_headings_are_left_to_markdown_and_nothing_stays_nothing():
    for html in ("", "<h2>Title</h2>"):
        assert Stash().put(html) == html


def test_a_block_stashed_twice_is_restored_twice_and_tells_its_ids():
    stash = Stash()
    marks = stash.put(BLOCK) + stash.put(BLOCK)
    assert stash.restore(marks) == BLOCK * 2
    assert stash.ids_in(marks) == {"a-1"}
