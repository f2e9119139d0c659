"""Profiles as one JSON document, checked as their folders are."""

from pathlib import Path
from typing import Any

import attrs

from maturity.files.document import read_document
from maturity.files.faults import Fault, list_problems
from maturity.files.profile_checks import Found, Part, check_profile
from maturity.files.profile_files import (
    FILES,
    OPTIONAL,
    ErrataFile,
    OutlineFile,
    ProfileFile,
    SingleFile,
    path_in_profile,
)
from maturity.files.structure import structure
from maturity.framework import Framework
from maturity.problems import DataError, Problem
from maturity.profile import Profile


def read_exported_profile(path: Path, *, framework: Framework | None = None) -> SingleFile:
    """What an exported JSON file holds of a profile; with a *framework*, it is checked against that too.

    Raises:
        DataError: The file holds errors; carries every problem found.
        OSError: It cannot be read.
    """
    document = read_document(path, path.as_posix())
    profile, faults = structure(document.value, Profile, language="en", original_first=True)
    if profile is None:
        raise DataError(list_problems(faults, document))
    parts = {name: Part(document=attrs.evolve(document), value=value) for name, value in _parts(profile).items()}
    names = {id(part.document): name for name, part in parts.items()}

    def list_in_file(found: Found) -> list[Problem]:
        return list_problems((_in_profile(names[id(part)], fault) for part, fault in found), document)

    problems = list_in_file(check_profile(parts, folder_name="", framework=framework))
    if any(not each.is_warning for each in problems):
        raise DataError(problems)
    return SingleFile(parts=parts, warnings=tuple(problems), list_problems=list_in_file)


def _parts(profile: Profile) -> dict[str, Any]:
    """What each file of a folder would hold."""
    head = ProfileFile(**{each.name: getattr(profile, each.name) for each in attrs.fields(ProfileFile)})
    sections = [name for name in FILES if name not in ("profile", *OPTIONAL)]
    return {
        "profile": head,
        **{name: getattr(profile, name.replace("-", "_")) for name in sections},
        "outline": OutlineFile(places=profile.outline),
        "errata": ErrataFile(errata=profile.errata),
    }


def _in_profile(name: str, fault: Fault) -> Fault:
    first = path_in_profile(name, fault.first) if fault.first else ()
    return attrs.evolve(fault, path=path_in_profile(name, fault.path), first=first)
