import random
import re
from difflib import ndiff
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from maturity.files.text_edits import CannotEditError, Edits
from maturity.files.yaml_edits import edit_yaml
from maturity.files.yaml_layout import file_text
from maturity.files.yaml_nodes import Source
from maturity.files.yaml_text import parse
from maturity.problems import DataError

UNHURRIED = settings(suppress_health_check=list(HealthCheck))
WORDS = st.sampled_from(
    ("a", "b", "word", "two words", "1", "yes", "a: b", "x # y", "it's", '"q"', "", " ", "é", "中文", "a\nb")
)
LONG = st.lists(st.sampled_from(("some", "many", "words", "evidence,", "level 2:")), min_size=1, max_size=60).map(
    " ".join
)
SCALARS = WORDS | LONG | st.integers(-5, 5) | st.booleans() | st.floats(0, 1)
IDS = st.sampled_from(("one", "two", "three", "four", "five", "six"))
RECORDS = st.lists(
    st.fixed_dictionaries(
        {"id": IDS},
        optional={
            "text": WORDS | LONG | st.fixed_dictionaries({"en": WORDS}, optional={"zh": WORDS, "fr": LONG}),
            "evidence": st.lists(IDS, max_size=4),
            "roles": st.lists(st.fixed_dictionaries({"text": WORDS, "locus": WORDS}), max_size=3),
            "note": SCALARS,
            "inner": st.fixed_dictionaries({"by": WORDS}, optional={"when": SCALARS}),
        },
    ),
    max_size=5,
    unique_by=lambda each: str(each["id"]),
)
FILES: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"code": WORDS},
    optional={"rows": RECORDS, "more": RECORDS, "names": st.fixed_dictionaries({"en": WORDS}, optional={"zh": WORDS})},
)
STYLES = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from((True, False, None)),
        "default_style": st.sampled_from((None, '"', "'", "|", ">")),
        "width": st.sampled_from((20, 80, 200)),
        "indent": st.sampled_from((2, 4)),
    }
)


def commented(text: str, seed: int) -> str:
    """*text* with comments above and behind some lines, wherever that leaves its value alone."""
    chance = random.Random(seed)
    lines = text.splitlines(keepends=True)
    for place in range(len(lines) - 1, -1, -1):
        bare = lines[place].rstrip("\n")
        margin = " " * (len(bare) - len(bare.lstrip(" ")))
        tried = [*lines]
        if chance.random() < 0.3:
            tried[place] = f"{bare}  # behind {place}\n"
        if chance.random() < 0.3:
            tried.insert(place, f"{margin}# above {place}\n\n")
        if says("".join(tried), parse(text, "x.yaml")):
            lines = tried
    return "".join(lines)


def says(text: str, value: object) -> bool:
    try:
        return parse(text, "x.yaml") == value
    except DataError:
        return False


def comments(text: str) -> list[str]:
    return sorted(re.findall(r"# (?:above|behind) \d+", text))


