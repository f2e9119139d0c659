"""What the commands take and what is meant where an option is left out."""

import pytest

from maturity.cli.arguments import CHART_FORMATS, DATA_FORMATS, PAGE_FORMATS, build_parser, read_arguments

LEAST = {
    "report": ("FRA",),
    "compare": ("FRA",),
    "list": (),
    "explain": ("FRA",),
    "export": ("FRA",),
    "import": ("x.json", "-o", "folder"),
    "check": (),
    "lint": (),
    "score": ("--framework", "un-egdi-2022", "--data", "x.csv"),
    "chart": ("heatmap", "FRA"),
    "new": ("CHN", "--wave", "2026"),
    "status": ("FRA",),
    "schema": (),
}
"""The shortest right line of each command."""


def said(*words: str) -> dict[str, object]:
    """What a line says, without what every line has."""
    found = vars(read_arguments(words))
    return {key: value for key, value in found.items() if key not in ("run", "parser", "catalog", "formats")}


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit) as left:
        read_arguments(words)
    assert left.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    return str(err.splitlines()[-1])


@pytest.mark.parametrize("command", LEAST)
def test_every_command_has_a_module_and_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert callable(read_arguments((command, *LEAST[command])).run)
    with pytest.raises(SystemExit) as left:
        read_arguments((command, "--help"))
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: maturity {command} ")


def test_no_command_is_forgotten_here() -> None:
    usage = build_parser().format_help()
    listed = [line.split()[0] for line in usage.splitlines() if line.startswith("    ") and line[4] != " "]
    assert listed == list(LEAST)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            ("report", "FRA"),
            {
                "country": "FRA",
                "target": None,
                "comparators": None,
                "dimension": None,
                "framework": None,
                "weights": None,
                "output": None,
                "format": None,
                "lang": "en",
            },
        ),
        (
            ("compare", "FRA", "CHN@2022"),
            {
                "countries": ["FRA", "CHN@2022"],
                "table": None,
                "dimension": None,
                "framework": None,
                "only_common": False,
                "base": None,
                "group": None,
                "ranks": False,
                "sort": None,
                "output": None,
                "format": None,
                "lang": "en",
            },
        ),
        (("list",), {"what": "countries"}),
        (("check",), {"path": None, "cases": False, "format": "text"}),
        (("lint",), {"what": None, "strict": False, "format": "text"}),
        (("schema",), {"kind": None, "output": None, "framework": None, "lang": "en"}),
        (("status", "FRA"), {"country": "FRA", "output": None, "format": None, "lang": "en"}),
        (
            ("new", "chn-gd", "--wave", "2026", "--name", "Guangdong", "--name", "zh=广东"),
            {
                "country": "chn-gd",
                "wave": 2026,
                "framework": None,
                "lang": None,
                "earlier": None,
                "name": ["Guangdong", "zh=广东"],
            },
        ),
    ],
    ids=lambda each: each[0] if isinstance(each, tuple) else "",
)
def test_what_is_left_out_has_its_default(words: tuple[str, ...], expected: dict[str, object]) -> None:
    assert said(*words) == expected


def test_an_explanation_is_of_the_whole_where_no_node_is_named() -> None:
    assert (said("explain", "FRA")["node"], said("explain", "FRA", "legal.sso")["node"]) == ("overall", "legal.sso")


@pytest.mark.parametrize(
    ("command", "formats"),
    [
        ("report", (*PAGE_FORMATS, *DATA_FORMATS)),
        ("compare", (*PAGE_FORMATS, *DATA_FORMATS)),
        ("explain", PAGE_FORMATS),
        ("export", ("json", "xlsx")),
        ("score", ("csv", "parquet")),
        ("chart", ("svg", "png")),
        ("status", (*PAGE_FORMATS, "json")),
    ],
)
def test_a_command_takes_its_formats_by_name_and_no_others(
    command: str, formats: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    line = (command, *LEAST[command])
    assert read_arguments(line).formats == formats
    assert [read_arguments((*line, "--format", each)).format for each in formats] == list(formats)
    assert "invalid choice: 'pdf'" in refused(capsys, *line, "--format", "pdf")


def test_charts_are_shown_in_formats_that_pages_can_take() -> None:
    assert set(CHART_FORMATS) < set(PAGE_FORMATS)
    assert not set(DATA_FORMATS) & set(PAGE_FORMATS)


def test_catalogs_are_searched_in_the_order_in_which_they_are_named() -> None:
    assert read_arguments(("--catalog", "a", "--catalog", "b", "list")).catalog == ["a", "b"]
    assert read_arguments(("list",)).catalog == []
    assert read_arguments(("list",)).catalog is not read_arguments(("list",)).catalog


@pytest.mark.parametrize("command", ["report", "compare", "explain", "export", "import", "chart", "status", "schema"])
def test_results_are_in_three_languages(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    line = (command, *LEAST[command])
    assert [read_arguments((*line, "--lang", each)).lang for each in ("en", "zh", "fr")] == ["en", "zh", "fr"]
    assert "invalid choice: 'de'" in refused(capsys, *line, "--lang", "de")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "maturity: error: the following arguments are required: COMMAND"),
        (("report",), "maturity report: error: the following arguments are required: COUNTRY"),
        (
            ("new", "CHN", "--wave", "soon"),
            "maturity new: error: argument --wave: invalid int value: 'soon'",
        ),
        (("import", "x.json"), "maturity import: error: the following arguments are required: -o/--output"),
        (
            ("schema", "--framwork"),
            "maturity schema: error: unrecognized arguments: --framwork (did you mean '--framework'?)",
        ),
        (("check", "a", "b"), "maturity check: error: unrecognized arguments: b"),
        (("check", "-z"), "maturity check: error: unrecognized arguments: -z"),
    ],
)
def test_a_wrong_line_is_told_in_a_word_and_ends_with_2(
    words: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(capsys, *words) == message
