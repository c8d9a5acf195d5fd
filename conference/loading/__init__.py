"""Files → models: a data folder in, a dossier and everything wrong with its shape out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from pydantic import ValidationError

from conference.findings import Finding, Place, did_you_mean, limited, quote
from conference.loading.explain import explain
from conference.loading.files import read_text
from conference.loading.moved import FILES as MOVED_FILES
from conference.loading.salvage import read_in_part
from conference.loading.spots import Spot, YamlFile
from conference.loading.yaml_files import parse
from conference.models import Dossier
from conference.models.dossier import NEEDED
from conference.models.record import DataFile


@dataclass(frozen=True)
class Loaded:
    """What a folder gave: the dossier as far as it could be read, and what could not be."""

    dossier: Dossier
    findings: tuple[Finding, ...]


def subject_models() -> dict[str, type[DataFile]]:
    """File name without ending → the model of the whole file: `awards` → `Awards`."""
    fields = Dossier.model_fields.items()
    return {name: cast(type[DataFile], field.annotation) for name, field in fields}


def load(folder: Path, label: str | None = None) -> Loaded:
    """Read every file of a data folder; `label` is how editors know the folder ("data")."""
    label = label or folder.as_posix()
    findings: list[Finding] = []
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        message = f"không có thư mục dữ liệu {quote(label)}; hãy xem lại tên thư mục."
        nothing = {name: read_in_part(model, None) for name, model in subject_models().items()}
        return Loaded(_dossier(nothing), (Finding(Place(label), message, "data-folder"),))
    parts = {
        subject: model.not_there()
        if f"{subject}.yml" not in names and subject not in NEEDED
        else _load_file(folder / f"{subject}.yml", f"{label}/{subject}.yml", model, findings)
        for subject, model in subject_models().items()
    }
    findings += _stray_files(names, label)
    return Loaded(_dossier(parts), tuple(sorted(findings)))


def _dossier(files: dict[str, DataFile]) -> Dossier:
    return Dossier.model_construct(None, **files)


def _load_file(path: Path, label: str, model: type[DataFile], findings: list[Finding]) -> DataFile:
    """The file as far as it can be read; what is wrong with it goes to `findings`."""
    text, found = read_text(path, label)
    findings += found
    file = None
    if text is not None:
        file, found = parse(text, label)
        findings += found
    if file is None:
        record = read_in_part(model, None)
        file = YamlFile(label, None, Spot(0, 0), (text or "").split("\n"))
    else:
        try:
            record = model.model_validate(file.value)
        except ValidationError as error:
            findings += limited(explain(error, model, file))
            record = read_in_part(model, file.value)
    record.set_origin(file)
    return record


def _stray_files(names: list[str], label: str) -> list[Finding]:
    """A file nobody reads is an edit that silently does nothing."""
    known = {f"{subject}.yml" for subject in subject_models()}

    def told(name: str) -> str:
        if way := MOVED_FILES.get(name):
            return f"tệp {quote(name)} không còn dùng: {way}. Hãy chuyển nội dung rồi xóa tệp này."
        return (
            f"tệp {quote(name)} không thuộc bộ dữ liệu.{did_you_mean(name.lower(), known)} "
            "Hãy đổi tên hoặc xóa tệp này."
        )

    return [
        Finding(Place(f"{label}/{name}"), told(name), "file-unknown")
        for name in names
        if name.lower().endswith((".yml", ".yaml")) and name not in known
    ]
