"""`maturity import`: an exported profile or a workbook into the YAML files of a country folder."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from maturity.catalog import PARTS, Catalog
from maturity.cli.choices import chosen_catalogs, chosen_framework, named_path
from maturity.cli.console import CommandError, explained, print_message, print_result, wants_colour
from maturity.files.folder_writes import finish_write
from maturity.files.imported import read_imported
from maturity.files.profile_files import read_profile_folder
from maturity.files.profile_writer import UnwritableError
from maturity.language.phrases import say
from maturity.profile import Profile
from maturity.text import LANGUAGES
from maturity.writing import FolderChange, FolderError, make_change, plan_change

_COLOURS = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"}
_PLAIN = "\x1b[0m"


def run(options: argparse.Namespace) -> None:
    """Show what changes, and write it when that is wanted."""
    language = options.lang
    with explained():
        profile = _read(options.file, chosen_catalogs(options), options.framework)
    folder = _target(Path(options.output), profile, language)
    with _writes(folder):
        finished = finish_write(folder)
    if finished:
        _tell(say("import.finished", language, folder=folder.as_posix(), files=", ".join(finished)))
    with explained():
        try:
            change = plan_change(profile, folder)
        except (FolderError, UnwritableError) as error:
            raise CommandError(f"maturity: {error}", exit_code=2 if isinstance(error, FolderError) else 1) from None
    if not change.files:
        _tell(say("import.same", language, folder=folder.as_posix()))
        return
    if not change.is_new:
        print_result(_coloured(change.diff()) if wants_colour() else change.diff())
        _confirm(options, folder)
    with _writes(folder):
        make_change(change)
    _report(change, language)


def _read(name: str, catalogs: tuple[Catalog, ...], framework: str | None) -> Profile:
    file = named_path(name)
    if file.is_dir():
        raise CommandError(f"maturity: {file} is a folder: name an .xlsx or .json file that export wrote", exit_code=2)
    against = chosen_framework(framework, catalogs, languages=LANGUAGES)
    return read_imported(file, framework=against).profile


def _target(output: Path, profile: Profile, language: str) -> Path:
    """The country folder to write: the one named, or the country's own place below it, which is told."""
    folder = output.joinpath(*_steps_below(output, profile))
    if folder != output:
        country = f"{profile.code} {profile.wave}"
        _tell(say("import.place", language, country=country, folder=folder.as_posix()))
    return folder


def _steps_below(output: Path, profile: Profile) -> tuple[str, ...]:
    """The way from *output*, a catalog or a folder in it, to the place of the country.

    None where *output* is that place itself, or new or empty; anything else is refused as the change is planned.
    """
    code, wave = profile.code.lower(), str(profile.wave)
    steps = ("", *(each.lower() for each in output.resolve().parts))[-2:]
    if (output / "profile.yaml").exists() or steps == (code, wave):
        return ()
    if steps[-1] == "countries":
        return code, wave
    if steps == ("countries", code):
        return (wave,)
    return ("countries", code, wave) if any((output / each).is_dir() for each in PARTS) else ()


def _confirm(options: argparse.Namespace, folder: Path) -> None:
    """Go on where the change is wanted: by `--yes`, or by the answer on a terminal.

    Raises:
        CommandError: It is not; the work asked for is not done, so that a script can tell.
    """
    if options.yes:
        return
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise CommandError("maturity: " + say("import.unasked", options.lang, folder=folder.as_posix()), exit_code=1)
    sys.stderr.write(say("import.ask", options.lang, folder=folder.as_posix()))
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in ("y", "yes", "o", "oui", "是"):
        raise CommandError("maturity: " + say("import.declined", options.lang, folder=folder.as_posix()), exit_code=1)


def _tell(message: str) -> None:
    print_message(f"maturity: {message}")


def _report(change: FolderChange, language: str) -> None:
    folder = change.folder.as_posix()
    if change.is_new:
        _tell(say("import.new", language, folder=folder, count=len(change.files)))
        if "countries" not in change.folder.resolve().parts[-3:]:
            _tell(say("import.apart", language, folder=folder))
    else:
        files = ", ".join(each.name for each in change.files)
        _tell(say("import.changed", language, folder=folder, files=files))
    _, problems = read_profile_folder(change.folder, folder)
    stale = sum(each.code == "W203" for each in problems)
    if stale:
        _tell(say("import.stale", language, folder=folder, count=stale))


def _coloured(diff: str) -> str:
    lines = diff.splitlines(keepends=True)
    return "".join(f"{_COLOURS[line[0]]}{line.rstrip()}{_PLAIN}\n" if line[0] in _COLOURS else line for line in lines)


@contextmanager
def _writes(folder: Path) -> Iterator[None]:
    """Turn what keeps files from being written into a failure; then nothing was."""
    try:
        yield
    except FolderError as error:
        raise CommandError(f"maturity: {error}", exit_code=1) from None
    except OSError as error:
        place = error.filename or folder
        raise CommandError(f"maturity: cannot write {place}: {error.strerror or error}", exit_code=1) from None
