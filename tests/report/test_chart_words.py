import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from maturity.framework import Indicator
from maturity.language.phrases import say
from maturity.records.context import Context
from maturity.records.statistics import Statistic
from maturity.report.chart_words import (
    chart_title,
    country_names,
    extremes,
    have_one_wave,
    joined,
    level_names,
    named_states,
    read_node,
    said_levels,
    said_unknown,
    sentence,
    shortened,
)
from maturity.report.charts import Reading
from maturity.rules import Rules
from maturity.scoring import Assessment, assess
from maturity.text import LANGUAGES
from tests import synthetic
from tests.charts import CODES, assessed, compared

STATES = ("rated", "not-evaluable", "below-threshold", "not-rated", "not-asked", "not-applicable")


@pytest.mark.parametrize(
    ("codes", "language", "title"),
    [
        (("FRA",), "en", "Levels: France, 2022"),
        (("FRA", "CHN"), "en", "Levels: France and China, 2022"),
        (CODES[:4], "en", "Levels: France, Denmark, Australia and Canada, 2022"),
        (CODES, "en", "Levels: 5 countries, 2022"),
        (("FRA", "CHN"), "zh", "Levels：法国和中国（2022年）"),
        (CODES, "zh", "Levels：5个国家（2022年）"),
        (("FRA",), "fr", "Levels\u00a0: France, 2022"),
    ],
)
def test_a_title_says_what_of_whom_and_when(codes: tuple[str, ...], language: str, title: str) -> None:
    assert chart_title("Levels", compared(*codes).assessments, language) == title


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "Levels, Skills and capabilities: France, 2022"), ("zh", "Levels（技能与能力）：法国（2022年）")],
)
def test_a_title_names_the_dimension_that_it_is_within(language: str, title: str) -> None:
    assert chart_title("Levels", [assessed("FRA")], language, within="skills") == title


def test_countries_of_different_years_say_theirs_in_the_title_and_in_their_names() -> None:
    two = [wave(2019), wave(2022, code="BBB", name="Bland")]
    assert not have_one_wave(two)
    assert country_names(two, "en") == ("Aland 2019", "Bland 2022")
    assert chart_title("Levels", two, "en") == "Levels: Aland 2019 and Bland 2022"
    many = [wave(2015 + place) for place in range(5)]
    assert chart_title("Levels", many, "en") == "Levels: 5 countries"


def test_countries_of_one_year_bear_their_names_alone() -> None:
    assert have_one_wave(compared("FRA", "CHN").assessments)
    assert country_names(compared("FRA", "CHN").assessments, "zh") == ("法国", "中国")


def test_levels_are_named_from_the_lowest() -> None:
    assert level_names(synthetic.framework(), "en") == synthetic.NAMES
    assert level_names(assessed("FRA").framework, "en") == synthetic.NAMES
    assert len(set(level_names(assessed("FRA").framework, "zh"))) == 5


@pytest.mark.parametrize(
    ("node", "reading"),
    [
        ("a.one", Reading(level=4, text="4")),
        ("a.two", Reading(level=1, text="1")),
        ("a.left", Reading(level=2.5, text="2.5")),
        ("a.three", Reading(state="not-evaluable")),
        ("a.right", Reading(state="not-rated")),
        ("b", Reading(state="not-applicable")),
        ("b.four", Reading(state="not-asked")),
        ("overall", Reading(level=2.5, text="2.5")),
    ],
)
def test_a_node_is_read_with_its_level_or_with_why_it_has_none(node: str, reading: Reading) -> None:
    statuses = {"a.three": "not-evaluable", "b.four": "not-asked", "b.five": "not-asked"}
    found = synthetic.assessment({"a.one": 4, "a.two": 1}, statuses=statuses)
    assert read_node(found, node, "en") == reading


def test_a_level_is_printed_as_the_language_does() -> None:
    found = synthetic.assessment({"a.one": 4, "a.two": 1})
    assert read_node(found, "a.left", "fr") == Reading(level=2.5, text="2,5")


def test_coverage_that_is_too_low_is_a_state() -> None:
    assert read_node(synthetic.assessment({"a.one": 4}), "a", "en") == Reading(state="below-threshold")


def test_a_score_without_a_scale_is_rated_and_has_no_level() -> None:
    figure = Statistic(id="x", source="study", locus="§1", statistic="users", value=3, unit="x", year=2020)
    users = Indicator(id="users", label=synthetic.text("Users"), kind="measure")
    framework = evolve(synthetic.framework(), scale=(), components=(), indicators=(users,), rules=Rules())
    found = assess(synthetic.profile(context=Context(statistics=(figure,))), framework)
    assert read_node(found, "overall", "en") == read_node(found, "users", "en") == Reading(state="rated")


@given(st.lists(st.sampled_from(STATES)))
def test_states_are_named_once_each_in_one_order_whatever_the_order_given(states: list[str]) -> None:
    found = named_states(states, "en")
    assert found == named_states(reversed(states), "en")
    assert {state for state, _ in found} == set(states) - {"rated"}
    assert [state for state, _ in found] == sorted({state for state, _ in found}, key=STATES.index)
    assert all(name == say(f"state.{state}", "en") for state, name in found)


