from collections.abc import Iterator
from typing import Any, get_args, get_origin

import attrs
import pytest

from maturity.files.profile_files import FILES
from maturity.language.field_phrases import FIELD_NOTES, KEY_NOTES, field_note, key_note
from maturity.profile import Profile
from maturity.scaffold.templates import list_fields, list_shared_fields


def item_kinds() -> Iterator[type[attrs.AttrsInstance]]:
    """Classes of what stands in the lists of a profile's files."""
    for kind in FILES.values():
        for each in attrs.fields(kind):
            found: Any = get_args(each.type)[0] if get_origin(each.type) is tuple else None
            if found is not None and attrs.has(found):
                yield found


def described() -> list["attrs.Attribute[Any]"]:
    inside = [each for kind in item_kinds() for each in list_fields(kind)]
    return [*inside, *list_shared_fields(), *(each for each in attrs.fields(Profile) if each.name in ("code", "wave"))]


def test_every_description_that_new_files_print_is_translated() -> None:
    docs = {each.metadata["doc"] for each in described() if "doc" in each.metadata}
    assert len(docs) > 60
    assert sorted(docs - set(FIELD_NOTES)) == []


def test_every_key_without_a_description_has_a_note() -> None:
    speaking = {"title", "facet"}
    keys = {each.name for each in described() if "doc" not in each.metadata}
    assert sorted(keys - set(KEY_NOTES) - speaking) == []


@pytest.mark.parametrize("doc", FIELD_NOTES)
def test_a_translation_keeps_the_words_that_must_be_typed(doc: str) -> None:
    typed = doc.split("`")[1::2]
    for language in ("zh", "fr"):
        said = field_note(doc, language)
        assert said
        assert said != doc
        assert [word for word in typed if f"`{word}`" not in said] == []


def test_english_and_what_nobody_translated_stay_as_they_are() -> None:
    assert field_note("Conditions.", "en") == "Conditions."
    assert field_note("Something new.", "fr") == "Something new."
    assert key_note("nonsense", "zh") == ""
