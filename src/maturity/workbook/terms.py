"""The words that cells choose from, with what they mean in the reader's language."""

from collections.abc import Sequence

from attrs import frozen

from maturity.framework import Framework
from maturity.language.workbook_phrases import choice_word, field_word
from maturity.records.ratings import STATUSES
from maturity.vocabulary import Term
from maturity.workbook.columns import TRUTH
from maturity.workbook.quoting import SEPARATOR
from maturity.workbook.tables import SECTION, list_options

RESULT = "result"
"""Id of the list of levels, and of the reasons for having none."""

TRUTHS = {True: "yes", False: "no"}
"""What cells show for true and false."""

VOCABULARY = "vocabulary/"
"""Begins the id of a list that is a vocabulary of the framework."""


@frozen(kw_only=True)
class Choices:
    """A list of words that cells choose from, and what a cell shows for each."""

    id: str
    title: str
    words: tuple[str | int, ...]
    shown: tuple[str | int, ...]


def list_choices(framework: Framework, language: str) -> dict[str, Choices]:
    """Every list by its id: levels and statuses, closed lists of fields, vocabularies of the framework."""
    levels = [(each.value, each.value) for each in framework.scale]
    statuses = [(each, _shown(each, choice_word(each, language))) for each in STATUSES]
    found = [_choices(RESULT, field_word(RESULT, language), [*levels, *statuses])]
    truth = [(each, _shown(each, choice_word(each, language))) for each in TRUTHS.values()]
    found.append(_choices(TRUTH, field_word("truth", language), truth))
    for options in list_options():
        words = [(each, _shown(each, choice_word(each, language))) for each in options.words]
        found.append(_choices(options.id, _title(options.id, language), words))
    for vocabulary in framework.vocabularies:
        terms = [(each.id, _shown(each.id, _label(each, language))) for each in vocabulary.terms]
        found.append(_choices(VOCABULARY + vocabulary.id, vocabulary.id, terms))
    return {each.id: each for each in found}


def _choices(id: str, title: str, pairs: Sequence[tuple[str | int, str | int]]) -> Choices:
    return Choices(id=id, title=title, words=tuple(word for word, _ in pairs), shown=tuple(shown for _, shown in pairs))


def _shown(word: str, label: str) -> str:
    """The word alone where it says itself what it means."""
    return word if word == label else f"{word} {SEPARATOR} {label}"


def _label(term: Term, language: str) -> str:
    label = term.label.in_language(language)
    return f"{label} [{term.unit}]" if term.unit else label


def _title(id: str, language: str) -> str:
    """*Source: kind* for the field `kind` of the class `Source`."""
    if id == SECTION:
        return field_word(SECTION, language)
    kind, _, name = id.partition(".")
    return f"{kind}: {field_word(name, language)}"
