"""An invented, valid dossier of any size: to see the site at work, to test, to measure.

`files/` holds the data as an office would keep them, with `$name` where the size decides; the pages
are those of examples/full. The same number of delegates always gives the same data; nothing in it
is real.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from string import Template
from textwrap import indent

from conference.findings import quote
from conference.folders import ROOT, way_to
from conference.models import Dossier
from conference.sample.delegates import (
    REWARDED_COLLECTIVES,
    InventedDelegate,
    invent_delegates,
    seat,
)
from conference.wording import grouped

MIN_DELEGATES = REWARDED_COLLECTIVES
MAX_DELEGATES = 20_000

_FILES = Path(__file__).with_name("files")
_PAGES = ROOT / "examples" / "full"
_MOST_UNITS = 500


def write_sample(folder: Path, delegates: int) -> None:
    """Write a dossier.

    Args:
        folder: where to; a new folder, or one without data and pages.
        delegates: how many people are invited, MIN_DELEGATES to MAX_DELEGATES.

    Raises:
        ValueError: in Vietnamese, when there cannot be so many, or `folder` cannot be written to.
    """
    if not MIN_DELEGATES <= delegates <= MAX_DELEGATES:
        raise ValueError(
            f"dữ liệu minh họa có từ {MIN_DELEGATES} đến {grouped(MAX_DELEGATES)} đại biểu "
            f"(mỗi tập thể được khen có một người dự), không thể có {grouped(delegates)}."
        )
    try:
        _refuse_used(folder)
        write_data(folder / "data", delegates)
        shutil.copytree(_PAGES / "docs", folder / "docs")
        (folder / "mkdocs.yml").write_text(_settings(folder), encoding="utf-8", newline="\n")
    except OSError as error:
        message = f"không ghi được vào {quote(folder)}: hãy xem lại tên và quyền ghi của thư mục."
        raise ValueError(message) from error


def write_data(folder: Path, delegates: int) -> None:
    """Write the data of such a dossier alone.

    Args:
        folder: the data folder, made with all above it.
        delegates: as for `write_sample`.

    Raises:
        OSError: when it cannot be written.
    """
    texts = sample_files(delegates, schema=way_to("schema", folder))
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _settings(folder: Path) -> str:
    """The settings of examples/full, its paths to what all dossiers share counted from `folder`."""
    shared = way_to(".", folder)
    return (_PAGES / "mkdocs.yml").read_text(encoding="utf-8").replace("../..", shared)


def _refuse_used(folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()):
        raise ValueError(
            f"thư mục {quote(folder)} không trống nên không ghi vào; "
            "hãy chọn thư mục mới hoặc thư mục trống."
        )
    if folder.exists() and not folder.is_dir():
        raise ValueError(f"{quote(folder)} là một tệp; hãy chọn tên khác cho thư mục.")


def sample_files(delegates: int, schema: str = "../schema") -> dict[str, str]:
    """Make every file of a data folder.

    Args:
        delegates: as for `write_sample`.
        schema: the way from there to the folder of the schemas.

    Returns:
        File name ("awards.yml") → its text.
    """
    values = {**_values(delegates), "schema": schema}
    files = [f"{subject}.yml" for subject in Dossier.model_fields]
    return {
        name: Template((_FILES / name).read_text(encoding="utf-8")).substitute(values)
        for name in files
    }


def _values(total: int) -> dict[str, object]:
    """What stands for each `$name` in the files."""
    units = _numbered(min(_MOST_UNITS, total // 10), width=3)
    collectives = _numbered(REWARDED_COLLECTIVES, width=2)
    invited = list(
        invent_delegates(
            total, [f"don-vi-{n}" for n in units], [f"tap-the-{n}" for n in collectives]
        )
    )
    heads = Counter(group.replace("-", "_") for delegate in invited for group in delegate.groups)
    numbers = _numbered(total, width=3)
    return {
        "stated": total,
        **heads,
        "units": _block(map(_unit, units), 2),
        "collectives": _block(
            (_collective(n, units[i % len(units)]) for i, n in enumerate(collectives)), 2
        ),
        "khoi_dan_van": _block(map(_recipient, collectives[:8]), 6),
        "co_quan_huyen": _block(map(_recipient, collectives[8:13]), 10),
        "mo_hinh": _block(map(_recipient, collectives[13:]), 10),
        "delegates": _block(
            (
                _delegate(n, delegate, seat(i))
                for i, (n, delegate) in enumerate(zip(numbers, invited, strict=True))
            ),
            2,
        ),
    }


def _numbered(count: int, width: int) -> list[str]:
    """1 … count, all of one width, so that names sort as they count."""
    width = max(width, len(str(count)))
    return [f"{number:0{width}d}" for number in range(1, count + 1)]


def _block(entries: Iterable[str], depth: int) -> str:
    """The entries of a list of YAML, indented."""
    return indent("\n".join(entries), " " * depth)


def _unit(number: str) -> str:
    return f"- id: don-vi-{number}\n  name: Đơn vị {number}"


def _collective(number: str, unit: str) -> str:
    return f"- id: tap-the-{number}\n  name: Tập thể {number}"


def _recipient(number: str) -> str:
    return f"- id: tap-the-{number}\n  name: Tập thể {number}\n  unit: tap-the-{number}"


def _delegate(number: str, delegate: InventedDelegate, seat: str) -> str:
    groups = "".join(f"\n    - {group}" for group in delegate.groups)
    return (
        f"- id: dai-bieu-{number}\n  name: Đại biểu {number}\n  post: {delegate.post}\n"
        f"  unit: {delegate.unit}\n  groups:{groups}\n  seat: {seat}"
    )