def stripped(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        return {key: stripped(each) for key, each in value.items()}
    if isinstance(value, list):
        return [stripped(each) for each in value]
    return value.rstrip("\n") if isinstance(value, str) else value


@UNHURRIED
@given(FILES, FILES, st.integers(0, 1000))
def test_a_file_of_ours_becomes_any_other_and_keeps_its_comments(
    old: dict[str, Any], new: dict[str, Any], seed: int
) -> None:
    before = commented(file_text(old, "head"), seed)
    after = edit_yaml(before, new, "x.yaml")
    assert stripped(parse(after, "x.yaml")) == stripped(new)
    assert comments(after) == comments(before)
    assert "# head" in after


@UNHURRIED
@given(FILES, FILES, STYLES, st.integers(0, 1000), st.booleans())
def test_a_file_in_another_style_becomes_any_other_or_is_refused(
    old: dict[str, Any],
    new: dict[str, Any],
    style: dict[str, Any],
    seed: int,
    crlf: bool,
) -> None:
    dumped = yaml.dump(old, allow_unicode=True, sort_keys=False, **style)
    assume(says(dumped, old))
    before = commented(dumped, seed)
    if crlf and "\\\n" not in before:
        before = before.replace("\n", "\r\n")
    try:
        after = edit_yaml(before, new, "x.yaml")
    except (CannotEditError, DataError):
        return
    assert stripped(parse(after, "x.yaml")) == stripped(new)
    assert comments(after) == comments(before)


HAND = """\
# head of file
rows:  # behind the key
  # one comes first
  - id: one   # the id
    level:   2 # a level
    text: >-   # folded
      Some words that are
      folded by hand at a place of
      the author's choice.

    evidence: [a, b,   c]
  # --- a heading
  - {id: two, level: 3, text: 'Quoted by hand', note: "twice"}
  - id: three
    # inside
    text: |-
      As it
      stands.
# the end
"""


def hand() -> dict[str, Any]:
    value = parse(HAND, "x.yaml")
    assert isinstance(value, dict)
    return value


def changed(*steps: str | int, to: object) -> dict[str, Any]:
    value = hand()
    found: Any = value
    for step in steps[:-1]:
        found = found[step]
    found[steps[-1]] = to
    return value


def diff(old: str, new: str) -> list[str]:
    """Lines that went and lines that came, in order, without those that both have."""
    return [each for each in ndiff(old.splitlines(), new.splitlines()) if each[0] in "+-"]


@pytest.mark.parametrize(
    ("wanted", "lines"),
    [
        (changed("rows", 0, "level", to=3), ["-     level:   2 # a level", "+     level:   3 # a level"]),
        (
            changed("rows", 0, "text", to="Some words that are folded by hand at the place of the author's choice."),
            ["-       folded by hand at a place of", "+       folded by hand at the place of"],
        ),
        (
            changed("rows", 0, "evidence", to=["a", "x", "c"]),
            ["-     evidence: [a, b,   c]", "+     evidence: [a, x,   c]"],
        ),
        (changed("rows", 0, "evidence", to=["a", "c"]), ["-     evidence: [a, b,   c]", "+     evidence: [a,   c]"]),
        (
            changed("rows", 0, "evidence", to=["m", "a", "b", "c", "d"]),
            ["-     evidence: [a, b,   c]", "+     evidence: [m, a, b,   c, d]"],
        ),
        (
            changed("rows", 1, "text", to="It's other"),
            [
                "-   - {id: two, level: 3, text: 'Quoted by hand', note: \"twice\"}",
                "+   - {id: two, level: 3, text: 'It''s other', note: \"twice\"}",
            ],
        ),
        (changed("rows", 2, "text", to="As it\nwas."), ["-       stands.", "+       was."]),
    ],
)
def test_a_value_is_replaced_where_it_stands(wanted: dict[str, Any], lines: list[str]) -> None:
    assert diff(HAND, edit_yaml(HAND, wanted, "x.yaml")) == lines


def test_the_same_value_leaves_every_byte() -> None:
    assert edit_yaml(HAND, hand(), "x.yaml") == HAND


def test_a_new_entry_goes_behind_the_one_before_it() -> None:
    value = hand()
    value["rows"][0] = {"id": "one", "branch": "old-age", **value["rows"][0]}
    value["rows"][1] = {"id": "two", "branch": "b", **value["rows"][1]}
    assert diff(HAND, edit_yaml(HAND, value, "x.yaml")) == [
        "+     branch: old-age",
        "-   - {id: two, level: 3, text: 'Quoted by hand', note: \"twice\"}",
        "+   - {id: two, branch: b, level: 3, text: 'Quoted by hand', note: \"twice\"}",
    ]


def test_an_entry_that_goes_leaves_its_comment() -> None:
    value = hand()
    del value["rows"][0]["level"], value["rows"][1]["note"]
    assert diff(HAND, edit_yaml(HAND, value, "x.yaml")) == [
        "-     level:   2 # a level",
        "+     # a level",
        "-   - {id: two, level: 3, text: 'Quoted by hand', note: \"twice\"}",
        "+   - {id: two, level: 3, text: 'Quoted by hand'}",
    ]


def test_a_record_that_goes_leaves_the_comments_around_and_within_it() -> None:
    value = hand()
    del value["rows"][2]
    assert diff(HAND, edit_yaml(HAND, value, "x.yaml")) == [
        "-   - id: three",
        "-     # inside",
        "+   # inside",
        "-     text: |-",
        "-       As it",
        "-       stands.",
    ]


def test_a_record_that_comes_looks_like_its_neighbour() -> None:
    value = hand()
    value["rows"].insert(1, {"id": "new", "text": "In brackets as the next one"})
    value["rows"].append({"id": "last", "text": "In a block"})
    assert diff(HAND, edit_yaml(HAND, value, "x.yaml")) == [
        "+   - {id: new, text: In brackets as the next one}",
        "+   - id: last",
        "+     text: In a block",
    ]


def test_a_record_that_moves_takes_its_lines_along() -> None:
    value = hand()
    value["rows"] = [value["rows"][2], value["rows"][0], value["rows"][1]]
    after = edit_yaml(HAND, value, "x.yaml")
    assert "    # inside\n    text: |-\n      As it\n      stands.\n  - id: one   # the id\n" in after
    assert sorted(after.splitlines()) == sorted(HAND.splitlines())


def test_a_list_that_loses_all_is_left_empty_with_its_comments() -> None:
    after = edit_yaml(HAND, {"rows": []}, "x.yaml")
    assert after.startswith("# head of file\nrows: []  # behind the key\n  # one comes first\n")
    assert after.endswith("# the end\n")
    assert [
        each for each in ("# the id", "# a level", "# folded", "# --- a heading", "# inside") if each not in after
    ] == []


def test_an_empty_list_is_filled_in_blocks() -> None:
    assert edit_yaml("rows: []  # none yet\nend: 1\n", {"rows": [{"id": "a"}], "end": 1}, "x.yaml") == (
        "rows:  # none yet\n  - {id: a}\nend: 1\n"
    )


def test_line_ends_and_the_lack_of_the_last_one_stay() -> None:
    text = HAND.rstrip("\n").replace("\n", "\r\n")
    value = changed("rows", 0, "text", to="Other words. " + "And many more of them, to fill lines. " * 9 + "End.")
    value["rows"].append({"id": "new", "text": "t"})
    after = edit_yaml(text, value, "x.yaml")
    assert parse(after, "x.yaml") == value
    assert "\n" not in after.replace("\r\n", "")
    assert not after.endswith("\n")


def test_a_text_that_grows_beyond_its_line_is_folded_and_keeps_the_comment_behind() -> None:
    long = "many words " * 20 + "end"
    after = edit_yaml(
        "rows:\n  - id: a\n    text: short  # why\n    z: 1\n", {"rows": [{"id": "a", "text": long, "z": 1}]}, "x"
    )
    lines = after.splitlines()
    assert lines[2] == "    text: >-  # why"
    assert lines[-1] == "    z: 1"
    assert max(map(len, lines)) <= 160


def test_a_record_that_cannot_be_changed_in_place_is_written_anew_and_its_comments_stand_above() -> None:
    text = "rows:\n  - {id: a, # first\n     note: x, more: z}\n  - {id: b}  # second\n"
    assert edit_yaml(text, {"rows": [{"id": "a", "more": "z", "new": 1}, {"id": "b"}]}, "x.yaml") == (
        "rows:\n  # first\n  - {id: a, more: z, new: 1}\n  - {id: b}  # second\n"
    )


def test_an_entry_that_cannot_be_changed_in_place_is_written_anew_alone() -> None:
    text = 'texts:\n  # kept\n  a: {of: "1", # stale\n    text: x}\n  b: {of: "2",   text: z}\n'
    wanted = {"texts": {"a": {"text": "x"}, "b": {"of": "2", "text": "z"}}}
    assert edit_yaml(text, wanted, "x.yaml") == (
        'texts:\n  # kept\n  # stale\n  a: {text: x}\n  b: {of: "2",   text: z}\n'
    )


def test_a_head_with_comments_in_brackets_is_written_anew() -> None:
    text = "names: {en: A, # English\n  zh: 甲}\nlast: 1\n"
    assert edit_yaml(text, {"names": {"en": "A"}, "last": 1}, "x.yaml") == "# English\nnames: {en: A}\nlast: 1\n"


def test_what_cannot_be_changed_is_refused_by_name() -> None:
    with pytest.raises(CannotEditError, match=r"x\.yaml: no way was found"):
        edit_yaml("? rows\n: - id: a\n  - id: b\n", {"rows": [{"id": "a"}]}, "x.yaml")


@example("a: 1 # x\nb: '# no'\n")
@given(st.text("a:#'\"- \n>|", max_size=12))
def test_a_source_finds_comments_where_the_parser_does(text: str) -> None:
    try:
        value = parse(text, "x.yaml")
    except DataError:
        return
    source = Source(text)
    bare = text
    for each in source.comments(0, len(text)):
        assert each.startswith("#")
        bare = bare.replace(each, "", 1)
    assert value is None or source.end(source.top) <= len(text)  # type: ignore[arg-type]


def test_changes_are_made_in_the_order_of_their_places() -> None:
    edits = Edits()
    edits.put(4, 4, "X")
    edits.put(0, 1, "Z")
    edits.put(4, 5, "")
    assert edits.made_in("abcdef") == "ZbcdXf"


def test_changes_of_the_same_place_are_refused() -> None:
    edits = Edits()
    edits.put(0, 3, "X")
    edits.put(2, 4, "Y")
    with pytest.raises(CannotEditError, match="two changes meet at character 2"):
        edits.made_in("abcdef")
