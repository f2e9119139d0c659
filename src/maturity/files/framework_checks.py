"""What must hold between the parts of a framework."""

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from attrs import frozen

from maturity.files.document import Document
from maturity.files.faults import Fault, did_you_mean
from maturity.files.positions import Path
from maturity.files.rule_checks import check_answers, check_normalisation, check_rules, check_sentinels
from maturity.framework import RESULT_COLUMNS, ROOT, Component, Framework, Indicator
from maturity.rules import Band

Found = Iterator[tuple[Document, Fault]]


@frozen
class Placed:
    """A node of the tree, the document that it stands in, and its path there."""

    document: Document
    path: Path
    node: Component | Indicator
    dimension: str = ""


def check_framework(framework: Framework, nodes: Sequence[Placed], head: Document) -> Found:
    """What is wrong between the parts of *framework*, each with the document that it stands in."""
    yield from ((head, fault) for fault in _check_scale(framework))
    yield from ((head, fault) for fault in _check_bands(framework.bands, framework, ("bands",)))
    yield from ((head, fault) for fault in check_rules(framework.rules, framework.range, ("rules",)))
    yield from ((head, fault) for fault in check_sentinels(framework.sentinels))
    yield from _check_ids(nodes)
    yield from _check_parents(nodes)
    for each in nodes:
        yield from ((each.document, fault) for fault in _check_node(each, framework))
    yield from _check_cycles(nodes)


def _check_scale(framework: Framework) -> Iterator[Fault]:
    values = [each.value for each in framework.scale]
    if values != sorted(set(values)):
        yield Fault(("scale",), "E111", f"levels must climb without repeats, found {values}")
    elif values and len(values) <= values[-1] - values[0]:
        hint = "a level that is worth more than one step has more points"
        yield Fault(("scale",), "E111", f"levels must climb by 1, found {values}", hint)
    elif (points := [each.points for each in framework.scale]) != sorted(points):
        yield Fault(("scale",), "E111", f"points must not fall as levels climb, found {points}")
    if framework.range.low >= framework.range.high:
        message = f"the range runs from {framework.range.low:g} to {framework.range.high:g}"
        yield Fault(("range",), "E111", message, "the lowest score comes first")


def _check_bands(bands: Sequence[Band], framework: Framework, path: Path) -> Iterator[Fault]:
    cuts = [each.lower for each in bands]
    if cuts != sorted(set(cuts)):
        yield Fault(path, "E111", f"cut points must climb without repeats, found {cuts}")
    elif cuts and cuts[0] > framework.range.low:
        message = f"the lowest band begins at {cuts[0]:g}, above the lowest score"
        yield Fault((*path, 0, "from"), "E111", message, f"begin at {framework.range.low:g}")


def _check_ids(nodes: Sequence[Placed]) -> Found:
    seen = {ROOT}
    for each in nodes:
        if each.node.id in seen:
            yield each.document, Fault((*each.path, "id"), "E106", f"duplicate id '{each.node.id}'")
        seen.add(each.node.id)
        if each.dimension and not each.node.id.startswith(f"{each.dimension}."):
            hint = f"ids of this dimension begin with '{each.dimension}.'"
            yield (
                each.document,
                Fault((*each.path, "id"), "E104", f"id '{each.node.id}' is outside its dimension", hint),
            )


def _check_parents(nodes: Sequence[Placed]) -> Found:
    known = [ROOT, *(each.node.id for each in nodes if isinstance(each.node, Component))]
    leaves = {each.node.id for each in nodes if isinstance(each.node, Indicator)}
    parents = {each.node.id: each.node.component for each in nodes if isinstance(each.node, Component)}
    before = {ROOT}
    for each in nodes:
        parent = each.node.component
        if parent not in known:
            hint = "an indicator holds no others" if parent in leaves else did_you_mean(parent, known)
            yield each.document, Fault((*each.path, "component"), "E104", f"unknown component '{parent}'", hint)
        elif isinstance(each.node, Component) and each.node.id in _ancestors(parent, parents):
            message = f"'{each.node.id}' lies within itself, by way of '{parent}'"
            yield each.document, Fault((*each.path, "component"), "E109", message, "give one of them another parent")
        elif parent not in before and isinstance(each.node, Component):
            message = f"'{each.node.id}' stands before '{parent}', which it belongs to"
            yield each.document, Fault((*each.path, "component"), "E109", message, "parents come first")
        before.add(each.node.id)


