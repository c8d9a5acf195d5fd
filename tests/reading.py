"""What holds of every site whatever its data say: pages, links, figures, nothing left unresolved.

Each check takes a site and yields what is wrong with it, one line a fault. They know no name and no
number of a dossier: tests/test_live.py asks them of every dossier, and of every legal edit.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cached_property
from pathlib import Path

from folders import page_names
from lxml import html

from conference.wording import from_roman, in_words


class Site:
    """A built site and the dossier it was built of."""

    def __init__(self, dossier: Path, folder: Path) -> None:
        self.dossier = dossier
        self.folder = folder

    @cached_property
    def trees(self) -> dict[str, html.HtmlElement]:
        """Page name → parsed page, for every page that was built but the one for what is not there."""
        pages = sorted(self.folder.glob("*.html"))
        return {path.stem: html.parse(path).getroot() for path in pages if path.stem != "404"}


def words(element) -> str:
    """The text of an element as read, white space folded."""
    return " ".join(element.text_content().split())


def article(tree):
    """What a page itself says, without the frame of the site."""
    (found,) = tree.cssselect("article.md-content__inner")
    return without(found, "aside.md-source-file")


def figures(tree) -> list:
    return tree.cssselect("data.figure")


def without(tree, selector: str):
    """A copy of a tree without some of its elements."""
    copy = deepcopy(tree)
    for element in copy.cssselect(selector):
        element.drop_tree()
    return copy


def every_page_is_built_and_no_other(site: Site) -> Iterator[str]:
    staff = "\naudience: staff\n"
    pages = (site.dossier / "docs").glob("*.md")
    written = {path.stem for path in pages if staff not in path.read_text("utf-8")}
    for name in written ^ set(site.trees):
        yield f"{name}: {'not built' if name in written else 'built, but written nowhere'}"


def every_page_stands_in_the_navigation(site: Site) -> Iterator[str]:
    for name in set(site.trees) - set(page_names(site.dossier)):
        yield f"{name}: not in the settings"
    for name, tree in site.trees.items():
        links = [a.get("href") for a in tree.cssselect("nav.md-nav--primary a[href]")]
        pages = {Path(link.partition("#")[0]).stem for link in links}
        for other in set(site.trees) - pages - {name}:
            yield f"{name}: no link to {other} in its navigation"


def every_page_has_one_title(site: Site) -> Iterator[str]:
    """The papers of the print set bring their own."""
    for name, tree in site.trees.items():
        titles = without(article(tree), ".print-set .sheet").cssselect("h1")
        if len(titles) != 1 or not words(titles[0]):
            yield f"{name}: {len(titles)} headings of the first level"


def a_figure_has_one_value_on_all_pages(site: Site) -> Iterator[str]:
    values = defaultdict(set)
    for tree in site.trees.values():
        for element in figures(tree):
            values[element.get("data-figure")].add(element.get("value"))
    if not values:
        yield "no figure on any page"
    for name, found in values.items():
        if len(found) > 1:
            yield f"{name}: {sorted(found)}"


def a_figure_reads_as_its_value(site: Site) -> Iterator[str]:
    for name, tree in site.trees.items():
        for element in figures(tree):
            text, value = words(element), int(element.get("value"))
            text = re.sub(r"^(?:không quá|ít nhất|khoảng) |%$", "", text)
            if text[0].isdigit():
                right = int(text.replace(".", "")) == value
            else:
                right = text == in_words(value) or from_roman(text) == value
            if not right:
                yield f"{name}: {element.get('data-figure')} is {value}, reads «{text}»"


def no_figure_stands_in_a_link_where_a_click_would_lead_away(site: Site) -> Iterator[str]:
    for name, tree in site.trees.items():
        if article(tree).cssselect("a data.figure"):
            yield name


def no_reference_is_left_unresolved(site: Site) -> Iterator[str]:
    """The guide shows how references are typed, as code and in its table of rules."""
    for name, tree in site.trees.items():
        text = words(without(tree, "script, style, code, pre, table.rules"))
        for left in re.findall(r".{0,20}(?:\{\{|\}\}|\{%|\{[a-z][\w.:-]*\}).{0,20}", text):
            yield f"{name}: {left}"


def links_lead_somewhere(site: Site) -> Iterator[str]:
    for name, tree in site.trees.items():
        for link in tree.cssselect("a[href]"):
            href = link.get("href")
            if re.match(r"[a-z]+:|//", href):
                continue
            target, _, fragment = href.partition("#")
            target = "index.html" if target == "." else target.partition("?")[0] or f"{name}.html"
            if not (site.folder / target).is_file():
                yield f"{name}: {href}"
            elif fragment and not fragment.startswith("__"):
                to = site.trees[Path(target).stem]
                if to.get_element_by_id(fragment, None) is None:
                    yield f"{name}: {href}"


def ids_are_unique(site: Site) -> Iterator[str]:
    for name, tree in site.trees.items():
        ids = [element.get("id") for element in tree.cssselect("[id]")]
        for repeated in sorted({i for i in ids if ids.count(i) > 1}):
            yield f"{name}: #{repeated}"


def nothing_is_fetched_from_elsewhere(site: Site) -> Iterator[str]:
    for name, tree in site.trees.items():
        for element in tree.cssselect("[src], link[href]"):
            address = element.get("src") or element.get("href")
            if re.match(r"(https?:)?//", address):
                yield f"{name}: {address}"


def tables_have_captions_and_heads(site: Site) -> Iterator[str]:
    for name, tree in site.trees.items():
        for table in tree.cssselect("table.list"):
            if not table.cssselect("caption"):
                yield f"{name}: a table without caption"
            if any(th.get("scope") != "col" for th in table.cssselect("thead th")):
                yield f"{name}: a head that is of no column"
            spans = 0
            for row in table.cssselect("tbody tr"):
                heads = row.cssselect("th[scope^=row]")
                spans = max(int(heads[0].get("rowspan", 1)) if heads else spans - 1, 0)
                if not heads and spans == 0:
                    yield f"{name}: a row without head: {words(row)}"


def the_reconciliation_names_every_figure_and_its_pages(site: Site) -> Iterator[str]:
    """Of a page with the table of figures: all that any page shows, each with the pages that do."""
    tables = {name: tree.cssselect("table.figures") for name, tree in site.trees.items()}
    showing = defaultdict(set)
    for page, tree in site.trees.items():
        for element in figures(tree):
            showing[element.get("data-figure")].add(page)
    # Left out: the pages that hold the table, the print set among them.
    around = {name for name, found in tables.items() if found}
    for name in around:
        if site.trees[name].cssselect(".print-set"):
            continue
        rows = tables[name][0].cssselect("tbody tr")
        listed = {row.cssselect("data.figure")[0].get("data-figure"): row for row in rows}
        yield from (f"{figure}: not listed" for figure in set(showing) - set(listed))
        if len(listed) != len(rows):
            yield "a figure is listed twice"
        for figure, row in listed.items():
            linked = {Path(a.get("href")).stem for a in row.cssselect("td a[href$='.html']")}
            if linked != showing[figure] - around:
                yield f"{figure}: said to stand on {sorted(linked)}"


CHECKS: tuple[Callable[[Site], Iterator[str]], ...] = (
    every_page_is_built_and_no_other,
    every_page_stands_in_the_navigation,
    every_page_has_one_title,
    a_figure_has_one_value_on_all_pages,
    a_figure_reads_as_its_value,
    no_figure_stands_in_a_link_where_a_click_would_lead_away,
    no_reference_is_left_unresolved,
    links_lead_somewhere,
    ids_are_unique,
    nothing_is_fetched_from_elsewhere,
    tables_have_captions_and_heads,
    the_reconciliation_names_every_figure_and_its_pages,
)


def faults(site: Site) -> list[str]:
    """Everything the checks say of a site."""
    return [f"{check.__name__}: {fault}" for check in CHECKS for fault in check(site)]
