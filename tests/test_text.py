import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from maturity.text import LANGUAGES, Text

WORDS = st.text(min_size=1)


def test_a_text_stands_in_the_language_it_was_written_in() -> None:
    text = Text(original="one-stop portal")
    assert (text.language, text.in_language("en"), str(text)) == ("en", "one-stop portal", "one-stop portal")


def test_a_translation_is_found_by_its_language() -> None:
    text = Text(language="fr", original="guichet unique", translations=(("en", "one-stop shop"), ("zh", "一站式")))
    assert [text.in_language(each) for each in LANGUAGES] == ["one-stop shop", "一站式", "guichet unique"]


def test_a_text_without_the_translation_stands_as_it_was_written() -> None:
    assert Text(language="fr", original="guichet unique").in_language("zh") == "guichet unique"


def test_a_text_knows_which_languages_it_speaks() -> None:
    text = Text(original="portal", translations=(("zh", "门户"),))
    assert [text.speaks(each) for each in LANGUAGES] == [True, True, False]


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(ValueError, match="original"):
        Text(original="")


@pytest.mark.parametrize("code", ["EN", "e", "english", "zh-Hans", ""])
def test_a_language_is_an_iso_639_code(code: str) -> None:
    with pytest.raises(ValueError, match="language"):
        Text(language=code, original="portal")


def test_a_text_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Text(original="portal").original = "site"  # type: ignore[misc]


@given(WORDS, st.dictionaries(st.sampled_from(LANGUAGES), WORDS), st.sampled_from(["en", "zh", "fr", "de"]))
def test_a_text_is_empty_in_no_language(original: str, translations: dict[str, str], asked: str) -> None:
    text = Text(original=original, translations=tuple(sorted(translations.items())))
    assert text.in_language(asked) == translations.get(asked, original)
