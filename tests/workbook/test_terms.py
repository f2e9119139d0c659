import pytest
from attrs import evolve

from maturity.text import LANGUAGES, Text
from maturity.vocabulary import Term, Vocabulary
from maturity.workbook.tables import form_columns, list_tables
from maturity.workbook.terms import Choices, list_choices
from tests import synthetic
from tests.data_contracts.shipped import framework


def choices(id: str, language: str = "en") -> Choices:
    vocabularies = (
        Vocabulary(
            id="kinds",
            terms=(
                Term(id="fund", label=Text(original="Fund", translations=(("zh", "基金"),))),
                Term(id="plain", label=Text(original="plain")),
                Term(id="people", label=Text(original="People"), unit="persons"),
            ),
        ),
        Vocabulary(id="empty", terms=()),
    )
    return list_choices(synthetic.framework(vocabularies=vocabularies), language)[id]


@pytest.mark.parametrize(
    ("language", "title", "last"),
    [
        ("en", "Level, or why none", "not-asked · not asked"),
        ("zh", "等级或无等级的原因", "not-asked · 未列入本轮"),
        ("fr", "Niveau, ou pourquoi aucun", "not-asked · non demandé"),
    ],
)
def test_a_rating_s_cell_takes_a_level_as_a_number_or_a_reason(language: str, title: str, last: str) -> None:
    found = choices("result", language)
    assert found.title == title
    assert found.words == (0, 1, 2, 3, 4, "not-rated", "not-evaluable", "not-applicable", "not-asked")
    assert found.shown[:5] == (0, 1, 2, 3, 4)
    assert found.shown[-1] == last


def test_without_a_scale_there_are_reasons_alone() -> None:
    found = list_choices(evolve(synthetic.framework(), scale=()), "en")["result"]
    assert found.words == ("not-rated", "not-evaluable", "not-applicable", "not-asked")


@pytest.mark.parametrize(
    ("language", "shown"), [("en", ("yes", "no")), ("zh", ("yes · 是", "no · 否")), ("fr", ("yes · oui", "no · non"))]
)
def test_a_word_that_says_itself_what_it_means_stands_alone(language: str, shown: tuple[str, ...]) -> None:
    assert (choices("truth", language).words, choices("truth", language).shown) == (("yes", "no"), shown)


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", ("fund · Fund", "plain", "people · People [persons]")),
        ("zh", ("fund · 基金", "plain", "people · People [persons]")),
    ],
)
def test_a_term_is_shown_with_its_label_and_its_unit(language: str, shown: tuple[str, ...]) -> None:
    assert choices("vocabulary/kinds", language) == Choices(
        id="vocabulary/kinds", title="kinds", words=("fund", "plain", "people"), shown=shown
    )


def test_a_vocabulary_without_terms_is_an_empty_list() -> None:
    assert choices("vocabulary/empty") == Choices(id="vocabulary/empty", title="empty", words=(), shown=())


def test_a_closed_list_is_called_after_the_field_that_chooses_from_it() -> None:
    assert (choices("Source.kind").title, choices("Source.kind", "zh").title) == ("Source: Kind", "Source: 类别")
    assert (choices("section").title, choices("section", "fr").title) == ("Section", "Section")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_that_chooses_has_its_list_and_no_two_words_look_alike(language: str) -> None:
    found = list_choices(framework(), language)
    columns = [*form_columns(), *(column for table in list_tables() for column in table.columns)]
    chosen = {each.choices for each in columns if each.choices and each.holds in ("choice", "result", "truth")}
    assert chosen <= found.keys()
    for each in found.values():
        assert len(each.words) == len(each.shown) == len(set(each.shown))
        assert [str(word) for word in each.words] == [str(shown).partition(" · ")[0] for shown in each.shown]
