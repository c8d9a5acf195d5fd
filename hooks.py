"""What the events of MkDocs allow beyond the macros: speed, and a server that follows every change.

No page depends on it: a builder that ignores this file gives the same pages, slower.
"""

import os
import sys
from pathlib import Path

from mkdocs.plugins import event_priority

ROOT = Path(__file__).resolve().parent


@event_priority(100)  # before the macros are registered
def on_config(config):
    """Offer a stash that keeps finished blocks from Markdown; see conference/render/stash.py."""
    if str(ROOT) not in sys.path:  # MkDocs has it there only while it reads this file
        sys.path.insert(0, str(ROOT))
    forget_changed_modules()
    from conference.render.stash import Stash

    config.extra["stash"] = Stash()


def on_files(files, config):
    """Let `mkdocs serve` start over pages it could not even read: their findings are shown."""
    if config.extra.get("findings"):
        for file in files.documentation_pages():
            file.content_string = ""


def on_page_content(html, page, config, files):
    """Put the blocks of a page where their marks stand, and say which ids they bring."""
    stash = config.extra["stash"]
    page.present_anchor_ids |= stash.ids_in(html)
    return stash.restore(html)


def on_env(env, config, files):
    """Keep the theme's compiled templates for the next build: compiling them is a third of one."""
    from conference.render.html import compiled_templates

    env.bytecode_cache = compiled_templates()


def on_post_page(output, page, config):
    """Have a page load one file of each kind; see joining.py."""
    from joining import joined

    return joined(output, page.file.dest_uri, Path(config.site_dir))


def on_post_build(config):
    """Make the search one script, and let go of the blocks: `mkdocs serve` keeps its first settings for good."""
    from joining import join_worker

    join_worker(ROOT / "overrides" / "assets" / "search" / "worker.js", Path(config.site_dir))
    del config.extra["stash"]


def on_serve(server, config, builder):
    """Show at once what is saved, where `make serve` asks for it; see live_server.py."""
    if os.environ.get("CONFERENCE_LIVE"):
        from live_server import LiveServer

        return LiveServer(server, config, builder)
    return server


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
