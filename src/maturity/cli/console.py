"""Where the command's results and messages go, and what its failures look like."""

import codecs
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path

from maturity.calculation.numbers import ScoringError
from maturity.files.whole_file import replacing
from maturity.problems import DataError, MissingExtraError, UnknownNameError
from maturity.scoring import FrameworkMismatchError

FILE_WIDTH = 100
"""Columns of a text that goes to a file."""

_PLAIN = {
    "–": "-",
    "−": "-",
    "’": "'",
    "“": '"',
    "”": '"',
    "…": "...",
    "·": "-",
    "→": "->",
    "×": "x",
    "\u00a0": " ",
    "\u202f": " ",
}


class CommandError(Exception):
    """Something that the person who ran the command must know; the exit code says which kind."""

    def __init__(self, message: str, *, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code


def set_up_streams() -> None:
    """A console that cannot show a character shows a plainer one, and never fails."""
    codecs.register_error("maturity.plain", _plainer)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="maturity.plain")


def print_result(text: str) -> None:
    """Print the result on standard output."""
    sys.stdout.write(text)
    sys.stdout.flush()


def print_message(text: str) -> None:
    """Print a message on standard error."""
    sys.stderr.write(text + "\n")


def terminal_width() -> int:
    """Columns of the terminal; 80 where there is none and `COLUMNS` says nothing."""
    return shutil.get_terminal_size((80, 24)).columns


def wants_colour() -> bool:
    """Whether standard output is a terminal and `NO_COLOR` is not set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def write_whole(path: Path, content: str | bytes) -> None:
    """Write *content* to *path* whole or not at all; links are followed, pipes and devices written to.

    Raises:
        CommandError: The file cannot be written.
    """
    encoded = content if isinstance(content, bytes) else content.encode("utf-8", errors="replace")
    try:
        with replacing(path) as part:
            part.write_bytes(encoded)
    except OSError as error:
        raise CommandError(f"maturity: cannot write {path}: {error.strerror or error}", exit_code=1) from None


@contextmanager
def explained() -> Iterator[None]:
    """Turn what the library raises into failures with the right exit code."""
    try:
        yield
    except DataError as error:
        raise CommandError(summary_of(error), exit_code=1) from None
    except UnknownNameError as error:
        raise CommandError(f"maturity: {error}", exit_code=2) from None
    except (FrameworkMismatchError, MissingExtraError, ScoringError) as error:
        raise CommandError(f"maturity: {error}", exit_code=1) from None
    except OSError as error:
        raise CommandError(f"maturity: cannot read {error.filename}: {error.strerror}", exit_code=1) from None


@contextmanager
def needs(extra: str, purpose: str) -> Iterator[None]:
    """Turn the lack of a package into a failure that names the extra which brings it."""
    try:
        yield
    except ImportError as error:
        message = f"maturity: {purpose} the package {error.name}: pip install 'maturity[{extra}]'"
        raise CommandError(message, exit_code=1) from None


@contextmanager
def table_problems() -> Iterator[None]:
    """Turn what is wrong with a table, or the lack of the packages that read it, into a failure."""
    try:
        with needs("frames", "tables need"):
            yield
    except ValueError as error:
        if not type(error).__module__.startswith("maturity."):
            raise
        raise CommandError("\n".join(f"maturity: {line}" for line in str(error).split("\n")), exit_code=1) from None


def summary_of(error: DataError, *, shown: int = 100) -> str:
    """The problems, a line each; of very many the first, and how many there are."""
    lines = [str(each) for each in error.problems[:shown]]
    rest = len(error.problems) - len(lines)
    return "\n".join([*lines, *([f"… and {rest:,} more problems"] if rest else [])])


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    found = error.object[error.start : error.end]
    return "".join(_PLAIN.get(each, "?") for each in found), error.end
