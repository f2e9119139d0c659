from typing import Any

import pytest
from attrs import evolve

from maturity.files.schema_terms import framework_terms, level_choices
from maturity.framework import Framework, Level
from maturity.reading import load_framework
from maturity.records.ratings import FrameworkReference, Rating
from maturity.records.statistics import Statistic
from maturity.vocabulary import Term, Vocabulary
from tests import synthetic
from tests.synthetic import text

PEOPLE = Term(id="people", label=text("People", zh="人口"), unit="persons", low=1, high=2_000_000_000)
WORKERS = Term(id="workers", label=text("Workers"), unit="persons", low=0)
DEBT = Term(id="debt", label=text("Debt"), unit="EUR")
SHARE = Term(id="share", label=text("Share"), unit="%", high=100.5)
LAW = Term(id="law", label=text("Law", zh="法律", fr="Loi"))


def test_the_levels_of_the_scale_are_described_by_name_and_meaning() -> None:
    framework = synthetic.framework()
    first = evolve(framework.scale[0], name=text("absent", zh="缺失"), meaning=text("not there", zh="没有"))
    short = evolve(framework, scale=(first, framework.scale[4]))
    assert level_choices(short, language="en") == {
        "enum": [0, 4],
        "enumDescriptions": ["absent: not there", "advanced: advanced"],
    }
    assert level_choices(short, language="zh")["enumDescriptions"] == ["缺失: 没有", "advanced: advanced"]


def test_a_level_that_may_be_left_out_may_be_nothing() -> None:
    choices = level_choices(synthetic.framework(), language="en", optional=True)
    assert choices["enum"] == [0, 1, 2, 3, 4, None]
    assert len(choices["enumDescriptions"]) == 5


def test_a_framework_without_a_scale_lets_no_level_be_given() -> None:
    index = load_framework("un-egdi-2022")
    assert level_choices(index, language="en", optional=True) == {"enum": [None], "enumDescriptions": []}


# what fields may name


def test_each_vocabulary_and_the_indicators_are_choices() -> None:
    framework = with_terms(statistics=[PEOPLE], areas=[LAW])
    assert list(choices_of(framework)) == ["indicators", "vocabulary/statistics", "vocabulary/areas"]
    assert choices_of(framework)["indicators"]["enum"] == list(synthetic.INDICATORS)
    assert choices_of(framework)["vocabulary/areas"] == {"enum": ["law"], "markdownEnumDescriptions": ["Law"]}


@pytest.mark.parametrize(("language", "label"), [("en", "Law"), ("zh", "法律"), ("fr", "Loi"), ("ja", "Law")])
def test_terms_are_described_in_the_language_asked_for(language: str, label: str) -> None:
    terms = framework_terms(with_terms(areas=[LAW]), language=language, with_levels=False)
    assert terms.choices["vocabulary/areas"]["markdownEnumDescriptions"] == [label]


def test_a_statistic_is_described_with_its_unit_and_its_range() -> None:
    found = choices_of(with_terms(statistics=[PEOPLE, WORKERS, DEBT, SHARE]))["vocabulary/statistics"]
    assert found["markdownEnumDescriptions"] == [
        "People (persons, ≥ 1, ≤ 2,000,000,000)",
        "Workers (persons, ≥ 0)",
        "Debt (EUR)",
        "Share (%, ≤ 100.5)",
    ]


def test_an_indicator_is_described_by_its_label_and_questions_and_for_those_who_rate_by_its_levels() -> None:
    levels = tuple(Level(value=value, descriptor=text(f"seen {value}")) for value in (0, 4))
    one = evolve(synthetic.indicator("a.one", "a.left"), questions=(text("Is it?"), text("How far?")), levels=levels)
    framework = evolve(synthetic.framework(), indicators=(one,))
    short, long = (
        framework_terms(framework, language="en", with_levels=each).choices["indicators"]["markdownEnumDescriptions"]
        for each in (False, True)
    )
    assert short == ["**Label of a.one**\n\n- Is it?\n- How far?"]
    assert long == [short[0] + "\n\n- **0 absent** seen 0\n- **4 advanced** seen 4"]


def test_a_measure_is_described_by_its_label_alone() -> None:
    index = load_framework("un-egdi-2022")
    described = framework_terms(index, language="en", with_levels=True).choices["indicators"][
        "markdownEnumDescriptions"
    ]
    assert described == [f"**{each.label.original}**" for each in index.indicators]


@pytest.mark.parametrize(("count", "message"), [(12, {}), (13, {"errorMessage": "no term of areas"})])
def test_a_long_list_of_choices_is_not_printed_when_none_fits(count: int, message: dict[str, str]) -> None:
    terms = [evolve(LAW, id=f"law-{number}") for number in range(count)]
    found = choices_of(with_terms(areas=terms))["vocabulary/areas"]
    assert {key: each for key, each in found.items() if key == "errorMessage"} == message
    assert len(found["enum"]) == len(found["markdownEnumDescriptions"]) == count


def test_of_many_indicators_the_framework_and_its_version_are_named() -> None:
    names = [f"a.i{number}" for number in range(13)]
    found = choices_of(synthetic.framework(tree={"a": {"a.c": names}}))["indicators"]
    assert found["errorMessage"] == "no indicator of demo 1.0"


# what a class must satisfy beyond its own rules


def test_ratings_name_this_framework_and_levels_of_its_scale() -> None:
    framework = synthetic.framework()
    rules = framework_terms(framework, language="en", with_levels=False).rules
    assert rules[FrameworkReference] == ({"properties": {"id": {"const": "demo"}, "version": {"const": "1.0"}}},)
    assert rules[Rating] == ({"properties": {"level": level_choices(framework, language="en", optional=True)}},)


def test_each_unit_has_one_rule_for_all_its_statistics() -> None:
    framework = with_terms(statistics=[PEOPLE, DEBT, WORKERS])
    assert framework_terms(framework, language="en", with_levels=False).rules[Statistic] == (
        unit_rule("EUR", ["debt"]),
        unit_rule("persons", ["people", "workers"]),
    )


def test_without_statistics_no_unit_is_asked_for() -> None:
    assert framework_terms(synthetic.framework(), language="en", with_levels=False).rules[Statistic] == ()


def test_every_statistic_of_the_real_framework_is_held_to_its_unit() -> None:
    framework = load_framework()
    rules = framework_terms(framework, language="en", with_levels=False).rules[Statistic]
    units = {
        id: rule["then"]["properties"]["unit"]["const"]
        for rule in rules
        for id in rule["if"]["properties"]["statistic"]["enum"]
    }
    assert units == {each.id: each.unit for each in framework.vocabulary("statistics").terms}


def with_terms(**terms: list[Term]) -> Framework:
    return synthetic.framework(vocabularies=[Vocabulary(id=id, terms=tuple(listed)) for id, listed in terms.items()])


def choices_of(framework: Framework) -> Any:  # noqa: ANN401
    return framework_terms(framework, language="en", with_levels=False).choices


def unit_rule(unit: str, ids: list[str]) -> dict[str, Any]:
    return {
        "if": {"required": ["statistic"], "properties": {"statistic": {"enum": ids}}},
        "then": {"properties": {"unit": {"const": unit}}},
    }
