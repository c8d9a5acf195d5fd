"""The commands beside readers who leave early and streams that are closed: silent, same exit code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from folders import sampled

import conference.__main__ as entry

pytestmark = pytest.mark.every(4)

ROOT = Path(__file__).resolve().parent.parent
COMMAND = (sys.executable, "-m", "conference")
LEFT_OUT = {"CONFERENCE_DATA", "PYTHONUNBUFFERED"}  # with buffers, the reader is missed at the end
ENVIRONMENT = {key: value for key, value in os.environ.items() if key not in LEFT_OUT}


@pytest.fixture
def nobody():
    """The writing end of a pipe whose reader has left, as in `… | true`."""
    reader, writer = os.pipe()
    os.close(reader)
    yield writer
    os.close(writer)


@pytest.fixture
def commands(folder, tmp_path):
    """Commands that write a report, with the exit code each has."""
    site, barred = tmp_path / "site", tmp_path / "barred"
    for made, page in ((site, "<p>"), (barred, "<p style='color: red'>")):
        made.mkdir()
        (made / "index.html").write_text(f"<!doctype html><title>x</title>{page}")
    folder.edit("awards.yml", "stated: 20", "stated: 21")
    return {
        "help": (("--help",), 0),
        "check": (("check",), 0),
        "check, wrong": (("check", "--data", str(folder.path)), 1),
        "sample": (("sample", "--delegates", "28", str(tmp_path / "sample")), 0),
        "csp": (("csp", str(site)), 0),
        "csp, wrong": (("csp", str(barred)), 1),
    }


def run(*arguments, start=(), **streams):
    return subprocess.run(
        [*start, *COMMAND, *arguments], cwd=ROOT, env=ENVIRONMENT, text=True, **streams
    )


NAMES = sampled(("help", "check", "check, wrong", "sample", "csp"), ("check, wrong",))


@pytest.mark.proof
@pytest.mark.parametrize("name", NAMES)
def test_a_reader_who_leaves_early_is_no_fault(commands, nobody, name):
    arguments, code = commands[name]
    done = run(*arguments, stdout=nobody, stderr=subprocess.PIPE)

    assert (done.stderr, done.returncode) == ("", code)


@pytest.mark.parametrize("name", NAMES)
def test_a_closed_output_is_no_fault(commands, name):
    arguments, code = commands[name]
    done = run(*arguments, start=("sh", "-c", '"$@" >&-', "sh"), stderr=subprocess.PIPE)

    assert (done.stderr, done.returncode) == ("", code)


@pytest.mark.proof
def test_all_streams_closed_is_no_fault(commands):
    for arguments, code in commands.values():
        start = ("sh", "-c", '"$@" <&- >&- 2>&-', "sh")
        assert run(*arguments, start=start).returncode == code


@pytest.mark.proof
def test_a_program_that_a_command_starts_may_write_to_a_closed_output():
    code = (
        "import subprocess, sys; import conference.__main__ as entry; "
        "entry.main = lambda _: subprocess.call(['sh', '-c', 'echo out; echo err >&2']); "
        "sys.exit(entry.run([]))"
    )
    start = ("sh", "-c", '"$@" >&- 2>&-', "sh", sys.executable, "-c", code)
    assert subprocess.run(start, cwd=ROOT).returncode == 0


@pytest.mark.proof
def test_an_error_stream_without_a_reader_ends_the_command_as_a_signal_would(commands, nobody):
    arguments, _ = commands["csp, wrong"]
    done = run(*arguments, stdout=subprocess.PIPE, stderr=nobody)

    assert (done.stdout, done.returncode) == ("", 141)


@pytest.mark.proof
def test_wrong_use_without_a_reader_is_still_wrong_use(nobody):
    assert run("chek", stdout=nobody, stderr=nobody).returncode == 2


@pytest.mark.proof
def test_a_report_that_cannot_be_written_is_told():
    with Path("/dev/full").open("w") as full:
        done = run("check", stdout=full, stderr=subprocess.PIPE)

    (line,) = done.stderr.splitlines()
    assert line.startswith("không ghi được kết quả")
    assert done.returncode == 1


def test_the_report_comes_out_as_ever(commands):
    assert run("check", stdout=subprocess.PIPE).stdout == "không có lỗi\n"
    assert run("--help", stdout=subprocess.PIPE).stdout.startswith("usage: python -m conference")


def test_ctrl_c_leaves_no_traceback(monkeypatch, capfd):
    def interrupted(arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(entry, "main", interrupted)
    assert entry.run([]) == 130
    assert capfd.readouterr() == ("", "")
