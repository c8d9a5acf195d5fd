"""The live server behind `make serve`: what is looked at first, then all, as a full build makes it."""

import json
import os
import subprocess
import sys

import pytest
from folders import ROOT

EDITS = 200


def report(project, count, seed=1):
    command = [sys.executable, ROOT / "tests/live_edits.py", str(count), str(seed)]
    paths = os.pathsep.join(map(str, (project, ROOT / "tests")))
    environment = {**os.environ, "PYTHONPATH": paths, "NO_MKDOCS_2_WARNING": "1"}
    environment.pop("CONFERENCE_DATA", None)
    done = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.proof  # the sample of the server is in test_serve.py
def test_after_every_edit_stands_what_a_full_build_makes_the_page_looked_at_first(project):
    told = report(project, EDITS)
    assert told["different"] == []
    assert told["late"] == []
    assert told["told"] == told["changed"] > EDITS / 4
