"""What stands where on a printed sheet, in mm from its upper left corner (letters in pt)."""

from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pdfplumber

MM = 25.4 / 72
TOP, RIGHT, BOTTOM, LEFT = 20, 15, 20, 30
"""The margins of norms for Party papers."""


@dataclass(frozen=True)
class Line:
    """Letters on one baseline: `left` to `right`, `base` in pt from the top of the sheet."""

    text: str
    left: float
    right: float
    top: float
    base: float
    sizes: frozenset
    fonts: frozenset

    @property
    def size(self) -> float:
        (size,) = self.sizes
        return size

    @property
    def bold(self) -> bool:
        return all("Bold" in font for font in self.fonts)

    @property
    def italic(self) -> bool:
        return all("Italic" in font for font in self.fonts)


@dataclass(frozen=True)
class Sheet:
    """One printed page; each thing is measured when a test first asks for it."""

    number: int
    page: pdfplumber.page.Page = field(repr=False)

    @cached_property
    def width(self) -> float:
        return float(self.page.width) * MM

    @cached_property
    def height(self) -> float:
        return float(self.page.height) * MM

    @cached_property
    def chars(self) -> list:
        return [{**char, "page_height": float(self.page.height)} for char in self.page.chars]

    @property
    def lines_drawn(self) -> list:
        return [*self.page.lines, *self.page.rects, *self.page.curves]

    @property
    def fills(self) -> list:
        return [drawn for drawn in [*self.page.rects, *self.page.curves] if drawn.get("fill")]

    @cached_property
    def _tables(self) -> list:
        return self.page.find_tables()

    @cached_property
    def tables(self) -> list:
        return [table.extract() for table in self._tables]

    @property
    def rows(self) -> list[tuple[float, float]]:
        """Upper and lower edge of each row of each table."""
        rows = [row for table in self._tables for row in table.rows]
        return [(row.bbox[1] * MM, row.bbox[3] * MM) for row in rows]

    @cached_property
    def image(self):
        return self.page.to_image(resolution=72).original.convert("L")

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    @cached_property
    def lines(self) -> list[Line]:
        return lines_of([char for char in self.chars if self._shows(char)])

    def _shows(self, char) -> bool:
        """False for a letter of the next sheet whose accent reaches up here, where it is cut off."""
        return char["size"] < 10 or char["top"] * MM < self.height - BOTTOM

    @property
    def head(self) -> list[Line]:
        """What stands above the text block: the page number."""
        return [line for line in self.lines if line.base * MM < TOP]

    @property
    def foot(self) -> list[Line]:
        """What stands below the text block: the stamp."""
        return [line for line in self.lines if line.top > self.height - BOTTOM]

    @property
    def body(self) -> list[Line]:
        return [line for line in self.lines if line not in self.head and line not in self.foot]

    def ink(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of the ink in the text block's height, in mm."""
        scale = self.image.width / self.width
        upper, lower = round((TOP - 3) * scale), round((self.height - BOTTOM + 3) * scale)
        part = self.image.crop((0, upper, self.image.width, lower)).point(
            lambda value: 255 if value < 160 else 0
        )
        left, top, right, bottom = part.getbbox()
        return left / scale, (top + upper) / scale, right / scale, (bottom + upper) / scale


def lines_of(chars: list) -> list[Line]:
    """Letters put together by baseline and by neighbourhood, so that two columns stay two lines."""
    rows: dict[float, list] = {}
    for char in chars:
        base = round(char["matrix"][5], 1)
        near = next((known for known in rows if abs(known - base) < 0.6), base)
        rows.setdefault(near, []).append(char)
    found = []
    for row in rows.values():
        run: list = []
        for char in sorted(row, key=lambda char: char["x0"]):
            if run and char["x0"] - run[-1]["x1"] > 40:
                found.append(_line(run))
                run = []
            run.append(char)
        found.append(_line(run))
    return sorted((line for line in found if line), key=lambda line: (line.base, line.left))


def _line(run: list) -> Line | None:
    seen = [char for char in run if char["text"].strip(" \u200b")]
    if not seen:
        return None
    text = run[0]["text"]
    for before, char in pairwise(run):
        gap = char["x0"] - before["x1"] > 1.5
        text += (" " if gap and not text.endswith(" ") else "") + char["text"]
    first = seen[0]
    base = first["page_height"] - first["matrix"][5]
    return Line(
        text=" ".join(text.split()),
        left=first["x0"] * MM,
        right=seen[-1]["x1"] * MM,
        top=min(char["top"] for char in seen) * MM,
        base=base,
        sizes=frozenset(round(char["size"], 1) for char in seen),
        fonts=frozenset(char["fontname"].partition("+")[2] for char in seen),
    )


def read_sheets(path: Path) -> list[Sheet]:
    """All pages of a PDF. Read from memory: there is no file to close when the last test is done."""
    pdf = pdfplumber.open(BytesIO(path.read_bytes()))
    return [Sheet(number, page) for number, page in enumerate(pdf.pages, start=1)]
