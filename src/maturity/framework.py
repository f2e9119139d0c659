"""What good looks like: a versioned tree of dimensions, components and indicators."""

from collections.abc import Iterator

from attrs import field, frozen, validators

from maturity.text import LANGUAGE_CODE, Text
from maturity.vocabulary import Vocabulary

ROOT = "overall"
"""Id of the node that holds all dimensions."""

ASPECTS = ("rule", "supply", "use")
"""What an indicator looks at: law and standards, institutions and services, or practice and outcome."""

FRAMEWORK_ID = r"[a-z0-9]+(-[a-z0-9]+)*"

NODE_ID = r"[a-z][a-z0-9-]*(\.[a-z0-9-]+)?"


@frozen(kw_only=True)
class ScaleLevel:
    """One level of the scale that all rubrics share."""

    value: int = field(validator=validators.ge(0))
    name: Text
    points: float = field(metadata={"doc": "What the level is worth, in the framework's own range of scores."})
    meaning: Text


@frozen(kw_only=True)
class Band:
    """A stretch of scores with a name, from its lower cut point up to the next one's."""

    lower: float = field(metadata={"doc": "Lower cut point, inclusive, in points.", "key": "from"})
    name: Text


@frozen(kw_only=True)
class Rules:
    """How a node's score arises from its children's."""

    aggregation: str = field(
        default="weighted-arithmetic-mean", validator=validators.in_(("weighted-arithmetic-mean",))
    )
    coverage_threshold: float = field(
        default=0.5,
        validator=[validators.ge(0), validators.le(1)],
        metadata={"doc": "Coverage (0–1) below which the node has no score."},
    )


@frozen(kw_only=True)
class Level:
    """One rung of an indicator's rubric."""

    value: int = field(validator=validators.ge(0))
    descriptor: Text = field(metadata={"doc": "What an assessor must have seen before awarding the level."})


@frozen(kw_only=True)
class Indicator:
    """A question that the framework asks, with the rubric that it is answered on."""

    id: str = field(validator=validators.matches_re(NODE_ID))
    component: str = field(metadata={"doc": "Id of the component that it belongs to."})
    label: Text
    aspect: str = field(validator=validators.in_(ASPECTS))
    weight: float = field(default=1, metadata={"doc": "Relative to the component's other indicators; 0 means 0."})
    locus: str = field(metadata={"doc": "Places of the work it is based on that support the topic."})
    questions: tuple[Text, ...] = field(validator=validators.min_len(1), metadata={"doc": "What an assessor asks."})
    prerequisites: tuple[str, ...] = field(default=(), metadata={"doc": "Indicators that come first in a roadmap."})
    levels: tuple[Level, ...] = field(metadata={"doc": "The rubric: one descriptor for each level of the scale."})
    replaces: tuple[str, ...] = field(default=(), metadata={"doc": "Ids that the indicator bore in earlier versions."})

    @property
    def dimension(self) -> str:
        """Id of the dimension that it belongs to."""
        return self.id.partition(".")[0]

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
    """A group of indicators within a dimension."""

    id: str = field(validator=validators.matches_re(NODE_ID))
    label: Text
    weight: float = field(default=1, metadata={"doc": "Relative to the dimension's other components; 0 means 0."})
    rules: Rules | None = field(default=None, metadata={"doc": "The framework's rules where left out."})


@frozen(kw_only=True)
class Dimension:
    """One side of digital social security, with its components and indicators."""

    id: str = field(validator=validators.matches_re(NODE_ID))
    label: Text
    question: Text = field(metadata={"doc": "The research question of the dimension as a whole."})
    weight: float = field(default=1, metadata={"doc": "Relative to the other dimensions; 0 means 0."})
    rules: Rules | None = field(default=None, metadata={"doc": "The framework's rules where left out."})
    components: tuple[Component, ...]
    indicators: tuple[Indicator, ...]

    def indicators_of(self, component: str) -> tuple[Indicator, ...]:
        """The indicators of *component*, in the framework's order."""
        return tuple(each for each in self.indicators if each.component == component)


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


@frozen(kw_only=True)
class Framework:
    """A versioned tree of dimensions, components and indicators, with its scale, rules and vocabularies."""

    id: str = field(validator=validators.matches_re(FRAMEWORK_ID))
    version: str
    title: Text
    based_on: str = field(metadata={"doc": "Id of the work whose structure it follows."})
    note: Text
    language: str = field(validator=validators.matches_re(LANGUAGE_CODE))
    scale: tuple[ScaleLevel, ...] = field(validator=validators.min_len(1))
    bands: tuple[Band, ...]
    rules: Rules
    dimensions: tuple[Dimension, ...] = field(validator=validators.min_len(1))
    vocabularies: tuple[Vocabulary, ...]
    changes: tuple[Change, ...] = ()
    reweighted: tuple[ChosenWeight, ...] = field(
        default=(), metadata={"doc": "Weights that are a user's and not the framework's own; empty in files."}
    )

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators, in order."""
        return tuple(each for dimension in self.dimensions for each in dimension.indicators)

    @property
    def components(self) -> tuple[Component, ...]:
        """All components, in order."""
        return tuple(each for dimension in self.dimensions for each in dimension.components)

    @property
    def highest(self) -> int:
        """The highest level of the scale."""
        return max(each.value for each in self.scale)

    def indicator(self, id: str) -> Indicator:
        """The indicator with that id.

        Raises:
            KeyError: There is none.
        """
        for each in self.indicators:
            if each.id == id:
                return each
        raise KeyError(id)

    def vocabulary(self, id: str) -> Vocabulary:
        """The vocabulary with that id; an empty one where the framework declares none."""
        return next((each for each in self.vocabularies if each.id == id), Vocabulary(id=id, terms=()))

    def points(self, level: int) -> float:
        """What *level* is worth in points."""
        return next(each.points for each in self.scale if each.value == level)

    def band(self, score: float) -> Band:
        """The band that *score* (in points) falls into; lower cut points are inclusive."""
        return [each for each in self.bands if each.lower <= score][-1]

    def node_ids(self) -> Iterator[str]:
        """Ids of all nodes, from the root down, in order."""
        yield ROOT
        for dimension in self.dimensions:
            yield dimension.id
            for component in dimension.components:
                yield component.id
                yield from (each.id for each in dimension.indicators_of(component.id))
