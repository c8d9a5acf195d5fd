"""Whatever pages are made of: those the check accepts, the strict build accepts, and shows nothing false."""

import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from folders import PLAN, settings_of
from lxml import html

from conference.folders import ROOT, dossier_folder
from conference.opening import open_publication
from conference.pages.page import load_pages, read_page
from conference.pages.papers import MOST_PAPERS, papers_of_the_set

PAYLOAD = "157"
"""A number no figure has: it may be published in examples only."""

HEADS = (
    ["title: Thử\npaper: screen\n"] * 6
    + [
        "title: Thử\npaper: sheet\n",
        "title: Thử\npaper: appendix\nhide: [toc]\n",
        "title: Thử\npaper: screen\nhide:\n  - navigation\n  - footer\n",
        "title: Thử\npaper: screen\nsearch:\n  exclude: true\n",
        "title: Thử\npaper: screen\nsearch: {boost: 3}\n",
        "paper: screen # để xem\n",
    ],
    [
        "title: Thử\npaper: screen\nsearch: true\n",
        "title: Thử\npaper: screen\nsearch: [exclude]\n",
        "title: Thử\npaper: screen\nhide: 5\n",
        "title: Thử\npaper: screen\nhide: true\n",
        "title: Thử # hai\npaper: screen\n",
        f"title: Thử {PAYLOAD}\npaper: screen\n",
        "title: yes\npaper: screen\n",
        "title: Thử\npaper: screen\ntags: [a]\n",
        "title: Thử\n",
    ],
)
WORDS = (
    ["Căn cứ", "kế hoạch", "giao", "chuẩn bị", "hội trường", "*nhấn*", "**đậm**", "a_b_c", "&amp;"],
    [
        f"Có {PAYLOAD} người",
        PAYLOAD,
        f"**{PAYLOAD[0]}**{PAYLOAD[1:]}",
        "&#49;57",
        "~~chữ~~",
        "[^a]",
    ],
)
TARGETS = (
    [
        *("dai-bieu.md", "khen-thuong.md#danh-sach-khen-thuong", "chuong-trinh.md#muc-khai-mac"),
        *("#thu", "ke-hoach.md#noi-dung", "doi-chieu.md#so-awards--total", "./index.md"),
        *("<phan-cong.md>", "https://vi.du/x", "mailto:a@vi.du", "dai-bieu.md 'Tên'"),
    ],
    [
        *("dai-bieu.html", "khong-co.md", "#khong-co", "", "#", "?a", "/x", "../data/awards.yml"),
        *("javascript:alert", "dai bieu.md", "assets/readme/tong-quan.png", "//vi.du", "http://["),
        *("dai-bieu.md#x", "..\\x", "khong.png"),
    ],
)
CALLS = (
    [
        *('{{ figure("awards.total") }}', '{{ figure("delegates.stated", "words") }}'),
        *('{{ phrase("unit.cong-an") }}', '{{ figure("conference.year") }}'),
    ],
    [
        *("{delegates.stated}", "{ awards_list() }", "[[bases()]]", "{{ awards.total }}", "{ x }"),
        *("{{ bases(", "{% raw %}{{ x }}{% endraw %}", "{# x #}", "｛year｝", "{{ 7*7 }}"),
    ],
)
BLOCKS = (
    ["{{ bases() }}", "{{ banner() }}", "{{ awards_list() }}", "{{ meeting() }}"],
    ["{{ basis() }}"],
)
TAGS = (
    [
        *(
            "<b>chữ</b>",
            "<br>",
            "<sub>a</sub>",
            "<a href='#thu'>a</a>",
            "<a href='dai-bieu.html'>b</a>",
        ),
        *("<span class='x'>chữ</span>", "<!-- ghi chú -->", "<img src='khong.png' alt=''>"),
        *("<a@vi.du>", "<https://vi.du>", "&lt;", "\\*", "[x][k]", f"<!-- {PAYLOAD} -->"),
    ],
    [
        *(
            "<script>alert()</script>",
            "<p onclick=x>a</p>",
            "</div>",
            "<div>",
            "<x",
            "< a",
            "<i>chữ",
        ),
        *(
            "<style>a</style>",
            "<svg onload=x></svg>",
            "<iframe src=x></iframe>",
            "<!-->",
            "<chưa có>",
        ),
        *(f"<b title='{PAYLOAD}'>a</b>", f"<data value='{PAYLOAD}'>a</data>", "<a>x</a>"),
    ],
)
CODE = (["`mã`", "``a ` b``", "`<script>`"], ["`{{ bases() }}`", f"`{PAYLOAD}`", "`{x}`"])
ATTRIBUTES = (
    ["", "", "", "{ .x }", "{: .x }", "{.x}", "{ title='a' }"],
    ["{ onclick=x }", "{ style='a' }", "{ href=khong-co.md }"],
)
SIGNS = [
    *"[](){}<>`*_#|!&\\~=-+:\"'^ \n",
    *("\n\n", "    ", "```\n", "> ", "- ", "<!--", "-->", "](", "{{", "}}", PAYLOAD),
]


