"""`maturity schema`; what schemas accept is tested in `test_schemas.py` beside the reader."""

import json
from pathlib import Path

import pytest

from maturity.files.schemas import KINDS, file_schema, schema_files, schema_text
from tests.cli.conftest import CHECKOUT, Maturity
from tests.data_contracts.shipped import framework


def test_kinds_are_listed_with_what_their_files_hold(maturity: Maturity, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    found = maturity("schema")
    assert (found.code, found.err) == (0, "")
    head, _, *rows = found.out.splitlines()
    assert head.split() == ["Kind", "What", "the", "file", "holds"]
    assert [row.split(maxsplit=1) for row in rows] == [
        [kind, file_schema(kind, framework())["description"]] for kind in KINDS
    ]


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_a_schema_is_printed_in_the_language_asked_for(maturity: Maturity, language: str) -> None:
    found = maturity("schema", "ratings", "--lang", language)
    assert (found.code, found.err) == (0, "")
    assert found.out == schema_text(file_schema("ratings", framework(), language=language))


def test_a_schema_is_written_to_a_file(maturity: Maturity, tmp_path: Path) -> None:
    found = maturity("schema", "plan", "-o", str(tmp_path / "plan.json"))
    assert (found.code, found.out, found.err) == (0, "", "")
    assert (tmp_path / "plan.json").read_text(encoding="utf-8") == maturity("schema", "plan").out


def test_all_schemas_are_written_to_a_folder_that_need_not_be_there(maturity: Maturity, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    found = maturity("schema", "-o", str(folder), "--lang", "zh")
    files = schema_files(framework(), language="zh")
    assert (found.code, found.out) == (0, "")
    assert found.err == (
        f"maturity: {len(KINDS)} schemas in {folder}; ratings.yaml beside it begins with the line\n"
        "# yaml-language-server: $schema=b/ratings.schema.json\n"
    )
    assert {each.name: each.read_text(encoding="utf-8") for each in folder.iterdir()} == {
        each.name: each.text for each in files
    }


def test_a_folder_s_other_files_stay_and_older_schemas_are_replaced(maturity: Maturity, tmp_path: Path) -> None:
    for name in ("mine.txt", "plan.schema.json"):
        (tmp_path / name).write_text("old", encoding="utf-8")
    assert maturity("schema", "-o", str(tmp_path)).code == 0
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "old"
    assert (tmp_path / "plan.schema.json").read_text(encoding="utf-8") == maturity("schema", "plan").out


@pytest.mark.parametrize(
    ("kind", "hint"), [("rating", "did you mean 'ratings'?"), ("xyz", "kinds: " + ", ".join(KINDS)), ("", "kinds: ")]
)
def test_an_unknown_kind_is_wrong_use_and_gets_the_nearest(maturity: Maturity, kind: str, hint: str) -> None:
    found = maturity("schema", kind)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith(f"maturity: unknown kind of file '{kind}' ({hint}")


def test_a_file_in_the_folder_s_place_is_named_and_kept(maturity: Maturity, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    found = maturity("schema", "-o", str(tmp_path / "file"))
    assert (found.code, found.out, found.err) == (1, "", f"maturity: cannot write {tmp_path / 'file'}: File exists\n")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_a_schema_names_the_indicators_of_the_framework_asked_for(maturity: Maturity) -> None:
    own, egdi = (
        set(json.loads(maturity("schema", "weights", *more).out)["properties"])
        for more in ((), ("--framework", str(CHECKOUT / "frameworks" / "un-egdi-2022")))
    )
    assert {each.id for each in framework().indicators} <= own
    assert not own & egdi
    assert json.loads(maturity("schema", "weights", "--framework", "un-egdi-2022").out)["title"].startswith(
        "weights.yaml, un-egdi-2022 "
    )


def test_an_unknown_framework_is_wrong_use(maturity: Maturity) -> None:
    found = maturity("schema", "ratings", "--framework", "un-egdi-2023")
    assert (found.code, found.out) == (2, "")
    assert "did you mean 'un-egdi-202" in found.err
