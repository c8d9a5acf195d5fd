"""A page with something typed into it, looked at from memory: nothing is copied, nothing else read anew."""

from functools import cache

from folders import PLAN

from conference.checks.private import private_in_page
from conference.folders import dossier_folder
from conference.guard import guard
from conference.opening import open_publication
from conference.pages.calls import wrong_calls
from conference.pages.page import read_page
from conference.publication import Publication

CONTENT = '{{ unit("ban-chqs") }} năm {{ conference.next_year }}.\n'
"""The end of the plan's section on the content, behind which tests type."""


@cache
def plan() -> Publication:
    """The plan's dossier, read once by each worker."""
    findings, publication = open_publication(dossier_folder(PLAN))
    assert publication, findings
    return publication


class PageOfThePlan:
    """One page of the plan, whose file does not change. Where links lead is not looked at."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.text = (PLAN / f"docs/{name}.md").read_text("utf-8")

    def told(self, typed: str, after: str = CONTENT) -> tuple[int, list[str]]:
        """The line that what is typed behind a line begins at, and all that is told of the page."""
        before, anchor, rest = self.text.partition(after)
        assert anchor
        return (before + anchor).count("\n") + 2, self.told_of(f"{before}{anchor}\n{typed}\n{rest}")

    def told_of(self, text: str) -> list[str]:
        """All that is told of the page with another text."""
        known = plan()
        page, findings = read_page(self.name, text, f"docs/{self.name}.md")
        others = [other for other in known.pages if other.name != self.name]
        found = [
            *findings,
            *wrong_calls([page, *others], known.facts),
            *private_in_page(page.text, page.file),
            *guard(known.facts, [page]).findings,
        ]
        return [str(finding) for finding in sorted(found)]
