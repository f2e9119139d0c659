"""Beside `test_gap_page`, which reads the same blocks as part of a whole report."""

from collections.abc import Mapping, Sequence

import pytest
from attrs import evolve

from maturity.dates import Date
from maturity.framework import Framework
from maturity.gaps import gap_report
from maturity.profile import Profile, Status
from maturity.records.errata import Erratum
from maturity.records.findings import Judgement, Lesson
from maturity.records.ratings import Assessor, Rating
from maturity.records.record import Printed
from maturity.report.closing_blocks import caveat_blocks, caveat_lines, lesson_blocks, source_blocks, unknown_blocks
from maturity.report.facts import Teller
from maturity.report.page import Block, Heading, Listing, Paragraph, Table
from maturity.rules import Answer
from maturity.scoring import assess
from maturity.text import LANGUAGES
from maturity.weights import reweight
from tests import synthetic
from tests.charts import CODES, assessed
from tests.report.views import heads


def test_what_is_not_known_has_a_row_with_its_state_and_with_why() -> None:
    heading, table = unknown({"a.one": 1, "a.two": 0}, {"a.three": "not-evaluable", "b.four": "not-applicable"})
    assert heading == Heading(text="What is not known", depth=2)
    assert isinstance(table, Table)
    assert heads(table) == ["Indicator", "State", "Where one looked, and why"]
    assert table.texts == (
        ("Label of a.three", "not evaluable", "§1: It was seen."),
        ("Label of b.four", "not applicable", "It was seen."),
        ("Label of b.five", "not rated", ""),
    )


def test_an_answer_or_a_figure_is_known_though_it_has_no_level() -> None:
    answers = (Answer(answer="yes", points=100), Answer(answer="no", points=0))
    one, *others = synthetic.framework().indicators
    framework = evolve(
        synthetic.framework(), indicators=(evolve(one, kind="checklist", levels=(), answers=answers), *others)
    )
    answered = Rating(indicator="a.one", answer="no", rationale=synthetic.text("There is none."))
    profile = synthetic.profile({each.id: 1 for each in others}, ratings=[answered])
    report = gap_report(assess(profile, framework))
    assert list(unknown_blocks(report, teller(profile), None))[1:] == [Paragraph(text="Every indicator has a level.")]


def test_level_0_is_known() -> None:
    found = unknown(dict.fromkeys(synthetic.INDICATORS, 0))
    assert found == [Heading(text="What is not known", depth=2), Paragraph(text="Every indicator has a level.")]


def test_what_is_not_known_of_another_dimension_is_left_out() -> None:
    assert unknown({"a.one": 1, "a.two": 1, "a.three": 1}, dimension="a")[1:] == [
        Paragraph(text="Every indicator has a level.")
    ]
    (_, table) = unknown({"a.one": 1, "a.two": 1, "a.three": 1}, dimension="b", language="zh")
    assert isinstance(table, Table)
    assert table.texts == (("Label of b.four", "未评级", ""), ("Label of b.five", "未评级", ""))


def test_lessons_are_numbered_in_the_profile_s_order() -> None:
    lessons = [synthetic.lesson(id, title=id) for id in ("later", "begin")]
    heading, listing = taught(lessons)
    assert heading == Heading(text="Lessons learned", depth=2)
    assert isinstance(listing, Listing)
    assert listing.numbered
    assert [label for label, _ in listing.items] == ["later", "begin"]


@pytest.mark.parametrize(
    ("by", "language", "said"),
    [
        ("project", "en", "Small steps were kept. (Study 2020, §9) Transfers: there is time (this project's reading)"),
        ("source", "en", "Small steps were kept. (Study 2020, §9) Transfers: there is time"),
        ("source", "fr", "Small steps were kept. (Study 2020, §9) Transposable si\u00a0: there is time"),
    ],
)
def test_a_lesson_says_whose_reading_it_is_that_it_transfers(by: str, language: str, said: str) -> None:
    lesson = evolve(synthetic.lesson("l"), transfers_when=Judgement(text=synthetic.text("there is time"), by=by))
    _, listing = taught([lesson], language=language)
    assert isinstance(listing, Listing)
    assert listing.items == (("Begin small", said),)


