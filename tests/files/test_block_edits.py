from typing import Any

import pytest

from maturity.files.block_edits import Editor
from maturity.files.text_edits import CannotEditError
from maturity.files.yaml_nodes import Source
from maturity.files.yaml_text import parse

ROWS = """\
rows:
  - id: one  # the first
    level: 1
  - id: two
    level: 2
"""


@pytest.mark.parametrize("text", ["- a\n- b\n", "word\n", "", "# nothing\n"])
def test_only_a_mapping_is_changed(text: str) -> None:
    with pytest.raises(CannotEditError, match="the file holds no mapping"):
        Editor(Source(text)).change_file({}, {})


def test_what_is_the_same_asks_for_no_change() -> None:
    editor = Editor(Source(ROWS))
    value: Any = parse(ROWS, "x.yaml")
    editor.change_file(value, value)
    assert editor.edits.found == []


def test_a_file_in_brackets_is_changed_within_them() -> None:
    assert edited("{a: 1,  b: [x, y], c: 3}  # all\n", {"a": 2, "b": ["x", "z"], "d": 4}) == (
        "{a: 2,  b: [x, z], d: 4}  # all\n"
    )


# entries


@pytest.mark.parametrize(
    ("new", "after"),
    [
        ({"a": 1, "b": 2, "c": 3}, "# head\na: 1  # first\nb: 2\nc: 3\n# end\n"),
        ({"a": 1, "k": 0, "b": 2}, "# head\na: 1  # first\nk: 0\nb: 2\n# end\n"),
        ({"a": 1, "m": 0, "k": 0, "b": 2}, "# head\na: 1  # first\nm: 0\nk: 0\nb: 2\n# end\n"),
        ({"b": 2}, "# head\n# first\nb: 2\n# end\n"),
        ({"a": 1}, "# head\na: 1  # first\n# end\n"),
        ({"a": 1, "c": 3}, "# head\na: 1  # first\nc: 3\n# end\n"),
    ],
)
def test_entries_come_and_go_line_by_line(new: dict[str, Any], after: str) -> None:
    assert edited("# head\na: 1  # first\nb: 2\n# end\n", new) == after


@pytest.mark.parametrize("new", [{"b": 2}, {}])
@pytest.mark.parametrize("text", ["a: 1\n", "{a: 1}\n"])
def test_a_file_of_which_nothing_stays_is_refused(text: str, new: dict[str, Any]) -> None:
    with pytest.raises(CannotEditError, match="nothing"):
        edited(text, new)


def test_a_mapping_within_is_changed_where_it_stands() -> None:
    text = "names:\n  en: A  # English\n  zh: 甲\nlast: 1\n"
    assert edited(text, {"names": {"en": "B", "zh": "甲", "fr": "C"}, "last": 1}) == (
        "names:\n  en: B  # English\n  zh: 甲\n  fr: C\nlast: 1\n"
    )


def test_a_mapping_that_has_nothing_in_common_is_written_anew() -> None:
    text = "names:\n  en: A\nlast: 1\n"
    assert edited(text, {"names": {"fr": "C"}, "last": 1}) == "names: {fr: C}\nlast: 1\n"


def test_the_entry_behind_a_dash_makes_way_for_the_next() -> None:
    value = {"rows": [{"level": 1}, {"id": "two", "level": 2}]}
    text = ROWS.replace("  # the first", "").replace("level: 1", "level:  1  # a level")
    assert edited(text, value) == "rows:\n  - level:  1  # a level\n  - id: two\n    level: 2\n"


def test_where_a_comment_stands_between_the_record_is_written_anew_below_it() -> None:
    value = {"rows": [{"level": 1}, {"id": "two", "level": 2}]}
    assert edited(ROWS, value) == "rows:\n  # the first\n  - level: 1\n  - id: two\n    level: 2\n"


# lists


def test_items_of_a_plain_list_come_go_and_move() -> None:
    text = "ids:\n  - one  # 1\n  - two\n  - three\nlast: 1\n"
    assert edited(text, {"ids": ["one", "three"], "last": 1}) == "ids:\n  - one  # 1\n  - three\nlast: 1\n"
    assert edited(text, {"ids": ["zero", "one", "two", "three", "four"], "last": 1}) == (
        "ids:\n  - zero\n  - one  # 1\n  - two\n  - three\n  - four\nlast: 1\n"
    )
    assert edited(text, {"ids": ["two", "three", "one"], "last": 1}) == (
        "ids:\n  - two\n  - three\n  - one  # 1\nlast: 1\n"
    )


