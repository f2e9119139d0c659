from typing import Any

import pytest
from attrs import evolve

from maturity.fact_tables import TABLES, FactTable, Found
from maturity.framework import Framework
from maturity.language.phrases import say
from maturity.profile import Profile
from maturity.records.context import Branch, Context
from maturity.records.findings import FINDING_KINDS
from maturity.records.governance import Coordination, Governance, Institution
from maturity.records.inclusion import Inclusion, InclusionPoint
from maturity.records.legal import Legal
from maturity.records.rows import Row
from maturity.records.skills import Activity, Skills
from maturity.records.statistics import Statistic
from maturity.text import LANGUAGES
from maturity.vocabulary import Term, Vocabulary
from tests import mini, synthetic
from tests.data_contracts.shipped import WAVES, country, framework

AT: dict[str, Any] = {"source": "study", "locus": "Table 1"}


def test_a_country_without_records_fills_no_row() -> None:
    bare = synthetic.profile(findings=())
    assert {table.id: found for table in TABLES if (found := table.records_of(bare, synthetic.framework()))} == {}


def test_a_row_of_a_yes_no_table_stands_under_its_term_in_the_order_of_the_file() -> None:
    rows = [row("first", "sso"), row("other", "post"), row("second", "sso")]
    found = ids("key-enablers", evolve(synthetic.profile(), legal=Legal(key_enablers=tuple(rows))))
    assert found == {"sso": ["first", "second"], "post": ["other"]}


def test_a_branch_stands_under_each_contingency_that_it_covers() -> None:
    health = branch("health", "medical-care", "sickness")
    pensions = branch("pensions", "old-age")
    nothing = branch("nothing")
    profile = synthetic.profile(context=Context(branches=(health, pensions, nothing)))
    assert ids("branches", profile) == {
        "medical-care": ["health"],
        "sickness": ["health"],
        "old-age": ["pensions"],
    }


def test_institutions_and_activities_stand_under_their_kind() -> None:
    fund = Institution(**AT, id="fund", name=synthetic.text("Fund"), kind="agency")
    course = Activity(**AT, id="course", activity="training", name=synthetic.text("C"), text=synthetic.text("c"))
    profile = evolve(
        synthetic.profile(), governance=Governance(institutions=(fund,)), skills=Skills(activities=(course,))
    )
    assert ids("institutions", profile) == {"agency": ["fund"]}
    assert ids("skills-activities", profile) == {"training": ["course"]}


def test_actions_and_results_of_an_area_are_told_apart() -> None:
    action, result = (InclusionPoint(**AT, id=id, area="access", text=synthetic.text(id)) for id in ("done", "came"))
    profile = evolve(synthetic.profile(), inclusion=Inclusion(actions=(action,), results=(result,)))
    assert ids("inclusion-actions", profile) == {"access": ["done"]}
    assert ids("inclusion-results", profile) == {"access": ["came"]}


def test_a_cell_of_a_matrix_stands_under_matrix_level_and_scope() -> None:
    cell = Coordination(**AT, id="cell", matrix="e-government", level="vision", scope="wider", bodies=())
    profile = evolve(synthetic.profile(), governance=Governance(coordination=(cell,)))
    assert ids("coordination", profile) == {"e-government/vision/wider": ["cell"]}


def test_a_figure_may_stand_in_any_section_and_is_the_whole_country_s() -> None:
    context = Context(statistics=(figure("people"), figure("of-a-branch", scope="fact")))
    profile = evolve(synthetic.profile(context=context), skills=Skills(statistics=(figure("later", year=2021),)))
    assert ids("statistics", profile) == {"users": ["people", "later"]}


@pytest.mark.parametrize(
    ("series", "shown"),
    [
        ((None, "like-for-like"), ["s0", "s1"]),
        (("like-for-like", "preferred"), ["s1"]),
        (("preferred", "like-for-like"), ["s0"]),
        (("like-for-like",), ["s0"]),
        (("like-for-like", "preferred", None), ["s1", "s2"]),
    ],
)
def test_a_series_for_comparison_gives_way_to_the_preferred_one(series: list[str | None], shown: list[str]) -> None:
    figures = tuple(figure(f"s{place}", series=each) for place, each in enumerate(series))
    assert ids("statistics", synthetic.profile(context=Context(statistics=figures))) == {"users": shown}


def test_a_preferred_figure_of_one_statistic_does_not_hide_another_statistic() -> None:
    figures = (figure("a", series="preferred"), figure("b", statistic="visits", series="like-for-like"))
    profile = synthetic.profile(context=Context(statistics=figures))
    assert ids("statistics", profile) == {"users": ["a"], "visits": ["b"]}


def test_a_finding_stands_once_under_each_dimension_that_it_bears_on() -> None:
    profile = synthetic.profile(findings=[synthetic.finding("both", bears_on=["b.four", "a.one", "b.five"])])
    assert ids("findings", profile) == {"b/remark": ["both"], "a/remark": ["both"]}


