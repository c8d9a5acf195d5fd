"""The invented delegates: so many to a group, each with a unit, groups and a seat."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

REWARDED_COLLECTIVES = 28
"""Collectives rewarded, whatever the size: 8 by one body, 5 + 15 by another."""

_USUAL = 150  # delegates; the heads of a group grow from here in proportion
_UNLIMITED = 1_000_000
_ROW = 20


class Group(NamedTuple):
    """A group of delegates.

    Attributes:
        id: of the group in delegates.yml.
        heads: how many of the usual 150 belong to it first of all.
        most: the limit of its heads in a larger dossier.
        post: the post of each of them.
        units: where they come from, in turn; none where the size of the dossier gives the units.
        also: further groups they belong to.
    """

    id: str
    heads: int
    most: int
    post: str
    units: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


COMMITTEES = Group("chi-bo-dang-bo", 65, _UNLIMITED, "Bí thư")
"""The group that takes all whom no other group takes."""
REWARDED = Group("tap-the-khen-thuong", 20, 20, "Đại diện")

# In the order of files/delegates.yml. COMMITTEES and REWARDED get their units from the size.
GROUPS = (
    Group("ban-dan-van-thanh-uy", 2, 10, "Lãnh đạo", ("ban-dan-van-thanh-uy",)),
    Group("thuong-truc-huyen-uy", 3, 5, "Thường trực", ("thuong-truc",), ("uy-vien-bch",)),
    Group("hdnd-ubnd-mttq", 6, 60, "Lãnh đạo", ("ubnd-huyen", "hdnd-huyen", "mttq")),
    Group("uy-vien-bch", 20, _UNLIMITED, "Ủy viên", ("ban-chap-hanh",)),
    Group(
        "ban-nganh-doan-the",
        30,
        _UNLIMITED,
        "Lãnh đạo",
        (
            "ban-dan-van",
            "van-phong-huyen-uy",
            "cac-ban-dang",
            "to-chuc-ct-xh",
            "cong-an",
            "ban-chqs",
        ),
    ),
    COMMITTEES,
    REWARDED,
    Group("phong-vien", 4, 40, "Phóng viên", ("bao-minh-hoa", "dai-minh-hoa", "trung-tam-van-hoa")),
)


class InventedDelegate(NamedTuple):
    """A delegate; the number and the seat follow from the order."""

    post: str
    unit: str
    groups: tuple[str, ...]


def invent_delegates(
    total: int, units: list[str], collectives: list[str]
) -> Iterator[InventedDelegate]:
    """Invent all delegates, group after group, the units of a group taking turns.

    Args:
        total: how many.
        units: the ids of the units whose secretaries come (COMMITTEES).
        collectives: the ids of the rewarded collectives (REWARDED).
    """
    shares = _shares(total)
    rewarded = _rewarded_besides(shares)
    bodies = {COMMITTEES.id: units, REWARDED.id: collectives}
    for group in GROUPS:
        choice = bodies.get(group.id, group.units)
        for index in range(shares[group.id]):
            groups = (group.id, *group.also)
            if index < rewarded.get(group.id, 0):
                groups += (REWARDED.id,)
            yield InventedDelegate(group.post, choice[index % len(choice)], groups)


def _shares(total: int) -> dict[str, int]:
    """How many belong to each group first of all; together they make `total`."""
    shares = {group.id: max(1, min(group.most, total * group.heads // _USUAL)) for group in GROUPS}
    shares[COMMITTEES.id] += total - sum(shares.values())
    return shares


def _rewarded_besides(shares: dict[str, int]) -> dict[str, int]:
    """How many of each other group also come for a rewarded collective: one for each, no more."""
    left = REWARDED_COLLECTIVES - shares[REWARDED.id]
    taken = {}
    for group in (COMMITTEES, *(group for group in GROUPS if group is not COMMITTEES)):
        if group is not REWARDED:
            taken[group.id] = min(left, shares[group.id])
            left -= taken[group.id]
    return taken


def seat(index: int) -> str:
    """Give the seat of the delegate at `index`, from 0: A01 … A20, B01 … Z20, AA01 …"""
    row, place = divmod(index, _ROW)
    letters = ""
    while row >= 0:
        row, letter = divmod(row, 26)
        letters = chr(ord("A") + letter) + letters
        row -= 1
    return f"{letters}{place + 1:02d}"
