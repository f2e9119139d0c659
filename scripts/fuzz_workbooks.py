"""Feeds mutated workbooks to import: each must give a profile or problems with places, in bounded time and memory.

    python scripts/fuzz_workbooks.py --seconds 60 --seed 1

Three kinds of input take turns: values of cells changed in a workbook that is read already, parts of the package
changed and packed anew, and bytes of the file changed. The same seed gives the same inputs; the first that does
anything else than it should ends the run with what it did.
"""

import argparse
import io
import random
import sys
import time
import tracemalloc
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs

from maturity.files.workbook_cells import RawCell, RawSheet, read_cells
from maturity.files.workbook_places import Places
from maturity.files.workbook_profile import check_values, read_values, read_workbook
from maturity.framework import Framework
from maturity.problems import DataError
from maturity.profile import Profile
from maturity.reading import load_country, load_framework, read_country
from maturity.render.workbook import render_workbook

SMALL = Path(__file__).resolve().parents[1] / "examples/country-pack/src/maturity_quaza/countries/qza/2026"
"""A small country, of which most inputs are made, as they are read several times as fast."""

LARGE = 20
"""Of so many inputs one is of a whole country."""

SLOWEST = 20.0
"""Seconds that one input may take on a busy machine."""

MEASURED = 10
"""Of so many files one is watched for memory, which is slow."""

ODD: tuple[str | int | float | bool, ...] = (
    "",
    " ",
    "=1+1",
    "#",
    "profile#key",
    "legal.acts#id",
    "sources",
    "[en]",
    "name[en]",
    "(ours)",
    "·",
    '\\"',
    '\\"\\ud800"',
    "a\nb",
    "x" * 5000,
    "9" * 400,
    "1e999",
    "-0",
    "２０２１",
    "²",
    "2021-13-01",
    0,
    -1,
    7,
    2**63,
    1.5,
    1e308,
    float("nan"),
    float("inf"),
    True,
    False,
)
"""Values that people and programs leave in cells, and worse."""

_NO_VALUES = (("formula", "=A1"), ("error", "#REF!"), ("date", "2021-01-31"), ("date", "12:00:00"))

Outcome = str


def main() -> None:
    """Fuzz for as long as asked for; exit 1 at the first input that is no problem and no profile."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    framework = load_framework()
    outcomes: Counter[Outcome] = Counter()
    until = time.monotonic() + options.seconds
    with TemporaryDirectory() as folder:
        small = _attempts(read_country(SMALL), framework, Path(folder, "small.xlsx"))
        large = _attempts(load_country("CHN"), framework, Path(folder, "large.xlsx"))
        for kind, attempt in _endless(small, large, chance):
            if time.monotonic() > until:
                break
            outcomes[f"{kind}: {_run(attempt)}"] += 1
    sys.stdout.write("".join(f"{count:>9,}  {name}\n" for name, count in sorted(outcomes.items())))
    sys.stdout.write(f"{outcomes.total():>9,}  inputs, seed {options.seed}\n")


Attempt = Callable[[random.Random], Callable[[], object]]


def _attempts(profile: Profile, framework: Framework, file: Path) -> dict[str, Attempt]:
    content = render_workbook(profile, framework, language="zh")
    file.write_bytes(content)
    sheets = read_cells(file, "x.xlsx")

    def cells(chance: random.Random) -> Callable[[], object]:
        changed = _change_cells(sheets, chance)
        return lambda: _read_sheets(changed, framework)

    def parts(chance: random.Random) -> Callable[[], object]:
        file.write_bytes(_change_part(content, chance))
        return lambda: read_workbook(file, framework=framework).profile

    def raw(chance: random.Random) -> Callable[[], object]:
        file.write_bytes(_change_bytes(content, chance))
        return lambda: read_workbook(file, framework=framework).profile

    return {"cells": cells, "parts": parts, "bytes": raw, "memory": lambda chance: _measured(parts(chance), file)}


def _measured(attempt: Callable[[], object], file: Path) -> Callable[[], object]:
    """The same, which must keep within 60 times its file's size and 20 MB."""

    def run() -> object:
        tracemalloc.start()
        try:
            return attempt()
        finally:
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            allowed = 60 * file.stat().st_size + 20_000_000
            if peak > allowed:
                raise MemoryError(f"{peak:,} bytes in memory for a file of {file.stat().st_size:,}")

    return run


