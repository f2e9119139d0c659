"""What scoring tables takes of memory, each task in a process of its own."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

import duckdb

from maturity.calculation.tables import score_table
from maturity.table_files import score_file
from measuring import Memory, peak, reset_peak
from tables import framework, prepare

LONG_UNITS = 100_000


def measure_memory() -> list[Memory]:
    found = []
    for engine in ("polars", "duckdb"):
        peaks = {who: _in_child("scored", engine, who, "100000", "100")["grown"] for who in ("ours", "hand")}
        found.append(
            Memory(
                what=f"100,000 × 100 on {engine}", against="by hand", peak=peaks["ours"], least=peaks["hand"], bar=1.5
            )
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "long.parquet")
        write_long(path)
        for what, task in (("`score_table`", "long"), ("`maturity score`", "command")):
            child = _in_child(task, str(path))
            said = f"{what} of 10 million rows in long form on DuckDB ({child['seconds']:.0f} s)"
            found.append(Memory(what=said, against="the whole process", peak=child["peak"], least=0, limit=1000))
    return found


def write_long(path: Path) -> None:
    duckdb.sql(
        "COPY (SELECT 'u' || unit AS unit, 'i' || place AS indicator, "
        "CASE WHEN random() < 0.1 THEN NULL ELSE random() * 100 END AS value "
        f"FROM range({LONG_UNITS}) units(unit), range(100) places(place)) TO '{path}'"
    )


def _in_child(*task: str) -> dict[str, float]:
    """Peak memory and seconds of a task in a process of its own."""
    command = [sys.executable, __file__, *task]
    found: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


def run_task(task: Sequence[str]) -> None:
    """In the child: do it once, and print what it took."""
    work = _tasks[task[0]](*task[1:])
    reset_peak()
    before, start = peak(), perf_counter()
    work()
    print(json.dumps({"seconds": perf_counter() - start, "peak": peak(), "grown": peak() - before}))


def _scored(engine: str, who: str, units: str, indicators: str) -> Callable[[], object]:
    return prepare(engine, who, int(units), int(indicators))


def _long(path: str) -> Callable[[], object]:
    connection = duckdb.connect()
    connection.execute("SET memory_limit = '500MB'")
    connection.execute(f"SET temp_directory = '{Path(path).parent}'")
    out = str(Path(path).with_name("out.parquet"))
    by = framework(100)
    return lambda: score_table(connection.read_parquet(path), by, units=("unit",)).write_parquet(out)


def _command(path: str) -> Callable[[], object]:
    out, by = Path(path).with_name("out.parquet"), framework(100)
    return lambda: score_file(Path(path), by, units=("unit",)).write_parquet(out)


_tasks: dict[str, Callable[..., Callable[[], object]]] = {"scored": _scored, "long": _long, "command": _command}


if __name__ == "__main__":
    run_task(sys.argv[1:])
