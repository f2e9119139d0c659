"""Rows of data as a frame of the user's library: pandas, Polars or PyArrow."""

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any, Literal, get_args, get_type_hints

from maturity.problems import MissingExtraError
from maturity.render.data_files import joined

Backend = Literal["pandas", "polars", "pyarrow"]
BACKENDS: tuple[Backend, ...] = ("pandas", "polars", "pyarrow")
"""Libraries whose frames can be made, the one that is taken by default first."""


def render_frame(
    kind: type, rows: Sequence[object], *, backend: str | None = None, front: Mapping[str, str | int] | None = None
) -> Any:  # noqa: ANN401
    """A column for each field of *kind*, a frozen class, and a row for each of its values in *rows*.

    *front* names columns in front that hold the same in every row. Numbers keep their type, lists are joined by
    semicolons, and an empty text is null, as is what is missing.

    Raises:
        MissingExtraError: A package that it needs is not installed; the message gives the command that adds it.
    """
    chosen = _installed(backend)
    import narwhals as nw

    fixed, hints = front or {}, get_type_hints(kind)
    types = {name: _type(type(value)) for name, value in fixed.items()} | {name: _type(hints[name]) for name in hints}
    schema = nw.Schema({name: getattr(nw, each)() for name, each in types.items()})
    columns: dict[str, list[object]] = {name: [value] * len(rows) for name, value in fixed.items()}
    columns |= {name: [_value(getattr(row, name)) for row in rows] for name in hints}
    if chosen != "pandas":
        return nw.from_dict(columns, schema, backend=chosen).to_native()
    import pandas as pd

    dtypes = schema.to_pandas("numpy_nullable")  # pandas' older types take a missing whole number for a fraction
    return pd.DataFrame({name: pd.Series(columns[name], dtype=dtypes[name]) for name in types})


def _installed(backend: str | None) -> Backend:
    if find_spec("narwhals") is None:
        raise MissingExtraError("frames need the package narwhals: pip install 'maturity[frames]'")
    wanted = [each for each in BACKENDS if backend in (None, each)]
    for each in wanted:
        if find_spec(each) is not None:
            return each
    raise MissingExtraError(f"frames need {' or '.join(wanted)}: pip install {wanted[0]}")


def _type(hint: object) -> str:
    members = get_args(hint) or (hint,)
    if float in members:
        return "Float64"
    return "Int64" if int in members else "String"


def _value(value: object) -> object:
    found = joined(value) if isinstance(value, tuple) else value
    return None if found == "" else found
