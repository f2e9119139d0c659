"""What a framework lets a country's files name: its indicators, levels and vocabularies, as JSON Schema."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from maturity.files.schema_shapes import Terms
from maturity.framework import Framework, Indicator
from maturity.records.ratings import FrameworkReference, Rating
from maturity.records.statistics import Statistic
from maturity.vocabulary import Term, Vocabulary


def framework_terms(framework: Framework, *, language: str, with_levels: bool) -> Terms:
    """What the *framework* lets country files name, described in *language*.

    *with_levels*, each indicator says what each level takes: a lot of text, for those who rate.
    """
    choices = {"indicators": _indicator_choices(framework, language, with_levels)}
    for vocabulary in framework.vocabularies:
        choices[f"vocabulary/{vocabulary.id}"] = _term_choices(vocabulary, language)
    version = {"id": {"const": framework.id}, "version": {"const": framework.version}}
    return Terms(
        choices=choices,
        rules={
            Rating: ({"properties": {"level": level_choices(framework, language=language, optional=True)}},),
            Statistic: tuple(_unit_rules(framework.vocabulary("statistics").terms)),
            FrameworkReference: ({"properties": version},),
        },
    )


def level_choices(framework: Framework, *, language: str, optional: bool = False) -> dict[str, Any]:
    """The levels of the scale, by name."""
    names = [f"{each.name.in_language(language)}: {each.meaning.in_language(language)}" for each in framework.scale]
    values: list[int | None] = [each.value for each in framework.scale]
    return {"enum": [*values, None] if optional else values, "enumDescriptions": names}


def _indicator_choices(framework: Framework, language: str, with_levels: bool) -> dict[str, Any]:
    described = [_describe_indicator(each, framework, language, with_levels) for each in framework.indicators]
    named = f"indicator of {framework.id} {framework.version}"
    return _choices(named, [each.id for each in framework.indicators], described)


def _describe_indicator(indicator: Indicator, framework: Framework, language: str, with_levels: bool) -> str:
    """The indicator's label, questions and levels, in Markdown."""
    names = {each.value: each.name.in_language(language) for each in framework.scale}
    levels = [
        f"- **{each.value} {names.get(each.value, '')}** {each.descriptor.in_language(language)}"
        for each in indicator.levels
    ]
    blocks = [
        f"**{indicator.label.in_language(language)}**",
        "\n".join(f"- {each.in_language(language)}" for each in indicator.questions),
        "\n".join(levels if with_levels else ()),
    ]
    return "\n\n".join(block for block in blocks if block)


def _term_choices(vocabulary: Vocabulary, language: str) -> dict[str, Any]:
    described = [_describe_term(each, language) for each in vocabulary.terms]
    return _choices(f"term of {vocabulary.id}", [each.id for each in vocabulary.terms], described)


def _describe_term(term: Term, language: str) -> str:
    label = term.label.in_language(language)
    if term.unit is None:
        return label
    bounds = [f"{word} {bound:,.15g}" for word, bound in (("≥", term.low), ("≤", term.high)) if bound is not None]
    return f"{label} ({', '.join([term.unit, *bounds])})"


def _choices(what: str, ids: Sequence[str], descriptions: Sequence[str]) -> dict[str, Any]:
    """Editors show the descriptions, and the message in place of a long list; to a validator they mean nothing."""
    message = {} if len(ids) <= _LISTED else {"errorMessage": f"no {what}"}
    return {"enum": list(ids), "markdownEnumDescriptions": list(descriptions), **message}


_LISTED = 12
"""More choices than this would make a message that nobody reads."""


def _unit_rules(statistics: Sequence[Term]) -> list[dict[str, Any]]:
    """A statistic has the unit that the vocabulary gives it."""
    by_unit = sorted(statistics, key=lambda term: term.unit or "")
    return [
        {
            "if": {"required": ["statistic"], "properties": {"statistic": {"enum": [each.id for each in terms]}}},
            "then": {"properties": {"unit": {"const": unit}}},
        }
        for unit, terms in groupby(by_unit, key=lambda term: term.unit)
    ]
