from maturity.dates import Date
from maturity.files.references import Reference, list_definitions, list_references
from maturity.records.findings import Finding
from maturity.records.governance import Governance, Institution, Role
from maturity.records.legal import Legal, LegalAct
from maturity.records.ratings import Assessor, FrameworkReference, Rating, Ratings
from maturity.records.rows import Item, Row
from maturity.records.statistics import Statistic
from maturity.text import Text

TEXT = Text(original="text")


def finding(*, id: str = "few", about: tuple[str, ...] = (), bears_on: tuple[str, ...] = ()) -> Finding:
    return Finding(id=id, source="study", locus="§1", kind="remark", text=TEXT, about=about, bears_on=bears_on)


def row(*, row: str = "data-protection", items: tuple[Item, ...] = ()) -> Row:
    return Row(id=f"row-{row}", source="study", locus="Table 1", row=row, answer="yes", items=items)


def test_every_record_refers_to_its_source() -> None:
    assert list_references(Legal(findings=(finding(),))) == [Reference("sources", "study", ("findings", 0, "source"))]


def test_references_say_what_they_refer_to_and_where() -> None:
    section = Governance(findings=(finding(about=("fund", "ministry"), bears_on=("alpha.law",)),))
    assert list_references(section)[1:] == [
        Reference("indicators", "alpha.law", ("findings", 0, "bears_on", 0)),
        Reference("records", "fund", ("findings", 0, "about", 0)),
        Reference("records", "ministry", ("findings", 0, "about", 1)),
    ]


def test_a_row_refers_to_the_vocabulary_of_its_table() -> None:
    section = Legal(
        legal_framework=(row(items=(Item(of="privacy-act"),)),), key_enablers=(row(row="eid"), row(row="sso"))
    )
    assert [each for each in list_references(section) if each.refers != "sources"] == [
        Reference("vocabulary/legal-areas", "data-protection", ("legal_framework", 0, "row")),
        Reference("records", "privacy-act", ("legal_framework", 0, "items", 0, "of")),
        Reference("vocabulary/enablers", "eid", ("key_enablers", 0, "row")),
        Reference("vocabulary/enablers", "sso", ("key_enablers", 1, "row")),
    ]


def test_a_value_that_is_left_out_refers_to_nothing() -> None:
    statistic = Statistic(
        id="people", source="study", locus="§1", statistic="population", unit="persons", value=1, as_of=Date("2020")
    )
    assert [each.refers for each in list_references(Legal(statistics=(statistic,)))] == [
        "sources",
        "vocabulary/statistics",
    ]


def test_references_inside_parts_of_a_record_are_found() -> None:
    fund = Institution(
        id="fund",
        source="study",
        locus="§2",
        name=TEXT,
        kind="fund",
        roles=(Role(text=TEXT, locus="§3", cites=("annex",)),),
    )
    assert Reference("sources", "annex", ("institutions", 0, "roles", 0, "cites", 0)) in list_references(
        Governance(institutions=(fund,))
    )


def test_ratings_refer_to_indicators_and_evidence() -> None:
    rating = Rating(indicator="alpha.law", status="not-rated", evidence=("few",), branch="old-age", rationale=TEXT)
    ratings = Ratings(
        framework=FrameworkReference(id="demo", version="1.0"),
        assessors=(Assessor(id="team", kind="project", date=Date("2021")),),
        ratings=(rating,),
    )
    assert list_references(ratings) == [
        Reference("indicators", "alpha.law", ("ratings", 0, "indicator")),
        Reference("records", "few", ("ratings", 0, "evidence", 0)),
        Reference("records", "old-age", ("ratings", 0, "branch")),
    ]


def test_definitions_are_all_values_with_an_id() -> None:
    act = LegalAct(id="act", source="study", locus="§1", name=TEXT, level="national", kind="law")
    section = Legal(acts=(act,), legal_framework=(row(items=(Item(of="act"),)),), findings=(finding(id="few"),))
    assert [(each.id, each.path) for each in list_definitions(section)] == [
        ("few", ("findings", 0)),
        ("act", ("acts", 0)),
        ("row-data-protection", ("legal_framework", 0)),
    ]


def test_a_value_does_not_define_itself() -> None:
    assert list_definitions(finding()) == []
