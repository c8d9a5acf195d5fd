"""The benchmark's own arithmetic and writing; nothing is measured here."""

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from folders import PLAN, page_names
from one_page import plan

import benchmarks.__main__ as main
from benchmarks import building, prose, readme, same, static, timing
from benchmarks.chart import bars
from benchmarks.peer_sites import PAGES, PROSE, pages_of
from benchmarks.results import (
    CHART,
    LATEST,
    TABLE,
    Figure,
    Results,
    load,
    meets,
    number,
    table,
    told,
    written,
)
from benchmarks.sites import ROWS, parts_of
from conference.render import block_data


def test_statistics():
    assert timing.summary([3, 1, 2]) == (2, 1, 3)
    assert timing.ratios([2, 9], [1, 3]) == [2, 3]
    with pytest.raises(ValueError):
        timing.ratios([1, 2], [1])


def test_runs_alternate_and_turn_round():
    order = []
    cases = {name: lambda name=name: order.append(name) for name in "ab"}
    taken = timing.interleave(cases, 2)
    assert order == ["a", "b", "a", "b", "b", "a"]
    assert [len(runs) for runs in taken.values()] == [2, 2]


def test_a_case_that_fails_is_left_out_and_told():
    told, count = [], {"a": 0, "b": 0}

    def case(name):
        count[name] += 1
        if name == "b" and count["b"] == 2:
            raise timing.Failed("no more")
        return count[name]

    cases = {name: lambda name=name: case(name) for name in "ab"}
    taken = timing.interleave(cases, 3, failed=lambda name, error: told.append((name, str(error))))
    assert taken == {"a": [2, 3, 4]} and told == [("b", "no more")]
    with pytest.raises(timing.Failed):
        timing.interleave({"b": lambda: timing.run([sys.executable, "-c", "1/0"], Path.cwd())}, 1)


def test_cost_of_one_more_record(results):
    def runs(*seconds):
        return [timing.Run(9.0, cpu, 0) for cpu in seconds]

    # 0.1 ms for each of 1,350 more; then 0.11 and 0.13 ms for each of 13,500 more.
    taken = {150: runs(1.0, 1.0, 5.0), 1500: runs(1.135), 15000: runs(2.62, 2.89)}
    building.add_growth("build", taken, results)
    figure = results.figures[-1]
    assert figure.values == pytest.approx((1.1, 1.3)) and figure.target == "≤ 1.2"
    before = len(results.figures)
    building.add_growth("build", {150: runs(1), 1500: []}, results)
    assert len(results.figures) == before


def test_a_peer_is_not_run_above_its_largest_size(results, tmp_path, monkeypatch):
    monkeypatch.setattr(building.peer_sites, "peers", lambda *rest: {"zensical": pytest.fail})
    size = building.Size("15000", 15000, tmp_path, tmp_path, None, None)
    assert building._peers(size, results) == {}
    assert "Not measured: Zensical, our macros, 15,000 delegates (it opens" in told(results)


def test_a_part_that_fails_is_told_and_the_others_go_on(results):
    with main.told_when_it_fails(results, "Printing"):
        raise RuntimeError("in /some/folder")
    with main.told_when_it_fails(results, "Search"):
        raise timing.TooLong
    assert told(results).splitlines()[1:] == [
        "Not measured: Printing (it failed).",
        "Not measured: Search (it took too long and was ended).",
    ]


def test_fewer_runs_are_told(results):
    assert "(quick, 3 runs each, 2 of what takes long, in turn)" in told(results)


def test_a_run_is_measured_and_a_failure_tells_what_was_said():
    run = timing.run([sys.executable, "-c", "b = bytearray(9_000_000)"], Path.cwd(), timeout=30)
    assert run.wall > 0 and run.cpu > 0 and run.peak > 9_000_000
    with pytest.raises(timing.Failed, match="no such thing"):
        timing.run([sys.executable, "-c", "raise SystemExit('no such thing')"], Path.cwd())


def test_a_run_that_hangs_is_ended():
    with pytest.raises(timing.TooLong, match=r"more than 0\.1 s"):
        timing.run(["sleep", "60"], Path.cwd(), timeout=0.1)


@pytest.mark.parametrize(
    ("value", "target", "met"),
    [
        (1.4, "≤ 1.4", True),
        (1.41, "≤ 1.4", False),
        (0.5, "< 0.5", False),
        (1.2, "> 1.0", True),
        (3, "≥ 3", True),
    ],
)
def test_targets(value, target, met):
    assert meets(value, target) is met


@pytest.mark.parametrize("target", ["1.4", "≤", "about 2", "<= 1"])
def test_what_is_no_target_is_refused(target):
    with pytest.raises(ValueError):
        meets(1, target)


@pytest.fixture
def results():
    machine = {"processor": "A | B", "cores": 2, "system": "Linux", "python": "3.11"}
    figures = [
        Figure("Building", "ours ÷ floor", "×", (1.5, 1.3, 1.4), "≤ 1.4"),
        Figure("Building", "ours", "s", (2.0,)),
        Figure("Reading | more", "first view", "kB", (85.4, 85.4), "≤ 65.0", "gzip"),
    ]
    return Results("2026-01-02", "quick", 3, machine, {"mkdocs": "1.6.1"}, figures)


