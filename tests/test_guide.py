"""The guide page says what the models and registries hold, all of it, and its examples can be typed."""

from functools import cache

import pytest
from folders import FROZEN, FULL
from lxml import html
from pydantic import TypeAdapter

from conference.audience import Audience
from conference.figures import Form
from conference.folders import dossier_folder
from conference.guard import guard
from conference.loading import subject_models
from conference.loading.yaml_files import parse
from conference.models import Open, Record
from conference.models.amounts import Amount
from conference.models.days import Moment
from conference.models.dossier import NEEDED
from conference.models.record import records_in, typed_as
from conference.opening import open_publication
from conference.pages.calls import wrong_calls
from conference.pages.front_matter import PAPERS, FrontMatter
from conference.pages.page import read_page
from conference.pages.papers import wrong_papers
from conference.regimes import REGIMES
from conference.render.block_data import PARTED
from conference.render.blocks import BLOCKS, FUNCTIONS
from conference.render.guided_calls import calls

pytestmark = pytest.mark.every(8)


def below(model: type[Record]) -> list[type[Record]]:
    """A record and all that may stand below it, those that stand for an open value too."""
    found = [model]
    for record in found:
        for field in record.model_fields.values():
            found += [one for one in records_in(field.annotation) if one not in found]
    return found


MODELS = {**subject_models(), "front": FrontMatter}
FIELDS = [
    (name, record, key)
    for name, model in MODELS.items()
    for record in below(model)
    for key in record.model_fields
]
WITH_EXAMPLES = sorted(
    {
        (record, key)
        for _, record, key in FIELDS
        if not set(records_in(record.model_fields[key].annotation)) - {Open}
    },
    key=lambda pair: (pair[0].__name__, pair[1]),
)
ids = "{0[1].__name__}.{0[2]}".format


@cache
def known():
    """The invented dossier, read once by each worker."""
    findings, publication = open_publication(dossier_folder(FULL))
    assert publication, findings
    return publication


@pytest.fixture(scope="module")
def guide(full_site):
    """The guide page of the invented dossier, as built."""
    return html.parse(full_site / "huong-dan.html").getroot().cssselect("article")[0]


def said(element) -> str:
    return " ".join(element.text_content().split())


def table(guide, name: str):
    """The table that holds the keys of a model: of a file, of the front matter, of open values."""
    if name != "front":
        return guide.get_element_by_id(f"tep-{name}")
    return next(t for t in guide.cssselect("table.keys") if "đầu trang" in said(t[0]))


@pytest.mark.parametrize("name", subject_models())
def test_the_guide_names_every_file(guide, name):
    (link,) = guide.cssselect(f'a[href="#tep-{name}"]')
    assert said(link) == f"data/{name}.yml"
    assert ("phải có" in said(link.getparent())) == (name in NEEDED)
    assert guide.get_element_by_id(f"tep-{name}").tag == "table"


@pytest.mark.parametrize("field", FIELDS, ids=map(ids, FIELDS))
def test_the_guide_explains_every_field(guide, field):
    name, record, key = field
    described = record.model_fields[key]
    shared = {Open: "gia-tri-chua-chot", Moment: "cach-ghi-ngay", Amount: "cach-ghi-so"}
    where = guide.get_element_by_id(shared[record]) if record in shared else table(guide, name)
    explained = f"{described.title}. {described.description}"
    rows = [
        row
        for row in where.cssselect("tr")
        if [said(code) for code in row.cssselect("th[scope=row] code")]
        == [typed_as(key, described)]
        and explained in said(row)
    ]
    assert rows, explained
    assert all(("phải có" in said(row[0])) == described.is_required() for row in rows)


@pytest.mark.parametrize("pair", WITH_EXAMPLES, ids=lambda pair: f"{pair[0].__name__}.{pair[1]}")
def test_an_example_can_be_typed(guide, pair):
    """As it stands on the page, lines and quotes and all."""
    record, key = pair
    described = record.model_fields[key]
    shown = {
        row.cssselect(".typed")[0].text_content()
        for row in guide.cssselect("table.keys tr")
        if row.cssselect(".typed")
        and said(row[0]).split()[0] == typed_as(key, described)
        and f"{described.title}. {described.description}" in said(row)
    }
    assert shown
    for typed in shown:
        file, findings = parse(f"{typed}\n", "data/x.yml")
        assert file and not findings, typed
        assert list(file.value) == [typed_as(key, described)]
        value = TypeAdapter(described.rebuild_annotation())
        value.validate_python(file.value[typed_as(key, described)], strict=True)


