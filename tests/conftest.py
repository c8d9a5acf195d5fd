"""What several test files share: the real data, and a copy of it to change."""

import shutil
from pathlib import Path

import pytest
from folders import DataFolder

from conference.loading import load
from conference.models import Dossier

ROOT = Path(__file__).resolve().parent.parent
pytest_plugins = ("built",)  # the built site, the browser and the printed pages


@pytest.fixture(scope="session")
def real_data() -> Path:
    return ROOT / "data"


@pytest.fixture(scope="session")
def dossier(real_data: Path) -> Dossier:
    return load(real_data, "data").dossier


@pytest.fixture
def folder(real_data: Path, tmp_path: Path) -> DataFolder:
    return DataFolder(Path(shutil.copytree(real_data, tmp_path / "data")))
