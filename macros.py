"""The door between MkDocs and the project: loads, checks, registers; computes nothing."""

import gc
import sys
from functools import partial
from pathlib import Path

import click
import mkdocs_macros.plugin
from jinja2.sandbox import ImmutableSandboxedEnvironment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from pathspec.gitignore import GitIgnoreSpec

ROOT = Path(__file__).resolve().parent

# The `mkdocs` command leaves the project's folder off the path, `python -m mkdocs` does not.
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

# Pages are written by many hands: their macros run in a sandbox.
mkdocs_macros.plugin.Environment = ImmutableSandboxedEnvironment

KEPT = []
"""What holds the data and the blocks of the build that is going on."""


def forget_changed_modules():
    """Import the package anew when one of its files was saved while `mkdocs serve` runs."""
    loaded = sys.modules.get("conference")
    sources = [*(ROOT / "conference").rglob("*.py"), *(ROOT / "conference").rglob("*.html")]
    newest = max(path.stat().st_mtime_ns for path in sources)
    if loaded and getattr(loaded, "newest", newest) != newest:
        for name in [n for n in sys.modules if n.split(".")[0] == "conference"]:
            del sys.modules[name]
    import conference

    conference.newest = newest


def keep_compiled_theme(theme):
    """Keep the theme's compiled templates for the next build: compiling them is a third of one."""
    from conference.render.html import compiled_templates

    make = getattr(type(theme), "get_env", None)
    if make is None:  # another builder than MkDocs, with templates of its own
        return

    def get_env():
        made = make(theme)
        made.bytecode_cache = compiled_templates()
        return made

    theme.get_env = get_env


def past_markdown(conf):
    """What takes finished blocks round Markdown; another builder than MkDocs gets them in the page."""
    if not isinstance(conf, MkDocsConfig):
        return str
    from conference.render.finished import Finished

    finished = Finished()
    KEPT.append(finished)
    conf["markdown_extensions"].append(finished)
    return finished.hold


def define_env(env):
    """What mkdocs-macros calls before each build."""
    gc.disable()  # all that is made here is kept: to look for garbage among it takes a tenth of a build
    try:
        register(env)
    finally:
        gc.enable()


def register(env):
    """Register the blocks and figures, or stop with everything that is wrong.

    `mkdocs serve` goes on after an error: the findings stand on every page instead.
    """
    forget_changed_modules()
    keep_compiled_theme(env.conf["theme"])
    from conference.calls import FUNCTIONS
    from conference.folders import dossier_folder
    from conference.publication import open_publication
    from conference.render import block_names
    from conference.wording import slug

    # Headings without an id of their own: đ becomes d (the default loses it). Set here because
    # mkdocs.yml could name the function only with the project on the path; see above.
    env.conf["mdx_configs"].setdefault("toc", {})["slugify"] = lambda text, separator: slug(text)
    folder = dossier_folder(Path(env.project_dir))
    if folder.data.is_dir():
        env.conf["watch"].append(str(folder.data))
    publication = open_publication(folder, env.conf["extra"].get("edit_data") or "")
    env.publication = publication
    for finding in publication.findings:
        click.echo(str(finding), err=True)
    # Variables that would lead pages out of the sandbox are taken away.
    env.variables["config"] = {}
    env.conf["extra"]["findings"] = () if publication.sound else publication.findings
    if publication.sound:
        renderer = publication.renderer
        KEPT.extend((publication, renderer))
        env.conf["extra"]["illustrative"] = publication.dossier.conference.illustrative
        env.conf["extra"]["figure_cards"] = renderer.figure_cards.version
        env.conf["extra"]["stamp"] = publication.stamp
        env.conf["extra"]["state_banner"] = renderer.block("state_banner")
        env.macro(renderer.figure, "figure")
        env.macro(renderer.phrase, "phrase")
        hold = past_markdown(env.conf)
        env.macro(partial(publication.sheet, hold=hold), "sheet")
        for name in block_names():
            env.macro(lambda *part, name=name: hold(renderer.block(name, *part)), name)
    elif is_serving():
        leave_out_unreadable(env.conf)
        for name in [*FUNCTIONS, *block_names()]:
            env.macro(lambda *arguments: "", name)
    else:
        raise PluginError("Dữ liệu hoặc trang có lỗi (xem các dòng trên); không dựng trang.")


def on_post_build(env):
    """What mkdocs-macros calls after each build: writes the file that figures.js fetches.

    `mkdocs serve` keeps the configuration of its first build for good: not the data with it, which
    the next build reads anew.
    """
    if env.publication.sound:
        cards = Path(env.conf["site_dir"], "assets", "figure-cards.js")
        cards.write_text(env.publication.renderer.figure_cards.text, encoding="utf-8")
    if is_serving():
        for holder in KEPT:
            vars(holder).clear()
        KEPT.clear()


def leave_out_unreadable(conf):
    """Keep MkDocs away from pages it could not read: it would stop the server."""
    unreadable = []
    for page in Path(conf["docs_dir"]).rglob("*.m*d*"):
        try:
            page.read_text(encoding="utf-8")
        except (OSError, UnicodeError):
            unreadable.append("/" + page.relative_to(conf["docs_dir"]).as_posix())
    left_out = GitIgnoreSpec.from_lines(unreadable)
    conf["exclude_docs"] = conf["exclude_docs"] + left_out if conf["exclude_docs"] else left_out


def is_serving():
    """True under `mkdocs serve`, whose server must outlive a wrong file."""
    context = click.get_current_context(silent=True)
    return bool(context) and context.info_name == "serve"
