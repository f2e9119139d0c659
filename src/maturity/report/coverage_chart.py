"""What is rated and what is not, as a chart."""

from collections.abc import Sequence

from maturity.framework import ROOT
from maturity.language.lists import listed
from maturity.language.phrases import say
from maturity.report.chart_words import chart_title, country_names, extremes, joined, named_states, sentence
from maturity.report.charts import RATED, CoverageBar, CoverageBars
from maturity.report.score_blocks import coverage_number, coverage_words
from maturity.scores import Score
from maturity.scoring import Assessment


def coverage_bars(
    assessments: Sequence[Assessment], *, language: str = "en", dimension: str | None = None
) -> CoverageBars:
    """How many indicators are in each state: by dimension for one country, else by country.

    With a *dimension*, by its components, or its own by country.
    """
    whole = dimension or ROOT
    scores = [each.score(whole) for each in assessments]
    if len(assessments) == 1:
        scores = [assessments[0].score(part.id) for part in scores[0].parts]
        labels = tuple(each.label.in_language(language) for each in scores)
    else:
        labels = country_names(assessments, language)
    states = named_states((state for each in scores for state, count in each.states if count), language)
    order = [RATED, *(state for state, _ in states)]
    return CoverageBars(
        title=chart_title(say("chart.coverage", language), assessments, language, within=dimension),
        alt=_alt([each.score(whole) for each in assessments], labels, scores, states, language),
        language=language,
        states=states,
        notes=(say("chart.coverage.note", language),),
        bars=tuple(
            CoverageBar(
                label=label,
                counts=tuple((state, each.count(state)) for state in order),
                coverage=coverage_words(each, language),
                share=coverage_number(each),
            )
            for label, each in zip(labels, scores, strict=True)
        ),
        rated=say("state.rated", language),
        coverage=say("column.coverage", language),
    )


def _alt(
    wholes: Sequence[Score],
    labels: Sequence[str],
    scores: Sequence[Score],
    states: Sequence[tuple[str, str]],
    language: str,
) -> str:
    coverages = [
        (label, each.coverage, coverage_words(each, language)) for label, each in zip(labels, scores, strict=True)
    ]
    highest, lowest = extremes(coverages, language)
    told = say("chart.alt.coverage", language, highest=highest, lowest=lowest)
    names = [(RATED, say("state.rated", language)), *states]
    counted = [_said_state(state, name, labels, scores, language) for state, name in names]
    if len(wholes) > 1:
        return joined(sentence(counted, language), told, language=language)
    whole = wholes[0]
    label = say("overall.label", language) if whole.id == ROOT else whole.label.in_language(language)
    counts = {"rated": whole.count(RATED), "total": sum(count for _, count in whole.states)}
    first = say("chart.alt.rated", language, label=label, coverage=coverage_words(whole, language), **counts)
    return joined(first, told, sentence(counted[1:], language), language=language)


def _said_state(state: str, name: str, labels: Sequence[str], scores: Sequence[Score], language: str) -> str:
    """How many indicators are in *state*, by label, of those that have any."""
    counts = [
        say("chart.count", language, label=label, count=each.count(state))
        for label, each in zip(labels, scores, strict=True)
        if each.count(state)
    ]
    return say("labelled", language, label=name, text=listed(counts, language))