def test_table(results):
    assert table(results.figures).splitlines()[2:] == [
        "| **Building** | | | |",
        "| ours ÷ floor | 1.40 × (1.30–1.50) | ≤ 1.4 × | met |",
        "| ours | 2.00 s |  |  |",
        "| **Reading \\| more** | | | |",
        "| first view (gzip) | 85 kB | ≤ 65.0 kB | **missed** |",
    ]


def test_numbers_are_written_for_people():
    assert number(10.0, "") == "10"
    assert number(3.94, "ms") == "3.9"
    assert number(1.005, "s") == "1.00"
    assert written(Figure("", "", "×", (1.0, 1.0))) == "1.00 ×"


def test_results_survive_the_file(results, tmp_path):
    results.save(tmp_path / "one.json")
    assert load(tmp_path / "one.json") == results
    assert "[1.5, 1.3, 1.4]" in (tmp_path / "one.json").read_text("utf-8")


def test_chart_escapes():
    svg = bars("a < b", [("Hugo & co", 2.0, "2 s", False), ('"ours"', 1.0, "1 s", True)])
    shown = [
        text.text for text in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    ]
    assert shown == ["a < b", "Hugo & co", "2 s", '"ours"', "1 s"]


def test_markers(results):
    text = f"before\n{readme.BEGIN}\nold\n{readme.END}\nafter\n"
    assert readme.put(text, "new") == f"before\n{readme.BEGIN}\nnew\n{readme.END}\nafter\n"
    for wrong in ("", readme.BEGIN, f"{readme.END}{readme.BEGIN}", text * 2):
        with pytest.raises(ValueError):
            readme.put(wrong, "new")


def test_readme_and_table_are_what_was_measured():
    latest, text = load(), readme.README.read_text("utf-8")
    assert readme.put(text, readme.section(latest)) == text
    assert TABLE.read_text("utf-8").endswith(f"{told(latest)}\n\n{table(latest.figures)}\n")
    assert CHART.exists() and LATEST.exists()


def test_peers_have_all_our_pages():
    theirs = [name for name, *_ in (*PAGES, *PROSE)]
    assert sorted(theirs) == sorted(page_names(PLAN))


GUIDE = """---
title: A
---
<!-- note -->
# A { #a }

See `x.yml` and [B](b.md#c).

## Table { #t }

| one | two |
|---|---|
| a | `b` |

```yaml
# no heading
key: {{ value }}
```

<div class="scroll">
<table><caption>All</caption>
<tr><th scope="row">a_b</th><td>1 &lt; <b>"2"</b></td></tr>
</table>
</div>
"""


def test_prose_for_the_peers(tmp_path):
    page = tmp_path / "a.md"
    page.write_text(GUIDE, "utf-8")
    assert prose.headings(page) == ["A", "Table"]
    assert prose.markdown(page).startswith("See `x.yml` and [B](b.md#c).\n\n## Table\n")
    lines = [line.strip() for line in prose.rst(page, "A").splitlines() if line.strip()]
    assert lines == [
        "A",
        "=",
        "See ``x.yml`` and `B <b.html#c>`__.",
        "Table",
        "-----",
        ".. csv-table::",
        ":header-rows: 1",
        '"one", "two"',
        '"a", "``b``"',
        ".. code-block:: yaml",
        "# no heading",
        "key: {{ value }}",
        ".. csv-table:: All",
        ":header-rows: 1",
        '"a\\_b", "1 < ""2"""',
    ]


def test_the_plan_s_own_words_for_the_peers(tmp_path):
    publication = plan()
    words = static.own_words(publication, static.PLAN)
    assert len(words) == 7
    assert words[0].startswith("Căn cứ Công văn số 792-CV/BDVTU ngày 11/11/2022 của Ban Dân vận")
    assert words[-1].endswith("Ban Chỉ huy Quân sự huyện năm 2023.")
    assert not any(mark in text for text in words for mark in "<>{}#")
    assert static.expected_words(publication)["ke-hoach"][: len(words)] == words

    file = tmp_path / "plan.txt"
    file.write_text("một *hai* & ba\nbốn", "utf-8")
    assert prose.html(file) == "<p>một *hai* &amp; ba</p>\n<p>bốn</p>\n"
    assert prose.paragraphs(file) == "một \\*hai\\* & ba\n\nbốn\n"


def test_pages_of_the_peers_follow_ours():
    assert ROWS == block_data.ROWS_PER_PART
    assert [parts_of(count) for count in (0, 150, 500, 501, 1500)] == [1, 1, 1, 2, 3]
    names = [name for name, *_ in pages_of(1500)]
    assert len(names) == len(PAGES) + 2
    assert names[3:6] == ["dai-bieu", "dai-bieu-2", "dai-bieu-3"]


def test_words_are_those_a_reader_sees():
    html = "<script>no</script><p>Tên <b>A</b>&amp;\n B</p>"
    assert same.words(html) == "tên a & b"


def test_the_floor_must_be_the_same(tmp_path):
    for name, text in (("one", "<article>1</article>"), ("two", "<article>2</article>")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(text, "utf-8")
    same.check_same(tmp_path / "one", tmp_path / "one")
    with pytest.raises(same.Different, match="index"):
        same.check_same(tmp_path / "one", tmp_path / "two")
