"""A data file that was parsed, and where its values stand."""

from collections.abc import Iterable
from importlib.resources.abc import Traversable

from attrs import frozen

from maturity.files.positions import Spot, find_positions
from maturity.files.yaml_text import MAX_BYTES, Value, decode, parse
from maturity.problems import Place


@frozen(kw_only=True)
class Document:
    """A file's name as the user knows it, its text, and the value that it describes."""

    shown: str
    text: str
    value: Value

    def places(self, spots: Iterable[Spot]) -> list[Place]:
        """Where each of *spots* stands, and the nearest value above it where it is not there; reads the text again."""
        positions = find_positions(self.text, spots)
        return [Place(file=self.shown, line=line, column=column) for line, column in positions]


def read_document(file: Traversable, shown: str) -> Document:
    """The document in *file*.

    Raises:
        DataError: It cannot be used as YAML.
        OSError: It cannot be read.
    """
    with file.open("rb") as stream:
        text = decode(stream.read(MAX_BYTES + 1), shown)
    return Document(shown=shown, text=text, value=parse(text, shown))
