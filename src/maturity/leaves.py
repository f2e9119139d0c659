"""The score of one indicator, from a country's rating, answer or figure."""

from maturity.calculation.normalisation import normalise
from maturity.calculation.numbers import Number, Numbers
from maturity.framework import Framework, Indicator
from maturity.profile import Profile
from maturity.records.ratings import Rating
from maturity.records.statistics import Statistic
from maturity.rules import Normalisation


def leaf_score(
    indicator: Indicator, profile: Profile, framework: Framework, rating: Rating | None, numbers: Numbers
) -> tuple[Number, str]:
    """The indicator's score and its state: `rated`, or why it has none."""
    if indicator.kind == "measure":
        score = _measured(indicator, profile, framework, numbers)
        if score is not None:
            return score, "rated"
    elif rating is not None and rating.level is not None and indicator.kind == "rubric":
        return framework.points(rating.level), "rated"
    elif rating is not None and rating.answer is not None and indicator.kind == "checklist":
        return next(each.points for each in indicator.answers if each.answer == rating.answer), "rated"
    return None, rating.status if rating and rating.status else "not-rated"


def find_statistic(profile: Profile, id: str) -> Statistic | None:
    """The country's newest figure up to the wave, of the preferred series where there are two."""
    found = [
        each
        for section in profile.sections
        for each in section.statistics
        if each.statistic == id and each.value is not None and each.scope is None and _year(each) <= profile.wave
    ]
    return max(found, key=lambda each: (each.series != "like-for-like", _year(each)), default=None)


def _measured(indicator: Indicator, profile: Profile, framework: Framework, numbers: Numbers) -> Number:
    value = _value(profile, indicator.statistic or indicator.id)
    if indicator.per:
        share = numbers.divide(value, _value(profile, indicator.per.column))
        value = numbers.multiply(share, indicator.per.times)
    says = indicator.normalise or Normalisation()
    low, high = framework.range.low, framework.range.high
    return normalise(numbers, value, says, node=indicator.id, lowest=low, highest=high)


def _value(profile: Profile, id: str) -> Number:
    found = find_statistic(profile, id)
    return None if found is None or found.value is None else float(found.value)


def _year(statistic: Statistic) -> int:
    return statistic.year or int((statistic.as_of or "0")[:4])
