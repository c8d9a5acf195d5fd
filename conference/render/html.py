"""Text → HTML that stays text: escaped for HTML, and out of Markdown's reach as well.

Blocks are pasted into Markdown pages, so a `*` or `|` in a name must not become markup: such
characters are written as numeric entities, which Markdown leaves alone and browsers show as typed.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from conference import wording
from conference.figures import Figure, Form
from conference.models import Open

_MARKDOWN = str.maketrans({mark: f"&#{ord(mark)};" for mark in "\\`*_[]{}|~^="})


def plain(value: object) -> Markup:
    """A value as HTML that shows exactly its characters, also after Markdown went over it."""
    if hasattr(value, "__html__"):
        return Markup(value)
    return Markup(str(escape(value)).translate(_MARKDOWN))


def figure_element(figure: Figure, form: Form) -> Markup:
    """A figure in the element that names it, as design section 3 fixes it."""
    return Markup('<data class="figure" data-figure="{}" value="{}">{}</data>').format(
        figure.name, figure.value, figure.shown(form)
    )


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates, known by their text so that a stale one is never used."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template, if possible."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates() -> FileSystemBytecodeCache | None:
    """Compiled templates kept for the next start, where a folder can be made for them.

    It is .cache/ beside the package, not among the sources: `mkdocs serve` watches those.
    """
    folder = Path(__file__).resolve().parents[2] / ".cache" / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return _Compiled(str(folder))


def environment() -> Environment:
    """The only writer of HTML: autoescaping on, undefined names are errors."""
    made = Environment(
        loader=PackageLoader("conference", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        bytecode_cache=compiled_templates(),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "long_date": lambda day: wording.long_date(day.day, day.month, day.year),
        "short_date": wording.short_date,
        "clock": wording.clock,
        "capitalised": wording.capitalised,
    }
    made.tests["open"] = lambda value: isinstance(value, Open)
    return made


def _finalize(value: Any) -> Any:
    return plain(value) if isinstance(value, str) else value
