"""What stands above each rating; that a new folder's ratings are whole is tested in `test_new_wave.py`."""

import pytest
import yaml
from attrs import evolve

from maturity.framework import Framework, Indicator
from maturity.scaffold.rating_file import explain_indicator, indicator_lines, rating_lines
from tests import mini, synthetic


def demo() -> Framework:
    return synthetic.framework()


def explained(language: str = "en", **changes: object) -> list[str]:
    by = demo()
    return list(explain_indicator(evolve(by.indicators[0], **changes), by, language))  # type: ignore[arg-type]


def test_an_indicator_is_explained_by_its_name_its_question_and_its_levels() -> None:
    assert explained() == [
        "## a.one · Label of a.one · supply",
        "##  ? What of a.one?",
        "##  0 absent: a.one at 0",
        "##  1 initial: a.one at 1",
        "##  2 partial: a.one at 2",
        "##  3 established: a.one at 3",
        "##  4 advanced: a.one at 4",
    ]


def test_what_an_indicator_does_not_have_is_not_said() -> None:
    assert explained(aspect=None, questions=(), levels=()) == ["## a.one · Label of a.one"]


def test_translations_are_used_where_they_are_there() -> None:
    label = synthetic.text("Label", zh="名称")
    assert explained("zh", label=label, levels=())[:1] == ["## a.one · 名称 · 供给"]


def test_a_long_question_is_set_in_further_lines_below_it() -> None:
    first, second, *_ = explained(questions=(synthetic.text("word " * 20),))[1:]
    assert (first, second) == (f"##  ? {('word ' * 14).rstrip()}", f"##    {('word ' * 6).rstrip()}")


def test_each_dimension_s_question_stands_above_its_first_indicator() -> None:
    by = demo()
    found = list(indicator_lines(by.indicators, by, "en"))
    heads = [place for place, line in enumerate(found) if line.startswith("## ----")]
    assert [found[place : place + 2] for place in heads] == [
        ["## ---- Label of a", "## How does a stand?"],
        ["## ---- Label of b", "## How does b stand?"],
    ]
    first = [found.index(f"#   - indicator: {each}") for each in ("a.one", "a.three", "b.four")]
    assert heads[0] < first[0] < first[1] < heads[1] < first[2]


def test_only_the_indicators_that_are_given_are_offered() -> None:
    by = demo()
    found = list(indicator_lines((by.indicator("b.five"),), by, "en"))
    offered = yaml.safe_load("\n".join(each.removeprefix("# ") for each in found if each.startswith("# ")))
    assert offered == [
        {"indicator": "b.five", "level": None, "confidence": None, "evidence": [], "summary": None, "rationale": None}
    ]
    assert "## ---- Label of a" not in found


def test_no_indicator_is_no_line() -> None:
    assert list(indicator_lines((), demo(), "en")) == []


def test_a_dimension_without_a_question_has_its_name_alone() -> None:
    by = demo()
    plain = evolve(by, components=tuple(evolve(each, question=None) for each in by.components))
    found = list(indicator_lines(plain.indicators[:1], plain, "en"))
    assert found[:4] == ["", "## ---- Label of a", "", "## a.one · Label of a.one · supply"]


@pytest.mark.parametrize("version", ["1.0", "2", "v3"])
def test_a_file_names_its_framework_and_reads_as_yaml_with_nothing_rated(version: str) -> None:
    text = "\n".join(rating_lines(evolve(demo(), version=version), "en"))
    assert yaml.safe_load(text) == {
        "framework": {"id": "demo", "version": version},
        "assessors": [],
        "ratings": [],
    }


def test_a_checklist_is_offered_with_its_answers_and_a_measure_is_not_offered() -> None:
    measure = Indicator(
        id="life.size", component="health", label=synthetic.text("Size"), kind="measure", statistic="population"
    )
    by = mini.framework(indicators=[mini.checklist("life.list", "health"), measure])
    lines = [each for each in indicator_lines(by.indicators, by, "en") if each]
    assert lines[-9:-1] == [
        "## life.list · Label of life.list · rule",
        "##  = Yes",
        "##  = No",
        "#   - indicator: life.list",
        "#     answer:",
        "#     evidence: []",
        "#     rationale:",
        "## life.size · Size",
    ]
    assert lines[-1] == "##  Not rated here: its score comes from the statistic population."
