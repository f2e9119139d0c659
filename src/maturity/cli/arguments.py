"""The command line: which commands there are and what they take."""

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module

from maturity.text import LANGUAGES

PAGE_FORMATS = ("text", "md", "html", "tex", "docx", "xlsx")
"""Formats that every page can take."""

CHART_FORMATS = ("html", "tex", "docx", "xlsx")
"""Those of them that can show charts."""

DATA_FORMATS = ("json", "csv", "tsv")
"""Formats that a report and a comparison can take as data."""

_COUNTRY = "ISO 3166-1 alpha-3 code in any case, optionally with @WAVE, or a path to a profile folder or export"


def read_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """What the command line asks for; a wrong one ends the process with exit code 2, and the nearest right option."""
    options, unknown = build_parser().parse_known_args(arguments)
    if unknown:
        from maturity.files.faults import did_you_mean

        command: argparse.ArgumentParser = options.parser
        hint = did_you_mean(unknown[0].partition("=")[0], command._option_string_actions)
        command.error(f"unrecognized arguments: {' '.join(unknown)}" + (f" ({hint})" if hint else ""))
    return options


def build_parser() -> argparse.ArgumentParser:
    """The parser of the command; each command's module is imported when it runs."""
    parser = argparse.ArgumentParser(
        prog="maturity", description="Comparative maturity assessment of digital social security."
    )
    parser.add_argument("--version", action="version", version=_version())
    parser.add_argument(
        "--catalog", action="append", default=[], metavar="FOLDER", help="search this catalog first; may be repeated"
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_report(commands)
    _add_compare(commands)
    _add_list(commands)
    _add_explain(commands)
    _add_export(commands)
    _add_import(commands)
    _add_check(commands)
    _add_lint(commands)
    _add_score(commands)
    _add_chart(commands)
    _add_new(commands)
    _add_status(commands)
    _add_schema(commands)
    return parser


def _version() -> str:
    from maturity import __version__

    return f"maturity {__version__}"


def _add_report(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("report", help="a scored gap report for one country")
    parser.add_argument("country", metavar="COUNTRY", help=_COUNTRY)
    parser.add_argument(
        "--target", default=None, metavar="LEVEL|best|median|FILE", help="what to hold the country against (default: 4)"
    )
    parser.add_argument("--with", dest="comparators", metavar="COUNTRY[,COUNTRY…]", help="countries to learn from")
    parser.add_argument("--dimension", metavar="ID", help="one dimension only")
    _add_framework(parser)
    parser.add_argument("--weights", metavar="FILE", help="other weights, as YAML: node id and weight")
    _add_output(parser, (*PAGE_FORMATS, *DATA_FORMATS))
    _add_language(parser)
    _set_run(parser, "report")


def _add_compare(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("compare", help="countries side by side")
    parser.add_argument(
        "countries", nargs="+", metavar="COUNTRY|GROUP", help=f"{_COUNTRY}; or a group, for its members (list groups)"
    )
    parser.add_argument(
        "--table", metavar="ID[,ID…]|all", help="tables to show; see maturity list tables (default: scores)"
    )
    parser.add_argument("--dimension", metavar="ID", help="scores and levels of one dimension only")
    _add_framework(parser)
    parser.add_argument(
        "--only-common", action="store_true", help="score on the indicators alone that are rated in every country"
    )
    parser.add_argument("--base", metavar="COUNTRY", help="one of the countries; the others' distance from it is shown")
    parser.add_argument("--group", metavar="ID[,ID…]", help="show the median of these groups' members too")
    parser.add_argument("--ranks", action="store_true", help="say where each country stands among those compared")
    parser.add_argument(
        "--sort",
        metavar="ID",
        help="from the highest score of a dimension or component to the lowest; overall: the whole",
    )
    _add_output(parser, (*PAGE_FORMATS, *DATA_FORMATS))
    _add_language(parser)
    _set_run(parser, "compare")


def _add_list(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("list", help="countries, frameworks, tables or groups that there are")
    parser.add_argument("what", nargs="?", choices=("countries", "frameworks", "tables", "groups"), default="countries")
    _set_run(parser, "listing")


def _add_explain(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("explain", help="how a score arises, down to the evidence")
    parser.add_argument("country", metavar="COUNTRY|UNIT", help=f"{_COUNTRY}; with --data, a unit of the table")
    parser.add_argument(
        "node", metavar="NODE", nargs="?", default="overall", help="id of an indicator, component or dimension"
    )
    _add_framework(parser)
    parser.add_argument("--data", metavar="FILE", help="explain a row of this table: .csv or .parquet")
    _add_table(parser)
    _add_output(parser, PAGE_FORMATS)
    _add_language(parser)
    _set_run(parser, "explain")


def _add_export(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "export", help="everything of a country or framework as JSON, or of a country as a workbook to fill in"
    )
    parser.add_argument("what", metavar="COUNTRY|FRAMEWORK", help="a country, or the id of a framework")
    _add_output(parser, ("json", "xlsx"))
    _add_language(parser)
    _set_run(parser, "export")


def _add_import(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("import", help="an export or a workbook into the files of a country folder")
    parser.add_argument("file", metavar="FILE", help="an exported country: .json, or a workbook: .xlsx")
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="DIR",
        help="a new or empty folder, the folder of the same country and wave, or a catalog",
    )
    parser.add_argument("--yes", action="store_true", help="change an existing folder without asking")
    _add_framework(parser)
    _add_language(parser)
    _set_run(parser, "importing")


def _add_check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("check", help="every problem in data files")
    parser.add_argument(
        "path",
        nargs="?",
        metavar="PATH",
        help="a folder of data, an export or a case file (default: every catalog)",
    )
    parser.add_argument("--cases", action="store_true", help="work the cases too, and report those that do not hold")
    _add_problem_format(parser)
    _set_run(parser, "check")


def _add_lint(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("lint", help="what good practice would have otherwise in data that is right")
    parser.add_argument(
        "what", nargs="?", metavar="PATH|COUNTRY", help="a country, folder of data or export (default: every catalog)"
    )
    parser.add_argument("--strict", action="store_true", help="fail when there is any warning")
    _add_problem_format(parser)
    _set_run(parser, "lint")


def _add_score(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("score", help="every unit of a table, by a framework")
    parser.add_argument("--framework", required=True, metavar="ID|PATH", help="a framework's id or folder")
    parser.add_argument("--data", required=True, metavar="FILE", help="a table: .csv or .parquet")
    _add_table(parser)
    _add_output(parser, ("csv", "parquet"))
    _set_run(parser, "score")


def _add_chart(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("chart", help="levels, gaps or coverage as a picture")
    parser.add_argument("kind", choices=("heatmap", "profile", "gaps", "coverage"), help="what to draw")
    parser.add_argument("countries", nargs="+", metavar="COUNTRY", help=_COUNTRY)
    parser.add_argument("--dimension", metavar="ID", help="one dimension only")
    _add_framework(parser)
    parser.add_argument(
        "--rows",
        choices=("indicator", "component", "dimension"),
        help="heatmap: what its rows are (default: indicator)",
    )
    parser.add_argument(
        "--target",
        metavar="LEVEL|best|median|FILE",
        help="gaps: what to hold the country against (default: 4)",
    )
    parser.add_argument("--with", dest="comparators", metavar="COUNTRY[,COUNTRY…]", help="gaps: peers to show")
    _add_output(parser, ("svg", "png"))
    _add_language(parser)
    _set_run(parser, "chart")


def _add_new(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("new", help="a folder for a new country or wave, ready to fill in")
    parser.add_argument(
        "country", metavar="CODE", help="ISO 3166-1 alpha-3 code in any case; CHN-GD for a part of a country"
    )
    parser.add_argument("--wave", required=True, type=int, metavar="YEAR", help="year that the profile speaks of")
    _add_framework(parser)
    parser.add_argument(
        "--lang", choices=LANGUAGES, help="language of the files and of the comments in them (default: en)"
    )
    parser.add_argument(
        "--from",
        dest="earlier",
        metavar="CODE[@WAVE]",
        help="carry over an earlier wave of the same country, marked as unconfirmed",
    )
    parser.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="[LANG=]NAME",
        help="name in en, zh, fr or local; needed for a part of a country; may be repeated",
    )
    _set_run(parser, "new")


def _add_status(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("status", help="what of a country is done, and what comes next")
    parser.add_argument("country", metavar="COUNTRY", help=_COUNTRY)
    _add_output(parser, (*PAGE_FORMATS, "json"))
    _add_language(parser)
    _set_run(parser, "status")


def _add_schema(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("schema", help="JSON Schema of the files, for editors that complete and check")
    parser.add_argument("kind", nargs="?", metavar="KIND", help="such as ratings or legal (default: list the kinds)")
    parser.add_argument("-o", "--output", metavar="PATH", help="a file for one schema, a folder for all of them")
    _add_framework(parser)
    _add_language(parser)
    _set_run(parser, "schema")


def _add_framework(parser: argparse.ArgumentParser) -> None:
    rated = "the one that the country is rated against, else the project's own"
    parser.add_argument("--framework", metavar="ID|PATH", help=f"a framework's id or folder (default: {rated})")


def _add_table(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--unit", metavar="COLUMN[,COLUMN…]", help="columns that name a unit (default: the first free one)"
    )
    parser.add_argument("--period", metavar="COLUMN", help="compare and rank within each value of this column")
    parser.add_argument(
        "--map", action="append", default=[], metavar="COLUMN=ID", help="a column under another name; may be repeated"
    )


def _add_problem_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format", choices=("text", "json", "github"), default="text", help="text, json, or annotations for github"
    )


def _add_output(parser: argparse.ArgumentParser, formats: tuple[str, ...]) -> None:
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file; its ending names the format")
    parser.add_argument("--format", choices=formats, help=f"one of {', '.join(formats)}")
    parser.set_defaults(formats=formats)


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the result (default: en)")


def _set_run(parser: argparse.ArgumentParser, module: str) -> None:
    def run(options: argparse.Namespace) -> None:
        command: Callable[[argparse.Namespace], None] = import_module(f"maturity.cli.{module}").run
        command(options)

    parser.set_defaults(run=run, parser=parser)
