"""Reads the groups of countries that a catalog names."""

from importlib.resources.abc import Traversable

from attrs import frozen

from maturity.files.faults import Fault
from maturity.files.folder import Folder
from maturity.groups import Group
from maturity.problems import DataError

GROUPS_FILE = "groups.yaml"
"""Name of the file in a catalog's `countries/`."""


@frozen(kw_only=True)
class GroupsFile:
    """Contents of `groups.yaml`."""

    groups: tuple[Group, ...]


def read_groups(countries: Traversable, shown: str) -> tuple[Group, ...]:
    """The groups in the folder *countries* of a catalog; none where it has no such file.

    Raises:
        DataError: The file holds errors.
    """
    if not countries.joinpath(GROUPS_FILE).is_file():
        return ()
    folder = Folder(countries, shown)
    document = folder.document(GROUPS_FILE)
    file = folder.typed(document, GroupsFile, "en") if document else None
    if document and file:
        ids = [each.id for each in file.groups]
        folder.report(
            document,
            (
                Fault(("groups", place, "id"), "E106", f"duplicate id '{id}'")
                for place, id in enumerate(ids)
                if id in ids[:place]
            ),
        )
    if folder.problems or file is None:
        raise DataError(folder.problems)
    return file.groups
