"""Every phrase of every table that the package holds is set as its language is."""

from string import Formatter

import pytest

from maturity.language.field_phrases import FIELD_NOTES, KEY_NOTES
from maturity.language.field_words import CHOICE_WORDS, FIELD_WORDS
from maturity.language.phrases import PHRASES
from maturity.language.units import UNITS
from maturity.language.workbook_phrases import GUIDANCE, SHEET_TITLES
from tests.typography import chinese_slips, french_slips

Phrases = dict[str, tuple[str, ...]]

TABLES: dict[str, Phrases] = {
    "phrases": {**PHRASES},
    "field notes": {**FIELD_NOTES},
    "key notes": {**KEY_NOTES},
    "field words": {**FIELD_WORDS},
    "choice words": {**CHOICE_WORDS},
    "guidance": {**GUIDANCE},
    "sheet titles": {**SHEET_TITLES},
    "units": {**UNITS},
}
"""By name: English where the key is not, Chinese, French."""

in_every_table = pytest.mark.parametrize("table", TABLES)


@in_every_table
def test_chinese_is_set_as_chinese(table: str) -> None:
    assert [slip for *_, chinese, _ in TABLES[table].values() for slip in chinese_slips(chinese)] == []


@in_every_table
def test_french_is_set_as_french(table: str) -> None:
    assert [slip for *_, french in TABLES[table].values() for slip in french_slips(french)] == []


@pytest.mark.parametrize("table", ["phrases", "key notes", "field words", "guidance", "sheet titles"])
def test_a_sentence_is_one_in_every_language(table: str) -> None:
    ends = {".": ("。", "."), "?": ("？", "?"), ":": ("：", ":")}
    for key, (english, chinese, french) in TABLES[table].items():
        if english[-1:] in ends:
            assert (key, chinese[-1], french[-1]) == (key, *ends[english[-1]])


@pytest.mark.parametrize("table", [name for name in TABLES if name != "phrases"])
def test_every_language_leaves_the_same_places_open(table: str) -> None:
    for key, said in TABLES[table].items():
        assert (key, len({places(each) for each in said})) == (key, 1)


def places(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@pytest.mark.parametrize(
    "text",
    [
        "等级：2级。",
        "表10第3行；§5 ¶3",
        "见“`bears_on: [legal.sso]`”。",
        "ISO 639代码",
        "每年{}件（约）",
        "第3.5节",
        "社会保障……",
    ],
)
def test_well_set_chinese_is_let_pass(text: str) -> None:
    assert chinese_slips(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "等级:2级",
        "等级, 二",
        "等级(二)",
        "(等级",
        "社会 保障",
        "等级.",
        "等级。 二",
        "社会...",
        '他说"好"',
        "（等级",
    ],
)
def test_badly_set_chinese_is_found(text: str) -> None:
    assert len(chinese_slips(text)) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "Niveau\u00a0: 2",
        "«\u00a0oui\u00a0»",
        "46\u00a0%",
        "46\u202f%\u00a0; 5",
        "l’État",
        "12:30",
        "voir `a: b`",
        "https://example.org/a?b:",
    ],
)
def test_well_set_french_is_let_pass(text: str) -> None:
    assert french_slips(text) == []


@pytest.mark.parametrize(
    "text",
    ["Niveau: 2", "Niveau : 2", "«oui\u00a0»", "« oui »", "46%", "46 %", "l'État", "quoi?", "(a", "bon...", "a  b"],
)
def test_badly_set_french_is_found(text: str) -> None:
    assert len(french_slips(text)) >= 1
