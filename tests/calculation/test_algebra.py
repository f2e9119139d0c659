import inspect

import pytest

from maturity.calculation.algebra import Algebra
from maturity.calculation.columns import Columns
from maturity.calculation.numbers import Numbers

OPERATIONS = [name for name, each in vars(Algebra).items() if inspect.isfunction(each) and not name.startswith("_")]


def called(kind: type, name: str) -> list[tuple[str, object, object]]:
    """The parameters of an operation: name, kind and default."""
    found = inspect.signature(getattr(kind, name)).parameters.values()
    return [(each.name, each.kind, each.default) for each in found]


def test_the_operations_are_found() -> None:
    assert len(OPERATIONS) > 20


@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.parametrize("kind", [Numbers, Columns])
def test_numbers_and_columns_know_every_operation_by_the_same_parameters(kind: type, name: str) -> None:
    assert called(kind, name) == called(Algebra, name)


@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.parametrize("kind", [Numbers, Columns])
def test_an_operation_is_described_alike_wherever_it_stands(kind: type, name: str) -> None:
    one, other = (inspect.getdoc(getattr(each, name)) or "" for each in (kind, Algebra))
    assert one.splitlines()[0] == other.splitlines()[0]
