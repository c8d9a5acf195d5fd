"""What tests of wrong data share: a data folder to change, and what is found in it."""

import re
from pathlib import Path

from conference.checks import check
from conference.facts import Facts
from conference.findings import Finding
from conference.loading import load

# Words of pydantic, PyYAML and Python that an editor must never meet.
FOREIGN = re.compile(
    r"(?i:input should|field required|extra inputs|valid (?:string|integer|list|dictionary)"
    r"|\bfound\b|\bexpected\b|while (?:scanning|parsing)|mapping values|simple key|tag:yaml"
    r"|traceback|\w+Error\b)|<value>|<open>|\bNone\b|\bTrue\b|\bFalse\b"
)

# What the editor typed may be any word, those too.
TYPED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")


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
    """A copy of the real data that a test may change."""

    def __init__(self, path: Path) -> None:
        self.path = path

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
