"""What good looks like: a versioned tree of dimensions, components and indicators."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import field, frozen, validators

from maturity.rules import Answer, Band, Normalisation, Rules, Sentinels, Spread
from maturity.text import LANGUAGE_CODE, Text
from maturity.vocabulary import Vocabulary

ROOT = "overall"
"""Id of the node that holds all dimensions."""

RESULT_COLUMNS = ("coverage", "rank", "band", "applies")
"""What columns of a result are called, after the id of a node and a full stop."""

ASPECTS = ("rule", "supply", "use")
"""What an indicator looks at: law and standards, institutions and services, or practice and outcome."""

KINDS = ("rubric", "checklist", "measure")
"""How an indicator is answered: by a level, by one of several answers, or by a figure."""

LARGEST_WEIGHT = 1_000_000
"""The largest that a user may choose: weights are relative, and past this their sums lose the small ones."""

_FEW_LEVELS = 3
"""Up to so many levels the second highest is the second lowest too, or below it."""

FRAMEWORK_ID = r"[a-z0-9]+(-[a-z0-9]+)*"
NODE_ID = r"[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*"


@frozen(kw_only=True)
class ScaleLevel:
    """One level of the scale that all rubrics share."""

    value: int = field(validator=validators.ge(0))
    name: Text
    points: float = field(metadata={"doc": "What the level is worth, in the framework's own range of scores."})
    meaning: Text


@frozen(kw_only=True)
class Level:
    """One rung of an indicator's rubric."""

    value: int = field(validator=validators.ge(0))
    descriptor: Text = field(metadata={"doc": "What an assessor must have seen before awarding the level."})


@frozen(kw_only=True)
class Denominator:
    """What a measure is divided by, such as the population or the GDP."""

    column: str = field(metadata={"doc": "Column of the data, or statistic of a profile."})
    times: float = field(default=1, metadata={"doc": "The quotient is multiplied by it: 100 000 for a rate."})


@frozen(kw_only=True)
class Indicator:
    """A question that the framework asks, with the rubric, answers or measure that it is answered by."""

    id: str = field(validator=validators.matches_re(NODE_ID))
    component: str = field(default=ROOT, metadata={"doc": "Id of the node that it belongs to; the root when left out."})
    label: Text
    kind: str = field(default="rubric", validator=validators.in_(KINDS))
    aspect: str | None = field(default=None, validator=validators.optional(validators.in_(ASPECTS)))
    weight: float = field(default=1, metadata={"doc": "Relative to the node's other children; 0 means 0."})
    locus: str | None = field(
        default=None, metadata={"doc": "Places of the work it is based on that support the topic."}
    )
    questions: tuple[Text, ...] = field(default=(), metadata={"doc": "What an assessor asks."})
    prerequisites: tuple[str, ...] = field(default=(), metadata={"doc": "Indicators that come first in a roadmap."})
    levels: tuple[Level, ...] = field(
        default=(), metadata={"doc": "`rubric`: one descriptor for each level of the scale."}
    )
    answers: tuple[Answer, ...] = field(default=(), metadata={"doc": "`checklist`: what can be answered."})
    columns: tuple[str, ...] = field(
        default=(), metadata={"doc": "Names of the data's column that holds it, beside its id."}
    )
    statistic: str | None = field(
        default=None, metadata={"doc": "`measure`: the statistic of a profile; the id when left out."}
    )
    unit: str | None = field(default=None, metadata={"doc": "`measure`: unit of the figure."})
    per: Denominator | None = field(default=None, metadata={"doc": "`measure`: what the figure is divided by."})
    normalise: Normalisation | None = field(
        default=None, metadata={"doc": "`measure`: how it becomes points; as it is when left out."}
    )
    replaces: tuple[str, ...] = field(default=(), metadata={"doc": "Ids that the indicator bore in earlier versions."})

    def descriptor(self, level: int) -> Text:
        """The descriptor of *level*.

        Raises:
            KeyError: The rubric has no such level.
        """
        for each in self.levels:
            if each.value == level:
                return each.descriptor
        raise KeyError(level)


@frozen(kw_only=True)
class Component:
    """A node that joins others: a dimension, or a group within one, to any depth."""

    id: str = field(validator=validators.matches_re(NODE_ID))
    component: str = field(default=ROOT, metadata={"doc": "Id of the node that it belongs to; the root when left out."})
    label: Text
    question: Text | None = field(default=None, metadata={"doc": "The research question of a whole dimension."})
    weight: float = field(default=1, metadata={"doc": "Relative to the node's other children; 0 means 0."})
    rules: Rules | None = field(default=None, metadata={"doc": "The framework's rules where left out."})


@frozen(kw_only=True)
class Change:
    """What changed in a version of the framework."""

    version: str
    text: Text


@frozen(kw_only=True)
class ChosenWeight:
    """A weight that a user chose in place of the framework's own."""

    node: str
    weight: float
    own: float = field(metadata={"doc": "The framework's own."})


