from collections import Counter
from typing import Any, get_args

import attrs
import pytest

from maturity.profile import Profile
from maturity.reading import load_country
from maturity.records.back_end import BackEnd
from maturity.records.context import Context
from maturity.records.findings import Finding
from maturity.records.front_end import FrontEnd
from maturity.records.governance import Governance
from maturity.records.inclusion import Inclusion
from maturity.records.legal import Legal
from maturity.records.lessons import Lessons
from maturity.records.record import Record
from maturity.records.section import Section
from maturity.records.skills import Skills
from tests.shipped import france
from tests.synthetic import finding

SHARED = ["statistics", "findings", "milestones", "programmes"]
TABLES: dict[type[Section], list[str]] = {
    Context: ["branches"],
    Governance: ["institutions", "coordination"],
    Legal: ["acts", "legal_framework", "platforms", "key_enablers"],
    BackEnd: ["standards", "back_end_standards", "transformations"],
    FrontEnd: ["portals", "portal_ecosystem"],
    Skills: ["activities"],
    Inclusion: ["actions", "results"],
    Lessons: ["lessons"],
}
"""The tables of each section in the study's order, behind those that any section may have."""


def tables_of(kind: type[Section]) -> list[str]:
    return [each.name for each in attrs.fields(kind)]


@pytest.mark.parametrize("kind", TABLES)
def test_a_section_has_what_any_may_have_and_its_own_tables(kind: type[Section]) -> None:
    assert tables_of(kind) == [*SHARED, *TABLES[kind]]


@pytest.mark.parametrize("kind", TABLES)
def test_a_section_that_says_nothing_is_empty(kind: type[Section]) -> None:
    assert list(kind().records()) == []


@pytest.mark.parametrize("kind", TABLES)
def test_records_come_table_by_table_in_their_own_order(kind: type[Section]) -> None:
    names = tables_of(kind)
    tables: dict[str, Any] = {name: (finding(f"{at}-b"), finding(f"{at}-a")) for at, name in enumerate(names)}
    expected = [f"{place}-{letter}" for place in range(len(names)) for letter in "ba"]
    assert [each.id for each in kind(**tables).records()] == expected


@pytest.mark.parametrize("kind", TABLES)
def test_every_table_holds_records(kind: type[Section]) -> None:
    held = [get_args(each.type)[0] for each in attrs.fields(kind)]
    assert all(issubclass(each, Record) for each in held)


def test_the_sections_of_a_profile_are_those_of_the_study() -> None:
    assert [type(each) for each in france().profile.sections] == list(TABLES)


@pytest.mark.parametrize("code", ["FRA", "CHN"])
def test_a_country_s_records_are_each_listed_once_and_bear_ids_of_their_own(code: str) -> None:
    profile: Profile = load_country(code, framework=france().framework)
    ids = Counter(each.id for each in profile.records())
    tables = sum(len(getattr(section, name)) for section in profile.sections for name in tables_of(type(section)))
    assert (len(ids), ids.most_common(1)[0][1]) == (tables, 1)
    assert tables > 200
    assert {each.id for each in profile.findings} == {
        each.id for each in profile.records() if isinstance(each, Finding)
    }
