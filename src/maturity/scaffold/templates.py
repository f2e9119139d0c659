"""Items of a profile's lists with nothing in them, made from the classes that read them."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

import attrs

from maturity.framework import Framework
from maturity.language.field_phrases import field_note, key_note
from maturity.language.phrases import say
from maturity.records.record import Record
from maturity.scaffold.guidance import WIDTH, explain
from maturity.text import Text

Kind = type[attrs.AttrsInstance]

LAST = ("source", "locus")
"""Keys of every record that stand behind its own."""

_TERMS_SHOWN = 20
_PLAIN = re.compile(r"[^\W\d_][\w .’()/²–-]*[\w)²]|[^\W\d_]")
_BENT = {"null", "true", "false", "yes", "no", "on", "off"}


def listed_kind(kind: object) -> Kind:
    """The class behind `tuple[X, ...]`."""
    found: Kind = get_args(kind)[0]
    return found


def list_fields(kind: Kind) -> list["attrs.Attribute[Any]"]:
    """The fields of *kind* that a new item offers, in the order in which people fill them in."""
    found = [each for each in attrs.fields(kind) if each.name != "carried_from"]
    if not issubclass(kind, Record):
        return found
    shared = {each.name for each in attrs.fields(Record)}
    own = [each for each in found if each.name not in shared]
    by_name = {each.name: each for each in found}
    return [by_name["id"], *own, *(by_name[name] for name in LAST)]


def list_shared_fields() -> list["attrs.Attribute[Any]"]:
    """What every record may have beyond what a new item offers."""
    return [each for each in attrs.fields(Record) if each.name not in ("id", *LAST, "carried_from")]


def block_item(kind: Kind, given: Mapping[str, str]) -> Iterator[str]:
    """One item of a list, a line for each key; *given* holds what is known of it already."""
    for number, each in enumerate(list_fields(kind)):
        value = given.get(each.name) or _empty(each)
        yield f"  {'  ' if number else '- '}{each.name}: {value}".rstrip()


def flow_item(kind: Kind, given: Mapping[str, str], names: tuple[str, ...]) -> Iterator[str]:
    """One item of a list in braces, with the keys that must be there and those in *names*."""
    fields = [each for each in list_fields(kind) if each.default is attrs.NOTHING or each.name in (*given, *names)]
    pairs = [f"{each.name}: {given.get(each.name) or _empty(each)}" for each in fields]
    line = "  - {"
    for number, pair in enumerate(pairs):
        piece = pair + ("}" if number == len(pairs) - 1 else ",")
        if len(line) + len(piece) > WIDTH - 4:
            yield line.rstrip()
            line = "     "
        line += piece + " "
    yield line.rstrip()


def explain_fields(kind: Kind, framework: Framework, language: str) -> Iterator[str]:
    """What belongs under each key of an item."""
    for each in list_fields(kind):
        yield from explain_field(each, framework, language)


def explain_field(each: "attrs.Attribute[Any]", framework: Framework, language: str) -> Iterator[str]:
    """What belongs under one key; a star stands behind what must be given."""
    doc = each.metadata.get("doc")
    parts = [field_note(doc, language) if doc else key_note(each.name, language)]
    parts += [_choices(each, framework, language), _shape(each, language)]
    note = (" " if language != "zh" else "").join(filter(None, parts))
    star = "*" if each.default is attrs.NOTHING else ""
    key = f"{each.name}{star}"
    yield from explain(say("labelled", language, label=key, text=note) if note else key, indent=2)


def as_yaml(word: str) -> str:
    """*word* as a YAML value that is read as the same text, in braces too."""
    return word if _PLAIN.fullmatch(word) and word.lower() not in _BENT else json.dumps(word, ensure_ascii=False)


def _empty(each: "attrs.Attribute[Any]") -> str:
    if get_origin(each.type) is tuple:
        return "[]"
    if isinstance(each.default, bool):
        return str(each.default).lower()
    if each.type is not None and attrs.has(each.type) and each.type is not Text:
        return "{" + ", ".join(f"{inner.name}: " for inner in attrs.fields(each.type)) + "}"
    return ""


def _choices(each: "attrs.Attribute[Any]", framework: Framework, language: str) -> str:
    validator: Any = getattr(each.validator, "validator", each.validator)
    options = getattr(validator, "options", None)
    if isinstance(options, tuple):
        return say("scaffold.choices", language, choices=" | ".join(options))
    refers = each.metadata.get("refers", "")
    terms = framework.vocabulary(refers.removeprefix("vocabulary/")).terms
    if not refers.startswith("vocabulary/") or len(terms) > _TERMS_SHOWN:
        return ""
    named = [say("parentheses", language, text=term.id, inside=term.label.in_language(language)) for term in terms]
    return say("scaffold.choices", language, choices=" | ".join(named))


def _shape(each: "attrs.Attribute[Any]", language: str) -> str:
    """The keys of the mappings that a list holds."""
    inner: Any = get_args(each.type)[0] if get_origin(each.type) is tuple else each.type
    if not attrs.has(inner) or inner is Text:
        return ""
    return say("scaffold.each", language, shape="{" + ", ".join(f"{key.name}: …" for key in attrs.fields(inner)) + "}")
