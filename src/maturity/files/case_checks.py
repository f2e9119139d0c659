"""What must hold between cases and the framework that they are for."""

from collections.abc import Iterator

from maturity.cases import Case, CaseFile, Expectation, Given
from maturity.files.case_files import fault_of
from maturity.files.faults import Fault, did_you_mean
from maturity.framework import Framework


def check_cases(file: CaseFile, framework: Framework) -> Iterator[Fault]:
    """What is wrong with the cases of a file, held against their framework."""
    seen: set[str] = set()
    for number, case in enumerate(file.cases):
        if case.id in seen:
            yield fault_of(number, "id", code="E106", message=f"duplicate id '{case.id}'")
        seen.add(case.id)
        yield from _check_case(number, case, framework)


def _check_case(number: int, case: Case, framework: Framework) -> Iterator[Fault]:
    nodes = list(framework.node_ids())
    statistics = sorted(_statistics(framework))
    levels = [each.value for each in framework.scale]
    for name, what, ids, known in (
        ("ratings", "node", [each.node for each in case.ratings], nodes),
        ("weights", "node", [each.node for each in case.weights], nodes[1:]),
        ("expect", "node", [each.node for each in case.expect], nodes),
        ("facts", "statistic of a measure", [each.statistic for each in case.facts], statistics),
    ):
        for id in ids:
            if id not in known:
                hint = did_you_mean(id, known)
                yield fault_of(number, name, id, code="E104", message=f"unknown {what} '{id}'", hint=hint, at_key=True)
    if case.target is not None and case.target not in levels:
        yield fault_of(number, "target", code="E105", message=f"no level {case.target}", hint=_run(levels))
    for given in case.ratings:
        if given.node in nodes:
            yield from _check_given(number, given, framework)
    for expected in case.expect:
        if expected.node in nodes:
            yield from _check_expectation(number, expected, framework)


def _statistics(framework: Framework) -> Iterator[str]:
    for each in framework.indicators:
        if each.kind == "measure":
            yield each.statistic or each.id
            if each.per:
                yield each.per.column


def _check_given(number: int, given: Given, framework: Framework) -> Iterator[Fault]:
    levels = [each.value for each in framework.scale]
    below = [each for each in framework.indicators if given.node in (each.id, *framework.path(each.id))]
    kinds = {each.kind for each in below}
    at = ("ratings", given.node)
    if given.level is not None and "rubric" not in kinds:
        message = f"a level on '{given.node}', which no rubric rates"
        yield fault_of(number, *at, code="E103", message=message, hint="give a measure's figure under facts")
    elif given.level is not None and given.level not in levels:
        message = f"no level {given.level} on '{given.node}'"
        yield fault_of(number, *at, code="E105", message=message, hint=_run(levels))
    if given.answer is not None:
        answers = sorted({answer.answer for each in below for answer in each.answers})
        if given.answer not in answers:
            message = f"'{given.answer}' on '{given.node}' is neither a level nor a status"
            known = answers or ["not-rated", "not-evaluable", "not-applicable", "not-asked"]
            yield fault_of(number, *at, code="E103", message=message, hint=", ".join(known))


def _check_expectation(number: int, expected: Expectation, framework: Framework) -> Iterator[Fault]:
    at = ("expect", expected.node)
    bands = [str(each.name) for each in framework.bands_of(expected.node)]
    if expected.band is not None and expected.band not in bands:
        hint = did_you_mean(expected.band, bands) or "bands: " + ", ".join(bands)
        yield fault_of(number, *at, "band", code="E104", message=f"unknown band '{expected.band}'", hint=hint)
    for key in ("level", "gap", "gain"):
        if getattr(expected, key) is not None and not framework.scale:
            message = f"'{key}' without a scale: '{framework.id}' has no levels"
            yield fault_of(number, *at, key, code="E103", message=message, at_key=True)
    if expected.gain is not None and expected.node not in {each.id for each in framework.indicators}:
        message = f"'gain' on '{expected.node}', which is no indicator"
        yield fault_of(number, *at, "gain", code="E103", message=message, at_key=True)


def _run(levels: list[int]) -> str:
    return f"levels run {levels[0]}–{levels[-1]}" if levels else "the framework has none"
