"""The table and the single profile are one definition, and scores behave as scores must, whatever the framework."""

from collections.abc import Sequence

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from maturity.calculation.numbers import HAIR, Number
from maturity.calculation.tables import score_table
from maturity.framework import Component, Framework, Indicator
from maturity.rules import AGGREGATIONS, Rules, find_band
from tests.calculation.engines import KINDS, Given, Row, frame_of, join_numbers, rows_of
from tests.calculation.random_frameworks import MEANS, OUTSIDE_TEXT, World, rules, score_unit, weights, worlds

NEAR = 1e-9
fewer = settings(max_examples=max(settings.default.max_examples // 20, 25) if settings.default else 25)


def table_rows(world: World, kind: str = "polars", *, order: Sequence[int] = ()) -> dict[str, Row]:
    found = score_table(frame_of(kind, world.table(order)), world.framework, units=("unit",))
    return {row["unit"]: row for row in rows_of(found)}


def near(value: Number) -> object:
    return None if value is None else pytest.approx(value, abs=NEAR, rel=NEAR)


def inner_ids(framework: Framework) -> list[str]:
    return ["overall", *(each.id for each in framework.components)]


@pytest.mark.parametrize("kind", KINDS)
@given(world=worlds())
@fewer
def test_a_row_of_a_table_scores_as_the_unit_alone(kind: str, world: World) -> None:
    rows = table_rows(world, kind)
    for place in range(world.size):
        row = rows[f"u{place}"]
        single = score_unit(world.framework, {id: values[place] for id, values in world.cells.items()})
        assert {id: row[id] for id in single} == {id: near(each.score) for id, each in single.items()}
        inside = inner_ids(world.framework)
        assert {id: row[f"{id}.coverage"] or 0.0 for id in inside} == {id: near(single[id].coverage) for id in inside}
        assert {id: row[f"{id}.band"] for id in inside} == {id: _band(single[id].score, world) for id in inside}


def _band(score: Number, world: World) -> str | None:
    band = None if score is None else find_band(score, world.framework.bands)
    return str(band.name) if band else None


@given(world=worlds(over=True))
@fewer
def test_where_units_are_compared_every_engine_gives_the_same_columns(world: World) -> None:
    expected = table_rows(world, "polars")
    for kind in KINDS[1:]:
        found = table_rows(world, kind)
        assert found.keys() == expected.keys()
        for unit, row in expected.items():
            assert found[unit] == {
                name: near(value) if isinstance(value, float) else value for name, value in row.items()
            }


@given(world=worlds())
@fewer
def test_the_rank_counts_who_stands_clearly_ahead(world: World) -> None:
    rows = list(table_rows(world).values())
    for id in inner_ids(world.framework):
        known = [row[id] for row in rows if row[id] is not None]
        for row in rows:
            ahead = None if row[id] is None else 1 + sum(each > row[id] + HAIR for each in known)
            assert row[f"{id}.rank"] == ahead


def children(*, least: int = 1) -> st.SearchStrategy[list[Given]]:
    scores = st.one_of(st.none(), st.floats(0.5, 100), st.sampled_from([0.5, 25.0, 50.0, 75.0, 100.0]))
    return st.lists(st.builds(Given, scores, weights(), st.just(value=True)), min_size=least, max_size=6)


@given(given_=children(), how=rules(aggregations=MEANS, plain=True))
def test_a_mean_stays_within_the_extremes_of_its_children(given_: list[Given], how: Rules) -> None:
    found = join_numbers(given_, how).score
    taking_part = [each.score for each in given_ if each.score is not None and each.weight > 0]
    if taking_part:
        assert found is not None
        assert min(taking_part) - NEAR <= found <= max(taking_part) + NEAR
    else:
        assert found is None


@given(given_=children(), how=rules(), data=st.data())
def test_raising_a_child_never_lowers_the_score(given_: list[Given], how: Rules, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(given_) - 1))
    before = given_[place]
    assume(before.score is not None)
    raised = evolve(before, score=data.draw(st.floats(before.score or 0, 100)))
    old, new = join_numbers(given_, how).score, join_numbers([*given_[:place], raised, *given_[place + 1 :]], how).score
    assert (old is None) == (new is None)
    assert old is None or new is None or new >= old - NEAR


@given(given_=children(), how=rules(aggregations=[each for each in AGGREGATIONS if each != "sum"]))
def test_the_scale_of_the_weights_does_not_matter(given_: list[Given], how: Rules) -> None:
    scaled = [evolve(each, weight=each.weight * 7) for each in given_]
    assert join_numbers(scaled, how).score == near(join_numbers(given_, how).score)


@given(given_=children(), how=rules(aggregations=[each for each in AGGREGATIONS if each != "gate"]), data=st.data())
def test_the_order_of_the_children_does_not_matter(given_: list[Given], how: Rules, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(given_))
    found, expected = join_numbers(shuffled, how), join_numbers(given_, how)
    assert (found.score, found.coverage) == (near(expected.score), near(expected.coverage))


@given(given_=children(), how=rules())
def test_a_missing_child_is_as_good_as_none_where_the_others_are_rescaled(given_: list[Given], how: Rules) -> None:
    how = evolve(how, missing="rescale", coverage_threshold=0)
    assume(how.aggregation != "gate")
    known = [each for each in given_ if each.score is not None]
    assert join_numbers(given_, how).score == (near(join_numbers(known, how).score) if known else None)


@given(given_=children(), how=rules())
def test_missing_never_acts_as_zero_unless_the_rules_say_so(given_: list[Given], how: Rules) -> None:
    how = evolve(how, missing="rescale", rounding=None)
    as_zero = [evolve(each, score=each.score or 0.0) for each in given_]
    missing, zero = join_numbers(given_, how).score, join_numbers(as_zero, evolve(how, floor=how.floor or 0.5)).score
    assert missing is None or (zero is not None and missing >= zero - NEAR)
    if all(each.score is None for each in given_):
        assert missing is None


@given(given_=children(), how=rules())
def test_a_child_that_does_not_apply_is_as_good_as_none(given_: list[Given], how: Rules) -> None:
    outside = Given(None, 1, applies=False)
    assume(how.aggregation != "gate")
    found, expected = join_numbers([*given_, outside], how), join_numbers(given_, how)
    assert (found.score, found.coverage) == (near(expected.score), near(expected.coverage))


@given(world=worlds(over=True), data=st.data())
@fewer
def test_the_order_of_the_rows_does_not_matter(world: World, data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(world.size)))
    shuffled = table_rows(world, order=order)
    for unit, row in table_rows(world).items():
        assert shuffled[unit] == {
            name: near(value) if isinstance(value, float) else value for name, value in row.items()
        }


