"""The editor's guide explains every rule that a finding may name."""

import ast
import re
from collections import Counter
from pathlib import Path

from folders import PLAN
from lxml import html

from conference.checks import RULES
from conference.folders import dossier_folder
from conference.guard import GUARD_RULES
from conference.loading.rules import FILE_RULES, PAGE_RULES
from conference.opening import open_publication

PACKAGE = Path(__file__).parents[1] / "conference"
SOURCES = (
    PACKAGE / "folders.py",
    *sorted((PACKAGE / "loading").glob("*.py")),
    *sorted((PACKAGE / "pages").glob("*.py")),
)
ATTRIBUTES = {"aria-label", "data-search-exclude"}
"""Of HTML, written like the names of rules."""
CASES = Path(__file__).parent / "cases" / "invalid"


def named_in(source: Path) -> set[str]:
    """The words such as "file-empty" in a module: the names its findings carry."""
    words = (
        node.value
        for node in ast.walk(ast.parse(source.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return {word for word in words if re.fullmatch(r"[a-z]+(?:-[a-z]+)+", word)}


def test_reading_explains_the_rules_it_names_and_no_others() -> None:
    named = set().union(*(named_in(path) for path in SOURCES if path.name != "rules.py"))
    assert named - ATTRIBUTES == {rule.name for rule in (*FILE_RULES, *PAGE_RULES)}


def test_rules_are_explained_once_in_a_sentence() -> None:
    rules = [*FILE_RULES, *PAGE_RULES, *RULES, *GUARD_RULES]
    assert max(Counter(rule.name for rule in rules).values()) == 1
    assert max(Counter(rule.explains for rule in rules).values()) == 1
    for rule in rules:
        assert rule.explains.endswith(".") and rule.explains[0].isupper(), rule.name


def test_the_guide_s_table_shows_every_rule() -> None:
    publication = open_publication(dossier_folder(PLAN)).publication
    table = html.fromstring(publication.renderer.block("rules_table"))
    shown = {code.text_content() for code in table.cssselect("th[scope=row] code")}
    told = {name for case in CASES.glob("*.case") for name in named_in_case(case)}
    assert told <= shown
    assert shown == {rule.name for rule in (*FILE_RULES, *PAGE_RULES, *RULES, *GUARD_RULES)}


def named_in_case(case: Path) -> list[str]:
    return re.findall(r"(?:lỗi|cảnh báo) \[([a-z-]+)\]", case.read_text("utf-8"))
