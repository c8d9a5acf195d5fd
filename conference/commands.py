"""The project's commands, for editors and the Makefile: what each does, and with which exit code."""

from __future__ import annotations

import argparse
import os
import sys

from conference.audience import VARIABLE, Audience
from conference.command_line import command_line
from conference.findings import has_errors
from conference.folders import ROOT, dossier_folder
from conference.opening import open_publication


def main(arguments: list[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: The words after `python -m conference`; None: those of this process.

    Returns:
        The exit code: 0 when all is well, 1 on errors, 2 for wrong use; of `build` also others.

    Raises:
        SystemExit: Help was asked for, or the words are no command.
    """
    chosen = command_line().parse_args(arguments)
    runs = {
        "check": run_check,
        "build": run_build,
        "serve": run_serve,
        "release": run_release,
        "sample": run_sample,
        "schema": run_schema,
        "csp": run_csp,
    }
    return runs[chosen.command](chosen)


def run_check(chosen: argparse.Namespace) -> int:
    """Print every finding, or «không có lỗi»."""
    from conference.code_quality import report

    findings = open_publication(dossier_folder(chosen.dossier, chosen.data)).findings
    if chosen.format == "gitlab":
        sys.stdout.write(report(findings))
    else:
        lines = [str(finding) for finding in findings]
        if not has_errors(findings):
            lines.append("không có lỗi")
        sys.stdout.write("\n".join(lines) + "\n")
    return 1 if has_errors(findings) else 0


def run_build(chosen: argparse.Namespace) -> int:
    """Build a dossier's site/ and switch it in."""
    from conference.build import build
    from conference.leaks import leaks
    from conference.release import commit_of, write_release

    os.environ[VARIABLE] = chosen.audience  # for the builder, a process of its own
    folder, audience = dossier_folder(chosen.dossier), Audience(chosen.audience)
    commit = commit_of(folder)
    return build(
        chosen.dossier,
        faults=lambda site: leaks(site, folder.docs) if audience == Audience.EVERYONE else (),
        complete=lambda site: write_release(site, folder, audience, commit),
    )


def run_serve(chosen: argparse.Namespace) -> int:
    """Serve a dossier's site until it is stopped."""
    from conference.serving import serve

    os.environ[VARIABLE] = chosen.audience  # for the server, a process of its own
    return serve(chosen.dossier, chosen.address)


def run_release(chosen: argparse.Namespace) -> int:
    """Pack a dossier's site and print where; why it cannot be goes to standard error."""
    from conference.build.told import advice, label
    from conference.release_archive import NoRelease, pack

    site = chosen.dossier.absolute() / "site"
    try:
        archive = pack(site, chosen.to.absolute(), chosen.key)
    except NoRelease as reason:
        sys.stderr.write(f"{label(site)}: {reason}.\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"{advice(error, site)}\n")
        return 1
    sys.stdout.write(f"{label(archive)}\n")
    return 0


def run_sample(chosen: argparse.Namespace) -> int:
    """Write an invented dossier."""
    from conference.sample import write_sample

    try:
        write_sample(chosen.folder, chosen.delegates)
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"đã viết {chosen.folder}\n")
    return 0


def run_schema(_: argparse.Namespace) -> int:
    """Write schema/ anew from the models."""
    from conference.schema import write_schemas

    write_schemas(ROOT / "schema")
    return 0


def run_csp(chosen: argparse.Namespace) -> int:
    """Print the policy; what it would block goes to standard error."""
    from conference.csp import blocked, policy

    site = chosen.site
    if not any(site.glob("*.html")):
        sys.stderr.write(f"{site}: không có trang nào; hãy chạy make build trước\n")
        return 2
    try:
        problems, header = list(blocked(site)), policy(site)
    except (OSError, UnicodeError) as error:
        sys.stderr.write(f"{site}: không đọc được một trang ({type(error).__name__})\n")
        return 2
    sys.stderr.write("".join(f"{problem}\n" for problem in problems))
    sys.stdout.write(f"{header}\n")
    return 1 if problems else 0