def _ancestors(id: str, parents: Mapping[str, str]) -> list[str]:
    """The node and those that it lies within, each once."""
    found: list[str] = []
    while id in parents and id not in found:
        found.append(id)
        id = parents[id]
    return found


def _check_node(placed: Placed, framework: Framework) -> Iterator[Fault]:
    node, at = placed.node, placed.path
    if node.weight < 0:
        yield Fault((*at, "weight"), "E108", f"weight {node.weight:g} is negative", "weights are 0 or more")
    ending = node.id.rpartition(".")[2]
    if ending in RESULT_COLUMNS:
        yield Fault((*at, "id"), "E111", f"'{node.id}' ends in '.{ending}'", "columns of results end so")
    if isinstance(node, Component):
        if node.rules:
            yield from _check_bands(node.rules.bands or (), framework, (*at, "rules", "bands"))
            yield from check_rules(node.rules, framework.range, (*at, "rules"))
        if not framework.children(node.id):
            yield Fault((*at, "id"), "E111", f"'{node.id}' has no indicators", "give it some, or take it out")
        return
    known = [each.id for each in framework.indicators]
    for number, id in enumerate(node.prerequisites):
        if id not in known:
            path = (*at, "prerequisites", number)
            yield Fault(path, "E104", f"unknown indicator '{id}'", did_you_mean(id, known))
    yield from _check_answering(node, framework, at)


def _check_answering(indicator: Indicator, framework: Framework, at: Path) -> Iterator[Fault]:
    """What the indicator's kind needs is there, and nothing that another kind needs."""
    needed: dict[str, dict[str, object]] = {
        "rubric": {
            "aspect": indicator.aspect,
            "locus": indicator.locus,
            "questions": indicator.questions,
            "levels": indicator.levels,
        },
        "checklist": {"answers": indicator.answers},
        "measure": {},
    }
    for key, found in needed[indicator.kind].items():
        if not found:
            yield Fault(at, "E101", f"missing key '{key}'", f"a {indicator.kind} needs it")
    foreign = {"levels": "rubric", "answers": "checklist", "normalise": "measure", "per": "measure"}
    for key, kind in foreign.items():
        if getattr(indicator, key) and kind != indicator.kind:
            yield Fault((*at, key), "E100", f"'{key}' on a {indicator.kind}", f"only a {kind} has it", at_key=True)
    if indicator.normalise:
        yield from check_normalisation(indicator.normalise, framework.range, (*at, "normalise"))
    if indicator.per and not indicator.per.times:
        yield Fault((*at, "per", "times"), "E111", "0 times any figure is 0")
    yield from check_answers(indicator.answers, framework.sentinels, (*at, "answers"))
    if indicator.kind == "rubric":
        yield from _check_rubric(indicator, framework, at)


def _check_rubric(indicator: Indicator, framework: Framework, at: Path) -> Iterator[Fault]:
    wanted = [each.value for each in framework.scale]
    found = [each.value for each in indicator.levels]
    if not wanted:
        if found:
            yield Fault((*at, "levels"), "E111", f"'{indicator.id}' has levels, and the framework no scale")
        return
    for number, value in enumerate(found):
        if value not in wanted:
            message = f"no level {value} on '{indicator.id}'"
            yield Fault((*at, "levels", number, "value"), "E105", message, f"levels run {wanted[0]}–{wanted[-1]}")
    if found and set(found) <= set(wanted) and found != wanted:
        yield Fault((*at, "levels"), "E111", f"'{indicator.id}' needs levels {wanted} in that order, found {found}")


def _check_cycles(nodes: Sequence[Placed]) -> Found:
    """Each circle that shares no indicator with one told before it."""
    known = {each.node.id: each for each in nodes if isinstance(each.node, Indicator)}
    graph = {
        id: [step for step in each.node.prerequisites if step in known]
        for id, each in known.items()
        if isinstance(each.node, Indicator)
    }
    while cycle := _find_cycle(graph):
        first = known[cycle[-1]]
        message = "prerequisites go in a circle: " + " → ".join(cycle)
        yield first.document, Fault((*first.path, "prerequisites"), "E109", message)
        graph = {id: steps for id, steps in graph.items() if id not in cycle}


def _find_cycle(graph: Mapping[str, Sequence[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        cycle: list[str] = error.args[1]
        return cycle
    return []
