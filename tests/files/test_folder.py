from typing import Any

import pytest
from attrs import frozen

from maturity.files.faults import Fault
from maturity.files.folder import Folder, default_language
from maturity.files.overlays import fingerprint, list_slots
from maturity.files.text_folder import TextFolder
from maturity.problems import DataError
from maturity.text import Text

PEOPLE = "people:\n  - {name: Ada, age: 36}\n  - {name: Lin, age: old}\nnote: x\n"


@frozen(kw_only=True)
class Person:
    """Somebody."""

    name: Text
    age: int = 0


@frozen(kw_only=True)
class People:
    """A file of them."""

    people: tuple[Person, ...]
    note: str = ""


@pytest.mark.parametrize(("shown", "file"), [("aaa/2020", "aaa/2020/x.yaml"), ("", "x.yaml")])
def test_a_file_is_shown_under_its_folder(shown: str, file: str) -> None:
    assert Folder(TextFolder({}), shown).shown_file("x.yaml") == file


def test_a_document_is_a_mapping_under_the_name_that_is_shown() -> None:
    document = folder({"x.yaml": "a: 1\n"}).document("x.yaml")
    assert document is not None
    assert (document.shown, document.text, document.value) == ("here/x.yaml", "a: 1\n", {"a": 1})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (None, "here/x.yaml: E119 the file is missing"),
        ("", "here/x.yaml: E008 the file is empty or holds no mapping"),
        ("# notes\n", "here/x.yaml: E008 the file is empty or holds no mapping"),
        ("- a\n", "here/x.yaml: E008 the file is empty or holds no mapping"),
        ("a: 1\na: 2\n", "here/x.yaml:2:1: E003 duplicate key 'a' (a key stands once in a mapping)"),
    ],
)
def test_a_file_that_cannot_be_used_is_a_problem_and_nothing(text: str | None, problem: str) -> None:
    place = folder({} if text is None else {"x.yaml": text})
    assert (place.document("x.yaml"), said(place)) == (None, [problem])


def test_problems_of_all_files_are_kept() -> None:
    place = folder({"x.yaml": "a: *b\n", "y.yaml": "a: 1\n"})
    for name in ("x.yaml", "y.yaml", "z.yaml"):
        place.document(name)
    assert said(place) == [
        "here/x.yaml:1:4: E004 alias *b (write the value out)",
        "here/z.yaml: E119 the file is missing",
    ]


def test_a_document_is_given_a_type() -> None:
    place = folder({"x.yaml": PEOPLE.replace("old", "40")})
    document = place.document("x.yaml")
    assert document is not None
    ada, lin = Person(name=french("Ada"), age=36), Person(name=french("Lin"), age=40)
    assert place.typed(document, People, "fr") == People(people=(ada, lin), note="x")
    assert place.problems == []


def test_a_part_of_a_document_is_given_a_type_and_its_faults_stand_in_the_whole() -> None:
    place = folder({"x.yaml": PEOPLE})
    document = place.document("x.yaml")
    assert document is not None
    value: Any = document.value
    found = [place.typed(document, Person, "en", each, ("people", i)) for i, each in enumerate(value["people"])]
    assert found == [Person(name=Text(original="Ada"), age=36), None]
    assert said(place) == ["here/x.yaml:3:22: E102 expected a whole number, found the text 'old'"]


def test_nothing_in_place_of_a_part_is_not_the_whole() -> None:
    place = folder({"x.yaml": "people:\n"})
    document = place.document("x.yaml")
    assert document is not None
    assert place.typed(document, People, "en", None, ("people",)) is None
    assert [each.message for each in place.problems] == ["expected a mapping, found nothing"]


# translations


def test_the_translations_that_are_there_are_put_beside_the_texts() -> None:
    value = translated({"zh.yaml": overlay("zh", "埃达"), "de.yaml": overlay("de", "Ada!")})[0]
    assert value == {"people": [{"name": {"en": "Ada", "zh": "埃达"}}]}


