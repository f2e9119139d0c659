"""The columns that hold the fields of a record class, one for each value that a cell can hold."""

from collections.abc import Iterator
from types import UnionType
from typing import Union, get_args, get_origin

import attrs
from attrs import field, frozen, validators

from maturity.dates import Date
from maturity.files.field_types import present_type
from maturity.records.ratings import Rating
from maturity.text import Text

HOLDS = ("words", "text", "id", "ids", "lines", "choice", "whole", "number", "truth", "date", "result")
"""What a column's cells hold. *text* has a column for each language; *lines* are several words, one below the other."""

TRUTH = "truth"
"""Id of the list of the words for true and false, and what columns of them hold."""


@frozen(kw_only=True)
class Column:
    """Where a field of a record stands in its row."""

    path: tuple[str, ...] = field(metadata={"doc": "Names of fields, from the record to the value."})
    holds: str = field(validator=validators.in_(HOLDS))
    in_list: bool = field(default=False, metadata={"doc": "The path's first field is a list: each item takes a row."})
    choices: str = field(default="", metadata={"doc": "Id of the list that the cell's value must come from."})
    bounds: tuple[int, int] | None = field(default=None, metadata={"doc": "Lowest and highest whole number."})
    required: bool = False
    default: object = None

    @property
    def key(self) -> str:
        """What stands in the row of keys: the path, joined by full stops."""
        return ".".join(self.path)

    @property
    def inner(self) -> tuple[str, ...]:
        """The path within an item of the list, empty where the item itself is the value."""
        return self.path[1:] if self.in_list else self.path


@frozen(kw_only=True)
class Options:
    """A closed list of words that a validator asks for."""

    id: str
    words: tuple[str, ...]


def list_columns(kind: type[attrs.AttrsInstance]) -> tuple[Column, ...]:
    """The columns of a record class: its id, its own fields, and last what every record has.

    Raises:
        TypeError: A field nests lists deeper than rows and cells can hold.
    """
    own = [each for each in attrs.fields(kind) if not each.inherited]
    shared = [each for each in attrs.fields(kind) if each.inherited]
    first = [each for each in attrs.fields(kind) if each.name == "id"]
    fields = [*first, *(each for each in (*own, *shared) if each not in first)]
    columns = [column for each in fields for column in field_columns(kind, each)]
    return _with_result(columns) if kind is Rating else tuple(columns)


def option_lists(kind: type[attrs.AttrsInstance]) -> Iterator[Options]:
    """The closed lists that fields of *kind*, and of all that it holds, choose from."""
    for each in attrs.fields(kind):
        words = _options(each)
        if words:
            yield Options(id=_options_id(kind, each), words=words)
        inner = present_type(each.type)
        item: type = get_args(inner)[0] if get_origin(inner) is tuple else inner
        if attrs.has(item) and item is not Text:
            yield from option_lists(item)


def field_columns(
    kind: type[attrs.AttrsInstance],
    each: "attrs.Attribute[object]",
    above: tuple[str, ...] = (),
    *,
    in_list: bool = False,
) -> Iterator[Column]:
    """The columns of one field of *kind*, which stands *above* within a record; one of an item where *in_list*.

    Raises:
        TypeError: The field nests lists deeper than rows and cells can hold.
    """
    path = (*above, each.name)
    bare = present_type(each.type)
    item = get_args(bare)[0] if get_origin(bare) is tuple else None
    long = item is Text or (item is not None and attrs.has(item))
    if long and above:
        raise TypeError(f"{kind.__name__}.{each.name}: a list of texts or records within another has no columns")
    holder: type = item if item is not None and long else bare
    if holder is not Text and attrs.has(holder):
        for inner in attrs.fields(holder):
            yield from field_columns(holder, inner, path, in_list=in_list or long)
        return
    yield Column(
        path=path,
        holds=_holds(each, item or bare, is_list=item is not None and not long),
        in_list=in_list or long,
        choices=TRUTH if bare is bool else _choices(kind, each),
        bounds=_bounds(each),
        required=each.default is attrs.NOTHING,
        default=None if each.default is attrs.NOTHING else each.default,
    )


def _holds(each: "attrs.Attribute[object]", kind: object, *, is_list: bool) -> str:
    refers = each.metadata.get("refers", "")
    if is_list:
        return "ids" if refers else "lines"
    if kind is Text or kind is Date or kind is bool or kind is int or kind is float:
        return {Text: "text", Date: "date", bool: "truth", int: "whole", float: "number"}[kind]
    if isinstance(kind, UnionType) or get_origin(kind) is Union:
        return "number"
    if _options(each) or refers.startswith("vocabulary/"):
        return "choice"
    return "id" if refers or each.name == "id" else "words"


def _bounds(each: "attrs.Attribute[object]") -> tuple[int, int] | None:
    options = getattr(getattr(each.validator, "validator", each.validator), "options", None)
    return (options[0], options[-1]) if isinstance(options, range) else None


def _choices(kind: type[attrs.AttrsInstance], each: "attrs.Attribute[object]") -> str:
    refers: str = each.metadata.get("refers", "")
    if refers.startswith("vocabulary/") or refers == "sources":
        return refers
    return _options_id(kind, each) if _options(each) else ""


def _options_id(kind: type[attrs.AttrsInstance], each: "attrs.Attribute[object]") -> str:
    return f"{kind.__name__}.{each.name}"


def _options(each: "attrs.Attribute[object]") -> tuple[str, ...]:
    rule = getattr(each.validator, "validator", each.validator)
    options = getattr(rule, "options", ())
    return tuple(options) if all(isinstance(word, str) for word in options) else ()


def _with_result(columns: list[Column]) -> tuple[Column, ...]:
    """A rating has exactly one of level, answer and status, so one column holds all three."""
    result = Column(path=("level",), holds="result", choices="result")
    first = ("indicator", "level", "answer", "status", "searched")
    others = [each for each in columns if each.path[0] not in first]
    searched = [each for each in columns if each.path[0] == "searched"]
    place = 1 + [each.path[0] for each in others].index("rationale")
    return (columns[0], result, *others[:place], *searched, *others[place:])
