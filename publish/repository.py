"""Commits and files read from the bare repository; nothing of a push is ever checked out by git.

Git's own checkout obeys what it checks out: attributes name filters, links lead elsewhere. Here the
contents of files are written under their names, and nothing else.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

ZERO = "0" * 40
FILE, PROGRAM = "100644", "100755"


class Entry(NamedTuple):
    """A file of a commit."""

    mode: str
    id: str
    size: int


Tree = Mapping[str, Entry]
"""The files of a commit, by their names as git holds them (bytes that are no UTF-8 as surrogates)."""


def git(repository: Path, *arguments: str, given: bytes | None = None) -> bytes:
    """What git answers.

    Raises:
        subprocess.CalledProcessError: it refuses.
    """
    return subprocess.run(
        ["git", "--git-dir", str(repository), *arguments],
        input=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    ).stdout


def head_of(repository: Path, branch: str) -> str:
    """The commit at the head of a branch; "" when there is none."""
    try:
        name = f"refs/heads/{branch}^{{commit}}"
        return git(repository, "rev-parse", "--verify", "--quiet", name).decode().strip()
    except subprocess.CalledProcessError:
        return ""


def remove_left_locks(repository: Path) -> None:
    """Remove what a git that was killed left locked. Nobody else is changing names: our own lock is held."""
    for left in (*repository.glob("*.lock"), *(repository / "refs").rglob("*.lock")):
        left.unlink(missing_ok=True)


def tidy(repository: Path) -> None:
    """Pack what pushes have brought, and drop what refused ones left."""
    git(repository, "gc", "--quiet")


def is_commit(repository: Path, name: str) -> bool:
    """Whether an object is a commit, and no tag, tree or file."""
    try:
        return git(repository, "cat-file", "-t", name).strip() == b"commit"
    except subprocess.CalledProcessError:
        return False


def is_ancestor(repository: Path, old: str, new: str) -> bool:
    """Whether the history of `new` holds `old`."""
    try:
        git(repository, "merge-base", "--is-ancestor", old, new)
    except subprocess.CalledProcessError:
        return False
    return True


def merge_base(repository: Path, one: str, other: str) -> str:
    """The newest commit that two have in common; "" when there is none."""
    try:
        return git(repository, "merge-base", one, other).decode().split()[0]
    except (subprocess.CalledProcessError, IndexError):
        return ""


def tree_of(repository: Path, commit: str) -> dict[str, Entry]:
    """The files of a commit, links and submodules among them."""
    listed = git(repository, "ls-tree", "-r", "-z", "-l", "--full-tree", commit)
    tree = {}
    for line in listed.split(b"\0"):
        if line:
            about, _, name = line.partition(b"\t")
            mode, _, number, size = about.decode().split()
            tree[os.fsdecode(name)] = Entry(mode, number, int(size) if size != "-" else 0)
    return tree


def content(repository: Path, entry: Entry) -> bytes:
    """What stands in one file."""
    return git(repository, "cat-file", "blob", entry.id)


def write_tree(repository: Path, tree: Tree, folder: Path) -> None:
    """Write files into a new folder, each byte as it is in git.

    Args:
        repository: where they are.
        tree: names and files; checked before (`roles.not_allowed`).
        folder: where to; nothing is written beside it.
    """
    folder.mkdir()
    with tempfile.TemporaryFile() as wanted:
        wanted.write("".join(f"{entry.id}\n" for entry in tree.values()).encode())
        wanted.seek(0)
        command = ["git", "--git-dir", str(repository), "cat-file", "--batch", "--buffer"]
        with subprocess.Popen(command, stdin=wanted, stdout=subprocess.PIPE) as batch:
            assert batch.stdout
            for name, entry in tree.items():
                _, _, size = batch.stdout.readline().split()
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(batch.stdout.read(int(size)))
                path.chmod(0o755 if entry.mode == PROGRAM else 0o644)
                batch.stdout.read(1)


def borrow_history(repository: Path, commit: str, tree: Tree, folder: Path) -> None:
    """Make a folder of files a working copy of a commit, so that the build can ask for its days.

    The history is read from the repository; hooks, keys and settings stay there.

    Args:
        repository: where the history is.
        commit: what the folder was written from.
        tree: what was written.
        folder: where to.
    """
    own = folder / ".git"
    for name in ("objects/info", "refs"):
        (own / name).mkdir(parents=True)
    (own / "HEAD").write_text(f"{commit}\n")
    (own / "config").write_text("[core]\n\trepositoryformatversion = 0\n\tbare = false\n")
    (own / "objects/info/alternates").write_text(f"{repository / 'objects'}\n")
    if pushed := os.environ.get(
        "GIT_QUARANTINE_PATH"
    ):  # what is being looked at is not in there yet
        shutil.copytree(pushed, own / "objects", dirs_exist_ok=True)
    listed = "".join(f"{e.mode} {e.id}\t{name}\0" for name, e in tree.items())
    git_of_copy = ["git", "--git-dir", str(own), "--work-tree", str(folder), "update-index"]
    subprocess.run(
        [*git_of_copy, "-z", "--index-info"],
        input=os.fsencode(listed),
        env={k: v for k, v in os.environ.items() if not k.startswith("GIT_")},
        check=True,
        capture_output=True,
    )
