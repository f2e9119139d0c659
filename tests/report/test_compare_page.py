from functools import cache

import pytest

from maturity.comparison import Comparison, GroupMembers, compare
from maturity.dates import Date
from maturity.fact_tables import TABLES, FactTable
from maturity.groups import Group, GroupSource
from maturity.language.numbers import number
from maturity.language.phrases import say
from maturity.reading import load_country, load_framework, load_groups
from maturity.records.rows import Row
from maturity.records.statistics import Statistic
from maturity.report.citations import source_line
from maturity.report.compare_facts import said_in_cell
from maturity.report.compare_page import READINGS, TABLE_IDS, compare_page
from maturity.report.compare_scores import shown_scores
from maturity.report.facts import Teller
from maturity.report.page import Cell, Listing, Page, Paragraph, References, Table
from maturity.scoring import Assessment, assess
from maturity.text import LANGUAGES, Text
from maturity.weights import reweight
from tests import mini, synthetic
from tests.data_contracts.shipped import WAVES, country, framework


@cache
def everyone() -> Comparison:
    return compare([assess(country(code, wave), framework()) for code, wave in WAVES])


@cache
def whole(language: str) -> Page:
    return compare_page(everyone(), tables=TABLE_IDS, language=language)


def table(page: Page, place: int = 0) -> Table:
    return [each for each in page.blocks if isinstance(each, Table)][place]


def references(page: Page) -> tuple[str, ...]:
    return next((each.items for each in page.blocks if isinstance(each, References)), ())


def cells_of(page: Page, id: str) -> tuple[tuple[Cell, ...], ...]:
    return table(page, TABLE_IDS.index(id)).rows


def group(*members: str) -> Group:
    source = GroupSource(title="List", publisher="Ministry", url="https://example.org", accessed=Date("2026-01-01"))
    return Group(id="some", label=Text(original="Some"), as_of=Date("2026"), sources=(source,), members=members)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("facts", TABLES, ids=lambda each: each.id)
def test_every_cell_says_what_the_records_say_and_marks_their_sources(facts: FactTable, language: str) -> None:
    tellers = [Teller.of(each.profile, each.framework, language) for each in everyone().assessments]
    rows = everyone().rows(facts)
    shown = cells_of(whole(language), facts.id)
    listed = references(whole(language))
    assert len(shown) == len(rows)
    for row, cells in zip(rows, shown, strict=True):
        for found, cell, teller in zip(row.cells, cells[1:], tellers, strict=True):
            if not found.records:
                assert not cell.marks
                assert cell.answer == ("" if facts.id == "findings" else "unknown")
                continue
            for record in found.records:
                source = teller.sources[record.source]
                assert said_in_cell(record, teller) in cell.text
                assert teller.reference(record) in cell.note.split("\n")
                assert any(source_line(source, language) == listed[place - 1] for place in cell.marks)
            if len(found.records) == 1 and isinstance(found.records[0], Row):
                assert cell.answer == found.records[0].answer
            if len(found.records) == 1 and isinstance(found.records[0], Statistic):
                value = cell.number.value if cell.number else None
                assert value == found.records[0].value


def test_every_level_is_a_number_with_the_sources_of_its_evidence() -> None:
    listed = references(whole("en"))
    shown = cells_of(whole("en"), "levels")
    for score, (_, *cells) in zip(shown_scores(everyone(), None, with_indicators=True), shown, strict=True):
        for assessment, cell in zip(everyone().assessments, cells, strict=True):
            level = assessment.level(score.id)
            assert (cell.number.value if cell.number else None) == level
            assert (level is None) == bool(cell.answer)
            rating = assessment.rating(score.id)
            if rating and rating.level is not None:
                records = {each.id: each for each in assessment.profile.records()}
                titles = {assessment.profile.source(records[id].source).title for id in rating.evidence}
                assert len({listed[place - 1] for place in cell.marks}) == len(titles)
                assert all(any(title in listed[place - 1] for place in cell.marks) for title in titles)


