import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import copy_france

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")


def checked(catalog: Path, *, terminal: bool, **environment: str) -> tuple[str, str]:
    """What `maturity check` prints, and what it writes on standard error, which is a terminal or none."""
    reading, writing = pty.openpty() if terminal else os.pipe()
    with subprocess.Popen(
        [sys.executable, "-m", "maturity", "check", str(catalog)],
        stdout=subprocess.PIPE,
        stderr=writing,
        env={**os.environ, "TERM": "xterm", **environment},
        text=True,
    ) as process:
        os.close(writing)
        seen = b""
        while part := _read(reading):
            seen += part
        out = process.stdout.read() if process.stdout else ""
    os.close(reading)
    return out, seen.decode()


def _read(place: int) -> bytes:
    try:
        return os.read(place, 4096)
    except OSError:  # a pseudo-terminal whose other end is closed
        return b""


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    copy_france(tmp_path, "XYZ")
    copy_france(tmp_path, "XZZ")
    return tmp_path


def test_a_terminal_shows_how_far_it_is_and_is_left_clean(catalog: Path) -> None:
    out, seen = checked(catalog, terminal=True)
    assert out == ""
    assert "[....................] 1/2 " in seen
    assert "[##########..........] 2/2 " in seen
    last = seen.rpartition("\r\x1b[K")[2]
    assert last.strip() == "maturity: 2 checked, no errors, 0 warnings"


def test_elsewhere_there_is_no_bar(catalog: Path) -> None:
    _, seen = checked(catalog, terminal=False)
    assert seen.strip() == "maturity: 2 checked, no errors, 0 warnings"
    assert "[#" not in checked(catalog, terminal=True, TERM="dumb")[1]
