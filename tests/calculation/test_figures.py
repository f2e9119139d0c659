from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pytest
from attrs import evolve

from maturity.calculation.figures import applies_name, rated, sentinel_codes, with_figures
from maturity.calculation.frames import open_table
from maturity.framework import Denominator, Framework, Indicator
from maturity.rules import Answer, Sentinels
from tests import synthetic
from tests.calculation.engines import KINDS, Row, columns_of, frame_of, rows_of

on_every_engine = pytest.mark.parametrize("kind", KINDS)
ANSWERS = (Answer(answer="0", points=5), Answer(answer="1", points=50), Answer(answer="2.5", points=100))


def framework(
    kind: str = "measure",
    *,
    missing: Sequence[str] = (),
    outside: Sequence[str] = (),
    answers: Sequence[Answer] = (),
    per: str | None = None,
) -> Framework:
    """A framework of the one indicator `a.x`."""
    indicator = Indicator(
        id="a.x",
        label=synthetic.text("x"),
        kind=kind,
        answers=tuple(answers),
        per=Denominator(column=per) if per else None,
    )
    sentinels = Sentinels(missing=tuple(missing), not_applicable=tuple(outside))
    return evolve(synthetic.framework(), components=(), indicators=(indicator,), sentinels=sentinels)


def figures(kind: str, by: Framework, values: Sequence[Any] | pa.Array, **others: Sequence[Any]) -> list[Row]:
    """The rows with numbers in place of cells, where the indicator applies and where a number is known."""
    column = values if isinstance(values, pa.Array) else pa.array(list(values))
    given = pa.table({"place": list(range(len(column))), "a/x": column, **others})
    table, applies = with_figures(open_table(frame_of(kind, given)), by)
    algebra = columns_of(table)
    says = algebra.as_column(applies["a.x"]).alias("says")
    known = algebra.present(table.words.col("a/x")).alias("known")
    return sorted(rows_of(table.with_columns([says, known]).to_native()), key=lambda row: int(row["place"]))


def numbers(kind: str, by: Framework, values: Sequence[Any] | pa.Array) -> list[Any]:
    return [row["a/x"] for row in figures(kind, by, values)]


def applying(kind: str, by: Framework, values: Sequence[Any]) -> list[Any]:
    return [row["says"] for row in figures(kind, by, values)]


@pytest.mark.parametrize(("id", "name"), [("overall", "overall~ applies"), ("a.b.c", "a/b/c~ applies")])
def test_the_column_that_says_where_a_node_applies_has_a_plain_name(id: str, name: str) -> None:
    assert applies_name(id) == name


@on_every_engine
def test_texts_become_the_numbers_that_they_write(kind: str) -> None:
    values = ["1", " 2.5 ", "\t-3\n", "1e2", "0", "007", "+4"]
    assert numbers(kind, framework(), values) == [1, 2.5, -3, 100, 0, 7, 4]


@on_every_engine
@pytest.mark.parametrize("values", [["", " ", "\t\n"], [None, None], ["..", " .. "]])
def test_blanks_and_sentinels_are_missing(kind: str, values: Sequence[Any]) -> None:
    column = pa.array(list(values), pa.string())
    assert numbers(kind, framework(missing=[".."]), column) == [None] * len(values)


@pytest.mark.parametrize("kind", [each for each in KINDS if each != "pyarrow"])  # which strips ASCII alone
def test_the_white_space_of_chinese_and_french_is_stripped(kind: str) -> None:
    by = framework(missing=["不详"], outside=["不适用"])
    rows = figures(kind, by, ["\u30005\u3000", "\u00a06", "\u202f", "\u3000不详", "不适用\u3000"])
    assert [(row["a/x"], row["says"]) for row in rows] == [
        (5, True),
        (6, True),
        (None, True),
        (None, True),
        (None, False),
    ]


@on_every_engine
@pytest.mark.parametrize("values", [["1", "nan", " NaN ", "NAN"], [1.0, float("nan"), None, float("nan")]])
def test_not_a_number_is_missing_in_texts_and_in_numbers(kind: str, values: Sequence[Any]) -> None:
    rows = figures(kind, framework(missing=["-99"]), values)
    assert [(row["a/x"], row["known"]) for row in rows] == [(1, True), *[(None, False)] * 3]


