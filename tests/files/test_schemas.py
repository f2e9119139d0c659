"""Schemas against the shipped files, the broken ones and the reader itself, by a real validator."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from maturity.cases import Expectation
from maturity.catalog import list_catalogs
from maturity.dates import Date
from maturity.files.document import Document
from maturity.files.exported import export_json
from maturity.files.faults import Fault
from maturity.files.fields import Kind
from maturity.files.framework_checks import Placed, check_framework
from maturity.files.framework_files import DimensionHead, FrameworkFile, read_framework_folder
from maturity.files.overlays import TranslatedText
from maturity.files.positions import Spot
from maturity.files.profile_checks import Part, check_profile
from maturity.files.profile_files import FILES
from maturity.files.rating_checks import check_ratings
from maturity.files.rule_checks import check_normalisation, check_rules
from maturity.files.schema_rules import RULES
from maturity.files.schema_shapes import Terms, class_schema, list_definitions
from maturity.files.schemas import COUNTRY_KINDS, FRAMEWORK_KINDS, KINDS, file_schema, modeline, schema_files
from maturity.files.structure import structure
from maturity.files.yaml_text import Value, parse
from maturity.framework import Component, Framework, Indicator
from maturity.groups import Group
from maturity.problems import DataError, Place
from maturity.profile import Status
from maturity.reading import load_framework
from maturity.records.back_end import Standard, Transformation
from maturity.records.context import Branch
from maturity.records.errata import Erratum
from maturity.records.findings import Finding, Lesson, Milestone, Programme
from maturity.records.front_end import Portal
from maturity.records.governance import Coordination, Institution
from maturity.records.inclusion import InclusionPoint
from maturity.records.legal import LegalAct, Platform
from maturity.records.lessons import Lessons
from maturity.records.ratings import Assessor, FrameworkReference, Rating, Ratings
from maturity.records.rows import Row
from maturity.records.skills import Activity
from maturity.records.sources import Figure, Source, StudyPlace, Unknown
from maturity.records.statistics import Statistic
from maturity.rules import Normalisation, Rules, Spread
from maturity.vocabulary import Term
from tests.demo_files import FRAMEWORK
from tests.files.any_value import any_value

ROOT = Path(__file__).parents[2]
BROKEN = Path(__file__).parent / "broken"
VALID = Path(__file__).parent / "valid"
CASES = sorted(each.name for each in BROKEN.iterdir())
SHIPPED = sorted(
    file
    for pattern in ("countries/*/*/*.yaml", "countries/*.yaml", "frameworks/*/*.yaml", "cases/*.yaml")
    for file in ROOT.glob(pattern)
)
BROKEN_CASES = ROOT / "tests" / "case_files" / "broken"


@cache
def demo() -> Framework:
    return read_framework_folder(VALID / FRAMEWORK, FRAMEWORK)[0]


@cache
def validator(kind: str, *, of_demo: bool) -> Draft202012Validator:
    return Draft202012Validator(file_schema(kind, demo() if of_demo else load_framework()))


def kind_of(file: Path) -> str:
    if file.parent.name in ("countries", "cases"):
        return "groups" if file.parent.name == "countries" else "cases"
    kinds = COUNTRY_KINDS if "countries" in file.parts else FRAMEWORK_KINDS
    return file.stem if file.stem in kinds else "dimension"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("id", list_catalogs()[-1].framework_ids())
def test_the_metaschema_accepts_every_schema_of_every_framework(kind: str, id: str) -> None:
    Draft202012Validator.check_schema(file_schema(kind, load_framework(id)))


def test_every_file_of_a_folder_has_a_kind() -> None:
    assert set(FILES) < set(COUNTRY_KINDS) < set(KINDS)
    with pytest.raises(KeyError):
        file_schema("sources", demo())


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_shipped_file_is_accepted(file: Path) -> None:
    value = parse(file.read_text(encoding="utf-8"), file.name)
    assert [each.message for each in validator(kind_of(file), of_demo=False).iter_errors(value)] == []


def test_the_files_of_weights_and_plans_name_nodes_of_the_framework() -> None:
    weights, plan = validator("weights", of_demo=False), validator("plan", of_demo=False)
    assert weights.is_valid({"legal": 2, "legal.sso": 0.5})
    assert plan.is_valid({"legal.sso": 3})
    for wrong in ({"legal.sso": -1}, {"legal.sso": 1_000_001}, {"legal.ssso": 1}, {"overall": 1}):
        assert not weights.is_valid(wrong)
    for wrong in ({"legal.sso": 5}, {"legal": 1}):
        assert not plan.is_valid(wrong)


UNSEEN = {
    "the file is no YAML, or no YAML that is read, so there is no value to hold against a schema": {
        "alias-and-anchor E004",
        "anchor-on-a-key E004",
        "broken-file-makes-no-others-unknown E002",
        "control-character E002",
        "duplicate-key E003",
        "huge-number E007",
        "invalid-yaml E002",
        "key-that-is-no-text E008",
        "list-below-empty-brackets E002",
        "nested-too-deep E006",
        "syntax-error-hides-nothing-read-before-it E002",
        "syntax-error-hides-nothing-read-before-it E003",
        "tab-as-indentation E002",
        "tag E005",
        "two-documents E008",
    },
    "a reference to a record, source, assessor or node, which other files or other parts of the file define": {
        "ids-parted-by-a-full-width-comma E104",
        "misspelt-keys-hide-nothing E104",
        "nameless-records-could-be-any E104",
        "records-with-faults-are-still-known E104",
        "unknown-assessor E104",
        "unknown-component E104",
        "unknown-default-source E104",
        "unknown-prerequisite E104",
        "unknown-record E104",
        "unknown-source E104",
    },
    "the same id, key or rating twice": {
        "duplicate-id E106",
        "duplicate-id-across-files E106",
        "duplicate-indicator E106",
        "misspelt-keys-hide-nothing E114",
        "rated-twice E114",
    },
    "one value held against another": {
        "bands-that-begin-too-high E111",
        "empty-text E103",
        "evidence-as-of-a-later-day E113",
        "evidence-from-a-later-source E113",
        "evidence-marked-as-later E113",
        "indicator-outside-its-dimension E104",
        "prerequisites-in-a-circle E109",
        "range-upside-down E103",
        "rubric-level-outside-the-scale E105",
        "rubric-without-a-level E111",
        "scale-that-does-not-climb E105",
        "scale-that-does-not-climb E111",
    },
    "the name of the file or folder, and what else stands in it": {
        "change-cut-short E121",
        "unread-files W206",
        "dimension-in-another-file E112",
        "wrong-folder E112",
    },
    "a translation and what it translates": {
        "dimension-in-another-file W204",
        "misspelt-keys-hide-nothing W204",
        "nameless-records-could-be-any W204",
        "duplicate-indicator W203",
        "empty-text W203",
        "level-without-a-summary W204",
        "stale-translation W203",
        "summary-too-long W203",
        "texts-that-are-none W203",
        "translation-of-a-missing-text W204",
        "unknown-indicator W204",
    },
    "what follows from another problem of the file, which is seen": {
        "unknown-default E101",
    },
    "a warning, which an editor would show as an error": {
        "implausible-value W202",
        "listed-only-and-cited W201",
        "source-never-cited W201",
        "unknown-source W201",
    },
}
"""Problems that a schema cannot see, by the reason; everything else it sees, in the same line."""


def test_a_schema_sees_every_problem_that_it_can() -> None:
    unseen = {each for case in CASES for each in unseen_problems(BROKEN / case)}
    assert unseen == {each for problems in UNSEEN.values() for each in problems}


def unseen_problems(case: Path) -> Iterator[str]:
    lines = seen_lines(case)
    for line in (case / "expected.txt").read_text(encoding="utf-8").splitlines():
        place, code = re.split(r":? (?=[EW]\d{3} )", line)[0], re.findall(r"[EW]\d{3}", line)[0]
        file, _, position = place.partition(":")
        if (file, int(position.partition(":")[0] or 1)) not in lines:
            yield f"{case.name} {code}"


def seen_lines(case: Path) -> set[tuple[str, int]]:
    found = set()
    for file in case.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        try:
            document = Document(shown=file.relative_to(case).as_posix(), text=text, value=parse(text, ""))
        except DataError:
            continue
        for error in validator(kind_of(file), of_demo=True).iter_errors(document.value):
            found |= {(document.shown, place.line) for place in places(error, document)}
    return found


def places(error: ValidationError, document: Document) -> Iterator[Place]:
    """Where an error stands; of keys that are not allowed, where each of them does."""
    at = tuple(error.absolute_path)
    if error.validator != "additionalProperties":
        yield from document.places([Spot(at)])
    elif isinstance(error.instance, dict):
        extra = (key for key in error.instance if key not in error.schema["properties"])
        yield from document.places(Spot((*at, key), at_key=True) for key in extra)


@pytest.mark.parametrize(
    ("case", "seen"),
    [
        ("lists-in-place-of-mappings", True),
        ("one-case-that-is-no-list", True),
        ("values-of-another-shape", True),
        ("a-misspelt-key-hides-nothing", True),
        ("names-that-are-not-there", False),
    ],
)
def test_the_schema_of_cases_sees_what_is_wrong_in_their_shape(case: str, seen: bool) -> None:
    file = BROKEN_CASES / case / "cases" / "demo.yaml"
    expected = (BROKEN_CASES / case / "expected.txt").read_text(encoding="utf-8").splitlines()
    document = Document(shown=file.name, text=file.read_text(encoding="utf-8"), value=None)
    value = parse(document.text, file.name)
    found = list(validator("cases", of_demo=True).iter_errors(value))
    lines = {place.line for error in found for place in places(error, document)}
    wanted = {int(line.split(":")[1]) for line in expected if re.search(r":\d+:\d+: E1(0[0-3]|1)", line)}
    assert lines == (wanted if seen else set())


GROUP: dict[str, Any] = {
    "id": "nordic",
    "label": "Nordic countries",
    "as_of": "2020",
    "sources": [{"title": "List", "publisher": "Council", "url": "http://example.org", "accessed": "2021-01-31"}],
    "members": ["DNK", "FIN"],
}


@pytest.mark.parametrize(
    "change",
    [{"members": ["DNK", "DNK"]}, {"members": ["dnk"]}, {"members": []}, {"id": "A B"}, {"colour": 1}, {"as_of": "x"}],
)
def test_the_schema_of_groups_sees_what_the_reader_refuses(change: dict[str, Any]) -> None:
    assert validator("groups", of_demo=True).is_valid({"groups": [GROUP]})
    assert not validator("groups", of_demo=True).is_valid({"groups": [GROUP | change]})
    assert structure({**GROUP, **change}, Group, language="en")[0] is None


RECORDS: tuple[Kind, ...] = (
    Activity,
    Assessor,
    Branch,
    Component,
    Coordination,
    DimensionHead,
    Erratum,
    Expectation,
    Figure,
    Finding,
    Group,
    Indicator,
    InclusionPoint,
    Institution,
    LegalAct,
    Lesson,
    Milestone,
    Normalisation,
    Platform,
    Portal,
    Programme,
    Rating,
    Row,
    Rules,
    Source,
    Standard,
    Statistic,
    Status,
    StudyPlace,
    Term,
    Transformation,
    TranslatedText,
    Unknown,
)


def test_every_class_with_rules_is_held_against_the_reader() -> None:
    assert set(RULES) - {FrameworkFile} <= set(RECORDS)
    ruled = {each for each in RECORDS if "__attrs_post_init__" in vars(each)}
    assert ruled <= set(RULES)


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_the_schema_of_a_record_accepts_what_the_reader_accepts(kind: Kind, data: st.DataObject) -> None:
    value = data.draw(mutated(kind))
    assume(not beyond_schemas(kind, value))
    refused = [each.message for each in record_validator(kind).iter_errors(value)]
    faults = list(faults_of(kind, value))
    assert bool(refused) == bool(faults), (value, refused, faults)


@cache
def record_validator(kind: Kind) -> Draft202012Validator:
    definitions = dict(list_definitions(kind, Terms()))
    return Draft202012Validator({**class_schema(kind, Terms()), "$defs": definitions})


WORDS = ("", " ", "x", "law-1", "A b", "2021-04", "2021-04-31", "high", "rubric", "measure", "checklist", "goalposts")
OTHER_WORDS = ("log", "not-evaluable", "source", "en")
NUMBERS = (0, 1, -1, 5, 2021, 10**6, 0.5, -2.5)
CONTAINERS: tuple[Value, ...] = (
    [],
    ["x"],
    [1],
    {},
    {"en": "x"},
    {"en": ""},
    {"zh": "x", "fr": "y"},
    {"English": "x"},
    {"text": "x"},
)
LEAVES: st.SearchStrategy[Any] = st.sampled_from((None, True, False, *NUMBERS, *WORDS, *OTHER_WORDS, *CONTAINERS)).map(
    deepcopy  # what is drawn is changed further
)


@st.composite
def mutated(draw: st.DrawFn, kind: Kind) -> Any:  # noqa: ANN401
    """What a record looks like in a file, with up to two places changed."""
    value: Any = json.loads(export_json(draw(any_value(kind))))
    for _ in range(draw(st.integers(0, 2))):
        holder, step = draw(st.sampled_from(list(all_places(value)) or [(value, "id")]))
        if isinstance(holder, dict) and draw(st.booleans()):
            holder.pop(step, None)
        else:
            holder[step] = draw(LEAVES)
    names = [each.name for each in attrs.fields(kind)]
    for key in draw(st.lists(st.sampled_from([*names, "colour"]), max_size=2)):
        value[key] = draw(LEAVES)
    return value


def all_places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401
    steps = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for step in steps:
        yield value, step
        yield from all_places(value[step])


def beyond_schemas(kind: Kind, value: Any) -> bool:  # noqa: ANN401
    """Whether a value has what JSON Schema words otherwise than the reader, or not at all."""
    if kind is Statistic and is_upside_down(value.get("low"), value.get("high")):
        return True
    normalised = value.get("normalise") if kind is Indicator else value
    if kind in (Normalisation, Indicator) and isinstance(normalised, dict):
        return are_at_odds(normalised.get("worst"), normalised.get("best"), normalised.get("direction"))
    return any(beyond_words(holder[step]) for holder, step in all_places(value))


def are_at_odds(worst: Any, best: Any, direction: Any) -> bool:  # noqa: ANN401
    if worst is None or best is None:
        return False
    return worst == best or (direction == "lower" and is_upside_down(best, worst))


def is_upside_down(low: Any, high: Any) -> bool:  # noqa: ANN401
    return isinstance(low, int | float) and isinstance(high, int | float) and low > high


def beyond_words(value: Any) -> bool:  # noqa: ANN401
    """A number without a fraction that is written with one; white space that only one side knows; a line end."""
    if isinstance(value, float):
        return value.is_integer()
    return isinstance(value, str) and (value.endswith("\n") or (not value.isascii() and not value.strip()))


def faults_of(kind: Kind, value: Value) -> Iterator[object]:
    """What the reader, and the checks of a file by itself, say of a record."""
    found, faults = structure(value, kind, language="en")
    yield from faults
    if found is not None:
        yield from CHECKS.get(kind, lambda _: ())(found)


DOCUMENT = Document(shown="x.yaml", text="", value={})


def rating_faults(rating: Any) -> Iterator[Fault]:  # noqa: ANN401
    ratings = Ratings(
        framework=FrameworkReference(id="demo", version="1"),
        assessors=(Assessor(id=rating.assessor or "team", kind="project", date=Date("2026")),),
        ratings=(rating,),
    )
    is_mapping = rating.summary is not None and (rating.summary.translations or rating.summary.language != "en")
    assessors = [each.id for each in ratings.assessors]
    yield from (
        each
        for each in check_ratings(ratings, {}, None, assessors=assessors)
        if not (is_mapping and each.code == "E117")
    )


def lesson_faults(value: Any) -> Iterator[Fault]:  # noqa: ANN401
    held = Lessons(findings=(value,)) if isinstance(value, Finding) else Lessons(lessons=(value,))
    parts = {"lessons": Part(document=DOCUMENT, value=held)}
    yield from (fault for _, fault in check_profile(parts, folder_name="", framework=None))


def node_faults(node: Any) -> Iterator[Fault]:  # noqa: ANN401
    """Faults that lie in the node itself."""
    if isinstance(node, DimensionHead):
        node = Component(id=node.id, label=node.label, weight=node.weight)
    framework = attrs.evolve(demo(), indicators=(attrs.evolve(demo().indicators[0], component=node.id),))
    for _, fault in check_framework(framework, [Placed(DOCUMENT, (), node)], DOCUMENT):
        if fault.code in ("E100", "E101", "E108"):
            yield fault


def translation_faults(value: Any) -> Iterator[str]:  # noqa: ANN401
    if not value.text.strip():
        yield "the text is empty"


def _of_keys(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Faults that lie in which keys there are; others lie in numbers, which a schema does not compare."""
    return (each for each in faults if each.code == "E100")


