"""An exported framework back from its JSON file, checked as a folder is."""

from pathlib import Path

from maturity.files.document import read_document
from maturity.files.exported import read_exported
from maturity.files.faults import list_problems
from maturity.files.framework_checks import Placed, check_framework
from maturity.framework import Framework
from maturity.problems import DataError


def holds_framework(path: Path) -> bool:
    """Whether a JSON file is the export of a framework, rather than of a country or nothing at all."""
    try:
        value = read_document(path, path.as_posix()).value
    except DataError:
        return False
    return isinstance(value, dict) and "indicators" in value


def read_exported_framework(path: Path) -> Framework:
    """The framework in an exported JSON file.

    Raises:
        DataError: The file holds errors; carries every problem found.
        OSError: It cannot be read.
    """
    framework = read_exported(path, Framework)
    document = read_document(path, path.as_posix())
    nodes = [
        *(Placed(document, ("components", place), each) for place, each in enumerate(framework.components)),
        *(Placed(document, ("indicators", place), each) for place, each in enumerate(framework.indicators)),
    ]
    problems = list_problems((fault for _, fault in check_framework(framework, nodes, document)), document)
    if problems:
        raise DataError(problems)
    return framework
