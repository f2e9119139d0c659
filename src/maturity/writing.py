"""Profiles written to folders: a new folder whole, an existing one changed in place."""

import sysconfig
from collections.abc import Iterator
from difflib import SequenceMatcher
from os import PathLike
from pathlib import Path

from attrs import field, frozen

from maturity.files.folder_writes import finish_write, write_files
from maturity.files.profile_edits import edit_profile
from maturity.files.profile_files import read_profile_folder
from maturity.files.profile_writer import write_profile
from maturity.files.yaml_text import decode
from maturity.language.countries import country_names
from maturity.profile import Profile

_BOM = b"\xef\xbb\xbf"


class FolderError(ValueError):
    """A folder is not one that the profile can be written to; the message says why."""


@frozen(kw_only=True)
class FileChange:
    """A file before and after."""

    name: str
    before: bytes | None = field(metadata={"doc": "Nothing where the file is new."})
    after: bytes


@frozen(kw_only=True)
class FolderChange:
    """What must change in a folder so that it holds a profile."""

    folder: Path
    is_new: bool = field(metadata={"doc": "Whether the folder holds no profile yet."})
    files: tuple[FileChange, ...]

    def diff(self) -> str:
        """The change as a unified diff; nothing where there is none."""
        return "".join(line for each in self.files for line in _diff(each, self.folder.as_posix()))


def write_country(profile: Profile, folder: str | PathLike[str]) -> tuple[str, ...]:
    """Write *profile* to a new or empty folder, or change the folder of the same country and wave in place.

    Comments, order and quoting of what was written by hand stay. All files are written or none; their names are given.

    Raises:
        FolderError: The folder holds something else, or belongs to an installed package.
        DataError: The files in the folder hold errors.
        UnwritableError: No files can hold the profile.
        OSError: The folder cannot be read or written.
    """
    place = Path(folder)
    finish_write(place)
    change = plan_change(profile, place)
    make_change(change)
    return tuple(each.name for each in change.files)


def plan_change(profile: Profile, folder: Path) -> FolderChange:
    """What must change in *folder* so that it holds *profile*; nothing is written.

    Raises:
        FolderError: The folder holds something else, or belongs to an installed package.
        DataError: The files in the folder hold errors.
        UnwritableError: No files can hold the profile.
        OSError: The folder cannot be read.
    """
    _refuse_folder(profile, folder)
    if not (folder / "profile.yaml").is_file():
        new = write_profile(profile)
        files = [FileChange(name=each.name, before=None, after=each.text.encode()) for each in new]
        return FolderChange(folder=folder, is_new=True, files=tuple(files))
    shown = folder.as_posix()
    found = {each.name: each.read_bytes() for each in sorted(folder.glob("*.yaml"))}
    texts = {name: decode(content, f"{shown}/{name}") for name, content in found.items()}
    _refuse_other_country(profile, folder)
    changed = edit_profile(texts, profile, shown)
    files = [
        FileChange(name=name, before=found.get(name), after=_start(found.get(name)) + text.encode())
        for name, text in changed.items()
    ]
    return FolderChange(folder=folder, is_new=False, files=tuple(files))


def _is_named_for_a_wave(folder: Path) -> bool:
    """Whether *folder* stands where those of countries do, or is named as they are, such as `est/2026`."""
    above, country, wave = ("", "", *folder.resolve().parts)[-3:]
    is_year = wave.isdecimal() and len(wave) == 4
    return "countries" in (above, country, wave) or (is_year and country.upper() in country_names())


def make_change(change: FolderChange) -> None:
    """Write all files of a change, or none.

    Raises:
        FolderError: A file is no longer what it was when the change was planned.
        OSError: The folder cannot be written.
    """
    for each in change.files:
        path = change.folder / each.name
        if (path.read_bytes() if path.is_file() else None) != each.before:
            raise FolderError(f"{path.as_posix()} was changed by someone else in the meantime")
    if change.files:
        write_files(change.folder, {each.name: each.after for each in change.files})


def _refuse_folder(profile: Profile, folder: Path) -> None:
    shown, whole = folder.as_posix(), folder.resolve()
    installed = [Path(__file__).parent, *(Path(sysconfig.get_path(each)) for each in ("purelib", "platlib"))]
    if any(whole.is_relative_to(each.resolve()) for each in installed):
        raise FolderError(f"{shown} belongs to an installed package: write to a folder of your own")
    if folder.exists() and not folder.is_dir():
        raise FolderError(f"{shown} is a file, not a folder")
    if folder.is_dir() and not (folder / "profile.yaml").is_file():
        others = sorted(each.name for each in folder.iterdir() if not each.name.startswith("."))
        if others:
            raise FolderError(f"{shown} is no country folder: it holds {others[0]} and no profile.yaml")
    wanted = (profile.code.lower(), str(profile.wave))
    if _is_named_for_a_wave(folder) and tuple(each.lower() for each in whole.parts[-2:]) != wanted:
        raise FolderError(f"{shown} is not the folder of {profile.code} {profile.wave}: that is {'/'.join(wanted)}")


def _refuse_other_country(profile: Profile, folder: Path) -> None:
    found, _ = read_profile_folder(folder, folder.as_posix(), languages=())
    if (found.code, found.wave) != (profile.code, profile.wave):
        held = f"{found.code} {found.wave}"
        raise FolderError(f"{folder.as_posix()} holds {held}, and the profile is of {profile.code} {profile.wave}")


def _start(before: bytes | None) -> bytes:
    """The mark that some editors put at the start of a file stays there."""
    return _BOM if before is not None and before.startswith(_BOM) else b""


def _diff(file: FileChange, folder: str) -> Iterator[str]:
    """Lines of a unified diff; `difflib.unified_diff` takes frequent lines for noise and tells more than changed."""
    before, after = _lines(file.before or b""), _lines(file.after)
    yield "--- /dev/null\n" if file.before is None else f"--- {folder}/{file.name}\n"
    yield f"+++ {folder}/{file.name}\n"
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for group in matcher.get_grouped_opcodes(3):
        yield f"@@ -{_span(group[0][1], group[-1][2])} +{_span(group[0][3], group[-1][4])} @@\n"
        for word, start, end, first, last in group:
            if word == "equal":
                yield from (f" {line}" for line in before[start:end])
                continue
            yield from (f"-{line}" for line in before[start:end])
            yield from (f"+{line}" for line in after[first:last])


def _lines(content: bytes) -> list[str]:
    lines = content.decode("utf-8-sig").split("\n")
    rest = [lines[-1] + "\n\\ No newline at end of file\n"] if lines[-1] else []
    return [f"{line}\n" for line in lines[:-1]] + rest


def _span(start: int, end: int) -> str:
    count = end - start
    return f"{start + 1 if count else start},{count}" if count != 1 else f"{start + 1}"