class Hand:
    """Whoever types a page: careful, or not."""

    def __init__(self, seed: str) -> None:
        self.random = random.Random(seed)
        self.careful = self.random.random() < 0.6

    def of(self, choices: tuple[list[str], list[str]]) -> str:
        """One of the right ways to type something, or of the wrong ones too."""
        right, wrong = choices
        if not self.careful and self.random.random() < 0.3:
            return self.random.choice(wrong)
        return self.random.choice(right)

    def inline(self) -> str:
        """A stretch within a line."""
        kind = self.random.random()
        if kind < 0.55:
            return " ".join(self.of(WORDS) for _ in range(self.random.randint(1, 4)))
        if kind < 0.70:
            return f"[{self.of(WORDS)}]({self.of(TARGETS)}){self.of(ATTRIBUTES)}"
        if kind < 0.72:
            return f"![hình](khong.png){self.of(ATTRIBUTES)}"
        if kind < 0.84:
            return self.of(CALLS)
        return self.of(TAGS if kind < 0.93 else CODE)

    def line(self) -> str:
        """A line of text."""
        return " ".join(self.inline() for _ in range(self.random.choice([1, 1, 2, 3])))

    def block(self) -> str:
        """A block of Markdown, sometimes within another."""
        return self.random.choice(MAKERS)(self)

    def page(self) -> str:
        """A page, sometimes with a few slips."""
        apart = "\n\n" if self.random.random() < 0.85 else "\n"
        blocks = (self.block() for _ in range(self.random.randint(1, 5)))
        body = "# Thử { #thu }\n\n" + apart.join(blocks) + "\n\n[k]: dai-bieu.md\n[k][k]\n"
        for _ in range(self.random.choice([0, 0, 0, 1, 1, 2])):
            at = self.random.randrange(len(body))
            body = body[:at] + self.random.choice(SIGNS) + body[at + self.random.randint(0, 2) :]
        return f"---\n{self.of(HEADS)}---\n{body}"


def _heading(hand: Hand) -> str:
    own = f" {{ #m-{hand.random.randint(0, 999)} }}"
    return f"{'#' * hand.random.randint(2, 6)} {hand.line()}{hand.random.choice(['', own, own])}"


def _indented(text: str, by: str) -> str:
    return "\n".join(f"{by}{row}" for row in text.split("\n"))


