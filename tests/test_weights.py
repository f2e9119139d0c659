from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.problems import DataError
from maturity.scoring import assess
from maturity.weights import read_plan, read_weights, reweight
from tests import synthetic


def written(folder: Path, content: str) -> Path:
    path = folder / "numbers.yaml"
    path.write_text(content, encoding="utf-8")
    return path


def refused(path: Path) -> list[str]:
    with pytest.raises(DataError) as caught:
        read_weights(path, synthetic.framework())
    return [str(each).removeprefix(f"{path.as_posix()}:") for each in caught.value.problems]


def test_weights_are_read_by_node(tmp_path: Path) -> None:
    path = written(tmp_path, "a: 2\nb.only: 0.5\na.one: 0\n")
    assert read_weights(path, synthetic.framework()) == {"a": 2, "b.only": 0.5, "a.one": 0}


def test_every_wrong_weight_is_reported_with_its_place(tmp_path: Path) -> None:
    path = written(tmp_path, "a.on: 1\na: -1\nb: .inf\na.two: two\na.three: true\nb.four: 1e999\nb.five: 2000000\n")
    assert refused(path) == [
        "1:1: E104 unknown node 'a.on' (did you mean 'a.one'?)",
        "2:4: E108 -1 for 'a' (weights run 0 to 1,000,000)",
        "3:4: E102 expected a number, found the text '.inf'",
        "4:8: E102 expected a number, found the text 'two'",
        "5:10: E102 expected a number, found the truth value true",
        "6:9: E108 inf for 'b.four' (weights run 0 to 1,000,000)",
        "7:9: E108 2000000 for 'b.five' (weights run 0 to 1,000,000)",
    ]


def test_the_root_has_no_weight(tmp_path: Path) -> None:
    assert refused(written(tmp_path, "overall: 2\n")) == ["1:1: E104 unknown node 'overall'"]


@pytest.mark.parametrize(
    ("content", "found"), [("", "nothing"), ("[1]", "a list"), ("7", "the number 7"), ("'all'", "the text 'all'")]
)
def test_weights_that_are_no_mapping_are_refused(tmp_path: Path, content: str, found: str) -> None:
    assert refused(written(tmp_path, content)) == [f"1:1: E102 expected a mapping of nodes, found {found}"]


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_weights(tmp_path / "none.yaml", synthetic.framework())


def test_a_plan_is_read_by_indicator(tmp_path: Path) -> None:
    assert read_plan(written(tmp_path, "a.one: 3\nb.four: 0\n"), synthetic.framework()) == {"a.one": 3, "b.four": 0}


def test_a_plan_names_indicators_and_levels_of_the_scale(tmp_path: Path) -> None:
    path = written(tmp_path, "a: 3\na.one: 5\na.two: 2.5\n")
    with pytest.raises(DataError) as caught:
        read_plan(path, synthetic.framework())
    assert [str(each).removeprefix(f"{path.as_posix()}:") for each in caught.value.problems] == [
        "1:1: E104 unknown indicator 'a'",
        "2:8: E108 5 for 'a.one' (levels run 0–4)",
        "3:8: E108 2.5 for 'a.two' (levels run 0–4)",
    ]


def test_other_weights_make_another_framework_and_leave_the_first_as_it_was() -> None:
    framework = synthetic.framework()
    changed = reweight(framework, {"a": 3, "a.left": 2, "a.one": 5})
    assert [each.weight for each in changed.dimensions] == [3, 1]
    components = {each.id: each.weight for each in changed.components}
    assert [components[id] for id in ("a.left", "a.right", "b.only")] == [2, 1, 1]
    assert [each.weight for each in changed.indicators] == [5, 1, 1, 1, 1]
    assert framework == synthetic.framework()


def test_no_other_weights_change_nothing() -> None:
    framework = synthetic.framework()
    assert reweight(framework, {}) == framework
    assert reweight(framework, {"a": 1}) == framework


def test_a_framework_remembers_which_weights_were_changed() -> None:
    changed = reweight(reweight(synthetic.framework(), {"a": 3, "b": 1}), {"b.only": 2})
    assert [(each.node, each.weight) for each in changed.reweighted] == [("a", 3), ("b.only", 2)]


@given(st.dictionaries(st.sampled_from(["a", "b", "a.left", "a.one", "b.four"]), st.sampled_from([1.0, 2.0, 3.0])))
def test_scoring_with_other_weights_is_scoring_with_a_framework_that_has_them(weights: dict[str, float]) -> None:
    country = synthetic.profile({"a.one": 1, "a.two": 4, "a.three": 2, "b.four": 3, "b.five": 0})
    changed = assess(country, reweight(synthetic.framework(), weights))
    assert changed.scores == assess(country, synthetic.framework(weights=weights)).scores


@pytest.mark.parametrize(
    ("weights", "told"),
    [
        ({"bb": 5}, r"unknown node 'bb' \(did you mean 'b'\?\)"),
        ({"overall": 5}, "unknown node 'overall'"),
        ({"a": -3}, r"-3 for 'a' \(weights run 0 to 1,000,000\)"),
        ({"a": float("nan")}, r"nan for 'a' \(weights run 0 to 1,000,000\)"),
        ({"a": float("inf")}, "inf for 'a'"),
        ({"a": True}, "expected a number"),
        ({"bb": 5, "a": -3}, "unknown node 'bb'.*; -3 for 'a'"),
    ],
)
def test_a_weight_that_a_file_could_not_have_is_refused_from_python_too(weights: dict[str, float], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        reweight(synthetic.framework(), weights)


def test_the_framework_s_own_weight_is_no_change_when_it_comes_back() -> None:
    framework = synthetic.framework(weights={"a": 2})
    changed = reweight(framework, {"a": 3, "b": 4})
    assert reweight(changed, {"a": 2}).reweighted == changed.reweighted[1:]
    assert reweight(changed, {"a": 2, "b": 1}) == framework


def test_a_weight_that_is_changed_twice_remembers_the_framework_s_own() -> None:
    changed = reweight(reweight(synthetic.framework(), {"a": 3}), {"a": 5})
    assert [(each.node, each.weight, each.own) for each in changed.reweighted] == [("a", 5, 1)]