def test_references_are_numbered_in_the_order_in_which_they_are_met() -> None:
    met = [
        mark
        for each in whole("en").blocks
        if isinstance(each, Table)
        for row in each.rows
        for cell in row
        for mark in cell.marks
    ]
    firsts = list(dict.fromkeys(met))
    assert firsts == list(range(1, len(references(whole("en"))) + 1))


def test_a_publication_that_two_profiles_cite_stands_once() -> None:
    assert len(set(references(whole("en")))) == len(references(whole("en")))
    pages = [compare_page(compare([each]), tables=("levels",)) for each in everyone().assessments]
    together = compare_page(everyone(), tables=("levels",))
    assert set(references(together)) == {line for page in pages for line in references(page)}
    assert len(references(together)) < sum(len(references(page)) for page in pages)


@pytest.mark.parametrize("reading", ["levels", "strengths", "development", "most-advanced"])
def test_what_is_not_shown_is_not_listed(reading: str) -> None:
    common = everyone().on_common_indicators()
    page = compare_page(common, tables=(reading,), dimension="skills")
    marks = {mark for row in table(page).rows for cell in row for mark in cell.marks}
    assert marks == set(range(1, len(references(page)) + 1))
    assert marks


def test_scores_alone_need_no_list_of_sources() -> None:
    assert references(compare_page(everyone())) == ()


def test_strengths_and_areas_for_development_go_by_each_country_s_own_levels() -> None:
    high, low = cells_of(whole("en"), "strengths"), cells_of(whole("en"), "development")
    for place, dimension in enumerate(framework().dimensions):
        for column, assessment in enumerate(everyone().assessments, 1):
            for indicator in framework().indicators:
                if framework().dimension_of(indicator.id) == dimension.id:
                    rating = assessment.rating(indicator.id)
                    level = rating.level if rating else None
                    said = f"{indicator.label} ({level})"
                    assert (said in high[place][column].text) == (level is not None and level >= 3)
                    assert (said in low[place][column].text) == (level is not None and level <= 1)


def test_the_most_advanced_are_those_with_the_highest_level() -> None:
    rows = {cells[0].text: cells for cells in cells_of(whole("en"), "most-advanced")}
    for indicator in framework().indicators:
        levels = {
            each.profile.names.en: rating.level
            for each in everyone().assessments
            if (rating := each.rating(indicator.id)) and rating.level is not None
        }
        highest = max(levels.values(), default=0)
        if not highest:
            assert str(indicator.label) not in rows
            continue
        _, level, leaders, rated, _ = rows[str(indicator.label)]
        assert level.text == str(highest)
        assert rated.text == f"{len(levels)}/{len(WAVES)}"
        assert all((name in leaders.text) == (levels.get(name) == highest) for name in levels)


def ranked(levels: dict[str, dict[str, int]]) -> list[str]:
    assessments = [synthetic.assessment(each, code=code) for code, each in levels.items()]
    page = compare_page(compare(assessments), with_ranks=True)
    assert any(isinstance(each, Paragraph) and each.text.startswith("Ranks were asked for") for each in page.blocks)
    return [cell.text for cell in table(page).rows[0][1:]]


def test_ranks_are_shared_and_say_among_how_many() -> None:
    full = {"a.one": 2, "a.two": 2, "a.three": 2, "b.four": 2, "b.five": 2}
    lower = {**full, "b.five": 1}
    cells = ranked({"AAA": lower, "BBB": full, "CCC": full, "DDD": {}})
    assert [cell.rpartition(", ")[2] for cell in cells[:3]] == ["rank 3 of 3", "rank =1 of 3", "rank =1 of 3"]
    assert "rank" not in cells[3]


def test_there_are_no_ranks_where_none_are_asked_for() -> None:
    assert not any("rank" in cell.text for row in table(compare_page(everyone())).rows for cell in row)


def medians(members: GroupMembers) -> Page:
    return compare_page(compare(everyone().assessments[:2], groups=[members]))