def test_a_finding_stands_under_its_kind() -> None:
    findings = [evolve(synthetic.finding(each, bears_on=["a.one"]), kind=each) for each in FINDING_KINDS]
    expected = {f"a/{each}": [each] for each in FINDING_KINDS}
    assert ids("findings", synthetic.profile(findings=findings)) == expected


def test_what_bears_on_nothing_stands_under_no_dimension() -> None:
    profile = synthetic.profile(findings=[synthetic.finding("loose")], lessons=[synthetic.lesson("free")])
    assert ids("findings", profile) == {"none/remark": ["loose"]}
    assert ids("lessons", profile) == {"none": ["free"]}


def test_a_lesson_stands_once_under_each_dimension_that_it_bears_on() -> None:
    profile = synthetic.profile(lessons=[synthetic.lesson("one", bears_on=["a.one", "a.two", "b.four"])])
    assert ids("lessons", profile) == {"a": ["one"], "b": ["one"]}


def test_a_table_of_questions_has_a_row_for_each_term_whether_filled_or_not() -> None:
    terms = table("key-enablers").terms(with_vocabularies(enablers=("sso", "post")), [{}])
    assert terms == ("sso", "post")


def test_an_open_table_has_the_rows_alone_that_a_country_fills_in_the_vocabulary_s_order() -> None:
    found = with_vocabularies(statistics=("users", "visits", "people"))
    known = table("statistics")
    one: Found = {"people": [figure("x")]}
    other: Found = {"users": [figure("y")]}
    assert known.terms(found, [one, other]) == ("users", "people")
    assert known.terms(found, [{}, {}]) == ()


def test_rows_of_a_matrix_cross_its_vocabularies_the_last_one_quickest() -> None:
    crossed = {"coordination-matrices": ("s", "e"), "coordination-levels": ("v",), "coordination-scopes": ("i", "w")}
    terms = table("coordination").terms(with_vocabularies(**crossed), [{}])
    assert terms == ("s/v/i", "s/v/w", "e/v/i", "e/v/w")


def test_rows_of_lessons_are_the_dimensions_and_then_none() -> None:
    found: Found = {term: [synthetic.lesson("x")] for term in ("none", "b", "a")}
    assert table("lessons").terms(synthetic.framework(), [found]) == ("a", "b", "none")


def test_findings_have_a_row_for_each_dimension_and_kind_that_is_filled() -> None:
    found: Found = {term: [synthetic.finding("x")] for term in ("none/remark", "b/risk", "b/strength", "a/remark")}
    terms = table("findings").terms(synthetic.framework(), [found])
    assert terms == ("a/remark", "b/strength", "b/risk", "none/remark")


def test_a_framework_without_vocabularies_has_no_rows_of_terms() -> None:
    bare = synthetic.framework()
    assert [each.id for each in TABLES if each.terms(bare, [{}])] == []


@pytest.mark.parametrize(("code", "wave"), WAVES)
@pytest.mark.parametrize("each", TABLES, ids=lambda each: each.id)
def test_every_term_that_a_country_fills_is_a_row(each: FactTable, code: str, wave: int) -> None:
    found = each.records_of(country(code, wave), framework())
    terms = each.terms(framework(), [found])
    assert set(found) <= set(terms)
    assert len(set(terms)) == len(terms)


def test_a_finding_stands_under_the_dimension_that_the_framework_s_tree_has_it_in() -> None:
    findings = [synthetic.finding("on-list", bears_on=["life.list"]), synthetic.finding("afar", bears_on=["a.one"])]
    profile = synthetic.profile(findings=findings)
    assert ids("findings", profile, mini.framework()) == {"health/remark": ["on-list"], "none/remark": ["afar"]}


def test_every_table_has_a_name_of_its_own_in_every_language() -> None:
    for language in LANGUAGES:
        assert len({say(f"table.{each.id}", language) for each in TABLES}) == len(TABLES)
    assert len({each.id for each in TABLES}) == len(TABLES)


def table(id: str) -> FactTable:
    return next(each for each in TABLES if each.id == id)


def ids(id: str, profile: Profile, by: Framework | None = None) -> dict[str, list[str]]:
    """Ids of the records under each term of a table."""
    found = table(id).records_of(profile, by or synthetic.framework())
    return {term: [each.id for each in records] for term, records in found.items()}


def row(id: str, term: str) -> Row:
    return Row(**AT, id=id, row=term, answer="yes")


def branch(id: str, *contingencies: str) -> Branch:
    return Branch(**AT, id=id, name=synthetic.text(id), contingencies=contingencies)


def figure(id: str, **said: Any) -> Statistic:  # noqa: ANN401
    return Statistic(**{**AT, "id": id, "statistic": "users", "value": 1, "unit": "persons", "year": 2020, **said})


def with_vocabularies(**terms: tuple[str, ...]) -> Framework:
    return synthetic.framework(
        vocabularies=[
            Vocabulary(id=id, terms=tuple(Term(id=each, label=synthetic.text(each)) for each in inside))
            for id, inside in terms.items()
        ]
    )
