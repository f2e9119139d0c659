"""Reads a country folder: one file per section of the study, ratings, errata, outline, translations."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.resources.abc import Traversable
from typing import Any

import attrs
import yaml
from attrs import field, frozen, validators

from maturity.dates import Date
from maturity.files.document import Document
from maturity.files.folder import COMPLETE, Folder, default_language
from maturity.files.overlays import Slot, list_slots
from maturity.files.positions import Path
from maturity.files.profile_checks import Found, Part, check_profile
from maturity.files.yaml_text import read_events
from maturity.framework import Framework
from maturity.problems import DataError, Place, Problem
from maturity.profile import COUNTRY_CODE, Names, Profile, Status
from maturity.records.back_end import BackEnd
from maturity.records.context import Context
from maturity.records.errata import Erratum
from maturity.records.front_end import FrontEnd
from maturity.records.governance import Governance
from maturity.records.inclusion import Inclusion
from maturity.records.legal import Legal
from maturity.records.lessons import Lessons
from maturity.records.ratings import Ratings
from maturity.records.skills import Skills
from maturity.records.sources import Figure, Source, StudyPlace, Unknown
from maturity.text import LANGUAGE_CODE, LANGUAGES


@frozen(kw_only=True)
class ProfileFile:
    """`profile.yaml`: the country, the wave and the sources."""

    code: str = field(validator=validators.matches_re(COUNTRY_CODE))
    wave: int
    names: Names
    language: str = field(default="en", validator=validators.matches_re(LANGUAGE_CODE))
    official_languages: tuple[str, ...]
    evidence_until: Date
    status: Status
    sources: tuple[Source, ...]
    figures: tuple[Figure, ...] = ()
    unknown: tuple[Unknown, ...] = ()


@frozen(kw_only=True)
class OutlineFile:
    """`outline.yaml`: the main source, place by place."""

    places: tuple[StudyPlace, ...] = ()


@frozen(kw_only=True)
class ErrataFile:
    """`errata.yaml`: what the sources misprint."""

    errata: tuple[Erratum, ...] = ()


@frozen(kw_only=True)
class Defaults:
    """What a file says once for every record in it."""

    source: str | None = None
    locus: str | None = None


@frozen(kw_only=True)
class SingleFile:
    """A profile in one file: its parts as the files of a folder would hold them, without an error."""

    parts: dict[str, Part]
    warnings: tuple[Problem, ...]
    list_problems: Callable[[Found], list[Problem]] = field(
        metadata={"doc": "Finds the places of faults in parts within the one file."}
    )

    @property
    def profile(self) -> Profile:
        """The profile that the parts describe together."""
        return join_parts(self.parts)


FILES: dict[str, type[attrs.AttrsInstance]] = {
    "profile": ProfileFile,
    "context": Context,
    "governance": Governance,
    "legal": Legal,
    "back-end": BackEnd,
    "front-end": FrontEnd,
    "skills": Skills,
    "inclusion": Inclusion,
    "lessons": Lessons,
    "ratings": Ratings,
    "outline": OutlineFile,
    "errata": ErrataFile,
}
"""Every file of a country folder, without its ending, and what it holds."""

OPTIONAL = ("outline", "errata")


def read_profile_folder(
    path: Traversable, shown: str, *, framework: Framework | None = None, languages: Sequence[str] = LANGUAGES
) -> tuple[Profile, tuple[Problem, ...]]:
    """The profile in a folder, with the warnings found.

    With a *framework*, the profile is checked against it too: indicators, levels, vocabularies, units.

    Raises:
        DataError: The files hold errors; carries every problem found.
    """
    folder = Folder(path, shown)
    parts = read_parts(folder, framework=framework, languages=languages)
    return join_parts(parts), tuple(folder.problems)


def read_parts(
    folder: Folder, *, framework: Framework | None = None, languages: Sequence[str] = LANGUAGES
) -> dict[str, Part]:
    """The files of a country folder by name, parsed and typed; the folder keeps the warnings found.

    Raises:
        DataError: The files hold errors; carries every problem found.
    """
    if folder.path.joinpath(COMPLETE).is_dir():
        message = "a change of this folder was cut short"
        folder.problems.append(
            Problem(
                place=Place(file=folder.shown),
                code="E121",
                message=message,
                hint="maturity import into it finishes it first",
            )
        )
    documents = read_documents(folder)
    language = default_language(documents.get("profile"))
    folder.translate(_slots(documents), languages, written_in=language)
    read = {name: folder.rest(document, FILES[name], language) for name, document in documents.items()}
    parts = {
        name: Part(document=documents[name], value=each.value) for name, each in read.items() if each.value is not None
    }
    lost = {name: each.lost for name, each in read.items() if each.faults}
    folder.report_unread(f"{name}.yaml" for name in (*FILES, *LANGUAGES))
    folder.report_all(check_profile(parts, folder_name=_folder_name(folder.shown), framework=framework, lost=lost))
    if not all(name in parts for name in FILES if name not in OPTIONAL):
        raise DataError(folder.problems)
    folder.refuse_errors()
    return parts


def read_documents(folder: Folder) -> dict[str, Document]:
    """The parsed files of a country folder, by name, with their defaults filled in."""
    documents = {}
    for name in FILES:
        if name in OPTIONAL and not folder.path.joinpath(f"{name}.yaml").is_file():
            continue
        document = folder.document(f"{name}.yaml")
        if document is not None:
            _fill_defaults(folder, document)
            documents[name] = document
    return documents


def rated_framework(path: Traversable) -> str | None:
    """Id of the framework that the ratings in a country's folder name; nothing where none can be made out.

    Nothing is checked, and nothing is read past the name, which the templates put first.
    """
    file = path.joinpath("ratings.yaml")
    try:
        text = file.read_bytes().decode("utf-8-sig")
        return next(_scalars_under(("framework", "id"), read_events(text)), None) or None
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return None


def _scalars_under(keys: tuple[str, str], events: Iterable[yaml.Event]) -> Iterator[str]:
    """The value of the second key in the mapping of the first key of the document."""
    path: list[str | None] = []
    for event in events:
        is_key = bool(path) and path[-1] is None
        if isinstance(event, yaml.MappingStartEvent):
            path.append(None)
        elif isinstance(event, yaml.SequenceStartEvent):
            path.append("")
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            path.pop()
        elif isinstance(event, yaml.ScalarEvent) and is_key:
            path[-1] = event.value
            continue
        elif isinstance(event, yaml.ScalarEvent) and tuple(path) == keys:
            yield str(event.value)
        if path and path[-1]:
            path[-1] = None


def profile_slots(path: Traversable) -> tuple[Slot, ...]:
    """Every translatable text of the profile in a folder, for those who write an overlay."""
    return tuple(_slots(read_documents(Folder(path, ""))))


def _slots(documents: dict[str, Document]) -> Iterator[Slot]:
    for name, document in documents.items():
        yield from list_slots(document.value, FILES[name], "")


def _fill_defaults(folder: Folder, document: Document) -> None:
    value: Any = document.value
    if "defaults" not in value:
        return
    found = folder.typed(document, Defaults, "en", value.pop("defaults"), ("defaults",)) or Defaults()
    defaults = attrs.asdict(found, filter=lambda _, each: each is not None)
    for records in value.values():
        for record in records if isinstance(records, list) else ():
            if isinstance(record, dict) and "id" in record:
                for key, each in defaults.items():
                    record.setdefault(key, each)


def _folder_name(shown: str) -> str:
    """`fra/2022`, where the folder stands in a catalog; nothing elsewhere."""
    steps = shown.split("/")
    return "/".join(steps[-2:]) if len(steps) > 2 and steps[-3] == "countries" else ""


def path_in_profile(name: str, path: Path) -> Path:
    """The path in a profile of what stands at *path* in the file *name*."""
    if name == "profile":
        return path
    return (name, *path[1:]) if name in OPTIONAL else (name.replace("-", "_"), *path)


def join_parts(parts: dict[str, Part]) -> Profile:
    """The profile that the files of a country folder, or the sheets of a workbook, describe together."""
    values: dict[str, Any] = {name: part.value for name, part in parts.items()}
    head: ProfileFile = values["profile"]
    sections = {name.replace("-", "_"): values[name] for name in FILES if name not in ("profile", *OPTIONAL)}
    return Profile(
        code=head.code,
        wave=head.wave,
        names=head.names,
        language=head.language,
        official_languages=head.official_languages,
        evidence_until=head.evidence_until,
        status=head.status,
        sources=head.sources,
        figures=head.figures,
        unknown=head.unknown,
        outline=values["outline"].places if "outline" in values else (),
        errata=values["errata"].errata if "errata" in values else (),
        **sections,
    )