@pytest.mark.parametrize(
    ("values", "highest", "lowest"),
    [
        ([("A", 1.0, "1.0"), ("B", 3.0, "3.0"), ("C", 2.0, "2.0")], "B 3.0", "A 1.0"),
        ([("A", 2.0, "2.0")], "A 2.0", "A 2.0"),
        ([("A", 1.0, "1.0"), ("B", 1.0, "1.0"), ("C", 0.0, "0.0")], "A 1.0 and B 1.0", "C 0.0"),
        ([("A", 0.1 + 0.2, "0.3"), ("B", 0.3, "0.3"), ("C", 0.0, "0.0")], "A 0.3 and B 0.3", "C 0.0"),
        ([("A", 1.04, "1.0"), ("B", 1.0, "1.0")], "A 1.0", "B 1.0"),
    ],
)
def test_the_highest_and_the_lowest_are_told_with_their_equals(
    values: list[tuple[str, float, str]], highest: str, lowest: str
) -> None:
    assert extremes(values, "en") == (highest, lowest)


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (3, "N0 1, N1 1 and N2 1"),
        (4, "N0 1, N1 1, N2 1 and N3 1"),
        (5, "N0 1, N1 1, N2 1 and 2 more"),
    ],
)
def test_of_very_many_equals_three_are_named(count: int, told: str) -> None:
    equals = [(f"N{place}", 1.0, "1") for place in range(count)]
    assert extremes([*equals, ("low", 0.0, "0")], "en") == (told, "low 0")


@given(st.lists(st.integers(0, 40), min_size=1, max_size=9, unique=True))
def test_what_stands_highest_and_lowest_does_not_depend_on_the_order(levels: list[int]) -> None:
    values = [(f"N{each}", each / 10, f"{each / 10}") for each in levels]
    assert extremes(values, "zh") == extremes(sorted(values), "zh")


def test_levels_are_said_of_those_that_have_one() -> None:
    readings = [("A", Reading(level=0, text="0")), ("B", Reading(state="not-rated")), ("C", Reading(level=2, text="2"))]
    assert said_levels(readings, "en") == "Highest: C 2; lowest: A 0."
    assert said_levels(readings, "zh") == "最高：C2；最低：A0。"
    assert said_levels(readings[1:2], "en") == said_levels([], "en") == ""


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, "All have a level."),
        (1, "Without a level: N0."),
        (7, "Without a level: N0, N1, N2, N3, N4, N5 and N6."),
        (8, "Without a level: N0, N1, N2, N3, N4, N5 and 2 more."),
        (69, "Without a level: N0, N1, N2, N3, N4, N5 and 63 more."),
    ],
)
def test_what_has_no_level_is_named_and_very_many_are_counted(count: int, told: str) -> None:
    assert said_unknown([f"N{place}" for place in range(count)], "en") == told


@given(st.integers(0, 30), st.integers(1, 8))
def test_no_item_is_lost_by_shortening_and_never_is_one_alone_hidden(count: int, most: int) -> None:
    items = [f"N{place}" for place in range(count)]
    found = shortened(items, most, "en")
    assert len(found) <= most + 1
    if found != items:
        hidden = count - most
        assert found == [*items[:most], f"{hidden} more"]
        assert hidden > 1


@pytest.mark.parametrize(("language", "text"), [("en", "One. Two."), ("fr", "One. Two."), ("zh", "One.Two.")])
def test_sentences_follow_each_other_as_the_language_sets_them_and_empty_ones_leave_no_gap(
    language: str, text: str
) -> None:
    assert joined("One.", "", "Two.", "", language=language) == text
    assert joined("", language=language) == joined(language=language) == ""


@pytest.mark.parametrize(
    ("clauses", "language", "told"),
    [
        (["not rated: A 1", "not asked: B"], "en", "Not rated: A 1; not asked: B."),
        (["évaluable"], "fr", "Évaluable."),
        (["a", "b"], "fr", "A\u00a0; b."),
        (["未评级：甲", "不适用：乙"], "zh", "未评级：甲；不适用：乙。"),
        (["PKI stays as it is"], "en", "PKI stays as it is."),
        ([], "en", ""),
        ([""], "en", ""),
    ],
)
def test_clauses_make_one_sentence(clauses: list[str], language: str, told: str) -> None:
    assert sentence(clauses, language) == told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_node_of_a_country_is_read_as_it_was_assessed(code: str, language: str) -> None:
    for each in assessed(code).scores:
        reading = read_node(assessed(code), each.id, language)
        assert reading.level == assessed(code).level(each.id)
        assert (reading.state == "rated") == (reading.level is not None) == bool(reading.text)


def wave(year: int, *, code: str = "AAA", name: str = "Aland") -> Assessment:
    return assess(synthetic.profile({}, wave=year, code=code, name=name), synthetic.framework())
