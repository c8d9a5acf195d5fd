"""Previews: each proposed change at an address of its own, for as long as its branch is there."""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import suppress
from pathlib import Path

from conference.wording import slug
from publish import store
from publish.builds import built, composed
from publish.durable import point
from publish.home import STAFF, Home, Refused, Settings
from publish.navigation import nav_alone
from publish.repository import content, head_of, tree_of
from publish.roles import Role, is_settings

ADDRESS = "xem-thu"


def name_of(branch: str) -> str:
    """What a branch is called in addresses: letters, figures and hyphens, another for each branch."""
    plain = slug(branch.replace("/", "-"))[:60]
    if plain == branch:
        return plain
    return f"{plain}-{hashlib.sha256(branch.encode()).hexdigest()[:6]}".lstrip("-")


def show_preview(home: Home, settings: Settings, branch: str, commit: str, role: Role) -> str:
    """Build a branch's preview and show it instead of its last one.

    Returns:
        Where it is and what changed, in words.

    Raises:
        Refused: it has errors; the last preview is gone, since it shows something else.
        OSError: the disk does not take it.
    """
    name = name_of(branch)
    released = tree_of(home.repository, head_of(home.repository, settings.branch))
    pushed = tree_of(home.repository, commit)
    try:
        if role == Role.EDITOR:
            for file in filter(is_settings, pushed.keys() & released.keys()):
                old, new = (content(home.repository, one[file]) for one in (released, pushed))
                if list(nav_alone(file, old, new)):
                    raise Refused(
                        f"{file} trên nhánh {settings.branch} đã khác; hãy trộn {settings.branch} vào nhánh này."
                    )
        files = composed(released, pushed, role)
        shown = home.current / STAFF
        before = Path(os.path.realpath(shown)) if shown.is_dir() else None
        with built(home, settings, commit, files, "", before, branch) as made:
            try:
                store.made_plain(made.folder, store.moment(home))
            except store.NotPlain as error:
                raise Refused(str(error)) from error
            place = home.preview_sites / f"{name}-{store.release_id(commit)}"
            shutil.rmtree(place, ignore_errors=True)
            (made.folder / STAFF).rename(place)
            point(home.previews / name, f"../preview-sites/{place.name}")
            words = "\n".join(made.changes)
    except Refused:
        remove_preview(home, branch)
        raise
    _tidy(home)
    return f"Bản xem thử: {settings.staff_site.rstrip('/')}/{ADDRESS}/{name}/index.html\n{words}"


def remove_preview(home: Home, branch: str) -> None:
    """Take a branch's preview away."""
    with suppress(FileNotFoundError):
        (home.previews / name_of(branch)).unlink()
    _tidy(home)


def _tidy(home: Home) -> None:
    """Remove the sites no preview leads to."""
    shown = {link.readlink().name for link in home.previews.iterdir() if link.is_symlink()}
    for site in home.preview_sites.iterdir():
        if site.name not in shown:
            shutil.rmtree(site, ignore_errors=True)
