from collections.abc import Sequence

import pytest
from attrs import evolve

from maturity.fact_tables import TABLES
from maturity.next_steps import KINDS, NextStep, next_steps
from maturity.profile import Profile
from maturity.progress import UNCONFIRMED, EmptyRows, Part, Progress, Standing
from maturity.records.sources import Source
from tests import synthetic


def test_where_nothing_is_due_all_is_done() -> None:
    assert next_steps(progress()) == (NextStep(kind="done"),)


def test_a_profile_begins_with_a_source_and_then_with_who_rates() -> None:
    bare = synthetic.profile(sources=(), assessors=(), findings=())
    found = next_steps(progress(profile=bare, standings=[standing("a.one", "not-rated")]))
    assert [each.kind for each in found] == ["sources", "assessor", "rate"]
    assert found[:2] == (NextStep(kind="sources"), NextStep(kind="assessor"))


@pytest.mark.parametrize(("state", "kind"), [(UNCONFIRMED, "confirm"), ("not-rated", "rate")])
def test_the_first_indicator_that_waits_is_named_and_all_are_counted(state: str, kind: str) -> None:
    first, second = standing("a.one", state), standing("a.two", state)
    found = next_steps(progress(standings=[first, second, standing("a.three", "rated")]))
    assert found == (NextStep(kind=kind, count=2, standing=first),)


@pytest.mark.parametrize(("state", "kind"), [(UNCONFIRMED, "confirm"), ("not-rated", "rate")])
def test_an_indicator_that_something_is_known_of_comes_before_one_that_nothing_is_known_of(
    state: str, kind: str
) -> None:
    unheard, heard = standing("a.one", state), standing("a.two", state, bearing=True)
    found = next_steps(progress(standings=[unheard, heard]))
    assert found == (NextStep(kind=kind, count=2, standing=heard),)


@pytest.mark.parametrize("state", ["rated", "not-evaluable", "not-applicable", "not-asked"])
def test_an_indicator_that_was_looked_at_does_not_wait(state: str) -> None:
    assert next_steps(progress(standings=[standing("a.one", state)])) == (NextStep(kind="done"),)


def test_records_to_confirm_are_counted_over_all_parts() -> None:
    parts = (part(unconfirmed_records=2), part(unconfirmed_records=0), part(unconfirmed_records=3))
    assert next_steps(evolve(progress(), parts=parts)) == (NextStep(kind="records", count=5),)


def test_a_rating_with_newer_sources_is_to_be_read_again() -> None:
    fresh, old = standing("a.one", "rated"), standing("a.two", "rated", newer=(synthetic.source(),))
    assert next_steps(progress(standings=[fresh, old])) == (NextStep(kind="newer", count=1, standing=old),)


def test_tables_with_empty_rows_are_counted_and_the_first_is_named() -> None:
    first, second = (EmptyRows(table=each, terms=("x", "y")) for each in TABLES[1:3])
    assert next_steps(evolve(progress(), empty=(first, second))) == (NextStep(kind="rows", count=2, empty=first),)


def test_all_sources_that_nothing_cites_are_named() -> None:
    unused = (synthetic.source("one"), synthetic.source("two"))
    assert next_steps(evolve(progress(), never_cited=unused)) == (NextStep(kind="cite", count=2, sources=unused),)


def test_only_languages_that_something_is_missing_in_are_named() -> None:
    parts = (part(untranslated=(("zh", 2), ("fr", 0))), part(untranslated=(("zh", 1), ("fr", 0))))
    assert next_steps(evolve(progress(), parts=parts)) == (NextStep(kind="translate", languages=(("zh", 3),)),)
    both = (part(untranslated=(("zh", 2), ("fr", 4))),)
    assert next_steps(evolve(progress(), parts=both))[0].languages == (("zh", 2), ("fr", 4))


def test_all_that_can_be_due_comes_in_order_each_once() -> None:
    standings = (
        standing("a.one", "rated", newer=(synthetic.source(),)),
        standing("a.two", "not-rated"),
        standing("a.three", UNCONFIRMED),
    )
    everything = evolve(
        progress(profile=synthetic.profile(sources=(), assessors=(), findings=())),
        parts=(part(standings, untranslated=(("fr", 1),), unconfirmed_records=1),),
        empty=(EmptyRows(table=TABLES[0], terms=("x",)),),
        never_cited=(synthetic.source(),),
    )
    assert [each.kind for each in next_steps(everything)] == list(KINDS[:-1])
    assert KINDS[-1] == "done"


def progress(*, profile: Profile | None = None, standings: Sequence[Standing] = ()) -> Progress:
    """A profile that has come as far as *standings* say, and lacks nothing else."""
    return Progress(
        profile=profile or synthetic.profile(),
        framework=synthetic.framework(),
        parts=(part(standings),),
        empty=(),
        never_cited=(),
    )


def part(
    standings: Sequence[Standing] = (),
    *,
    untranslated: tuple[tuple[str, int], ...] = (("zh", 0), ("fr", 0)),
    unconfirmed_records: int = 0,
) -> Part:
    return Part(
        id="a",
        standings=tuple(standings),
        texts=9,
        untranslated=untranslated,
        unconfirmed_records=unconfirmed_records,
    )


def standing(id: str, state: str, *, bearing: bool = False, newer: tuple[Source, ...] = ()) -> Standing:
    return Standing(
        indicator=synthetic.indicator(id, "a.left"),
        state=state,
        bearing=(synthetic.finding("fact"),) if bearing else (),
        newer=newer,
    )
