"""What stands where on a printed sheet, in mm from its upper left corner (letters in pt)."""

from dataclasses import dataclass
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
    """One printed page, all of it measured: plain values, which can be kept in a file."""

    number: int
    width: float
    height: float
    chars: list[dict]
    """Letters: text, x0, x1, top, size, fontname, matrix, non_stroking_color, page_height (pt)."""
    lines_drawn: list[dict]
    """Lines, boxes and curves: x0, x1, top, non_stroking_color, fill (pt)."""
    tables: list[list[list[str | None]]]
    """The ruled tables: rows of cells."""
    rows: list[tuple[float, float]]
    """Upper and lower edge of each row of each table."""
    ink: tuple[float, float, float, float]
    """Left, top, right, bottom of the ink in the text block's height."""
    corner: int
    """How bright the sheet is near its upper left corner: 255 is white."""

    @property
    def fills(self) -> list[dict]:
        return [drawn for drawn in self.lines_drawn if drawn["fill"]]

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    @cached_property
    def lines(self) -> list[Line]:
        return lines_of([char for char in self.chars if self._shows(char)])

    def _shows(self, char) -> bool:
        """False for a letter of the next sheet whose accent reaches up here, where it is cut off."""
        return char["size"] < 10 or char["top"] * MM < self.height - BOTTOM

    @cached_property
    def head(self) -> list[Line]:
        """What stands above the text block: the page number."""
        return [line for line in self.lines if line.base * MM < TOP]

    @cached_property
    def foot(self) -> list[Line]:
        """What stands below the text block: the stamp."""
        return [line for line in self.lines if line.top > self.height - BOTTOM]

    @cached_property
    def body(self) -> list[Line]:
        outside = {*self.head, *self.foot}
        return [line for line in self.lines if line not in outside]


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
    """All pages of a PDF."""
    with pdfplumber.open(BytesIO(path.read_bytes())) as pdf:
        return [_sheet(number, page) for number, page in enumerate(pdf.pages, start=1)]


_LETTER = ("text", "x0", "x1", "top", "size", "fontname", "matrix", "non_stroking_color")
_DRAWN = ("x0", "x1", "top", "non_stroking_color", "fill")


def _sheet(number: int, page) -> Sheet:
    height = float(page.height)
    drawn = [*page.lines, *page.rects, *page.curves]
    tables = page.find_tables() if len(drawn) > 4 else []
    image = page.to_image(resolution=72).original.convert("L")
    return Sheet(
        number=number,
        width=float(page.width) * MM,
        height=height * MM,
        chars=[{**_only(_LETTER, char), "page_height": height} for char in page.chars],
        lines_drawn=[_only(_DRAWN, shape) for shape in drawn],
        tables=[table.extract() for table in tables],
        rows=[(row.bbox[1] * MM, row.bbox[3] * MM) for table in tables for row in table.rows],
        ink=_ink(image, float(page.width) * MM, height * MM),
        corner=image.getpixel((3, 3)),
    )


def _only(keys: tuple[str, ...], measured: dict) -> dict:
    return {key: measured.get(key) for key in keys}


def _ink(image, width: float, height: float) -> tuple[float, float, float, float]:
    """Where an image of a sheet is not white, between the upper and the lower margin."""
    scale = image.width / width
    upper, lower = round((TOP - 3) * scale), round((height - BOTTOM + 3) * scale)
    part = image.crop((0, upper, image.width, lower)).point(lambda value: 255 if value < 160 else 0)
    left, top, right, bottom = part.getbbox()
    return left / scale, (top + upper) / scale, right / scale, (bottom + upper) / scale
