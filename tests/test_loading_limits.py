"""The largest file that is read at all, filled with mischief: an end, a finding, bounded memory.

Here the limits are lowered and the files small; `make proof` tries the same at full size, in a
process of its own, and measures its memory.
"""

import json
import subprocess
import sys

import pytest
from folders import ROOT, DataFolder
from growth import LINEAR, growth

from conference.loading import files, yaml_files, yaml_values

FULL_SIZE = files.MAX_BYTES
SMALL = 32 * 1024
FEW_VALUES = yaml_values.MAX_VALUES * SMALL // FULL_SIZE
MOST_MEMORY = 300 * 1024  # kB, as the issue of the number guard asks

# What a process used is asked by a small process between: a child is counted at least as large as
# the one that started it, and a worker of these tests may hold a lot.
MEASURE = """
import json, os, subprocess, sys
process = subprocess.Popen(sys.argv[2:], stdout=open(sys.argv[1], "wb"), stderr=subprocess.STDOUT)
_, status, used = os.wait4(process.pid, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_maxrss]))
"""

MISCHIEF = {
    "brackets": "[",
    "braces": "{a: ",
    "dashes": "- ",
    "keys": "a: b\n",
    "new keys": None,
    "entries": "- a\n",
    "records": "- {id: a, stated: 1}\n",
    "one long word": "ủ",
    "numbers": "1",
    "aliases": "- &a [*a, *a]\n",
    "anchors": "- &a b\n",
    "tags": "- !!python/object/apply:os.system [x]\n",
    "tabs": "\t",
    "comments": "# x\n",
    "quotes": '"',
    "references": "{conference.year}",
    "line breaks": "\n",
    "nulls": "\x00",
    "colons": ": ",
    "questions": "? ",
    "quoted lines": '"x\n',
}
UNDER = ["", "awards:\n  - id: a\n    to: "]

mischief = pytest.mark.parametrize("name", MISCHIEF)
under = pytest.mark.parametrize("under", UNDER, ids=["whole", "value"])


def filled(name: str, under: str, size: int) -> str:
    """A file of nearly `size` octets."""
    seed, room = MISCHIEF[name], size - len(under) - 16
    if seed is None:
        return under + "".join(f"k{n}: {n}\n" for n in range(room // 16))
    return under + seed * (room // len(seed.encode("utf-8")))


@mischief
@under
def test_mischief_ends_in_findings(folder: DataFolder, monkeypatch, name, under):
    monkeypatch.setattr(files, "MAX_BYTES", SMALL)
    monkeypatch.setattr(yaml_values, "MAX_VALUES", FEW_VALUES)
    folder.replace("awards.yml", filled(name, under, SMALL))
    findings = folder.findings()

    assert any(f.place.file == "data/awards.yml" for f in findings)
    assert len("\n".join(map(str, findings))) < 200_000


@mischief
def test_twice_the_mischief_takes_no_more_than_its_share(name):
    def parse(size: int) -> None:
        yaml_files.parse(filled(name, "", size), "data/awards.yml")

    assert growth(parse, 4 * 1024) < LINEAR


@pytest.mark.parametrize(
    ("size", "limit", "values", "told"),
    [
        (SMALL + 1, SMALL, yaml_values.MAX_VALUES, {"file-too-large"}),
        (SMALL, SMALL, FEW_VALUES, {"yaml-size"}),
    ],
)
def test_the_limits_are_what_ends_it(folder, monkeypatch, size, limit, values, told):
    monkeypatch.setattr(files, "MAX_BYTES", limit)
    monkeypatch.setattr(yaml_values, "MAX_VALUES", values)
    folder.replace("awards.yml", filled("entries", "", size).ljust(size, "\n"))
    assert {f.rule for f in folder.findings()} == told


@pytest.mark.proof
@mischief
@under
def test_mischief_of_full_size_ends_within_bounds(folder: DataFolder, name, under):
    folder.replace("awards.yml", filled(name, under, FULL_SIZE))
    out = folder.path.parent / "out"
    check = [sys.executable, "-m", "conference", "check", "--data", str(folder.path)]
    done = subprocess.run(
        [sys.executable, "-S", "-c", MEASURE, out, *check],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    returned, memory = json.loads(done.stdout)
    told = out.read_text("utf-8")

    assert returned == 1
    assert "awards.yml:" in told
    assert "Traceback" not in told
    assert len(told) < 200_000
    assert memory < MOST_MEMORY
