"""Comparative maturity assessment of digital social security.

Public names load on first use, so that importing the package costs next to nothing.
"""

TYPE_CHECKING = False  # importing typing for it would cost more than all the rest

if TYPE_CHECKING:
    from maturity.calculation.numbers import EngineError as EngineError
    from maturity.calculation.numbers import NeedsTableError as NeedsTableError
    from maturity.calculation.numbers import TableError as TableError
    from maturity.calculation.numbers import ZeroError as ZeroError
    from maturity.calculation.tables import score_table as score_table
    from maturity.catalog import Catalog as Catalog
    from maturity.catalog import list_catalogs as list_catalogs
    from maturity.comparison import Comparison as Comparison
    from maturity.comparison import GroupMembers as GroupMembers
    from maturity.comparison import compare as compare
    from maturity.files.profile_writer import UnwritableError as UnwritableError
    from maturity.framework import Framework as Framework
    from maturity.gaps import Gap as Gap
    from maturity.gaps import GapReport as GapReport
    from maturity.gaps import gap_report as gap_report
    from maturity.groups import Group as Group
    from maturity.problems import CatalogError as CatalogError
    from maturity.problems import DataError as DataError
    from maturity.problems import MissingExtraError as MissingExtraError
    from maturity.problems import Place as Place
    from maturity.problems import Problem as Problem
    from maturity.problems import UnknownNameError as UnknownNameError
    from maturity.profile import Profile as Profile
    from maturity.reading import load_country as load_country
    from maturity.reading import load_framework as load_framework
    from maturity.reading import load_groups as load_groups
    from maturity.reading import read_country as read_country
    from maturity.reading import read_framework as read_framework
    from maturity.scores import Score as Score
    from maturity.scoring import Assessment as Assessment
    from maturity.scoring import FrameworkMismatchError as FrameworkMismatchError
    from maturity.scoring import assess as assess
    from maturity.targets import Target as Target
    from maturity.text import Text as Text
    from maturity.weights import read_plan as read_plan
    from maturity.weights import read_weights as read_weights
    from maturity.weights import reweight as reweight
    from maturity.writing import FolderError as FolderError
    from maturity.writing import write_country as write_country

_HOMES = {
    "Assessment": "scoring",
    "Catalog": "catalog",
    "CatalogError": "problems",
    "Comparison": "comparison",
    "DataError": "problems",
    "EngineError": "calculation.numbers",
    "FolderError": "writing",
    "Framework": "framework",
    "FrameworkMismatchError": "scoring",
    "Gap": "gaps",
    "GapReport": "gaps",
    "Group": "groups",
    "GroupMembers": "comparison",
    "MissingExtraError": "problems",
    "NeedsTableError": "calculation.numbers",
    "Place": "problems",
    "Problem": "problems",
    "Profile": "profile",
    "Score": "scores",
    "TableError": "calculation.numbers",
    "Target": "targets",
    "Text": "text",
    "UnknownNameError": "problems",
    "UnwritableError": "files.profile_writer",
    "ZeroError": "calculation.numbers",
    "assess": "scoring",
    "compare": "comparison",
    "gap_report": "gaps",
    "list_catalogs": "catalog",
    "load_country": "reading",
    "load_framework": "reading",
    "load_groups": "reading",
    "read_country": "reading",
    "read_framework": "reading",
    "read_plan": "weights",
    "read_weights": "weights",
    "reweight": "weights",
    "score_table": "calculation.tables",
    "write_country": "writing",
}

__all__ = sorted(_HOMES)
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(f"maturity.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
