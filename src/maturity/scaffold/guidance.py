"""Lines of a file that explain, and lines that wait to be filled in."""

from collections.abc import Iterable, Iterator

from maturity.render.width import wrap

WIDTH = 80
"""Columns that a line takes at most, where it can be broken."""


def explain(text: str, *, indent: int = 0) -> Iterator[str]:
    """*text* as lines of explanation; all but the first are set in by two more columns than *indent*."""
    first, *others = wrap(text, WIDTH - 5 - indent)
    yield f"## {' ' * indent}{first}"
    yield from (f"##   {' ' * indent}{each}" for each in others)


def offer(lines: Iterable[str]) -> Iterator[str]:
    """*lines* of YAML as comments that become YAML when `# ` is taken away."""
    return (f"# {each}" for each in lines)


def join(lines: Iterable[str]) -> str:
    """The text of a file."""
    return "\n".join(lines) + "\n"