def test_lists_within_lists_are_changed_too() -> None:
    text = "a:\n  - - x\n    - y\n  - - z\n"
    assert parse(edited(text, {"a": [["x", "w"], ["z"]]}), "x.yaml") == {"a": [["x", "w"], ["z"]]}


def test_a_record_is_changed_by_its_id_and_not_by_its_place() -> None:
    value = {"rows": [{"id": "two", "level": 3}, {"id": "one", "level": 1}]}
    assert edited(ROWS, value) == "rows:\n  - id: two\n    level: 3\n  - id: one  # the first\n    level: 1\n"


def test_a_record_between_two_stands_between_them() -> None:
    value = {"rows": [{"id": "one", "level": 1}, {"id": "new", "level": 9}, {"id": "two", "level": 2}]}
    assert edited(ROWS, value) == (
        "rows:\n  - id: one  # the first\n    level: 1\n  - id: new\n    level: 9\n  - id: two\n    level: 2\n"
    )


def test_a_new_record_looks_like_the_one_whose_place_it_takes() -> None:
    text = "rows:\n  - {id: one}\n  - id: two\n"
    before, between, behind = (
        edited(text, {"rows": rows})
        for rows in (
            [{"id": "new"}, {"id": "one"}, {"id": "two"}],
            [{"id": "one"}, {"id": "new"}, {"id": "two"}],
            [{"id": "one"}, {"id": "two"}, {"id": "new"}],
        )
    )
    assert before == "rows:\n  - {id: new}\n  - {id: one}\n  - id: two\n"
    assert between == "rows:\n  - {id: one}\n  - id: new\n  - id: two\n"
    assert behind == "rows:\n  - {id: one}\n  - id: two\n  - id: new\n"


def test_a_list_that_loses_all_is_empty() -> None:
    assert edited(ROWS, {"rows": []}) == "rows: []\n  # the first\n"


def test_a_list_whose_items_do_not_begin_lines_is_written_anew() -> None:
    text = "a:\n  # why\n  - - x\n    - z\nb: 1  # last\n"
    assert edited(text, {"a": [["z"]], "b": 1}) == "a:\n  # why\n  - [z]\nb: 1  # last\n"


# within brackets


@pytest.mark.parametrize(
    ("new", "after"),
    [
        (["a", "b", "c", "d"], "x: [a,  b, c, d]  # ids\n"),
        (["c"], "x: [c]  # ids\n"),
        (["new", "a", "c"], "x: [new, a, c]  # ids\n"),
        (["c", "a"], None),
        (["v", "w"], "x: [v,  w]  # ids\n"),
        ([], "x: []  # ids\n"),
    ],
)
def test_items_in_brackets_come_and_go_between_those_that_stay(new: list[str], after: str | None) -> None:
    found = edited("x: [a,  b, c]  # ids\n", {"x": new})
    assert parse(found, "x.yaml") == {"x": new}
    assert after is None or found == after


def test_records_in_brackets_are_changed_one_value_at_a_time() -> None:
    text = "rows:\n  - {id: one,   level: 1}  # the first\n  - {id: two, level: 2}\n"
    value = {"rows": [{"id": "one", "level": 3}, {"id": "two", "level": 2, "note": "so"}]}
    assert edited(text, value) == ("rows:\n  - {id: one,   level: 3}  # the first\n  - {id: two, level: 2, note: so}\n")


# anew


def test_anew_a_record_that_changes_is_written_whole_with_its_comments_above() -> None:
    value = {"rows": [{"id": "one", "level": 9}, {"id": "two", "level": 2}]}
    assert edited(ROWS, value, anew=True) == (
        "rows:\n  # the first\n  - id: one\n    level: 9\n  - id: two\n    level: 2\n"
    )


def edited(text: str, new: dict[str, Any], *, anew: bool = False) -> str:
    old: Any = parse(text, "x.yaml")
    editor = Editor(Source(text), anew=anew)
    editor.change_file(old, new)
    return editor.edits.made_in(text)
