"""From two built sites to a release: verified, addressed, compressed. Runs behind the walls.

`python -m publish.finish ABOUT`, with ABOUT as JSON; what it says is JSON as well. What it reads may come
from anybody: so it writes into the folder of the build and nowhere else, as all steps do.
"""

from __future__ import annotations

import gzip
import json
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from conference.csp import inline_scripts
from conference.leaks import leaks
from publish.addresses import with_release
from publish.home import EVERYONE, STAFF
from publish.marks import mark
from publish.site import files
from publish.verify import faults

_COMPRESSED = frozenset(
    {".css", ".csv", ".html", ".ics", ".js", ".json", ".map", ".svg", ".txt", ".xml"}
)
_WORTH, _MOST = 1024, 80


def finish(site: Path, made: Path, release: str) -> None:
    """Copy a site with the release in its addresses, and beside each text its compressed form."""
    every = files(site)
    for name in sorted(every):
        source, place = site / name, made / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(".html") and release:
            text = with_release(name, source.read_text("utf-8"), every, release)
            place.write_text(text, "utf-8")
        else:
            shutil.copyfile(source, place)
        if place.suffix in _COMPRESSED and place.stat().st_size >= _WORTH:
            packed = place.with_name(f"{place.name}.gz")
            packed.write_bytes(gzip.compress(place.read_bytes(), 6, mtime=0))


def _some(lines: Iterable[str]) -> list[str]:
    """As many lines as anybody reads."""
    every = list(lines)
    more = len(every) - _MOST
    return [*every[:_MOST], f"… và {more} chỗ khác."] if more > 0 else every


def main(about: str) -> None:
    """Verify and finish both sites; say what is wrong, and which inline scripts they have."""
    said = json.loads(about)
    work, docs, made = Path(said["work"]), Path(said["docs"]), Path(said["made"])
    wrong = _some(leaks(work / EVERYONE, docs))
    found: set[str] = set()
    for audience in (EVERYONE, STAFF):
        wrong += faults(work / audience)
        found |= set(inline_scripts(work / audience))
    changes: list[str] = []
    if not wrong:
        if said["branch"]:
            before = Path(said["before"]) if said["before"] else None
            changes = _some(mark(work / STAFF, before, said["branch"]))
        for audience in (EVERYONE, STAFF):
            finish(work / audience, made / audience, said["release"])
    told = {"faults": list(dict.fromkeys(wrong)), "scripts": sorted(found), "changes": changes}
    json.dump(told, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1])
