"""What a comparison costs as a workbook beyond the cells and notes that it holds.

Countries are France under other codes, with other levels: real records, sources and texts behind every cell.
"""

import gc
import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from random import Random
from time import perf_counter

from attrs import evolve, frozen
from openpyxl import load_workbook
from xlsxwriter import Workbook

from maturity.comparison import Comparison, compare
from maturity.framework import Framework
from maturity.profile import Profile
from maturity.reading import load_country, load_framework
from maturity.render.spreadsheet import render_spreadsheet
from maturity.report.compare_page import LEVELS, compare_page
from maturity.scoring import assess
from measuring import Measured, Memory, peak, reset_peak, run_in_turn

COUNTRIES, INDICATORS = 200, 50
RUNS = 9
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@frozen
class Written:
    """A cell with its note."""

    sheet: str
    row: int
    column: int
    value: str | int | float
    note: str


def measure_spreadsheets() -> list[Measured]:
    everyone, half = comparison(COUNTRIES), comparison(COUNTRIES // 2)
    cells = list(cells_of(made(everyone)))
    gc.freeze()  # as the command does once it has read its data
    seconds, least = run_in_turn(lambda: made(everyone), lambda: by_hand(cells), RUNS)
    twice, once = run_in_turn(lambda: made(everyone), lambda: made(half), RUNS)
    size = f"{COUNTRIES} countries × {INDICATORS} indicators as XLSX"
    notes = sum(1 for each in cells if each.note)
    return [
        Measured(
            what=size,
            against=f"XlsxWriter by hand, {len(cells):,} cells and {notes:,} notes",
            seconds=seconds,
            least=least,
            bar=2,
        ),
        Measured(what=size, against="half the countries", seconds=twice, least=once, bar=2.3),
    ]


def measure_spreadsheet_memory() -> Memory:
    done = subprocess.run([sys.executable, __file__], capture_output=True, check=True)
    child: dict[str, float] = json.loads(done.stdout)
    return Memory(
        what=f"{COUNTRIES} × {INDICATORS} as XLSX ({child['seconds']:.1f} s)",
        against="the whole process",
        peak=child["peak"],
        least=0,
        limit=300,
    )


def made(everyone: Comparison) -> bytes:
    return render_spreadsheet(compare_page(everyone, tables=(LEVELS,)))


@cache
def framework() -> Framework:
    """The project's own with its first fifty indicators."""
    whole = load_framework(languages=())
    indicators = tuple(evolve(each, prerequisites=()) for each in whole.indicators[:INDICATORS])
    above = {id for each in indicators for id in whole.path(each.id)}
    return evolve(whole, indicators=indicators, components=tuple(each for each in whole.components if each.id in above))


def comparison(countries: int) -> Comparison:
    by = framework()
    france = load_country("FRA", wave=2022, framework=load_framework(languages=()), languages=())
    random = Random(1)
    return compare([assess(_other(france, by, place, random), by) for place in range(countries)])


def _other(france: Profile, by: Framework, place: int, random: Random) -> Profile:
    code = "".join(LETTERS[place // 26**power % 26] for power in (2, 1, 0))
    ids = {each.id for each in by.indicators}
    ratings = tuple(
        each if each.level is None else evolve(each, level=random.randrange(5))
        for each in france.ratings.ratings
        if each.indicator in ids
    )
    names = evolve(france.names, en=f"Country {code}")
    return evolve(france, code=code, names=names, ratings=evolve(france.ratings, ratings=ratings))


def cells_of(workbook: bytes) -> Iterator[Written]:
    for sheet in load_workbook(BytesIO(workbook)):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    note = cell.comment.text if cell.comment else ""
                    yield Written(sheet.title, cell.row - 1, cell.column - 1, cell.value, note)


def by_hand(cells: list[Written]) -> bytes:
    written = BytesIO()
    book = Workbook(written, {"in_memory": True})
    look = book.add_format({"text_wrap": True})
    sheets = {name: book.add_worksheet(name) for name in dict.fromkeys(each.sheet for each in cells)}
    for each in cells:
        sheet = sheets[each.sheet]
        if isinstance(each.value, str):
            sheet.write_string(each.row, each.column, each.value, look)
        else:
            sheet.write_number(each.row, each.column, each.value, look)
        if each.note:
            sheet.write_comment(each.row, each.column, each.note)
    book.close()
    return written.getvalue()


def main() -> None:
    """In a process of its own: make it once, and print what it took."""
    everyone = comparison(COUNTRIES)
    reset_peak()
    start = perf_counter()
    made(everyone)
    sys.stdout.write(json.dumps({"seconds": perf_counter() - start, "peak": peak()}))


if __name__ == "__main__":
    main()
