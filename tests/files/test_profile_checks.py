from collections.abc import Sequence
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from maturity.dates import Date
from maturity.files.document import Document
from maturity.files.faults import MAX_HINTS, Fault
from maturity.files.positions import Path
from maturity.files.profile_checks import Part, check_profile, list_later
from maturity.files.profile_values import profile_parts
from maturity.files.references import Definition
from maturity.framework import Framework
from maturity.profile import Profile
from maturity.records.context import Context
from maturity.records.findings import Finding, Lesson
from maturity.records.inclusion import Inclusion
from maturity.records.record import Record
from maturity.records.skills import Skills
from maturity.records.sources import Figure, Source
from maturity.records.statistics import Statistic
from maturity.text import Text
from maturity.vocabulary import Term, Vocabulary
from tests import synthetic

FACT = synthetic.finding("fact", bears_on=("a.one",))
PEOPLE = Term(id="people", label=Text(original="People"), unit="persons", low=1, high=2_000_000_000)
DEBT = Term(id="debt", label=Text(original="Debt"), unit="EUR")
FRAMEWORK = synthetic.framework(vocabularies=[Vocabulary(id="statistics", terms=(PEOPLE, DEBT))])


def test_a_profile_that_fits_together_has_no_faults() -> None:
    assert found(profile(levels={"a.one": 2}), folder_name="aaa/2020", framework=FRAMEWORK) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        (
            {"source": "studi"},
            Fault(("findings", 1, "source"), "E104", "unknown source 'studi'", "did you mean 'study'?"),
        ),
        (
            {"cites": ("study", "annex")},
            Fault(("findings", 1, "cites", 1), "E104", "unknown source 'annex'"),
        ),
        (
            {"about": ("facts",)},
            Fault(("findings", 1, "about", 0), "E104", "unknown record 'facts'", "did you mean 'fact'?"),
        ),
        (
            {"bears_on": ("a.one", "a.tow")},
            Fault(("findings", 1, "bears_on", 1), "E104", "unknown indicator 'a.tow'", "did you mean 'a.two'?"),
        ),
        ({"source": "fact"}, Fault(("findings", 1, "source"), "E104", "unknown source 'fact'")),
        ({"about": ("study",)}, Fault(("findings", 1, "about", 0), "E104", "unknown record 'study'")),
    ],
)
def test_what_nobody_defines_is_unknown(changes: dict[str, Any], fault: Fault) -> None:
    wrong = evolve(FACT, id="other", **changes)
    assert found(profile(findings=(FACT, wrong)), framework=FRAMEWORK) == [("context.yaml", fault)]


def test_a_term_is_unknown_by_the_name_of_its_vocabulary() -> None:
    country = profile(statistics=(statistic(value=1, of="poeple"),))
    fault = Fault(
        ("statistics", 0, "statistic"), "E104", "unknown term of 'statistics' 'poeple'", "did you mean 'people'?"
    )
    assert found(country, framework=FRAMEWORK) == [("context.yaml", fault)]


def test_as_long_as_a_file_is_not_read_no_record_or_source_is_unknown() -> None:
    wrong = evolve(FACT, source="studi", about=("facts",), bears_on=("a.six",))
    unknown = Fault(("findings", 0, "bears_on", 0), "E104", "unknown indicator 'a.six'")
    source = Fault(("findings", 0, "source"), "E104", "unknown source 'studi'", "did you mean 'study'?")
    country = profile(findings=(wrong,))
    told = [each for _, each in found(country, framework=FRAMEWORK, without=["lessons"])]
    assert told == [source, unknown]
    assert [each for _, each in found(country, framework=FRAMEWORK, without=["profile"])] == [unknown]


def test_files_that_hold_no_records_may_be_missing() -> None:
    wrong = evolve(FACT, about=("facts",))
    unknown = Fault(("findings", 0, "about", 0), "E104", "unknown record 'facts'", "did you mean 'fact'?")
    assert found(profile(findings=(wrong,)), without=["ratings"]) == [("context.yaml", unknown)]


def test_without_a_framework_indicators_and_terms_are_taken_as_they_are() -> None:
    free = profile(findings=(evolve(FACT, bears_on=("x.y",)),), statistics=(statistic(value=-1, of="anything"),))
    assert found(free) == []


