from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from maturity.files.document import Document
from maturity.files.faults import Fault
from maturity.files.framework_checks import Placed, check_framework
from maturity.framework import Component, Denominator, Framework, Indicator, Level
from maturity.rules import Answer, Band, Normalisation, Rules, Spread
from tests import synthetic
from tests.synthetic import text

HEAD = Document(shown="framework.yaml", text="", value={})
ALPHA = Document(shown="alpha.yaml", text="", value={})
NAMES = ("one", "two", "three", "four", "five")


def test_a_framework_that_fits_together_has_no_faults() -> None:
    assert faults(synthetic.framework(prerequisites={"a.two": ["a.one"], "b.four": ["a.one", "a.two"]})) == []


# scale, range and bands


@pytest.mark.parametrize("order", [[1, 0, 2], [0, 1, 1], [2, 1, 0]])
def test_levels_climb_without_repeats(order: list[int]) -> None:
    scale = tuple(evolve(synthetic.framework().scale[value], value=value) for value in order)
    assert faults(measured(scale=scale)) == [
        Fault(("scale",), "E111", f"levels must climb without repeats, found {order}")
    ]


def test_no_level_is_left_out_of_a_scale() -> None:
    scale = tuple(synthetic.framework().scale[value] for value in (0, 1, 3))
    hint = "a level that is worth more than one step has more points"
    assert faults(measured(scale=scale)) == [Fault(("scale",), "E111", "levels must climb by 1, found [0, 1, 3]", hint)]
    assert faults(measured(scale=synthetic.framework().scale[1:])) == []


@pytest.mark.parametrize(("points", "sound"), [([0, 50, 40], False), ([50, 25, 0], False), ([0, 50, 50], True)])
def test_a_higher_level_is_worth_no_less(points: list[float], sound: bool) -> None:
    scale = tuple(evolve(synthetic.framework().scale[value], points=each) for value, each in enumerate(points))
    told = [Fault(("scale",), "E111", f"points must not fall as levels climb, found {points}")]
    assert faults(measured(scale=scale)) == ([] if sound else told)


@pytest.mark.parametrize(("low", "high", "shown"), [(1, 0, "1 to 0"), (5, 5, "5 to 5"), (0.5, -0.5, "0.5 to -0.5")])
def test_the_highest_score_is_above_the_lowest(low: float, high: float, shown: str) -> None:
    message, hint = f"the range runs from {shown}", "the lowest score comes first"
    assert faults(measured(range=Spread(low=low, high=high), bands=())) == [Fault(("range",), "E111", message, hint)]


@pytest.mark.parametrize("cuts", [[0, 50, 50], [50, 0], [0, 80, 40]])
def test_cut_points_climb_without_repeats(cuts: list[float]) -> None:
    message = f"cut points must climb without repeats, found {cuts}"
    assert faults(measured(bands=bands(*cuts))) == [Fault(("bands",), "E111", message)]


@pytest.mark.parametrize("cuts", [[], [0], [-10, 50], [0, 0.5, 100, 200]])
def test_bands_begin_at_or_below_the_lowest_score(cuts: list[float]) -> None:
    assert faults(measured(bands=bands(*cuts))) == []


def test_a_score_below_all_bands_would_have_no_name() -> None:
    message, hint = "the lowest band begins at 0.5, above the lowest score", "begin at -1"
    assert faults(measured(range=Spread(low=-1, high=1), bands=bands(0.5))) == [
        Fault(("bands", 0, "from"), "E111", message, hint)
    ]


def test_bands_of_a_component_are_looked_at_too() -> None:
    framework = synthetic.framework(rules={"a": Rules(bands=bands(10)), "b": Rules(bands=bands(0, 0))})
    message = "cut points must climb without repeats, found [0, 0]"
    assert faults(framework) == [
        Fault(
            ("components", 0, "rules", "bands", 0, "from"),
            "E111",
            "the lowest band begins at 10, above the lowest score",
            "begin at 0",
        ),
        Fault(("components", 1, "rules", "bands"), "E111", message),
    ]


# ids and parents


