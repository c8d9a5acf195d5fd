"""The largest file that is read at all, filled with mischief: bounded memory, an end, a finding."""

import json
import subprocess
import sys

import pytest
from folders import ROOT, DataFolder

from conference.loading.files import MAX_BYTES

MOST_MEMORY = 300 * 1024  # kB, as the issue of the number guard asks
MOST_SECONDS = 60

# What a process used is asked by a small process between: a child is counted at least as large as
# the one that started it, and a worker of these tests may hold a lot.
MEASURE = """
import json, os, subprocess, sys
process = subprocess.Popen(sys.argv[2:], stdout=open(sys.argv[1], "wb"), stderr=subprocess.STDOUT)
_, status, used = os.wait4(process.pid, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_maxrss, used.ru_utime]))
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
}


@pytest.mark.parametrize("name", MISCHIEF)
@pytest.mark.parametrize("under", ["", "awards:\n  - id: a\n    to: "], ids=["whole", "value"])
def test_mischief_ends_in_findings_within_bounds(folder: DataFolder, name, under):
    seed = MISCHIEF[name]
    room = MAX_BYTES - len(under) - 16
    if seed is None:
        text = "".join(f"k{n}: {n}\n" for n in range(room // 16))
    else:
        text = seed * (room // len(seed.encode("utf-8")))
    folder.replace("awards.yml", under + text)
    out = folder.path.parent / "out"
    check = [sys.executable, "-m", "conference", "check", "--data", str(folder.path)]
    done = subprocess.run(
        [sys.executable, "-S", "-c", MEASURE, out, *check],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    returned, memory, seconds = json.loads(done.stdout)
    told = out.read_text("utf-8")

    assert returned == 1
    assert "awards.yml:" in told
    assert "Traceback" not in told
    assert len(told) < 200_000
    assert memory < MOST_MEMORY
    assert seconds < MOST_SECONDS
