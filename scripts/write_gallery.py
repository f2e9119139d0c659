"""Writes docs/gallery.md and the pictures below docs/gallery/: what each command gives, on the real countries.

Usage: python scripts/write_gallery.py [--check]
"""

import argparse
import os
import shlex
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from unittest import mock
from xml.etree import ElementTree

from gallery_specimens import PARTS, Excerpt, Picture, Prompt, Rows
from maturity.cli import main as run_maturity

DOCS = Path(__file__).parents[1] / "docs"
PAGE = DOCS / "gallery.md"
PICTURES = DOCS / "gallery"

INTRODUCTION = """\
# Gallery

What the commands give, on the countries that are shipped: `python scripts/write_gallery.py` runs them and writes this
page. Long ones are cut, and `…` marks where. `-o report.docx` and `-o table.xlsx` put the same pages into Word and
Excel.
"""


def main() -> int:
    """Write the page and its pictures; with --check only say whether they are stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail when the page or a picture is stale")
    options = parser.parse_args()
    with mock.patch.dict(os.environ, {"COLUMNS": "80", "NO_COLOR": "1"}):
        files = dict(render_gallery())
    if not options.check:
        for path, content in files.items():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
    stale = [path.name for path, content in files.items() if not path.is_file() or path.read_bytes() != content]
    stale += [path.name for path in PICTURES.glob("*") if path not in files]
    if stale:
        sys.stderr.write(f"stale: {', '.join(stale)}: run python scripts/write_gallery.py\n")
    return 1 if stale else 0


def render_gallery() -> Iterator[tuple[Path, bytes]]:
    """The page and its pictures: where each belongs, and its content."""
    blocks = [INTRODUCTION]
    for part in PARTS:
        blocks.append(f"## {part.title}\n")
        for each in part.shows:
            if isinstance(each, Picture):
                content = draw(each.command)
                yield PICTURES / each.file, content
                said = f"{each.said}\n\n`maturity {each.command} -o {each.file}`\n"
                blocks.append(f"{said}\n![{title_of(content)}](gallery/{each.file})\n")
            else:
                blocks.append("\n".join(_shown(each)))
    yield PAGE, "\n".join(blocks).encode()


def run(command: str) -> str:
    """What a command prints.

    Raises:
        SystemExit: It fails.
    """
    printed = StringIO()
    with redirect_stdout(printed):
        code = run_maturity(shlex.split(command))
    if code:
        sys.exit(f"maturity {command} failed")
    return printed.getvalue().removeprefix("\ufeff")


def draw(command: str) -> bytes:
    """The SVG that a command writes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "drawn.svg"
        run(f"{command} -o {path}")
        return path.read_bytes()


def title_of(picture: bytes) -> str:
    """What an SVG is called."""
    return ElementTree.fromstring(picture).findtext("{http://www.w3.org/2000/svg}title") or ""


def cut(lines: Sequence[str], begin: str, most: int) -> list[str]:
    """At most *most* lines from the first that begins with *begin* on; `…` stands for what follows, and goes before.

    Raises:
        SystemExit: No line begins so.
    """
    start = next((place for place, line in enumerate(lines) if line.lstrip().startswith(begin)), None)
    if start is None:
        sys.exit(f"no line begins with '{begin}'")
    shown = list(lines[start : start + most])
    while shown and not shown[-1].strip():
        shown.pop()
    before, after = ["…"] if start else [], ["…"] if start + most < len(lines) else []
    return [*before, *shown, *after]


def _shown(specimen: Excerpt | Rows | Prompt) -> Iterator[str]:
    yield f"{specimen.said}\n"
    match specimen:
        case Excerpt():
            lines = cut(run(specimen.command).splitlines(), specimen.begin, specimen.most)
            yield from ("````console", f"$ maturity {specimen.command}", *lines, "````\n")
        case Rows():
            blocks = run(f"{specimen.command} --format md").split("\n\n")
            yield f"`maturity {specimen.command} --format md`\n"
            yield from next(each for each in blocks if each.startswith("|")).splitlines()[: 2 + specimen.most]
            yield ""
        case Prompt():
            yield from ("````pycon", *_answered(specimen.lines), "````\n")


_session: dict[str, object] = {}
"""Names that the lines of Python have made so far."""


def _answered(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        printed = StringIO()
        with redirect_stdout(printed):
            exec(compile(line, "<prompt>", "single"), _session)
        yield f">>> {line}"
        yield from cut(printed.getvalue().rstrip("\n").splitlines() or [""], "", 30) if printed.getvalue() else ()


if __name__ == "__main__":
    sys.exit(main())
