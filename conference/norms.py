"""What the two guides on Party papers ask differently; the rest is the same in both."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Norm:
    """One guide: `title` as it is cited, `separator` after the lines of the distribution list."""

    title: str
    separator: str


NORMS = {
    "HD 36": Norm("Hướng dẫn 36-HD/VPTW", ","),
    "HD 05": Norm("Hướng dẫn 05-HD/VPTW", ";"),
}
"""Line pitch is no switch: 18 pt exactly satisfies both («at least 18» and «18 to 22»)."""
