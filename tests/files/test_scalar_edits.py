from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from maturity.files.scalar_edits import Spot, put_scalar, put_value
from maturity.files.text_edits import CannotEditError, Edits
from maturity.files.yaml_nodes import Source
from maturity.files.yaml_text import Value, parse

LONG = "some words of a longer text " * 8 + "end"


@pytest.mark.parametrize(
    ("line", "new", "changed"),
    [
        ("a: one", "two", "a: two"),
        ("a:   one  # why", "two", "a:   two  # why"),
        ("a: one", "x: y", 'a: "x: y"'),
        ("a: one", "yes", 'a: "yes"'),
        ("a: one", "", 'a: ""'),
        ("a: 'one'", "two", "a: 'two'"),
        ("a: 'one'", "it's", "a: 'it''s'"),
        ("a: 'one'", "a\tb", 'a: "a\\tb"'),
        ('a: "one"  # why', "two", 'a: "two"  # why'),
        ('a: "one"', 'say "so"', 'a: "say \\"so\\""'),
        ("a: 一", "二", "a: 二"),
        ("a: 5", 6, "a: 6"),
        ("a: 5", "5", 'a: "5"'),
        ('a: "5"', 5, "a: 5"),
        ("a: one", 0.5, "a: 0.5"),
        ("a: one", True, "a: true"),
        ("a: true", None, "a: null"),
        ("a:", "two", "a: two"),
        ("a:  # why", "two", "a: two  # why"),
    ],
)
def test_a_value_changes_in_its_own_style_where_that_can_hold_it(line: str, new: Value, changed: str) -> None:
    assert with_scalar(f"{line}\nb: 1\n", new) == f"{changed}\nb: 1\n"


@pytest.mark.parametrize(
    ("text", "new", "changed"),
    [
        ("{a: one, b: 1}", "two", "{a: two, b: 1}"),
        ("{a: one, b: 1}", "x, y", '{a: "x, y", b: 1}'),
        ("{a: 'one', b: 1}", "x, y", "{a: 'x, y', b: 1}"),
        ("{b: 1, a: one}", "line\nline", '{b: 1, a: "line\\nline"}'),
        ("{a: one, b: 1}", LONG, f"{{a: {LONG}, b: 1}}"),
    ],
)
def test_within_brackets_a_value_stays_on_its_line(text: str, new: Value, changed: str) -> None:
    assert with_scalar(text, new, flow=True) == changed


def test_a_text_that_becomes_too_long_for_its_line_is_folded() -> None:
    lines = with_scalar("a: one  # why\nb: 1\n", LONG).splitlines()
    assert (lines[0], lines[-1]) == ("a: >-  # why", "b: 1")
    assert " ".join(each.strip() for each in lines[1:-1]) == LONG
    assert max(map(len, lines)) <= 160


def test_a_line_takes_as_much_as_it_has_room_for() -> None:
    whole = "ab " * 52 + "x"  # 160 columns with the key
    assert with_scalar("a: one\n", whole) == f"a: {whole}\n"
    assert with_scalar("a: one\n", whole + " and more").startswith("a: >-\n  ab ab")
    assert with_scalar("a: 'one'\n", whole[:-3]) == f"a: '{whole[:-3]}'\n"


def test_a_line_that_was_longer_may_stay_as_long() -> None:
    long = "ab " * 99 + "end"
    assert with_scalar(f"a: {long}\n", long.replace("ab", "cd")) == f"a: {long.replace('ab', 'cd')}\n"
    assert with_scalar(f"a: {long}\n", long + " and more").startswith("a: >-\n")


def test_a_text_with_lines_stays_in_its_line_where_that_has_room_and_else_is_written_in_lines() -> None:
    assert with_scalar("a: one\nb: 1\n", "first\nsecond") == 'a: "first\\nsecond"\nb: 1\n'
    assert with_scalar("a: one\nb: 1\n", f"first\n{LONG}") == f"a: |-\n  first\n  {LONG}\nb: 1\n"


@pytest.mark.parametrize(
    ("block", "new", "changed"),
    [
        ("a: |-\n  first\n  second", "first\nthird", "a: |-\n  first\n  third"),
        ("a: |-  # why\n  first\n  second", "one line", "a: one line  # why"),
        ("a: >-  # why\n  first\n  second", 5, "a: 5  # why"),
        ("a: >-\n  first\n  second", "first\n\nthird", "a: |-\n  first\n\n  third"),
        ("a: >-\n  first words\n  second words", "first words third words", "a: >-\n  first words\n  third words"),
    ],
)
def test_a_block_of_text_makes_way_and_keeps_its_comment(block: str, new: Value, changed: str) -> None:
    assert with_scalar(f"{block}\nb: 1\n", new) == f"{changed}\nb: 1\n"


