"""The schemas editors use: fresh, in Vietnamese, wired, and agreeing with the data."""

import json

import pytest
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner
from folders import FROZEN, ROOT

from conference.loading import subject_models
from conference.schema import schema_files


def test_schemas_are_fresh():
    written = {path.name: path.read_text("utf-8") for path in (ROOT / "schema").glob("*.json")}

    assert written == schema_files(), "run: .venv/bin/python -m conference schema"


@pytest.mark.parametrize("name", sorted(schema_files()))
def test_every_field_has_a_vietnamese_title_and_description(name):
    schema = json.loads(schema_files()[name])
    for part in (schema, *schema.get("$defs", {}).values()):
        for key, field in part["properties"].items():
            assert field["title"].casefold() != key.replace("_", " "), key
            assert len(field["description"]) > 7, key


@pytest.mark.parametrize("subject", subject_models())
def test_data_agrees_with_the_schemas(subject):
    files = [
        str(path)
        for dossier in FROZEN.values()
        if (path := dossier / f"data/{subject}.yml").exists()
    ]
    assert files
    schema = str(ROOT / f"schema/{subject}.json")
    done = CliRunner().invoke(check_jsonschema, ["--schemafile", schema, *files])
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize("name", FROZEN)
def test_every_file_names_its_schema_in_the_first_line(name):
    for path in (FROZEN[name] / "data").glob("*.yml"):
        first = path.read_text("utf-8").split("\n")[0]
        _, _, address = first.partition("# yaml-language-server: $schema=")

        assert (path.parent / address).resolve() == ROOT / f"schema/{path.stem}.json"


def test_editors_settings_name_every_schema():
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))

    assert settings["yaml.schemas"] == {
        f"schema/{subject}.json": [f"data/{subject}.yml", f"examples/*/data/{subject}.yml"]
        for subject in sorted(subject_models())
    }
