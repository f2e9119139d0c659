"""Profiles from single files: a workbook that people filled in, or a JSON export."""

from pathlib import Path

from maturity.files.exported_profile import read_exported_profile
from maturity.files.profile_files import SingleFile
from maturity.files.workbook_profile import read_workbook
from maturity.framework import Framework


def read_imported(path: Path, *, framework: Framework | None = None) -> SingleFile:
    """What a workbook, or a JSON file that was exported, holds of a profile; any other is refused by what it is.

    With a *framework*, the profile is checked against that too.

    Raises:
        DataError: The file holds errors, or is neither; carries every problem found.
        MissingExtraError: The package that reads workbooks is not installed.
        OSError: It cannot be read.
    """
    if path.suffix.lower() == ".json" or _begins_as_json(path):
        return read_exported_profile(path, framework=framework)
    return read_workbook(path, framework=framework)


def _begins_as_json(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(64).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
