import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import get_origin

import attrs
import pytest

import maturity
from maturity.files.profile_files import FILES
from maturity.framework import ASPECTS
from maturity.language.phrases import PHRASES, say
from maturity.next_steps import KINDS
from maturity.records.findings import FINDING_KINDS
from maturity.records.ratings import CONFIDENCES, STATUSES
from maturity.records.rows import ANSWERS
from maturity.report.compare_page import TABLE_IDS
from maturity.report.level_charts import ROWS
from maturity.report.status_page import STATES
from maturity.rules import AGGREGATIONS
from maturity.text import LANGUAGES

SOURCES = Path(maturity.__file__).parent
LISTS = sorted(
    {each.name for kind in FILES.values() for each in attrs.fields(kind) if get_origin(each.type) is tuple}
    - {"official_languages"}
)
"""Lists that a new file holds."""
FILLED = {
    "aspect": ASPECTS,
    "aspect.name": ASPECTS,
    "chart-gaps": ("best", "median", "plan"),
    "chart-levels": ROWS,
    "chart-nodes": ROWS,
    "chart-profile": ("dimension", "component"),
    "column.is-": STATES,
    "column.not-in-": LANGUAGES,
    "how": ("sources", "assessor", "records", "done"),
    "language": LANGUAGES,
    "next": KINDS,
    "scaffold.file": tuple(FILES),
    "scaffold.key": ("statistics-elsewhere", *LISTS),
    "answer": ANSWERS,
    "confidence": CONFIDENCES,
    "finding": FINDING_KINDS,
    "kind": ("project", "country", "peer"),
    "rule": AGGREGATIONS,
    "rule.half-": ("up", "even"),
    "state": (*STATUSES, "rated", "below-threshold", "missing-part", "not-comparable", "no-weight"),
    "status": ("draft", "reviewed", "validated"),
    "table": TABLE_IDS,
    "target": ("best", "median", "plan"),
}
"""What the sources put into a key that they build, such as `state.{rating.status}`."""

NEEDS_NO_ENGLISH = {"caveat.translation"}


def placeholders(phrase: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(phrase) if name is not None}


def words_of_the_reports() -> Iterator[str]:
    for path in sorted((SOURCES / "report").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def asked_for() -> Iterator[tuple[str, str]]:
    """The file and the key of each phrase that a source asks for; a key that is built stands with `*`."""
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name == "say" and (key := key_of(node.args[0])):
                yield path.name, key


def key_of(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(each.value) if isinstance(each, ast.Constant) else "*" for each in node.values)
    return ""


def built(key: str) -> list[str]:
    """The keys that *key* stands for; heads of columns are looked for apart."""
    if "*" not in key:
        return [key]
    prefix = key.partition("*")[0].removesuffix(".")
    return [] if key == "column.*" else [key.replace("*", value) for value in FILLED[prefix]]


@pytest.mark.parametrize("key", PHRASES)
def test_a_phrase_has_the_same_placeholders_in_every_language(key: str) -> None:
    if key not in NEEDS_NO_ENGLISH:
        first, *others = (placeholders(each) for each in PHRASES[key])
        assert all(each == first for each in others)


@pytest.mark.parametrize("key", PHRASES)
def test_a_phrase_stands_in_every_language(key: str) -> None:
    filled = [bool(each.strip()) for each in PHRASES[key]]
    assert filled == ([False, True, True] if key in NEEDS_NO_ENGLISH else [True, True, True])


@pytest.mark.parametrize("key", PHRASES)
def test_a_french_colon_follows_a_space_that_does_not_break(key: str) -> None:
    assert not re.search(r"(?<!\u00a0)[:;?!](?=\s|$)", PHRASES[key][2])


@pytest.mark.parametrize("key", PHRASES)
def test_a_chinese_phrase_has_chinese_punctuation(key: str) -> None:
    assert not re.search(r"[\u4e00-\u9fff}][,;:?!]", PHRASES[key][1].replace("：maturity", ""))


def test_every_phrase_that_a_source_asks_for_is_there() -> None:
    found = list(asked_for())
    assert len(found) > 50
    for file, key in found:
        assert set(built(key)) <= set(PHRASES), f"{file} asks for {key}"


def test_every_phrase_is_asked_for() -> None:
    asked = {each for _, key in asked_for() for each in built(key)}
    columns = {f"column.{word}" for word in words_of_the_reports()}
    assert sorted(set(PHRASES) - asked - columns) == []


def test_a_phrase_is_said_in_the_language_asked_for() -> None:
    found = [say("detail.prerequisite", each, label="X", level=2) for each in LANGUAGES]
    assert found == ["X (level 2)", "X（2级）", "X (niveau 2)"]


def test_an_unknown_phrase_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="no-such"):
        say("no-such", "en")
