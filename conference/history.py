"""When the files of a dossier last changed: for each the commit that gave it the bytes it has now.

A day is what git recorded, the same in every clone that holds the commit, on the clock of whoever made
it. Where git cannot tell, nothing takes its place: the times of files and the clock differ from one
machine to the next. Git is asked for its log once for all files, however many there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from hashlib import sha1, sha256
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from conference.git import git


@dataclass(frozen=True)
class Change:
    """The last change of a file, or of some files together."""

    day: date | None = None
    """The day of its commit; None when it is not known."""
    edited: bool = False
    """True when it is in no commit yet; `day` is None then."""
    moment: datetime | None = field(default=None, compare=False)
    """When its commit was made, for what must tell two changes of one day apart."""


UNKNOWN = Change()


@dataclass(frozen=True)
class FolderHistory:
    """Of the files right in a folder."""

    files: Mapping[str, Change]
    """Name of a file that is there → its last change."""
    whole: Change
    """The last change of all of them; that one was taken away counts, too."""

    def of(self, name: str) -> Change:
        """The last change of a file; of one that is not there, nothing is known."""
        return self.files.get(name, UNKNOWN)


def histories(*asked: tuple[Path, str]) -> tuple[FolderHistory, ...]:
    """Tell the history of some folders.

    Nothing is known without git, in a folder that git refuses or does not hold, and in a shallow clone
    that ends at the commit in question.

    Args:
        asked: Each a folder and the suffix of its files that matter.

    Returns:
        The history of each, in the same order.
    """
    places = [_Place.of(folder, suffix) for folder, suffix in asked]
    told: dict[_Place, FolderHistory] = {}
    for top, group in groupby(sorted(places), key=lambda place: place.top):
        told |= _in_repository(top, list(group)) if top else {}
    return tuple(told.get(place) or _history(place, (), set()) for place in places)


class _Place(NamedTuple):
    """A folder as its repository sees it."""

    top: str
    """The top folder of the repository; "" when there is none."""
    prefix: str
    """The way from there to the folder: "" or with a slash at its end."""
    suffix: str
    folder: Path

    @staticmethod
    def of(folder: Path, suffix: str) -> _Place:
        answer = git(folder, "rev-parse", "--show-toplevel", "--show-prefix") or ""
        top, _, prefix = answer.partition("\n")
        return _Place(top, prefix, suffix, folder)

    def name_of(self, path: str) -> str:
        """The name of a file right in the folder, by its way from the top; of any other ""."""
        name = path.removeprefix(self.prefix)
        ours = path.startswith(self.prefix) and name.endswith(self.suffix) and "/" not in name
        return name if ours else ""

    def ids(self, name: str, length: int) -> set[str]:
        """How git may name the content of a file; `length` tells which of its two digests it uses.

        With the line ends of Windows a file is the same file; one that is not there is named 000…
        """
        try:
            content = (self.folder / name).read_bytes()
        except FileNotFoundError:
            return {"0" * length}
        except OSError:
            return set()
        digest = sha1 if length == sha1().digest_size * 2 else sha256
        contents = (content, content.replace(b"\r\n", b"\n"))
        return {digest(b"blob %d\0" % len(one) + one).hexdigest() for one in contents}


class _Left(NamedTuple):
    """What a commit left of a file."""

    moment: datetime | None
    path: str
    blob: str


def _in_repository(top: str, places: Sequence[_Place]) -> dict[_Place, FolderHistory]:
    folders = [f":(top,literal){place.prefix}" for place in places]
    asked = ("-z", "--no-renames", "--untracked-files=all", "--ignored=matching")
    changes = git(Path(top), "status", "--porcelain", *asked, "--", *folders)
    if changes is None:
        return {}
    edited = {change[3:] for change in changes.split("\0")}
    left = list(_log(top, folders))
    return {place: _history(place, left, edited) for place in places}


def _log(top: str, folders: Sequence[str]) -> Iterator[_Left]:
    """What each commit left of the files it changed, the newest first."""
    # Of a merge only what differs from all it merges; each decoration with its full name, but for
    # «grafted»: there a shallow clone ends, and its commit seems to have added every file.
    shown = ("--raw", "-c", "--no-abbrev", "--no-renames", "--date-order", "--decorate=full")
    asked = ("log", "-z", "--no-show-signature", *shown, "--format=%cI %D", "--", *folders)
    tokens = iter((git(Path(top), *asked) or "").split("\0"))
    moment: datetime | None = None
    for token in filter(None, tokens):
        words = token.strip().split(" ")
        if words[0].startswith(":"):
            yield _Left(moment, next(tokens), words[-2])
        else:
            moment = None if "grafted" in token.replace(",", "").split(" ") else _moment(words[0])


def _moment(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written)
    except ValueError:  # a date that git itself cannot read
        return None


def _history(place: _Place, left: Sequence[_Left], edited: set[str]) -> FolderHistory:
    there = sorted(path.name for path in place.folder.glob(f"*{place.suffix}"))
    found: dict[str, Change] = {}
    ids = cache(place.ids)
    for one in left:
        name = place.name_of(one.path)
        if name and name not in found and one.blob in ids(name, len(one.blob)):
            found[name] = Change(one.moment and one.moment.date(), moment=one.moment)
    changed = {place.name_of(path) for path in edited} - {""}
    files = {
        name: Change(edited=True) if name in changed else found.get(name, UNKNOWN) for name in there
    }
    if changed:
        return FolderHistory(files, Change(edited=True))
    known = all(name in found for name in there)
    return FolderHistory(files, next(iter(found.values()), UNKNOWN) if known else UNKNOWN)
