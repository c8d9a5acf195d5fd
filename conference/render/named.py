"""What a page's template engine sees of a dotted name such as awards.total."""

from __future__ import annotations

from collections.abc import Callable

Show = Callable[[str, str], str]
"""Name and form of a figure → its HTML."""
Block = Callable[..., str]
"""What a block of the same name answers."""


class Named:
    """A name that goes on with every dot, and becomes its HTML where it is printed."""

    def __init__(
        self, name: str, show: Show, form: str = "prose", block: Block | None = None
    ) -> None:
        self._name, self._show, self._form, self._block = name, show, form, block

    def __call__(self, *arguments: str) -> str:
        """Answer as the block whose name begins like a figure's: {{ bases() }} beside {{ bases.total }}."""
        if self._block is None:
            raise TypeError(self._name)
        return self._block(*arguments)

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