def test_a_dimension_has_the_lessons_that_bear_on_any_indicator_of_it() -> None:
    lessons = [
        synthetic.lesson("both", title="both", bears_on=["b.four", "a.one"]),
        synthetic.lesson("one", title="one", bears_on=["b.five"]),
        synthetic.lesson("loose", title="loose"),
    ]
    shown = {dimension: titles_of(taught(lessons, dimension=dimension)) for dimension in (None, "a", "b", "c")}
    assert shown == {None: ["both", "one", "loose"], "a": ["both"], "b": ["both", "one"], "c": []}


def test_that_there_is_no_lesson_is_said() -> None:
    assert taught([])[1:] == [Paragraph(text="The profile holds no lesson that bears on this.")]


def test_sources_are_listed_in_the_profile_s_order_and_those_that_nobody_cites_are_left_out() -> None:
    sources = [
        synthetic.source("study"),
        evolve(synthetic.source("listed", title="Listed"), listed_only=True),
        synthetic.source("other", title="Other"),
    ]
    profile = synthetic.profile(sources=sources)
    heading, listing = source_blocks(profile, teller(profile))
    assert heading == Heading(text="Sources", depth=2)
    assert listing == Listing(
        items=(("", "The study. Example Ministry (2020)."), ("", "Other. Example Ministry (2020)."))
    )


def test_the_caveats_of_a_plain_profile_are_these_and_no_others() -> None:
    found = caveats(synthetic.profile())
    assert found[2] == "Rated by: team (this project), 1 December 2020."
    assert found[3] == "Profile: draft, not reviewed by the country; evidence until 31 December 2020."
    assert found[4].startswith("Framework: demo 1.0, content ")
    assert found[4].endswith(". Made for tests.")
    assert [each.partition(" ")[0] for each in found] == [
        "Levels", "A", "Rated", "Profile:", "Framework:", "Coverage", "Not",
    ]  # fmt: skip


def test_every_assessor_is_named_with_kind_day_and_note() -> None:
    assessors = (
        Assessor(id="team", kind="project", date=Date("2020-12")),
        Assessor(id="office", kind="country", date=Date("2021"), note=synthetic.text("Read twice.", fr="Relu.")),
    )
    profile = with_assessors(assessors)
    assert [each for each in caveats(profile) if each.startswith("Rated by")] == [
        "Rated by: team (this project), December 2020.",
        "Rated by: office (the country), 2021. Read twice.",
    ]
    assert "Coté par\u00a0: office (le pays), 2021. Relu." in caveats(profile, language="fr")
    assert not any(each.startswith("Rated by") for each in caveats(with_assessors(())))


def test_ratings_that_were_carried_over_are_counted() -> None:
    carried = [evolve(synthetic.rating(id, 2), carried_from=2018) for id in ("a.one", "a.two")]
    profile = synthetic.profile({"a.three": 1}, ratings=carried)
    (line,) = [each for each in caveats(profile) if "carried over" in each]
    assert line.startswith("2 ratings were carried over from an earlier wave")


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        ("draft", "Profile: draft, not reviewed by the country; evidence until 31 December 2020."),
        ("reviewed", "Profile: reviewed; evidence until 31 December 2020."),
        ("validated", "Profile: validated by the country; evidence until 31 December 2020."),
    ],
)
def test_how_far_a_profile_has_been_reviewed_is_said(stage: str, said: str) -> None:
    status = Status(stage=stage, who="Ministry", when=Date("2021"))
    assert said in caveats(evolve(synthetic.profile(), status=status))


def test_weights_that_a_user_chose_are_named() -> None:
    changed = reweight(synthetic.framework(), {"b": 2.5, "a.one": 0})
    (line,) = [each for each in caveats(synthetic.profile(), against=changed) if "Weights" in each]
    assert line == "Weights were changed for this report: b = 2.5 and a.one = 0."
    (line,) = [each for each in caveats(synthetic.profile(), against=changed, language="fr") if "pondérations" in each]
    assert line.endswith("b = 2,5 et a.one = 0.")