def test_an_id_stands_once_in_the_whole_tree() -> None:
    framework = synthetic.framework()
    again = evolve(framework, indicators=(*framework.indicators, framework.indicators[0]))
    assert faults(again) == [Fault(("indicators", 5, "id"), "E106", "duplicate id 'a.one'")]


def test_an_indicator_is_not_called_as_a_component_or_the_root_is() -> None:
    framework = synthetic.framework()
    taken = (evolve(framework.indicators[0], id="a.left"), evolve(framework.indicators[1], id="overall"))
    assert faults(evolve(framework, indicators=(*framework.indicators, *taken))) == [
        Fault(("indicators", 5, "id"), "E106", "duplicate id 'a.left'"),
        Fault(("indicators", 6, "id"), "E106", "duplicate id 'overall'"),
    ]


@pytest.mark.parametrize(("id", "is_inside"), [("a.six", True), ("ab.six", False), ("b.six", False), ("a", False)])
def test_the_ids_of_a_dimension_s_file_begin_with_its_own(id: str, is_inside: bool) -> None:
    node = evolve(synthetic.indicator(id, "a.left"), prerequisites=())
    framework = evolve(synthetic.framework(), indicators=(*synthetic.framework().indicators, node))
    placed = Placed(ALPHA, ("indicators", 0), node, dimension="a")
    message, hint = f"id '{id}' is outside its dimension", "ids of this dimension begin with 'a.'"
    found = [
        (document.shown, fault)
        for document, fault in check_framework(framework, [*nodes(synthetic.framework())[:5], placed], HEAD)
        if fault.code == "E104"
    ]
    assert found == ([] if is_inside else [("alpha.yaml", Fault(("indicators", 0, "id"), "E104", message, hint))])


def test_a_node_belongs_to_a_component_that_is_there() -> None:
    framework = synthetic.framework()
    stray = evolve(framework.indicators[0], id="a.six", component="a.lefd")
    message, hint = "unknown component 'a.lefd'", "did you mean 'a.left'?"
    assert faults(evolve(framework, indicators=(*framework.indicators, stray))) == [
        Fault(("indicators", 5, "component"), "E104", message, hint)
    ]


def test_nothing_belongs_to_an_indicator() -> None:
    framework = synthetic.framework()
    below = evolve(framework.indicators[0], id="a.six", component="a.one")
    ((fault),) = faults(evolve(framework, indicators=(*framework.indicators, below)))
    assert (fault.code, fault.message) == ("E104", "unknown component 'a.one'")
    assert fault.hint == "an indicator holds no others"


def test_a_component_stands_behind_the_one_that_it_belongs_to() -> None:
    framework = synthetic.framework()
    a, b, *others = framework.components
    message = "'a.left' stands before 'a', which it belongs to"
    assert faults(evolve(framework, components=(b, others[0], a, *others[1:]))) == [
        Fault(("components", 1, "component"), "E109", message, "parents come first")
    ]


def test_a_component_does_not_belong_to_itself() -> None:
    framework = synthetic.framework()
    loop = Component(id="c", component="c", label=text("C"))
    message = "'c' lies within itself, by way of 'c'"
    assert faults(evolve(framework, components=(*framework.components, loop))) == [
        Fault(("components", 5, "component"), "E109", message, "give one of them another parent")
    ]


def test_components_that_lie_within_each_other_are_told_as_that() -> None:
    framework = synthetic.framework()
    round_ = (Component(id="p", component="q", label=text("P")), Component(id="q", component="p", label=text("Q")))
    found = [each.message for each in faults(evolve(framework, components=(*framework.components, *round_)))]
    assert found[:2] == ["'p' lies within itself, by way of 'q'", "'q' lies within itself, by way of 'p'"]


def test_a_component_holds_something() -> None:
    framework = synthetic.framework()
    empty = Component(id="c", label=text("C"))
    message, hint = "'c' has no indicators", "give it some, or take it out"
    assert faults(evolve(framework, components=(*framework.components, empty))) == [
        Fault(("components", 5, "id"), "E111", message, hint)
    ]


