"""Profiles as one JSON document, checked as their folders are."""

from pathlib import Path
from typing import Any

import attrs
from attrs import frozen

from maturity.files.document import read_document
from maturity.files.faults import Fault, list_problems
from maturity.files.positions import Path as Steps
from maturity.files.profile_checks import Part, check_profile
from maturity.files.profile_files import FILES, OPTIONAL, ProfileFile
from maturity.files.structure import structure
from maturity.framework import Framework
from maturity.problems import DataError
from maturity.profile import Profile
from maturity.records.errata import Erratum
from maturity.records.sources import StudyPlace


@frozen(kw_only=True)
class _Rest:
    """What a folder keeps in its optional files."""

    outline: tuple[StudyPlace, ...]
    errata: tuple[Erratum, ...]


def read_exported_profile(path: Path, *, framework: Framework | None = None) -> Profile:
    """The profile in an exported JSON file; with a *framework*, it is checked against that too.

    Raises:
        DataError: The file holds errors; carries every problem found.
        OSError: It cannot be read.
    """
    document = read_document(path, path.as_posix())
    profile, faults = structure(document.value, Profile, language="en", original_first=True)
    if profile is None:
        raise DataError(list_problems(faults, document))
    parts = {name: Part(document=attrs.evolve(document), value=value) for name, value in _parts(profile).items()}
    steps = {id(part.document): _step(name) for name, part in parts.items()}
    faults = [
        attrs.evolve(
            fault, path=(*steps[id(found)], *fault.path), first=fault.first and (*steps[id(found)], *fault.first)
        )
        for found, fault in check_profile(parts, folder_name="", framework=framework)
    ]
    problems = list_problems(faults, document)
    if any(not each.is_warning for each in problems):
        raise DataError(problems)
    return profile


def _parts(profile: Profile) -> dict[str, Any]:
    """What each file of a folder would hold."""
    head = ProfileFile(**{each.name: getattr(profile, each.name) for each in attrs.fields(ProfileFile)})
    sections = [name for name in FILES if name not in ("profile", *OPTIONAL)]
    return {
        "profile": head,
        **{name: getattr(profile, name.replace("-", "_")) for name in sections},
        "rest": _Rest(outline=profile.outline, errata=profile.errata),
    }


def _within(steps: Steps, fault: Fault) -> Fault:
    return attrs.evolve(fault, path=(*steps, *fault.path), first=fault.first and (*steps, *fault.first))


def _step(name: str) -> tuple[str, ...]:
    return () if name in ("profile", "rest") else (name.replace("-", "_"),)
