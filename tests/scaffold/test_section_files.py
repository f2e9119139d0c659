"""One list of a file at a time; whole files are tested in `test_new_wave.py`."""

import attrs
import pytest
import yaml

from maturity.framework import Framework
from maturity.profile import Profile
from maturity.records.context import Context
from maturity.records.governance import Governance
from maturity.records.legal import Legal
from maturity.records.skills import Skills
from maturity.scaffold.section_files import list_lines, section_lines
from maturity.scaffold.templates import Kind
from maturity.vocabulary import Term, Vocabulary
from tests import synthetic


def vocabulary(id: str, *terms: str, unit: str | None = None) -> Vocabulary:
    return Vocabulary(
        id=id,
        terms=tuple(
            Term(id=each, label=synthetic.text(each.capitalize(), zh=f"“{each}”"), unit=unit) for each in terms
        ),
    )


def framework(*vocabularies: Vocabulary) -> Framework:
    return synthetic.framework(vocabularies=vocabularies)


def lines(kind: Kind, name: str, by: Framework, language: str = "en") -> list[str]:
    return list(list_lines(kind, attrs.fields_dict(kind)[name], by, language, 2026))


def offered(found: list[str]) -> list[dict[str, object]]:
    """The items that wait to be filled in."""
    text = "\n".join(each.removeprefix("# ") for each in found if each.startswith("# "))
    items: list[dict[str, object]] = yaml.safe_load(text) or []
    return items


def labels(found: list[str]) -> list[str]:
    """What stands above each item."""
    behind = next(place for place, each in enumerate(found) if each.endswith(": []"))
    return [each.removeprefix("##").strip() for each in found[behind:] if each.startswith("##")]


ENABLERS = vocabulary("enablers", "eid", "single-sign-on")


def test_a_list_is_explained_then_empty_then_offered() -> None:
    found = lines(Legal, "key_enablers", framework(ENABLERS))
    assert found[:2] == ["", "## Table 10: one entry for each enabler; items are platforms or standards."]
    assert found.count("key_enablers: []") == 1
    before, behind = found[: found.index("key_enablers: []")], found[found.index("key_enablers: []") + 1 :]
    assert all(each.startswith("##") for each in before[1:])
    assert all(each.startswith("#") for each in behind)


def test_each_term_of_a_table_s_vocabulary_is_a_row_with_an_id_and_its_label_above() -> None:
    found = lines(Legal, "key_enablers", framework(ENABLERS))
    assert [(each["id"], each["row"]) for each in offered(found)] == [
        ("key-enablers-eid", "eid"),
        ("key-enablers-single-sign-on", "single-sign-on"),
    ]
    assert [each for each in found if "eid" in each] == ["#   - id: key-enablers-eid", "#     row: eid"]
    assert labels(found) == ["Eid", "Single-sign-on"]
    assert labels(lines(Legal, "key_enablers", framework(ENABLERS), "zh")) == ["“eid”", "“single-sign-on”"]


def test_every_cell_of_a_matrix_is_an_item_in_braces() -> None:
    by = framework(
        vocabulary("coordination-matrices", "social", "digital"),
        vocabulary("coordination-levels", "vision", "strategy"),
        vocabulary("coordination-scopes", "wider"),
    )
    found = lines(Governance, "coordination", by)
    items = offered(found)
    assert [each["id"] for each in items] == [
        "coordination-social-vision-wider",
        "coordination-social-strategy-wider",
        "coordination-digital-vision-wider",
        "coordination-digital-strategy-wider",
    ]
    assert (items[0]["matrix"], items[0]["level"], items[0]["scope"]) == ("social", "vision", "wider")
    assert labels(found)[0] == "Social · Vision · Wider"
    assert [each for each in found if each.startswith("#   - ")] == [
        each for each in found if each.startswith("#   - {")
    ]


@pytest.mark.parametrize(
    ("kind", "name"), [(Legal, "acts"), (Governance, "institutions"), (Profile, "sources"), (Skills, "statistics")]
)
def test_a_list_without_rows_offers_one_empty_item(kind: Kind, name: str) -> None:
    found = lines(kind, name, framework(vocabulary("institution-kinds", "fund"), vocabulary("statistics", "people")))
    (item,) = offered(found)
    assert item["id"] is None
    assert labels(found) == []


def test_a_table_whose_vocabulary_is_empty_offers_one_empty_row() -> None:
    assert [each["id"] for each in offered(lines(Legal, "key_enablers", framework()))] == [None]


def test_the_statistics_that_there_are_stand_ready_in_the_context_with_wave_and_unit() -> None:
    people = vocabulary("statistics", "people", unit="persons (1 000)")
    found = lines(Context, "statistics", framework(people))
    assert labels(found) == ["People"]
    (item,) = offered(found)
    assert item == {
        "id": "people-2026",
        "statistic": "people",
        "value": None,
        "unit": "persons (1 000)",
        "year": None,
        "source": None,
        "locus": None,
    }


def test_elsewhere_statistics_say_where_those_are() -> None:
    found = lines(Skills, "statistics", framework(vocabulary("statistics", "people")))
    assert found[1].startswith("## Figures that belong to this section")
    assert lines(Context, "statistics", framework())[1].startswith("## Figures: what the wave's sources give.")


def keys(kind: Kind) -> list[str]:
    found = list(section_lines(kind, framework(), "en", 2026))
    return [each.removesuffix(": []") for each in found if each.endswith(": []") and not each.startswith("#")]


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (Context, ["statistics", "branches", "findings", "milestones", "programmes"]),
        (Skills, ["activities", "statistics", "findings", "milestones", "programmes"]),
    ],
)
def test_a_section_s_own_lists_come_first_and_figures_first_in_the_context(kind: Kind, names: list[str]) -> None:
    assert keys(kind) == names


def test_a_section_says_first_what_every_record_may_have_and_offers_defaults() -> None:
    found = list(section_lines(Skills, framework(), "en", 2026))
    assert found[:2] == ["", "## Every record may also have:"]
    assert "# defaults: {source: , locus: }" in found
    said = [each.split(":")[0].removeprefix("##").strip() for each in found[2:] if each.startswith("##   ")]
    assert [each for each in said if each in ("cites", "printed", "later", "note")] == [
        "cites",
        "printed",
        "later",
        "note",
    ]
