"""How figures, names, blocks and papers are called: one way in the data, another in pages."""

from __future__ import annotations

from typing import Protocol

from conference.pages.call_syntax import name_call
from conference.references import find_references


class Notation(Protocol):
    """How one kind of file calls what has a name."""

    def name(self, name: str, form: str) -> str:
        """The call of a figure or a name; `form` is how it is written, "" for the usual way."""

    def block(self, name: str) -> str:
        """The call of a block; "" where none can be called."""

    def cite(self, citation: str, form: str = "") -> str:
        """The call of a paper of somebody else; `form` "short" leaves its title out."""

    def without_calls(self, text: str) -> str:
        """The text with its right calls blanked, every other letter in its place."""


class InData:
    """Texts of the data: {awards.total}, {awards.total:words}, {unit.ubnd-huyen}."""

    def name(self, name: str, form: str) -> str:
        """{awards.total:words}."""
        return f"{{{name}:{form}}}" if form else f"{{{name}}}"

    def block(self, name: str) -> str:
        """Blocks are called in pages only."""
        return ""

    def cite(self, citation: str, form: str = "") -> str:
        """{cite.cong-van-792}, {cite.cong-van-792.short}."""
        return f"{{{'.'.join(filter(None, ('cite', citation, form)))}}}"

    def without_calls(self, text: str) -> str:
        """Without the references, be their names known or not: another rule looks at those."""
        pieces, position = [], 0
        for reference in find_references(text):
            pieces += [text[position : reference.start], " " * (reference.end - reference.start)]
            position = reference.end
        return "".join([*pieces, text[position:]])


class InPages:
    """Pages: {{ awards.total | words }}, {{ unit("ubnd-huyen") }}, {{ bases() }}.

    The calls proper of a page are blanked before its text is looked at, so that whatever is left is
    none.
    """

    def name(self, name: str, form: str) -> str:
        """{{ awards.total | words }}."""
        return f"{{{{ {name_call(name, form)} }}}}"

    def block(self, name: str) -> str:
        """{{ bases() }}."""
        return f"{{{{ {name}() }}}}"

    def cite(self, citation: str, form: str = "") -> str:
        """{{ cite("cong-van-792") }}, {{ cite("cong-van-792", "short") }}."""
        second = f', "{form}"' if form else ""
        return f'{{{{ cite("{citation}"{second}) }}}}'

    def without_calls(self, text: str) -> str:
        """The text as it is: see the class."""
        return text


IN_DATA = InData()
IN_PAGES = InPages()
