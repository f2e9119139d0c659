"""Empty items, made from the classes that read them; whole files are tested in `test_new_wave.py`."""

import attrs
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from maturity.framework import Framework
from maturity.records.errata import Erratum
from maturity.records.findings import Finding, Lesson
from maturity.records.governance import Coordination
from maturity.records.legal import Legal, LegalAct
from maturity.records.ratings import Assessor
from maturity.records.rows import Row
from maturity.records.sources import Source
from maturity.records.statistics import Statistic
from maturity.render.width import columns_of
from maturity.scaffold.guidance import WIDTH
from maturity.scaffold.templates import (
    Kind,
    as_yaml,
    block_item,
    explain_field,
    flow_item,
    list_fields,
    list_shared_fields,
    listed_kind,
)
from maturity.text import Text
from maturity.vocabulary import Term, Vocabulary
from tests import synthetic


def explained(kind: Kind, name: str, language: str = "en", *, terms: int = 2) -> str:
    """What is said of a field, in one line."""
    levels = [
        Term(id=f"level-{each}", label=synthetic.text(f"Level {each}", zh=f"{each}级")) for each in range(1, terms + 1)
    ]
    framework: Framework = synthetic.framework(vocabularies=[Vocabulary(id="coordination-levels", terms=tuple(levels))])
    lines = list(explain_field(attrs.fields_dict(kind)[name], framework, language))
    return " ".join(each.removeprefix("##").strip() for each in lines)


def test_a_list_s_kind_is_what_it_holds() -> None:
    assert listed_kind(attrs.fields(Legal).acts.type) is LegalAct


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (Row, ["id", "row", "answer", "items", "text", "source", "locus"]),
        (Coordination, ["id", "matrix", "level", "scope", "bodies", "open", "source", "locus"]),
        (Assessor, ["id", "kind", "date", "note"]),
        (Erratum, ["id", "kind", "serious", "source", "printed", "why", "reading", "records", "cites"]),
    ],
)
def test_fields_stand_in_the_order_in_which_they_are_filled_in(kind: Kind, names: list[str]) -> None:
    assert [each.name for each in list_fields(kind)] == names


def test_what_every_record_may_have_is_said_once() -> None:
    assert [each.name for each in list_shared_fields()] == ["cites", "printed", "later", "note"]


def test_an_item_has_a_line_for_each_key() -> None:
    assert list(block_item(Row, {"id": "key-enablers-sso", "row": "sso"})) == [
        "  - id: key-enablers-sso",
        "    row: sso",
        "    answer:",
        "    items: []",
        "    text:",
        "    source:",
        "    locus:",
    ]


def test_empty_values_are_of_the_kind_that_belongs_there() -> None:
    assert list(block_item(Lesson, {}))[-4:] == [
        "    transfers_when: {text: , by: }",
        "    about: []",
        "    source:",
        "    locus:",
    ]
    assert "    estimate: false" in list(block_item(Statistic, {}))
    assert {"    in_force:", "    name:"} < set(block_item(LegalAct, {}))


def test_an_item_in_braces_has_what_must_be_there_what_is_known_and_what_is_asked_for() -> None:
    given_ = {"id": "people-2026", "statistic": "population", "unit": "persons"}
    assert list(flow_item(Statistic, given_, ("value",))) == [
        "  - {id: people-2026, statistic: population, value: , unit: persons,",
        "     source: , locus: }",
    ]
    assert list(flow_item(Assessor, {}, ())) == ["  - {id: , kind: , date: }"]


@given(st.dictionaries(st.sampled_from(["id", "statistic", "unit", "year"]), st.text("abc-", min_size=1, max_size=70)))
def test_an_item_in_braces_is_one_item_however_long_it_is(known: dict[str, str]) -> None:
    values = {key: as_yaml(value) for key, value in known.items()}
    lines = list(flow_item(Statistic, values, ("year",)))
    (item,) = yaml.safe_load("\n".join(lines))
    assert {key: value for key, value in item.items() if value is not None} == known
    assert all(columns_of(line) <= WIDTH - 2 or line.count(":") == 1 for line in lines)


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        (Source, "rank", "rank*: Primary: made by the body that knows at first hand. One of: primary | secondary."),
        (LegalAct, "year", "year: Year of adoption."),
        (LegalAct, "kind", "kind*: What it is. One of: law | ordinance | decree | regulation | directive."),
        (Erratum, "printed", "printed*: What stands in the source. Each: {text: …, locus: …}."),
        (Row, "items", "items: Things that the row links to. Each: {of: …, text: …}."),
        (Finding, "bears_on_none", "bears_on_none: Why it speaks to no indicator."),
    ],
)
def test_a_field_is_explained_with_its_choices_or_its_shape_and_a_star_if_it_must_be_there(
    kind: Kind, name: str, expected: str
) -> None:
    assert explained(kind, name) == expected


def test_terms_stand_with_their_labels_in_the_reader_s_language() -> None:
    found = explained(Coordination, "level")
    assert found.endswith("One of: level-1 (Level 1) | level-2 (Level 2).")
    assert explained(Coordination, "level", "zh").endswith("可选值：level-1（1级） | level-2（2级）。")
    assert explained(Coordination, "level", "fr").endswith("Au choix\u00a0: level-1 (Level 1) | level-2 (Level 2).")


@pytest.mark.parametrize(("terms", "listed"), [(20, True), (21, False)])
def test_more_than_twenty_terms_are_not_listed(terms: int, listed: bool) -> None:
    assert ("One of:" in explained(Coordination, "level", terms=terms)) is listed


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("plain", "plain"),
        ("Land of (some) l’État", "Land of (some) l’État"),
        ("km²", "km²"),
        ("中国", "中国"),
        ("x", "x"),
        ("", '""'),
        ("1.0", '"1.0"'),
        ("2026", '"2026"'),
        ("no", '"no"'),
        ("NULL", '"NULL"'),
        ("a: b", '"a: b"'),
        ("a, b", '"a, b"'),
        ("a #b", '"a #b"'),
        ("%", '"%"'),
        ('say "a"', '"say \\"a\\""'),
        (" a", '" a"'),
        ("a ", '"a "'),
        ("a\nb", '"a\\nb"'),
    ],
)
def test_a_word_is_quoted_where_yaml_would_bend_it(word: str, written: str) -> None:
    assert as_yaml(word) == written


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn", "Co"]), max_size=20))
def test_any_word_is_read_as_it_was_in_braces_too(word: str) -> None:
    assert yaml.safe_load(f"{{a: {as_yaml(word)}, b: [{as_yaml(word)}]}}") == {"a": word, "b": [word]}


def test_a_text_in_several_languages_is_no_shape_of_its_own() -> None:
    assert attrs.fields(Finding).text.type is Text
    assert "Each:" not in explained(Finding, "text")