def test_a_group_is_shown_by_the_median_of_its_members_and_says_how_many() -> None:
    members = GroupMembers(group=group(*(code for code, _ in WAVES), "ZZZ"), assessments=everyone().assessments)
    page = medians(members)
    assert table(page).columns[-1].head == "Median: Some"
    levels = sorted(each.level("legal") or 0 for each in everyone().assessments)
    row = next(row for row in table(page).rows if row[0].text.startswith("Legal"))
    assert row[-1].number is not None
    assert row[-1].number.value == levels[2]
    assert row[-1].text == f"{number(levels[2], 'en', decimals=1)} (n = 5)"
    assert any(
        isinstance(each, Paragraph) and "5 of 6 members" in each.text and "Ministry" in each.text
        for each in page.blocks
    )


def test_a_group_without_members_here_has_no_median() -> None:
    page = medians(GroupMembers(group=group("ZZZ"), assessments=()))
    assert {row[-1].text for row in table(page).rows} == {"not rated"}
    assert any(isinstance(each, Paragraph) and "none of its 1 members" in each.text for each in page.blocks)


def test_on_common_ground_the_group_counts_the_same_indicators() -> None:
    assessments: tuple[Assessment, ...] = everyone().assessments
    group_of = GroupMembers(
        group=next(each for each in load_groups() if each.id == "oecd"), assessments=assessments[1:]
    )
    common = compare(assessments, groups=[group_of]).on_common_indicators()
    assert {each.framework_hash for each in common.groups[0].assessments} == {common.assessments[0].framework_hash}


def test_every_reading_can_be_shown_for_one_dimension() -> None:
    page = compare_page(everyone(), tables=READINGS, dimension="skills")
    labels = {str(each.label) for each in framework().nodes if each.id.partition(".")[0] == "skills"}
    for each in (each for each in page.blocks if isinstance(each, Table)):
        if each.caption != "Readings by aspect":
            assert {row[0].text for row in each.rows} <= labels


def test_weights_that_are_not_the_framework_s_own_are_told() -> None:
    weighed = reweight(synthetic.framework(), {"a": 2, "b.four": 0})
    compared = compare([synthetic.assessment({"a.one": 1, "b.four": 2}, against=weighed)])
    for each in (compared, compared.on_common_indicators()):
        assert [text for text in caveats(each) if "a = 2, b.four = 0" in text or "a = 2 and b.four = 0" in text]
    assert not any("a = 2" in text for text in caveats(compare([synthetic.assessment({"a.one": 1})])))


def caveats(comparison: Comparison) -> list[str]:
    [*_, listing] = compare_page(comparison).blocks
    assert isinstance(listing, Listing)
    return [text for _, text in listing.items]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_index_without_levels_is_compared_by_its_scores(language: str) -> None:
    index = compare([mini.measured(84, 33), mini.measured(50, 60, code="BBB")])
    page = compare_page(index, tables=TABLE_IDS, language=language, with_charts=True)
    scores, levels = (table(page, place) for place in (0, 1))
    assert [cell.number.value if cell.number else None for cell in scores.rows[0]] == [None, 58.5, 55]
    assert [[cell.number.value if cell.number else None for cell in row[1:]] for row in levels.rows[1:]] == [
        [84, 50],
        [33, 60],
    ]
    told = say("compare.no-levels", language)
    assert sum(isinstance(each, Paragraph) and each.text == told for each in page.blocks) == 3


def test_published_indices_are_compared_by_their_scores_and_bands() -> None:
    index = load_framework("un-egdi-2022", languages=())
    found = compare([assess(load_country(each), index) for each in ("FRA", "DNK")]).show().text
    assert "0.8832 very high (100%)" in found
    assert "0.9717 very high (100%)" in found


def test_an_index_without_levels_is_not_said_to_have_some() -> None:
    index = compare_page(compare([mini.measured(84, 33)]))
    said = [each.text for each in index.blocks if isinstance(each, Paragraph)]
    said += [text for each in index.blocks if isinstance(each, Listing) for _, text in each.items]
    assert not [each for each in said if "level" in each.lower()], said
