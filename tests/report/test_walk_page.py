from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve

from maturity.profile import Profile
from maturity.records.findings import Finding
from maturity.records.governance import Governance, Institution, Role
from maturity.records.legal import Legal
from maturity.records.rows import Item, Row
from maturity.records.sources import StudyPlace
from maturity.report.page import Block, Heading, Listing, Paragraph
from maturity.report.walk_page import carried_places, main_source, part_of, walk_page
from maturity.text import Text
from maturity.vocabulary import Term, Vocabulary
from tests import synthetic
from tests.data_contracts.shipped import country, framework
from tests.synthetic import text


@pytest.mark.parametrize(
    ("locus", "part"),
    [
        ("§5 ¶3", "§5"),
        ("§5", "§5"),
        ("Table 10 row 3", "Table 10"),
        ("Table 10", "Table 10"),
        ("Front matter p. 2", "Front matter"),
        ("footnote 7", "footnote"),
        ("Table", "Table"),
    ],
)
def test_a_place_belongs_to_its_section_or_table(locus: str, part: str) -> None:
    assert part_of(locus) == part


def test_the_main_source_is_the_one_that_most_records_stand_in() -> None:
    sources = [synthetic.source("other"), synthetic.source("study")]
    findings = [at("a", source="other"), at("b"), at("c")]
    assert main_source(synthetic.profile(sources=sources, findings=findings)).id == "study"


def test_of_two_sources_with_as_many_records_the_first_met_is_the_main_one() -> None:
    sources = [synthetic.source("study"), synthetic.source("other")]
    findings = [at("a", source="other"), at("b")]
    assert main_source(synthetic.profile(sources=sources, findings=findings)).id == "other"


def test_a_record_that_stands_at_several_places_is_found_at_each() -> None:
    first, second = at("first", "§1 ¶1; Table 2 row 1"), at("second", "§1 ¶1")
    assert carried_places(synthetic.profile(findings=[first, second])) == {
        "§1 ¶1": [first, second],
        "Table 2 row 1": [first],
    }


def test_a_record_that_names_a_place_twice_stands_there_once() -> None:
    assert carried_places(synthetic.profile(findings=[at("f", "§1; §1")])) == {"§1": [at("f", "§1; §1")]}


def test_an_institution_stands_at_the_places_of_its_roles_too() -> None:
    assert {locus: [each.id for each in found] for locus, found in carried_places(with_fund()).items()} == {
        "Table 5 row 1": ["fund"],
        "§3 ¶2": ["fund"],
        "§4 ¶1": ["fund"],
    }


def test_a_page_follows_the_outline_with_a_heading_for_each_part_and_place() -> None:
    outline = [
        place("§1 ¶1", "Beginning"),
        place("§1 ¶2", "More"),
        place("Table 2 row 1", "A row"),
        place("§1 ¶3", "End"),
    ]
    found = walk(outline, [at("one", "§1 ¶2"), at("two", "§1 ¶2", said="They say.")])
    assert found == [
        Heading(text="A walk through Study 2020: Aland", depth=1),
        found[1],
        Heading(text="§1", depth=2),
        Heading(text="§1 ¶1: Beginning", depth=3),
        Heading(text="§1 ¶2: More", depth=3),
        Listing(items=(("one", "It is so."), ("two", "They say."))),
        Heading(text="Table 2", depth=2),
        Heading(text="Table 2 row 1: A row", depth=3),
        Heading(text="§1", depth=2),
        Heading(text="§1 ¶3: End", depth=3),
    ]
    assert isinstance(found[1], Paragraph)


def test_a_place_without_a_record_says_why_and_one_with_a_record_does_not() -> None:
    why = text("It repeats §2.", fr="Redite du §2.")
    outline = [place("§1 ¶1", "Empty", no_record=why), place("§1 ¶2", "Full", no_record=why)]
    findings = [at("one", "§1 ¶2")]
    assert walk(outline, findings)[3:] == [
        Heading(text="§1 ¶1: Empty", depth=3),
        Paragraph(text="It repeats §2.", note=True),
        Heading(text="§1 ¶2: Full", depth=3),
        Listing(items=(("one", "It is so."),)),
    ]
    assert walk(outline, findings, language="fr")[4] == Paragraph(text="Redite du §2.", note=True)


def test_a_place_is_told_in_the_reader_s_language() -> None:
    outline = [place("§1 ¶1", text("Beginning", zh="开头"))]
    assert walk(outline, [at("f")], language="zh")[3] == Heading(text="§1 ¶1：开头", depth=3)


def test_an_institution_says_at_each_place_what_it_does_there() -> None:
    outline = [place(each, "x") for each in ("Table 5 row 1", "§3 ¶2", "§4 ¶1")]
    profile = evolve(with_fund(), outline=tuple(outline))
    listings = [each for each in walk_page(profile, synthetic.framework()).blocks if isinstance(each, Listing)]
    assert [each.items for each in listings] == [
        (("fund", "The Fund"),),
        (("fund", "The Fund: Pays pensions. Collects."),),
        (("fund", "The Fund: Collects."),),
    ]


def test_a_row_says_what_it_says_of_each_thing_and_of_none() -> None:
    items = (Item(of="fact", text=text("Since 2018.")), Item(of="fact"))
    row = Row(id="row", source="study", locus="Table 10 row 1", row="sso", answer="yes", items=items, text=text("All."))
    bare = evolve(row, id="bare", items=(), text=None)
    terms = Vocabulary(id="enablers", terms=(Term(id="sso", label=text("Single sign-on")),))
    profile = evolve(
        synthetic.profile(), legal=Legal(key_enablers=(row, bare)), outline=(place("Table 10 row 1", "Sign-on"),)
    )
    (listing,) = [
        each
        for each in walk_page(profile, synthetic.framework(vocabularies=[terms])).blocks
        if isinstance(each, Listing)
    ]
    assert listing.items == (
        ("row", "Single sign-on: yes (It is so. and It is so.) It is so.: Since 2018. All."),
        ("bare", "Single sign-on: yes"),
    )


def test_the_walk_through_france_has_every_place_in_order() -> None:
    france = country("FRA", 2022)
    found = walk_page(france, framework()).blocks
    places = [each.text.partition(":")[0] for each in found if isinstance(each, Heading) and each.depth == 3]
    assert places == [each.locus for each in france.outline]
    parts = [each.text for each in found if isinstance(each, Heading) and each.depth == 2]
    assert all(one != other for one, other in pairwise(parts))


def walk(outline: Sequence[StudyPlace], findings: Sequence[Finding], *, language: str = "en") -> list[Block]:
    profile = evolve(synthetic.profile(findings=findings), outline=tuple(outline))
    return list(walk_page(profile, synthetic.framework(), language=language).blocks)


def place(locus: str, about: str | Text, **said: Any) -> StudyPlace:  # noqa: ANN401
    return StudyPlace(locus=locus, about=text(about) if isinstance(about, str) else about, **said)


def at(id: str, locus: str = "§1", *, source: str = "study", said: str = "It is so.") -> Finding:
    return evolve(synthetic.finding(id, source=source, said=said), locus=locus)


def with_fund() -> Profile:
    roles = (
        Role(text=text("Pays pensions."), locus="§3 ¶2"),
        Role(text=text("Collects."), locus="§3 ¶2; §4 ¶1"),
    )
    fund = Institution(
        id="fund", source="study", locus="Table 5 row 1", name=text("The Fund"), kind="agency", roles=roles
    )
    return evolve(synthetic.profile(findings=()), governance=Governance(institutions=(fund,)))
