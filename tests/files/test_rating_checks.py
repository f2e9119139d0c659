from collections.abc import Sequence

import pytest
from attrs import evolve

from maturity.dates import Date
from maturity.files.faults import Fault
from maturity.files.rating_checks import check_ratings
from maturity.framework import Framework
from maturity.reading import load_framework
from maturity.records.ratings import Assessor, FrameworkReference, Rating, Ratings
from maturity.text import Text
from tests import synthetic
from tests.synthetic import rating

TWICE = "one rating for each indicator, branch, facet and assessor"


def test_ratings_that_fit_have_no_faults() -> None:
    given = [rating("a.one", 0), rating("a.two", 4), rating("a.three", status="not-asked")]
    assert faults(given, framework=synthetic.framework()) == []


def test_ratings_have_an_assessor_and_without_one_nothing_else_is_said() -> None:
    given = [rating("a.one", 9, evidence=()), rating("a.one", 9, evidence=())]
    assert faults(given, assessors=[], framework=synthetic.framework()) == [
        Fault(("assessors",), "E103", "assessors: it must not be empty")
    ]


def test_as_long_as_nothing_is_rated_nobody_needs_to_have_rated() -> None:
    assert faults([], assessors=[], framework=synthetic.framework()) == []


def test_every_rating_behind_the_first_of_its_key_is_one_too_many() -> None:
    given = [rating("a.one", 1), rating("a.two", 1), rating("a.one", 2), rating("a.one", status="not-rated")]
    assert faults(given) == [
        Fault(("ratings", 2, "indicator"), "E114", "'a.one' is rated twice", TWICE),
        Fault(("ratings", 3, "indicator"), "E114", "'a.one' is rated twice", TWICE),
    ]


def test_branch_facet_and_assessor_tell_ratings_apart() -> None:
    whole = rating("a.one", 1)
    given = [whole, evolve(whole, branch="old-age"), evolve(whole, facet="rural"), evolve(whole, assessor="peers")]
    assert faults(given, assessors=["team", "peers"]) == []


def test_the_first_assessor_need_not_be_named_and_is_the_same_when_named() -> None:
    given = [rating("a.one", 1), rating("a.one", 1, assessor="team")]
    assert faults(given, assessors=["team", "peers"]) == [
        Fault(("ratings", 1, "indicator"), "E114", "'a.one' is rated twice", TWICE)
    ]


def test_an_assessor_is_one_that_the_file_names() -> None:
    given = [rating("a.one", 1, assessor="pers"), rating("a.two", 1, assessor="nobody")]
    assert faults(given, assessors=["team", "peers"]) == [
        Fault(("ratings", 0, "assessor"), "E104", "unknown assessor 'pers'", "did you mean 'peers'?"),
        Fault(("ratings", 1, "assessor"), "E104", "unknown assessor 'nobody'"),
    ]


@pytest.mark.parametrize("level", [0, 3])
def test_a_level_rests_on_evidence_even_where_it_is_the_lowest(level: int) -> None:
    hint = "name the records that it rests on, or give a status"
    assert faults([rating("a.one", level, evidence=())]) == [
        Fault(("ratings", 0), "E107", f"level {level} on 'a.one' without evidence", hint)
    ]


@pytest.mark.parametrize("status", ["not-rated", "not-evaluable", "not-applicable", "not-asked"])
def test_a_status_needs_no_evidence(status: str) -> None:
    assert faults([rating("a.one", status=status)]) == []


def test_each_piece_of_later_evidence_is_named_with_its_reason() -> None:
    given = [rating("a.one", 1), rating("a.two", 2, evidence=["new", "fact", "newer"])]
    later = {"new": "it is marked as later", "newer": "it is as of 2021", "newest": "its source is of 2022"}
    start = "cannot support a rating of this wave"
    assert faults(given, later=later) == [
        Fault(("ratings", 1, "evidence", 0), "E113", f"'new' {start}: it is marked as later"),
        Fault(("ratings", 1, "evidence", 2), "E113", f"'newer' {start}: it is as of 2021"),
    ]


def test_what_was_weighed_without_giving_a_level_may_not_be_later_either() -> None:
    weighed = evolve(rating("a.one", status="not-rated"), evidence=("new",))
    assert [fault.code for fault in faults([weighed], later={"new": "it is marked as later"})] == ["E113"]


@pytest.mark.parametrize(
    ("words", "messages"), [(25, []), (26, ["summary of 26 words"]), (40, ["summary of 40 words"])]
)
def test_a_summary_has_at_most_twenty_five_words(words: int, messages: list[str]) -> None:
    given = [rating("a.one", 1, summary="  ".join(["word"] * words))]
    assert faults(given) == [Fault(("ratings", 0, "summary"), "E117", each, "at most 25") for each in messages]


def test_a_translation_may_take_more_words_than_its_original() -> None:
    summary = Text(original="In force.", translations=(("fr", "mot " * 30),))
    assert faults([evolve(rating("a.one", 1), summary=summary)]) == []


@pytest.mark.parametrize("level", [5, -1, 100])
def test_a_level_is_one_of_the_scale(level: int) -> None:
    assert faults([rating("a.one", level)], framework=synthetic.framework()) == [
        Fault(("ratings", 0, "level"), "E105", f"no level {level} on 'a.one'", "levels run 0–4")
    ]


def test_without_a_framework_any_level_may_be_right() -> None:
    assert faults([rating("a.one", 100)]) == []


def test_an_index_without_a_scale_takes_no_level() -> None:
    index = load_framework("un-egdi-2022")
    assert faults([rating("osi", 3)], framework=index, against=("un-egdi-2022", index.version)) == [
        Fault(("ratings", 0, "level"), "E105", "no level 3 on 'osi'", "the framework has none")
    ]


@pytest.mark.parametrize(
    ("against", "expected"),
    [
        (("demo", "1.0"), []),
        (("demo", "1"), [("version", "rated against version '1'", "the framework is '1.0'")]),
        (
            ("Demo", "2.0"),
            [
                ("id", "rated against id 'Demo'", "the framework is 'demo'"),
                ("version", "rated against version '2.0'", "the framework is '1.0'"),
            ],
        ),
    ],
)
def test_ratings_name_the_framework_and_version_that_they_were_made_against(
    against: tuple[str, str], expected: list[tuple[str, str, str]]
) -> None:
    assert faults([], framework=synthetic.framework(), against=against) == [
        Fault(("framework", key), "E120", message, hint) for key, message, hint in expected
    ]


def test_all_that_is_wrong_with_a_rating_is_said_at_once() -> None:
    wrong = rating("a.one", 7, evidence=(), assessor="nobody", summary="word " * 26)
    assert [fault.code for fault in faults([wrong], framework=synthetic.framework())] == [
        "E104",
        "E107",
        "E117",
        "E105",
    ]


def faults(
    given: Sequence[Rating],
    *,
    assessors: Sequence[str] = ("team",),
    later: dict[str, str] | None = None,
    framework: Framework | None = None,
    against: tuple[str, str] = ("demo", "1.0"),
) -> list[Fault]:
    ratings = Ratings(
        framework=FrameworkReference(id=against[0], version=against[1]),
        assessors=tuple(Assessor(id=each, kind="project", date=Date("2021")) for each in assessors),
        ratings=tuple(given),
    )
    assessors = [each.id for each in ratings.assessors]
    return list(check_ratings(ratings, later or {}, framework, assessors=assessors))
