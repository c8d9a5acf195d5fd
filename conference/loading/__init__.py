"""Files → models: a data folder in, a dossier and everything wrong with its shape out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from conference.findings import Finding, Place, did_you_mean, limited, quote
from conference.loading.explain import explain
from conference.loading.files import read_text
from conference.loading.yaml_files import parse
from conference.models import Dossier, Record

VALUE_KEPT = {"yaml-value", "yaml-comment"}
"""The reader's findings after which the value is still what was typed, or nearly."""


@dataclass(frozen=True)
class Loaded:
    """What a folder gave. Subjects whose file is wrong are missing from `dossier` and `subjects`."""

    dossier: Dossier
    subjects: frozenset[str]
    findings: tuple[Finding, ...]

    @property
    def complete(self) -> bool:
        """True when every file became a model, so that the whole dossier may be used."""
        return self.subjects == frozenset(Dossier.model_fields)


def subject_models() -> dict[str, type[Record]]:
    """File name without ending → the model of the whole file: `awards` → `Awards`."""
    return {name: field.annotation for name, field in Dossier.model_fields.items()}  # type: ignore[misc]


def load(folder: Path, label: str | None = None) -> Loaded:
    """Read every file of a data folder; `label` is how editors know the folder ("data")."""
    label = label or folder.as_posix()
    findings: list[Finding] = []
    parts: dict[str, Record] = {}
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        message = f"không có thư mục dữ liệu {quote(label)}; hãy xem lại tên thư mục."
        return Loaded(
            Dossier.model_construct(), frozenset(), (Finding(Place(label), message, "data-folder"),)
        )
    for subject, model in subject_models().items():
        record, found = _load_file(folder / f"{subject}.yml", f"{label}/{subject}.yml", model)
        findings += found
        if record is not None:
            parts[subject] = record
    findings += _stray_files(names, label)
    return Loaded(Dossier.model_construct(**parts), frozenset(parts), tuple(sorted(findings)))  # type: ignore[arg-type]


def _load_file(path: Path, label: str, model: type[Record]) -> tuple[Record | None, list[Finding]]:
    text, findings = read_text(path, label)
    if text is None:
        return None, findings
    file, found = parse(text, label)
    findings += found
    if file is None:
        return None, findings
    refused = {finding.place for finding in found}
    try:
        record = model.model_validate(file.value)
    except ValidationError as error:
        # A refused bare word is told once, by the reader, not again by the model.
        told = (f for f in explain(error, model, file) if f.place not in refused)
        findings += limited(told)
        return None, findings
    if any(finding.rule not in VALUE_KEPT for finding in found):
        return None, findings  # what was dropped would seem to be missing
    record.settle(file)
    return record, findings


def _stray_files(names: list[str], label: str) -> list[Finding]:
    """A file nobody reads is an edit that silently does nothing."""
    known = {f"{subject}.yml" for subject in subject_models()}
    return [
        Finding(
            Place(f"{label}/{name}"),
            f"tệp {quote(name)} không thuộc bộ dữ liệu.{did_you_mean(name.lower(), known)} "
            "Hãy đổi tên hoặc xóa tệp này.",
            "file-unknown",
        )
        for name in names
        if name.lower().endswith((".yml", ".yaml")) and name not in known
    ]
