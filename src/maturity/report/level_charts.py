"""Charts of levels: countries side by side as a heat map, and their profiles over the dimensions."""

from collections.abc import Iterator, Sequence

from maturity.comparison import Comparison
from maturity.framework import ROOT, Component, Framework, Indicator
from maturity.language.lists import listed
from maturity.language.phrases import say
from maturity.report.chart_words import (
    chart_title,
    country_names,
    joined,
    level_names,
    named_states,
    read_node,
    said_levels,
    said_unknown,
)
from maturity.report.charts import DimensionProfile, HeatGroup, HeatMap, HeatRow, Reading, Series
from maturity.scoring import Assessment

ROWS = ("indicator", "component", "dimension")
"""What the rows of a heat map can be."""


def heat_map(
    comparison: Comparison, *, language: str = "en", dimension: str | None = None, rows: str = "indicator"
) -> HeatMap:
    """Levels of indicators, components or dimensions by country, for the whole or for one dimension.

    Raises:
        ValueError: The framework has no scale.
    """
    framework, assessments = comparison.framework, comparison.assessments
    _check_scale(framework)
    nodes = [each.id for each in _nodes(comparison, rows) if framework.is_within(each.id, dimension)]
    groups = tuple(_groups(nodes, assessments, language, is_apart=rows != "dimension" and dimension is None))
    found = [each for group in groups for row in group.rows for each in row.readings]
    names = country_names(assessments, language)
    described = say(
        "chart.alt.levels",
        language,
        nodes=say(f"chart-nodes.{rows}", language, count=len(nodes)),
        low=framework.lowest,
        high=framework.highest,
        countries=listed(names, language),
    )
    said = (
        _said_indicators(groups, names, framework.strength_level, language)
        if rows == "indicator"
        else _said_nodes(groups, names, language)
    )
    return HeatMap(
        title=chart_title(say(f"chart-levels.{rows}", language), assessments, language, within=dimension),
        alt=joined(described, *said, language=language),
        language=language,
        states=named_states((each.state for each in found), language),
        countries=names,
        groups=groups,
        levels=level_names(framework, language),
        lowest=framework.lowest,
    )


def _groups(
    nodes: Sequence[str], assessments: Sequence[Assessment], language: str, *, is_apart: bool
) -> Iterator[HeatGroup]:
    """The rows of *nodes*, of each dimension apart if wanted."""
    framework = assessments[0].framework
    by_dimension: dict[str | None, list[str]] = {}
    for each in nodes:
        by_dimension.setdefault(framework.dimension_of(each) if is_apart else None, []).append(each)
    for id, inside in by_dimension.items():
        label = "" if id is None else assessments[0].score(id).label.in_language(language)
        yield HeatGroup(label=label, rows=tuple(_heat_row(each, assessments, language) for each in inside))


def dimension_profile(
    comparison: Comparison, *, language: str = "en", dimension: str | None = None
) -> DimensionProfile:
    """How each country stands in the dimensions, or in the components of one dimension.

    Raises:
        ValueError: The framework has no scale.
    """
    _check_scale(comparison.framework)
    kind = "component" if dimension else "dimension"
    assessments, framework = comparison.assessments, comparison.framework
    nodes = [each for each in _nodes(comparison, kind) if each.component == (dimension or ROOT)]
    labels = tuple(each.label.in_language(language) for each in nodes)
    names = country_names(assessments, language)
    series = tuple(
        Series(label=name, readings=tuple(read_node(each, node.id, language) for node in nodes))
        for name, each in zip(names, assessments, strict=True)
    )
    described = say(
        "chart.alt.levels",
        language,
        nodes=say(f"chart-nodes.{kind}", language, count=len(nodes)),
        low=framework.lowest,
        high=framework.highest,
        countries=listed(names, language),
    )
    found = [
        (name, label, each)
        for name, one in zip(names, series, strict=True)
        for label, each in zip(labels, one.readings, strict=True)
    ]
    return DimensionProfile(
        title=chart_title(say(f"chart-profile.{kind}", language), assessments, language, within=dimension),
        alt=joined(described, *_said(found, language, is_one=len(names) == 1), language=language),
        language=language,
        states=named_states((each.state for _, _, each in found), language),
        nodes=labels,
        series=series,
        levels=level_names(framework, language),
        lowest=framework.lowest,
    )


def _check_scale(framework: Framework) -> None:
    if not framework.scale:
        raise ValueError("the framework has no levels to draw")


def _nodes(comparison: Comparison, rows: str) -> Iterator[Component | Indicator]:
    """Those that the scores count."""
    framework = comparison.framework
    common = comparison.common_nodes if comparison.only_common else None
    for each in framework.nodes:
        inner = "dimension" if each.component == ROOT else "component"
        kind = "indicator" if isinstance(each, Indicator) else inner
        if kind == rows and (common is None or each.id in common):
            yield each


def _heat_row(node: str, assessments: Sequence[Assessment], language: str) -> HeatRow:
    return HeatRow(
        label=assessments[0].score(node).label.in_language(language),
        readings=tuple(read_node(each, node, language) for each in assessments),
    )


def _said_indicators(groups: Sequence[HeatGroup], names: Sequence[str], bar: int, language: str) -> list[str]:
    """How many indicators of each country stand high, and how many have no level."""
    rows = [row for group in groups for row in group.rows]
    columns = [[row.readings[place] for row in rows] for place in range(len(names))]
    strong = [sum(each.level is not None and each.level >= bar for each in column) for column in columns]
    unknown = [sum(each.level is None for each in column) for column in columns]
    counts = [say("chart.count", language, label=name, count=each) for name, each in zip(names, strong, strict=True)]
    without = [
        say("chart.count", language, label=name, count=each) for name, each in zip(names, unknown, strict=True) if each
    ]
    high = say("chart.alt.strong", language, level=bar, counts=listed(counts, language))
    return [high, said_unknown(without, language)]


def _said_nodes(groups: Sequence[HeatGroup], names: Sequence[str], language: str) -> list[str]:
    found = [
        (name, row.label, each)
        for group in groups
        for row in group.rows
        for name, each in zip(names, row.readings, strict=True)
    ]
    return _said(found, language, is_one=len(names) == 1)


def _said(found: Sequence[tuple[str, str, Reading]], language: str, *, is_one: bool) -> list[str]:
    """What stands highest and lowest, and what has no level; the country is named where there are several."""
    told = [
        (node if is_one else say("chart.item", language, country=country, node=node), each)
        for country, node, each in found
    ]
    unknown = [label for label, each in told if each.level is None]
    return [said_levels(told, language), said_unknown(unknown, language)]
