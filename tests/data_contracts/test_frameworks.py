"""What every shipped framework must satisfy."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from maturity.files.framework_files import framework_slots, read_framework_folder
from maturity.framework import Indicator
from maturity.text import LANGUAGES
from tests.data_contracts.shipped import CATALOG, FRAMEWORKS, STUDY, framework
from tests.typography import slips_in

TOPIC_NAMES = re.compile(
    r"\b(France|French|Denmark|Danish|Australia\w*|Canad\w*|China|Chinese|Estonia\w*|FranceConnect|GDPR|eIDAS|COG|DINUM|"
    r"CNAF|CNAV|CNAM|NIR|myGov|Borger|MitID|EU|European Union|European)\b"
)


def test_the_catalog_ships_frameworks() -> None:
    assert "digital-social-security" in FRAMEWORKS


@pytest.mark.parametrize("id", FRAMEWORKS)
def test_a_framework_reads_without_a_single_problem(id: str) -> None:
    found, problems = read_framework_folder(CATALOG.folder("frameworks", id), id)
    assert (found.id, problems) == (id, ())


@pytest.mark.parametrize("id", FRAMEWORKS)
def test_every_text_speaks_every_language(id: str) -> None:
    slots = framework_slots(CATALOG.folder("frameworks", id))
    keys = Counter(slot.key for slot in slots)
    assert [key for key, count in keys.items() if count > 1] == []
    found = framework(id)
    texts = [
        *(each.label for each in found.indicators),
        *(question for each in found.indicators for question in each.questions),
        *(level.descriptor for each in found.indicators for level in each.levels),
        *(term.label for vocabulary in found.vocabularies for term in vocabulary.terms),
    ]
    assert [str(text) for text in texts if not all(text.speaks(language) for language in LANGUAGES)] == []


@pytest.mark.parametrize("id", FRAMEWORKS)
def test_translations_are_set_as_chinese_and_french_are(id: str) -> None:
    assert slips_in(framework(id)) == []


def test_the_tree_has_the_shape_that_the_design_asks_for() -> None:
    dimensions = framework().dimensions
    assert [each.id for each in dimensions] == ["governance", "legal", "back-end", "front-end", "skills", "inclusion"]
    assert all(2 <= len(framework().children(each.id)) <= 4 for each in dimensions)
    sizes = Counter(framework().dimension_of(each.id) for each in framework().indicators)
    assert all(6 <= size <= 18 for size in sizes.values())
    assert len(framework().indicators) >= 55


@pytest.mark.parametrize("indicator", framework().indicators, ids=lambda each: str(each.id))
def test_descriptors_are_neutral_and_tell_levels_apart(indicator: Indicator) -> None:
    texts = [str(level.descriptor) for level in indicator.levels]
    named = [match.group() for text in [*texts, *map(str, indicator.questions)] for match in TOPIC_NAMES.finditer(text)]
    assert named == []
    assert all(10 <= len(text.split()) <= 70 for text in texts)
    assert all(lower != upper for lower, upper in pairwise(texts))


def test_no_two_rubrics_share_a_descriptor() -> None:
    counts = Counter(str(level.descriptor) for each in framework().indicators for level in each.levels)
    assert [text for text, count in counts.items() if count > 1] == []


def test_taking_part_in_decisions_is_never_the_top_of_a_rubric() -> None:
    tops = {each.id: str(each.descriptor(framework().highest)) for each in framework().indicators}
    assert [
        id for id, text in tops.items() if re.search(r"co-?decid|decision-making|vote on|participat\w+ in decid", text)
    ] == []


@pytest.mark.skipif(not STUDY.is_file(), reason="the study's text is not at hand")
def test_loci_name_places_that_the_study_has() -> None:
    text = STUDY.read_text(encoding="utf-8")
    tables = set(re.findall(r"^Table (\d+)", text, flags=re.MULTILINE))
    loci = [locus for each in framework().indicators for locus in (each.locus or "").split("; ")]
    assert all(re.fullmatch(r"§[1-9]( ¶\d+)?|Table \d+( row \d+)?|footnote \d", locus) for locus in loci)
    assert {locus.split()[1] for locus in loci if locus.startswith("Table")} <= tables
