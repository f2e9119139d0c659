"""A node's rules as sentences: what was done to the parts beside joining them."""

from collections.abc import Iterator

from maturity.framework import Framework
from maturity.language.numbers import number, percent
from maturity.language.phrases import say
from maturity.rules import Normalisation, Rules
from maturity.scores import Score

UNWEIGHTED = ("minimum", "maximum", "median")
"""Aggregations in which weights play no part."""


def aggregation_words(rules: Rules, language: str) -> str:
    """The name of the aggregation."""
    return say(f"rule.{rules.aggregation}", language)


def rule_lines(score: Score, framework: Framework, language: str) -> Iterator[str]:
    """What each rule did to the node, in the order in which they act; nothing of rules that did nothing."""
    rules = score.rules
    if rules is None:
        return
    if any(each.counts_as_zero for each in score.parts):
        yield say("rule.zero", language)
    if rules.floor is not None and any((each.score or 0) < rules.floor for each in score.parts if not each.left_out):
        yield say("rule.floor", language, floor=number(rules.floor, language))
    if rules.aggregation == "gate":
        bar = framework.range.high if rules.holds_at is None else rules.holds_at
        yield say("rule.holds", language, bar=number(bar, language))
    if rules.knock_out and any((each.score or 0) <= 0 for each in score.parts if not each.left_out):
        yield say("rule.knock-out", language)
    if rules.coverage_threshold:
        yield say("rule.threshold", language, share=percent(rules.coverage_threshold, language))
    if rules.over_units is not None:
        low, high = (number(each, language) for each in (rules.over_units.low, rules.over_units.high))
        yield say("rule.over-units", language, low=low, high=high)
    if rules.rounding is not None:
        half = say(f"rule.half-{rules.rounding.half}", language)
        yield say("rule.rounding", language, decimals=rules.rounding.decimals, half=half)


def normalisation_words(says: Normalisation, language: str) -> str:
    """The method and what the framework's file gives it, in the file's own words."""
    unsaid = Normalisation()
    keys = ("transform", "direction", "worst", "best", "target", "point", "span", "clip", "over", "low", "high")
    given = [(key, value) for key in keys if (value := getattr(says, key)) != getattr(unsaid, key)]
    told = [f"{key} {number(value, language) if isinstance(value, int | float) else value}" for key, value in given]
    return ", ".join([says.method, *told])
