"""Other weights than the framework's own, and levels aimed at, each from a file that a user writes."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from attrs import evolve

from maturity.files.document import Document, read_document
from maturity.files.faults import Fault, describe, did_you_mean, list_problems
from maturity.framework import LARGEST_WEIGHT, ChosenWeight, Framework
from maturity.problems import DataError


def read_weights(path: Path, framework: Framework) -> dict[str, float]:
    """Weights by node id from a YAML mapping, such as `legal: 2`.

    Raises:
        DataError: A node is unknown, or a weight negative, not finite or no number.
        OSError: The file cannot be read.
    """
    return _read_numbers(path, "node", partial(_check_weight, nodes=_names(framework)))


def read_plan(path: Path, framework: Framework) -> dict[str, int]:
    """Levels aimed at by indicator id from a YAML mapping, such as `legal.sso: 3`.

    Raises:
        DataError: An indicator is unknown, or a level is outside the scale.
        OSError: The file cannot be read.
    """
    indicators = [each.id for each in framework.indicators]
    levels = [each.value for each in framework.scale]
    hint = f"levels run {levels[0]}–{levels[-1]}" if levels else "the framework has none"

    def check(name: str, value: object) -> Fault | None:
        return _check(name, value, indicators, "indicator") or (
            None if value in levels else Fault((name,), "E108", f"{value} for '{name}'", hint)
        )

    found = _read_numbers(path, "indicator", check)
    return {id: int(value) for id, value in found.items()}


def reweight(framework: Framework, weights: Mapping[str, float]) -> Framework:
    """*framework* with other weights for the nodes that *weights* names; it keeps which ones changed.

    Raises:
        ValueError: A node is unknown, or a weight negative, too large or no number; the message names each.
    """
    nodes = _names(framework)
    faults = [fault for each in weights.items() if (fault := _check_weight(*each, nodes=nodes))]
    if faults:
        raise ValueError("; ".join(f"{each.message} ({each.hint})" if each.hint else each.message for each in faults))
    before = {each.node: each.own for each in framework.reweighted}
    chosen = {each.node: each for each in framework.reweighted}
    for node in framework.nodes:
        if node.id in weights:
            own = before.get(node.id, node.weight)
            chosen[node.id] = ChosenWeight(node=node.id, weight=weights[node.id], own=own)
    return evolve(
        framework,
        components=tuple(evolve(each, weight=weights.get(each.id, each.weight)) for each in framework.components),
        indicators=tuple(evolve(each, weight=weights.get(each.id, each.weight)) for each in framework.indicators),
        reweighted=tuple(each for each in chosen.values() if each.weight != each.own),
    )


def _names(framework: Framework) -> list[str]:
    """The nodes that have a weight."""
    return [each.id for each in framework.nodes]


def _check_weight(name: str, value: object, *, nodes: Sequence[str]) -> Fault | None:
    """What is wrong with one weight."""
    fault = _check(name, value, nodes, "node")
    if fault or (isinstance(value, int | float) and 0 <= value <= LARGEST_WEIGHT):
        return fault
    return Fault((name,), "E108", f"{value} for '{name}'", f"weights run 0 to {LARGEST_WEIGHT:,}")


def _check(name: str, value: object, names: Sequence[str], what: str) -> Fault | None:
    """What is wrong with a name, or with a value that is no number."""
    if name not in names:
        return Fault((name,), "E104", f"unknown {what} '{name}'", did_you_mean(name, names), at_key=True)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return Fault((name,), "E102", f"expected a number, found {describe(value)}")
    return None


def _read_numbers(path: Path, what: str, check: Callable[[str, object], Fault | None]) -> dict[str, float]:
    document = read_document(path, path.as_posix())
    if not isinstance(document.value, dict):
        raise _refuse(document, [Fault((), "E102", f"expected a mapping of {what}s, found {describe(document.value)}")])
    faults = [fault for name, value in document.value.items() if (fault := check(name, value))]
    if faults:
        raise _refuse(document, faults)
    return {name: value for name, value in document.value.items() if isinstance(value, int | float)}


def _refuse(document: Document, faults: list[Fault]) -> DataError:
    return DataError(list_problems(faults, document))
