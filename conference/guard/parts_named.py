"""Parts of the papers that their own sentences name by number: «tại Điều 2», «phần I và III», «Phụ lục II»."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ARTICLE_LINE = re.compile(r"(?m)^[#*_ ]*Điều ([0-9]{1,3})[.:]")
_ARTICLE_CITED = re.compile(r"\bĐiều ([0-9]{1,3})(?!\w)")


class Articles:
    """The articles of a page, which its own sentences may name: «tại Điều 2»."""

    def __init__(self, text: str) -> None:
        """Read which there are.

        Args:
            text: the Markdown of the page.
        """
        self._numbers = {found[1] for found in _ARTICLE_LINE.finditer(text)}

    def strip(self, text: str) -> str:
        """Blank the numbers of the page's own articles; every other letter keeps its offset."""
        return _ARTICLE_CITED.sub(
            lambda found: " " * len(found[0]) if found[1] in self._numbers else found[0], text
        )


_NUMERAL = r"[IVXLC]+"
_SECTION_CITED = re.compile(
    rf"(?<!\w)(?i:phần|mục|chương)\s+({_NUMERAL}(?:(?:,|\s+và|\s+hoặc)\s*{_NUMERAL})*)(?![\w/-])"
)
_SECTION_LINE = re.compile(rf"(?m)^[#*_ ]*(?:(?:Phần|Chương|Mục) )?({_NUMERAL})(?:[.:]|\s*$)")


class Sections:
    """The sections in Roman numerals of a page, which its own sentences may name: «phần I và III».

    Of others the number is called: {{ section("ma") }}.
    """

    def __init__(self, text: str | None) -> None:
        """Read which there are.

        Args:
            text: the Markdown of the page; None for the data, which names those of any page.
        """
        self._numbers = None if text is None else {f[1] for f in _SECTION_LINE.finditer(text)}

    def strip(self, text: str) -> str:
        """Blank the numbers of sections that are there; every other letter keeps its offset."""
        return _SECTION_CITED.sub(self._blanked, text)

    def _blanked(self, found: re.Match[str]) -> str:
        cited = set(re.findall(_NUMERAL, found[1]))
        there = self._numbers is None or cited <= self._numbers
        return " " * len(found[0]) if there else found[0]


_APPENDIX_LINE = re.compile(rf"(?mi)^# +phụ lục (?:số )?({_NUMERAL}|[0-9]{{1,2}})(?![\w/-])")
_APPENDIX_CITED = re.compile(
    rf"(?<!\w)(?i:phụ lục)(?: số)?\s+((?:{_NUMERAL}|[0-9]{{1,2}})"
    rf"(?:(?:,|\s+và|\s+hoặc)\s*(?:{_NUMERAL}|[0-9]{{1,2}}))*)(?![\w/-])"
    r"(?!\s+(?:ban hành\s+)?(?:(?:kèm theo|của)\s+)?[A-ZĐ][^.;,]{2,40}?(?:số|năm)\s+[0-9])"
)
"""Not those of papers of others: «Phụ lục I Nghị định số 30/2020/NĐ-CP»."""


def appendix_number(text: str) -> tuple[str, int] | None:
    """What an appendix numbers itself by in its heading, «II», and its offset in the Markdown."""
    found = _APPENDIX_LINE.search(text)
    return (found[1], found.start(1)) if found else None


class Appendices:
    """The numbered appendices of documents, which the texts of these may name: «Phụ lục I và II»."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Read which there are.

        Args:
            texts: the Markdown of each.
        """
        self._numbers = {number[0] for text in texts if (number := appendix_number(text))}

    def strip(self, text: str) -> str:
        """Blank the numbers of appendices that are there; every other letter keeps its offset."""
        return _APPENDIX_CITED.sub(self._blanked, text) if self._numbers else text

    def _blanked(self, found: re.Match[str]) -> str:
        cited = set(re.findall(rf"{_NUMERAL}|[0-9]+", found[1]))
        return " " * len(found[0]) if cited <= self._numbers else found[0]
