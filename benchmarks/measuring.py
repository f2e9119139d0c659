"""Two things run in turn, and the ratio of their best times: what another program takes of the machine is no cost."""

from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from attrs import frozen

MEBIBYTE = 1024
"""KiB in it, which Linux counts in."""


@frozen(kw_only=True)
class Pair:
    """Two things that were measured against each other."""

    what: str
    against: str
    least: float
    bar: float | None = None
    limit: float | None = None


@frozen(kw_only=True)
class Measured(Pair):
    """Both were run in turn: the best of their times in seconds; the limit holds whatever the second takes."""

    seconds: float

    @property
    def ratio(self) -> float:
        return self.seconds / self.least

    @property
    def within_bar(self) -> bool:
        within_limit = self.limit is None or self.seconds <= self.limit
        return within_limit and (self.bar is None or self.ratio <= self.bar)


@frozen(kw_only=True)
class Memory(Pair):
    """Peak memory of each in a process of its own, in MiB beyond what it began with; the limit is of the whole."""

    peak: float

    @property
    def within_bar(self) -> bool:
        if self.limit is not None:
            return self.peak <= self.limit
        return self.bar is None or self.peak <= self.bar * self.least


def run_in_turn(first: Callable[[], object], second: Callable[[], object], runs: int) -> tuple[float, float]:
    """Least seconds of each; the first run of both is left out."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs + 1):
        for call, kept in zip((first, second), times, strict=True):
            start = perf_counter()
            call()
            kept.append(perf_counter() - start)
    return min(times[0][1:]), min(times[1][1:])


def render_table(measured: Sequence[Measured]) -> str:
    lines = ["| what | time | against | time | ratio | bar |", "| --- | ---: | --- | ---: | ---: | ---: |"]
    for each in measured:
        bars = [f"≤ {each.bar:g}"] if each.bar is not None else []
        bars += [f"≤ {each.limit:g} s"] if each.limit is not None else []
        cells = (each.what, shown(each.seconds), each.against, shown(each.least), f"{each.ratio:.1f}")
        lines.append(f"| {' | '.join(cells)} | {', '.join(bars) or '–'} |")
    return "\n".join(lines) + "\n"


def shown(seconds: float) -> str:
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1000:.{0 if seconds > 0.01 else 2}f} ms"


def render_memory(found: Sequence[Memory]) -> str:
    lines = ["| what | peak | against | peak | bar |", "| --- | ---: | --- | ---: | ---: |"]
    for each in found:
        bar = f"≤ {each.limit:g} MiB" if each.limit is not None else f"≤ {each.bar:g} ×"
        least = f"{each.least:.0f} MiB" if each.least else "–"
        lines.append(f"| {each.what} | {each.peak:.0f} MiB | {each.against} | {least} | {bar} |")
    return "\n".join(lines) + "\n"


def peak() -> float:
    """The process's peak memory since it was reset, in MiB, as Linux counts it."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith("VmHWM"))) / MEBIBYTE


def reset_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
