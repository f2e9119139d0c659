"""Looks at a file before it is read as a workbook, and refuses what is none or what would swell."""

import io
import zipfile
from collections.abc import Callable
from xml.parsers import expat

from attrs import define, field, frozen

from maturity.problems import DataError, Place, Problem

MAX_UNPACKED = 64_000_000
MAX_RATIO = 40
"""How many times its packed size a workbook may unpack to, beyond the first megabytes; usual are 4 to 15."""

MAX_CELLS = 500_000
MAX_ROWS = 20_000
MAX_COLUMNS = 500
MAX_PARTS = 2_000
MAX_DEPTH = 50

_ALWAYS_ALLOWED = 2_000_000
_CHUNK = 1 << 16
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE = "save it as an Excel workbook (.xlsx)"


@frozen(kw_only=True)
class Scan:
    """What was seen of a workbook before it is read."""

    merged: dict[str, tuple[str, ...]] = field(metadata={"doc": "Ranges of merged cells by the name of their sheet."})


def scan_workbook(content: bytes, shown: str) -> Scan:
    """Look at every part of a workbook once, in little memory.

    Raises:
        DataError: It is no xlsx workbook, is protected by a password, or is larger than a profile can be.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse_other_kinds(archive, shown)
            _refuse_swollen(archive, len(content), shown)
            return _scan_parts(archive, shown)
    except DataError:
        raise
    except Exception:  # what a damaged archive makes zipfile, its decoders and expat raise is not documented
        raise refusal(shown, "E301", "no workbook, or a damaged one", _SAVE) from None


def refuse_other_files(content: bytes, shown: str) -> None:
    """Refuse a file that is no package of parts, and say what it seems to be.

    Raises:
        DataError: It begins as no xlsx file does.
    """
    if content.startswith(b"PK"):
        return
    if not content.strip():
        raise refusal(shown, "E301", "the file is empty", "export a workbook and fill it in")
    if content.startswith(_OLE) and _ENCRYPTED in content:
        raise refusal(shown, "E301", "the workbook is protected by a password", "save it without one")
    if content.startswith(_OLE):
        raise refusal(shown, "E301", "a workbook in the old format of Excel (.xls)", _SAVE)
    raise refusal(
        shown,
        "E301",
        f"no workbook: {_kind_of_text(content)}",
        "a profile is a folder, or an .xlsx or .json file that export writes",
    )


def refusal(shown: str, code: str, message: str, hint: str = "") -> DataError:
    """A problem with the file as a whole, as an error."""
    return DataError([Problem(place=Place(file=shown), code=code, message=message, hint=hint)])


def _kind_of_text(content: bytes) -> str:
    if b"\x00" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "a file of an unknown kind"
    for encoding, name in (("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("gb18030", "GB18030")):
        if encoding == "utf-16" and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return f"text in {name}"
    return "text in an encoding that is not known"


def _refuse_other_kinds(archive: zipfile.ZipFile, shown: str) -> None:
    names = {each.lower() for each in archive.namelist()}
    if "xl/workbook.bin" in names:
        raise refusal(shown, "E301", "a binary workbook (.xlsb)", _SAVE)
    if "mimetype" in names and "content.xml" in names:
        raise refusal(shown, "E301", "a file in the OpenDocument format", _SAVE)
    if "xl/workbook.xml" not in names:
        kind = "a Word document" if "word/document.xml" in names else "an archive that holds no workbook"
        raise refusal(shown, "E301", kind, _SAVE)


def _refuse_swollen(archive: zipfile.ZipFile, packed: int, shown: str) -> None:
    parts = archive.infolist()
    unpacked = sum(each.file_size for each in parts)
    if len(parts) > MAX_PARTS or len({each.filename.lower() for each in parts}) < len(parts):
        raise refusal(shown, "E302", f"{len(parts):,} parts, or one of them twice", f"at most {MAX_PARTS:,}")
    limit = min(MAX_UNPACKED, _ALWAYS_ALLOWED + MAX_RATIO * packed)
    if unpacked > limit:
        raise refusal(shown, "E302", f"it unpacks to {unpacked:,} bytes", f"at most {limit:,} for a file of this size")


def _scan_parts(archive: zipfile.ZipFile, shown: str) -> Scan:
    counter = _Counter(shown=shown)
    merged: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    targets: dict[str, str] = {}
    for each in archive.infolist():
        if not each.filename.lower().endswith((".xml", ".rels")):
            continue
        part = _Part(counter=counter)
        part.read(archive, each.filename)
        merged[each.filename] = part.merged
        names |= part.sheets
        if each.filename == "xl/_rels/workbook.xml.rels":
            targets = part.targets
    parts = {name: "xl/" + targets.get(id, "").removeprefix("/xl/").removeprefix("xl/") for name, id in names.items()}
    return Scan(merged={name: tuple(merged.get(part, ())) for name, part in parts.items()})


@define(kw_only=True)
class _Counter:
    """What the parts of one file have in common."""

    shown: str
    cells: int = 0


@define(kw_only=True)
class _Part:
    """One part as it is read: depth, rows, cells, and what it says of sheets and merged cells."""

    counter: _Counter
    depth: int = 0
    row: int = 0
    merged: list[str] = field(factory=list)
    sheets: dict[str, str] = field(factory=dict)
    targets: dict[str, str] = field(factory=dict)

    def read(self, archive: zipfile.ZipFile, name: str) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        try:
            with archive.open(name) as stream:
                while chunk := stream.read(_CHUNK):
                    parser.Parse(chunk, False)
                parser.Parse(b"", True)
        except expat.ExpatError as error:
            message = f"the part {name} is no valid XML: {expat.ErrorString(error.code)}"
            raise refusal(self.counter.shown, "E301", message, _SAVE) from None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self._refuse(f"XML nested deeper than {MAX_DEPTH} levels")
        noted = _NOTED.get(name.rpartition(" ")[2])
        if noted:
            noted(self, attributes)

    def _end(self, _: str) -> None:
        self.depth -= 1

    def _refuse_doctype(self, *_: object) -> None:
        self._refuse("a document type declaration")

    def note_row(self, attributes: dict[str, str]) -> None:
        found = attributes.get("r", "")
        self.row = int(found[:9]) if found[:9].isdecimal() else self.row + 1
        if self.row > MAX_ROWS:
            self._refuse(f"a row {self.row:,}", f"at most {MAX_ROWS:,} rows in a sheet")

    def note_cell(self, attributes: dict[str, str]) -> None:
        self.counter.cells += 1
        if self.counter.cells > MAX_CELLS:
            self._refuse(f"more than {MAX_CELLS:,} cells", "delete sheets, rows and columns that hold nothing")
        letters = attributes.get("r", "").rstrip("0123456789")
        if len(letters) > 3 or column_number(letters) > MAX_COLUMNS:
            self._refuse(f"a column {letters[:10]}", f"at most {MAX_COLUMNS} columns in a sheet")

    def note_merged(self, attributes: dict[str, str]) -> None:
        self.merged.append(attributes.get("ref", ""))

    def note_sheet(self, attributes: dict[str, str]) -> None:
        id = next((each for key, each in attributes.items() if key.endswith(" id")), "")
        self.sheets[attributes.get("name", "")] = id

    def note_target(self, attributes: dict[str, str]) -> None:
        self.targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def _refuse(self, message: str, hint: str = "") -> None:
        raise refusal(self.counter.shown, "E302", message, hint)


_NOTED: dict[str, Callable[[_Part, dict[str, str]], None]] = {
    "row": _Part.note_row,
    "c": _Part.note_cell,
    "mergeCell": _Part.note_merged,
    "sheet": _Part.note_sheet,
    "Relationship": _Part.note_target,
}


def column_number(letters: str) -> int:
    """The number of the column that spreadsheets name by *letters*: 1 for A, 27 for AA."""
    number = 0
    for each in letters.upper():
        number = number * 26 + ord(each) - 64
    return number
