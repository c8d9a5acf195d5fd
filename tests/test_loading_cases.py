"""One slip a file in tests/cases/invalid: the place, the rule and the advice an editor gets."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from folders import DataFolder, assert_clear

pytestmark = pytest.mark.every(3)

CASES = sorted((Path(__file__).parent / "cases" / "invalid").glob("*.case"))
TOLD = re.compile(r"(?P<severity>lỗi|cảnh báo) \[(?P<rule>[a-z-]+)\] (?P<part>.+)")
ELSEWHERE = re.compile(r"@ (?P<place>\S+:\d+:\d+) (?P<told>.+)")


class Expected(NamedTuple):
    """A finding as a case tells it."""

    place: str
    severity: str
    rule: str
    part: str


class Case(NamedTuple):
    """A slip: lines taken away, lines put in, and what must be found."""

    file: str
    old: list[str]
    new: list[str]
    expected: list[Expected]


def read(path: Path, data: Path) -> Case:
    file, old, new, carets, expected = "", [], [], [], []
    for line in path.read_text("utf-8").removesuffix("\n").split("\n"):
        if elsewhere := ELSEWHERE.fullmatch(line):
            told = TOLD.fullmatch(elsewhere["told"])
            expected.append(Expected(f"data/{elsewhere['place']}", *told.groups()))
        elif line.startswith("file: "):
            file = line.removeprefix("file: ")
        elif line.lstrip().startswith("^ "):
            told = TOLD.fullmatch(line.lstrip()[2:])
            carets.append((len(new) - 1, line.index("^"), told.groups()))
        elif line.startswith("-"):
            old.append(line[1:])
        elif line.startswith("+"):
            new.append(line[1:])
        else:
            assert line.startswith("# "), f"{path.name}: {line!r} is no line of a case"
    lines = (data / file).read_text("utf-8").split("\n")
    starts = [i for i in range(len(lines)) if lines[i : i + len(old)] == old] if old else [0]
    assert len(starts) == 1, f"{path.name}: the - lines stand {len(starts)} times in {file}"
    for index, column, told in carets:
        expected.append(Expected(f"data/{file}:{starts[0] + index + 1}:{column}", *told))
    return Case(file, old, new, expected)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_slip_is_told(path: Path, folder: DataFolder) -> None:
    case = read(path, folder.path)
    assert case.expected, "a case without a finding shows nothing"
    new = "".join(line + "\n" for line in case.new)
    if case.old:
        folder.edit(case.file, "".join(line + "\n" for line in case.old), new)
    else:
        folder.replace(case.file, new)

    findings = folder.findings()

    told = sorted((str(f.place), f.severity, f.rule) for f in findings)
    assert told == sorted((e.place, e.severity, e.rule) for e in case.expected)
    for expected in case.expected:
        messages = [f.message for f in findings if (str(f.place), f.rule) == expected[::2]]
        assert any(expected.part in message for message in messages), messages
    assert_clear(findings)