def test_a_weight_of_nothing_is_allowed_and_one_below_it_is_not() -> None:
    assert faults(synthetic.framework(weights={"a": 0, "a.one": 0})) == []
    assert faults(synthetic.framework(weights={"b": -1, "a.two": -0.5})) == [
        Fault(("components", 1, "weight"), "E108", "weight -1 is negative", "weights are 0 or more"),
        Fault(("indicators", 1, "weight"), "E108", "weight -0.5 is negative", "weights are 0 or more"),
    ]


@pytest.mark.parametrize("ending", ["coverage", "rank", "band", "applies"])
def test_no_id_ends_as_a_column_of_results_does(ending: str) -> None:
    id = f"a.{ending}"
    framework = synthetic.framework(tree={"a": {"a.left": ["a.one", id], "a.coverage-of-services": ["a.ranking"]}})
    assert faults(framework) == [
        Fault(("indicators", 1, "id"), "E111", f"'{id}' ends in '.{ending}'", "columns of results end so")
    ]


# how an indicator is answered


def test_a_rubric_says_what_one_looks_at_and_asks() -> None:
    bare = Indicator(id="a.one", label=text("One"))
    assert faults(framework_of(bare)) == [
        Fault(("indicators", 0), "E101", f"missing key '{key}'", "a rubric needs it")
        for key in ("aspect", "locus", "questions", "levels")
    ]


def test_a_checklist_has_answers_and_a_measure_needs_nothing() -> None:
    checklist = Indicator(id="a.one", label=text("One"), kind="checklist")
    assert faults(framework_of(checklist, Indicator(id="a.two", label=text("Two"), kind="measure"))) == [
        Fault(("indicators", 0), "E101", "missing key 'answers'", "a checklist needs it")
    ]


FOREIGN: dict[str, Any] = {
    "levels": (Level(value=0, descriptor=text("none")),),
    "answers": (Answer(answer="yes", points=100),),
    "normalise": Normalisation(),
    "per": Denominator(column="people"),
}


@pytest.mark.parametrize(
    ("kind", "key", "owner"),
    [
        ("rubric", "answers", "checklist"),
        ("rubric", "normalise", "measure"),
        ("rubric", "per", "measure"),
        ("checklist", "levels", "rubric"),
        ("checklist", "normalise", "measure"),
        ("measure", "levels", "rubric"),
        ("measure", "answers", "checklist"),
    ],
)
def test_what_belongs_to_another_kind_is_refused_at_its_key(kind: str, key: str, owner: str) -> None:
    sound = {
        "rubric": synthetic.indicator("a.one", "overall"),
        "checklist": Indicator(id="a.one", label=text("One"), kind="checklist", answers=FOREIGN["answers"]),
        "measure": Indicator(id="a.one", label=text("One"), kind="measure"),
    }[kind]
    message, hint = f"'{key}' on a {kind}", f"only a {owner} has it"
    assert faults(framework_of(evolve(sound, **{key: FOREIGN[key]}))) == [
        Fault(("indicators", 0, key), "E100", message, hint, at_key=True)
    ]


@pytest.mark.parametrize("values", [[0, 1, 2, 3], [4, 3, 2, 1, 0], [0, 1, 1, 2, 3, 4], [2]])
def test_a_rubric_has_the_levels_of_the_scale_in_their_order(values: list[int]) -> None:
    message = f"'a.one' needs levels [0, 1, 2, 3, 4] in that order, found {values}"
    assert faults(framework_of(rubric(values))) == [Fault(("indicators", 0, "levels"), "E111", message)]


def test_a_level_outside_the_scale_is_named_and_the_order_then_not() -> None:
    assert faults(framework_of(rubric([0, 1, 2, 3, 5, 9]))) == [
        Fault(("indicators", 0, "levels", 4, "value"), "E105", "no level 5 on 'a.one'", "levels run 0–4"),
        Fault(("indicators", 0, "levels", 5, "value"), "E105", "no level 9 on 'a.one'", "levels run 0–4"),
    ]


