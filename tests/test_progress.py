"""How far a profile has come, on China's profile and on small changes to it."""

import pytest
from attrs import evolve

from maturity.dates import Date
from maturity.next_steps import KINDS, next_steps
from maturity.profile import Profile
from maturity.progress import UNCONFIRMED, Part, Progress, find_progress, list_texts
from maturity.records.findings import Finding, Lesson
from maturity.records.ratings import Rating
from maturity.records.sources import Source
from maturity.scoring import assess
from maturity.text import Text
from tests import mini
from tests.data_contracts.shipped import WAVES, country, framework

each_wave = pytest.mark.parametrize(("code", "wave"), WAVES)


def china() -> Profile:
    return country("CHN", 2022)


def progress(profile: Profile) -> Progress:
    return find_progress(assess(profile, framework()))


def part(profile: Profile, id: str | None) -> Part:
    return next(each for each in progress(profile).parts if each.id == id)


def with_ratings(profile: Profile, **changes: object) -> Profile:
    """The profile with its rating of `legal.sso` changed."""
    ratings = tuple(
        evolve(each, **changes) if (each.indicator, each.branch) == ("legal.sso", None) else each  # type: ignore[arg-type]
        for each in profile.ratings.ratings
    )
    return evolve(profile, ratings=evolve(profile.ratings, ratings=ratings))


def without_rating(profile: Profile, indicator: str) -> Profile:
    ratings = tuple(each for each in profile.ratings.ratings if each.indicator != indicator)
    return evolve(profile, ratings=evolve(profile.ratings, ratings=ratings))


@each_wave
def test_every_indicator_is_in_one_state(code: str, wave: int) -> None:
    found = progress(country(code, wave))
    assert [each.indicator for each in found.standings] == list(framework().indicators)
    overall = assess(country(code, wave), framework()).overall
    for state in ("rated", "not-rated", "not-evaluable", "not-applicable", "not-asked"):
        assert sum(each.count(state) for each in found.parts) == overall.count(state)


@each_wave
def test_a_shipped_country_lacks_nothing(code: str, wave: int) -> None:
    assert [each.kind for each in next_steps(progress(country(code, wave)))] == ["done"]


@each_wave
def test_every_text_is_counted_once(code: str, wave: int) -> None:
    profile = country(code, wave)
    assert sum(each.texts for each in progress(profile).parts) == len(
        list(list_texts(evolve(profile, outline=(), errata=())))
    )


def test_a_rating_that_was_carried_over_is_unconfirmed_and_does_not_count() -> None:
    carried = with_ratings(china(), carried_from=2019)
    before, after = part(china(), "legal"), part(carried, "legal")
    assert (before.count("rated") - after.count("rated"), after.count(UNCONFIRMED)) == (1, 1)
    assert assess(carried, framework()).score("legal.sso").score is None
    (step,) = next_steps(progress(carried))
    assert (step.kind, step.count) == ("confirm", 1)
    assert step.standing is not None
    assert step.standing.indicator.id == "legal.sso"


def test_records_that_were_carried_over_are_counted_where_they_stand() -> None:
    first, *others = china().legal.acts
    profile = evolve(china(), legal=evolve(china().legal, acts=(evolve(first, carried_from=2019), *others)))
    assert [each.unconfirmed_records for each in progress(profile).parts] == [0, 1, 0, 0, 0, 0, 0]
    assert "records" in [each.kind for each in next_steps(progress(profile))]


def test_an_indicator_without_an_entry_is_the_next_to_rate_with_what_bears_on_it() -> None:
    found = progress(without_rating(china(), "governance.digital-authority"))
    step = next_steps(found)[0]
    assert (step.kind, step.count) == ("rate", 1)
    assert step.standing is not None
    assert step.standing.indicator.id == "governance.digital-authority"
    told: list[Finding | Lesson] = [*china().findings, *china().all_lessons]
    bearing = [each.id for each in told if "governance.digital-authority" in each.bears_on]
    assert sorted(each.id for each in step.standing.bearing) == sorted(bearing)
    assert bearing


def test_those_that_records_bear_on_come_first() -> None:
    unheard = next(each for each in progress(china()).standings if not each.bearing).indicator.id
    profile = without_rating(without_rating(china(), unheard), "inclusion.channel-mix")
    waiting = progress(profile).waiting("not-rated")
    assert [each.indicator.id for each in waiting] == ["inclusion.channel-mix", unheard]


def test_an_indicator_lacks_evidence_where_no_record_bears_on_it() -> None:
    found = progress(china())
    lacking = {each.indicator.id for each in found.standings if each.lacks_evidence}
    cited = {each.indicator for each in china().ratings.ratings if each.evidence}
    told = {id for each in china().findings for id in each.bears_on}
    told |= {id for each in china().all_lessons for id in each.bears_on}
    assert lacking == {each.id for each in framework().indicators} - cited - told
    assert lacking