@frozen(kw_only=True)
class Framework:
    """A versioned tree of dimensions, components and indicators, with its scale, rules and vocabularies."""

    id: str = field(validator=validators.matches_re(FRAMEWORK_ID))
    version: str
    title: Text
    based_on: str = field(metadata={"doc": "Id of the work whose structure it follows."})
    note: Text
    language: str = field(validator=validators.matches_re(LANGUAGE_CODE))
    range: Spread = field(metadata={"doc": "Lowest and highest score."})
    scale: tuple[ScaleLevel, ...] = field(default=(), metadata={"doc": "Levels of the rubrics; empty without any."})
    bands: tuple[Band, ...] = ()
    rules: Rules = field(metadata={"doc": "Rules of the root, and of every node that has none of its own."})
    sentinels: Sentinels = field(default=Sentinels(), metadata={"doc": "What stands for no value in data."})
    components: tuple[Component, ...] = field(default=(), metadata={"doc": "All inner nodes, parents first."})
    indicators: tuple[Indicator, ...] = field(validator=validators.min_len(1), metadata={"doc": "All leaves."})
    vocabularies: tuple[Vocabulary, ...] = ()
    changes: tuple[Change, ...] = ()
    reweighted: tuple[ChosenWeight, ...] = field(
        default=(), metadata={"doc": "Weights that are a user's and not the framework's own; empty in files."}
    )

    def __repr__(self) -> str:
        counts = f"{len(self.dimensions)} dimensions, {len(self.indicators)} indicators"
        return f"<Framework {self.id} {self.version}: {counts}>"

    @property
    def dimensions(self) -> tuple[Component, ...]:
        """The inner nodes right below the root, in order."""
        return tuple(each for each in self.components if each.component == ROOT)

    @property
    def nodes(self) -> tuple[Component | Indicator, ...]:
        """All nodes but the root: the inner ones, parents first, then the indicators."""
        return (*self.components, *self.indicators)

    @property
    def lowest(self) -> int:
        """The lowest level of the scale; 0 without a scale."""
        return self.scale[0].value if self.scale else 0

    @property
    def highest(self) -> int:
        """The highest level of the scale; 0 without a scale."""
        return self.scale[-1].value if self.scale else 0

    @property
    def strength_level(self) -> int:
        """The level from which an indicator is a strength: the second highest; of few levels the highest."""
        return self.highest - (len(self.scale) > _FEW_LEVELS)

    @property
    def development_level(self) -> int:
        """The level up to which an indicator is an area for development: the second lowest; of few the lowest."""
        return self.lowest + (len(self.scale) > _FEW_LEVELS)

    def children(self, id: str) -> tuple[Component | Indicator, ...]:
        """What belongs to a node: first its inner nodes, then its indicators, in order."""
        return tuple(self._children.get(id, ()))

    @cached_property
    def _children(self) -> dict[str, list[Component | Indicator]]:
        found: dict[str, list[Component | Indicator]] = {}
        for each in self.nodes:
            found.setdefault(each.component, []).append(each)
        return found

    def indicator(self, id: str) -> Indicator:
        """The indicator with that id.

        Raises:
            KeyError: There is none.
        """
        return self._indicators[id]

    def is_rubric(self, id: str) -> bool:
        """Whether a node is an indicator that is rated by levels."""
        return id in self._indicators and self._indicators[id].kind == "rubric"

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        return {each.id: each for each in self.indicators}

    def path(self, id: str) -> tuple[str, ...]:
        """The nodes above a node, from its own parent up to the root."""
        steps = []
        while id in self._parents:
            id = self._parents[id]
            steps.append(id)
        return tuple(steps)

    def dimension_of(self, id: str) -> str | None:
        """The dimension that a node is or stands in; nothing for the root, and for what stands in none."""
        line = (id, *self.path(id))
        return line[-2] if len(line) > 1 and line[-2] in self._dimension_ids else None

    def is_within(self, id: str, dimension: str | None) -> bool:
        """Whether a node is *dimension* or stands in it; all do where none is chosen."""
        return dimension is None or self.dimension_of(id) == dimension

    @cached_property
    def _parents(self) -> dict[str, str]:
        return {each.id: each.component for each in self.nodes}

    @cached_property
    def _dimension_ids(self) -> frozenset[str]:
        return frozenset(each.id for each in self.dimensions)

    @property
    def is_linear(self) -> bool:
        """Whether every score is a plain weighted mean, so that gains add up."""
        rules = [self.rules, *(each.rules for each in self.components if each.rules)]
        return all(
            each.aggregation == "weighted-arithmetic-mean" and not (each.knock_out or each.rounding or each.over_units)
            for each in rules
        )

    def vocabulary(self, id: str) -> Vocabulary:
        """The vocabulary with that id; an empty one where the framework declares none."""
        return next((each for each in self.vocabularies if each.id == id), Vocabulary(id=id, terms=()))

    def points(self, level: int) -> float:
        """What *level* is worth in points."""
        return next(each.points for each in self.scale if each.value == level)

    def points_at(self, level: float) -> float:
        """What a level is worth in points; between two levels, what lies between their points."""
        return _between(level, *self._marks)

    def level_of(self, points: float) -> float | None:
        """The level that *points* are worth, as `points_at` has it the other way; nothing without a scale.

        Never below the lowest level or above the highest.
        """
        return _between(points, *self._marks[::-1]) if self.scale else None

    @cached_property
    def _marks(self) -> tuple[list[float], list[float]]:
        return [each.value for each in self.scale], [each.points for each in self.scale]

    def rules_of(self, id: str) -> Rules:
        """The rules of a node: its own, else the framework's."""
        own = next((each.rules for each in self.components if each.id == id), None)
        return own or self.rules

    def bands_of(self, id: str) -> tuple[Band, ...]:
        """The bands of a node: its own, else the framework's."""
        own = self.rules_of(id).bands
        return self.bands if own is None else own

    def node_ids(self) -> Iterator[str]:
        """Ids of all nodes, from the root down, in order."""
        waiting = [ROOT]
        while waiting:
            id = waiting.pop()
            yield id
            waiting.extend(each.id for each in reversed(self.children(id)))


def _between(place: float, marks: Sequence[float], values: Sequence[float]) -> float:
    """The value at *place*, in proportion between those of the marks on either side."""
    after = bisect_right(marks, place)
    if after == 0 or after == len(marks):
        return values[max(after - 1, 0)]
    share = (place - marks[after - 1]) / (marks[after] - marks[after - 1])
    return values[after - 1] + share * (values[after] - values[after - 1])
