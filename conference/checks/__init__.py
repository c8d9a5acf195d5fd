"""What must agree across files: one small function a rule, all of them listed here.

A rule's docstring says what it ensures and, where a norm or the plan asks for it, which
(`Source:`); the others follow from the data alone.
"""

from __future__ import annotations

from conference.checks import (
    banner,
    calendar,
    collectives,
    deadlines,
    delegates,
    document,
    identity,
    meetings,
    private,
    schedule,
    signing,
    sittings,
    synonyms,
    totals,
    twice,
)
from conference.facts import Facts
from conference.findings import Finding, limited
from conference.rule import Rule

RULES: tuple[Rule, ...] = (
    identity.ids_unique,
    identity.units_exist,
    identity.groups_exist,
    identity.references_exist,
    identity.references_well_formed,
    identity.title_calls_figures_only,
    identity.names_hold_no_references,
    identity.unit_names_differ,
    identity.unit_names_use_new_tones,
    totals.award_totals,
    totals.award_lists,
    totals.delegate_total,
    totals.delegate_groups,
    totals.delegate_points,
    calendar.years_follow,
    calendar.periods_follow,
    calendar.date_fits,
    calendar.bases_come_first,
    banner.banner_says_the_title,
    banner.place_matches_committee,
    document.regime_fits_the_body,
    document.marks_belong_to_the_regime,
    document.symbols_belong_to_the_regime,
    document.citations_exist,
    signing.symbols_say_the_kind,
    signing.deputies_sign_for_heads,
    document.issued_in_its_year,
    delegates.delegates_once,
    delegates.seats_once,
    twice.named_once,
    twice.labels_differ,
    twice.support_is_another,
    delegates.groups_apart,
    delegates.classes_apart,
    delegates.discussion_rooms_once,
    delegates.names_are_letters,
    document.issued_is_settled,
    document.issued_is_no_draft,
    document.those_above_are_there,
    collectives.said_as_they_are,
    collectives.awarded_once,
    collectives.awarded_names,
    collectives.awarded_are_invited,
    meetings.said_in_one_place,
    meetings.meetings_exist,
    meetings.meetings_in_order,
    meetings.points_are_online,
    meetings.reserve_comes_after,
    meetings.agenda_ids_differ,
    meetings.minutes_agree,
    sittings.heads_agree,
    sittings.halves_agree,
    sittings.sessions_in_their_days,
    sittings.days_have_sessions,
    sittings.sessions_in_order,
    sittings.chairs_agree,
    schedule.agenda_times,
    schedule.agenda_all_timed,
    deadlines.issued_before,
    deadlines.deadlines_before,
    deadlines.deadlines_in_their_year,
    deadlines.deadlines_after_the_plan,
    deadlines.days_lead_somewhere,
    deadlines.working_days_without_holidays,
    synonyms.synonyms_differ,
    private.nothing_private,
)


def check(facts: Facts) -> list[Finding]:
    """Run every rule.

    Args:
        facts: what is known, as far as it could be read.

    Returns:
        What is wrong, sorted by place; of each rule at most `findings.LIMIT`.
    """
    return sorted(finding for rule in RULES for finding in limited(rule.findings(facts)))
