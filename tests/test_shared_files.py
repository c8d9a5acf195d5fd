"""A dossier that names the project's files wrongly is told what to type, and that is right."""

import re

import pytest
from folders import PLAN, copy_of

from conference.folders import dossier_folder
from conference.opening import open_publication

pytestmark = pytest.mark.every(2)

SHARED = r"(?m)^(INHERIT|theme|plugins|hooks|watch): .*\n"


@pytest.fixture
def plan(tmp_path):
    """A copy of the plan's dossier."""
    return copy_of(PLAN, tmp_path / "plan")


def told(dossier) -> list[str]:
    return [str(finding) for finding in open_publication(dossier_folder(dossier)).findings]


def test_what_is_told_to_a_dossier_of_its_own_is_right_when_typed(plan):
    settings = plan / "mkdocs.yml"
    text = re.sub(SHARED, "", settings.read_text("utf-8"))
    rounds = []
    for _ in range(3):
        settings.write_text(text, "utf-8")
        lines = told(plan)
        typed = [re.search(r"hãy thêm dòng (?:đầu )?«(.+)»\.", line)[1] for line in lines]
        rounds.append([line.split(":")[0] for line in typed])
        text = "".join(f"{line}\n" for line in typed) + text
    assert rounds == [["INHERIT"], ["hooks", "plugins", "theme", "watch"], []]


@pytest.mark.parametrize("key", ["theme", "plugins", "hooks", "watch"])
def test_a_file_that_is_not_there_is_told_with_the_line_to_type(plan, key):
    settings = plan / "mkdocs.yml"
    text = settings.read_text("utf-8")
    (old,) = re.findall(rf"(?m)^{key}: .*$", text) if key != "watch" else ["watch: []"]
    wrong = re.sub(r"[\w./]+(overrides|macros|hooks.py)", r"khong/\1", old)
    wrong = "watch: [khong]" if key == "watch" else wrong
    settings.write_text(text.replace(old, wrong), "utf-8")
    (line,) = told(plan)
    number = text[: text.index(old)].count("\n") + 1
    assert f"/mkdocs.yml:{number}:" in line and "không có «khong" in line
    advice = re.search(r"nay viết (.+)\. \[settings-value\]", line)[1]
    settings.write_text(text.replace(old, advice), "utf-8")
    assert told(plan) == []
