"""What an editor with a YAML language server says of the files that `maturity new` makes, and what it offers."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from maturity.cli import main
from tests.data_contracts.shipped import framework
from tests.editors.language_server import LanguageServer, running

pytestmark = pytest.mark.editors

SERVER = "MATURITY_YAML_SERVER"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    catalog = tmp_path_factory.mktemp("own")
    main(["--catalog", str(catalog), "new", "KEN", "--wave", "2026"])
    return catalog / "countries" / "ken" / "2026"


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[LanguageServer]:
    program = os.environ.get(SERVER)
    if not program:
        pytest.skip(f"{SERVER} does not name a yaml-language-server")
    with running(program, folder) as found:
        yield found


def ratings(folder: Path, name: str, *lines: str) -> tuple[Path, str, int]:
    """A file of ratings beside the others, its text, and the line on which *lines* begin."""
    head = (folder / "ratings.yaml").read_text(encoding="utf-8").partition("\n")[0]
    text = "\n".join(
        [
            head,
            'framework: {id: digital-social-security, version: "1.0"}',
            "assessors: [{id: team, kind: project, date: 2026-01-01}]",
            "ratings:",
            *lines,
            "",
        ]
    )
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file, text, 5


RIGHT = (
    "  - indicator: legal.sso",
    "    level: 2",
    "    confidence: low",
    "    evidence: [a]",
    "    summary: Seen.",
    "    rationale: Seen in a.",
)


def test_a_right_file_is_not_complained_of(server: LanguageServer, folder: Path) -> None:
    file, text, _ = ratings(folder, "right.yaml", *RIGHT)
    assert server.open(file, text) == []
    for each in ("legal.yaml", "profile.yaml", "ratings.yaml"):
        assert server.open(folder / each, (folder / each).read_text(encoding="utf-8")) == []


def test_a_wrong_level_and_an_unknown_key_are_marked_in_their_lines(server: LanguageServer, folder: Path) -> None:
    wrong = (RIGHT[0], "    level: 7", *RIGHT[2:], "    ratinale: Misspelt.")
    file, text, first = ratings(folder, "wrong.yaml", *wrong)
    assert {each.line for each in server.open(file, text)} == {first + 1, first + 6}


def test_indicators_and_confidences_are_offered(server: LanguageServer, folder: Path) -> None:
    file, text, first = ratings(folder, "values.yaml", "  - indicator: ", "    confidence: ")
    server.open(file, text)
    offered = {each.label for each in server.complete(file, first, len("  - indicator: ") + 1)}
    assert {each.id for each in framework().indicators} <= offered
    assert {"high", "medium", "low"} <= {
        each.label for each in server.complete(file, first + 1, len("    confidence: ") + 1)
    }


def test_fields_are_offered_with_what_they_mean(server: LanguageServer, folder: Path) -> None:
    file, text, first = ratings(folder, "fields.yaml", "  - indicator: legal.sso", "    ")
    server.open(file, text)
    about = {each.label: each.about for each in server.complete(file, first + 1, 5)}
    assert {"level", "confidence", "evidence", "summary", "rationale"} <= set(about)
    assert about["rationale"]
