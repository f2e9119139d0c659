from itertools import product

import pytest

from maturity.files.flow_edits import Member, change_members
from maturity.files.text_edits import CannotEditError, Edits
from maturity.files.yaml_nodes import Source
from maturity.files.yaml_text import parse

NAMES = ["one", "two", "three", "four"]
STYLES = ["[one, two, three, four]", "[one,two,  three , four ]", "[\n  one,\n  two, three,\n  four,\n]"]


def members(text: str, stays: list[bool]) -> list[Member]:
    return [
        Member(text.index(name), text.index(name) + len(name), kept) for name, kept in zip(NAMES, stays, strict=True)
    ]


@pytest.mark.parametrize("text", STYLES)
def test_any_members_can_go_and_others_come(text: str) -> None:
    for stays in product((True, False), repeat=len(NAMES)):
        if not any(stays):
            continue
        edits = Edits()
        last = max(place for place, kept in enumerate(stays) if kept)
        change_members(Source(text), edits, members(text, list(stays)), {None: ["first"], last: ["x", "last"]})
        kept = [name for name, each in zip(NAMES, stays, strict=True) if each]
        assert parse(edits.made_in(text), "x.yaml") == ["first", *kept, "x", "last"]


def test_members_that_stay_stand_as_they_stood() -> None:
    text = STYLES[1]
    edits = Edits()
    change_members(Source(text), edits, members(text, [True, True, False, True]), {})
    assert edits.made_in(text) == "[one,two , four ]"


def test_nothing_that_stays_is_refused() -> None:
    with pytest.raises(CannotEditError, match="nothing stays"):
        change_members(Source(STYLES[0]), Edits(), members(STYLES[0], [False] * 4), {})


def test_a_comment_among_those_that_go_is_refused_and_elsewhere_stays() -> None:
    text = "[one, two, # why\n three, four]"
    with pytest.raises(CannotEditError, match="comments stand within"):
        change_members(Source(text), Edits(), members(text, [True, True, False, True]), {})
    edits = Edits()
    change_members(Source(text), edits, members(text, [False, True, True, True]), {})
    assert edits.made_in(text) == "[two, # why\n three, four]"
