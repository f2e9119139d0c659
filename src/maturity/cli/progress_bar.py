"""How far a command has come, on a terminal alone."""

import os
import sys
from collections.abc import Iterator, Sequence

from maturity.cli.data_folders import DataFolder

_WIDTH = 20
_WIPE = "\r\x1b[K"


def with_progress(folders: Sequence[DataFolder]) -> Iterator[DataFolder]:
    """Each of *folders*, and meanwhile a bar with its name on standard error, which is wiped at the end.

    Nothing is shown where standard error is no terminal, or one that cannot wipe a line, or of one folder.
    """
    if len(folders) < 2 or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield from folders
        return
    try:
        for place, each in enumerate(folders):
            done = _WIDTH * place // len(folders)
            bar = "#" * done + "." * (_WIDTH - done)
            sys.stderr.write(f"{_WIPE}[{bar}] {place + 1}/{len(folders)} {each.shown[-40:]}")
            sys.stderr.flush()
            yield each
    finally:
        sys.stderr.write(_WIPE)
        sys.stderr.flush()
