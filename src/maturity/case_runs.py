"""Works cases and says which of their expectations do not hold."""

from collections.abc import Iterator, Sequence
from importlib.resources.abc import Traversable

from attrs import frozen

from maturity.calculation.numbers import ScoringError
from maturity.case_profile import case_profile
from maturity.cases import EXACT, Case, Expectation
from maturity.catalog import Catalog
from maturity.country_name import parse_country_wave
from maturity.files.case_checks import check_cases
from maturity.files.case_files import ReadCases, fault_of, read_case_file
from maturity.files.faults import Fault, list_problems
from maturity.framework import Framework
from maturity.gaps import GapReport, gap_report
from maturity.problems import DataError, Place, Problem, UnknownNameError
from maturity.profile import Profile
from maturity.reading import load_country, load_framework
from maturity.scoring import Assessment, FrameworkMismatchError, assess
from maturity.targets import Target
from maturity.weights import reweight


@frozen(kw_only=True)
class Miss:
    """An expectation that does not hold."""

    node: str
    key: str
    message: str


def check_case_file(
    file: Traversable, shown: str, catalogs: Sequence[Catalog], *, run: bool
) -> tuple[int, tuple[Problem, ...]]:
    """How many cases of a file hold, and every problem; without *run*, the cases are read and not worked."""
    try:
        read = read_case_file(file, shown)
    except DataError as error:
        return 0, error.problems
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        return 0, (Problem(place=Place(file=shown), code="E001", message=message),)
    try:
        framework = load_framework(read.file.framework, catalogs=catalogs, languages=())
    except UnknownNameError as error:
        return _refused(read, Fault(("framework",), "E104", str(error)))
    except DataError:
        message = f"'{read.file.framework}' has errors of its own"
        return _refused(read, Fault(("framework",), "E131", message, "mend them first"))
    faults = [read.as_written(each) for each in check_cases(read.file, framework)]
    if faults or read.faults or not run:
        return _refused(read, *faults)
    found = [_work(number, case, read, framework, catalogs) for number, case in enumerate(read.file.cases)]
    return sum(not each for each in found), tuple(problem for each in found for problem in each)


def _refused(read: ReadCases, *faults: Fault) -> tuple[int, tuple[Problem, ...]]:
    return 0, tuple(sorted(list_problems([*read.faults, *faults], read.document)))


def run_case(case: Case, framework: Framework, country: Profile | None = None) -> tuple[Miss, ...]:
    """The expectations of *case* that do not hold; *country* is what it begins with.

    Raises:
        FrameworkMismatchError: The country was rated against another framework, or another version of it.
        ScoringError: A rule cannot be followed with these figures.
    """
    weighed = reweight(framework, {each.node: each.weight for each in case.weights})
    assessment = assess(case_profile(case, weighed, country), weighed)
    level = weighed.highest if case.target is None else case.target
    gaps = gap_report(assessment, target=Target.level(level)) if weighed.scale else None
    return tuple(miss for each in case.expect for miss in _misses(each, case, assessment, gaps))


def _work(
    number: int, case: Case, read: ReadCases, framework: Framework, catalogs: Sequence[Catalog]
) -> tuple[Problem, ...]:
    try:
        misses = run_case(case, framework, _country(case, framework, catalogs))
    except UnknownNameError as error:
        return (fault_of(number, "country", code="E104", message=str(error)).in_document(read.document),)
    except DataError:
        message = f"case '{case.id}' cannot be worked: {case.country} has errors of its own"
        return (fault_of(number, "country", code="E131", message=message).in_document(read.document),)
    except (FrameworkMismatchError, ScoringError) as error:
        message = f"case '{case.id}' cannot be worked: {error}"
        return (fault_of(number, "id", code="E131", message=message).in_document(read.document),)
    faults = (
        fault_of(number, "expect", each.node, each.key, code="E130", message=f"case '{case.id}': {each.message}")
        for each in misses
    )
    return tuple(list_problems(faults, read.document))


def _country(case: Case, framework: Framework, catalogs: Sequence[Catalog]) -> Profile | None:
    if case.country is None:
        return None
    named = parse_country_wave(case.country)
    checked = framework if framework.vocabularies else None
    return load_country(named.code, wave=named.wave, framework=checked, catalogs=catalogs, languages=())


def _misses(expected: Expectation, case: Case, assessment: Assessment, gaps: GapReport | None) -> Iterator[Miss]:
    id, score = expected.node, assessment.score(expected.node)
    within = case.within if expected.within is None else expected.within
    found = {
        "score": score.score,
        "level": assessment.level(id),
        "coverage": score.coverage,
        "rated": score.count("rated"),
        "gap": gaps.node_gap(id) if gaps else None,
        "gain": _gain(id, gaps) if gaps else None,
    }
    for key, got in found.items():
        wanted: float | None = getattr(expected, key)
        margin = 0 if key == "rated" else within
        if wanted is not None and (got is None or abs(got - wanted) > margin):
            there = _number(got) if got is not None else f"missing ({score.reason})"
            what = "number of rated indicators" if key == "rated" else key
            message = f"{what} of '{id}' is {there}, expected {_number(wanted)}{_margin(margin)}"
            yield Miss(node=id, key=key, message=message)
    band = assessment.band(id)
    if expected.band is not None and (band is None or band.original != expected.band):
        there = f"'{band.original}'" if band else f"missing ({score.reason})"
        yield Miss(node=id, key="band", message=f"band of '{id}' is {there}, expected '{expected.band}'")
    if expected.no_score is not None and score.reason != expected.no_score:
        there = f"score {_number(score.score)}" if score.score is not None else f"no score as it is {score.reason}"
        message = f"'{id}' has {there}, expected none as it is {expected.no_score}"
        yield Miss(node=id, key="no_score", message=message)


def _gain(id: str, gaps: GapReport) -> float | None:
    return next((each.gain for each in gaps.gaps if each.indicator.id == id), 0.0)


def _number(value: float) -> str:
    return f"{value:.9g}"


def _margin(within: float) -> str:
    return f" ± {within:g}" if within > EXACT else ""
