"""How the score of one row of a table arises."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from maturity.framework import ROOT, Framework, Indicator
from maturity.language.numbers import number, percent
from maturity.language.phrases import say
from maturity.report.page import Block, Column, Heading, Listing, Page, Paragraph, Table
from maturity.report.rule_words import UNWEIGHTED, aggregation_words, normalisation_words, rule_lines
from maturity.report.score_blocks import coverage_words
from maturity.scores import Part, Score


@frozen(kw_only=True)
class Cells:
    """What the table holds for an indicator, as it is written there: its figure or answer, and what divides it."""

    figure: str | None = None
    divisor: str | None = None


@frozen(kw_only=True)
class Derivation:
    """One unit's scores by a framework, of which a node is to be explained."""

    unit: str
    scores: Mapping[str, Score]
    framework: Framework
    language: str = "en"


def derivation_page(derivation: Derivation, node: str, cells: Cells | None = None) -> Page:
    """A node's score for one unit: its rule, its parts with their shares, what was left out, and what rules did.

    Of an indicator its *cells*, and how they became points.
    """
    score, language = derivation.scores[node], derivation.language
    label = say("overall.label", language) if node == ROOT else score.label.in_language(language)
    blocks: list[Block] = [Heading(text=say("labelled", language, label=derivation.unit, text=label), depth=1)]
    if score.rules:
        coverage = say(
            "labelled", language, label=say("column.coverage", language), text=coverage_words(score, language)
        )
        blocks.append(Paragraph(text=f"{aggregation_words(score.rules, language)} · {coverage}", note=True))
        blocks.append(_table(score, derivation))
    told = (
        list(rule_lines(score, derivation.framework, language))
        if score.rules
        else list(_figure(node, cells, derivation))
    )
    if told:
        blocks.append(Listing(items=tuple(("", each) for each in told)))
    blocks.append(_total(score, language))
    return Page(language=language, blocks=tuple(blocks))


def _table(score: Score, derivation: Derivation) -> Table:
    language, rules = derivation.language, score.rules
    is_sum = bool(rules and rules.aggregation == "sum")
    weighs = say("column.weight", language) if is_sum else say("column.share", language)
    is_weighted = not rules or rules.aggregation not in UNWEIGHTED
    return Table(
        caption=say("explain.sum", language),
        columns=(
            Column(head="Id", whole=True),
            Column(head=say("column.part", language), share=2),
            Column(head=say("column.score", language), number=True),
            *((Column(head=weighs, number=True),) if is_weighted else ()),
        ),
        rows=tuple(_row(each, derivation, is_sum=is_sum, is_weighted=is_weighted) for each in score.parts),
    )


def _row(part: Part, derivation: Derivation, *, is_sum: bool, is_weighted: bool) -> tuple[str, ...]:
    language = derivation.language
    label = derivation.scores[part.id].label.in_language(language)
    if part.left_out:
        reason = say("explain.left-out", language, reason=say(f"state.{part.left_out}", language))
        return part.id, label, *(("–", reason) if is_weighted else (reason,))
    if is_sum:
        weights = {each.id: each.weight for each in derivation.framework.nodes}
        share = number(weights[part.id], language)
    else:
        share = percent(part.weight, language, decimals=1)
    return part.id, label, number(part.score or 0, language, decimals=4), *((share,) if is_weighted else ())


def _figure(node: str, cells: Cells | None, derivation: Derivation) -> Iterator[str]:
    indicator, language = derivation.framework.indicator(node), derivation.language
    if cells is None or cells.figure is None:
        return
    yield say("rule.figure", language, figure=cells.figure)
    yield from _method(indicator, cells, language)


def _method(indicator: Indicator, cells: Cells, language: str) -> Iterator[str]:
    if indicator.per:
        times = number(indicator.per.times, language)
        divisor = cells.divisor if cells.divisor is not None else "–"
        yield say("rule.per", language, column=indicator.per.column, value=divisor, times=times)
    if indicator.normalise:
        yield say("rule.method", language, method=normalisation_words(indicator.normalise, language))


def _total(score: Score, language: str) -> Paragraph:
    if score.score is None:
        return Paragraph(text=say("explain.left-out", language, reason=say(f"state.{score.state}", language)))
    text = number(score.score, language, decimals=4)
    return Paragraph(text=say("labelled", language, label=say("column.score", language), text=text))
