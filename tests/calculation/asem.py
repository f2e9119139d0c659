"""The ASEM Sustainable Connectivity example: its framework as YAML, written from COINr's own metadata."""

import csv
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from maturity.framework import Framework
from maturity.reading import read_framework
from tests.data_contracts.shipped import ROOT

FOLDER = ROOT.parent / "shared" / "data" / "asem"
UNIT = "uCode"
NODES = ("conecfin", "environ", "instit", "p2p", "physical", "political", "social", "susecfin", "conn", "sust")


@frozen(kw_only=True)
class Variant:
    """One of the ways in which COINr processed the example."""

    name: str
    rules: str
    low: float = 0
    meta: str = "meta_imeta.csv"


VARIANTS = (
    Variant(name="A_plain_amean", rules="{aggregation: weighted-arithmetic-mean}"),
    Variant(name="A2_plain_gmean", rules="{aggregation: weighted-geometric-mean}", low=1),
    Variant(name="A5_thresh090", rules="{coverage_threshold: 0.9, coverage_by: count}"),
    Variant(name="A6_weighted", rules="{aggregation: weighted-arithmetic-mean}", meta="A6_meta_weights.csv"),
)

Meta = list[dict[str, str]]


def read_meta(name: str = "meta_imeta.csv") -> Meta:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_framework(variant: Variant, folder: Path) -> Framework:
    """The variant as a stranger would write it, read from *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    text = "\n".join(framework_lines(variant, read_meta(variant.meta))) + "\n"
    (folder / "framework.yaml").write_text(text, encoding="utf-8")
    return read_framework(folder, languages=())


def framework_lines(variant: Variant, meta: Meta) -> Iterator[str]:
    """A COINr value × direction, then min–max, is min–max in the direction that is better."""
    yield "id: asem-2018"
    yield 'version: "1"'
    yield "title: ASEM Sustainable Connectivity"
    yield "based_on: COINr 1.1.14"
    yield "note: Written from COINr's metadata by a test."
    yield "range: {low: 0, high: 100}"
    yield f"rules: {variant.rules}"
    yield "components:"
    for level in ("3", "2"):
        for row in meta:
            if row["Level"] == level:
                said = f"{_parent(row)}label: {row['iName']}, weight: {row['Weight']}"
                yield f"  - {{id: {row['iCode'].lower()}, {said}}}"
    yield "indicators:"
    for row in meta:
        if row["Level"] == "1":
            direction = "lower" if row["Direction"] == "-1" else "higher"
            yield f"  - id: {row['iCode'].lower()}"
            yield f"    component: {row['Parent'].lower()}"
            yield f'    label: "{row["iName"]}"'
            yield "    kind: measure"
            yield f"    weight: {row['Weight']}"
            yield f"    columns: [{row['iCode']}]"
            yield f"    normalise: {{method: min-max, direction: {direction}, low: {variant.low:g}}}"


def _parent(row: dict[str, str]) -> str:
    return "" if row["Parent"] == "Index" else f"component: {row['Parent'].lower()}, "
