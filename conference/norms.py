"""The two guides on Party papers, where they differ; in the rest they agree."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Norm:
    """One guide.

    Attributes:
        title: as it is cited.
        separator: what ends each line of the distribution list (nơi nhận) but the last.
    """

    title: str
    separator: str


NORMS = {
    "HD 36": Norm("Hướng dẫn 36-HD/VPTW", ","),
    "HD 05": Norm("Hướng dẫn 05-HD/VPTW", ";"),
}
"""What `norm` in conference.yml may say → the guide: HD 36 of 03/4/2018, and HD 05, which replaced it.

Line pitch is no switch: 18 pt exactly satisfies both («at least 18» and «18 to 22»).
"""
