"""What the library costs beyond what it must: ratios within one run, so that they hold on any machine."""

import argparse
import math
import os
import platform
import subprocess
import sys
from pathlib import Path

from attrs import frozen

from maturity.framework import ROOT as TOP
from maturity.framework import Framework, Indicator
from maturity.profile import Profile
from maturity.reading import load_country, load_framework
from maturity.scoring import assess
from measuring import Measured, Memory, render_memory, render_table, run_in_turn
from reading import measure_reading, measure_reading_memory
from spreadsheets import measure_spreadsheet_memory, measure_spreadsheets
from table_memory import measure_memory
from tables import measure_tables

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "benchmarks.md"
COMMAND_RUNS, CALL_RUNS = 15, 11
DEPENDENCIES = "import attrs, cattrs, yaml, tabulate"

INTRODUCTION = """\
# Benchmarks

`python benchmarks/run.py --write` measures and writes this page. Each line sets something that the library does against
the least that it could cost; the two are run in turn and their best times compared, so that the ratio tells more than
the times.
A ratio above its bar fails the full gate (`.ci/full`).

"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the table into docs/benchmarks.md")
    options = parser.parse_args()
    measured = [
        measure_report(),
        measure_compare(),
        measure_import(),
        *measure_reading(),
        measure_assess(),
        *measure_tables(),
        *measure_spreadsheets(),
    ]
    memory = [measure_reading_memory(), *measure_memory(), measure_spreadsheet_memory()]
    table = f"{render_table(measured)}\n{TABLES}\n{render_memory(memory)}"
    sys.stdout.write(table)
    if options.write:
        version = ".".join(platform.python_version_tuple()[:2])
        place = f"Measured on {os.cpu_count()} cores, {platform.python_implementation()} {version}."
        PAGE.write_text(f"{INTRODUCTION}{table}\n{place}\n", encoding="utf-8", newline="\n")
    everything: list[Measured | Memory] = [*measured, *memory]
    broken = [each.what for each in everything if not each.within_bar]
    if broken:
        sys.exit("above its bar: " + "; ".join(broken))


def measure_report() -> Measured:
    return measure_command("report FRA", bar=3)


def measure_compare() -> Measured:
    return measure_command("compare FRA DNK AUS CAN CHN", bar=4)


def measure_command(command: str, *, bar: float) -> Measured:
    """A command from cold, against a Python that imports what it must."""
    whole = [sys.executable, "-m", "maturity", *command.split()]
    seconds, least = run_in_turn(
        lambda: run_command(whole), lambda: run_command([sys.executable, "-c", DEPENDENCIES]), COMMAND_RUNS
    )
    return Measured(
        what=f"`maturity {command}`", against=f"`python -c '{DEPENDENCIES}'`", seconds=seconds, least=least, bar=bar
    )


def measure_import() -> Measured:
    seconds, least = run_in_turn(
        lambda: run_command([sys.executable, "-c", "import maturity"]),
        lambda: run_command([sys.executable, "-c", "pass"]),
        COMMAND_RUNS,
    )
    return Measured(
        what="`python -c 'import maturity'`", against="`python -c pass`", seconds=seconds, least=least, bar=1.5
    )


def measure_assess() -> Measured:
    framework = load_framework(languages=())
    profile = load_country("FRA", wave=2022, framework=framework, languages=())
    bare = bare_tree(framework, profile)
    scores = {each.id: (each.score, each.coverage) for each in assess(profile, framework).scores}
    for id, (plain, covered, _, _) in bare_scores(bare).items():
        found, coverage = scores[id]
        agrees = (found is None) == (plain is None) and math.isclose(found or 0, plain or 0)
        if not agrees or not math.isclose(covered, coverage):
            sys.exit(f"assess gives '{id}' {found} at {coverage}, the bare loop {plain} at {covered}")
    seconds, least = run_in_turn(lambda: assess(profile, framework), lambda: bare_scores(bare), CALL_RUNS)
    return Measured(
        what="`assess`: every score with coverage, shares and states",
        against="the same arithmetic in a bare loop",
        seconds=seconds,
        least=least,
        bar=20,
    )


TABLES = """\
Memory is what a process of its own holds at its peak: beyond what it began with where there is something to compare,
and all of it where the bar is a number.
`score_table` on DuckDB is measured with the caller's `memory_limit` at 500 MB; without a limit DuckDB takes more, and
the bar is not claimed. `maturity score` sets a limit of its own. The bare loop beside `assess` works out coverage,
shares and states too; a loop for score and coverage alone is several times quicker.
"""


@frozen
class Bare:
    """A node with no more than the arithmetic needs."""

    id: str
    weight: float
    state: str
    points: float | None = None
    children: tuple["Bare", ...] = ()


OUTSIDE = ("not-applicable", "not-asked")
Scored = tuple[float | None, float, list[float], dict[str, int]]


def bare_tree(framework: Framework, profile: Profile) -> Bare:
    ratings = {each.indicator: each for each in profile.ratings.ratings if each.branch is None}

    def leaf(indicator: Indicator) -> Bare:
        rating = ratings.get(indicator.id)
        if rating is None or rating.level is None:
            return Bare(indicator.id, indicator.weight, (rating and rating.status) or "not-rated")
        return Bare(indicator.id, indicator.weight, "rated", framework.points(rating.level))

    def subtree(id: str, weight: float) -> Bare:
        children = [
            leaf(each) if isinstance(each, Indicator) else subtree(each.id, each.weight)
            for each in framework.children(id)
        ]
        return Bare(id, weight, "", None, tuple(children))

    return subtree(TOP, 1)


def bare_scores(root: Bare) -> dict[str, Scored]:
    """Score, coverage, shares of the children and counts of states for each node, where half must be covered."""
    found: dict[str, Scored] = {}

    def visit(node: Bare) -> Scored:
        if not node.children:
            scored: Scored = (node.points, 0.0 if node.points is None else 1.0, [], {node.state: 1})
            found[node.id] = scored
            return scored
        total = covered = there = summed = 0.0
        counts: dict[str, int] = {}
        taking_part = []
        for child in node.children:
            score, coverage, _, states = visit(child)
            for state, count in states.items():
                counts[state] = counts.get(state, 0) + count
            if any(state not in OUTSIDE for state in states):
                total += child.weight
                covered += coverage * child.weight
            if score is not None:
                there += child.weight
                summed += score * child.weight
            taking_part.append(0.0 if score is None else child.weight)
        enough = there > 0 and covered >= total / 2
        shares = [weight / there if there else 0.0 for weight in taking_part]
        scored = (summed / there if enough else None, covered / total if total else 0.0, shares, counts)
        found[node.id] = scored
        return scored

    visit(root)
    return found


def run_command(command: list[str]) -> None:
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)


if __name__ == "__main__":
    main()
