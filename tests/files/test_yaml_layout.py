from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.files.yaml_layout import WIDTH, entry_lines, file_text, flow_text, item_lines, list_lines
from maturity.files.yaml_scalars import Quoted
from maturity.files.yaml_text import Value, parse

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.text("ab :#-\n", max_size=200)
PLAIN: st.SearchStrategy[Value] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18) + 1, 10**18 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=15,
)
FILES = st.dictionaries(TEXT, PLAIN, min_size=1, max_size=4)
LONG = "Words that are many enough to need a second line, since no line is longer than the eye likes it; " * 2


@given(FILES)
def test_any_file_reads_back(values: dict[str, Value]) -> None:
    assert parse(file_text(values, "head"), "x.yaml") == values


@given(PLAIN)
def test_any_value_reads_back_from_one_line(value: Value) -> None:
    line = flow_text(value)
    assert "\n" not in line
    assert parse(f"k: {line}", "x.yaml") == {"k": value}


@given(
    st.lists(FILES, min_size=1, max_size=3),
    st.integers(0, 8),
    st.sampled_from([40, 80, 160]),
    st.sampled_from([None, True, False]),
)
def test_any_record_reads_back_at_any_depth_and_width(
    items: list[Any], indent: int, width: int, flow: bool | None
) -> None:
    lines = [line for each in items for line in item_lines(each, indent, width, flow=flow)]
    assert parse("\n".join(lines), "x.yaml") == items


def test_long_texts_are_folded_within_the_width() -> None:
    lines = entry_lines("note", LONG.strip(), 4)
    assert lines[0] == "    note: >-"
    assert len(lines) == 3
    assert max(map(len, lines)) <= WIDTH
    assert " ".join(line.strip() for line in lines[1:]) == LONG.strip()


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("Short.", ["k: Short."]),
        (["a", "b-c"], ["k: [a, b-c]"]),
        ([], ["k: []"]),
        (
            ["A sentence that is longer than what one looks for in brackets.", "Another."],
            ["k:", "  - A sentence that is longer than what one looks for in brackets.", "  - Another."],
        ),
        ({"en": "France", "zh": "法国"}, ["k: {en: France, zh: 法国}"]),
        ([{"text": "x", "locus": "§1"}], ["k: [{text: x, locus: §1}]"]),
        ([{"text": "x"}, {"text": "z"}], ["k:", "  - {text: x}", "  - {text: z}"]),
        ("two\n\nlines", ["k: |-", "  two", "", "  lines"]),
        (" two\nlines", ['k: " two\\nlines"']),
        ({"of": Quoted("12345678"), "text": Quoted("t" * 300)}, ['k: {of: "12345678", text: "' + "t" * 300 + '"}']),
        (["slug-" + "x" * 100, "slug-" + "y" * 100], ["k: [slug-" + "x" * 100 + ", slug-" + "y" * 100 + "]"]),
    ],
)
def test_what_is_short_takes_one_line(value: Value, lines: list[str]) -> None:
    assert entry_lines("k", value, 0) == lines


def test_records_take_one_line_each_where_all_of_them_can() -> None:
    short: list[Value] = [{"id": "a", "text": "x"}, {"id": "b", "text": "z"}]
    assert list_lines("rows", short) == ["rows:", "  - {id: a, text: x}", "  - {id: b, text: z}"]
    assert list_lines("rows", [*short, {"id": "c", "text": LONG}])[:3] == ["rows:", "  - id: a", "    text: x"]
    assert list_lines("rows", []) == ["rows: []"]


def test_a_file_begins_with_its_comment_and_parts_its_lists() -> None:
    assert file_text({"defaults": {"source": "s"}, "rows": [{"id": "a"}], "more": 1}, "x.yaml: rows") == (
        "# x.yaml: rows\ndefaults: {source: s}\n\nrows:\n  - {id: a}\nmore: 1\n"
    )
