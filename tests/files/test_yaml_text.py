import json
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from maturity.files.yaml_text import MAX_DEPTH, Value, decode, parse
from maturity.problems import DataError, Place, Problem

BENT_BY_YAML = "\x7f\u2028\u2029\ufeff\ufffe\uffff" + "".join(map(chr, range(0x80, 0xA0)))
JSON_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=BENT_BY_YAML), max_size=20)
JSON_VALUES: st.SearchStrategy[Value] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18) + 1, 10**18 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | JSON_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(JSON_TEXT, inner, max_size=4),
    max_leaves=15,
)
MARKS = "-:?,[]{}#&*!|>'\"%@`~<=+.01 \n\tabé中"


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(DataError) as caught:
        parse(text, "x.yaml")
    return caught.value.problems


def codes(read: Callable[[], object]) -> set[str]:
    try:
        read()
    except DataError as error:
        return {each.code for each in error.problems}
    return set()


def problem(line: int, column: int, code: str, message: str, hint: str = "") -> Problem:
    return Problem(place=Place(file="x.yaml", line=line, column=column), code=code, message=message, hint=hint)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("off", "off"),
        ("True", "True"),
        ("Null", "Null"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("'true'", "true"),
        ('"12"', "12"),
        ("12", 12),
        ("-12", -12),
        ("012", 12),
        ("1.10", 1.1),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e3", 1000.0),
        ("1E+3", 1000.0),
        ("1_000", "1_000"),
        ("1,000", "1,000"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("12:30:45", "12:30:45"),
        ("2021-03-01", "2021-03-01"),
        ("2021-03", "2021-03"),
        ("1.2.3", "1.2.3"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("-", [None]),
        ("+", "+"),
        (".", "."),
        ("=", "="),
        ("<<", "<<"),
        ("٣", "٣"),
        ("|\n  a\n  b\n", "a\nb\n"),
        (">-\n  a\n  b\n", "a b"),
    ],
)
def test_a_value_is_read_as_it_is_written(written: str, read: Value) -> None:
    found = parse(f"key: {written}\n" if written != "-" else "key:\n  -\n", "x.yaml")
    assert found == {"key": read}
    assert isinstance(found, dict)
    assert type(found["key"]) is type(read)


@pytest.mark.parametrize("text", ["", "\n", "# a comment\n", "---\n", "---\n...\n"])
def test_a_text_without_a_value_holds_nothing(text: str) -> None:
    assert parse(text, "x.yaml") is None


def test_a_key_is_text_whatever_it_looks_like() -> None:
    assert parse("{1: a, true: b, null: c, 1.0: d}", "x.yaml") == {"1": "a", "true": "b", "null": "c", "1.0": "d"}


def test_every_refusal_is_reported_and_reading_goes_on() -> None:
    assert problems("a: 1\na: 2\nb: &x 3\nc: *x\nd: !!str 4\n") == (
        problem(2, 1, "E003", "duplicate key 'a'", "a key stands once in a mapping"),
        problem(3, 4, "E004", "anchor &x", "write the value out where it is used"),
        problem(4, 4, "E004", "alias *x", "write the value out"),
        problem(5, 4, "E005", "tag tag:yaml.org,2002:str", "plain values need none"),
    )


def test_columns_count_characters() -> None:
    assert problems("{国家: 中国, 国家: 法国}") == (
        problem(1, 10, "E003", "duplicate key '国家'", "a key stands once in a mapping"),
    )


def test_a_refused_character_is_found_behind_chinese_text() -> None:
    assert problems("a: 中文\nb: 数据\x07\n") == (
        problem(2, 6, "E002", "no valid YAML: character U+0007", "take it out"),
    )


def test_a_merge_key_merges_nothing() -> None:
    assert parse("{<<: {a: 1}}", "x.yaml") == {"<<": {"a": 1}}


def test_the_deepest_nesting_allowed_is_read() -> None:
    found = parse("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "x.yaml")
    for _ in range(MAX_DEPTH):
        assert isinstance(found, list)
        found = found[0]
    assert found == []


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_very_deep_nesting_is_refused_at_once(opening: str) -> None:
    assert {each.code for each in problems(opening * 100_000)} - {"E008"} in ({"E002"}, {"E006"})


def test_aliases_cannot_swell() -> None:
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9))]
    assert {each.code for each in problems("\n".join(lines))} == {"E004"}


def test_after_ten_thousand_refusals_the_rest_is_not_read() -> None:
    *listed, last = problems("[" + "*a, " * 15_000 + "]")
    assert len(listed) == 10_000
    assert last == problem(1, 40_002, "E009", "more than 10,000 errors", "10,000 are listed")


@pytest.mark.parametrize("digits", [18, 19])
def test_numbers_have_at_most_18_digits(digits: int) -> None:
    text = "9" * digits
    if digits == 18:
        assert parse(text, "x.yaml") == int(text)
    else:
        assert [each.code for each in problems(text)] == ["E007"]


def test_a_lone_surrogate_is_refused() -> None:
    assert [str(each) for each in problems("a: \ud800")] == [
        "x.yaml:1:4: E002 no valid YAML: character U+D800 (take it out)"
    ]


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbfa: 1", "x.yaml") == "a: 1"


@given(st.text() | st.text(MARKS, max_size=40))
@example("? - : -\n")
@example("{a: [b}")
@example("%YAML 3.0\n---\n")
@example("a: 'b")
@example("&a *a")
@example("!<> a")
@example("a: |9\n b")
@example("\x00")
@example("--- a\n--- b\n")
def test_any_text_gives_a_value_or_a_data_error(text: str) -> None:
    assert codes(lambda: parse(text, "x.yaml")) <= {f"E00{number}" for number in range(2, 9)}


@given(st.binary())
def test_any_bytes_give_a_text_or_a_data_error(content: bytes) -> None:
    assert codes(lambda: decode(content, "x.yaml")) <= {"E001"}


@given(JSON_VALUES, st.sampled_from([None, 0, 1, 4]))
def test_a_json_document_reads_as_itself(value: Value, indent: int | None) -> None:
    assert repr(parse(json.dumps(value, ensure_ascii=False, indent=indent), "x.yaml")) == repr(value)
