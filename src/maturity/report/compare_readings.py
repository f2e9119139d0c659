"""What stands high, what stands low, and who is furthest, read off the levels of several countries."""

from collections.abc import Callable, Iterator, Sequence

from attrs import field, frozen

from maturity.framework import Indicator
from maturity.report.citations import note_of
from maturity.report.compare_scores import UNKNOWN, evidence_of
from maturity.report.facts import Teller
from maturity.report.page import Cell, Column, Number, Table
from maturity.report.score_blocks import decimals_at, level_text, levels_by_indicator, shade, summary_of
from maturity.report.side_by_side import SideBySide, country_heads
from maturity.scoring import Assessment

_Stands = Callable[[float], bool]
"""Whether a level is one that a list is about."""


@frozen(kw_only=True)
class Leading:
    """The countries with the highest level of one indicator, among those compared in which it is rated."""

    indicator: Indicator
    level: float
    countries: tuple[int, ...] = field(metadata={"doc": "Their places in the comparison, from 0."})
    rated: int = field(metadata={"doc": "In how many countries the indicator is rated."})


def strength_table(view: SideBySide) -> Table:
    """The indicators at a high level, by dimension."""
    bar = view.comparison.framework.strength_level
    return _lists(view, "table.strengths", lambda level: level >= bar)


def development_table(view: SideBySide) -> Table:
    """The indicators at a low level, by dimension."""
    bar = view.comparison.framework.development_level
    return _lists(view, "table.development", lambda level: level <= bar)


def leading(assessments: Sequence[Assessment], dimension: str | None) -> Iterator[Leading]:
    """For each indicator with a level above the lowest anywhere, the countries furthest ahead."""
    levels = [
        {indicator.id: level for indicator, level in levels_by_indicator(each, dimension)} for each in assessments
    ]
    framework = assessments[0].framework
    for indicator in framework.indicators:
        found = [each[indicator.id] for each in levels if indicator.id in each]
        highest = max(found, default=framework.lowest)
        if highest > framework.lowest:
            ahead = tuple(place for place, each in enumerate(levels) if each.get(indicator.id) == highest)
            yield Leading(indicator=indicator, level=highest, countries=ahead, rated=len(found))


def leading_table(view: SideBySide) -> Table:
    """Who is furthest ahead at each indicator, what is there, and in how many countries it is rated."""
    teller = view.teller
    assessments = view.comparison.assessments
    names = country_heads(view.comparison, teller)
    rows = [
        (
            teller.text(each.indicator.label),
            _level_cell(each, teller),
            teller.listed([names[place] for place in each.countries]),
            f"{each.rated}/{len(assessments)}",
            _what_is_there(each, view, names),
        )
        for each in leading(assessments, view.dimension)
    ]
    return Table(
        caption=teller.say("table.most-advanced"),
        columns=(
            Column(head=teller.say("column.indicator"), share=2),
            Column(head=teller.say("column.level"), number=True),
            Column(head=teller.say("column.countries"), share=2),
            Column(head=teller.say("column.rated"), number=True),
            Column(head=teller.say("column.summary"), share=4),
        ),
        rows=rows,
        levels=tuple(shade(each.level, teller.framework) for each in leading(assessments, view.dimension)),
    )


def _level_cell(found: Leading, teller: Teller) -> Cell:
    id = found.indicator.id
    number = Number(value=found.level, decimals=decimals_at(id, teller.framework))
    return Cell(text=level_text(found.level, id, teller), number=number)


def _what_is_there(found: Leading, view: SideBySide, names: Sequence[str]) -> Cell:
    """The summaries of the leading countries; where many lead, of none: nothing sets them apart."""
    countries = list(view.countries())
    said: list[str] = []
    marks: set[int] = set()
    notes: list[str] = []
    for place in found.countries:
        assessment, teller = countries[place]
        summary = summary_of(assessment, found.indicator.id, teller)
        if summary:
            said.append(teller.labelled(names[place], summary))
        evidence = evidence_of(assessment, found.indicator.id, teller)
        marks |= set(view.citations.marks(evidence, teller))
        notes.append(note_of(evidence, teller))
    many = view.teller.say("compare.many", count=len(found.countries))
    text = many if len(found.countries) > _FEW else " ".join(said)
    return Cell(text=text, marks=tuple(sorted(marks)), note="\n".join(notes))


_FEW = 2
"""How many summaries a cell can hold."""


def _lists(view: SideBySide, caption: str, stands: _Stands) -> Table:
    framework = view.comparison.framework
    labels: dict[str | None, str] = {each.id: view.teller.text(each.label) for each in framework.dimensions}
    if any(framework.dimension_of(each.id) is None for each in framework.indicators):
        labels[None] = view.teller.say("compare.no-dimension" if labels else "overall.label")
    return Table(
        caption=view.teller.say(caption),
        columns=(Column(head=view.teller.say("column.dimension")), *view.columns(share=2)),
        rows=[
            (label, *(_list(view, country, id, stands) for country in view.countries()))
            for id, label in labels.items()
            if view.dimension in (None, id)
        ],
    )


def _list(view: SideBySide, country: tuple[Assessment, Teller], dimension: str | None, stands: _Stands) -> Cell:
    assessment, teller = country
    levels = [
        (indicator, level)
        for indicator, level in levels_by_indicator(assessment, None)
        if assessment.framework.dimension_of(indicator.id) == dimension
    ]
    if not levels:
        return Cell(text=teller.say("cell.unknown"), answer=UNKNOWN)
    listed = [(indicator, level) for indicator, level in levels if stands(level)]
    said = [
        teller.say("parentheses", text=teller.text(indicator.label), inside=level_text(level, indicator.id, teller))
        for indicator, level in listed
    ]
    evidence = [each for indicator, _ in listed for each in evidence_of(assessment, indicator.id, teller)]
    return Cell(
        text=teller.say("list.joint").join(said) or "–",
        marks=view.citations.marks(evidence, teller),
        note=note_of(evidence, teller),
    )
