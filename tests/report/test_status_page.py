import pytest
from attrs import evolve

from maturity.profile import Profile
from maturity.progress import find_progress
from maturity.report.page import Listing, Page, Paragraph, Table
from maturity.report.status_page import STATES, status_page
from maturity.scoring import assess
from maturity.text import LANGUAGES
from tests.data_contracts.shipped import WAVES, country, framework


def page(profile: Profile, language: str = "en") -> Page:
    return status_page(find_progress(assess(profile, framework())), language=language)


def tables(profile: Profile, language: str = "en") -> list[Table]:
    return [each for each in page(profile, language).blocks if isinstance(each, Table)]


def carried(profile: Profile) -> Profile:
    ratings = tuple(evolve(each, carried_from=2019) for each in profile.ratings.ratings)
    return evolve(profile, ratings=evolve(profile.ratings, ratings=ratings))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("code", "wave"), WAVES)
def test_sums_stand_below_the_columns_that_they_sum(code: str, wave: int, language: str) -> None:
    for table in tables(country(code, wave), language):
        columns = list(zip(*[row[1:] for row in table.texts], strict=True))
        for *cells, total in columns:
            assert sum(map(_number, cells)) == _number(total)


def _number(cell: str) -> int:
    return int("".join(filter(str.isdecimal, cell)))


def test_each_dimension_has_a_row_and_what_belongs_to_none_comes_after() -> None:
    rated, wanting = tables(country("FRA", 2022))
    labels = [str(each.label) for each in framework().dimensions]
    assert [row[0] for row in rated.texts] == [*labels, "All"]
    assert [row[0] for row in wanting.texts] == [*labels, "Elsewhere", "All"]


def test_a_state_that_is_seldom_has_a_column_only_where_it_occurs() -> None:
    plain, unconfirmed = tables(country("CHN", 2022))[0], tables(carried(country("CHN", 2022)))[0]
    assert "To confirm" not in [each.head for each in plain.columns]
    assert "To confirm" in [each.head for each in unconfirmed.columns]
    assert len(unconfirmed.columns) == len(plain.columns) + 1 == len(STATES)


def test_the_columns_of_languages_are_those_that_the_files_are_not_written_in() -> None:
    profile = evolve(country("CHN", 2022), language="zh")
    heads = [each.head for each in tables(profile)[1].columns]
    assert heads[-2:] == ["Not in English", "Not in French"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Confirm what was carried over (69 ratings)"),
        ("zh", "确认沿用的评级（69项）"),
        ("fr", "Confirmer les cotations reprises (69)"),
    ],
)
def test_the_steps_are_numbered_and_named(language: str, said: str) -> None:
    steps = [each for each in page(carried(country("CHN", 2022)), language).blocks if isinstance(each, Listing)]
    assert len(steps) == 1
    assert steps[0].numbered
    label, how = steps[0].items[0]
    assert label == said
    first = framework().indicators[0]
    assert first.label.in_language(language) in how
    assert all(each.in_language(language) in how for each in first.questions)


def test_of_many_names_the_first_are_listed_and_the_rest_counted() -> None:
    profile = evolve(country("CHN", 2022), context=evolve(country("CHN", 2022).context, branches=()), unknown=())
    (steps,) = [each for each in page(profile).blocks if isinstance(each, Listing)]
    how = next(how for label, how in steps.items if label.startswith("Fill the tables"))
    assert "medical-care, sickness" in how
    assert "and 1 more" in how


def test_how_much_is_done_stands_on_top() -> None:
    line = next(each.text for each in page(country("FRA", 2022)).blocks if isinstance(each, Paragraph))
    assert line.startswith("66 of 69 indicators are rated. 674 records from 27 sources.")
