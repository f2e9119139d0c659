"""The fact tables of several countries, a column for each; every cell carries its sources."""

from collections.abc import Iterator

from maturity.comparison import Cell as FactCell
from maturity.comparison import Comparison
from maturity.fact_tables import DIMENSIONS, FINDINGS, NO_DIMENSION, FactTable
from maturity.language.units import unit_words
from maturity.records.governance import Coordination
from maturity.records.record import Record
from maturity.records.rows import Row
from maturity.records.statistics import Statistic
from maturity.report.citations import note_of
from maturity.report.compare_scores import UNKNOWN
from maturity.report.facts import Teller
from maturity.report.page import Block, Cell, Column, Listing, Number, Paragraph, Table
from maturity.report.side_by_side import SideBySide

ANSWERLESS = ("findings",)
"""Tables in which an empty cell says nothing about the country."""


def fact_blocks(view: SideBySide, table: FactTable) -> Iterator[Block]:
    """The table, and where one looked for what is unknown in it."""
    rows = view.comparison.rows(table)
    yield Table(
        caption=view.teller.say(f"table.{table.id}"),
        columns=(Column(head=view.teller.say("column.row")), *view.columns(share=2)),
        rows=[
            (
                row_label(row.term, table, view.comparison, view.teller),
                *(_cell(cell, teller, view, table) for cell, teller in zip(row.cells, view.tellers, strict=True)),
            )
            for row in rows
        ],
        units=tuple(_unit(row.cells, view.teller.language) for row in rows) if table.id == "statistics" else (),
    )
    notes = list(_searched(view, table))
    if notes:
        yield Paragraph(text=view.teller.say("compare.unknown"))
        yield Listing(items=tuple(notes))


def row_label(term: str, table: FactTable, comparison: Comparison, teller: Teller) -> str:
    """What the row of a fact table is called."""
    parts = zip(table.vocabularies, term.split("/"), strict=True)
    return " · ".join(_part_label(vocabulary, part, comparison, teller) for vocabulary, part in parts)


def said_in_cell(record: Record, teller: Teller) -> str:
    """What a record says in a cell, as short as it can be said."""
    if isinstance(record, Row):
        answer = teller.say(f"answer.{record.answer}")
        things = teller.names(item.of for item in record.items)
        return teller.labelled(answer, things) if things else answer
    if isinstance(record, Statistic):
        return teller.figure(record)
    if isinstance(record, Coordination):
        return teller.bodies(record)
    return teller.brief(record)


def _part_label(vocabulary: str, part: str, comparison: Comparison, teller: Teller) -> str:
    if vocabulary == DIMENSIONS:
        if part == NO_DIMENSION:
            return teller.say("compare.no-dimension")
        return teller.text(comparison.assessments[0].score(part).label)
    if vocabulary == FINDINGS:
        return teller.say(f"finding.{part}")
    return teller.term(vocabulary, part)


def _cell(cell: FactCell, teller: Teller, view: SideBySide, table: FactTable) -> Cell:
    if not cell.records:
        if table.id in ANSWERLESS:
            return Cell(text="–")
        looked = teller.text(cell.searched) if cell.searched else ""
        return Cell(text=teller.say("cell.unknown"), answer=UNKNOWN, note=looked)
    said = dict.fromkeys(said_in_cell(each, teller) for each in cell.records)
    answers = {each.answer for each in cell.records if isinstance(each, Row)}
    return Cell(
        text=teller.say("list.joint").join(said),
        number=_number(cell.records),
        answer=answers.pop() if len(answers) == 1 else "",
        marks=view.citations.marks(cell.records, teller),
        note=note_of(cell.records, teller),
    )


def _number(records: tuple[Record, ...]) -> Number | None:
    """The figure, where the cell shows one alone."""
    if len(records) == 1 and isinstance(records[0], Statistic) and records[0].value is not None:
        return Number(value=records[0].value)
    return None


def _unit(cells: tuple[FactCell, ...], language: str) -> str:
    units = {each.unit for cell in cells for each in cell.records if isinstance(each, Statistic) and each.unit}
    return unit_words(units.pop(), language) if len(units) == 1 else ""


def _searched(view: SideBySide, table: FactTable) -> Iterator[tuple[str, str]]:
    teller = view.teller
    for each in view.comparison.assessments:
        for unknown in each.profile.unknown:
            if unknown.table == table.id:
                terms = [row_label(term, table, view.comparison, teller) for term in unknown.rows]
                rows = teller.listed(terms) if terms else teller.say("cell.rest")
                name = teller.say("parentheses", text=each.profile.names.in_language(teller.language), inside=rows)
                yield name, teller.text(unknown.searched)
