"""Stands for conference/__main__.py in the quick project of these tests: the same commands, pages at once.

A page shows `value` of data/facts.yml, and so do a script and figures.json: what is of two releases is seen.
"""

import argparse
import json
import re
from pathlib import Path

parser = argparse.ArgumentParser()
commands = parser.add_subparsers(dest="command")
for name in ("check", "build"):
    commands.add_parser(name).add_argument("--dossier", type=Path)
commands.choices["build"].add_argument("--audience")
chosen = parser.parse_args()
facts = (chosen.dossier / "data/facts.yml").read_text("utf-8")
found = re.search(r"(?m)^value: ([0-9]+)$", facts)
if chosen.command == "check":
    if not found:
        print("data/facts.yml:1:8: lỗi: cần một số, ví dụ: value: 28. [value]")
        raise SystemExit(1)
    print("không có lỗi")
    raise SystemExit(0)

value, site = found[1], chosen.dossier / "site"
(site / "assets").mkdir(parents=True)
(site / "assets/app.js").write_text(f"window.value = {value};\n" + "// padding\n" * 300)
(site / "figures.json").write_text(
    json.dumps({"figures": [{"name": "all", "value": int(value), "title": "Tất cả"}]})
)
HEAD = '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>x</title>'
for path in [*sorted((chosen.dossier / "docs").glob("*.md")), None]:
    name = path.stem if path else "404"
    if path and "audience: staff" in path.read_text("utf-8") and chosen.audience != "staff":
        continue
    root = "" if path else "/"
    text = re.sub(r"(?s)^---.*?---", "", path.read_text("utf-8")) if path else "Không có trang này"
    parts = "".join(
        f'<h2 id="{line[3:].replace(" ", "-")}">{line[3:]}</h2>'
        if line.startswith("## ")
        else f"<p>{line}</p>"
        for line in text.splitlines()
        if line.strip()
    )
    (site / f"{name}.html").write_text(
        f'{HEAD}<script src="{root}assets/app.js"></script>'
        f'<script>var quick=1</script><script id="__config" type="application/json">{{"base": "{root or "."}"}}</script>'
        f'</head><body><article data-stamp="Dự thảo"><h1 id="top">{name}</h1><p id="number">Có <data data-figure="all" value="{value}">'
        f"{value}</data></p>{parts}</article></body></html>\n",
        "utf-8",
    )
