"""JSON Schema of each data file, made from the models, so that editors complete and explain."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from conference.loading import subject_models


def schema_files() -> dict[str, str]:
    """Make every schema: file name → its text (JSON); `awards.json` describes awards.yml."""
    return {
        f"{subject}.json": json.dumps(_schema(subject, model), ensure_ascii=False, indent=2) + "\n"
        for subject, model in subject_models().items()
    }


def _schema(subject: str, model: Any) -> dict[str, Any]:
    schema = model.model_json_schema()
    # The classes' docstrings are for programmers; editors read the fields' own descriptions.
    for part in (schema, *schema.get("$defs", {}).values()):
        part.pop("description", None)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **schema,
        "title": f"{subject}.yml",
    }


def write_schemas(folder: Path) -> None:
    """Write every schema, and remove those of files the data no longer have.

    Args:
        folder: where to; made if need be, not what is above it.

    Raises:
        OSError: it cannot be written.
    """
    folder.mkdir(exist_ok=True)
    files = schema_files()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    for stale in folder.glob("*.json"):
        if stale.name not in files:
            stale.unlink()
