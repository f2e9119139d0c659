from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from attrs import evolve

from maturity.comparison import Comparison, compare
from maturity.fact_tables import TABLES, FactTable
from maturity.framework import Framework
from maturity.records.context import Branch, Context
from maturity.records.governance import Institution
from maturity.records.legal import Legal
from maturity.records.rows import Item, Row
from maturity.records.sources import Unknown
from maturity.records.statistics import Statistic
from maturity.report.compare_facts import fact_blocks, row_label, said_in_cell
from maturity.report.comparison_data import comparison_data
from maturity.report.facts import Teller
from maturity.report.page import Block, Cell, Listing, Number, Paragraph, Table
from maturity.scoring import Assessment, assess
from maturity.vocabulary import Term, Vocabulary
from tests import synthetic
from tests.charts import compared
from tests.report.views import heads, view
from tests.synthetic import text

AT: dict[str, Any] = {"source": "study", "locus": "Table 10"}
FUND = Institution(**AT, id="fund", name=text("The Fund", zh="基金"), kind="agency")
ACT = Institution(**AT, id="agency", name=text("The Agency"), kind="agency")


def test_a_row_has_a_cell_for_each_country_with_its_answer_and_its_source() -> None:
    found = enablers([row("sso", "yes")], [row("sso", "no"), row("post", "planned")])
    assert found.caption == "Key enablers and standards"
    assert heads(found) == ["Row", "Aland", "Bland"]
    said = {"marks": (1,), "note": "Study 2020, Table 10"}
    assert found.rows == (
        (Cell(text="Single sign-on"), Cell(text="yes", answer="yes", **said), Cell(text="no", answer="no", **said)),  # type: ignore[arg-type]
        (
            Cell(text="Digital post"),
            Cell(text="unknown", answer="unknown"),
            Cell(text="planned", answer="planned", **said),  # type: ignore[arg-type]
        ),
    )


def test_several_records_of_a_cell_are_joined_and_what_they_say_alike_is_said_once() -> None:
    (cells, _) = enablers([row("sso", "yes"), row("sso", "yes", locus="§3"), row("sso", "no", "fund")], []).rows
    assert cells[1].text == "yes; no: The Fund"
    assert cells[1].note == "Study 2020, Table 10\nStudy 2020, §3"


def test_records_that_answer_differently_give_no_one_answer() -> None:
    (cells, _) = enablers([row("sso", "yes"), row("sso", "no")], [row("sso", "no"), row("sso", "no")]).rows
    assert [cell.answer for cell in cells[1:]] == ["", "no"]


def test_an_empty_cell_is_unknown_and_holds_where_one_looked() -> None:
    looked = Unknown(table="key-enablers", rows=("sso",), searched=text("§4 and the portal", zh="第4节"))
    (sso, post) = enablers([], [], unknown=[looked]).rows
    assert sso[1] == Cell(text="unknown", answer="unknown", note="§4 and the portal")
    assert post[1] == Cell(text="unknown", answer="unknown")


def test_where_one_looked_is_told_in_the_reader_s_language() -> None:
    looked = Unknown(table="key-enablers", rows=("sso",), searched=text("§4 and the portal", zh="第4节"))
    found = compare([country("AAA", unknown=[looked]), country("BBB", legal=Legal(key_enablers=(row("sso", "yes"),)))])
    (shown, *_) = blocks("key-enablers", found, language="zh")
    assert isinstance(shown, Table)
    assert shown.rows[0][1].note == "第4节"
    (first, *_) = comparison_data(found, tables=("key-enablers",), language="zh")
    assert (first.state, first.text) == ("unknown", "第4节")


