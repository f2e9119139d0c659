"""Problems with data, as values: where, which kind, what, and a hint."""

from collections.abc import Iterable

from attrs import field, frozen


@frozen(kw_only=True, order=True)
class Place:
    """Where in a file; line and column count from 1, and 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@frozen(kw_only=True)
class CellPlace(Place):
    """Where in a workbook: the line is the cell's row and the column its column, both counted from 1."""

    sheet: str
    sheet_number: int = field(default=0, metadata={"doc": "Position of the sheet in the workbook; orders problems."})

    @property
    def cell(self) -> str:
        """The cell as spreadsheets name it, such as `C7`."""
        letters, rest = "", self.column
        while rest > 0:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(65 + letter) + letters
        return f"{letters}{self.line}"

    def __str__(self) -> str:
        return f"{self.file}:{self.sheet}!{self.cell}"


def _in_order(place: Place) -> tuple[str, int, int, int]:
    return place.file, getattr(place, "sheet_number", 0), place.line, place.column


@frozen(kw_only=True, order=True)
class Problem:
    """Something wrong in a data file, and where."""

    place: Place = field(order=_in_order)
    code: str = field(metadata={"doc": "Stable and documented, such as E104; W codes are warnings."})
    message: str = field(metadata={"doc": "What was found, and what was expected."})
    hint: str = field(default="", metadata={"doc": "The nearest valid name, or how to mend it."})

    @property
    def is_warning(self) -> bool:
        """Whether the data can be used all the same."""
        return self.code.startswith("W")

    @property
    def severity(self) -> str:
        """`error` or `warning`."""
        return "warning" if self.is_warning else "error"

    def __str__(self) -> str:
        return f"{self.place}: {self.code} {self.message}" + (f" ({self.hint})" if self.hint else "")


class DataError(Exception):
    """Data cannot be used; holds every problem found, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(each) for each in self.problems))


class UnknownNameError(LookupError):
    """A country, framework, table, format or indicator that is not there; the message names the nearest one."""


class CatalogError(Exception):
    """A folder or package that was named as a catalog is none; the message says which, and why."""


class InstalledCatalogError(CatalogError):
    """An installed package declares a catalog and cannot give it; the message names the package."""


class MissingExtraError(ImportError):
    """An optional package is needed; the message gives the command that adds it."""