def test_the_nearest_name_is_sought_for_the_first_hundred_alone() -> None:
    wrong = evolve(FACT, bears_on=("a.on",) * (MAX_HINTS + 5))
    hints = [fault.hint for _, fault in found(profile(findings=(wrong,)), framework=FRAMEWORK)]
    assert hints == ["did you mean 'a.one'?"] * MAX_HINTS + [""] * 5


def test_an_id_is_unique_in_its_file_and_in_the_whole_profile() -> None:
    held = Skills(findings=(FACT,)), Inclusion(findings=(FACT,))
    country = evolve(profile(findings=(FACT, FACT)), skills=held[0], inclusion=held[1])
    assert found(country) == [
        ("context.yaml", again(("findings", 1, "id"), ("findings", 0, "id"))),
        ("skills.yaml", Fault(("findings", 0, "id"), "E106", "duplicate id 'fact'", "also in context.yaml")),
        ("inclusion.yaml", Fault(("findings", 0, "id"), "E106", "duplicate id 'fact'", "also in context.yaml")),
    ]


def test_a_record_is_not_called_as_a_source_is() -> None:
    taken = Fault(("findings", 0, "id"), "E106", "duplicate id 'study'", "also in profile.yaml")
    assert found(profile(findings=(evolve(FACT, id="study"),))) == [("context.yaml", taken)]


@pytest.mark.parametrize(("bears_on", "why"), [((), None), (("a.one",), Text(original="Too general."))])
def test_a_statement_bears_on_something_or_says_why_not(bears_on: tuple[str, ...], why: Text | None) -> None:
    finding = evolve(FACT, bears_on=bears_on, bears_on_none=why)
    lesson = evolve(synthetic.lesson("small"), bears_on=bears_on, bears_on_none=why)
    hint = "say which indicators it speaks to, or why none"
    assert found(profile(findings=(finding,), lessons=(lesson,))) == [
        ("context.yaml", Fault(("findings", 0), "E115", "'fact' needs either bears_on or bears_on_none", hint)),
        ("lessons.yaml", Fault(("lessons", 0), "E115", "'small' needs either bears_on or bears_on_none", hint)),
    ]


def test_a_statement_may_bear_on_nothing_and_say_why() -> None:
    general = evolve(FACT, bears_on=(), bears_on_none=Text(original="Too general."))
    assert found(profile(findings=(general,))) == []


@pytest.mark.parametrize("value", [1, 1.0, 2_000_000_000])
def test_the_ends_of_a_plausible_range_are_plausible(value: float) -> None:
    assert found(profile(statistics=(statistic(value=value),)), framework=FRAMEWORK) == []


@pytest.mark.parametrize(
    ("value", "shown"), [(0, "0"), (-5.5, "-5.5"), (2_000_000_001, "2,000,000,001"), (10**9 * 5, "5,000,000,000")]
)
def test_a_figure_outside_its_range_is_implausible(value: float, shown: str) -> None:
    message = f"{shown} persons for 'people' is outside its plausible range"
    fault = Fault(("statistics", 0, "value"), "W202", message, "at least 1, at most 2,000,000,000")
    assert found(profile(statistics=(statistic(value=value),)), framework=FRAMEWORK) == [("context.yaml", fault)]


def test_each_end_of_a_range_is_looked_at() -> None:
    figures = statistic(low=0, high=3_000_000_000)
    assert [fault.path for _, fault in found(profile(statistics=(figures,)), framework=FRAMEWORK)] == [
        ("statistics", 0, "low"),
        ("statistics", 0, "high"),
    ]


@pytest.mark.parametrize(
    "figure",
    [{"value": -(10**15), "of": "debt", "unit": "EUR"}, {"text": Text(original="about a million")}],
)
def test_what_has_no_bounds_or_is_no_number_is_not_implausible(figure: dict[str, Any]) -> None:
    assert found(profile(statistics=(statistic(**figure),)), framework=FRAMEWORK) == []


def test_a_term_with_one_bound_names_that_one() -> None:
    half = evolve(PEOPLE, high=None)
    framework = synthetic.framework(vocabularies=[Vocabulary(id="statistics", terms=(half,))])
    ((_, fault),) = found(profile(statistics=(statistic(value=0),)), framework=framework)
    assert fault.hint == "at least 1"


