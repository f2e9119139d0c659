import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.language.loci import locus
from maturity.language.locus_words import NAMED, NUMBERED, WORDS
from maturity.text import LANGUAGES
from tests.data_contracts.shipped import WAVES, country


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "Table 10 row 3; §5 ¶3; footnote 7"),
        ("zh", "表10第3行；§5 ¶3；脚注7"),
        ("fr", "tableau 10, ligne 3\u00a0; §5 ¶3\u00a0; note 7"),
    ],
)
def test_a_place_is_named_as_the_language_does(language: str, written: str) -> None:
    assert locus("Table 10 row 3; §5 ¶3; footnote 7", language) == written


@pytest.mark.parametrize(
    "text", ["§9", "the Tables", "Table top", "Old age, qualifying conditions", "¶2.3–2.4", "全文", ""]
)
def test_a_place_that_it_does_not_know_stays_as_it_is(text: str) -> None:
    assert [locus(text, each) for each in ("en", "zh", "fr")] == [text] * 3


@pytest.mark.parametrize(
    ("text", "chinese", "french"),
    [
        ("Table 12", "表12", "tableau 12"),
        ("Table 3.1", "表3.1", "tableau 3.1"),
        ("Figure 2; Figure 3", "图2；图3", "figure 2\u00a0; figure 3"),
        ("Reference 14", "参考文献14", "référence 14"),
        ("§5 ¶3; Table 9 row 12", "§5 ¶3；表9第12行", "§5 ¶3\u00a0; tableau 9, ligne 12"),
        ("p. 14 (Table 10)", "第14页（表10）", "p.\u00a014 (tableau 10)"),
        ("pp. 3–5", "第3–5页", "p.\u00a03–5"),
        ("Tables 9 and 10", "表9和10", "tableaux 9 et 10"),
        ("page as a whole", "全文", "page en entier"),
        ("text as a whole", "全文", "texte intégral"),
        ("Article 70", "第70条", "article 70"),
        ("Articles 23 to 32, 53 to 56 and 66", "第23至32、53至56和66条", "articles 23 à 32, 53 à 56 et 66"),
        ("part 1 (1) no. 1", "第1部分第（1）点第1项", "partie 1, (1), n°\u00a01"),
        ("Part II; chapter I", "第II部分；第I章", "partie II\u00a0; chapitre I"),
        ("Section 3.1; section 2", "第3.1节；第2节", "section 3.1\u00a0; section 2"),
        ("Summary ¶1–2; abstract", "摘要 ¶1–2；摘要", "résumé ¶1–2\u00a0; résumé"),
        ("paragraph 4; interview FR1", "第4段；访谈FR1", "paragraphe 4\u00a0; entretien FR1"),
        ("§8 heading; Table 9 head", "§8标题；表9表头", "§8, titre\u00a0; tableau 9, en-tête"),
        (
            "data file, row China, edition 2022",
            "数据文件，中国行，2022年版",
            "fichier de données, ligne Chine, édition 2022",
        ),
        ("page Australia; page 3", "澳大利亚页；第3页", "page Australie\u00a0; page 3"),
        ("communiqué of 19 October 2022", "2022年10月19日公报", "communiqué du 19 octobre 2022"),
        (
            "table of pension ages, row 1 July 1955 to 31 December 1962",
            "养老金领取年龄表，1955年7月1日至1962年12月31日行",
            "tableau des âges de la retraite, ligne 1er juillet 1955 à 31 décembre 1962",
        ),
        ("sheet 1. Scores 2022", "工作表“1. Scores 2022”", "feuille «\u00a01. Scores 2022\u00a0»"),
        ("section GN 1.5 of the page cited", "第GN 1.5节，所引页面", "section GN 1.5, de la page citée"),
        ("motion, point 2(a)", "动议，第2（a）点", "motion, point 2(a)"),
        ("country page, Real GDP (at prices)", "国家页面，Real GDP (at prices)", "page du pays, Real GDP (at prices)"),
        ("Chapter 2 as a whole", "第2章全文", "chapitre 2 en entier"),
        ("statute as a whole", "statute全文", "statute en entier"),
        ("NewTable 3 row 1", "NewTable 3 row 1", "NewTable 3 row 1"),
    ],
)
def test_each_part_of_a_place_is_named_by_itself(text: str, chinese: str, french: str) -> None:
    assert [locus(text, each) for each in ("en", "zh", "fr")] == [text, chinese, french]


def test_a_language_without_words_for_places_shows_them_as_they_stand() -> None:
    assert locus("Table 10 row 3", "de") == "Table 10 row 3"


HEADINGS = (
    "About this document and what's new",
    "Audit snapshot",
    "Authority",
    "Broadband - fixed subscriptions",
    "Cheryl Fisher",
    "Document purpose and what's new",
    "GN",
    "Government Production Team",
    "Indledning",
    "Introducing the Government of Canada's Digital Ambition",
    "Key insights",
    "Kort om indholdet af tilsynsbrevet",
    "Mandate and mission",
    "Offentlighedsportalen",
    "Old age, qualifying conditions",
    "Responsibilities",
    "Scores",
    "Snapshot",
)
"""What the five countries quote from the headings of their sources."""


def all_loci() -> Iterator[str]:
    for code, wave in WAVES:
        for record in country(code, wave).records():
            yield from (each.locus for each in (record, *record.printed, *getattr(record, "roles", ())))


def test_every_generic_word_in_the_places_of_five_countries_is_named_in_chinese_and_french() -> None:
    loci = dict.fromkeys(all_loci())
    assert len(loci) > 400
    for place in loci:
        _, _, inside = place.rpartition(": ") if ": as a whole" in place else ("", "", place)
        named = re.sub(r"国家页面，[^；]*|Area: \w+|第[IVX]+", "", locus(inside, "zh"))
        for heading in HEADINGS:
            named = named.replace(heading, "")
        assert not re.search(r"[A-Za-z]{2,}", named), (place, named)
        words = r"\b(as a whole|row|head|Table|Articles?|footnote|Reference|opening|file|the|of|and|to)\b"
        french = locus(inside, "fr")
        for heading in HEADINGS:
            french = french.replace(heading, "")
        assert not re.search(words, re.sub(r"page du pays, [^;]*", "", french)), (place, french)


@given(st.text("ab ,;().¶§–19", max_size=30), st.sampled_from(LANGUAGES))
def test_any_text_can_be_asked_for(text: str, language: str) -> None:
    assert isinstance(locus(text, language), str)


@pytest.mark.parametrize("table", [NUMBERED, NAMED])
def test_every_wording_is_found_again(table: dict[str, tuple[str, str]]) -> None:
    for wording, (chinese, french) in table.items():
        filled = "7" if table is NUMBERED else "some name"
        assert [locus(wording.format(filled), each) for each in ("zh", "fr")] == [
            chinese.format(filled),
            french.format(filled),
        ]


@pytest.mark.parametrize("word", WORDS)
def test_every_word_is_found_again_with_a_small_and_a_capital_letter(word: str) -> None:
    for written in (word, word[0].upper() + word[1:]):
        assert [locus(written, each) for each in ("zh", "fr")] == list(WORDS[word])
