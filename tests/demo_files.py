"""A tiny valid catalog: the framework `demo` and the country AAA, wave 2020."""

import shutil
from pathlib import Path

from maturity.files.framework_files import read_framework_folder
from maturity.files.profile_files import read_profile_folder
from maturity.problems import DataError, Problem

FRAMEWORK = "frameworks/demo"
COUNTRY = "countries/aaa/2020"

_VALID = Path(__file__).parent / "files" / "valid"


def lay_out(catalog: Path, *, over: Path | None = None) -> Path:
    """*catalog*, filled with the valid files and those of the folder *over*."""
    for folder in (_VALID, over):
        if folder:
            shutil.copytree(folder, catalog, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    return catalog


def list_problems(catalog: Path) -> tuple[Problem, ...]:
    """Everything wrong with the catalog's framework; where that can be used, with its country too."""
    try:
        framework, warnings = read_framework_folder(catalog / FRAMEWORK, FRAMEWORK)
    except DataError as error:
        return error.problems
    try:
        _, others = read_profile_folder(catalog / COUNTRY, COUNTRY, framework=framework)
    except DataError as error:
        others = error.problems
    return tuple(sorted([*warnings, *others]))


def change(file: Path, old: str, new: str) -> None:
    """Replace what stands in *file* exactly once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    file.write_text(text.replace(old, new), encoding="utf-8")