def test_a_wrong_unit_and_an_implausible_figure_are_two_faults() -> None:
    figure = statistic(value=0, unit="million persons")
    assert [(fault.code, fault.message) for _, fault in found(profile(statistics=(figure,)), framework=FRAMEWORK)] == [
        ("E118", "unit 'million persons' for 'people'"),
        ("W202", "0 million persons for 'people' is outside its plausible range"),
    ]


def test_an_indicator_that_was_renamed_or_split_is_told_under_its_new_ids() -> None:
    one, two, *others = FRAMEWORK.indicators
    later = evolve(
        FRAMEWORK, indicators=(evolve(one, replaces=("a.won", "a.too")), evolve(two, replaces=("a.too",)), *others)
    )
    rated = profile(levels={"a.won": 2}, findings=(evolve(FACT, bears_on=("a.too", "a.tow")),))
    hints = {fault.message: fault.hint for _, fault in found(rated, framework=later) if fault.code == "E104"}
    assert hints == {
        "unknown indicator 'a.won'": "renamed to 'a.one'",
        "unknown indicator 'a.too'": "renamed to 'a.one' or 'a.two'",
        "unknown indicator 'a.tow'": "did you mean 'a.two'?",
    }


@pytest.mark.parametrize(
    ("code", "wave", "folder_name"),
    [("AAA", 2020, "aaa/2020"), ("CHN-GD", 2026, "chn-gd/2026"), ("FRA-CNAF", 1999, "fra-cnaf/1999"), ("AAA", 1, "")],
)
def test_a_folder_is_named_as_its_country_and_wave(code: str, wave: int, folder_name: str) -> None:
    assert found(evolve(profile(), code=code, wave=wave), folder_name=folder_name) == []


def test_a_wrong_code_and_a_wrong_wave_are_both_told() -> None:
    assert found(profile(), folder_name="aab/2021") == [
        ("profile.yaml", Fault(("code",), "E112", "code 'AAA' in the folder 'aab/2021'")),
        ("profile.yaml", Fault(("wave",), "E112", "wave '2020' in the folder 'aab/2021'")),
    ]


def test_a_folder_in_capitals_is_told_how_to_be_called() -> None:
    said = [("profile.yaml", Fault(("code",), "E112", "code 'AAA' in the folder 'AAA/2020'", "call the folder 'aaa'"))]
    assert found(profile(), folder_name="AAA/2020") == said


def test_a_source_that_nobody_cites_is_told_unless_it_is_only_listed() -> None:
    sources = (synthetic.source(), synthetic.source("unread"), evolve(synthetic.source("listed"), listed_only=True))
    message, hint = "source 'unread' is never cited", "cite it, or mark it listed_only"
    assert found(profile(sources=sources)) == [("profile.yaml", Fault(("sources", 1), "W201", message, hint))]


def test_a_source_that_is_only_listed_is_not_cited() -> None:
    message, hint = "source 'study' is marked listed_only and cited", "take the mark away"
    listed = evolve(synthetic.source(), listed_only=True)
    assert found(profile(sources=(listed,))) == [("profile.yaml", Fault(("sources", 0), "W201", message, hint))]


def test_a_source_is_cited_by_what_rests_on_it_and_by_a_figure_too() -> None:
    sources = tuple(synthetic.source(id) for id in ("study", "annex", "atlas", "almanac"))
    figure = Figure(id="map", caption="A map", source="atlas", locus="p. 1", cites=("almanac",))
    cited = evolve(profile(findings=(evolve(FACT, cites=("annex",)),), sources=sources), figures=(figure,))
    assert found(cited) == []


def test_as_long_as_a_file_is_not_read_no_source_is_uncited() -> None:
    unread = profile(sources=(synthetic.source(), synthetic.source("unread")))
    assert found(unread, without=["legal"]) == []


def test_a_rating_rests_on_nothing_later_than_the_wave() -> None:
    country = profile(levels={"a.one": 2}, findings=(evolve(FACT, later=True),))
    message = "'fact' cannot support a rating of this wave: it is marked as later"
    assert found(country) == [("ratings.yaml", Fault(("ratings", 0, "evidence", 0), "E113", message))]


