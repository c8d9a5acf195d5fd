"""What blocks say of the site they stand in, beyond the facts; asked of whoever publishes it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Protocol

from conference.audience import Audience


class Site(Protocol):
    """A site that blocks are rendered for."""

    @property
    def audience(self) -> Audience:
        """Whose it is: names and lines of the data are shown to the staff alone."""

    @property
    def edit_data(self) -> str:
        """The address where a file of the data is edited, with {path} and {line}; "" for nowhere."""

    @property
    def page_numbers(self) -> Iterable[Any]:
        """The numbers of each page (see conference/boundary.py)."""

    @property
    def moment(self) -> datetime | None:
        """When the data last changed; None where nobody knows."""

    def pages_showing(self, figure: str) -> Iterable[Any]:
        """The pages that show a figure."""

    def page_calling(self, block: str) -> str:
        """The name of the page that shows a block; "" when none does."""

    def papers_of_the_set(self) -> Iterable[Any]:
        """The pages of the print set, in its order."""

    def when_changed(self, file: str) -> str:
        """When a file of the data, named without .yml, last changed; "" for one that is not there."""


class NoSite:
    """Of a dossier that is not published."""

    audience = Audience.EVERYONE
    edit_data = ""
    page_numbers = ()
    moment = None

    def pages_showing(self, figure: str) -> Iterable[Any]:
        """None."""
        return ()

    def page_calling(self, block: str) -> str:
        """None."""
        return ""

    def papers_of_the_set(self) -> Iterable[Any]:
        """None."""
        return ()

    def when_changed(self, file: str) -> str:
        """Never."""
        return ""
