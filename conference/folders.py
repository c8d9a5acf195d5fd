"""Where a dossier lies: a folder with mkdocs.yml, data/ (facts) and docs/ (pages)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from conference.findings import Finding, Place, quote

ROOT = Path(__file__).resolve().parent.parent
"""The root of the project, which is a dossier itself."""


@dataclass(frozen=True)
class DossierFolder:
    """The folder of a dossier; `data` is data/ inside it, or other data for the same pages."""

    root: Path
    data: Path

    @property
    def docs(self) -> Path:
        """The folder of the pages."""
        return self.root / "docs"

    @property
    def settings(self) -> Path:
        """The settings of the site."""
        return self.root / "mkdocs.yml"


def dossier_folder(root: Path | None = None, data: Path | None = None) -> DossierFolder:
    """The folder of a dossier as the commands name it.

    Args:
        root: the dossier; the project's own when not given.
        data: other data of the same conference; without it CONFERENCE_DATA, then data/ of the dossier.
    """
    root = root or ROOT
    named = os.environ.get("CONFERENCE_DATA")
    return DossierFolder(root, data or (Path(named) if named else root / "data"))


def label_of(path: Path) -> str:
    """How editors know a file or folder: from the project's root when it lies below it, else as given."""
    real = Path(os.path.realpath(path))
    return real.relative_to(ROOT).as_posix() if real.is_relative_to(ROOT) else path.as_posix()


def way_to(name: str, folder: Path) -> str:
    """From a folder to a file of the project, as files of a dossier write it.

    Args:
        name: the file, as it is named from the project's root.
        folder: from where; Windows knows no way from one drive to another, there it is the whole path.
    """
    try:
        return Path(os.path.relpath(ROOT / name, folder)).as_posix()
    except ValueError:
        return (ROOT / name).as_posix()


def misplaced(folder: DossierFolder) -> Iterator[Finding]:
    """What is no dossier, or no data of one, though it looks like the other: how to move, or to call it."""
    if (folder.root / "conference.yml").is_file():
        message = (
            "thư mục này là bộ dữ liệu kiểu cũ; nay một hồ sơ gồm mkdocs.yml, data/ và docs/. Hãy tạo "
            "thư mục data trong đó rồi chuyển các tệp .yml vào, chép docs/ và mkdocs.yml từ examples/full."
        )
        yield Finding(Place(label_of(folder.root)), message, "dossier-folder")
    if (folder.data / "mkdocs.yml").is_file() and (folder.data / "data").is_dir():
        label = label_of(folder.data)
        message = (
            f"{quote(label)} là cả một hồ sơ, không chỉ là dữ liệu; "
            f"hãy bỏ CONFERENCE_DATA (hay --data) và gõ DOSSIER={label} (hay --dossier {label})."
        )
        yield Finding(Place(label), message, "dossier-folder")
