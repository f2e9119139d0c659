from collections.abc import Sequence
from typing import Any

import narwhals as nw
import pandas as pd
import pyarrow as pa
import pytest
from attrs import evolve

from maturity.calculation.numbers import TableError
from maturity.calculation.refusals import SHOWN, refuse_cells
from maturity.calculation.tables import score_table
from maturity.framework import Denominator, Framework, Indicator, Level
from maturity.rules import Answer, Sentinels
from tests import synthetic
from tests.calculation.engines import frame_of, rows_of

EAGER = ("polars", "pandas", "pyarrow")
on_every_engine_in_memory = pytest.mark.parametrize("kind", EAGER)
LEVELS = tuple(Level(value=each.value, descriptor=each.meaning) for each in synthetic.framework().scale)
ANSWERS = (Answer(answer="yes", points=100), Answer(answer="no", points=0))


def by(kind: str, **said: Any) -> Framework:  # noqa: ANN401
    """A framework of the one indicator `x`."""
    more: dict[str, Any] = (
        {"levels": LEVELS} if kind == "rubric" else {"answers": ANSWERS} if kind == "checklist" else {}
    )
    indicator = Indicator(id="x", label=synthetic.text("x"), kind=kind, **{**more, **said})
    sentinels = Sentinels(missing=("..", "-98"), not_applicable=("NR",))
    return evolve(synthetic.framework(), components=(), indicators=(indicator,), sentinels=sentinels)


def refused(kind: str, framework: Framework, values: Sequence[Any], **others: Sequence[Any]) -> list[str]:
    """What is said of a column of these values; nothing where it is scored."""
    units = [f"u{place}" for place in range(len(values))]
    frame = frame_of(kind, pa.table({"unit": units, "x": list(values), **others}))
    try:
        score_table(frame, framework, units=["unit"])
    except TableError as error:
        return str(error).split("\n")
    return []


@on_every_engine_in_memory
def test_a_text_that_writes_no_number_is_named_with_its_unit(kind: str) -> None:
    values = ["1", " 2.5 ", ".5", "-1e-3", "many", "", "nan", "..", "NR", None, "1,5", "inf", "1e400", "1_000"]
    assert refused(kind, by("measure"), values) == [
        "'x' for u4: 'many' is no number",
        "'x' for u10: '1,5' is no number",
        "'x' for u11: 'inf' is no number",
        "'x' for u12: '1e400' is no number",
        "'x' for u13: '1_000' is no number",
    ]


@on_every_engine_in_memory
def test_an_infinite_figure_is_none_and_a_gap_is_no_fault(kind: str) -> None:
    assert refused(kind, by("measure"), [1.0, float("inf"), None, float("nan")]) == ["'x' for u1: 'inf' is no number"]
    assert refused(kind, by("measure"), [1, 2, None]) == []


@on_every_engine_in_memory
@pytest.mark.parametrize("values", [[0, 4, 7], [0.0, 4.0, 7.0], ["0", " 4 ", "7"]])
def test_a_level_outside_the_scale_is_named(kind: str, values: list[Any]) -> None:
    assert refused(kind, by("rubric"), values) == ["'x' for u2: no level 7 (levels run 0–4)"]
    assert refused(kind, by("rubric"), [*values[:2], None]) == []


@on_every_engine_in_memory
def test_sentinels_are_no_levels_and_no_faults(kind: str) -> None:
    assert refused(kind, by("rubric"), ["-98", "NR", "..", "3"]) == []
    assert refused(kind, by("rubric"), [-98, 3]) == []


@on_every_engine_in_memory
def test_an_answer_that_is_none_is_named(kind: str) -> None:
    values = ["yes", " no ", "Yes", None, "", "NR"]
    assert refused(kind, by("checklist"), values) == ["'x' for u2: 'Yes' is no answer (answers: yes, no)"]


@on_every_engine_in_memory
def test_answers_may_be_numbers_or_truth_values(kind: str) -> None:
    numbers = by("checklist", answers=(Answer(answer="0", points=0), Answer(answer="1", points=100)))
    assert refused(kind, numbers, [1.0, 0.0, None, 2.0]) == ["'x' for u3: '2' is no answer (answers: 0, 1)"]
    truths = by("checklist", answers=(Answer(answer="true", points=100), Answer(answer="false", points=0)))
    assert refused(kind, truths, [True, False]) == []
    assert refused(kind, truths, ["TRUE", "False", "true", "tru"]) == [
        "'x' for u3: 'tru' is no answer (answers: true, false)"
    ]


@on_every_engine_in_memory
def test_what_a_measure_is_divided_by_is_looked_at_too(kind: str) -> None:
    per = by("measure", per=Denominator(column="people"))
    assert refused(kind, per, [1, 2], people=["5", "few"]) == ["'people' for u1: 'few' is no number"]


def test_past_twenty_there_is_only_said_to_be_more() -> None:
    lines = refused("polars", by("measure"), ["x"] * (SHOWN + 5))
    assert len(lines) == SHOWN + 1
    assert lines[-1] == "… and more"
    assert len(refused("polars", by("measure"), ["x"] * SHOWN)) == SHOWN


def test_numbers_among_sentinels_which_pandas_keeps_as_objects_are_read() -> None:
    frame = pd.DataFrame({"unit": ["a", "b", "c", "d"], "x": ["..", 2.5, None, "NR"]}, dtype=object)
    found = score_table(frame, by("measure"), units=["unit"])
    assert {row["unit"]: (row["x"], row["overall.coverage"]) for row in rows_of(found)} == {
        "a": (None, 0),
        "b": (2.5, 1),
        "c": (None, 0),
        "d": (None, None),
    }


def test_a_table_that_holds_nothing_to_check_is_let_pass() -> None:
    framework = by("checklist", answers=(Answer(answer="true", points=100),))
    frame = nw.from_native(pa.table({"unit": ["a"], "x": [True]}), eager_only=True)
    refuse_cells(frame, framework, ["unit"])
