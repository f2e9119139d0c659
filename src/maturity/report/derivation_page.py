"""How the score of one row of a table arises."""

from collections.abc import Iterator, Mapping

from maturity.framework import ROOT
from maturity.language.numbers import number, percent
from maturity.language.phrases import say
from maturity.report.page import Block, Column, Heading, Page, Paragraph, Table
from maturity.report.score_blocks import coverage_words
from maturity.scores import Part, Score


def derivation_page(scores: Mapping[str, Score], unit: str, node: str, language: str) -> Page:
    """A node's score for one unit: its rule, its parts with their shares, and what was left out."""
    score = scores[node]
    labels = {id: each.label.in_language(language) for id, each in scores.items()}
    labels[ROOT] = say("overall.label", language)
    blocks: list[Block] = [Heading(text=say("labelled", language, label=unit, text=labels[node]), depth=1)]
    if score.rules:
        coverage = say(
            "labelled", language, label=say("column.coverage", language), text=coverage_words(score, language)
        )
        blocks.append(Paragraph(text=f"{score.rules.aggregation} · {coverage}", note=True))
        blocks.append(_table(score, labels, language))
    blocks += _total(score, language)
    return Page(language=language, blocks=tuple(blocks))


def _table(score: Score, labels: Mapping[str, str], language: str) -> Table:
    return Table(
        caption=say("explain.sum", language),
        columns=(
            Column(head="Id", whole=True),
            Column(head=say("column.part", language), share=2),
            Column(head=say("column.score", language), number=True),
            Column(head=say("column.share", language), number=True),
        ),
        rows=tuple(_row(each, labels[each.id], language) for each in score.parts),
    )


def _row(part: Part, label: str, language: str) -> tuple[str, ...]:
    if part.left_out:
        reason = say(f"state.{part.left_out}", language)
        return part.id, label, "–", say("explain.left-out", language, reason=reason)
    return part.id, label, number(part.score or 0, language, decimals=4), percent(part.weight, language, decimals=1)


def _total(score: Score, language: str) -> Iterator[Block]:
    if score.score is None:
        yield Paragraph(text=say("explain.left-out", language, reason=say(f"state.{score.reason}", language)))
        return
    text = number(score.score, language, decimals=4)
    yield Paragraph(text=say("labelled", language, label=say("column.score", language), text=text))
