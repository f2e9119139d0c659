"""Closed lists of the sections' own tables: a word of none is refused when a record is made."""

from collections.abc import Callable
from typing import Any

import pytest

from maturity.records.back_end import Transformation
from maturity.records.errata import Erratum
from maturity.records.governance import Role
from maturity.records.legal import LegalAct
from maturity.records.record import Printed
from maturity.records.rows import ANSWERS, Row
from tests.synthetic import text

PLACED = {"id": "a", "source": "study", "locus": "Table 9"}


def act(**said: Any) -> LegalAct:  # noqa: ANN401
    return LegalAct(**{**PLACED, "name": text("Act"), "level": "national", "kind": "law", **said})


def plan(**said: Any) -> Transformation:  # noqa: ANN401
    return Transformation(**{**PLACED, "branch": "health", "kind": "objective", "text": text("Portals."), **said})


def row(**said: Any) -> Row:  # noqa: ANN401
    return Row(**{**PLACED, "row": "sso", "answer": "yes", **said})


def erratum(**said: Any) -> Erratum:  # noqa: ANN401
    printed = (Printed(text="1.5", locus="§1"),)
    return Erratum(**{"id": "a", "source": "study", "kind": "misprint", "printed": printed, "why": text("x"), **said})


@pytest.mark.parametrize(
    ("make", "field", "words"),
    [
        (act, "level", ("national", "EU")),
        (act, "kind", ("law", "ordinance", "decree", "regulation", "directive")),
        (plan, "kind", ("objective", "challenge", "achievement")),
        (plan, "period", ("2018", "2018-2022", None)),
        (row, "answer", ANSWERS),
        (erratum, "kind", ("misprint", "contradiction", "doubtful")),
    ],
)
def test_each_word_of_a_closed_list_is_taken(make: Callable[..., object], field: str, words: tuple[str, ...]) -> None:
    assert [getattr(make(**{field: word}), field) for word in words] == list(words)


@pytest.mark.parametrize(
    ("make", "field", "word"),
    [
        (act, "level", "eu"),
        (act, "level", "regional"),
        (act, "kind", "constitution"),
        (plan, "kind", "result"),
        (plan, "period", "2018-22"),
        (plan, "period", "2018–2022"),
        (plan, "period", "2018-2022 "),
        (plan, "period", ""),
        (row, "answer", "maybe"),
        (row, "answer", "Yes"),
        (row, "answer", ""),
        (erratum, "kind", "typo"),
        (erratum, "id", "A 1"),
    ],
)
def test_any_other_word_is_refused(make: Callable[..., object], field: str, word: str) -> None:
    with pytest.raises(ValueError, match=field):
        make(**{field: word})


def test_an_erratum_shows_what_is_printed() -> None:
    with pytest.raises(ValueError, match="printed"):
        erratum(printed=())


def test_a_role_has_a_place_in_the_source() -> None:
    with pytest.raises(ValueError, match="locus"):
        Role(text=text("Pays."), locus="")


def test_whether_a_law_is_in_force_is_not_known_unless_somebody_says_so() -> None:
    assert [act().in_force, act(in_force=False).in_force] == [None, False]
