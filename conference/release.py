"""release.json: which site this is. Written by `python -m conference build` into the site it has built.

{
  "version": 1,
  "commit": "3f2a…" or null,
  "audience": "everyone" or "staff",
  "data": {"day": "2022-12-01" or null, "code": "0f3a9c1"},
  "tree": "9c4e…"
}

A commit is named only where every file that was built from is as that commit has it. `tree` is the SHA-256
of what `checksums` says of the site's other files: equal for two builds of one commit, wherever, whenever
and by whomever they are made.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from hashlib import sha256
from pathlib import Path

from conference.audience import Audience
from conference.folders import DossierFolder
from conference.git import git
from conference.revision import revision_of

FILE = "release.json"
VERSION = 1


def commit_of(folder: DossierFolder) -> str | None:
    """The commit that a dossier is of, with the whole of its repository; None when it is of none.

    Args:
        folder: where the dossier lies. Data from elsewhere are of no commit of the dossier.
    """
    if folder.data != folder.root / "data":
        return None
    changed = git(folder.root, "status", "--porcelain", "--untracked-files=all", ":/")
    asked = ("--untracked-files=all", "--ignored=matching")
    hidden = git(folder.root, "status", "--porcelain", *asked, "--", "data", "docs")
    if changed or hidden or changed is None or hidden is None:
        return None
    return git(folder.root, "rev-parse", "--verify", "-q", "HEAD^{commit}")


def contents(folder: Path, without: Collection[str] = ()) -> dict[str, bytes]:
    """What stands in the files of a folder, by their way from there, in the order of its bytes.

    Args:
        folder: the folder.
        without: files left out.
    """
    files = {
        path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()
    }
    return {
        name: files[name].read_bytes()
        for name in sorted(files, key=str.encode)
        if name not in without
    }


def checksums(files: Mapping[str, bytes]) -> str:
    """The SHA-256 of each file, one a line, as `sha256sum` writes them and reads them again."""
    return "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in files.items())


def write_release(
    site: Path, folder: DossierFolder, audience: Audience, commit: str | None
) -> None:
    """Write release.json into a built site.

    Args:
        site: the site, complete.
        folder: the dossier it was built from.
        audience: whose site it is.
        commit: what `commit_of` said before it was built.

    Raises:
        OSError: a file cannot be read or written.
    """
    revision = revision_of(folder.data)
    release = {
        "version": VERSION,
        "commit": commit if commit == commit_of(folder) else None,
        "audience": audience,
        "data": {"day": revision.day and revision.day.isoformat(), "code": revision.code},
        "tree": sha256(checksums(contents(site, {FILE})).encode()).hexdigest(),
    }
    text = json.dumps(release, ensure_ascii=False, indent=1) + "\n"
    (site / FILE).write_text(text, encoding="utf-8", newline="\n")
