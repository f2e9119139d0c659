"""Writes a new folder whole or not at all, and never over anything."""

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path


class FolderExistsError(FileExistsError):
    """The folder holds a file already; the message names it."""


def write_new_folder(folder: Path, files: Mapping[str, str], *, check: Callable[[Path], object]) -> None:
    """Write *files*, by name, into *folder*, which must hold nothing.

    They are written beside it, looked at by *check*, and put in place in one step; when anything fails, nothing is
    left behind.

    Raises:
        FolderExistsError: The folder holds something.
        OSError: It cannot be written.
    """
    _refuse_files(folder)
    made = _make_parents(folder.parent)
    try:
        part = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
        try:
            for name, text in files.items():
                (part / name).write_text(text, encoding="utf-8", newline="\n")
            check(part)
            part.chmod(0o777 & ~_umask())
            if folder.is_dir():
                folder.rmdir()
            part.rename(folder)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    except BaseException:
        for each in reversed(made):
            each.rmdir()
        raise


def _refuse_files(folder: Path) -> None:
    if folder.is_dir():
        found = sorted(each.name for each in folder.iterdir())
        if found:
            raise FolderExistsError(f"{(folder / found[0]).as_posix()} is there already; nothing was written")
    elif folder.exists():
        raise FolderExistsError(f"{folder.as_posix()} is there already and no folder; nothing was written")


def _make_parents(folder: Path) -> list[Path]:
    """The folders that had to be made, outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()][::-1]
    for each in missing:
        each.mkdir()
    return missing


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
