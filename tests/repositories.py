"""Repositories that tests make: commits at moments of their own, clones, nobody's settings."""

import os
import subprocess

GIT = {
    "GIT_AUTHOR_NAME": "x",
    "GIT_AUTHOR_EMAIL": "x@example.org",
    "GIT_COMMITTER_NAME": "x",
    "GIT_COMMITTER_EMAIL": "x@example.org",
}
NIGHT = "2030-11-05T00:30:00+07:00"  # still the 4th in Greenwich
LATER = "2031-02-01T10:00:00+07:00"


def git(folder, *arguments, moment=NIGHT):
    dates = {"GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": "2029-01-01T10:00:00+07:00"}
    return subprocess.run(
        ["git", "-C", str(folder), *arguments],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, **GIT, **dates},
    ).stdout.strip()


def nobodys_settings(monkeypatch):
    """Git without the settings of whoever runs the tests; a fixture of the files that ask for it."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def commit_all(top, message, moment):
    """Commit all that lies in a repository."""
    git(top, "add", "-A")
    git(top, "commit", "-qm", message, moment=moment)


def commit_elsewhere(top, name="notes.txt"):
    (top / name).write_text(name)
    git(top, "add", name)
    git(top, "commit", "-qm", name, moment=LATER)


def clone(top, to, *options):
    git(top.parent, "clone", "-q", *options, f"file://{top}", str(to))
    return to / "data"