MAKERS: list[Callable[[Hand], str]] = [
    lambda h: "\n".join(h.line() for _ in range(h.random.randint(1, 3))),
    Hand.line,
    Hand.line,
    _heading,
    lambda h: f"{h.line()}\n{h.random.choice(['===', '---'])}",
    lambda h: "\n".join(f"- {h.line()}" for _ in range(h.random.randint(1, 3))),
    lambda h: "\n".join(f"{n}. {h.line()}" for n in range(1, h.random.randint(2, 4))),
    lambda h: f"| {h.inline()} | b |\n|---|:-:|\n| {h.inline()} | {h.inline()} |",
    lambda h: h.of(BLOCKS),
    lambda h: h.of(BLOCKS),
    lambda h: f"```{h.random.choice(['', 'text', ' { .yaml .example }'])}\n{h.of(WORDS)}\n```",
    lambda h: f"``` {{ .text .example }}\nGhi {PAYLOAD} chỗ {{x}}.\n```",
    lambda h: f"    {h.of(WORDS)}",
    lambda h: f'!!! note "Ghi chú"\n    {h.line()}',
    lambda h: f"<div{h.random.choice([' markdown', ' class=x'])}>\n\n{h.line()}\n\n</div>",
    lambda h: f"<!-- {h.of(WORDS)} -->",
    lambda h: "---",
    lambda h: h.of(TAGS),
    lambda h: f"{{% raw %}}\n{h.of(WORDS)}\n{{% endraw %}}",
    lambda h: _indented(h.block(), "> "),
    lambda h: f"- {h.line()}\n\n{_indented(h.block(), '    ')}",
]


def within_the_set(pages: dict[str, str]) -> dict[str, str]:
    """The pages without the papers for which the print set has no room beside those of the plan."""
    room = MOST_PAPERS - len(papers_of_the_set(load_pages(PLAN / "docs", "docs")[0]))
    kept = {}
    for name, text in pages.items():
        if papers_of_the_set([read_page(name, text, f"docs/{name}.md")[0]]):
            room -= 1
            if room < 0:
                continue
        kept[name] = text
    return kept


class Fuzz:
    """A copy of the project with generated pages: those that are accepted, built."""

    def __init__(self, folder: Path, count: int, seed: int) -> None:
        for source, name in (
            *((ROOT, name) for name in ("conference", "overrides")),
            *((PLAN, name) for name in ("data", "docs")),
        ):
            shutil.copytree(source / name, folder / name)
        for name in ("macros.py", "hooks.py", "joining.py"):
            shutil.copy(ROOT / name, folder)
        (folder / "mkdocs.yml").write_text(settings_of(PLAN), "utf-8")
        (folder / "docs/khong.png").write_bytes(b"")
        self.folder = folder
        self.settings = (folder / "mkdocs.yml").read_text("utf-8")
        pages = {f"p-{n:04}": Hand(f"{seed}-{n}").page() for n in range(count)}
        self.pages = within_the_set(pages)
        self.rules: Counter[str] = Counter()
        """How often each rule refused something."""
        self.accepted = self._accepted()
        self.built = self._build()

    def _write(self, pages: dict[str, str]) -> None:
        for path in (self.folder / "docs").glob("p-*.md"):
            path.unlink()
        for name, text in pages.items():
            (self.folder / f"docs/{name}.md").write_text(text, "utf-8")
        nav = "".join(f"  - Thử: {name}.md\n" for name in pages)
        (self.folder / "mkdocs.yml").write_text(self.settings + nav, "utf-8")

    def _findings(self) -> list[str]:
        return [str(f) for f in open_publication(dossier_folder(self.folder)).findings]

    def _accepted(self) -> dict[str, str]:
        self._write(self.pages)
        refused = set()
        for finding in self._findings():
            self.rules[finding.rsplit("[", 1)[1]] += 1
            found = re.search(r"docs/(p-\d+)\.md:", finding)
            assert found, f"blamed on nothing generated: {finding}"
            refused.add(found[1])
        accepted = {name: text for name, text in self.pages.items() if name not in refused}
        self._write(accepted)
        assert self._findings() == []
        return accepted

    def _build(self) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "site"]
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
        environment.pop("CONFERENCE_DATA", None)
        return subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )

    def told(self) -> list[str]:
        """What the build complained of, with the page it was about where that can be told."""
        return [row for row in self.built.stderr.splitlines() if not row.startswith("INFO")]

    def article(self, name: str) -> html.HtmlElement:
        """What a built page says."""
        tree = html.parse(self.folder / f"site/{name}.html").getroot()
        return tree.cssselect("article.md-content__inner")[0]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Fuzz:
    return Fuzz(tmp_path_factory.mktemp("fuzz"), 60, 1)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Fuzz:
    return Fuzz(tmp_path_factory.mktemp("fuzz"), 2600, 2)


