"""Frameworks and tables of any shape, for property tests."""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
from attrs import evolve, frozen
from hypothesis import strategies as st

from maturity.calculation.aggregation import Child, join
from maturity.calculation.normalisation import normalise
from maturity.calculation.numbers import Number, Numbers
from maturity.framework import Component, Denominator, Framework, Indicator, Level
from maturity.rules import AGGREGATIONS, MISSING, Answer, Band, Normalisation, Rounding, Rules, Sentinels, Spread
from tests import synthetic

MISSING_TEXT, OUTSIDE_TEXT = "..", "-99"
SCALE = synthetic.framework().scale
ANSWERS = (
    Answer(answer="no", points=0),
    Answer(answer="partly", points=37.5),
    Answer(answer="yes, fully", points=100),
)
DENOMINATOR = "people"
MEANS = (
    "weighted-arithmetic-mean",
    "weighted-geometric-mean",
    "weighted-harmonic-mean",
    "minimum",
    "maximum",
    "median",
)
COMPARING = ("min-max", "z-score", "percentile-rank", "rank")

Cells = dict[str, list[str | None]]


@frozen(kw_only=True)
class World:
    """A framework, and the cells of a table of units, as a file has them."""

    framework: Framework
    cells: Cells

    @property
    def size(self) -> int:
        return len(self.cells[DENOMINATOR])

    def table(self, order: Sequence[int] = ()) -> pa.Table:
        """The table; its rows in another order where one is given."""
        places = list(order) or list(range(self.size))
        picked = {
            name: pa.array([values[place] for place in places], pa.string()) for name, values in self.cells.items()
        }
        return pa.table({"unit": pa.array([f"u{place}" for place in places], pa.string()), **picked})

    def with_cells(self, id: str, values: Sequence[str | None]) -> "World":
        return evolve(self, cells={**self.cells, id: list(values)})


def weights() -> st.SearchStrategy[float]:
    return st.sampled_from([1.0, 1.0, 2.0, 3.0, 0.1, 0.7, 0.0])


@st.composite
def rules(
    draw: st.DrawFn, *, aggregations: Sequence[str] = AGGREGATIONS, plain: bool = False, over: bool = False
) -> Rules:
    aggregation = draw(st.sampled_from(aggregations))
    has_floor = aggregation in ("weighted-geometric-mean", "weighted-harmonic-mean")
    base = Rules(aggregation=aggregation, floor=0.5 if has_floor else None)
    if plain:
        return base
    return evolve(
        base,
        missing=draw(st.sampled_from(MISSING)),
        coverage_threshold=draw(st.sampled_from([0.0, 0.0, 0.4, 0.5, 0.6666666667, 1.0])),
        coverage_by=draw(st.sampled_from(["weight", "count"])),
        knock_out=draw(st.booleans()),
        holds_at=draw(st.sampled_from([None, 50.0, 62.5])),
        rounding=draw(st.sampled_from([None, None, Rounding(decimals=1), Rounding(decimals=0, half="even")])),
        over_units=draw(st.sampled_from([None, Spread(low=0, high=100), Spread(low=1, high=5)])) if over else None,
    )


def normalisations(*, over: bool = False) -> st.SearchStrategy[Normalisation | None]:
    clip = st.sampled_from(["both", "low", "high", "none"])
    direction = st.sampled_from(["higher", "lower"])
    fixed = [
        st.none(),
        st.builds(Normalisation, direction=direction),
        st.builds(Normalisation, method=st.just("goalposts"), worst=st.just(5.0), best=st.just(80.0), clip=clip),
        st.builds(Normalisation, method=st.just("goalposts"), worst=st.just(80.0), best=st.just(5.0), clip=clip),
        st.builds(
            Normalisation,
            method=st.just("goalposts"),
            transform=st.just("log"),
            worst=st.just(1.0),
            best=st.just(90.0),
            clip=clip,
        ),
        st.builds(Normalisation, method=st.just("distance-to-target"), target=st.just(60.0), direction=direction),
        st.builds(
            Normalisation, method=st.just("distance-from-point"), point=st.just(40.0), span=st.just(30.0), clip=clip
        ),
    ]
    if not over:
        return st.one_of(*fixed)
    return st.one_of(*fixed, st.builds(Normalisation, method=st.sampled_from(COMPARING), direction=direction))


