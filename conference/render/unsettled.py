"""What is not settled: values left open on purpose, and settings nobody wrote down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from conference.figures import open_values
from conference.findings import Place
from conference.models import Dossier, Open, Record
from conference.regimes import REGIMES
from conference.wording import short_date


@dataclass(frozen=True)
class InferredSetting:
    """A setting nobody wrote down: how it is now (`shown`), why, and where it is typed."""

    title: str
    shown: str
    why: str
    place: Place


def inferred_settings(dossier: Dossier) -> list[InferredSetting]:
    """Find what nobody wrote down and somebody has to confirm."""
    rows = []
    for document in dossier.documents.documents:
        issuer = document.issuers[0]
        owners: dict[str, Record] = {"superior": issuer, "regime": document}
        owners |= {"symbol": document, "date": document}
        for index, inferred in enumerate(document.inferred):
            setting = inferred.setting
            if owner := owners.get(setting):
                title, place = type(owner).model_fields[setting].title, owner.at(setting)
                shown = _shown(setting, getattr(owner, setting))
            else:  # what many values have, each at its own line
                title, place = Open.model_fields[setting].title, document.at("inferred", index)
                shown = "xem bảng Việc chưa chốt"
            rows.append(InferredSetting(title or setting, shown, inferred.why, place))
    return rows


def _shown(setting: str, value: object) -> str:
    if isinstance(value, Open):
        return value.open
    if isinstance(value, date):
        return short_date(value)
    return REGIMES[str(value)].title if setting == "regime" else str(value)


@dataclass(frozen=True)
class OpenValue:
    """A value left open on purpose, with a Vietnamese title that says which."""

    what: str
    value: Open
    of: str = ""
    """Which of several it is of, such as a group; "" for what there is one of."""

    @property
    def title(self) -> str:
        """What it is, and of which."""
        return f"{self.what}: {self.of}" if self.of else self.what


def open_by_unit(dossier: Dossier) -> dict[str | None, list[list[OpenValue]]]:
    """Group what is still open by the id of the unit that settles it; None where none is named.

    What is said of several in the same words, such as of each group «chưa phân bổ», is one list.
    """
    by_unit: dict[str | None, dict[tuple[str, str], list[OpenValue]]] = {}
    for row in titled_open_values(dossier):
        alike = by_unit.setdefault(row.value.settled_by, {})
        alike.setdefault((row.what, row.value.open), []).append(row)
    return {unit: list(alike.values()) for unit, alike in by_unit.items()}


def titled_open_values(dossier: Dossier) -> list[OpenValue]:
    """Find everything still open, in the order of the files."""
    rows = []
    for record, name, value in open_values(dossier):
        title = type(record).model_fields[name].title or name
        label = getattr(record, "label", None) or getattr(record, "title", None)
        rows.append(OpenValue(title, value, label if label and label != title else ""))
    return rows
