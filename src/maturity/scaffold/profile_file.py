"""`profile.yaml` of a new wave: who and when, and room for the sources."""

from collections.abc import Iterator

import attrs

from maturity.framework import Framework
from maturity.language.field_phrases import field_note
from maturity.language.phrases import say
from maturity.profile import Names, Profile
from maturity.scaffold.guidance import explain
from maturity.scaffold.section_files import list_lines
from maturity.scaffold.templates import as_yaml


def profile_lines(code: str, wave: int, names: Names, framework: Framework, language: str) -> Iterator[str]:
    """The lines of `profile.yaml`."""
    fields = attrs.fields_dict(Profile)
    named = attrs.asdict(names, filter=lambda _, name: name is not None)
    given = {
        "code": code,
        "wave": str(wave),
        "names": "{" + ", ".join(f"{each}: {as_yaml(name)}" for each, name in named.items()) + "}",
        "language": language,
        "official_languages": "[]",
        "evidence_until": f"{wave}-12-31",
        "status": "{stage: draft}",
    }
    for key, value in given.items():
        yield ""
        yield from _explain(key, fields[key].metadata.get("doc", ""), language)
        yield f"{key}: {value}"
    for key in ("sources", "figures", "unknown"):
        yield from list_lines(Profile, fields[key], framework, language, wave)


def _explain(key: str, doc: str, language: str) -> Iterator[str]:
    said = {
        "names": say("scaffold.names", language),
        "status": say("scaffold.status", language),
        "evidence_until": say("scaffold.evidence-until", language),
    }
    parts = [field_note(doc, language) if doc else "", said.get(key, "")]
    yield from explain((" " if language != "zh" else "").join(filter(None, parts)))
