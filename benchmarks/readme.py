"""The table in benchmarks/README.md stands between two markers and is never typed by hand."""

from __future__ import annotations

from pathlib import Path

from benchmarks.results import CHART, HERE, LATEST, Results, load, table, told

README = HERE / "README.md"
BEGIN = "<!-- benchmarks: written by `make bench`, not by hand -->"
END = "<!-- /benchmarks -->"


def section(results: Results) -> str:
    """What stands between the markers: the figures that have a target."""
    aimed = [figure for figure in results.figures if figure.target]
    chart = CHART.relative_to(README.parent).as_posix()
    raw = LATEST.relative_to(README.parent).as_posix()
    return "\n\n".join(
        [
            told(results),
            table(aimed),
            f"![Seconds to build the same content]({chart})",
            f"All figures: [{Path(raw).with_suffix('.md')}]({Path(raw).with_suffix('.md')}), "
            f"single runs: [{raw}]({raw}).",
        ]
    )


def put(text: str, content: str) -> str:
    """The README with new content between the markers; ValueError when they are not there once."""
    if text.count(BEGIN) != 1 or text.count(END) != 1 or text.index(BEGIN) > text.index(END):
        raise ValueError(
            f"benchmarks/README.md needs the two markers once, in order: {BEGIN} … {END}"
        )
    before, rest = text.split(BEGIN)
    return f"{before}{BEGIN}\n{content}\n{END}{rest.split(END)[1]}"


def update() -> None:
    text = README.read_text("utf-8")
    README.write_text(put(text, section(load())), "utf-8")


if __name__ == "__main__":
    update()
