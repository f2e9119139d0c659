import attrs
import pytest

from maturity.profile import Profile
from maturity.records.section import Section
from maturity.workbook.tables import form_columns, languages_of, list_options, list_tables

ANYWHERE = ("statistics", "findings", "milestones", "programmes")


def test_ratings_come_first_then_sections_what_any_section_holds_and_what_surrounds_them() -> None:
    assert [each.id for each in list_tables()] == [
        "ratings.ratings",
        "context.branches",
        "governance.institutions",
        "governance.coordination",
        "legal.acts",
        "legal.legal_framework",
        "legal.platforms",
        "legal.key_enablers",
        "back_end.standards",
        "back_end.back_end_standards",
        "back_end.transformations",
        "front_end.portals",
        "front_end.portal_ecosystem",
        "skills.activities",
        "inclusion.actions",
        "inclusion.results",
        "lessons.lessons",
        *ANYWHERE,
        "sources",
        "figures",
        "unknown",
        "outline",
        "ratings.assessors",
        "errata",
    ]


def test_every_list_of_records_of_a_profile_is_in_one_table() -> None:
    paths = [path for table in list_tables() for path in table.paths]
    assert len(paths) == len(set(paths))
    sections = [
        each for each in attrs.fields(Profile) if isinstance(each.type, type) and issubclass(each.type, Section)
    ]
    assert {(each.name, name) for each in sections for name in ANYWHERE} <= set(paths)
    for table in list_tables():
        for path in table.paths:
            kind: object = Profile
            for name in path:
                kind = attrs.fields_dict(kind)[name].type  # type: ignore[arg-type]
            assert kind == tuple[table.kind, ...]  # type: ignore[name-defined]


def test_only_what_any_section_may_hold_says_in_which_it_stands() -> None:
    assert tuple(each.id for each in list_tables() if each.in_sections) == ANYWHERE
    paths = next(each.paths for each in list_tables() if each.id == "findings")
    assert [path[0] for path in paths] == [
        "context",
        "governance",
        "legal",
        "back_end",
        "front_end",
        "skills",
        "inclusion",
        "lessons",
    ]


@pytest.mark.parametrize(
    ("table", "lead"),
    [("legal.acts", "id"), ("ratings.ratings", "indicator"), ("unknown", "table"), ("outline", "locus")],
)
def test_the_first_column_tells_records_apart(table: str, lead: str) -> None:
    assert next(each for each in list_tables() if each.id == table).lead.key == lead


@pytest.mark.parametrize(
    ("table", "vocabulary"),
    [
        ("legal.legal_framework", "vocabulary/legal-areas"),
        ("legal.key_enablers", "vocabulary/enablers"),
        ("back_end.back_end_standards", "vocabulary/standard-areas"),
        ("front_end.portal_ecosystem", "vocabulary/portal-categories"),
    ],
)
def test_the_rows_of_a_table_are_chosen_from_its_own_vocabulary(table: str, vocabulary: str) -> None:
    columns = next(each.columns for each in list_tables() if each.id == table)
    assert [(each.holds, each.choices) for each in columns if each.key == "row"] == [("choice", vocabulary)]


def test_the_form_has_what_stands_once_and_no_list_of_records() -> None:
    keys = [each.key for each in form_columns()]
    assert keys == [
        "code",
        "wave",
        "names.en",
        "names.zh",
        "names.fr",
        "names.local",
        "language",
        "official_languages",
        "evidence_until",
        "status.stage",
        "status.who",
        "status.when",
        "status.note",
        "ratings.framework.id",
        "ratings.framework.version",
    ]


def test_sections_are_the_first_list_to_choose_from_and_no_list_stands_twice() -> None:
    first, *others = list_options()
    assert (first.id, first.words[:3]) == ("section", ("context", "governance", "legal"))
    ids = [each.id for each in list_options()]
    assert len(ids) == len(set(ids))
    assert {each.id: each.words for each in others}["Row.answer"] == ("yes", "partly", "planned", "no")


def test_every_closed_list_of_a_column_is_listed() -> None:
    columns = [*form_columns(), *(column for table in list_tables() for column in table.columns)]
    named = {each.choices for each in columns if each.holds == "choice" and not each.choices.startswith("vocabulary/")}
    assert named <= {each.id for each in list_options()}
    assert len(named) > 10


@pytest.mark.parametrize(
    ("language", "found", "expected"),
    [
        ("en", set(), ("en", "zh", "fr")),
        ("fr", {"en"}, ("fr", "en", "zh")),
        ("da", {"da", "sv", "de"}, ("da", "en", "zh", "fr", "de", "sv")),
    ],
)
def test_a_language_stands_once_the_profile_s_own_in_front(
    language: str, found: set[str], expected: tuple[str, ...]
) -> None:
    assert languages_of(language, found) == expected
