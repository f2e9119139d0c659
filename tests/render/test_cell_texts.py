import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.render.cell_texts import MAX_CHARACTERS, count_characters, shorten, unmarked


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("abc", 3), ("社会", 2), ("👩", 2), ("👩\u200d⚖️", 5), ("𠀀", 2), ("\ud800", 1)]
)
def test_characters_are_counted_as_spreadsheets_do(text: str, count: int) -> None:
    assert count_characters(text) == count


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x" * MAX_CHARACTERS, "x" * MAX_CHARACTERS),
        ("x" * (MAX_CHARACTERS + 1), "x" * (MAX_CHARACTERS - 1) + "…"),
        ("x" + "👩" * (MAX_CHARACTERS // 2), "x" + "👩" * (MAX_CHARACTERS // 2)),
        ("👩" * (MAX_CHARACTERS // 2 + 1), "👩" * (MAX_CHARACTERS // 2) + "…"),
        ("x" + "👩" * (MAX_CHARACTERS // 2 + 1), "x" + "👩" * (MAX_CHARACTERS // 2 - 1) + "…"),
    ],
    ids=["letters that fit", "one too many", "signs that fit", "a sign too many", "no sign is halved"],
)
def test_a_text_is_cut_where_a_cell_is_full(text: str, shown: str) -> None:
    assert shorten(text) == shown


@given(st.sampled_from(["x", "👩", "字", "x👩"]), st.integers(MAX_CHARACTERS // 4, MAX_CHARACTERS + 2))
def test_no_text_is_longer_than_a_cell(piece: str, times: int) -> None:
    found = shorten(piece * times)
    assert count_characters(found) <= MAX_CHARACTERS
    assert found == piece * times or (found.endswith("…") and count_characters(found) >= MAX_CHARACTERS - 1)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<r><t>rich</t></r>", "<r><t>rich</t></r> "),
        ("<r></r>", "<r></r> "),
        ("<r>not all of it</r> is", "<r>not all of it</r> is"),
        ("the end of </r>", "the end of </r>"),
        (" <r></r>", " <r></r>"),
        ("", ""),
    ],
)
def test_a_text_that_looks_like_markup_gets_a_space_behind_it(text: str, written: str) -> None:
    assert unmarked(text) == written
