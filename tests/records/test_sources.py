from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from maturity.records.sources import Figure, StudyPlace
from tests.synthetic import source, text

KINDS = ("report", "data set", "article", "factsheet", "web page", "interview", "law", "slides", "other")


def figure(**said: Any) -> Figure:  # noqa: ANN401
    return Figure(**{"id": "figure-1", "caption": "Who pays", "source": "study", "locus": "p. 14", **said})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("rank", ["primary", "secondary"])
def test_any_kind_of_source_is_first_hand_or_not(kind: str, rank: str) -> None:
    found = evolve(source(), kind=kind, rank=rank)
    assert (found.kind, found.rank) == (kind, rank)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "book"),
        ("kind", "Report"),
        ("rank", "tertiary"),
        ("rank", ""),
        ("title", ""),
        ("publisher", ""),
        ("id", "OECD 2019"),
        ("id", "oecd_2019"),
    ],
)
def test_a_source_that_is_not_described_as_sources_are_is_refused(field: str, value: Any) -> None:  # noqa: ANN401
    with pytest.raises(ValueError, match=field):
        evolve(source(), **{field: value})


@pytest.mark.parametrize(("make", "field"), [(figure, "caption"), (figure, "id"), (StudyPlace, "locus")])
def test_a_figure_and_a_place_say_what_they_are(make: Callable[..., object], field: str) -> None:
    about = {"about": text("x")} if make is StudyPlace else {}
    with pytest.raises(ValueError, match=field):
        make(**about, **{field: ""})