def test_of_an_overlay_that_cannot_be_read_nothing_is_taken() -> None:
    value, problems = translated({"zh.yaml": overlay("zh", "埃达").replace("reviewed: false", "reviewed: maybe")})
    assert value == {"people": [{"name": "Ada"}]}
    assert problems == ["here/zh.yaml:2:11: E102 expected true or false, found the text 'maybe'"]


def test_a_translation_of_a_text_that_is_not_there_is_told() -> None:
    problem = "here/zh.yaml:4:3: W204 translates 'people.2.name', which is not there (did you mean 'people.1.name'?)"
    assert translated({"zh.yaml": overlay("zh", "林", key="people.2.name")})[1] == [problem]


def test_texts_of_a_file_that_could_not_be_read_are_not_missed_and_old_translations_still_told() -> None:
    overlays = {"zh.yaml": overlay("zh", "林", key="people.2.name") + overlay("zh", "埃达", of="Eda").splitlines()[-1]}
    value, problems = translated(overlays, unread="y.yaml")
    assert value == {"people": [{"name": {"en": "Ada", "zh": "埃达"}}]}
    assert problems == [
        "here/y.yaml: E119 the file is missing",
        "here/zh.yaml:5:3: W203 'people.1.name' has changed since it was translated "
        f'(translate it anew, with of: "{fingerprint("Ada")}")',
    ]


# what is kept


def test_faults_of_several_documents_are_kept_document_by_document() -> None:
    place = folder({"x.yaml": "a: 1\nb: 2\n", "y.yaml": "c: 3\n"})
    first, second = place.document("x.yaml"), place.document("y.yaml")
    assert first is not None
    assert second is not None
    found = [
        (first, Fault(("b",), "E1", "one")),
        (second, Fault(("c",), "E2", "two")),
        (first, Fault(("a",), "W3", "three")),
    ]
    place.report_all(iter(found))
    assert said(place) == ["here/x.yaml:2:4: E1 one", "here/x.yaml:1:4: W3 three", "here/y.yaml:1:4: E2 two"]


def test_warnings_alone_are_not_refused() -> None:
    place = folder({"x.yaml": "a: 1\n"})
    place.refuse_errors()
    document = place.document("x.yaml")
    assert document is not None
    place.report(document, [Fault((), "W201", "never cited")])
    place.refuse_errors()
    place.report(document, [Fault(("a",), "E104", "unknown")])
    with pytest.raises(DataError) as caught:
        place.refuse_errors()
    assert [each.code for each in caught.value.problems] == ["W201", "E104"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("language: fr\n", "fr"),
        ("language: arb\n", "arb"),
        ("a: 1\n", "en"),
        ("language: French\n", "en"),
        ("language: french\n", "en"),
        ("language: FR\n", "en"),
        ("language: 5\n", "en"),
        ("language: [fr]\n", "en"),
        ("language:\n", "en"),
    ],
)
def test_a_file_is_in_english_unless_it_names_another_language(text: str, language: str) -> None:
    assert default_language(folder({"x.yaml": text}).document("x.yaml")) == language


def test_what_could_not_be_read_counts_as_english() -> None:
    assert default_language(None) == "en"


def folder(files: dict[str, str]) -> Folder:
    return Folder(TextFolder(files), "here")


def said(place: Folder) -> list[str]:
    return [str(each) for each in place.problems]


def french(text: str) -> Text:
    return Text(language="fr", original=text)


def overlay(language: str, text: str, *, key: str = "people.1.name", of: str = "Ada") -> str:
    entry = f'  {key}: {{of: "{fingerprint(of)}", text: {text}}}\n'
    return f"language: {language}\nreviewed: false\ntexts:\n{entry}"


def translated(overlays: dict[str, str], *, unread: str = "") -> tuple[Any, list[str]]:
    """A file with one text, after English overlays in Chinese and French were looked for; and what was said."""
    place = folder({"x.yaml": "people: [{name: Ada}]\n", **overlays})
    document = place.document("x.yaml")
    assert document is not None
    if unread:
        place.document(unread)
    place.translate(list_slots(document.value, People, ""), ("zh", "fr"), written_in="en")
    return document.value, said(place)
