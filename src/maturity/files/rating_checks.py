"""What must hold of ratings: one for each key, a level of the scale, evidence behind it."""

from collections.abc import Iterator, Sequence

from maturity.files.faults import Fault, did_you_mean
from maturity.files.positions import Path
from maturity.framework import Framework
from maturity.records.ratings import Rating, Ratings

MAX_SUMMARY_WORDS = 25


def check_ratings(
    ratings: Ratings, later: dict[str, str], framework: Framework | None, *, assessors: Sequence[str]
) -> Iterator[Fault]:
    """What is wrong with *ratings*; *later* holds the ids of records that may support no rating, and why.

    Of the *assessors*, those are meant too that could not be read.
    """
    if framework:
        yield from _check_framework(ratings, framework)
    if ratings.ratings and not assessors:
        yield Fault(("assessors",), "E103", "assessors: it must not be empty")
        return
    seen: set[tuple[str, str | None, str | None, str]] = set()
    for index, rating in enumerate(ratings.ratings):
        at: Path = ("ratings", index)
        assessor = rating.assessor or assessors[0]
        key = (rating.indicator, rating.branch, rating.facet, assessor)
        if key in seen:
            hint = "one rating for each indicator, branch, facet and assessor"
            yield Fault((*at, "indicator"), "E114", f"'{rating.indicator}' is rated twice", hint)
        seen.add(key)
        if assessor not in assessors:
            hint = did_you_mean(assessor, assessors)
            yield Fault((*at, "assessor"), "E104", f"unknown assessor '{assessor}'", hint)
        yield from _check_rating(rating, at, later)
        if framework:
            yield from _check_level(rating, at, framework)


def _check_rating(rating: Rating, at: Path, later: dict[str, str]) -> Iterator[Fault]:
    if rating.level is not None and not rating.evidence:
        hint = "name the records that it rests on, or give a status"
        yield Fault(at, "E107", f"level {rating.level} on '{rating.indicator}' without evidence", hint)
    for number, id in enumerate(rating.evidence):
        if id in later:
            message = f"'{id}' cannot support a rating of this wave: {later[id]}"
            yield Fault((*at, "evidence", number), "E113", message)
    words = len(rating.summary.original.split()) if rating.summary else 0
    if words > MAX_SUMMARY_WORDS:
        yield Fault((*at, "summary"), "E117", f"summary of {words} words", f"at most {MAX_SUMMARY_WORDS}")


def _check_level(rating: Rating, at: Path, framework: Framework) -> Iterator[Fault]:
    values = [each.value for each in framework.scale]
    if rating.level is not None and rating.level not in values:
        message = f"no level {rating.level} on '{rating.indicator}'"
        hint = f"levels run {values[0]}–{values[-1]}" if values else "the framework has none"
        yield Fault((*at, "level"), "E105", message, hint)


def _check_framework(ratings: Ratings, framework: Framework) -> Iterator[Fault]:
    for key, found, wanted in (
        ("id", ratings.framework.id, framework.id),
        ("version", ratings.framework.version, framework.version),
    ):
        if found != wanted:
            yield Fault(("framework", key), "E120", f"rated against {key} '{found}'", f"the framework is '{wanted}'")
