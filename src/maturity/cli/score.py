"""`maturity score`: every unit of a table, by a framework."""

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.cli.choices import chosen_catalogs, chosen_columns, chosen_format, chosen_framework, named_path
from maturity.cli.console import CommandError, explained, print_message, print_result, table_problems

if TYPE_CHECKING:
    from maturity.table_files import ScoredFile


def run(options: argparse.Namespace) -> None:
    """Print or write a row for each unit."""
    form = chosen_format(options)
    if form == "parquet" and not options.output:
        raise CommandError("maturity: parquet goes to a file: -o OUT.parquet", exit_code=2)
    with explained():
        framework = chosen_framework(options.framework, chosen_catalogs(options), languages=())
    columns, data = chosen_columns(options.map), named_path(options.data)
    with table_problems():
        from maturity.table_files import score_file

        units = tuple(filter(None, (options.unit or "").split(",")))
        scored = score_file(data, framework, units=units, period=options.period, columns=columns)
        if scored.left_out:
            names = ", ".join(f"'{name}'" for name in scored.left_out)
            print_message(f"maturity: left out, as no indicator claims them: {names}")
        if form == "parquet":
            scored.write_parquet(Path(options.output))
        elif options.output:
            scored.write_csv(Path(options.output))
        else:
            _print_csv(scored)


def _print_csv(scored: "ScoredFile") -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "scores.csv")
        scored.write_csv(file, for_excel=False)
        with file.open(encoding="utf-8", newline="") as lines:
            for line in lines:
                print_result(line)