def test_where_one_looked_is_listed_below_the_table() -> None:
    looked = [
        Unknown(table="key-enablers", rows=("sso", "post"), searched=text("§4", zh="第4节")),
        Unknown(table="key-enablers", searched=text("The web")),
        Unknown(table="branches", searched=text("Elsewhere")),
    ]
    assert notes("key-enablers", looked) == (
        ("Aland (Single sign-on and Digital post)", "§4"),
        ("Aland (all empty rows)", "The web"),
    )
    assert notes("key-enablers", looked, language="zh")[0] == ("Aland（单点登录和Digital post）", "第4节")
    assert notes("branches", looked) == (("Aland (all empty rows)", "Elsewhere"),)
    assert notes("portals", looked) == ()


@pytest.mark.parametrize(
    ("id", "cell"),
    [("findings", Cell(text="–")), ("lessons", Cell(text="unknown", answer="unknown"))],
)
def test_that_nothing_was_found_or_said_is_no_answer_of_a_country(id: str, cell: Cell) -> None:
    one = country("AAA", findings=[synthetic.finding("f", bears_on=["a.one"])], lessons=[synthetic.lesson("l")])
    found = fact_table(id, compare([one, country("BBB", findings=[])]))
    assert [row[2] for row in found.rows] == [cell]


def test_a_figure_that_stands_alone_is_a_number_too() -> None:
    found = statistics([figure("users", 84)], [figure("users", 84), figure("users", 90, year=2019)])
    ((label, alone, several),) = found.rows
    assert label == Cell(text="Users")
    assert (alone.text, alone.number) == ("84% (2020)", Number(value=84))
    assert (several.text, several.number) == ("84% (2020); 90% (2019)", None)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ({"value": None, "low": 10, "high": 20}, "10–20% (2020)"),
        ({"value": None, "text": text("two thirds")}, "two thirds (2020)"),
    ],
)
def test_a_range_or_words_are_no_number(said: dict[str, object], shown: str) -> None:
    found = statistics([evolve(figure("users", 1), **said)], [])  # type: ignore[arg-type]
    assert (found.rows[0][1].text, found.rows[0][1].number) == (shown, None)


def test_an_approximate_figure_is_a_number_and_its_text_says_about() -> None:
    cell = statistics([evolve(figure("users", 84), approximate=True)], []).rows[0][1]
    assert (cell.text, cell.number) == ("about 84% (2020)", Number(value=84))


def test_a_row_of_figures_has_their_unit_where_all_are_in_one() -> None:
    same = statistics([figure("users", 1), figure("visits", 5, unit="persons")], [figure("users", 2)])
    assert same.units == ("%", "persons")
    differing = statistics([figure("users", 1)], [figure("users", 2, unit="persons")])
    assert differing.units == ("",)
    assert statistics([figure("users", 1, unit="")], []).units == ("",)


def test_only_figures_have_units() -> None:
    assert enablers([row("sso", "yes")], []).units == ()


def test_marks_are_the_numbers_of_the_sources_in_the_list() -> None:
    sources = [synthetic.source("first", title="First"), synthetic.source("second", title="Second")]
    rows = [row("sso", "yes", source="second"), row("post", "yes", source="first")]
    one = country("AAA", legal=Legal(key_enablers=tuple(rows)), sources=sources)
    found = fact_table("key-enablers", compare([one]))
    assert [cells[1].marks for cells in found.rows] == [(1,), (2,)]


@pytest.mark.parametrize(
    ("table", "term", "language", "label"),
    [
        ("key-enablers", "sso", "en", "Single sign-on"),
        ("key-enablers", "sso", "zh", "单点登录"),
        ("key-enablers", "post", "fr", "Digital post"),
        ("findings", "a/risk", "en", "Label of a · Risk"),
        ("findings", "none/remark", "en", "No dimension · Remark"),
        ("findings", "none/remark", "zh", "不属于任何维度 · 说明"),
        ("lessons", "b", "en", "Label of b"),
        ("lessons", "none", "fr", "Aucune dimension"),
    ],
)
def test_a_row_is_called_by_its_term_in_the_reader_s_language(table: str, term: str, language: str, label: str) -> None:
    found = compare([country("AAA")])
    teller = view(found, language=language).teller
    assert row_label(term, table_of(table), found, teller) == label


