"""Every warning on a country folder: what reading it finds, and what good practice would have otherwise."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from maturity.files.document import Document
from maturity.files.faults import Fault
from maturity.files.folder import Folder
from maturity.files.imported import read_imported
from maturity.files.profile_checks import Part, list_later
from maturity.files.profile_files import join_parts, read_parts
from maturity.files.references import list_definitions
from maturity.framework import Framework
from maturity.lint.bearing import check_bearing, check_unrated
from maturity.lint.evidence import check_evidence
from maturity.lint.rated import Rated
from maturity.lint.wording import check_quote, check_rationale
from maturity.problems import Problem
from maturity.profile import Profile
from maturity.records.findings import Finding


def lint_country_folder(path: Traversable, shown: str, *, framework: Framework) -> tuple[Problem, ...]:
    """Every warning on the profile in a folder, in order of place.

    Raises:
        DataError: The files hold errors; carries every problem found.
    """
    folder = Folder(path, shown)
    parts = read_parts(folder, framework=framework)
    folder.report_all(_check(parts, framework))
    return tuple(sorted(folder.problems))


def lint_exported(path: Path, *, framework: Framework) -> tuple[Problem, ...]:
    """Every warning on the profile in an exported workbook or JSON file, in order of place.

    Raises:
        DataError: The file holds errors; carries every problem found.
        MissingExtraError: The package that reads workbooks is not installed.
        OSError: It cannot be read.
    """
    file = read_imported(path, framework=framework)
    return tuple(sorted([*file.warnings, *file.list_problems(_check(file.parts, framework))]))


def _check(parts: dict[str, Part], framework: Framework) -> Iterator[tuple[Document, Fault]]:
    profile = join_parts(parts)
    ratings = parts["ratings"].document
    in_time = _findings_in_time(profile, parts)
    for rated in _list_rated(profile, framework):
        for fault in (*check_evidence(rated), *check_bearing(rated, framework), *check_unrated(rated, in_time)):
            yield ratings, fault
        yield from ((ratings, fault) for fault in check_rationale(rated))
    for part in parts.values():
        for each in list_definitions(part.value):
            if isinstance(each.value, Finding):
                yield from ((part.document, fault) for fault in check_quote(each.value, each.path))


def _list_rated(profile: Profile, framework: Framework) -> Iterator[Rated]:
    records = {each.id: each for each in profile.records()}
    sources = {each.id: each for each in profile.sources}
    indicators = {each.id: each for each in framework.indicators}
    for number, rating in enumerate(profile.ratings.ratings):
        yield Rated(
            at=("ratings", number),
            rating=rating,
            indicator=indicators[rating.indicator],
            evidence=tuple(records[id] for id in rating.evidence),
            sources=sources,
            wave=profile.wave,
            scale=tuple(each.value for each in framework.scale),
        )


def _findings_in_time(profile: Profile, parts: dict[str, Part]) -> tuple[Finding, ...]:
    """Findings that may support a rating of the wave."""
    by_id = {each.id: each for part in parts.values() for each in list_definitions(part.value)}
    later = list_later(by_id, profile)
    return tuple(each for each in profile.findings if each.id not in later)