@st.composite
def worlds(
    draw: st.DrawFn,
    *,
    aggregations: Sequence[str] = AGGREGATIONS,
    plain: bool = False,
    over: bool = False,
    kinds: Sequence[str] = ("rubric", "checklist", "measure"),
) -> World:
    """A framework of up to three tiers, and up to six units; *plain* rules do no more than aggregate."""
    ruling = rules(aggregations=aggregations, plain=plain, over=over)
    inner: list[Component] = []
    leaves: list[Indicator] = []

    def grow(parent: str, prefix: str, depth: int) -> None:
        for number in range(draw(st.integers(1, 3))):
            id = f"{prefix}{number}"
            if depth < 3 and draw(st.booleans()):
                weight, own = draw(weights()), draw(st.one_of(st.none(), ruling))
                inner.append(Component(id=id, component=parent, label=synthetic.text(id), weight=weight, rules=own))
                grow(id, f"{id}.", depth + 1)
            else:
                leaves.append(_draw_leaf(draw, id, parent, kinds, plain=plain, over=over))

    grow("overall", "n", 1)
    framework = evolve(
        synthetic.framework(),
        rules=draw(ruling),
        bands=(Band(lower=0, name=synthetic.text("low")), Band(lower=50, name=synthetic.text("high"))),
        sentinels=Sentinels(missing=(MISSING_TEXT,), not_applicable=(OUTSIDE_TEXT,)),
        components=tuple(inner),
        indicators=tuple(leaves),
    )
    size = draw(st.integers(1, 6))
    cells: Cells = {each.id: [draw(_cell(each)) for _ in range(size)] for each in leaves}
    people = st.sampled_from(["1", "2", "4.5", "0", MISSING_TEXT, "", None])
    return World(framework=framework, cells={**cells, DENOMINATOR: [draw(people) for _ in range(size)]})


def _draw_leaf(draw: st.DrawFn, id: str, parent: str, kinds: Sequence[str], *, plain: bool, over: bool) -> Indicator:
    kind = draw(st.sampled_from(kinds))
    leaf = Indicator(id=id, component=parent, label=synthetic.text(id), kind=kind, weight=draw(weights()))
    if kind == "rubric":
        levels = tuple(Level(value=each.value, descriptor=synthetic.text(id)) for each in SCALE)
        return evolve(leaf, levels=levels)
    if kind == "checklist":
        return evolve(leaf, answers=ANSWERS)
    if plain:
        return leaf
    per = draw(st.sampled_from([None, None, Denominator(column=DENOMINATOR, times=2)]))
    return evolve(leaf, per=per, normalise=draw(normalisations(over=over)))


def _cell(indicator: Indicator) -> st.SearchStrategy[str | None]:
    nothing = st.sampled_from([None, "", " ", MISSING_TEXT, OUTSIDE_TEXT, f" {OUTSIDE_TEXT} "])
    if indicator.kind == "rubric":
        return st.one_of(st.sampled_from([str(each.value) for each in SCALE]), nothing)
    if indicator.kind == "checklist":
        return st.one_of(st.sampled_from([each.answer for each in ANSWERS]), nothing)
    known = st.sampled_from(["0", "3", "12.5", " 40 ", "50", "62.5", "77.7", "100", "1e1"])
    return st.one_of(known, known, nothing)


@frozen
class Single:
    """A node of one unit, scored by itself."""

    score: Number
    applies: bool
    coverage: Number


def score_unit(framework: Framework, cells: Mapping[str, str | None]) -> dict[str, Single]:
    """One unit by the definitions of `join` and `normalise` on plain numbers, and nothing else."""
    algebra = Numbers("u")
    found: dict[str, Single] = {}

    def visit(id: str, rules_of_node: Rules) -> Single:
        below = []
        for child in framework.children(id):
            if isinstance(child, Indicator):
                made = found[child.id] = _leaf(child, framework, cells, algebra)
            else:
                made = visit(child.id, child.rules or framework.rules)
            below.append(Child(child.weight, made.score, made.applies, made.coverage))
        whole = join(algebra, below, rules_of_node, node=id, highest=framework.range.high)
        found[id] = Single(whole.score, whole.applies, whole.coverage)
        return found[id]

    visit("overall", framework.rules)
    return found


def _leaf(indicator: Indicator, framework: Framework, cells: Mapping[str, str | None], algebra: Numbers) -> Single:
    text = (cells[indicator.id] or "").strip()
    score: Number = None
    if text not in ("", MISSING_TEXT, OUTSIDE_TEXT):
        if indicator.kind == "rubric":
            score = framework.points(int(text))
        elif indicator.kind == "checklist":
            score = next(each.points for each in indicator.answers if each.answer == text)
        else:
            score = _measure(float(text), indicator, framework, cells, algebra)
    return Single(score, text != OUTSIDE_TEXT, 0.0 if score is None else 1.0)


def _measure(
    value: Number, indicator: Indicator, framework: Framework, cells: Mapping[str, Any], algebra: Numbers
) -> Number:
    if indicator.per:
        people = (cells[DENOMINATOR] or "").strip()
        below = None if people in ("", MISSING_TEXT) else float(people)
        value = algebra.multiply(algebra.divide(value, below), indicator.per.times)
    says = indicator.normalise or Normalisation()
    low, high = framework.range.low, framework.range.high
    return normalise(algebra, value, says, node=indicator.id, lowest=low, highest=high)