@pytest.mark.parametrize(
    ("serious", "said"),
    [
        ((True, True, False), ["2 of them serious.", "其中2处较为严重。", "dont 2 graves."]),
        ((True, False, False), ["1 of them serious.", "其中1处较为严重。", "dont 1 grave."]),
        ((False, False, False), ["none of them serious.", "均不严重。", "dont aucun n’est grave."]),
    ],
)
def test_errata_are_counted_and_the_serious_ones_among_them(serious: tuple[bool, ...], said: list[str]) -> None:
    errata = tuple(erratum(f"e{place}", serious=each) for place, each in enumerate(serious))
    lines = [errata_line(errata, each) for each in LANGUAGES]
    assert lines[0] == f"3 misprints and doubtful places of the sources are listed in the profile's errata, {said[0]}"
    assert [line.endswith(end) for line, end in zip(lines, said, strict=True)] == [True] * 3


@pytest.mark.parametrize(
    ("serious", "said"),
    [
        (True, ["it is serious.", "较为严重。", "il est grave."]),
        (False, ["it is not serious.", "并不严重。", "il n’est pas grave."]),
    ],
)
def test_a_single_erratum_is_spoken_of_as_one(serious: bool, said: list[str]) -> None:
    lines = [errata_line((erratum("e", serious=serious),), each) for each in LANGUAGES]
    assert lines[0].startswith("1 misprint or doubtful place of the sources is listed")
    assert [line.endswith(end) for line, end in zip(lines, said, strict=True)] == [True] * 3


def errata_line(errata: tuple[Erratum, ...], language: str) -> str:
    profile = evolve(synthetic.profile(), errata=errata)
    words = ("errata", "勘误")
    (line,) = [each for each in caveats(profile, language=language) if any(word in each for word in words)]
    return line


def test_the_threshold_is_that_of_the_framework() -> None:
    lines = caveats(synthetic.profile(), against=synthetic.framework(threshold=0.75))
    assert sum("A node below 75% has no score." in each for each in lines) == 1


@pytest.mark.parametrize(
    ("language", "last"),
    [
        ("en", "Not a ranking of countries: readings of documents, at the stated coverage."),
        ("zh", "中文译文尚未经母语人士审校。"),
        ("fr", "Traduction non encore relue par un locuteur natif."),
    ],
)
def test_a_translation_says_last_that_it_is_one(language: str, last: str) -> None:
    assert caveats(synthetic.profile(), language=language)[-1] == last


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_the_caveats_are_a_list_of_whole_sentences(code: str, language: str) -> None:
    found = assessed(code)
    heading, listing = caveat_blocks(found, Teller.of(found.profile, found.framework, language))
    assert isinstance(heading, Heading)
    assert isinstance(listing, Listing)
    assert [label for label, _ in listing.items] == [""] * len(listing.items)
    assert [text for _, text in listing.items if text != text.strip() or not text.endswith((".", "。"))] == []
    assert len({text for _, text in listing.items}) == len(listing.items)


def teller(profile: Profile, language: str = "en") -> Teller:
    return Teller.of(profile, synthetic.framework(), language)


def unknown(
    levels: Mapping[str, int],
    statuses: Mapping[str, str] | None = None,
    *,
    dimension: str | None = None,
    language: str = "en",
) -> list[Block]:
    report = gap_report(synthetic.assessment(levels, statuses=statuses))
    return list(unknown_blocks(report, teller(report.assessment.profile, language), dimension))


def taught(lessons: Sequence[Lesson], *, dimension: str | None = None, language: str = "en") -> list[Block]:
    profile = synthetic.profile(lessons=lessons)
    return list(lesson_blocks(profile, teller(profile, language), dimension))


def titles_of(found: Sequence[Block]) -> list[str]:
    return [label for each in found if isinstance(each, Listing) for label, _ in each.items]


def caveats(profile: Profile, *, against: Framework | None = None, language: str = "en") -> list[str]:
    found = assess(profile, against or synthetic.framework())
    return list(caveat_lines(found, Teller.of(profile, found.framework, language)))


def with_assessors(assessors: tuple[Assessor, ...]) -> Profile:
    found = synthetic.profile()
    return evolve(found, ratings=evolve(found.ratings, assessors=assessors))


def erratum(id: str, *, serious: bool) -> Erratum:
    return Erratum(
        id=id,
        kind="misprint",
        serious=serious,
        source="study",
        printed=(Printed(text="1990", locus="§1"),),
        why=synthetic.text("It was 1991."),
    )