def test_line_ends_of_windows_stay() -> None:
    after = with_scalar("a: one\r\nb: 1\r\n", f"first\n{LONG}")
    assert after == f"a: |-\r\n  first\r\n  {LONG}\r\nb: 1\r\n"


STYLES = ("a: one  # why", "a: 'one'", 'a: "one"', "a:", "a: |-\n  one\n  more", "a: >-  # why\n  one\n  more")
NEW = (
    st.text(max_size=12)
    | st.lists(st.sampled_from(("word", "a: b", "# no", "it's", "数字", '"q"', "-")), max_size=60).map(" ".join)
    | st.integers(-(10**17), 10**17)
    | st.booleans()
    | st.none()
)


@given(st.sampled_from(STYLES), NEW)
def test_whatever_is_put_is_read_and_nothing_else_changes(style: str, new: Value) -> None:
    after = with_scalar(f"# head\n{style}\n# between\nb: 1\n", new)
    assert parse(after, "x.yaml") == {"a": new, "b": 1}
    assert after.startswith("# head\n")
    assert after.endswith("\n# between\nb: 1\n")
    assert after.count("# why") == style.count("# why")


# whole values


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        ("a: one", ["x", "z"], "a: [x, z]"),
        ("a: [x, z]  # why", "one", "a: one  # why"),
        ("a: {x: 1}", [], "a: []"),
        ("a:\n  - x\n  - y", "one", "a: one"),
        ("a:\n  - x\n  - y", {"k": "v"}, "a: {k: v}"),
        ("a:\n  x: 1\n  y: 2", [{"k": "v"}, {"k": "w"}], "a:\n  - {k: v}\n  - {k: w}"),
        ("a: one", {"k": LONG[:80].strip(), "m": "x" * 80}, f"a:\n  k: {LONG[:80].strip()}\n  m: {'x' * 80}"),
    ],
)
def test_a_whole_value_is_written_in_the_house_layout(before: str, new: Value, after: str) -> None:
    assert with_value(f"{before}\nb: 1\n", new) == f"{after}\nb: 1\n"


def test_a_list_of_records_has_a_line_for_each() -> None:
    records: Value = [{"id": "one"}, {"id": "two"}]
    assert with_value("a: []  # none yet\nb: 1\n", records, holds_records=True) == (
        "a:  # none yet\n  - {id: one}\n  - {id: two}\nb: 1\n"
    )


def test_within_brackets_a_whole_value_is_put_in_brackets() -> None:
    assert with_value("{a: one, b: 1}", {"k": ["v", 2]}, flow=True) == "{a: {k: [v, 2]}, b: 1}"


@pytest.mark.parametrize(
    ("text", "flow"),
    [("a:\n  - x  # why\n  - y\n", False), ("a: [x, # why\n  y]\n", False), ("{a: [x, # why\n y]}", True)],
)
def test_a_value_with_comments_inside_is_not_overwritten(text: str, flow: bool) -> None:
    with pytest.raises(CannotEditError, match="comments stand within the value"):
        with_value(text, "one", flow=flow)


def test_a_comment_behind_the_value_is_none_inside() -> None:
    assert with_value("a: [x, y]  # why\n# below\n", 1) == "a: 1  # why\n# below\n"


def with_scalar(text: str, new: Value, *, flow: bool = False) -> str:
    """*text* after its entry `a` became *new*."""
    source, edits = Source(text), Edits()
    key, value = entry_of(source)
    assert isinstance(value, yaml.ScalarNode)
    put_scalar(source, edits, value, new, spot_of(source, key, flow=flow))
    return edits.made_in(text)


def with_value(text: str, new: Value, *, flow: bool = False, holds_records: bool = False) -> str:
    source, edits = Source(text), Edits()
    key, value = entry_of(source)
    put_value(source, edits, value, new, spot_of(source, key, flow=flow, holds_records=holds_records))
    return edits.made_in(text)


def entry_of(source: Source) -> tuple[yaml.Node, yaml.Node]:
    assert isinstance(source.top, yaml.MappingNode)
    found: tuple[yaml.Node, yaml.Node] = next(each for each in source.top.value if each[0].value == "a")
    return found


def spot_of(source: Source, key: yaml.Node, **kinds: Any) -> Spot:  # noqa: ANN401
    return Spot(indent=0, opens=source.text.index(":", source.end(key)) + 1, **kinds)