@given(world=worlds(aggregations=[each for each in AGGREGATIONS if each != "gate"]))
@fewer
def test_the_order_of_the_nodes_in_the_file_changes_no_score(world: World) -> None:
    framework = world.framework
    turned = evolve(
        framework,
        components=tuple(_parents_first(framework.components[::-1])),
        indicators=framework.indicators[::-1],
    )
    again = table_rows(evolve(world, framework=turned))
    for unit, row in table_rows(world).items():
        assert again[unit] == {name: near(value) if isinstance(value, float) else value for name, value in row.items()}


def _parents_first(components: Sequence[Component]) -> list[Component]:
    return sorted(components, key=lambda each: each.id.count("."))


@given(world=worlds(), data=st.data())
@fewer
def test_a_unit_without_any_answer_has_no_score_and_ranks_nowhere(world: World, data: st.DataObject) -> None:
    rules_of_all = [world.framework.rules, *(each.rules for each in world.framework.components if each.rules)]
    assume(all(each.missing != "zero" for each in rules_of_all))
    blank = data.draw(st.sampled_from([None, "", OUTSIDE_TEXT]))
    emptied = world
    for indicator in world.framework.indicators:
        emptied = emptied.with_cells(indicator.id, [blank, *world.cells[indicator.id][1:]])
    row = table_rows(emptied)["u0"]
    for id in inner_ids(world.framework):
        assert not row[f"{id}.coverage"]
        assert (row[id], row[f"{id}.rank"], row[f"{id}.band"]) == (None, None, None)


@given(world=worlds(plain=True, aggregations=MEANS, kinds=("rubric", "checklist")))
@fewer
def test_every_node_of_a_row_lies_between_its_children(world: World) -> None:
    for row in table_rows(world).values():
        for id in inner_ids(world.framework):
            below: list[float] = [
                row[child.id]
                for child in world.framework.children(id)
                if child.weight > 0 and row[child.id] is not None and _is_counted(child, world)
            ]
            if row[id] is not None:
                assert min(max(each, 0.5) for each in below) - NEAR <= max(row[id], 0.5)
                assert row[id] <= max(max(each, 0.5) for each in below) + NEAR


def _is_counted(child: Component | Indicator, world: World) -> bool:
    return isinstance(child, Indicator) or any(each.weight > 0 for each in world.framework.children(child.id))