def _endless(
    small: dict[str, Attempt], large: dict[str, Attempt], chance: random.Random
) -> Iterator[tuple[str, Callable[[], object]]]:
    while True:
        attempts = large if chance.random() < 1 / LARGE else small
        kind = chance.choices(list(attempts), weights=(30 * MEASURED, 2 * MEASURED, MEASURED, 1))[0]
        yield kind, attempts[kind](chance)


def _run(attempt: Callable[[], object]) -> Outcome:
    began = time.monotonic()
    try:
        attempt()
        outcome = "a profile"
    except DataError as error:
        if not all(each.place.file and each.code for each in error.problems):
            raise
        outcome = "problems"
    if time.monotonic() - began > SLOWEST:
        raise RuntimeError(f"an input took more than {SLOWEST:.0f} s")
    return outcome


def _read_sheets(sheets: tuple[RawSheet, ...], framework: Framework) -> Profile:
    places = Places("x.xlsx")
    value = read_values(sheets, places, framework=framework)
    return check_values(value, places, framework).profile


def _change_cells(sheets: tuple[RawSheet, ...], chance: random.Random) -> tuple[RawSheet, ...]:
    changed = list(sheets)
    for _ in range(chance.choice((1, 1, 2, 5, 40))):
        number = chance.randrange(len(changed))
        rows = [list(row) for row in changed[number].rows]
        row = chance.choice(rows)
        place = chance.randrange(len(row))
        row[place] = _changed_cell(row[place], chance)
        if chance.random() < 0.1:
            rows.insert(chance.randrange(len(rows)), list(chance.choice(rows)))
        changed[number] = attrs.evolve(changed[number], rows=tuple(tuple(each) for each in rows))
    return tuple(changed)


def _changed_cell(cell: RawCell, chance: random.Random) -> RawCell:
    value = chance.choice(ODD)
    if chance.random() < 0.5 and isinstance(cell.value, str) and cell.value:
        place = chance.randrange(len(cell.value))
        value = cell.value[:place] + chance.choice('#[]().·"\\ \n,0-') + cell.value[place + chance.randrange(2) :]
    kind = "truth" if isinstance(value, bool) else "number" if isinstance(value, int | float) else "text"
    if chance.random() < 0.1:
        kind, value = chance.choice(
            (("formula", "=A1"), ("error", "#REF!"), ("date", "2021-01-31"), ("date", "12:00:00"))
        )
    return attrs.evolve(cell, kind=kind, value=value, column=cell.column + (chance.random() < 0.05))


def _change_part(content: bytes, chance: random.Random) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = chance.choice(names)
        for each in names:
            part = old.read(each)
            if each == chosen:
                if chance.random() < 0.05:
                    continue
                part = _change_markup(part, chance)
            new.writestr(each, part)
    return buffer.getvalue()


def _change_markup(part: bytes, chance: random.Random) -> bytes:
    """Cut, repeat or change an attribute or element, so that the XML mostly stays well-formed."""
    way = chance.randrange(4)
    quotes = [place for place, each in enumerate(part) if each == ord('"')]
    if way == 0 or len(quotes) < 4:
        return _change_bytes(part, chance)
    begin = chance.randrange(0, len(quotes) - 1, 2)
    value = chance.choice((b"", b"-1", b"99999999999", b"s", b"b", b"e", b"d", b"inlineStr", b"ZZZZ9", b"A0", b"rId1"))
    if way == 1:
        return part[: quotes[begin] + 1] + value + part[quotes[begin + 1] :]
    starts = [place for place, each in enumerate(part) if each == ord("<")]
    first, last = sorted(chance.sample(starts, 2))
    if way == 2:
        return part[:first] + part[last:]
    return part[:last] + part[first:last] * chance.choice((1, 3, 1000)) + part[last:]


def _change_bytes(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 20))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed[: chance.randrange(len(changed))] if chance.random() < 0.1 else changed)


if __name__ == "__main__":
    main()
