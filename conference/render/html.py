"""Text → HTML that shows it as typed: escaped for HTML and for Markdown; the templates' settings.

Blocks are pasted into Markdown pages, so a `*` or `|` in a name must not become markup: such
characters are written as numeric entities, which Markdown leaves alone and browsers show as typed.
"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from conference import wording
from conference.figures import Figure, Form
from conference.models import Open
from conference.render.tables import Column, columns

_MARKDOWN = str.maketrans({mark: f"&#{ord(mark)};" for mark in "\\`*_[]{}|~^="})


def escape_text(value: object) -> Markup:
    """Escape a value so that exactly its characters are shown, also after Markdown went over it.

    Args:
        value: text; what is markup already (`__html__`) stays as it is.
    """
    if hasattr(value, "__html__"):
        return Markup(value)
    return Markup(str(escape(value)).translate(_MARKDOWN))


def figure_element(figure: Figure, form: Form) -> Markup:
    """Render a figure in the element by which scripts and tests find it.

    Returns:
        `<data class="figure" data-figure="NAME" value="NUMBER">` round the number as written.
    """
    return Markup('<data class="figure" data-figure="{}" value="{}">{}</data>').format(
        figure.name, figure.value, figure.shown(form)
    )


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates on disk, found by their text so that a stale one is never used."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template, if possible."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates() -> FileSystemBytecodeCache | None:
    """Open the store of compiled templates, which are kept for the next start.

    It is .cache/ beside the package, not among the sources: `mkdocs serve` watches those.

    Returns:
        The store, or None where no folder can be made for it.
    """
    folder = Path(__file__).resolve().parents[2] / ".cache" / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return _Compiled(str(folder))


def environment() -> Environment:
    """Make the environment all templates run in, the only writer of HTML.

    Autoescaping is on and undefined names are errors.
    """
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
    made.globals |= {
        "column": Column,
        "columns": columns,
        "cell_start": partial(_cell_start, made.get_template("cell_start.html")),
    }
    made.tests["open"] = lambda value: isinstance(value, Open)
    return made


@lru_cache(maxsize=1024)  # a long table asks for every cell: a third of its time
def _cell_start(template: Template, column: Column, to_print: bool) -> Markup:
    return Markup(template.render(column=column, to_print=to_print))


def _finalize(value: Any) -> Any:
    return escape_text(value) if isinstance(value, str) else value
