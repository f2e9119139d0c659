"""`ratings.yaml` of a new wave: each indicator with its questions and the statements of its levels."""

from collections.abc import Iterator

import attrs

from maturity.framework import Framework, Indicator
from maturity.language.phrases import say
from maturity.records.ratings import Assessor, Rating
from maturity.scaffold.guidance import explain, offer
from maturity.scaffold.templates import as_yaml, block_item, explain_field, explain_fields

LEVEL_KEYS = ("level", "confidence", "evidence", "summary", "rationale")
"""What a rating with a level says."""
ANSWER_KEYS = ("answer", "evidence", "rationale")
"""What a rating with an answer of a checklist says."""


def rating_lines(framework: Framework, language: str) -> Iterator[str]:
    """The lines of `ratings.yaml`."""
    yield ""
    yield f"framework: {{id: {framework.id}, version: {as_yaml(framework.version)}}}"
    yield ""
    yield from explain(say("scaffold.key.assessors", language))
    yield from explain_fields(Assessor, framework, language)
    yield "assessors: []"
    yield from offer(block_item(Assessor, {}))
    yield ""
    yield from explain(say("scaffold.key.ratings", language))
    yield from explain(say("scaffold.ratings.status", language))
    for name in LEVEL_KEYS:
        yield from explain_field(attrs.fields_dict(Rating)[name], framework, language)
    yield "ratings: []"
    yield from indicator_lines(framework.indicators, framework, language)


def indicator_lines(indicators: tuple[Indicator, ...], framework: Framework, language: str) -> Iterator[str]:
    """Each of the *indicators* with an empty rating, under the question of its dimension."""
    dimension = None
    for each in indicators:
        if (found := framework.dimension_of(each.id)) != dimension:
            dimension = found
            yield from _dimension_lines(dimension, framework, language)
        yield ""
        yield from explain_indicator(each, framework, language)
        if each.kind != "measure":
            yield from offer(_rating(each))


def explain_indicator(indicator: Indicator, framework: Framework, language: str) -> Iterator[str]:
    """What an assessor asks, and what must be seen for each level or answer."""
    aspect = say(f"aspect.{indicator.aspect}", language) if indicator.aspect else ""
    yield from explain(" · ".join(filter(None, (indicator.id, indicator.label.in_language(language), aspect))))
    for question in indicator.questions:
        yield from explain(f"? {question.in_language(language)}", indent=1)
    names = {each.value: each.name.in_language(language) for each in framework.scale}
    for each in indicator.levels:
        named, descriptor = names[each.value], each.descriptor.in_language(language)
        level = say("scaffold.level", language, level=each.value, name=named, descriptor=descriptor)
        yield from explain(level, indent=1)
    for answer in indicator.answers:
        yield from explain(f"= {answer.answer}", indent=1)
    if indicator.kind == "measure":
        statistic = indicator.statistic or indicator.id
        yield from explain(say("scaffold.measure", language, statistic=statistic), indent=1)


def _dimension_lines(id: str | None, framework: Framework, language: str) -> Iterator[str]:
    found = next((each for each in framework.dimensions if each.id == id), None)
    if found is None:
        return
    yield ""
    yield from explain(f"---- {found.label.in_language(language)}")
    if found.question:
        yield from explain(found.question.in_language(language))


def _rating(indicator: Indicator) -> Iterator[str]:
    yield f"  - indicator: {indicator.id}"
    for key in ANSWER_KEYS if indicator.kind == "checklist" else LEVEL_KEYS:
        yield f"    {key}: []" if key == "evidence" else f"    {key}:"
