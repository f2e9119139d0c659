"""A folder that stands in memory, for files that are to be read before they are written."""

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from io import BytesIO, TextIOWrapper
from typing import IO, Any, Literal, overload

from attrs import field, frozen


@frozen(kw_only=True)
class FileText:
    """A file of a folder: its name and its whole content."""

    name: str = field(metadata={"doc": "Such as `legal.yaml`."})
    text: str


class TextFolder(Traversable):
    """Files by name, or one of them."""

    def __init__(self, files: Mapping[str, str], name: str = "") -> None:
        self.files = files
        self._name = name

    @property
    def name(self) -> str:
        """The file's name; nothing for the folder."""
        return self._name

    def iterdir(self) -> Iterator["TextFolder"]:
        """The files, in order of their names."""
        return (TextFolder(self.files, name) for name in sorted(self.files))

    def is_dir(self) -> bool:
        """Whether this is the folder."""
        return not self._name

    def is_file(self) -> bool:
        """Whether this is a file that is there."""
        return self._name in self.files

    def joinpath(self, *descendants: Any) -> "TextFolder":
        """The file of that name."""
        return TextFolder(self.files, "/".join([*filter(None, [self._name]), *map(str, descendants)]))

    def __truediv__(self, child: Any) -> "TextFolder":
        return self.joinpath(child)

    @overload
    def open(self, mode: Literal["r"] = "r", *args: Any, **kwargs: Any) -> IO[str]: ...
    @overload
    def open(self, mode: Literal["rb"], *args: Any, **kwargs: Any) -> IO[bytes]: ...
    def open(self, mode: str = "r", *args: Any, **kwargs: Any) -> IO[Any]:
        """The file's content.

        Raises:
            FileNotFoundError: It is not there.
        """
        if not self.is_file():
            raise FileNotFoundError(self._name)
        content = BytesIO(self.read_bytes())
        return content if mode == "rb" else TextIOWrapper(content, encoding="utf-8", newline="")

    def read_bytes(self) -> bytes:
        """The file's content in UTF-8."""
        return self.files[self._name].encode("utf-8", errors="surrogatepass")

    def read_text(self, encoding: str | None = None, *args: Any, **kwargs: Any) -> str:
        """The file's content."""
        return self.files[self._name]
