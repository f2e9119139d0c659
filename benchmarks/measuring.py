"""Two things run in turn, and the ratio of their best times: what another program takes of the machine is no cost."""

from collections.abc import Callable, Sequence
from time import perf_counter

from attrs import frozen


@frozen(kw_only=True)
class Measured:
    """Two things that were run in turn, and the best of their times in seconds."""

    what: str
    against: str
    seconds: float
    least: float
    bar: float | None = None
    limit: float | None = None
    """Seconds that the first must not pass, whatever the second takes."""

    @property
    def ratio(self) -> float:
        return self.seconds / self.least

    @property
    def within_bar(self) -> bool:
        within_limit = self.limit is None or self.seconds <= self.limit
        return within_limit and (self.bar is None or self.ratio <= self.bar)


@frozen(kw_only=True)
class Memory:
    """Peak memory of two things, each in a process of its own, in MiB beyond what it began with."""

    what: str
    against: str
    peak: float
    least: float
    bar: float | None = None
    limit: float | None = None
    """Peak of the whole process in MiB that the first must not pass."""

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
