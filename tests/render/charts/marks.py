"""What tests look for in a drawing."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from maturity.render.charts.drawing import Mark, Shape, Words
from maturity.report.charts import Reading

LEVELS = ("absent", "initial", "partial", "established", "advanced")
STATES = (("not-rated", "not rated"), ("not-applicable", "not applicable"))
NOT_RATED, NOT_APPLICABLE = Reading(state="not-rated"), Reading(state="not-applicable")

_Kind = TypeVar("_Kind", bound=Mark)


def at(level: float) -> Reading:
    return Reading(level=level, text=f"{level:g}")


def of_kind(marks: Iterable[Mark], kind: type[_Kind]) -> list[_Kind]:
    return [each for each in marks if isinstance(each, kind)]


def texts(marks: Iterable[Mark]) -> list[str]:
    """What is written, in the order in which it is drawn."""
    return [each.text for each in of_kind(marks, Words)]


def words_of(marks: Iterable[Mark], text: str) -> list[Words]:
    """Each place where that very text stands."""
    return [each for each in of_kind(marks, Words) if each.text == text]


def filled(marks: Iterable[Mark], fill: str) -> list[Shape]:
    return [each for each in of_kind(marks, Shape) if each.fill == fill]


def edges(shape: Shape) -> tuple[float, float, float, float]:
    """Left, upper, right and lower edge."""
    xs, ys = [x for x, _ in shape.points], [y for _, y in shape.points]
    return min(xs), min(ys), max(xs), max(ys)


def in_order(places: Sequence[float]) -> bool:
    return list(places) == sorted(places) and len(set(places)) == len(places)
