"""Which names there are to choose from, said where a name leads nowhere: no page has to be built for it."""

from __future__ import annotations

from collections.abc import Collection

from conference.findings import did_you_mean

_MOST = 8


def names_to_choose(typed: str, names: Collection[str]) -> str:
    """A closing hint for a name that is none.

    Args:
        typed: The name as typed: `awards.totl`.
        names: Every name that could stand there.

    Returns:
        The name that looks most like it; else those that begin with the same word, else the words names
        begin with. "" when there is no name at all.
    """
    if hint := did_you_mean(typed, names):
        return hint
    root = typed.split(".")[0].lower()
    alike = sorted(name for name in names if name.split(".")[0] == root)
    if alike:
        return f" Các tên bắt đầu bằng {root}: {_some(alike)}."
    roots = sorted({name.split(".")[0] for name in names})
    return f" Tên bắt đầu bằng một trong các chữ: {', '.join(roots)}." if roots else ""


def _some(names: list[str]) -> str:
    return ", ".join(names[:_MOST]) + (", …" if len(names) > _MOST else "")
