import re
from functools import cache
from html.parser import HTMLParser

import narwhals as nw
import pytest
from attrs import evolve

from maturity.comparison import Comparison, compare
from maturity.framework import ROOT
from maturity.gaps import GapReport, gap_report
from maturity.problems import UnknownNameError
from maturity.render.html import render_html_fragment
from maturity.report.compare_page import TABLE_IDS
from maturity.report.comparison_data import comparison_data
from maturity.report.gap_data import gap_data
from maturity.report.gap_page import gap_page
from maturity.scoring import Assessment, assess
from maturity.targets import Target
from tests import synthetic
from tests.data_contracts.shipped import WAVES, country, framework
from tests.shipped import france, france_report

VOID = ("br", "img", "meta", "hr", "input", "link")


@cache
def everyone() -> Comparison:
    return compare([assess(country(code, wave), framework()) for code, wave in WAVES])


def results() -> tuple[Assessment, GapReport, Comparison]:
    return france(), france_report(), everyone()


class Nesting(HTMLParser):
    """Which tags there are, and whether each is closed where it must be."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("place", range(3), ids=["assessment", "gaps", "comparison"])
@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_what_a_notebook_shows_is_one_closed_element_that_asks_for_nothing(place: int, language: str) -> None:
    found = Nesting(results()[place].show(language=language).html)
    assert found.open == []
    assert found.tags[0] == "div"
    assert ("lang", language) in found.attributes
    assert not {"html", "head", "body", "main", "script", "link", "img", "iframe", "h1"} & set(found.tags)
    assert "table" in found.tags
    assert not any(name in ("src", "href") and not str(value).startswith("#") for name, value in found.attributes)


@pytest.mark.parametrize("place", range(3))
def test_every_style_is_kept_to_what_is_shown(place: int) -> None:
    html = results()[place]._repr_html_()
    (style,) = re.findall(r"<style>(.*?)</style>", html, flags=re.DOTALL)
    inner = style.replace("@media print {", "")
    selectors = [each.strip(" \n}") for each in re.findall(r"([^{}]+)\{", inner)]
    assert len(selectors) > 10
    assert all(each.startswith(".maturity") for each in selectors)
    for rule in re.findall(r"\{([^{}]*)\}", inner):  # the notebook's own colours, dark or light, or both ours
        assert len(re.findall(r"(?<![-\w])(?:color|background): ?#", rule)) in (0, 2)
    assert "url(" not in style
    assert "@import" not in style


def test_a_notebook_shows_the_same_as_asking_for_it_in_english() -> None:
    for each in results():
        assert each._repr_html_() == each.show()._repr_html_() == each.show(language="en").html


def test_the_brief_report_has_the_tables_and_the_whole_one_has_everything() -> None:
    brief, whole = france_report().show(), france_report().show(details=True)
    assert whole.html == render_html_fragment(gap_page(france_report(), with_charts=True))
    assert whole.text.count("Evidence") > len(france_report().gaps)
    for gap in france_report().gaps:
        assert str(gap.indicator.label) in re.sub(r"&#x27;", "'", brief.html)
    assert len(brief.html) < len(whole.html) / 4


def test_a_prompt_gets_text_of_eighty_columns() -> None:
    for each in results():
        view = each.show()
        assert repr(view) == view.text
        assert max(map(len, view.text.splitlines())) <= 80


def test_one_dimension_and_chosen_tables_are_shown_alone() -> None:
    legal = france_report().show(dimension="legal").text
    assert "Single sign-on" in legal
    assert "Leadership" not in legal
    chosen = everyone().show(tables=["statistics", "levels"]).text
    assert everyone().show(tables="statistics").text.count("\nStatistics\n") == 1
    assert chosen.index("Levels") < chosen.index("Statistics")
    assert everyone().show(tables="all").html.count("<table>") == len(TABLE_IDS)


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: france().show(language="de"), "unknown language 'de' (en, zh, fr)"),
        (lambda: france_report().show(dimension="legl"), "unknown dimension 'legl' (did you mean 'legal'?)"),
        (lambda: everyone().show(tables="score"), "unknown table 'score' (did you mean 'scores'?)"),
        (lambda: everyone().to_frame(tables=["statistic"]), "unknown table 'statistic' (did you mean 'statistics'?)"),
        (lambda: france().to_frame(backend="panda"), "unknown backend 'panda' (did you mean 'pandas'?)"),
    ],
)  # fmt: skip
def test_an_unknown_name_is_answered_with_the_nearest(ask: object, message: str) -> None:
    assert callable(ask)
    with pytest.raises(UnknownNameError) as raised:
        ask()
    assert str(raised.value) == message


def test_a_prompt_shows_each_result_in_one_line() -> None:
    one = synthetic.assessment({"a.one": 2, "a.two": 2, "a.three": 2}, statuses={"b.four": "not-applicable"})
    other = synthetic.assessment({"a.one": 1}, code="BBB")
    said = "AAA 2020: 50 of 100, 3 of 4 indicators rated, coverage 50%"
    nothing = "BBB 2020: no score, 1 of 5 indicators rated, coverage 13%"
    assert repr(one) == f"<Assessment of {said}>"
    assert repr(gap_report(one)) == f"<GapReport of {said}; 3 gaps to level 4>"
    assert repr(gap_report(one, target=Target.best(of=[other]))) == f"<GapReport of {said}; 0 gaps to best>"
    assert repr(compare([one, other])) == f"<Comparison of {said}; {nothing}; 1 indicators rated in all>"
    assert repr(one.profile) == "<Profile of AAA 2020: 1 records, 1 sources, draft>"
    assert repr(one.framework) == "<Framework demo 1.0: 2 dimensions, 5 indicators>"


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
def test_an_assessment_as_a_frame_has_every_score(backend: str) -> None:
    found = nw.from_native(france().to_frame(backend=backend), eager_only=True)
    rows = {each["id"]: each for each in found.rows(named=True)}
    assert list(rows) == [each.id for each in france().scores]
    for each in france().scores:
        row = rows[each.id]
        assert (row["score"], row["coverage"], row["level"]) == (each.score, each.coverage, france().level(each.id))
        if each.kind == "indicator":
            assert row["weight"] == pytest.approx(france().effective_weight(each.id))
    assert rows[ROOT]["parent"] is None
    assert rows[ROOT]["score"] == pytest.approx(
        sum(row["weight"] * row["score"] for row in rows.values() if row["kind"] == "indicator" and row["score"])
    )
    unrated = [row for row in rows.values() if row["state"] != "rated"]
    assert len(unrated) == 3
    assert all(row["score"] is None and row["confidence"] is None for row in unrated)


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
def test_a_gap_report_as_a_frame_has_every_indicator(backend: str) -> None:
    found = nw.from_native(france_report().to_frame(backend=backend, language="fr"), eager_only=True)
    expected = gap_data(france_report(), language="fr").indicators
    assert found.columns[:2] == ["country", "wave"]
    assert set(found["country"].to_list()) == {"FRA"}
    for row, each in zip(found.rows(named=True), expected, strict=True):
        assert (row["id"], row["label"], row["level"], row["gap"]) == (each.id, each.label, each.level, each.gap)
        assert row["evidence"] == ("; ".join(f"{one.id} ({one.locus})" for one in each.evidence) or None)
    legal = nw.from_native(france_report().to_frame(backend=backend, dimension="legal"), eager_only=True)
    assert set(legal["dimension"].to_list()) == {"legal"}


def test_a_frame_of_a_comparison_has_differences_and_ranks_where_they_are_asked_for() -> None:
    based = evolve(everyone(), base=everyone().assessments[0])
    found = nw.from_native(based.to_frame(backend="polars", with_ranks=True), eager_only=True)
    expected = comparison_data(based, with_ranks=True)
    assert found["difference"].to_list() == [each.difference for each in expected]
    assert found["rank"].to_list() == [each.rank for each in expected]
    assert (str(found.schema["difference"]), str(found.schema["rank"])) == ("Float64", "Int64")


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
def test_a_comparison_as_a_frame_has_every_cell_of_every_table(backend: str) -> None:
    found = nw.from_native(everyone().to_frame(tables="all", backend=backend), eager_only=True)
    expected = comparison_data(everyone(), tables=TABLE_IDS)
    assert len(found) == len(expected)
    for row, each in zip(found.rows(named=True), expected, strict=True):
        assert row == {name: getattr(each, name) or None for name in row} | {
            "wave": each.wave,
            "value": each.value,
            "coverage": each.coverage,
        }