@pytest.mark.parametrize(
    ("published", "limit", "later"),
    [
        ("2021", "2020-12-31", True),
        ("2021-01-01", "2020-12-31", True),
        ("2020-12-31", "2020-12-31", False),
        ("2020", "2020-06-30", False),
        ("2020-07", "2020-06-30", True),
        ("2020-06", "2020-06-15", False),
        ("2020-12-31", "2020", False),
        (None, "2020", False),
    ],
)
def test_a_source_is_later_only_when_all_its_days_are(published: str | None, limit: str, later: bool) -> None:
    source = evolve(synthetic.source(), published=Date(published) if published else None)
    reason = {"fact": f"its source is of {published}"}
    assert later_in(profile(sources=(source,)), FACT, limit=limit) == (reason if later else {})


def test_a_figure_is_as_late_as_its_day_and_not_its_year() -> None:
    old, new = statistic(value=1, as_of="2020-12-31"), evolve(statistic(value=1, as_of="2021-01"), id="new")
    coming = evolve(statistic(value=1), id="coming", year=2030)
    assert later_in(profile(), old, new, coming) == {"new": "it is as of 2021-01"}


def test_the_mark_is_the_reason_before_the_source_and_the_source_before_the_day() -> None:
    sequel = evolve(synthetic.source("sequel"), published=Date("2021-03"))
    figure = evolve(statistic(value=1, as_of="2021-02"), source="sequel")
    country = profile(sources=(synthetic.source(), sequel))
    assert later_in(country, figure, evolve(figure, id="marked", later=True)) == {
        "figure": "its source is of 2021-03",
        "marked": "it is marked as later",
    }


def test_sources_and_other_things_that_are_no_records_are_never_later() -> None:
    source = evolve(synthetic.source(), published=Date("2029"))
    assert list_later({"study": Definition("study", source, ("sources", 0))}, profile(sources=(source,))) == {}


DAYS = st.dates().map(lambda day: day.isoformat())
DATES = DAYS | DAYS.map(lambda day: day[:7]) | DAYS.map(lambda day: day[:4])


@given(published=st.lists(DATES, min_size=1, max_size=6), limits=st.tuples(DAYS, DAYS).map(sorted))
def test_the_longer_evidence_is_taken_the_less_is_later(published: list[str], limits: list[str]) -> None:
    sources = tuple(evolve(synthetic.source(f"s{place}"), published=Date(each)) for place, each in enumerate(published))
    records = [evolve(FACT, id=f"r{place}", source=each.id) for place, each in enumerate(sources)]
    country = profile(sources=sources)
    early, late = (later_in(country, *records, limit=each) for each in limits)
    assert late.keys() <= early.keys()


def profile(
    *,
    levels: dict[str, int] | None = None,
    findings: tuple[Finding, ...] = (FACT,),
    lessons: tuple[Lesson, ...] = (),
    statistics: tuple[Statistic, ...] = (),
    sources: Sequence[Source] = (synthetic.source(),),
) -> Profile:
    context = Context(findings=findings, statistics=statistics)
    return synthetic.profile(levels, lessons=lessons, sources=sources, context=context)


def again(path: Path, first: Path) -> Fault:
    return Fault(path, "E106", "duplicate id 'fact'", "also in context.yaml", first=first)


def statistic(*, of: str = "people", unit: str = "persons", as_of: str | None = None, **figures: Any) -> Statistic:  # noqa: ANN401
    day = None if as_of is None else Date(as_of)
    return Statistic(id="figure", source="study", locus="§1", statistic=of, unit=unit, year=2020, as_of=day, **figures)


def found(
    profile: Profile, *, folder_name: str = "", framework: Framework | None = None, without: Sequence[str] = ()
) -> list[tuple[str, Fault]]:
    """Each fault with the name of its file."""
    parts = {
        name: Part(document=Document(shown=f"{name}.yaml", text="", value={}), value=value)
        for name, value in profile_parts(profile).items()
        if name not in without
    }
    faults = check_profile(parts, folder_name=folder_name, framework=framework)
    return [(document.shown, fault) for document, fault in faults]


def later_in(profile: Profile, *records: Record, limit: str = "2020-12-31") -> dict[str, str]:
    by_id = {each.id: Definition(each.id, each, ("findings", 0)) for each in records}
    return list_later(by_id, evolve(profile, evidence_until=Date(limit)))
