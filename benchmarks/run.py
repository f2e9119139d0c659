"""What the library costs beyond what it must: ratios within one run, so that they hold on any machine."""

import argparse
import math
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import yaml
from attrs import frozen

from maturity.files.profile_files import FILES
from maturity.framework import ROOT as TOP
from maturity.framework import Framework, Indicator
from maturity.profile import Profile
from maturity.reading import load_country, load_framework, read_country
from maturity.scoring import assess

ROOT = Path(__file__).resolve().parents[1]
COUNTRY = ROOT / "countries" / "fra" / "2022"
PAGE = ROOT / "docs" / "benchmarks.md"
COMMAND_RUNS, CALL_RUNS = 15, 11
DEPENDENCIES = "import attrs, cattrs, yaml, tabulate"

INTRODUCTION = """\
# Benchmarks

`python benchmarks/run.py --write` measures and writes this page. Each line sets something that the library does against
the least that it could cost; the two are run in turn, and the medians compared, so the ratio tells more than the times.
A ratio above its bar fails the full gate (`.ci/full`).

"""


@frozen(kw_only=True)
class Measured:
    """Two things that were run in turn, and the medians of their times in seconds."""

    what: str
    against: str
    seconds: float
    least: float
    bar: float | None = None

    @property
    def ratio(self) -> float:
        return self.seconds / self.least

    @property
    def within_bar(self) -> bool:
        return self.bar is None or self.ratio <= self.bar


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the table into docs/benchmarks.md")
    options = parser.parse_args()
    measured = [measure_report(), measure_import(), measure_reading(), measure_assess()]
    table = render_table(measured)
    sys.stdout.write(table)
    if options.write:
        version = ".".join(platform.python_version_tuple()[:2])
        place = f"Measured on {os.cpu_count()} cores, {platform.python_implementation()} {version}."
        PAGE.write_text(f"{INTRODUCTION}{table}\n{place}\n", encoding="utf-8", newline="\n")
    broken = [each.what for each in measured if not each.within_bar]
    if broken:
        sys.exit("above its bar: " + "; ".join(broken))


def measure_report() -> Measured:
    report = [sys.executable, "-m", "maturity", "report", "FRA"]
    seconds, least = run_in_turn(
        lambda: run_command(report), lambda: run_command([sys.executable, "-c", DEPENDENCIES]), COMMAND_RUNS
    )
    return Measured(
        what="`maturity report FRA`", against=f"`python -c '{DEPENDENCIES}'`", seconds=seconds, least=least, bar=3
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


def measure_reading() -> Measured:
    framework = load_framework(languages=())
    files = [file.read_bytes() for name in FILES if (file := COUNTRY / f"{name}.yaml").is_file()]

    def parse() -> None:
        for content in files:
            yaml.load(content, Loader=yaml.CSafeLoader)

    seconds, least = run_in_turn(lambda: read_country(COUNTRY, framework=framework, languages=()), parse, CALL_RUNS)
    return Measured(
        what="France, read and checked", against="PyYAML's C parser on the same bytes", seconds=seconds, least=least
    )


def measure_assess() -> Measured:
    framework = load_framework(languages=())
    profile = load_country("FRA", wave=2022, framework=framework, languages=())
    bare = bare_tree(framework, profile)
    found, plain = assess(profile, framework).overall.score, bare_mean(bare)[0]
    if (found is None) != (plain is None) or not math.isclose(found or 0, plain or 0):
        sys.exit(f"assess gives {found}, the bare loop {plain}")
    seconds, least = run_in_turn(lambda: assess(profile, framework), lambda: bare_mean(bare), CALL_RUNS)
    return Measured(
        what="`assess`: every score with its parts and coverage",
        against="the overall score in a bare loop",
        seconds=seconds,
        least=least,
    )


@frozen
class Bare:
    """A node with no more than the mean needs."""

    weight: float
    points: float | None = None
    children: tuple["Bare", ...] = ()


def bare_tree(framework: Framework, profile: Profile) -> Bare:
    ratings = [each for each in profile.ratings.ratings if each.branch is None]
    levels = {each.indicator: each.level for each in ratings if each.level is not None}
    outside = {each.indicator for each in ratings if each.status in ("not-applicable", "not-asked")}

    def subtree(id: str, weight: float) -> Bare:
        children = [
            Bare(each.weight, framework.points(levels[each.id]) if each.id in levels else None)
            if isinstance(each, Indicator)
            else subtree(each.id, each.weight)
            for each in framework.children(id)
            if each.id not in outside
        ]
        return Bare(weight, None, tuple(children))

    return subtree(TOP, 1)


def bare_mean(node: Bare) -> tuple[float | None, float]:
    """Score and coverage of a node, where every child applies and half of the weight must be rated."""
    if not node.children:
        return node.points, 0.0 if node.points is None else 1.0
    total = covered = scored = summed = 0.0
    for child in node.children:
        score, coverage = bare_mean(child)
        total += child.weight
        covered += coverage * child.weight
        if score is not None:
            scored += child.weight
            summed += score * child.weight
    enough = scored > 0 and covered >= total / 2
    return (summed / scored if enough else None), covered / total


def run_in_turn(first: Callable[[], object], second: Callable[[], object], runs: int) -> tuple[float, float]:
    """Median seconds of each; the first run of both is left out."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs + 1):
        for call, kept in zip((first, second), times, strict=True):
            start = perf_counter()
            call()
            kept.append(perf_counter() - start)
    return median(times[0][1:]), median(times[1][1:])


def run_command(command: list[str]) -> None:
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)


def render_table(measured: list[Measured]) -> str:
    lines = ["| what | time | against | time | ratio | bar |", "| --- | ---: | --- | ---: | ---: | ---: |"]
    for each in measured:
        bar = "–" if each.bar is None else f"≤ {each.bar:g}"
        cells = (each.what, milliseconds(each.seconds), each.against, milliseconds(each.least), f"{each.ratio:.1f}")
        lines.append(f"| {' | '.join(cells)} | {bar} |")
    return "\n".join(lines) + "\n"


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.{0 if seconds > 0.01 else 2}f} ms"


if __name__ == "__main__":
    main()