def judge(fuzz: Fuzz, enough: int) -> None:
    """Everything asked of the pages that were accepted."""
    assert len(fuzz.accepted) >= enough
    assert (fuzz.built.returncode, fuzz.told()) == (0, [])
    wrong = {name: found for name in fuzz.accepted if (found := falsehoods(fuzz, name))}
    assert wrong == {}, {name: fuzz.accepted[name] for name in list(wrong)[:3]}


def falsehoods(fuzz: Fuzz, name: str) -> list[str]:
    """What a built page shows that nobody may publish."""
    text, article = fuzz.accepted[name], fuzz.article(name)
    found = []
    figures = len(article.cssselect("data.figure"))
    called = len(re.findall(r"\{\{ figure", text))
    shown_raw = len(re.findall(r"\{\{ figure", article.text_content()))
    if figures < called - shown_raw:
        found.append(f"{called} figures called, {figures} shown")
    for element in article.cssselect("pre.example, data.figure"):
        element.drop_tree()
    words = article.text_content() + " ".join(article.xpath(".//@title | .//@alt | .//@aria-label"))
    if PAYLOAD in words:
        found.append("a number typed by hand")
    if re.search(r"[{}]|\bfigure\(|data-figure|\ue000|\ue010", words):
        found.append("code in place of text")
    for element in article.cssselect("code"):
        element.drop_tree()
    prose = article.text_content()
    if re.search(r"\[\^[^\]\s]+\]|~~\w|^!!! |<!--|\bNone\b", prose, re.MULTILINE):
        found.append("Markdown in place of text")
    attributes = {key for element in article.iter() for key in element.attrib}
    if [key for key in attributes if key.startswith("on") or key == "style"]:
        found.append("an attribute that acts")
    if article.xpath(".//script[not(@src)] | .//style | .//iframe | .//object | .//embed"):
        found.append("an element that acts")
    ids = Counter(article.xpath(".//@id"))
    if [one for one, times in ids.items() if times > 1]:
        found.append("an id given twice")
    for link in article.xpath(".//a/@href"):
        target, _, anchor = link.partition("#")
        if re.match(r"https?://|mailto:", link):
            continue
        if not (fuzz.folder / "site" / (target or f"{name}.html")).is_file():
            found.append(f"a link to nowhere: {link}")
        elif anchor and anchor not in ids_of(fuzz, target.removesuffix(".html") or name):
            found.append(f"a link to no heading: {link}")
    found += [f"a picture from nowhere: {a}" for a in article.xpath(".//img/@src") if ":" in a]
    return found


def ids_of(fuzz: Fuzz, name: str) -> set[str]:
    return set(html.parse(fuzz.folder / f"site/{name}.html").getroot().xpath("//@id"))


@pytest.mark.proof
def test_a_sample_of_accepted_pages_is_built_and_shows_nothing_false(sample: Fuzz) -> None:
    judge(sample, 8)


@pytest.mark.proof
def test_every_accepted_page_is_built_and_shows_nothing_false(many: Fuzz) -> None:
    judge(many, 500)


@pytest.mark.proof
def test_the_pages_meet_the_rules_of_pages(many: Fuzz) -> None:
    rules = {"page-front", "page-paper", "page-call", "page-link", "page-id", "page-html"}
    assert {rule.rstrip("]") for rule in many.rules} >= rules | {"page-markdown", "typed-number"}
