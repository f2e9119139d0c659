"""Other weights than the framework's own, and levels aimed at, each from a file that a user writes."""

import math
from collections.abc import Callable, Mapping
from pathlib import Path

from attrs import evolve

from maturity.files.document import Document, read_document
from maturity.files.faults import Fault, describe, did_you_mean, list_problems
from maturity.framework import LARGEST_WEIGHT, ROOT, ChosenWeight, Framework
from maturity.problems import DataError


def read_weights(path: Path, framework: Framework) -> dict[str, float]:
    """Weights by node id from a YAML mapping, such as `legal: 2`.

    Raises:
        DataError: A node is unknown, or a weight negative, not finite or no number.
        OSError: The file cannot be read.
    """
    nodes = [each for each in framework.node_ids() if each != ROOT]
    hint = f"weights run 0 to {LARGEST_WEIGHT:,}"
    return _read_numbers(path, nodes, "node", lambda value: 0 <= value <= LARGEST_WEIGHT, hint)


def read_plan(path: Path, framework: Framework) -> dict[str, int]:
    """Levels aimed at by indicator id from a YAML mapping, such as `legal.sso: 3`.

    Raises:
        DataError: An indicator is unknown, or a level is outside the scale.
        OSError: The file cannot be read.
    """
    indicators = [each.id for each in framework.indicators]
    levels = [each.value for each in framework.scale]
    hint = f"levels run {levels[0]}–{levels[-1]}"
    found = _read_numbers(path, indicators, "indicator", lambda value: value in levels, hint)
    return {id: int(value) for id, value in found.items()}


def reweight(framework: Framework, weights: Mapping[str, float]) -> Framework:
    """*framework* with other weights for the nodes that *weights* names; it keeps which ones changed."""
    chosen = {each.node: each for each in framework.reweighted}
    for node in framework.nodes:
        if weights.get(node.id, node.weight) != node.weight:
            chosen[node.id] = ChosenWeight(node=node.id, weight=weights[node.id])
    return evolve(
        framework,
        components=tuple(evolve(each, weight=weights.get(each.id, each.weight)) for each in framework.components),
        indicators=tuple(evolve(each, weight=weights.get(each.id, each.weight)) for each in framework.indicators),
        reweighted=tuple(chosen.values()),
    )


def _read_numbers(
    path: Path, names: list[str], what: str, holds: Callable[[float], bool], hint: str
) -> dict[str, float]:
    document = read_document(path, path.as_posix())
    if not isinstance(document.value, dict):
        raise _refuse(document, [Fault((), "E102", f"expected a mapping of {what}s, found {describe(document.value)}")])
    faults = []
    found: dict[str, float] = {}
    for name, value in document.value.items():
        if name not in names:
            faults.append(Fault((name,), "E104", f"unknown {what} '{name}'", did_you_mean(name, names), at_key=True))
        elif isinstance(value, bool) or not isinstance(value, int | float):
            faults.append(Fault((name,), "E102", f"expected a number, found {describe(value)}"))
        elif not math.isfinite(value) or not holds(value):
            faults.append(Fault((name,), "E108", f"{value} for '{name}'", hint))
        else:
            found[name] = value
    if faults:
        raise _refuse(document, faults)
    return found


def _refuse(document: Document, faults: list[Fault]) -> DataError:
    return DataError(list_problems(faults, document))
