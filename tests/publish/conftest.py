"""A quick project, a server set up from it, people who push, nginx."""

from pathlib import Path

import pytest
from servers import Clerk, Server, nginx, quick_project

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)  # before -m chooses by marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs git, nginx and walls is run by `make test-publish`."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker("publish")


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    """A repository of the project with a small dossier."""
    return quick_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="session")
def seed(tmp_path_factory, project):
    """A server as it is after it was set up."""
    made = Server(tmp_path_factory.mktemp("seed") / "home")
    made.set_up(project)
    yield made
    made.close()


@pytest.fixture
def server(tmp_path, seed):
    """A server of the test's own."""
    (tmp_path / "server").mkdir()
    made = seed.copy(tmp_path / "server/home")
    yield made
    made.close()


@pytest.fixture
def editor(server, tmp_path):
    """Somebody who may change facts and pages."""
    return Clerk(server, tmp_path / "binh", "binh")


@pytest.fixture
def maintainer(server, tmp_path):
    """Somebody who may change all."""
    return Clerk(server, tmp_path / "chi", "chi")


@pytest.fixture
def web(server, tmp_path):
    """The real nginx before the server; gives the address for readers."""
    with nginx(server, tmp_path / "nginx"):
        yield server.address
