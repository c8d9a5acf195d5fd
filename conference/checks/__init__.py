"""What must agree across files. All rules in one place; each is one small function."""

from __future__ import annotations

from conference.checks import (
    banner,
    calendar,
    identity,
    people,
    private,
    recipients,
    schedule,
    totals,
)
from conference.facts import Facts
from conference.findings import Finding, limited
from conference.rule import Rule

RULES: tuple[Rule, ...] = (
    identity.ids_unique,
    identity.units_exist,
    identity.groups_exist,
    identity.units_used,
    identity.references_exist,
    identity.references_whole,
    identity.title_is_simple,
    identity.names_are_plain,
    identity.unit_names_differ,
    identity.unit_names_set_tones,
    totals.award_totals,
    totals.award_lists,
    totals.delegate_total,
    totals.delegate_groups,
    calendar.years_follow,
    calendar.date_fits,
    calendar.years_belong,
    calendar.bases_come_first,
    banner.banner_says_the_title,
    banner.place_is_the_committee_s,
    people.signatory_is_chair,
    people.delegates_once,
    people.seats_once,
    people.groups_once,
    people.people_bear_names,
    people.issued_is_settled,
    people.issued_is_no_draft,
    recipients.awarded_once,
    recipients.awarded_names,
    recipients.awarded_are_invited,
    schedule.agenda_times,
    schedule.agenda_all_timed,
    schedule.agenda_units_invited,
    schedule.issued_before,
    schedule.deadlines_before,
    schedule.deadlines_in_their_year,
    private.nothing_private,
)


def check(facts: Facts) -> list[Finding]:
    """Run every rule over the facts, as far as they could be read."""
    return sorted(finding for rule in RULES for finding in limited(rule.findings(facts)))
