from typing import Any

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from maturity.records.record import Printed, Record

WORD = st.text(st.sampled_from("abz059"), min_size=1)


def record(**said: Any) -> Record:  # noqa: ANN401
    return Record(**{"id": "sso", "source": "study", "locus": "Table 10 row 3", **said})


@given(st.lists(WORD, min_size=1))
def test_an_id_is_words_joined_by_hyphens(words: list[str]) -> None:
    assert record(id="-".join(words)).id == "-".join(words)


@pytest.mark.parametrize(
    "id", ["", "-", "a-", "-a", "a--b", "SSO", "a_b", "a b", "a.b", "é", "社会", "a\n", "a-b\n", "１"]
)
def test_an_id_that_is_no_slug_is_refused(id: str) -> None:
    with pytest.raises(ValueError, match="id"):
        record(id=id)


def test_a_record_without_a_place_is_refused() -> None:
    with pytest.raises(ValueError, match="locus"):
        record(locus="")


def test_what_is_printed_otherwise_has_its_words_and_its_place() -> None:
    for wrong in ({"text": "", "locus": "§1"}, {"text": "1,5", "locus": ""}):
        with pytest.raises(ValueError, match="Length"):
            Printed(**wrong)


def test_a_record_counts_for_its_wave_unless_it_says_otherwise() -> None:
    found = record()
    assert (found.later, found.carried_from, found.cites, found.printed, found.note) == (False, None, (), (), None)


def test_a_record_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        record().locus = "§1"  # type: ignore[misc]
