"""Edits by place: what is not edited stays to the letter."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from maturity.problems import DataError
from maturity.scaffold.marked_text import MarkedText, from_last

FILE = """\
# Who and when
code: CHN   # in capitals
wave: 2022

# What was read
sources:
  # first
  - id: law
    title: "A law"  # as printed
    authors: [A, B]

  - {id: study, title: 'One, of two'}
unknown: []
"""


def marked(text: str = FILE) -> MarkedText:
    return MarkedText(text.encode(), "profile.yaml")


def test_a_text_without_edits_stays_as_it_is() -> None:
    assert marked().text == FILE
    assert marked().key_names() == ("code", "wave", "sources", "unknown")


@pytest.mark.parametrize("text", ["", "# nothing but a comment\n"])
def test_an_empty_file_has_no_keys(text: str) -> None:
    found = marked(text)
    assert (found.text, found.key_names(), found.items("sources"), found.lines_of("sources")) == (text, (), [], [])


def test_a_mark_of_the_order_of_bytes_is_no_part_of_the_text() -> None:
    assert MarkedText(b"\xef\xbb\xbfcode: CHN\n", "x").text == "code: CHN\n"


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(DataError):
        MarkedText(b"code: \xff\n", "profile.yaml")


def test_the_items_of_a_list_are_its_mappings() -> None:
    assert [item.value[0][1].value for item in marked().items("sources")] == ["law", "study"]
    assert [marked().items(each) for each in ("unknown", "wave", "figures")] == [[], [], []]
    assert len(marked("sources: [one, {id: two}]\n").items("sources")) == 1


def test_a_key_stands_behind_another_in_the_style_of_its_item() -> None:
    found = marked()
    for item in from_last(found.items("sources")):
        found.add_key(item, "id", "carried_from", "2022")
    assert found.text == FILE.replace(
        "  - id: law\n", "  - id: law\n    carried_from: 2022\n"
    ).replace("{id: study,", "{id: study, carried_from: 2022,")  # fmt: skip


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("- {id: a}", "- {id: a, new: 1}"),
        ("- {id: 'a', x: 1}", "- {id: 'a', new: 1, x: 1}"),
        ("- {x: 1, id: a}", "- {x: 1, id: a, new: 1}"),
        ("- {x: 1,\n   id: a,\n   y: 2}", "- {x: 1,\n   id: a, new: 1,\n   y: 2}"),
        ("- x: 1\n  id: a\n  y: 2", "- x: 1\n  id: a\n  new: 1\n  y: 2"),
        ("- id: a  # why", "- id: a  # why\n  new: 1"),
        ("-   id: a", "-   id: a\n    new: 1"),
        ("- {id: a, new: 5}", "- {id: a, new: 5}"),
        ("- id: a\n  new: 5", "- id: a\n  new: 5"),
    ],
)
def test_a_key_is_added_once_and_only_once(item: str, expected: str) -> None:
    found = marked(f"list:\n{item}\n")
    found.add_key(found.items("list")[0], "id", "new", "1")
    assert found.text == f"list:\n{expected}\n"


def test_an_explanation_stands_above_its_item() -> None:
    found = marked()
    for number, item in enumerate(from_last(found.items("sources"))):
        found.explain(item, [f"## {number}"])
    assert found.text == FILE.replace("  - id: law\n", "## 1\n  - id: law\n").replace(
        "  - {id: study", "## 0\n  - {id: study"
    )


@pytest.mark.parametrize(
    ("key", "lines"),
    [
        ("code", ["code: CHN   # in capitals"]),
        ("wave", ["wave: 2022"]),
        ("sources", FILE.split("\n")[5:12]),
        ("unknown", ["unknown: []"]),
        ("figures", []),
    ],
)
def test_the_lines_of_a_key_end_where_its_value_does(key: str, lines: list[str]) -> None:
    assert marked().lines_of(key) == lines


def test_comments_behind_a_list_belong_to_what_follows() -> None:
    found = marked("list:\n  - a\n  # of b\n  - b\n\n# of wave\n\nwave: 2022\n")
    assert found.lines_of("list") == ["list:", "  - a", "  # of b", "  - b"]


def test_a_block_of_text_ends_where_its_words_do() -> None:
    found = marked("note: |\n  one\n\n  two\n\n# of wave\nwave: 2022\n")
    assert found.lines_of("note") == ["note: |", "  one", "", "  two"]


@pytest.mark.parametrize(
    ("key", "lines", "expected"),
    [
        ("wave", ["wave: 2026"], FILE.replace("2022", "2026")),
        ("wave", [], FILE.replace("wave: 2022\n", "")),
        ("unknown", ["# unknown:", "# - one"], FILE.replace("unknown: []", "# unknown:\n# - one")),
        ("sources", ["sources: []"], FILE[: FILE.index("sources:")] + "sources: []\nunknown: []\n"),
    ],
)
def test_what_is_replaced_leaves_everything_around_it(key: str, lines: list[str], expected: str) -> None:
    found = marked()
    found.replace(key, lines)
    assert found.text == expected


def test_keys_are_replaced_from_the_last_to_the_first() -> None:
    found = marked()
    for key in reversed(found.key_names()):
        found.replace(key, [f"{key}: 1", f"# of {key}"])
    assert yaml.safe_load(found.text) == dict.fromkeys(("code", "wave", "sources", "unknown"), 1)
    assert "# What was read" in found.text


OVERLAY = """\
language: zh
texts:
  # of a record
  act.name: {of: "1", text: 法}
  unknown.1.searched: {of: "2", text: 未知}
  status.note: {of: "3",
    text: 草稿}
  # of a rating
  ratings.a.summary: {of: "4", text: 有}
  unknown.2.searched: {of: "5", text: 无}
"""


def test_entries_are_dropped_by_the_beginning_of_their_keys() -> None:
    found = marked(OVERLAY)
    found.drop_entries("texts", ("unknown.", "status."))
    kept = ['language: zh', 'texts:', '  # of a record', '  act.name: {of: "1", text: 法}', '  # of a rating',
            '  ratings.a.summary: {of: "4", text: 有}', '']  # fmt: skip
    assert found.text.split("\n") == kept


@pytest.mark.parametrize("prefixes", [(), ("none.",), ("name",)])
def test_entries_that_begin_otherwise_stay(prefixes: tuple[str, ...]) -> None:
    found = marked(OVERLAY)
    found.drop_entries("texts", prefixes)
    assert found.text == OVERLAY


ids = st.lists(st.from_regex(r"[a-z]{1,5}", fullmatch=True), min_size=1, max_size=6)


@given(ids, st.booleans(), st.booleans())
def test_a_key_added_to_every_item_is_all_that_changes(found: list[str], flow: bool, spaced: bool) -> None:
    items = [{"id": each, "text": "a, b: c # d", "list": ["x", {"id": "inner"}]} for each in found]
    text = yaml.safe_dump({"list": items}, default_flow_style=flow or None, width=40)
    if spaced:
        text = text.replace("\n- ", "\n# why\n\n- ")
    edited = marked(text)
    for item in from_last(edited.items("list")):
        edited.add_key(item, "id", "new", "1")
    assert yaml.safe_load(edited.text) == {"list": [{**each, "new": 1} for each in items]}
