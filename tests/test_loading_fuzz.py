"""Whatever stands in a file, loading ends in findings an editor can read, in places that exist."""

from pathlib import Path

import pytest
from folders import PLAN, assert_clear
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from conference.checks import check
from conference.facts import Facts
from conference.findings import Finding
from conference.loading import load

LINES = (PLAN / "data/awards.yml").read_text("utf-8").split("\n")
SIGNS = [*"-:#&*!|>'\"%@`{}[],?~=<.\\/+ \t\n\r", "- ", ": ", " #", "\n  ", "---\n", "...\n", "<<"]
WORDS = ["awards", "id", "stated", "open", "no", "08", "7:30", "ủy", "Ð", "e\u0301", "\x00", "\x85"]
YAML_LIKE = st.lists(st.sampled_from(SIGNS + WORDS), max_size=60).map("".join)

# How many examples: tests/conftest.py.
bounded = settings(
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def findings_in(folder: Path, raw: bytes) -> list[Finding]:
    (folder / "awards.yml").write_bytes(raw)
    loaded = load(folder, "data")
    findings = [*loaded.findings, *check(Facts.of(loaded.dossier))]
    return [finding for finding in findings if finding.place.file == "data/awards.yml"]


def assert_told(folder: Path, raw: bytes) -> None:
    findings = findings_in(folder, raw)
    assert_clear(findings)
    text = raw.decode("utf-8", "replace").removeprefix("\ufeff")
    lines = [*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]
    for finding in findings:
        assert finding.place.line <= len(lines), finding
        assert finding.place.column <= len(lines[finding.place.line - 1]) + 1, finding


@bounded
@given(raw=st.binary(max_size=200))
def test_any_bytes(tmp_path: Path, raw: bytes) -> None:
    assert_told(tmp_path, raw)


@bounded
@given(text=st.text(max_size=200))
def test_any_text(tmp_path: Path, text: str) -> None:
    assert_told(tmp_path, text.encode("utf-8"))


@bounded
@example(text="?")
@given(text=YAML_LIKE)
def test_any_signs(tmp_path: Path, text: str) -> None:
    assert_told(tmp_path, text.encode("utf-8"))


@bounded
@given(data=st.data())
def test_any_slip_in_a_valid_file(tmp_path: Path, data: st.DataObject) -> None:
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 3))):
        number = data.draw(st.integers(0, len(lines) - 1))
        start = data.draw(st.integers(0, len(lines[number])))
        end = data.draw(st.integers(start, min(start + 3, len(lines[number]))))
        typed = data.draw(st.sampled_from(["", *SIGNS, *WORDS]))
        lines[number] = lines[number][:start] + typed + lines[number][end:]
    assert_told(tmp_path, "\n".join(lines).encode("utf-8"))


@pytest.mark.parametrize("number", range(len(LINES)))
def test_any_line_lost(tmp_path: Path, number: int) -> None:
    assert_told(tmp_path, "\n".join(LINES[:number] + LINES[number + 1 :]).encode("utf-8"))
