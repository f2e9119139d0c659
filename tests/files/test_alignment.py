import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.files.alignment import align

ITEMS = st.lists(st.sampled_from("abcdef") | st.fixed_dictionaries({"id": st.sampled_from("abcdef")}), max_size=8)


def record(id: str, **fields: object) -> dict[str, object]:
    return {"id": id, "text": "some text", "locus": "§1", "note": "a note", **fields}


@given(ITEMS, ITEMS)
def test_every_old_item_becomes_at_most_one_new_one(old: list[object], new: list[object]) -> None:
    found = align(old, new)
    kept = [each for each in found.origins if each is not None]
    assert len(found.origins) == len(new)
    assert len(kept) == len(set(kept))
    assert sorted([*kept, *found.gone(len(old))]) == list(range(len(old)))


@given(ITEMS, ITEMS)
def test_items_that_did_not_move_keep_their_order(old: list[object], new: list[object]) -> None:
    found = align(old, new)
    in_place = [each for place, each in enumerate(found.origins) if each is not None and place not in found.moved]
    assert in_place == sorted(in_place)


@given(ITEMS)
def test_a_list_is_itself(items: list[object]) -> None:
    assert align(items, items).origins == tuple(range(len(items)))
    assert not align(items, items).moved


def test_a_record_is_known_by_its_id_whatever_else_it_holds() -> None:
    old = [record("a"), record("b"), record("c")]
    assert align(old, [record("c", text="x"), record("b", locus="y", note="z")]).origins == (2, 1)


def test_of_two_that_change_places_one_moves() -> None:
    found = align([record("a"), record("b")], [record("b"), record("a")])
    assert found.origins == (1, 0)
    assert len(found.moved) == 1


def test_ratings_are_known_by_all_that_they_are_kept_apart_by() -> None:
    old = [{"indicator": "a", "level": 1}, {"indicator": "a", "branch": "old-age", "level": 2}]
    assert align(old, [{"indicator": "a", "branch": "old-age", "level": 3}]).origins == (1,)


def test_a_record_with_another_id_that_is_otherwise_alike_was_renamed() -> None:
    assert align([record("a"), record("b")], [record("z"), record("b")]).origins == (0, 1)
    assert align([record("a")], [record("z", text="x", locus="y", note="z")]).origins == (None,)


def test_what_has_no_id_is_matched_by_what_it_holds_and_then_by_place() -> None:
    old = [{"text": "one", "locus": "§1"}, {"text": "two", "locus": "§2"}, {"text": "three", "locus": "§3"}]
    new = [{"text": "zero", "locus": "§0"}, old[0], {"text": "changed", "locus": "§9"}, old[2]]
    assert align(old, new).origins == (None, 0, 1, 2)


@pytest.mark.parametrize(
    ("old", "new", "origins"),
    [
        (["a", "b", "c"], ["a", "x", "c"], (0, 1, 2)),
        (["a", "c"], ["a", "b", "c"], (0, None, 1)),
        (["a", "a", "b"], ["a", "b"], (1, 2)),
        ([], ["a"], (None,)),
        (["a"], [], ()),
        ([["a"]], [{"b": 1}], (None,)),
    ],
)
def test_plain_items_are_matched_by_what_they_are(
    old: list[object], new: list[object], origins: tuple[int | None, ...]
) -> None:
    assert align(old, new).origins == origins
