"""A bar chart as SVG, without a library: what each builder takes for the same content."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

_WIDTH, _LABEL, _BAR, _GAP = 800, 310, 20, 10
_OURS, _THEIRS, _INK = "#b3261e", "#7a8a99", "#444"


def bars(title: str, rows: Sequence[tuple[str, float, str, bool]]) -> str:
    """Horizontal bars: label, length, what is written at its end, whether it is ours."""
    longest = max((value for _, value, _, _ in rows), default=1) or 1
    height = 46 + len(rows) * (_BAR + _GAP)
    room = _WIDTH - _LABEL - 90
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        f'role="img" aria-label="{escape(title)}" font-family="sans-serif" font-size="13">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
        f'<text x="10" y="24" fill="{_INK}" font-size="15">{escape(title)}</text>',
    ]
    for index, (label, value, shown, ours) in enumerate(rows):
        top = 40 + index * (_BAR + _GAP)
        length = max(1.0, value / longest * room)
        colour = _OURS if ours else _THEIRS
        parts += [
            f'<text x="{_LABEL - 8}" y="{top + 15}" text-anchor="end" fill="{_INK}">{escape(label)}</text>',
            f'<rect x="{_LABEL}" y="{top}" width="{length:.1f}" height="{_BAR}" fill="{colour}"/>',
            f'<text x="{_LABEL + length + 6:.1f}" y="{top + 15}" fill="{_INK}">{escape(shown)}</text>',
        ]
    return "\n".join([*parts, "</svg>"]) + "\n"
