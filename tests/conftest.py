"""What several test files share: the plan's dossier, a copy of its data to change, the marks."""

import shutil
from collections import Counter
from pathlib import Path

import pytest
from folders import PLAN, DataFolder
from hypothesis import settings

from conference.loading import load
from conference.models import Dossier

pytest_plugins = ("built",)  # the built site, the browser and the printed pages


# `make proof` looks longer: --hypothesis-profile=proof.
settings.register_profile("sample", max_examples=40)
settings.register_profile("proof", max_examples=2000)
settings.load_profile("sample")


@pytest.hookimpl(tryfirst=True)  # before -m chooses by marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs the browser, by the fixture that starts it, and cases the suite leaves to the proof."""
    seen: Counter[tuple[str, str]] = Counter()
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        if (every := item.get_closest_marker("every")) and hasattr(item, "callspec"):
            test = (item.module.__name__, item.originalname)
            if seen[test] % every.args[0]:
                item.add_marker("proof")
            seen[test] += 1


@pytest.fixture(scope="session")
def plan_data() -> Path:
    return PLAN / "data"


@pytest.fixture(scope="session")
def dossier(plan_data: Path) -> Dossier:
    return load(plan_data, "data").dossier


@pytest.fixture
def folder(plan_data: Path, tmp_path: Path) -> DataFolder:
    return DataFolder(Path(shutil.copytree(plan_data, tmp_path / "data")))
