"""Frameworks that share nothing with the project's own but the format, and countries rated against them.

`mini` has the scale 0–5 with uneven points, bands, a dimension that no id begins with, a rubric and a checklist. The
others have the scales 0–2 and 1–5, or none.
"""

from collections.abc import Mapping, Sequence

from attrs import evolve

from maturity.framework import Component, Framework, Indicator, Level, ScaleLevel
from maturity.profile import Profile
from maturity.records.context import Context
from maturity.records.ratings import Rating
from maturity.records.statistics import Statistic
from maturity.rules import Answer, Band, Rules, Spread
from maturity.scoring import Assessment, assess
from tests import synthetic
from tests.synthetic import text

POINTS: Mapping[int, float] = {0: 0, 1: 10, 2: 30, 3: 60, 4: 80, 5: 100}


def rubric(id: str, component: str, values: Sequence[int]) -> Indicator:
    return Indicator(
        id=id,
        component=component,
        label=text(f"Label of {id}"),
        aspect="supply",
        locus="§1",
        questions=(text(f"What of {id}?"),),
        levels=tuple(Level(value=value, descriptor=text(f"{id} at {value}")) for value in values),
    )


def checklist(id: str, component: str, points: Mapping[str, float] | None = None) -> Indicator:
    answers = tuple(Answer(answer=answer, points=worth) for answer, worth in (points or {"Yes": 100, "No": 0}).items())
    return Indicator(
        id=id, component=component, label=text(f"Label of {id}"), kind="checklist", aspect="rule", answers=answers
    )


def framework(
    *,
    points: Mapping[int, float] = POINTS,
    components: Sequence[str] = ("health",),
    indicators: Sequence[Indicator] | None = None,
    bands: Mapping[float, str] | None = None,
) -> Framework:
    given = (rubric("life.rubric", "health", list(points)), checklist("life.list", "health"))
    names = {0: "low", 50: "high"} if bands is None else bands
    return Framework(
        id="mini",
        version="1",
        title=text("Mini"),
        based_on="nothing",
        note=text("Made for tests."),
        language="en",
        range=Spread(low=0, high=100),
        scale=tuple(
            ScaleLevel(value=value, name=text(f"step {value}"), points=worth, meaning=text(f"step {value}"))
            for value, worth in points.items()
        ),
        bands=tuple(Band(lower=lower, name=text(name)) for lower, name in names.items()),
        rules=Rules(),
        components=tuple(Component(id=id, label=text(f"Label of {id}")) for id in components),
        indicators=tuple(given if indicators is None else indicators),
    )


def country(
    levels: Mapping[str, int] | None = None,
    answers: Mapping[str, str] | None = None,
    *,
    code: str = "AAA",
    figures: Mapping[str, float] | None = None,
) -> Profile:
    """A country whose level is 1 on the rubric and whose answer is *Yes*, unless others are given."""
    rated = {"life.rubric": 1} if levels is None else levels
    answered = {"life.list": "Yes"} if answers is None else answers
    statistics = tuple(
        Statistic(id=f"of-{id}", source="study", locus="§1", statistic=id, value=value, unit="%", year=2020)
        for id, value in (figures or {}).items()
    )
    return synthetic.profile(
        rated,
        code=code,
        rated_against=("mini", "1"),
        ratings=[
            Rating(indicator=id, answer=answer, rationale=text("It was answered.")) for id, answer in answered.items()
        ],
        context=Context(findings=(synthetic.finding("fact"),), statistics=statistics),
    )


def assessment(
    levels: Mapping[str, int] | None = None, answers: Mapping[str, str] | None = None, *, code: str = "AAA"
) -> Assessment:
    return assess(country(levels, answers, code=code), framework())


def scaled(points: Mapping[int, float], level: int, *, code: str = "AAA") -> Assessment:
    """A country at *level* of one rubric, by the scale that *points* tells."""
    one = rubric("life.rubric", "health", list(points))
    return assess(country({"life.rubric": level}, {}, code=code), framework(points=points, indicators=[one]))


def index() -> Framework:
    """A published index: two figures, no scale, no dimensions."""
    figures = [
        Indicator(id=id, label=text(f"Label of {id}"), kind="measure", statistic=id) for id in ("home", "skills")
    ]
    return evolve(framework(points={}, components=(), indicators=figures, bands={}), rules=Rules(missing="any"))


def measured(home: float, skills: float, *, code: str = "AAA") -> Assessment:
    return assess(country({}, {}, code=code, figures={"home": home, "skills": skills}), index())