def test_a_rubric_needs_a_scale() -> None:
    framework = evolve(framework_of(rubric([0, 1])), scale=())
    message = "'a.one' has levels, and the framework no scale"
    assert faults(framework) == [Fault(("indicators", 0, "levels"), "E111", message)]


def test_without_a_scale_a_rubric_is_not_said_to_have_levels_that_it_has_not() -> None:
    framework = evolve(framework_of(rubric([])), scale=())
    assert faults(framework) == [Fault(("indicators", 0), "E101", "missing key 'levels'", "a rubric needs it")]


# prerequisites


def test_a_prerequisite_is_an_indicator() -> None:
    framework = synthetic.framework(prerequisites={"a.one": ["a.two", "a.tree", "a.left"]})
    found = faults(framework)
    assert [(each.path, each.code, each.message) for each in found] == [
        (("indicators", 0, "prerequisites", 1), "E104", "unknown indicator 'a.tree'"),
        (("indicators", 0, "prerequisites", 2), "E104", "unknown indicator 'a.left'"),
    ]
    assert found[0].hint == "did you mean 'a.three'?"


def test_no_indicator_is_its_own_prerequisite() -> None:
    message = "prerequisites go in a circle: a.two → a.two"
    assert faults(synthetic.framework(prerequisites={"a.two": ["a.two"]})) == [
        Fault(("indicators", 1, "prerequisites"), "E109", message)
    ]


def test_every_circle_is_told() -> None:
    needs = {"a.one": ["a.two"], "a.two": ["a.one"], "b.four": ["b.five", "a.three"], "b.five": ["b.four"]}
    found = [each.message for each in faults(synthetic.framework(prerequisites=needs))]
    assert sorted(sorted(steps_of(each)[1:]) for each in found) == [["a.one", "a.two"], ["b.five", "b.four"]]


LINKS = st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), unique=True, max_size=3))


@given(LINKS)
def test_a_circle_is_told_if_and_only_if_there_is_one(needs: Mapping[str, Sequence[str]]) -> None:
    framework = synthetic.framework(tree={"a": {"a.only": NAMES}}, prerequisites=needs)
    found = [each for each in faults(evolve(framework)) if each.code == "E109"]
    assert bool(found) == any(name in reached(name, needs) for name in NAMES)
    for each in found:
        steps = steps_of(each.message)
        assert steps[0] == steps[-1]
        assert all(before in needs[after] for before, after in pairwise(steps))
        assert each.path == ("indicators", NAMES.index(steps[0]), "prerequisites")


def faults(framework: Framework) -> list[Fault]:
    return [fault for _, fault in check_framework(framework, nodes(framework), HEAD)]


def nodes(framework: Framework) -> list[Placed]:
    """Every node, placed as if all of them stood in `framework.yaml`."""
    return [
        *(Placed(HEAD, ("components", place), each) for place, each in enumerate(framework.components)),
        *(Placed(HEAD, ("indicators", place), each) for place, each in enumerate(framework.indicators)),
    ]


def framework_of(*indicators: Indicator) -> Framework:
    """A framework that holds these alone, right below its root."""
    return evolve(synthetic.framework(), components=(), indicators=indicators)


def measured(**changes: Any) -> Framework:  # noqa: ANN401
    """A framework with one measure, changed."""
    return evolve(framework_of(Indicator(id="size", label=text("Size"), kind="measure")), **changes)


def rubric(values: Sequence[int]) -> Indicator:
    levels = tuple(Level(value=value, descriptor=text(f"level {value}")) for value in values)
    return evolve(synthetic.indicator("a.one", "overall"), levels=levels)


def bands(*cuts: float) -> tuple[Band, ...]:
    return tuple(Band(lower=cut, name=text(f"from {cut}")) for cut in cuts)


def steps_of(message: str) -> list[str]:
    """The indicators of a circle, in order."""
    return message.partition(": ")[2].split(" → ")


def reached(name: str, needs: Mapping[str, Sequence[str]]) -> set[str]:
    """All that comes before an indicator, at any distance."""
    found: set[str] = set()
    waiting = list(needs.get(name, ()))
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += needs.get(each, ())
    return found
