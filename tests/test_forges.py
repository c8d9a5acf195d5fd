"""What forges do with a change: their files are of their form, and call what there is to call."""

import json
import re
import subprocess
import sys

import pytest
import yaml
from folders import PLAN, ROOT

from conference.code_quality import report
from conference.commands import main
from conference.findings import Finding, Place, Severity

GITLAB, FORGEJO = ROOT / ".gitlab-ci.yml", ROOT / ".forgejo/workflows/site.yml"
SCHEMAS = {GITLAB: "vendor.gitlab-ci", FORGEJO: "vendor.github-workflows"}
"""The language of Forgejo's and Gitea's workflows is that of GitHub's."""


def commands(file):
    """The command lines of a forge's file, without their comments."""
    told = yaml.safe_load(file.read_text("utf-8"))
    if file == GITLAB:
        lines = [line for job in told.values() if "script" in job for line in job["script"]]
    else:
        steps = [step for job in told["jobs"].values() for step in job["steps"]]
        lines = [step["run"] for step in steps if "run" in step]
    assert lines
    return lines


@pytest.mark.parametrize("file", SCHEMAS, ids=["gitlab", "forgejo"])
def test_it_is_what_the_forge_reads(file):
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        SCHEMAS[file],
        str(file),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", SCHEMAS, ids=["gitlab", "forgejo"])
def test_it_calls_targets_there_are_with_variables_there_are(file):
    makefile = (ROOT / "Makefile").read_text("utf-8")
    called = [line.split() for line in commands(file) if line.startswith("make ")]
    assert {words[1] for words in called} == {"check", "build", "test"}
    for _, target, *words in called:
        assert re.search(rf"(?m)^{target}:.*## ", makefile)
        for variable in (word.split("=")[0] for word in words if re.match("[A-Z]+=", word)):
            assert re.search(rf"(?m)^{variable} \?=", makefile)


def test_both_show_the_site_and_know_the_whole_history():
    gitlab, forgejo = (yaml.safe_load(file.read_text("utf-8")) for file in SCHEMAS)
    assert gitlab["preview"]["artifacts"]["paths"] == ["site/"]
    assert gitlab["variables"]["GIT_DEPTH"] == "0"
    (name,) = gitlab["check"]["artifacts"]["reports"].values()
    assert f"> {name}" in gitlab["check"]["script"][0]
    given = [step.get("with", {}) for step in forgejo["jobs"]["site"]["steps"]]
    assert {"fetch-depth": 0} in given
    assert {"name": "trang-web", "path": "site"} in given


@pytest.fixture
def checked(capsys):
    """Checks the plan with other data: exit code, and what is printed."""

    def check(data, *options):
        code = main(["check", "--dossier", str(PLAN), "--data", str(data), *options])
        return code, capsys.readouterr().out

    return check


def test_the_report_for_gitlab_holds_every_finding_at_its_line(folder, checked):
    folder.edit("awards.yml", "stated: 20", "stated: 21")
    folder.edit("tasks.yml", "end: ./.", "ende: ./.")
    code, told = checked(folder.path)
    assert (code, len(told.splitlines()) > 1) == (1, True)

    code, text = checked(folder.path, "--format", "gitlab")
    entries = json.loads(text)
    assert code == 1
    assert told.splitlines() == [
        line
        for line, entry in zip(told.splitlines(), entries, strict=True)
        if line.startswith(f"{entry['location']['path']}:{entry['location']['lines']['begin']}:")
        and f": {entry['description']} [{entry['check_name']}]" in line
    ]
    assert {entry["severity"] for entry in entries} <= {
        "info",
        "minor",
        "major",
        "critical",
        "blocker",
    }
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)


def test_without_findings_the_report_is_an_empty_list(plan_data, checked):
    assert checked(plan_data, "--format", "gitlab") == (0, "[]\n")


def test_a_finding_that_moves_is_the_same_and_its_twin_is_another():
    def prints(*lines):
        found = [Finding(Place("data/awards.yml", line), "sai", "award-total") for line in lines]
        return [entry["fingerprint"] for entry in json.loads(report(found))]

    assert prints(3) == prints(7)
    assert len(set(prints(3, 7))) == 2
    warning = Finding(Place("docs/x.md"), "lạ", "x", Severity.WARNING)
    assert json.loads(report([warning]))[0]["severity"] == "minor"
