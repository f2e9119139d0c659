import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.render.visible import STAND_IN, escape_hidden, visible

TURNS = [chr(code) for code in range(0x110000) if unicodedata.bidirectional(chr(code)) in
         ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")]  # fmt: skip


@pytest.mark.parametrize("sign", [*TURNS, "\u200e", "\u200f", "\u061c"])
def test_what_turns_the_direction_of_writing_is_seen(sign: str) -> None:
    assert visible(f"a{sign}b") == f"a{STAND_IN}b"


@pytest.mark.parametrize(
    "text", ["one\ntwo\tthree", "l’État\u00a0: 1\u202f000", "法国，1", "👩\u200d⚖️", "\u00ad\u200b", "שלום"]
)
def test_text_that_hides_nothing_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@given(st.text())
def test_no_control_is_left_but_line_feeds_and_tabs(text: str) -> None:
    assert {each for each in visible(text) if unicodedata.category(each) in ("Cc", "Cs")} <= {"\n", "\t"}
    assert len(visible(text)) == len(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_json_reads_back_as_it_was(text: str) -> None:
    written = escape_hidden(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(written) == {"text": text}
    assert visible(written) == written
