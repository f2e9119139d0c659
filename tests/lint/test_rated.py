from attrs import evolve

from maturity.dates import Date
from maturity.records.findings import Milestone
from maturity.records.statistics import Statistic
from tests.lint.rated import rated, source
from tests.synthetic import finding, text

SOURCES = [source("study", published="2020-05"), source("cia", published=None), source("law", published="2016")]


def figure(**when: object) -> Statistic:
    return Statistic(
        id="figure",
        source="cia",
        locus="§1",
        statistic="users",
        value=3,
        unit="persons",
        **when,  # type: ignore[arg-type]
    )


def test_a_rating_is_called_by_its_level_and_indicator() -> None:
    assert rated(level=0).name == "level 0 on 'a.one'"


def test_a_rating_of_a_branch_names_the_branch_too() -> None:
    assert rated(level=3, branch="old-age").name == "level 3 on 'a.one' for 'old-age'"


def test_a_source_is_cited_once_and_with_what_it_rests_on() -> None:
    first = evolve(finding("first", source="law"), cites=("cia", "law"))
    found = rated(first, finding("second"), finding("third", source="cia"), sources=SOURCES).cited()
    assert [each.id for each in found] == ["law", "cia", "study"]


def test_without_evidence_nothing_is_cited_and_nothing_dated() -> None:
    nothing = rated(sources=SOURCES)
    assert (nothing.cited(), list(nothing.dates())) == ((), [])


def test_a_finding_is_as_old_as_its_source_and_not_as_what_that_rests_on() -> None:
    evidence = [evolve(finding("one"), cites=("law",)), finding("two", source="cia"), finding("three", source="law")]
    assert list(rated(*evidence, sources=SOURCES).dates()) == ["2020-05", "2016"]


def test_an_event_has_the_date_of_its_source_and_its_own() -> None:
    event = Milestone(id="event", source="law", locus="§1", when=Date("2018-06-30"), text=text("x"))
    assert list(rated(event, sources=SOURCES).dates()) == ["2016", "2018-06-30"]


def test_a_figure_has_the_day_that_it_holds_for_or_else_its_year() -> None:
    assert list(rated(figure(year=2018), sources=SOURCES).dates()) == ["2018"]
    assert list(rated(figure(as_of=Date("2018-03")), sources=SOURCES).dates()) == ["2018-03"]
    assert list(rated(figure(year=2017, as_of=Date("2018-03")), sources=SOURCES).dates()) == ["2018-03"]
