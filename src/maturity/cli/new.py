"""`maturity new`: the folder of a new country or wave, ready to fill in."""

import argparse
import re
from pathlib import Path

from maturity.catalog import ENVIRONMENT_VARIABLE, Catalog, named_folders
from maturity.cli.choices import chosen_catalogs, chosen_framework
from maturity.cli.console import CommandError, explained, print_message, print_result, write_whole
from maturity.country_name import parse_country_wave
from maturity.files.faults import did_you_mean
from maturity.files.folder_writes import write_files
from maturity.files.profile_files import read_profile_folder
from maturity.files.profile_writer import UnwritableError
from maturity.files.schemas import COUNTRY_KINDS, schema_files
from maturity.files.text_folder import TextFolder
from maturity.framework import Framework
from maturity.language.countries import country_names
from maturity.profile import COUNTRY_CODE, Names, Profile
from maturity.reading import load_country
from maturity.scaffold.carried_wave import carried_files
from maturity.scaffold.new_wave import SCHEMAS, NewWave, empty_files
from maturity.text import LANGUAGES

_PACKAGE = Path(__file__).resolve().parents[1]
_YEARS = range(1900, 2101)


def run(options: argparse.Namespace) -> None:
    """Write the folder, and print where it is."""
    code = _code(options.country)
    if options.wave not in _YEARS:
        raise CommandError(f"maturity: no wave {options.wave}: write the year as --wave 2026", exit_code=2)
    catalogs = chosen_catalogs(options)
    root = _own_catalog(options)
    with explained():
        framework = chosen_framework(options.framework, catalogs, languages=LANGUAGES)
        folder = root / "countries" / code.lower() / str(options.wave)
        _refuse_files(folder)
        files, language = _files(code, framework, catalogs, options)
        _write(folder, files, framework)
    _write_schemas(root / SCHEMAS / language, framework, language)
    print_result(f"{folder.as_posix()}\n")
    print_message(f"maturity: {len(files)} files written; next: maturity check {folder.as_posix()}")


def _files(
    code: str, framework: Framework, catalogs: tuple[Catalog, ...], options: argparse.Namespace
) -> tuple[dict[str, str], str]:
    """The files by name, and the language of their comments."""
    if not options.earlier:
        new = NewWave(code=code, wave=options.wave, names=_names(code, options), language=options.lang or "en")
        return empty_files(new, framework), new.language
    if options.name:
        raise CommandError("maturity: --from carries the names over: change them in profile.yaml", exit_code=2)
    earlier = _earlier(code, framework, catalogs, options)
    catalog = next(each for each in catalogs if (code, earlier.wave) in each.waves())
    folder = catalog.folder(*catalog.wave_folders()[code, earlier.wave])
    language = options.lang or (earlier.language if earlier.language in LANGUAGES else "en")
    try:
        return carried_files(folder, earlier, options.wave, framework, language=language), language
    except UnwritableError as error:
        raise CommandError(f"maturity: {error}", exit_code=1) from None


def _refuse_files(folder: Path) -> None:
    """Never write over anything."""
    found = sorted(each.name for each in folder.iterdir()) if folder.is_dir() else []
    if found:
        there = (folder / found[0]).as_posix()
        raise CommandError(f"maturity: {there} is there already; nothing was written", exit_code=1)
    if folder.exists() and not folder.is_dir():
        said = f"maturity: {folder.as_posix()} is there already and no folder; nothing was written"
        raise CommandError(said, exit_code=1)


def _write(folder: Path, files: dict[str, str], framework: Framework) -> None:
    read_profile_folder(TextFolder(files), folder.as_posix(), framework=framework)
    try:
        write_files(folder, {name: text.encode() for name, text in files.items()})
    except OSError as error:
        raise CommandError(f"maturity: cannot write {folder}: {error.strerror or error}", exit_code=1) from None


def _write_schemas(folder: Path, framework: Framework, language: str) -> None:
    """Write anew what editors complete and check by; it follows from the framework, and nobody edits it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"maturity: cannot write {folder}: {error.strerror or error}", exit_code=1) from None
    for each in schema_files(framework, language=language, kinds=COUNTRY_KINDS):
        write_whole(folder / each.name, each.text)


def _code(word: str) -> str:
    """The code in capitals, if there is such a country; what stands behind a hyphen is the user's own."""
    code = word.upper()
    names = country_names()
    if re.fullmatch(COUNTRY_CODE, code) and code[:3] in names:
        return code
    hint = _nearest(word, names) or "ISO 3166-1 alpha-3, such as CHN; with a part of the country, such as CHN-GD"
    raise CommandError(f"maturity: unknown country code '{word}' ({hint})", exit_code=2)


def _nearest(word: str, names: dict[str, dict[str, str]]) -> str:
    """A hint at the code that was meant: by a name of the country, or by codes that begin alike."""
    code, year = word.upper().partition("@")[::2]
    if year and code[:3] in names:
        return f"the year goes into --wave: maturity new {code} --wave 2026"
    named = [each for each, by_language in names.items() if word.casefold() in map(str.casefold, by_language.values())]
    if named:
        return f"did you mean '{named[0]}'?"
    country, hyphen, part = code.partition("-")
    if country in names:
        return ""
    alike = next(
        found for shared in (2, 1, 0) if (found := [each for each in names if each[:shared] == country[:shared]])
    )
    return did_you_mean(f"{country}{hyphen}{part}", [f"{each}{hyphen}{part}" for each in alike])


def _names(code: str, options: argparse.Namespace) -> Names:
    given: dict[str, str] = {}
    for each in options.name:
        language, sign, name = each.partition("=")
        if not sign:
            language, name = options.lang or "en", each
        if language not in (*LANGUAGES, "local") or not name.strip():
            allowed = ", ".join((*LANGUAGES, "local"))
            raise CommandError(f"maturity: '{each}' gives no name: write --name en=… ({allowed})", exit_code=2)
        if language in given:
            message = f"maturity: two names in one language: {language}={given[language]}, {language}={name.strip()}"
            raise CommandError(message, exit_code=2)
        given[language] = name.strip()
    named = {**country_names().get(code, {}), **given}
    if "en" not in named:
        message = f"maturity: no list names the parts of countries: give the name of {code} with --name en=…"
        raise CommandError(f"{message}, and --name zh=…, fr=… or local=… beside it", exit_code=2)
    return Names(en=named["en"], zh=named.get("zh"), fr=named.get("fr"), local=named.get("local"))


def _earlier(code: str, framework: Framework, catalogs: tuple[Catalog, ...], options: argparse.Namespace) -> Profile:
    named = parse_country_wave(options.earlier)
    if named.code.upper() != code:
        message = f"maturity: --from takes an earlier wave of {code} itself, not '{options.earlier}'"
        raise CommandError(message, exit_code=2)
    earlier = load_country(code, wave=named.wave, framework=framework, catalogs=catalogs)
    if earlier.wave >= options.wave:
        message = f"maturity: --from takes an earlier wave: {earlier.wave} is not before {options.wave}"
        raise CommandError(message, exit_code=2)
    return earlier


def _own_catalog(options: argparse.Namespace) -> Path:
    """The folder to write into: the first that was chosen, never one that was installed."""
    named = named_folders(options.catalog)
    if not named:
        message = "maturity: no catalog to write to: name a folder of your own with --catalog FOLDER"
        raise CommandError(f"{message}, or set {ENVIRONMENT_VARIABLE}", exit_code=2)
    if named[0].resolve().is_relative_to(_PACKAGE):
        raise CommandError(f"maturity: {named[0]} belongs to the installed package: choose another", exit_code=2)
    return named[0]
