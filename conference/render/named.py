"""What a page's template engine sees of a dotted name such as awards.total."""

from __future__ import annotations

from collections.abc import Callable

Show = Callable[[str, str], str]
"""Name and form of a figure → its HTML."""


class Named:
    """A name that goes on with every dot, and becomes its HTML where it is printed."""

    def __init__(self, name: str, show: Show, form: str = "prose") -> None:
        self._name, self._show, self._form = name, show, form

    def __getattr__(self, further: str) -> Named:
        if further.startswith("_"):
            raise AttributeError(further)
        return Named(f"{self._name}.{further}", self._show)

    def __str__(self) -> str:
        return self._show(self._name, self._form)

    @staticmethod
    def in_form(named: Named, form: str) -> Named:
        """The same name, its figure written in another form: a filter of the template engine."""
        return Named(named._name, named._show, form)
