"""Styles and scripts are joined: fewer files, the same rules and steps in the same order."""

import pytest

from joining import joined

HEAD = """<link rel="stylesheet" href="{0}a.css">
<link rel="preload" as="style" href="{0}p.css">
<link rel="stylesheet" href="{0}b.css">
<link rel="stylesheet" media="print" href="{0}p.css" class="paper-rules">
<link rel="stylesheet" media="print" href="{0}q.css">
<script src="{0}early.js"></script>
<script>inline()</script>
<script src="{0}late.js" data-figures="x?1"></script>
<script src="{0}assets/javascripts/theme.js"></script>
<script data-some src="{0}list.js"></script>
<script src="https://elsewhere/x.js"></script>
<script async src="{0}early.js"></script>
"""
FILES = {
    "a.css": "/* why */\nb { color: red }\n",
    "b.css": "i { color: blue }\n",
    "p.css": "b { color: black }\n",
    "q.css": "i { color: black }\n",
    "early.js": '"use strict";\nearly()\n//# sourceMappingURL=early.js.map\n',
    "late.js": "/* two\n   lines */\nlate(`/* kept */`)\n",
    "list.js": "list()\n",
}


@pytest.fixture
def site(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def made(site):
    return {path.name: path.read_text("utf-8") for path in (site / "assets/joined").iterdir()}


@pytest.mark.parametrize(("page", "up"), [("index.html", ""), ("some/where/page.html", "../../")])
def test_a_page_names_one_file_of_each_kind(site, page, up):
    html = joined(HEAD.format(up), page, site)
    texts = made(site)
    (style,) = (name for name, text in texts.items() if "red" in text)
    (printed,) = (name for name, text in texts.items() if "black" in text)
    (script,) = (name for name, text in texts.items() if "early" in text)
    (some,) = (name for name, text in texts.items() if "list" in text)
    assert " ".join(texts[style].split()) == "b { color: red } i { color: blue }"
    assert " ".join(texts[printed].split()) == "b { color: black } i { color: black }"
    assert [line for line in html.splitlines() if line] == [
        f'<link rel="stylesheet" href="{up}assets/joined/{style}">',
        f'<link rel="preload" as="style" href="{up}assets/joined/{printed}">',
        f'<link rel="stylesheet" media="print" href="{up}assets/joined/{printed}" class="paper-rules">',
        "<script>inline()</script>",
        f'<script src="{up}assets/joined/{script}" data-figures="x?1"></script>',
        f'<script src="{up}assets/javascripts/theme.js"></script>',
        f'<script src="{up}assets/joined/{some}"></script>',
        '<script src="https://elsewhere/x.js"></script>',
        f'<script async src="{up}early.js"></script>',
    ]
    # Nothing stands before what the first script says of itself, so «use strict» holds for none.
    assert texts[script].split("\n") == [
        "",
        ';"use strict";',
        "early()",
        "",
        "",
        ";late(`/* kept */`)",
        "",
    ]


def test_a_name_changes_with_the_content_alone(site):
    first = joined(HEAD.format(""), "index.html", site)
    assert joined(HEAD.format(""), "index.html", site) == first
    (site / "b.css").write_text("i { color: green }\n", "utf-8")
    assert joined(HEAD.format(""), "index.html", site) != first


@pytest.mark.parametrize("text", ["b { background: url(b.png) }", "b { background: url('b.png') }"])
def test_styles_that_name_files_beside_them_stay_where_they_are(site, text):
    (site / "b.css").write_text(text, "utf-8")
    assert '<link rel="stylesheet" href="b.css">' in joined(HEAD.format(""), "index.html", site)
    (site / "b.css").write_text('b { background: url("data:image/png;base64,") }', "utf-8")
    assert "b.css" not in joined(HEAD.format(""), "index.html", site)


def test_what_is_not_there_is_left_to_be_missed(site):
    (site / "late.js").unlink()
    html = joined(HEAD.format(""), "index.html", site)
    assert '<script src="early.js"></script>' in html
    assert '<script src="late.js" data-figures="x?1"></script>' in html
