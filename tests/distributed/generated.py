"""A table of any size and a framework that uses every rule, so that an engine that lacks one is found out."""

from collections.abc import Iterator, Sequence
from random import Random

import pyarrow as pa
from attrs import evolve

from maturity.framework import Component, Denominator, Framework, Indicator, Level
from maturity.rules import AGGREGATIONS, Answer, Band, Normalisation, Rounding, Rules, Sentinels, Spread
from tests import synthetic

ROWWISE = (
    Normalisation(direction="lower"),
    Normalisation(method="goalposts", worst=5, best=80),
    Normalisation(method="goalposts", worst=80, best=5, clip="none"),
    Normalisation(method="goalposts", transform="log", worst=1, best=100),
    Normalisation(method="distance-to-target", target=60),
    Normalisation(method="distance-to-target", target=60, direction="lower"),
    Normalisation(method="distance-from-point", point=40, span=30),
)
COMPARING = (Normalisation(method="min-max"), Normalisation(method="min-max", direction="lower"))
SCORING = Normalisation(method="z-score")
RANKING = (Normalisation(method="percentile-rank"), Normalisation(method="rank", direction="lower"))
ANSWERS = tuple(Answer(answer=each, points=points) for each, points in (("yes", 100), ("in part", 40), ("no", 0)))
SCALE = synthetic.framework().scale


def every_rule() -> tuple[Rules, ...]:
    """Each aggregation plainly, then with everything else that a node can say."""
    floors = {"weighted-geometric-mean": 1.0, "weighted-harmonic-mean": 1.0}
    plain = [Rules(aggregation=each, floor=floors.get(each)) for each in AGGREGATIONS]
    return (
        *plain,
        Rules(missing="any"),
        Rules(missing="zero", rounding=Rounding(decimals=1)),
        Rules(aggregation="median", rounding=Rounding(decimals=0, half="even")),
        Rules(coverage_threshold=0.6, knock_out=True),
        Rules(coverage_threshold=0.75, coverage_by="count"),
        Rules(aggregation="gate", holds_at=30),
        Rules(over_units=Spread(low=0, high=100)),
        Rules(aggregation="weighted-geometric-mean"),
    )


def generated_framework(methods: Sequence[Normalisation]) -> Framework:
    """A node for each rule with a rubric, a checklist and measures by turns; a last one with every method."""
    components, indicators = [], []
    for number, rules in enumerate(every_rule()):
        id = f"rule{number}"
        weight = 0.0 if number == 1 else 1.0 + number % 3
        components.append(Component(id=id, label=synthetic.text(id), weight=weight, rules=rules))
        indicators += list(_leaves(id, ("rubric", "checklist", "measure", "measure")))
    components.append(Component(id="methods", label=synthetic.text("methods")))
    for number, method in enumerate(methods):
        leaf = next(_leaves(f"methods.m{number}", ("measure",), parent="methods"))
        per = Denominator(column="people in 1.000", times=3) if number == 0 else None
        indicators.append(evolve(leaf, normalise=method, per=per))
    return evolve(
        synthetic.framework(),
        rules=Rules(coverage_threshold=0.3),
        bands=tuple(Band(lower=lower, name=synthetic.text(f"from {lower}")) for lower in (0, 40, 60)),
        sentinels=Sentinels(missing=("..",), not_applicable=("-99",)),
        components=tuple(components),
        indicators=tuple(indicators),
    )


def _leaves(id: str, kinds: Sequence[str], *, parent: str = "") -> Iterator[Indicator]:
    for place, kind in enumerate(kinds):
        name = f"{id}.{kind}-{place}"
        leaf = Indicator(
            id=name, component=parent or id, label=synthetic.text(name), kind=kind, weight=(1, 2, 0.5, 1.5)[place]
        )
        if kind == "rubric":
            leaf = evolve(leaf, levels=tuple(Level(value=each.value, descriptor=each.meaning) for each in SCALE))
        yield evolve(leaf, answers=ANSWERS) if kind == "checklist" else leaf


def generated_table(framework: Framework, size: int) -> pa.Table:
    """Texts as a file has them, with numbers, sentinels and blanks; the unit's name has a full stop in it."""
    random = Random(5)
    cells = {each.id: [_cell(each, random) for _ in range(size)] for each in framework.indicators}
    numbers = [float(random.randint(1, 100)) for _ in range(size)]
    return pa.table({"unit no.": [f"u{place}" for place in range(size)], **cells, "people in 1.000": numbers})


def _cell(indicator: Indicator, random: Random) -> str | None:
    if random.random() < 0.2:
        return random.choice([None, "", "..", "-99", " -99 "])
    if indicator.kind == "rubric":
        return str(random.choice(SCALE).value)
    if indicator.kind == "checklist":
        return random.choice(ANSWERS).answer
    return random.choice([str(random.randint(1, 100)), f" {random.uniform(1, 100):.3f}"])


def melted(table: pa.Table) -> pa.Table:
    """The same table in long form; what is blank is left out."""
    rows = [
        (row["unit no."], name, str(value))
        for row in table.to_pylist()
        for name, value in row.items()
        if name != "unit no." and value is not None
    ]
    unit, indicator, value = zip(*rows, strict=True)
    return pa.table({"unit no.": list(unit), "indicator": list(indicator), "value": list(value)})
