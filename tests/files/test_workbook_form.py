from collections.abc import Sequence
from typing import Any

import pytest

from maturity.files.workbook_cells import RawCell
from maturity.files.workbook_columns import KeyRow
from maturity.files.workbook_form import read_form
from maturity.files.workbook_places import Places
from tests.files.raw_sheets import Content, formula, raw_sheet

SMALL: list[list[Content]] = [
    ["Code", "code", "AAA"],
    ["Year", "wave", 2020],
    ["Name", "names.en", "Aland"],
    ["Name", "names.zh", "阿兰"],
    ["Languages", "official_languages", "en\nfr"],
    ["Until", "evidence_until", 2020],
    ["Stage", "status.stage", "draft · 草案"],
    ["Note", "status.note[en]", "new"],
    ["Note", "status.note[fr]", "nouveau"],
    ["Framework", "ratings.framework.version", "1.0"],
]


def test_each_row_is_a_value_of_the_profile() -> None:
    value, languages, problems, _ = read(*SMALL)
    assert value == {
        "code": "AAA",
        "wave": 2020,
        "names": {"en": "Aland", "zh": "阿兰"},
        "official_languages": ["en", "fr"],
        "evidence_until": 2020,
        "status": {"stage": "draft", "note": {"en": "new", "fr": "nouveau"}},
        "ratings": {"framework": {"version": "1.0"}},
    }
    assert (languages, problems) == (("en", "zh", "fr"), [])


def test_the_order_of_rows_does_not_matter() -> None:
    assert read(*reversed(SMALL))[:3] == read(*SMALL)[:3]


def test_what_stood_there_before_stays() -> None:
    places = Places("aaa.xlsx")
    value: dict[str, Any] = {"ratings": {"ratings": []}, "legal": {}}
    read_form(form(["", "ratings.framework.id", "demo"]), value, places)
    assert value == {"ratings": {"ratings": [], "framework": {"id": "demo"}}, "legal": {}}


def test_a_row_without_a_value_leaves_it_out_but_for_lists_that_must_be_there() -> None:
    value, _, problems, _ = read(["", "wave", ""], ["", "names.zh", "  "], ["", "official_languages", ""])
    assert (value, problems) == ({"official_languages": []}, [])


@pytest.mark.parametrize(
    ("language", "languages"),
    [
        ("fr", ("fr", "en", "zh")),
        ("zh", ("zh", "en", "fr")),
        ("arb", ("arb", "en", "zh", "fr")),
        ("French", ("en", "zh", "fr")),
        ("", ("en", "zh", "fr")),
        (5, ("en", "zh", "fr")),
    ],
)
def test_the_profile_s_own_language_comes_first(language: Content, languages: tuple[str, ...]) -> None:
    assert read(["", "language", language])[1] == languages


def test_texts_stand_in_the_order_of_the_languages() -> None:
    rows = [["", "status.note[en]", "new"], ["", "status.note[fr]", "nouveau"], ["", "language", "fr"]]
    value, _, _, _ = read(*rows)
    assert list(value["status"]["note"]) == ["fr", "en"]
    value, _, _, _ = read(*rows, ["", "status.note[original]", "en"])
    assert list(value["status"]["note"]) == ["en", "fr"]


def test_a_key_that_is_none_is_told_with_the_nearest() -> None:
    value, _, problems, _ = read(["", "cod", "AAA"], ["", "wave", 2020], ["", "x" * 80, 1])
    assert value == {"wave": 2020}
    assert problems == [
        "B4: E304 unknown key 'cod' (did you mean 'code'?)",
        f"B6: E304 unknown key '{'x' * 60}'",
    ]


def test_a_key_that_is_there_twice_is_told_and_the_first_counts() -> None:
    value, _, problems, _ = read(["", "wave", 2020], ["", "code", "AAA"], ["", " wave ", 2021])
    assert value == {"code": "AAA", "wave": 2020}
    assert problems == ["B6: E304 a second row 'wave' (keep one of the two)"]


def test_a_row_without_a_key_is_a_note() -> None:
    value, _, problems, _ = read(["ask the ministry", "", "soon"], ["", "wave", 2020], ["", "  ", 5])
    assert (value, problems) == ({"wave": 2020}, [])


def test_what_stands_above_the_keys_is_not_read() -> None:
    sheet = raw_sheet(["", "code", "AAB"], ["About", "key", "value"], ["", "code", "AAA"], name="Profile")
    value: dict[str, Any] = {}
    read_form(KeyRow(sheet=sheet, table="profile", part="", row=2, keys=KEYS), value, Places("aaa.xlsx"))
    assert value == {"code": "AAA"}


def test_a_cell_that_cannot_be_read_hides_no_other() -> None:
    value, _, problems, _ = read(
        ["", "code", 5], ["", "wave", formula("=2019+1")], ["", "names.en", "Aland"], ["", "status.note[en]", 7]
    )
    assert value == {"names": {"en": "Aland"}}
    assert problems == [
        "C4: E102 expected text, found the number 5 (format the cell as text, then type it again)",
        "C5: E305 the formula =2019+1 (put its value in its place)",
        "C7: E102 expected text, found the number 7 (format the cell as text, then type it again)",
    ]


@pytest.mark.parametrize("keys", [{1: "about", 2: "key"}, {2: "value"}, {1: "about"}])
def test_without_keys_or_values_nothing_is_read(keys: dict[int, str]) -> None:
    places = Places("aaa.xlsx")
    value: dict[str, Any] = {}
    broken = KeyRow(sheet=form(*SMALL).sheet, table="profile", part="", row=3, keys=keys)
    assert read_form(broken, value, places) == ("en", "zh", "fr")
    assert (value, [str(each) for each in places.problems]) == (
        {},
        ["aaa.xlsx:Profile!A3: E304 the columns 'key' and 'value' must both be there"],
    )


def test_a_value_is_found_in_its_row() -> None:
    *_, places = read(*SMALL)
    found = [("wave",), ("names", "zh"), ("names",), ("status", "note", "fr"), ("sources",), ("ratings", "framework")]
    assert [places.find(path).cell for path in found] == ["C5", "C7", "C6", "C11", "C3", "C13"]


KEYS = {1: "about", 2: "key", 3: "value"}


def form(*rows: Sequence[Content | RawCell]) -> KeyRow:
    """A form with these rows below its keys, which stand in the third."""
    sheet = raw_sheet(["Profile"], ["About", "Key", "Value"], ["about", "key", "value"], *rows, name="Profile")
    return KeyRow(sheet=sheet, table="profile", part="", row=3, keys=KEYS)


def read(
    *rows: Sequence[Content | RawCell],
) -> tuple[dict[str, Any], tuple[str, ...], list[str], Places]:
    """What a form says, the languages of its texts, and what is said of it, each with its cell alone."""
    places = Places("aaa.xlsx")
    value: dict[str, Any] = {}
    languages = read_form(form(*rows), value, places)
    return value, languages, [str(each).partition("!")[2] for each in places.problems], places
