"""Each rule with bad twins, which it must find and place, and good twins, which pass whole."""

import pytest
from folders import DataFolder, assert_clear
from twins import BAD, GOOD, Bad, Edit, Good

from conference.checks import RULES
from conference.findings import Severity
from conference.models import Dossier

pytestmark = pytest.mark.every(3)

SEVERITY = {rule.name: rule.severity for rule in RULES}


def apply(folder: DataFolder, edits: tuple[Edit, ...]) -> None:
    for edit in edits:
        folder.edit(*edit)


def place(folder: DataFolder, file: str, line: str, token: str) -> str:
    """The place of `token` in the last line of the file that begins with `line`."""
    lines = (folder.path / file).read_text("utf-8").split("\n")
    number = max(i for i, text in enumerate(lines, start=1) if text.startswith(line))
    return f"data/{file}:{number}:{lines[number - 1].index(token) + 1}"


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.rule)
def test_bad_twin_is_found_in_its_place(bad: Bad, folder: DataFolder) -> None:
    apply(folder, bad.edits)
    findings = folder.findings()
    assert [(f.rule, str(f.place)) for f in findings] == [(bad.rule, place(folder, *bad.at))]
    assert bad.advice in findings[0].message
    assert findings[0].severity is SEVERITY[bad.rule]
    assert_clear(findings)


@pytest.mark.parametrize("good", GOOD, ids=lambda good: good.rule)
def test_good_twin_passes(good: Good, folder: DataFolder) -> None:
    apply(folder, good.edits)
    assert folder.findings() == []


@pytest.mark.parametrize(("ends", "told"), [("8h00", True), ("8h01", False)])
def test_items_without_an_hour_take_their_time(folder: DataFolder, ends: str, told: bool) -> None:
    folder.edit("agenda.yml", "  - id: khai-mac\n", "  - id: khai-mac\n    start: 7h30\n")
    folder.edit("agenda.yml", "  - id: bao-cao\n", "  - id: bao-cao\n    minutes: 21\n")
    folder.edit("agenda.yml", "  - id: be-mac\n", "  - id: be-mac\n    minutes: 10\n")
    folder.edit("agenda.yml", "items:\n", f"ends: {ends}\nitems:\n")
    errors = [f for f in folder.findings() if f.severity is Severity.ERROR]
    assert [f.rule for f in errors] == ["agenda-times"] * told
    assert all("mục «be-mac» kéo dài đến 8h01" in f.message for f in errors)


def test_an_hour_is_not_before_what_items_without_one_take(folder: DataFolder) -> None:
    folder.edit("agenda.yml", "  - id: khai-mac\n", "  - id: khai-mac\n    start: 7h30\n")
    folder.edit("agenda.yml", "  - id: bao-cao\n", "  - id: bao-cao\n    minutes: 21\n")
    folder.edit("agenda.yml", "  - id: be-mac\n", "  - id: be-mac\n    start: 7h50\n")
    [error] = [f for f in folder.findings() if f.severity is Severity.ERROR]
    assert str(error.place) == folder.place("agenda.yml", "7h50")
    assert "hãy sửa thành 7h51 hoặc muộn hơn" in error.message


@pytest.mark.parametrize("twins", [BAD, GOOD], ids=["bad", "good"])
def test_every_rule_has_twins(twins: list[Bad] | list[Good]) -> None:
    assert {twin.rule for twin in twins} == {rule.name for rule in RULES}


def test_rules_say_what_they_ask() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.explains.endswith(".") and rule.explains[0].isupper(), rule.name


def test_few_rules_only_warn() -> None:
    warnings = {name for name, severity in SEVERITY.items() if severity is Severity.WARNING}
    assert warnings == {
        "agenda-untimed",
        "place-committee",
        "deadline-issued",
        "agenda-window",
    }


@pytest.mark.parametrize("file", list(Dossier.model_fields))
@pytest.mark.parametrize("content", ["", "x: 1\n", None], ids=["empty", "unknown", "in part"])
def test_a_file_that_cannot_be_read_is_the_only_thing_told(
    folder: DataFolder, file: str, content: str | None
) -> None:
    """A rule that takes what could not be read for missing, without saying it needs it, ends here."""
    if file == "facts":  # the plan has none
        folder.replace("facts.yml", "quantities: []\n")
    if content is None:
        folder.append(f"{file}.yml", "x: 1\n")
    else:
        folder.replace(f"{file}.yml", content)
    assert {finding.place.file for finding in folder.findings()} == {f"data/{file}.yml"}
