"""Files of a folder written all together or not at all, also when the run is cut short.

New contents are first written beside the files, in a folder of their own that then gets a name which says that they are
complete. From there each takes its place. A run that ends before the renaming has changed nothing; one that ends after
it is finished by the next.
"""

import errno
import glob
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from maturity.files.folder import COMPLETE
from maturity.files.whole_file import rights_of, umask

_STAGED = ".maturity-staging-"


def write_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Put *contents* into files of *folder*, by name; the folder is made where it is not there.

    Raises:
        OSError: They cannot all be written; nothing has changed.
    """
    if folder.is_dir() and any(folder.iterdir()):
        _write_into(folder, contents)
    else:
        _write_new(folder, contents)


def finish_write(folder: Path) -> tuple[str, ...]:
    """Finish a write that was cut short, if there was one, and name the files that it changed.

    Raises:
        OSError: A file cannot take its place; what is left is kept for the next try.
    """
    _clear_staging(folder)
    if not folder.is_dir():
        return ()
    complete = folder / COMPLETE
    if not complete.is_dir():
        return ()
    names = sorted(each.name for each in complete.iterdir())
    for name in names:
        (complete / name).replace((folder / name).resolve())
    _sync(folder)
    complete.rmdir()
    return tuple(names)


def _write_into(folder: Path, contents: Mapping[str, bytes]) -> None:
    for name in contents:
        _refuse_protected(folder, (folder / name).resolve())
    finish_write(folder)
    staged = _staging_folder(folder, folder)
    try:
        for name, content in contents.items():
            _write(staged / name, content, rights_of(folder / name))
        _sync(staged)
        staged.rename(folder / COMPLETE)
    except BaseException:
        shutil.rmtree(staged, ignore_errors=True)
        raise
    _sync(folder)
    finish_write(folder)


def _write_new(folder: Path, contents: Mapping[str, bytes]) -> None:
    """A new folder appears whole, by one renaming."""
    _clear_staging(folder)
    made = [each for each in folder.parents if not each.exists()]
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        staged = _staging_folder(folder.parent, folder)
        try:
            for name, content in contents.items():
                _write(staged / name, content, rights_of(folder / name))
            staged.chmod(0o777 & ~umask())
            _sync(staged)
            if folder.is_dir():
                folder.rmdir()
            staged.rename(folder)
        except BaseException:
            shutil.rmtree(staged, ignore_errors=True)
            raise
    except BaseException:
        for each in made:
            each.rmdir()
        raise
    _sync(folder.parent)


def _clear_staging(folder: Path) -> None:
    """Take away what a run that was cut short left in *folder*, and beside it of a folder that was to be new."""
    beside = folder.parent.glob(f"{glob.escape(_staging_name(folder))}*")
    for left in [*folder.glob(f"{_STAGED}*"), *beside]:
        shutil.rmtree(left)


def _staging_name(folder: Path) -> str:
    """How staging folders of *folder* begin; those of its neighbours may be at work."""
    return f"{_STAGED}{folder.resolve().name}-"


def _staging_folder(place: Path, folder: Path) -> Path:
    try:
        return Path(tempfile.mkdtemp(prefix=_staging_name(folder), dir=place))
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(folder)) from None


def _refuse_protected(folder: Path, file: Path) -> None:
    if file.exists() and not (file.is_file() and os.access(file, os.W_OK)):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
    if file.parent.stat().st_dev != folder.stat().st_dev:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(file))


def _write(path: Path, content: bytes, mode: int) -> None:
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    path.chmod(mode)


def _sync(folder: Path) -> None:
    """Make renamings last; where a folder cannot be opened, as on Windows, the system sees to it."""
    try:
        number = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(number)
    finally:
        os.close(number)
