"""A file written whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file to write to, which takes the place of *path* once all went well; until then that stays as it is.

    Links are followed; pipes and devices are given themselves, and so are folders, which no one can write to.

    Raises:
        OSError: It cannot be written.
    """
    if path.exists() and not path.is_file():
        yield path
        return
    target = path.resolve()
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
        part = Path(file.name)
    try:
        yield part
        part.chmod(rights_of(target))
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def rights_of(path: Path) -> int:
    """Who may do what with a file; where it is not there, what the user gives to new ones."""
    return path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~umask()


def umask() -> int:
    """The rights that the user gives to nobody."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
