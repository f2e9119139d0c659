"""What all charts say alike: titles, readings, states, and what stands highest and lowest, in words."""

from collections.abc import Iterable, Sequence

from maturity.calculation.numbers import HAIR
from maturity.framework import Framework
from maturity.language.lists import listed
from maturity.language.numbers import number
from maturity.language.phrases import say
from maturity.report.charts import Reading
from maturity.scoring import Assessment

_NAMED = 3
"""How many equals are named where they share the highest or the lowest place."""
_UNKNOWN_NAMED = 6
_FEW = 4
"""Up to so many countries are named in a title."""


def chart_title(what: str, assessments: Sequence[Assessment], language: str, *, within: str | None = None) -> str:
    """What is shown, of whom, in which year; within which dimension, where it is one."""
    if within is not None:
        label = assessments[0].score(within).label.in_language(language)
        what = say("chart.within", language, what=what, dimension=label)
    names = country_names(assessments, language)
    countries = listed(names, language) if len(names) <= _FEW else say("chart.countries", language, count=len(names))
    if have_one_wave(assessments):
        return say("chart.of", language, what=what, countries=countries, waves=assessments[0].profile.wave)
    return say("chart.of.waves", language, what=what, countries=countries)


def have_one_wave(assessments: Sequence[Assessment]) -> bool:
    """Whether all are of one year."""
    return len({each.profile.wave for each in assessments}) == 1


def country_names(assessments: Sequence[Assessment], language: str) -> tuple[str, ...]:
    """Names of the countries; with the wave where they are of different ones."""
    names = tuple(each.profile.names.in_language(language) for each in assessments)
    if have_one_wave(assessments):
        return names
    return tuple(f"{name} {each.profile.wave}" for name, each in zip(names, assessments, strict=True))


def level_names(framework: Framework, language: str) -> tuple[str, ...]:
    """Names of the scale's levels, from the lowest."""
    return tuple(each.name.in_language(language) for each in framework.scale)


def read_node(assessment: Assessment, node: str, language: str) -> Reading:
    """The level of a node, or why it has none."""
    level = assessment.level(node)
    if level is None:
        return Reading(state=assessment.score(node).state)
    return Reading(level=level, text=number(level, language, decimals=0 if assessment.framework.is_rubric(node) else 1))


def named_states(states: Iterable[str], language: str) -> tuple[tuple[str, str], ...]:
    """Each state beside `rated` once, in a fixed order, with its name."""
    found = set(states)
    return tuple((each, say(f"state.{each}", language)) for each in _STATES if each in found)


_STATES = ("not-evaluable", "below-threshold", "not-rated", "not-asked", "not-applicable")


def extremes(values: Sequence[tuple[str, float, str]], language: str) -> tuple[str, str]:
    """What has the highest value and what the lowest, from triples of label, value and value as printed."""
    ends = (max(value for _, value, _ in values), min(value for _, value, _ in values))
    highest, lowest = ([each for each in values if abs(each[1] - end) < HAIR] for end in ends)
    return _named(highest, language), _named(lowest, language)


def said_levels(readings: Sequence[tuple[str, Reading]], language: str) -> str:
    """The sentence that says what stands highest and lowest; nothing where nothing has a level."""
    values = [(label, each.level, each.text) for label, each in readings if each.level is not None]
    if not values:
        return ""
    highest, lowest = extremes(values, language)
    return say("chart.alt.extremes", language, highest=highest, lowest=lowest)


def said_unknown(items: Sequence[str], language: str) -> str:
    """The sentence that names what has no level."""
    if not items:
        return say("chart.alt.known", language)
    return say("chart.alt.unknown", language, items=listed(shortened(items, _UNKNOWN_NAMED, language), language))


def shortened(items: Sequence[str], most: int, language: str) -> list[str]:
    """The first *most* items, then how many more there are; one more is named as well."""
    if len(items) <= most + 1:
        return list(items)
    return [*items[:most], say("chart.alt.more", language, count=len(items) - most)]


def joined(*sentences: str, language: str) -> str:
    """Sentences one after the other; Chinese ones without a space."""
    return ("" if language == "zh" else " ").join(each for each in sentences if each)


def sentence(clauses: Sequence[str], language: str) -> str:
    """Clauses as one sentence, the first word in upper case; nothing where there are none."""
    told = say("list.joint", language).join(clauses)
    return say("chart.sentence", language, text=told[0].upper() + told[1:]) if told else ""


def _named(equals: Sequence[tuple[str, float, str]], language: str) -> str:
    names = [say("chart.value", language, label=label, value=text) for label, _, text in equals]
    return listed(shortened(names, _NAMED, language), language)