@pytest.mark.parametrize("status", ["not-applicable", "not-asked"])
def test_what_was_not_asked_or_does_not_apply_lacks_nothing(status: str) -> None:
    id = next(each for each in progress(china()).standings if each.lacks_evidence).indicator.id
    old = next(each for each in china().ratings.ratings if each.indicator == id)
    new = Rating(indicator=id, status=status, rationale=old.rationale)
    ratings = tuple(new if each is old else each for each in china().ratings.ratings)
    profile = evolve(china(), ratings=evolve(china().ratings, ratings=ratings))
    assert not any(each.lacks_evidence for each in progress(profile).standings if each.indicator.id == id)


def newer(**changes: str) -> list[str]:
    """Ids of the sources of `legal.sso` that are newer than its rating, when each of them is changed."""
    records = {each.id: each for each in china().records()}
    rating = assess(china(), framework()).rating("legal.sso")
    assert rating is not None
    cited = {records[id].source for id in rating.evidence}
    sources = tuple(
        evolve(each, **changes) if each.id in cited else each  # type: ignore[arg-type]
        for each in china().sources
    )
    found = progress(evolve(china(), sources=sources))
    standing = next(each for each in found.standings if each.indicator.id == "legal.sso")
    return [each.id for each in standing.newer]


def test_a_rating_is_older_than_a_source_that_was_published_or_read_after_it() -> None:
    (assessor,) = china().ratings.assessors
    assert assessor.date == "2026-11-25"
    assert newer() == []
    assert newer(accessed="2026-11-26") == newer(published="2026-12") == newer(accessed="2027") != []


def test_a_source_of_the_same_day_month_or_year_is_not_newer() -> None:
    assert newer(accessed="2026-11-25") == newer(published="2026-11") == newer(published="2026") == []


def test_an_empty_row_is_wanting_until_the_profile_says_where_one_looked() -> None:
    profile = evolve(china(), unknown=())
    empty = {each.table.id: each.terms for each in progress(profile).empty}
    assert progress(china()).empty == ()
    for each in china().unknown:
        assert set(each.rows) <= set(empty.get(each.table, each.rows))
    assert {each.table for each in china().unknown} & set(empty)
    assert not {"statistics", "institutions"} & set(empty), "no country is expected to fill every row of these"


def test_a_source_that_nothing_cites_is_wanting() -> None:
    extra = Source(id="extra", title="T", publisher="P", kind="report", rank="primary")
    profile = evolve(china(), sources=(*china().sources, extra))
    assert [each.id for each in progress(profile).never_cited] == ["extra"]
    listed = evolve(china(), sources=(*china().sources, evolve(extra, listed_only=True)))
    assert progress(listed).never_cited == ()


def test_texts_are_counted_that_do_not_stand_in_a_language() -> None:
    (finding, *others) = china().skills.findings
    bare = evolve(finding, text=evolve(finding.text, translations=()))
    profile = evolve(china(), skills=evolve(china().skills, findings=(bare, *others)))
    before, after = part(china(), "skills").untranslated, part(profile, "skills").untranslated
    assert [(code, count + 1) for code, count in before] == list(after)
    assert [code for code, _ in after] == ["zh", "fr"]


def test_a_profile_without_sources_and_assessors_begins_with_them() -> None:
    bare = evolve(china().ratings, assessors=(), ratings=())
    steps = next_steps(progress(evolve(china(), sources=(), ratings=bare)))
    assert [each.kind for each in steps][:3] == ["sources", "assessor", "rate"]


def test_steps_come_in_order_and_each_kind_once() -> None:
    late = evolve(china().ratings.assessors[0], date=Date("2010"))
    profile = without_rating(with_ratings(evolve(china(), unknown=()), carried_from=2019), "inclusion.channel-mix")
    profile = evolve(profile, ratings=evolve(profile.ratings, assessors=(late,)))
    finding = evolve(china().findings[0], id="new", text=Text(original="Only in English."))
    profile = evolve(profile, legal=evolve(profile.legal, findings=(*profile.legal.findings, finding)))
    kinds = [each.kind for each in next_steps(progress(profile))]
    assert kinds == sorted(kinds, key=KINDS.index)
    assert kinds == ["confirm", "rate", "newer", "rows", "translate"]


def test_each_indicator_stands_in_its_dimension_whatever_its_id() -> None:
    found = find_progress(mini.assessment())
    assert [(each.id, [one.indicator.id for one in each.standings]) for each in found.parts] == [
        ("health", ["life.rubric", "life.list"]),
        (None, []),
    ]


def test_what_a_framework_has_no_dimension_for_belongs_to_none() -> None:
    assessment = mini.measured(84, 33)
    found = find_progress(assessment)
    assert [(each.id, len(each.standings)) for each in found.parts] == [(None, 2)]
    assert found.parts[0].texts == sum(1 for each in assessment.profile.sections for _ in list_texts(each))