CHECKS: dict[Kind, Callable[[Any], Iterator[object]]] = {
    Normalisation: lambda value: _of_keys(check_normalisation(value, Spread(low=-1e9, high=1e9), ())),
    Rules: lambda value: _of_keys(check_rules(value, Spread(low=-1e9, high=1e9), ())),
    Rating: rating_faults,
    Finding: lesson_faults,
    Lesson: lesson_faults,
    Indicator: node_faults,
    Component: node_faults,
    DimensionHead: node_faults,
    TranslatedText: translation_faults,
}


def test_records_may_leave_out_what_the_file_says_once() -> None:
    record = {"id": "x", "kind": "remark", "text": "x", "bears_on_none": "x"}
    whole = {**record, "source": "s", "locus": "p. 1"}
    skills = validator("skills", of_demo=True)
    assert skills.is_valid({"findings": [whole]})
    assert skills.is_valid({"defaults": {"source": "s", "locus": "p. 1"}, "findings": [record]})
    assert not skills.is_valid({"defaults": {"source": "s"}, "findings": [record]})
    assert not skills.is_valid({"defaults": {"source": "s", "locus": None}, "findings": [record]})
    assert not skills.is_valid({"findings": [record]})


def test_terms_carry_their_labels_in_the_language_asked_for() -> None:
    legal = file_schema("legal", load_framework(), language="zh")
    enablers = legal["$defs"]["enablers"]
    label = load_framework().vocabulary("enablers").terms[0].label
    assert enablers["enum"][0] == load_framework().vocabulary("enablers").terms[0].id
    assert enablers["markdownEnumDescriptions"][0] == label.in_language("zh") != label.original


def test_who_rates_reads_what_each_level_takes() -> None:
    framework = load_framework()
    descriptor = framework.indicator("legal.sso").descriptor(3).original
    ratings, findings = (file_schema(kind, framework)["$defs"]["indicators"] for kind in ("ratings", "legal"))
    place = ratings["enum"].index("legal.sso")
    assert descriptor in ratings["markdownEnumDescriptions"][place]
    assert descriptor not in findings["markdownEnumDescriptions"][place]


def test_the_files_of_schemas_are_named_as_the_first_lines_say() -> None:
    files = schema_files(demo())
    assert [json.loads(each.text)["title"] for each in files] == [f"{kind}.yaml, demo 1.0" for kind in KINDS]
    named = [f"# yaml-language-server: $schema=schemas/{each.name}" for each in files]
    assert named == [modeline(kind) for kind in KINDS]
    assert modeline("legal", folder="../schemas").endswith("=../schemas/legal.schema.json")
    assert [each.name for each in schema_files(demo(), kinds=("zh",))] == ["zh.schema.json"]
