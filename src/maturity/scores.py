"""The score of each node of a framework, and how it arose from the nodes below."""

from collections.abc import Iterable, Mapping

from attrs import evolve, field, frozen

from maturity.calculation.aggregation import Child, join
from maturity.calculation.numbers import Number, Numbers
from maturity.framework import ROOT, Component, Framework, Indicator
from maturity.rules import Rules
from maturity.text import Text

_OUTSIDE = ("not-applicable", "not-asked")
"""States that leave the denominator."""


@frozen(kw_only=True)
class Part:
    """What a child contributes to its parent's score, or why it contributes nothing."""

    id: str
    score: float | None
    weight: float = field(
        metadata={"doc": "Share of the weights of the children that take part, 0–1; 0 when left out."}
    )
    left_out: str | None = field(
        default=None,
        metadata={"doc": "Why: a status, or a `reason`, or `no-weight`; nothing when it contributes."},
    )
    counts_as_zero: bool = field(
        default=False, metadata={"doc": "Whether it has no score, and its parent's rules take 0."}
    )


@frozen(kw_only=True)
class Score:
    """The score of one node of the framework, and how it arose."""

    id: str
    kind: str = field(metadata={"doc": "`overall`, `dimension`, `component` or `indicator`."})
    label: Text
    score: float | None = field(metadata={"doc": "In the framework's range; nothing when there is none."})
    coverage: float = field(metadata={"doc": "Weight of rated indicators ÷ weight of those that apply, 0–1."})
    states: tuple[tuple[str, int], ...] = field(metadata={"doc": "How many indicators are rated, not rated and so on."})
    parts: tuple[Part, ...] = field(default=(), metadata={"doc": "Its children, in order; empty for an indicator."})
    rules: Rules | None = field(default=None, metadata={"doc": "The rules by which the parts were joined."})

    def count(self, state: str) -> int:
        """How many of its indicators are in *state*: `rated` or a status."""
        return dict(self.states).get(state, 0)

    @property
    def asked(self) -> int:
        """How many of its indicators apply to the country and were asked."""
        return sum(count for state, count in self.states if state not in _OUTSIDE)

    @property
    def applies(self) -> bool:
        """Whether any of its indicators applies to the country and was asked."""
        return self.asked > 0

    @property
    def state(self) -> str:
        """`rated`, or why there is no score: of an indicator its status, else the `reason`."""
        return self.states[0][0] if self.kind == "indicator" else self.reason or "rated"

    @property
    def reason(self) -> str | None:
        """Why it has no score, nothing when it has one.

        `not-applicable`, `no-weight` (all its parts weigh 0), `not-rated`, `missing-part` (its rules want every part),
        `below-threshold`, or `not-comparable` (all units are equal, and its rules stretch them).
        """
        if self.score is not None:
            return None
        if not self.applies:
            return "not-applicable"
        if self.parts and all(each.left_out == "no-weight" for each in self.parts):
            return "no-weight"
        if self.coverage == 0:
            return "not-rated"
        if self.rules and self.rules.missing == "any" and any(self._is_missing(each) for each in self.parts):
            return "missing-part"
        if self.rules and self.rules.over_units and not self.rules.coverage_threshold:
            return "not-comparable"
        return "below-threshold"

    @staticmethod
    def _is_missing(part: Part) -> bool:
        return part.left_out not in (None, "no-weight", *_OUTSIDE)


def score_tree(
    framework: Framework,
    leaves: Mapping[str, tuple[Number, str]],
    *,
    unit: str,
    stretched: Mapping[str, Number] | None = None,
) -> tuple[Score, ...]:
    """Scores of all nodes from those of the indicators, in the order from the root down.

    *leaves* holds, for each indicator, its score and its state; *unit* names whose they are in errors. *stretched* has
    the scores of nodes whose rules stretch them over the units, where they are known from a table of these.

    Raises:
        ZeroError: A geometric or harmonic mean met a score of 0, and its rules have no floor.
        NeedsTableError: A rule compares units with each other.
    """
    numbers = Numbers(unit)
    children: dict[str, list[Component | Indicator]] = {ROOT: [], **{each.id: [] for each in framework.components}}
    for node in framework.nodes:
        children[node.component].append(node)

    scores: list[Score | None] = []

    def add(node: Component | Indicator, depth: int) -> Score:
        place = len(scores)
        scores.append(None)
        if isinstance(node, Indicator):
            score = _leaf(node, *leaves[node.id])
        else:
            below = [(add(child, depth + 1), child.weight) for child in children[node.id]]
            rules = node.rules or framework.rules
            joined_by = evolve(rules, over_units=None) if stretched is not None else rules
            score = _join(node, _KINDS[min(depth, 2)], below, joined_by, framework, numbers)
            if stretched is not None and rules.over_units:
                score = evolve(score, score=stretched[node.id], rules=rules)
        scores[place] = score
        return score

    add(Component(id=ROOT, label=framework.title, rules=framework.rules), 0)
    return tuple(each for each in scores if each is not None)


_KINDS = ("overall", "dimension", "component")


def _leaf(indicator: Indicator, score: Number, state: str) -> Score:
    return Score(
        id=indicator.id,
        kind="indicator",
        label=indicator.label,
        score=score,
        coverage=0.0 if score is None else 1.0,
        states=((state, 1),),
    )


def _join(
    node: Component,
    kind: str,
    children: list[tuple[Score, float]],
    rules: Rules,
    framework: Framework,
    numbers: Numbers,
) -> Score:
    seen = [
        Child(weight, child.score, child.applies, None if child.kind == "indicator" else child.coverage)
        for child, weight in children
    ]
    joined = join(numbers, seen, rules, node=node.id, highest=framework.range.high)
    taking_part = [_takes_part(each, rules) for each in seen]
    total = sum(each.weight for each, takes_part in zip(seen, taking_part, strict=True) if takes_part)
    parts = [
        _taken(child, weight / total) if takes_part else _left_out(child, weight)
        for (child, weight), takes_part in zip(children, taking_part, strict=True)
    ]
    return Score(
        id=node.id,
        kind=kind,
        label=node.label,
        score=joined.score,
        coverage=joined.coverage or 0.0,
        states=_count(child.states for child, _ in children),
        parts=tuple(parts),
        rules=rules,
    )


def _count(states: Iterable[tuple[tuple[str, int], ...]]) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for each in states:
        for state, count in each:
            counts[state] = counts.get(state, 0) + count
    return tuple(sorted(counts.items()))


def _takes_part(child: Child[Number, bool], rules: Rules) -> bool:
    return child.weight > 0 and child.applies and (child.score is not None or rules.missing == "zero")


def _taken(child: Score, share: float) -> Part:
    return Part(id=child.id, score=child.score or 0.0, weight=share, counts_as_zero=child.score is None)


def _left_out(child: Score, weight: float) -> Part:
    if weight == 0:
        return Part(id=child.id, score=child.score, weight=0, left_out="no-weight")
    return Part(id=child.id, score=child.score, weight=0, left_out=child.state)
