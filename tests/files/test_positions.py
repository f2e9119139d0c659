"""Positions are those that PyYAML's own tree has, for every value of real and generated texts."""

import json
from collections.abc import Iterator
from pathlib import Path as FilePath

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from maturity.files.positions import Path, Position, Spot, find_positions

COUNTRIES = FilePath(__file__).parents[2] / "countries"
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("ab中 ", max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("ab中", max_size=3), inner, max_size=4),
    max_leaves=20,
)


@given(VALUES)
def test_positions_are_those_of_the_tree(value: object) -> None:
    hold_against_the_tree(json.dumps(value, ensure_ascii=False, indent=1))


@pytest.mark.parametrize("name", ["fra/2022/governance", "chn/2022/ratings", "fra/2022/zh"])
def test_positions_of_shipped_files(name: str) -> None:
    hold_against_the_tree((COUNTRIES / f"{name}.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("path", "at_key", "position"),
    [
        (("a", 5), False, (2, 4)),
        (("a", "x"), True, (2, 1)),
        (("z",), True, (2, 1)),
        (("b", "c", "d"), False, (3, 4)),
        ((), False, (2, 1)),
    ],
)
def test_what_is_not_there_is_at_the_value_above(path: Path, at_key: bool, position: Position) -> None:
    assert find_positions("# note\na: [1]\nb: 2\n", [Spot(path, at_key)]) == [position]


def test_an_empty_text_is_at_its_beginning() -> None:
    assert find_positions("# nothing\n", [Spot(("a",))]) == [(1, 1)]


def hold_against_the_tree(text: str) -> None:
    top = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert top is not None
    expected = dict(list_spots(top, ()))
    assert find_positions(text, expected) == list(expected.values())


def list_spots(node: yaml.Node, path: Path) -> Iterator[tuple[Spot, Position]]:
    yield Spot(path), position(node)
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from list_spots(item, (*path, index))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield Spot((*path, key.value), at_key=True), position(key)
            yield from list_spots(value, (*path, key.value))


def position(node: yaml.Node) -> Position:
    return node.start_mark.line + 1, node.start_mark.column + 1
