from importlib.util import find_spec

import narwhals as nw
import pytest
from attrs import frozen

from maturity.problems import MissingExtraError
from maturity.render import frame
from maturity.render.frame import BACKENDS, render_frame
from maturity.report.gap_data import EvidenceRow


@frozen(kw_only=True)
class Line:
    name: str
    count: int
    level: int | None = None
    share: float | None = None
    value: int | float | None = None
    tags: tuple[str, ...] = ()
    evidence: tuple[EvidenceRow, ...] = ()


FULL = Line(
    name="a",
    count=0,
    level=2,
    share=0.0,
    value=3,
    tags=("x", "y"),
    evidence=(EvidenceRow(id="law", text="A law.", source="study", locus="§1", cites=()),),
)
LINES = (FULL, Line(name="", count=1))


@pytest.mark.parametrize("backend", BACKENDS)
def test_numbers_keep_their_type_and_what_is_missing_is_null(backend: str) -> None:
    found = nw.from_native(render_frame(Line, LINES, backend=backend), eager_only=True)
    assert found.schema == {
        "name": nw.String, "count": nw.Int64, "level": nw.Int64, "share": nw.Float64,
        "value": nw.Float64, "tags": nw.String, "evidence": nw.String,
    }  # fmt: skip
    assert [each[0] for each in found.select(nw.all().null_count()).to_dict(as_series=False).values()] == [
        1, 0, 1, 1, 1, 1, 1,
    ]  # fmt: skip
    assert found.row(0) == ("a", 0, 2, 0.0, 3.0, "x; y", "law (§1)")


@pytest.mark.parametrize("backend", BACKENDS)
def test_no_rows_are_a_frame_with_the_same_columns(backend: str) -> None:
    filled, empty = (
        nw.from_native(render_frame(Line, rows, backend=backend, front={"wave": 2022}), eager_only=True)
        for rows in (LINES, ())
    )
    assert (len(empty), empty.schema) == (0, filled.schema)
    assert filled.columns[0] == "wave"
    assert filled["wave"].to_list() == [2022, 2022]


def missing(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    monkeypatch.setattr(frame, "find_spec", lambda name: None if name in names else find_spec(name))


def test_the_first_installed_library_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    assert type(render_frame(Line, LINES)).__module__.startswith("pandas")
    missing(monkeypatch, "pandas")
    assert type(render_frame(Line, LINES)).__module__.startswith("polars")
    missing(monkeypatch, "pandas", "polars")
    assert type(render_frame(Line, LINES)).__module__.startswith("pyarrow")


@pytest.mark.parametrize(
    ("absent", "backend", "command"),
    [
        (("narwhals",), None, "pip install 'maturity[frames]'"),
        (("polars",), "polars", "pip install polars"),
        (BACKENDS, None, "pip install pandas"),
    ],
)
def test_what_is_not_installed_is_named_with_the_command_that_adds_it(
    monkeypatch: pytest.MonkeyPatch, absent: tuple[str, ...], backend: str | None, command: str
) -> None:
    missing(monkeypatch, *absent)
    with pytest.raises(MissingExtraError) as raised:
        render_frame(Line, LINES, backend=backend)
    assert str(raised.value).endswith(command)
