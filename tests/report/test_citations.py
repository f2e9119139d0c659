from collections.abc import Iterable

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from maturity.dates import Date
from maturity.records.sources import Source
from maturity.report.citations import Citations, note_of, source_line
from maturity.report.facts import Teller
from tests import synthetic


def test_sources_are_numbered_from_1_in_the_order_in_which_they_first_appear() -> None:
    one, two, three = (source(title=each) for each in ("One", "Two", "Three"))
    found = cited([two, one, two, three, one])
    assert found.items == tuple(source_line(each) for each in (two, one, three))
    assert sorted(found.numbers.values()) == [1, 2, 3]


def test_without_a_source_there_is_nothing_to_list() -> None:
    assert Citations().items == ()


@pytest.mark.parametrize(
    ("field", "other"),
    [
        ("id", "another-id"),
        ("short", "OECD 2020"),
        ("published", "2020-05-31"),
        ("accessed", "2026-01-01"),
        ("kind", "web page"),
        ("cited_in", "Reference 3"),
        ("authors", ("A. One",)),
    ],
)
def test_one_publication_that_two_profiles_describe_in_their_own_way_has_one_number(
    field: str, other: str | tuple[str, ...]
) -> None:
    again = evolve(source(), **{field: other})  # type: ignore[arg-type]
    assert cited([source(), again]).items == (source_line(source()),)


@pytest.mark.parametrize(
    ("field", "other"),
    [("title", "Other"), ("publisher", "Other"), ("published", "2021"), ("published", None), ("url", "https://b.org")],
)
def test_publications_that_a_list_would_show_differently_have_numbers_of_their_own(
    field: str, other: str | None
) -> None:
    assert len(cited([source(), evolve(source(), **{field: other})]).items) == 2  # type: ignore[arg-type]


def test_marks_are_the_numbers_in_order_each_once() -> None:
    sources = [source(id, title=id) for id in "abcdefghij"]
    found = cited(reversed(sources))
    teller = Teller.of(synthetic.profile(sources=sources), synthetic.framework(), "en")
    records = [synthetic.finding(f"f{place}", source=id) for place, id in enumerate("cjaca")]
    assert found.marks(records, teller) == (1, 8, 10)
    assert found.marks([], teller) == ()


def test_two_profiles_may_call_one_publication_by_different_ids() -> None:
    found = cited([source("theirs"), source("ours")])
    marks = []
    for id in ("ours", "theirs"):
        teller = Teller.of(synthetic.profile(sources=[source(id)]), synthetic.framework(), "en")
        marks.append(found.marks([synthetic.finding("f", source=id)], teller))
    assert marks == [(1,), (1,)]


def test_a_note_has_a_line_for_each_place_in_the_order_of_the_records() -> None:
    places = ["§3", "Table 1", "§3"]
    records = [evolve(synthetic.finding(f"f{place}"), locus=each) for place, each in enumerate(places)]
    assert note_of(records, teller()) == "Study 2020, §3\nStudy 2020, Table 1"
    assert note_of(records, teller("fr")) == "Study 2020, §3\nStudy 2020, tableau 1"
    assert note_of([], teller()) == ""


@pytest.mark.parametrize(
    ("found", "line"),
    [
        ({}, "The study. Example Ministry (2020)."),
        ({"published": None}, "The study. Example Ministry."),
        ({"published": "2020-05-31"}, "The study. Example Ministry (2020)."),
        ({"url": "https://example.org/a?b=1"}, "The study. Example Ministry (2020). https://example.org/a?b=1"),
        ({"authors": ("A. One",)}, "A. One. The study. Example Ministry (2020)."),
        ({"authors": ("A. One", "B. Two")}, "A. One, B. Two. The study. Example Ministry (2020)."),
        ({"title": "Who decides?"}, "Who decides? Example Ministry (2020)."),
        ({"title": "Stop!"}, "Stop! Example Ministry (2020)."),
        ({"title": "数字中国"}, "数字中国. Example Ministry (2020)."),
    ],
)
def test_a_source_is_listed_with_what_is_known_of_it(found: dict[str, object], line: str) -> None:
    assert source_line(evolve(source(), **found)) == line  # type: ignore[arg-type]


@pytest.mark.parametrize("title", ["Report no.", "And so on…", "谁来决定？", "行动起来！", "数字中国。"])
def test_a_title_that_ends_with_a_stop_gets_no_other(title: str) -> None:
    assert source_line(source(title=title)) == f"{title} Example Ministry (2020)."


@given(st.lists(st.sampled_from("abcdef"), max_size=12))
def test_every_source_has_the_number_of_its_line(titles: list[str]) -> None:
    sources = [source(id, title=id) for id in dict.fromkeys(titles)]
    found = cited(source(id, title=id) for id in titles)
    teller = Teller.of(synthetic.profile(sources=sources), synthetic.framework(), "en")
    for each in sources:
        (mark,) = found.marks([synthetic.finding("f", source=each.id)], teller)
        assert found.items[mark - 1] == source_line(each)
    assert len(found.items) == len(set(titles))


def cited(sources: Iterable[Source], *, language: str = "en") -> Citations:
    """Numbers given to *sources* one after the other."""
    found = Citations(language)
    for each in sources:
        teller = Teller.of(synthetic.profile(sources=[each]), synthetic.framework(), "en")
        found.marks([synthetic.finding("f", source=each.id)], teller)
    return found


def source(id: str = "study", *, title: str = "The study") -> Source:
    return evolve(synthetic.source(id, title=title), published=Date("2020"))


def teller(language: str = "en") -> Teller:
    return Teller.of(synthetic.profile(), synthetic.framework(), language)


def test_a_gloss_behind_a_chinese_title_has_chinese_brackets_among_chinese_alone() -> None:
    law = source(title="密码法 (Cryptography Law)")
    assert source_line(law, "zh") == "密码法（Cryptography Law）. Example Ministry (2020)."
    assert source_line(law, "fr") == source_line(law) == "密码法 (Cryptography Law). Example Ministry (2020)."
    assert cited([law], language="zh").items == (source_line(law, "zh"),)