@on_every_engine
@pytest.mark.parametrize("type_", [pa.int8(), pa.int64(), pa.uint16(), pa.float32(), pa.float64()])
def test_numbers_of_any_type_are_figures(kind: str, type_: pa.DataType) -> None:
    assert numbers(kind, framework(), pa.array([0, 7, 100], type_)) == [0, 7, 100]


@on_every_engine
@pytest.mark.parametrize("type_", [pa.int32(), pa.float32(), pa.float64()])
def test_numbers_that_stand_for_no_value_are_missing_whatever_their_type(kind: str, type_: pa.DataType) -> None:
    by = framework(missing=["-99", "..", "NR"], outside=["-98.0"])
    rows = figures(kind, by, pa.array([-99, -98, 0, 5], type_))
    assert [(row["a/x"], row["says"]) for row in rows] == [(None, True), (None, False), (0, True), (5, True)]


@on_every_engine
def test_a_column_without_any_value_is_missing_and_applies(kind: str) -> None:
    rows = figures(kind, framework(missing=["-99"], outside=["NA", "-98"]), pa.array([None, None], pa.float64()))
    assert [(row["a/x"], row["says"]) for row in rows] == [(None, True), (None, True)]


@pytest.mark.parametrize(
    ("sentinels", "codes"),
    [
        (["-99", "+7", ".5", "3."], [-99, 7, 0.5, 3]),
        (["..", "NA", "", "-", "1e3", "1,5", "nan", "9 9"], []),
        ([], []),
    ],
)
def test_sentinels_that_are_written_as_numbers_are_codes(sentinels: list[str], codes: list[float]) -> None:
    assert sentinel_codes(framework(missing=sentinels)) == codes
    assert sentinel_codes(framework(outside=sentinels)) == codes


@on_every_engine
def test_a_text_says_that_the_indicator_does_not_apply_with_white_space_around_it(kind: str) -> None:
    by = framework(missing=["..", "不详"], outside=["NA", "不适用"])
    assert applying(kind, by, ["NA", " 不适用 ", "..", "不详", "", "1", None]) == [
        False, False, True, True, True, True, True,
    ]  # fmt: skip


@on_every_engine
def test_where_no_sentinel_can_say_otherwise_an_indicator_applies_everywhere(kind: str) -> None:
    for by in (framework(), framework(missing=["NA"]), framework(outside=["NA"])):
        table, applies = with_figures(open_table(frame_of(kind, pa.table({"a/x": [1.0]}))), by)
        assert applies == {"a.x": True}
        assert list(table.schema()) == ["a/x"]


@on_every_engine
def test_a_denominator_becomes_a_number_too(kind: str) -> None:
    rows = figures(kind, framework(per="people", missing=[".."]), [1.0, 2.0, 3.0], people=[" 10 ", "..", ""])
    assert [(row["a/x"], row["people"]) for row in rows] == [(1, 10), (2, None), (3, None)]


@on_every_engine
def test_an_answer_is_worth_its_points_and_any_other_nothing(kind: str) -> None:
    by = framework("checklist", answers=ANSWERS, outside=["NA"])
    values = [" 1 ", "0", "2.5", "1.0", "", "NA", None, "yes"]
    assert numbers(kind, by, values) == [50, 5, 100, None, None, None, None, None]
    assert applying(kind, by, values) == [True] * 5 + [False] + [True] * 2


@on_every_engine
def test_answers_that_are_whole_numbers_are_known_in_a_column_of_numbers(kind: str) -> None:
    by = framework("checklist", answers=ANSWERS)
    assert numbers(kind, by, [1, 0, 7]) == [50, 5, None]
    assert numbers(kind, by, [1, 0, None]) == [50, 5, None]
    assert numbers(kind, by, [1.0, 0.0, 2.5]) == [50, 5, 100]


@on_every_engine
def test_a_level_is_worth_the_points_of_the_scale_and_what_is_no_level_nothing(kind: str) -> None:
    table = open_table(frame_of(kind, pa.table({"place": list(range(8)), "x": [0.0, 1, 2, 3, 4, 5, 2.5, None]})))
    made = rated(table.words, "x", synthetic.framework()).alias("points")
    rows = sorted(rows_of(table.with_columns([made]).to_native()), key=lambda row: int(row["place"]))
    assert [row["points"] for row in rows] == [0, 25, 50, 75, 100, None, None, None]
