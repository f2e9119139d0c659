from collections.abc import Sequence

import pytest
from attrs import evolve

from maturity.fact_tables import TABLES
from maturity.progress import UNCONFIRMED, EmptyRows, Part, Progress, Standing, find_progress
from maturity.records.sources import Source
from maturity.report.status_data import (
    IndicatorStatus,
    PartStatus,
    StateCount,
    StepData,
    Translations,
    status_data,
)
from tests import synthetic
from tests.charts import CODES, assessed


def test_a_profile_is_named_with_its_wave_and_how_far_it_was_reviewed() -> None:
    found = status_data(progress())
    assert (found.country, found.wave, found.stage) == ("AAA", 2020, "draft")


def test_a_part_says_what_of_it_is_done() -> None:
    standings = [
        standing("a.one", "rated", bearing=True, newer=(synthetic.source(),)),
        standing("a.two", "not-rated"),
        standing("a.three", "not-asked"),
    ]
    found = status_data(progress(standings, texts=12, untranslated=(("zh", 3), ("fr", 0)), unconfirmed_records=2))
    assert found.parts == (
        PartStatus(
            dimension="a",
            states=tuple(
                StateCount(state=state, indicators=count)
                for state, count in (
                    ("rated", 1),
                    ("unconfirmed", 0),
                    ("not-rated", 1),
                    ("not-evaluable", 0),
                    ("not-applicable", 0),
                    ("not-asked", 1),
                )
            ),
            without_evidence=1,
            outdated=1,
            unconfirmed_records=2,
            texts=12,
            translations=(
                Translations(language="zh", untranslated=3),
                Translations(language="fr", untranslated=0),
            ),
            indicators=(
                IndicatorStatus(indicator="a.one", state="rated", records=("fact",), newer_sources=("study",)),
                IndicatorStatus(indicator="a.two", state="not-rated", records=(), newer_sources=()),
                IndicatorStatus(indicator="a.three", state="not-asked", records=(), newer_sources=()),
            ),
        ),
    )


def test_a_step_names_only_what_it_is_about() -> None:
    rated = standing("a.one", "rated", newer=(synthetic.source(),))
    found = evolve(
        progress([rated, standing("a.two", UNCONFIRMED)], untranslated=(("zh", 3),)),
        empty=(EmptyRows(table=TABLES[1], terms=("sickness", "old-age")),),
        never_cited=(synthetic.source("one"), synthetic.source("two")),
    )
    assert status_data(found).next_steps == (
        step("confirm", 1, indicator="a.two"),
        step("newer", 1, indicator="a.one"),
        step("rows", 1, table="branches", rows=("sickness", "old-age")),
        step("cite", 2, sources=("one", "two")),
        step("translate", 0),
    )


def test_where_nothing_is_due_the_one_step_says_so() -> None:
    assert status_data(progress()).next_steps == (step("done", 0),)


@pytest.mark.parametrize("code", CODES)
def test_every_indicator_of_a_country_is_in_one_state_of_its_dimension(code: str) -> None:
    found = status_data(find_progress(assessed(code)))
    framework = assessed(code).framework
    assert [each.dimension for each in found.parts] == [*(each.id for each in framework.dimensions), None]
    for part in found.parts:
        counted = {each.state: each.indicators for each in part.states}
        states = [each.state for each in part.indicators]
        assert counted == {state: states.count(state) for state in counted}
        assert {each.indicator.partition(".")[0] for each in part.indicators} <= {part.dimension}
    assert sum(len(part.indicators) for part in found.parts) == len(framework.indicators)


def progress(
    standings: Sequence[Standing] = (),
    *,
    texts: int = 0,
    untranslated: tuple[tuple[str, int], ...] = (),
    unconfirmed_records: int = 0,
) -> Progress:
    part = Part(
        id="a",
        standings=tuple(standings),
        texts=texts,
        untranslated=untranslated,
        unconfirmed_records=unconfirmed_records,
    )
    return Progress(
        profile=synthetic.profile(), framework=synthetic.framework(), parts=(part,), empty=(), never_cited=()
    )


def standing(id: str, state: str, *, bearing: bool = False, newer: tuple[Source, ...] = ()) -> Standing:
    return Standing(
        indicator=synthetic.indicator(id, "a.left"),
        state=state,
        bearing=(synthetic.finding("fact"),) if bearing or newer else (),
        newer=newer,
    )


def step(
    kind: str,
    count: int,
    *,
    indicator: str | None = None,
    table: str | None = None,
    rows: tuple[str, ...] = (),
    sources: tuple[str, ...] = (),
) -> StepData:
    return StepData(kind=kind, count=count, indicator=indicator, table=table, rows=rows, sources=sources)