def test_a_row_of_the_coordination_matrix_names_all_three() -> None:
    teller = view(compared("FRA")).teller
    named = row_label("e-government/vision/wider", table_of("coordination"), compared("FRA"), teller)
    assert len(named.split(" · ")) == 3


@pytest.mark.parametrize(
    ("language", "said"), [("en", "partly: The Fund and The Agency"), ("zh", "部分：基金和The Agency")]
)
def test_a_row_says_its_answer_with_the_things_that_it_links(language: str, said: str) -> None:
    assert said_in_cell(row("sso", "partly", "fund", "agency"), teller(language)) == said


def test_a_figure_says_no_name_in_a_cell_and_a_thing_its_name_alone() -> None:
    branch = Branch(**AT, id="health", name=text("Health"), contingencies=(), coverage=(text("All residents"),))
    said = [said_in_cell(each, teller()) for each in (figure("users", 84), branch, synthetic.finding("f"))]
    assert said == ["84% (2020)", "Health", "It is so."]


def enablers(one: Sequence[Row], other: Sequence[Row], *, unknown: Sequence[Unknown] = ()) -> Table:
    countries = [
        country(code, legal=Legal(key_enablers=tuple(rows)), unknown=unknown)
        for code, rows in (("AAA", one), ("BBB", other))
    ]
    return fact_table("key-enablers", compare(countries))


def statistics(one: Sequence[Statistic], other: Sequence[Statistic]) -> Table:
    countries = [
        country(code, context=Context(statistics=tuple(figures))) for code, figures in (("AAA", one), ("BBB", other))
    ]
    return fact_table("statistics", compare(countries))


def notes(table: str, unknown: Sequence[Unknown], *, language: str = "en") -> tuple[tuple[str, str], ...]:
    """What stands below the table: a sentence and a list, or nothing."""
    _, *below = blocks(table, compare([country("AAA", unknown=unknown)]), language=language)
    if not below:
        return ()
    sentence, listing = below
    assert isinstance(sentence, Paragraph)
    assert isinstance(listing, Listing)
    return listing.items


def fact_table(id: str, comparison: Comparison) -> Table:
    found = blocks(id, comparison)[0]
    assert isinstance(found, Table)
    return found


def blocks(id: str, comparison: Comparison, *, language: str = "en") -> list[Block]:
    return list(fact_blocks(view(comparison, language=language), table_of(id)))


def table_of(id: str) -> FactTable:
    return next(each for each in TABLES if each.id == id)


def teller(language: str = "en") -> Teller:
    return view(compare([country("AAA")]), language=language).teller


def country(
    code: str,
    *,
    legal: Legal | None = None,
    unknown: Sequence[Unknown] = (),
    context: Context | None = None,
    **said: Any,  # noqa: ANN401
) -> Assessment:
    begun = synthetic.profile(code=code, name={"AAA": "Aland", "BBB": "Bland"}[code], context=context, **said)
    governance = evolve(begun.governance, institutions=(FUND, ACT))
    return assess(evolve(begun, governance=governance, legal=legal or Legal(), unknown=tuple(unknown)), with_terms())


def row(term: str, answer: str, *things: str, **said: Any) -> Row:  # noqa: ANN401
    items = tuple(Item(of=each) for each in things)
    return Row(**{**AT, "id": f"{term}-{answer}", "row": term, "answer": answer, "items": items, **said})


def figure(statistic: str, value: float, *, unit: str = "%", year: int = 2020) -> Statistic:
    return Statistic(**AT, id=statistic, statistic=statistic, value=value, unit=unit, year=year)


def with_terms() -> Framework:
    terms: Mapping[str, tuple[Term, ...]] = {
        "enablers": (
            Term(id="sso", label=text("Single sign-on", zh="单点登录")),
            Term(id="post", label=text("Digital post")),
        ),
        "statistics": (Term(id="users", label=text("Users")), Term(id="visits", label=text("Visits"))),
    }
    return synthetic.framework(vocabularies=[Vocabulary(id=id, terms=inside) for id, inside in terms.items()])
