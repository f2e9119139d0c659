"""The country that a case is about: a real one with some things changed, or one that is made up."""

from attrs import evolve

from maturity.cases import Case, Given, GivenFact
from maturity.dates import Date
from maturity.framework import Framework
from maturity.profile import Names, Profile, Status
from maturity.records.back_end import BackEnd
from maturity.records.context import Context
from maturity.records.front_end import FrontEnd
from maturity.records.governance import Governance
from maturity.records.inclusion import Inclusion
from maturity.records.legal import Legal
from maturity.records.lessons import Lessons
from maturity.records.ratings import Assessor, FrameworkReference, Rating, Ratings
from maturity.records.skills import Skills
from maturity.records.statistics import Statistic
from maturity.text import Text


def case_profile(case: Case, framework: Framework, country: Profile | None) -> Profile:
    """*country*, or one of which nothing is known, with what *case* gives.

    Of several ratings and of several figures of a year the first counts, so what is given stands in front.
    """
    profile = country or _blank(framework)
    ratings = (_rating(each, id) for id, each in _given(case, framework).items())
    facts = (_fact(each, number, profile.wave) for number, each in enumerate(case.facts))
    return evolve(
        profile,
        ratings=evolve(profile.ratings, ratings=(*ratings, *profile.ratings.ratings)),
        context=evolve(profile.context, statistics=(*facts, *profile.context.statistics)),
    )


_GIVEN = Text(original="Given by a case.")


def _given(case: Case, framework: Framework) -> dict[str, Given]:
    """By indicator, the nearest thing that the case says of it or of a node above it."""
    by_node = {each.node: each for each in case.ratings}
    found = {}
    for indicator in framework.indicators:
        steps = (indicator.id, *framework.path(indicator.id))
        nearest = next((by_node[step] for step in steps if step in by_node), None)
        if nearest is not None:
            found[indicator.id] = nearest
    return found


def _rating(given: Given, indicator: str) -> Rating:
    return Rating(
        indicator=indicator,
        level=given.level,
        answer=given.answer,
        status=given.status,
        confidence="medium",
        searched=_GIVEN,
        summary=_GIVEN,
        rationale=_GIVEN,
    )


def _fact(given: GivenFact, number: int, wave: int) -> Statistic:
    return Statistic(
        id=f"given-{number}",
        source="case",
        locus="case",
        statistic=given.statistic,
        value=given.value,
        unit="",
        year=wave,
    )


def _blank(framework: Framework) -> Profile:
    """A country of which nothing is known."""
    day = Date("2000-12-31")
    return Profile(
        code="ZZZ",
        wave=2000,
        names=Names(en="Case"),
        language="en",
        official_languages=("en",),
        evidence_until=day,
        status=Status(stage="draft"),
        sources=(),
        context=Context(),
        governance=Governance(),
        legal=Legal(),
        back_end=BackEnd(),
        front_end=FrontEnd(),
        skills=Skills(),
        inclusion=Inclusion(),
        lessons=Lessons(),
        ratings=Ratings(
            framework=FrameworkReference(id=framework.id, version=framework.version),
            assessors=(Assessor(id="case", kind="project", date=day),),
        ),
    )
