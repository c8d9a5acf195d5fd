"""The door between MkDocs and the project: registers what conference/ offers, computes nothing."""

import sys
from functools import partial
from pathlib import Path

import click
from mkdocs.exceptions import PluginError

# The `mkdocs` command leaves the project's folder off the path, `python -m mkdocs` does not.
if (root := str(Path(__file__).resolve().parent)) not in sys.path:
    sys.path.insert(0, root)


def define_env(env):
    """What mkdocs-macros calls before each build: register the calls, or stop with all that is wrong.

    `mkdocs serve` goes on after an error: the findings stand on every page instead.
    """
    from conference.audience import chosen_audience, leave_out
    from conference.figures import Form
    from conference.folders import dossier_folder
    from conference.opening import open_publication
    from conference.pages.calls import callable_names
    from conference.render.named import Named
    from conference.wording import slug

    folder, extra = dossier_folder(Path(env.project_dir)), env.conf["extra"]
    if folder.data.is_dir():
        env.conf["watch"].append(str(folder.data))
    # Headings without an id of their own: đ becomes d (the default loses it). Set here because
    # mkdocs.yml could name the function only with the project on the path.
    env.conf["mdx_configs"].setdefault("toc", {})["slugify"] = lambda text, separator: slug(text)

    edit, audience = extra.get("edit_data") or "", chosen_audience()
    findings, env.publication = open_publication(folder, edit, audience)
    for finding in findings:
        click.echo(str(finding), err=True)
    if env.publication:
        extra |= env.publication.theme_values
        extra["is_wide"] = lambda file: env.publication.is_wide(file)
        leave_out(env.publication.left_out, env.conf)
    elif is_serving():
        extra["findings"] = findings
    else:
        raise PluginError("Dữ liệu hoặc trang có lỗi (xem các dòng trên); không dựng trang.")

    # Given by hooks.py, which puts the blocks back when a page is done; without it they stand there.
    hold = extra["stash"].put if "stash" in extra else str

    def page():
        return env.publication.page(env.page.file.src_uri.removesuffix(".md"))

    def answer(name, *arguments):
        return env.publication.answer(page(), name, arguments, hold=hold)

    for name in callable_names():
        env.macro(partial(answer, name), name)
    if env.publication:
        env.variables.update(env.publication.variables(answer))
        for form in Form:
            env.filter(partial(Named.in_form, form=form), form)


def on_pre_page_macros(env):
    """What mkdocs-macros calls before it renders a page: only text that was checked is ever run.

    The check lets nothing through but calls of known names, so pages need no sandbox; what was
    saved since, or holds an error, does not get here.
    """
    name = env.page.file.src_uri.removesuffix(".md")
    env.markdown = env.publication.checked_text(name) if env.publication else ""
    # What stands in the front matter would hide the names of the data: {{ document.number }}.
    env.page.meta.pop("document", None)
    # MkDocs has the day of the build there, for sitemap.xml.gz: «no time stamp», so that two builds are
    # alike. The days of sitemap.xml are those of the history.
    env.page.update_date = "1970-01-01"


def on_post_build(env):
    """What mkdocs-macros calls after each build: write the files made of data.

    `mkdocs serve` keeps the settings of its first build for good; the data go with each build.
    """
    from conference.site_files import write_site_files

    if env.publication:
        write_site_files(env.publication, Path(env.conf["site_dir"]))
    env.publication = None


def is_serving():
    """True under `mkdocs serve`, whose server must outlive a wrong file."""
    context = click.get_current_context(silent=True)
    return bool(context) and context.info_name == "serve"