@pytest.mark.parametrize(
    ("record", "key"),
    [pair for pair in WITH_EXAMPLES if pair[0].model_fields[pair[1]].examples],
    ids=lambda part: getattr(part, "__name__", part),
)
def test_every_declared_example_is_a_value_of_its_field(record, key):
    described = record.model_fields[key]
    for example in described.examples:
        TypeAdapter(described.rebuild_annotation()).validate_python(example, strict=True)


@pytest.mark.parametrize("kind", PAPERS)
def test_the_guide_names_every_kind_of_paper(guide, kind):
    (row,) = [row for row in guide.cssselect("tr") if said(row[0]) == f"paper: {kind}"]
    assert said(row[1]).casefold() == PAPERS[kind].meaning.casefold()
    assert said(row[2]) == ("có" if PAPERS[kind].in_set else "không")


@pytest.mark.parametrize("name", REGIMES)
def test_the_guide_says_how_every_regime_writes(guide, name):
    regime = REGIMES[name]
    (part,) = [
        body for body in guide.cssselect("tbody") if said(body).startswith(f"regime: {name} ")
    ]
    words = said(part)
    number = regime.number.format(number=15, symbol=regime.symbol_example)
    assert regime.title in words and number in words
    assert f"symbol: {regime.symbol_example}" in words
    assert all(line in words for line in regime.nation)
    assert all(f"{mark} {meaning}" in words for mark, meaning in regime.marks.items())
    assert words.endswith(f"dấu {regime.separator}")


CALLS = [
    (call.title, example)
    for group in calls(known().facts, PARTED).values()
    for call in group
    for example in call.examples
]


@pytest.mark.parametrize("name", [*BLOCKS, *FUNCTIONS])
def test_the_guide_names_every_call(guide, name):
    typed = [code.text_content() for code in guide.cssselect("th .typed")]
    assert [one for one in typed if one.startswith(f"{{{{ {name}(")]


@pytest.mark.parametrize("form", Form)
def test_the_guide_names_every_form(guide, form):
    assert [code for code in guide.cssselect("th .typed") if f" | {form} " in code.text_content()]


@pytest.mark.parametrize(("title", "example"), CALLS, ids=[example for _, example in CALLS])
def test_a_call_of_the_guide_can_be_typed(guide, title, example):
    """On a page of the invented dossier: nothing is told of it, and something is shown."""
    (row,) = [
        row
        for row in guide.cssselect("tr")
        if example in [code.text_content() for code in row.cssselect("th .typed")]
    ]
    assert said(row[1]).startswith(title)
    paper = "set" if example == "{{ print_set() }}" else "appendix"
    facts, shown = known().facts, ""
    for document in facts.dossier.documents.documents:
        head = f"---\ntitle: Thử\npaper: {paper}\ndocument: {document.id}\n---\n"
        page, findings = read_page(
            "thu", f"{head}## I. Thử {{ #muc-mot }}\n\n{example}\n", "docs/thu.md"
        )
        assert not findings
        assert not [*wrong_calls([page], facts), *guard(facts, [page]).findings]
        assert not [found for found in wrong_papers([page], facts) if found.rule == "page-set"]
        (call,) = page.calls
        shown += known().answer(page, call.name, call.arguments)
    assert shown


@pytest.mark.parametrize("name", [name for name, block in BLOCKS.items() if block.constant])
def test_a_constant_block_is_the_same_whatever_the_data_and_whoever_reads(name, monkeypatch):
    written = set()
    for renderer in renderers():
        monkeypatch.setattr("conference.render._CONSTANT", {})
        written.add(renderer._block(name, "", ""))
    assert len(written) == 1


@cache
def renderers():
    opened = (
        open_publication(dossier_folder(folder), audience=audience)
        for folder in FROZEN.values()
        for audience in Audience
    )
    return [publication.renderer for _, publication in opened]
