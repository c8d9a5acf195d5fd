"""What tests take their data from: dossiers kept for them, copies to change, and what is found wrong.

No test reads the numbers or words of the root's dossier or of examples/: whoever edits those keeps
the tests green as long as the checker accepts it. tests/test_live.py looks at them as a reader would.
"""

import re
import shutil
from pathlib import Path

import pytest
from mkdocs.utils.yaml import yaml_load

from conference.checks import check
from conference.facts import Facts
from conference.findings import Finding
from conference.folders import DossierFolder, dossier_folder
from conference.loading import load

ROOT = Path(__file__).resolve().parent.parent
PLAN = ROOT / "tests/dossiers/plan"
"""The plan's dossier as it was when its words were compared with the office's file."""
FULL = ROOT / "tests/dossiers/full"
"""An invented dossier with everything in it: named delegates, hours, number and day."""
STATE = ROOT / "tests/dossiers/truc-tuyen"
"""An invented dossier of a State body: papers of several who issue and sign, a letter, appendices."""
FROZEN = {"plan": PLAN, "full": FULL}
LIVE = {
    path.parent.relative_to(ROOT).as_posix(): path.parent
    for path in (ROOT / "mkdocs.yml", *sorted(ROOT.glob("examples/*/mkdocs.yml")))
}
"""The dossiers people edit, by their way from the root ("." is the root's own)."""

# Words of pydantic, PyYAML and Python that an editor must never meet.
FOREIGN = re.compile(
    r"(?i:input should|field required|extra inputs|valid (?:string|integer|list|dictionary)"
    r"|\bfound\b|\bexpected\b|while (?:scanning|parsing)|mapping values|simple key|tag:yaml"
    r"|traceback|\w+Error\b)|<value>|<open>|\bNone\b|\bTrue\b|\bFalse\b"
)

# What the editor typed may be any word, those too.
TYPED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")


def page_names(dossier: Path) -> tuple[str, ...]:
    """The pages of a dossier in the order of its navigation."""
    with (dossier / "mkdocs.yml").open(encoding="utf-8") as settings:
        nav = yaml_load(settings)["nav"]
    return tuple(Path(file).stem for file in _files(nav))


def _files(entry):
    """The files that an entry of the navigation leads to: one, or those of the entries below it."""
    if isinstance(entry, str):
        return [entry]
    below = entry.values() if isinstance(entry, dict) else entry
    return [file for part in below for file in _files(part)]


def sampled(values, sample) -> list:
    """Values to try: those of the sample in `make test`, the others in `make proof`."""
    assert set(sample) <= set(values)
    rest = [value for value in values if value not in sample]
    return [
        *sample,
        *(
            pytest.param(
                *(value if isinstance(value, tuple) else (value,)), marks=pytest.mark.proof
            )
            for value in rest
        ),
    ]


def a_few(cases: list) -> list:
    """Cases to try: every fifth in `make test`, the others in `make proof`."""
    sample = cases[::5]
    return [
        case
        if case in sample
        else pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=pytest.mark.proof)
        for case in cases
    ]


def settings_of(dossier: Path) -> str:
    """What the root's mkdocs.yml says, with the navigation of another dossier."""
    navigation = re.compile(r"(?ms)^nav:\n.*")
    shared = navigation.sub("", (ROOT / "mkdocs.yml").read_text("utf-8"))
    return shared + navigation.search((dossier / "mkdocs.yml").read_text("utf-8"))[0]


def copy_of(dossier: Path, target: Path) -> Path:
    """A copy of a dossier outside the project, built and checked with the same code as the original."""
    for name in ("data", "docs"):
        shutil.copytree(dossier / name, target / name)
    settings = (dossier / "mkdocs.yml").read_text("utf-8")
    shared = re.compile(r"\b(INHERIT|custom_dir|module_name): ([\w./]+)")
    settings = shared.sub(lambda way: f"{way[1]}: {(dossier / way[2]).resolve()}", settings)
    settings = re.sub(r"(?m)^watch: \[.*\]", "watch: []", settings)
    hooks = f"hooks: [{(ROOT / 'hooks.py').as_posix()}]"
    settings = re.sub(r"(?m)^hooks: \[.*\]", hooks, settings)
    (target / "mkdocs.yml").write_text(settings, "utf-8")
    return target


def findings_of(folder: Path) -> list[Finding]:
    """All that loading and the rules find; places begin with "data/" wherever the folder is."""
    loaded = load(folder, "data")
    return [*loaded.findings, *check(Facts.of(loaded.dossier))]


def assert_clear(findings: list[Finding]) -> None:
    """Each finding is one line, says something, and lets no library speak."""
    for finding in findings:
        assert len(str(finding).splitlines()) == 1, repr(str(finding))
        assert len(finding.message) < 700, finding.message
        assert not FOREIGN.search(TYPED.sub("", finding.message)), finding.message
        assert finding.place.line >= 1 and finding.place.column >= 1, finding


class DataFolder:
    """A copy of the plan's data that a test may change."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def dossier(self) -> DossierFolder:
        """The pages of the plan with these data."""
        return dossier_folder(PLAN, self.path)

    def edit(self, file: str, old: str, new: str, count: int = 1) -> None:
        """Replace `old`, which must stand there exactly `count` times."""
        text = (self.path / file).read_text("utf-8")
        assert text.count(old) == count, f"{file} holds {old!r} {text.count(old)} times"
        (self.path / file).write_text(text.replace(old, new), "utf-8")

    def replace(self, file: str, content: str | bytes) -> None:
        """Give a file other content."""
        raw = content.encode("utf-8") if isinstance(content, str) else content
        (self.path / file).write_bytes(raw)

    def append(self, file: str, text: str) -> None:
        """Add lines at the end of a file."""
        self.replace(file, (self.path / file).read_text("utf-8") + text)

    def place(self, file: str, text: str) -> str:
        """Where the only `text` of a file stands, as findings write it."""
        before, found, after = (self.path / file).read_text("utf-8").partition(text)
        assert found and text not in after
        return f"data/{file}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"

    def findings(self) -> list[Finding]:
        """What is wrong with the folder now."""
        return findings_of(self.path)
