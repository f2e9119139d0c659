import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.render.sheet_names import fits_sheet_name, name_sheets

EMOJI = "👩"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Governance", "Governance"),
        ("x" * 31, "x" * 31),
        ("x" * 32, "x" * 30 + "…"),
        ("a" * 30 + "'s rules", "a" * 30 + "…"),
        ("a" * 29 + "'s rules", "a" * 29 + "…"),
        (EMOJI * 15, EMOJI * 15),
        (EMOJI * 20, EMOJI * 15 + "…"),
        ("a" + EMOJI * 20, "a" + EMOJI * 14 + "…"),
        ("A caption that is far too long, and more", "A caption that is far too…"),
        ("A caption that is far too long in every way", "A caption that is far too long…"),
        ("One " + "x" * 40, "One " + "x" * 26 + "…"),
        ("' quoted '", "quoted"),
        ("what/why: [a]*?\\", "what why   a"),
        ("'", "–"),
        ("History", "History 2"),
    ],
)
def test_a_name_is_its_title_as_far_as_programs_take_it(title: str, name: str) -> None:
    assert name_sheets([title]) == [name]


def test_names_are_told_apart_without_regard_to_case() -> None:
    assert name_sheets(["Law", "LAW", "law", "Law 2"]) == ["Law", "LAW 2", "law 3", "Law 2 2"]
    long = "A caption that is far too long in every way"
    assert name_sheets([long, long]) == ["A caption that is far too long…", "A caption that is far too… 2"]


@given(st.lists(st.text(), max_size=8))
def test_every_name_is_short_and_free_of_what_is_forbidden(titles: list[str]) -> None:
    names = name_sheets(titles)
    assert len({each.lower() for each in names} - {"history"}) == len(titles)
    assert all(0 < len(each.encode("utf-16-le")) <= 62 for each in names)
    assert not any(set(each) & set("[]:*?/\\") or each[0] == "'" or each[-1] == "'" for each in names)


@pytest.mark.parametrize(("title", "fits"), [("x" * 31, True), ("x" * 32, False), (EMOJI * 16, False)])
def test_a_title_fits_by_the_units_that_programs_count(title: str, fits: bool) -> None:
    assert fits_sheet_name(title) is fits
