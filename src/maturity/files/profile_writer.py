"""A profile as the YAML files of a country folder."""

import inspect
from collections import Counter
from collections.abc import Mapping
from typing import Any

import attrs

from maturity.files.profile_files import FILES, read_profile_folder
from maturity.files.profile_values import Entries, overlay_entries, profile_values
from maturity.files.text_folder import FileText, TextFolder
from maturity.files.yaml_layout import file_text
from maturity.files.yaml_scalars import quoted
from maturity.files.yaml_text import Value
from maturity.problems import DataError
from maturity.profile import Profile
from maturity.records.section import Section


class UnwritableError(ValueError):
    """A value that the files of a country folder cannot hold; the message says which."""


def write_profile(profile: Profile) -> tuple[FileText, ...]:
    """The files of a new folder, in the layout of the shipped countries; reading them gives an equal profile.

    Raises:
        UnwritableError: No folder can hold the profile.
    """
    values = profile_values(profile)
    files = [FileText(name=f"{name}.yaml", text=write_part(name, tree)) for name, tree in values.trees.items()]
    for language, wanted in sorted(values.translations.items()):
        entries = overlay_entries(wanted, values.trees, {})
        files.append(FileText(name=f"{language}.yaml", text=write_overlay(language, entries)))
    refuse_difference({each.name: each.text for each in files}, profile)
    return tuple(files)


def write_part(name: str, tree: Mapping[str, Value]) -> str:
    """One file of the folder; a source that most of its records share is said once, as the file's default."""
    kind = FILES[name]
    values: dict[str, Any] = dict(tree)
    if issubclass(kind, Section):
        values = _with_default_source(values) or {"findings": []}
    elif not values:
        values = {each.name: [] for each in attrs.fields(kind)}
    summary = (inspect.getdoc(kind) or "").partition("\n")[0]
    summary = summary.partition(": ")[2] if summary.startswith("`") else summary
    return file_text(values, f"{name}.yaml: {summary[:1].lower()}{summary[1:].rstrip('.')}")


def write_overlay(language: str, entries: Entries) -> str:
    """A file of translations, none of them reviewed; an entry a line."""
    lines = [f"language: {language}", "reviewed: false", "texts:" if entries else "texts: {}"]
    lines += [f"  {overlay_line(key, entry)}" for key, entry in entries.items()]
    return "\n".join(lines) + "\n"


def overlay_line(key: str, entry: Mapping[str, str]) -> str:
    """An entry of an overlay; what it translates is quoted, since eight hex digits may look like a number."""
    return file_text({key: 0})[: -len(" 0\n")] + f" {{of: {quoted(entry['of'])}, text: {quoted(entry['text'])}}}"


def refuse_difference(texts: Mapping[str, str], profile: Profile) -> None:
    """Read the files *texts* and hold them against the *profile* that they are to hold.

    Raises:
        UnwritableError: They cannot be read, or hold another profile; the message names the first difference.
    """
    try:
        found, _ = read_profile_folder(TextFolder(texts), "")
    except DataError as error:
        first = next(each for each in error.problems if not each.is_warning)
        raise UnwritableError(f"files cannot hold this profile of {profile.code}: {first}") from None
    if found != profile:
        raise UnwritableError(f"files cannot hold this profile of {profile.code}: {first_difference(found, profile)}")


def first_difference(found: object, wanted: object, path: str = "") -> str:
    """Where two values first differ, and how: `legal.acts.3.name: 'A' instead of 'B'`."""
    if type(found) is type(wanted) and attrs.has(type(found)):
        kind: Any = type(found)
        names = [each.name for each in attrs.fields(kind) if getattr(found, each.name) != getattr(wanted, each.name)]
        return first_difference(getattr(found, names[0]), getattr(wanted, names[0]), f"{path}.{names[0]}".lstrip("."))
    if isinstance(found, tuple) and isinstance(wanted, tuple) and len(found) == len(wanted):
        place, pair = next(each for each in enumerate(zip(found, wanted, strict=True)) if each[1][0] != each[1][1])
        return first_difference(*pair, f"{path}.{getattr(pair[1], 'id', place + 1)}")
    if isinstance(found, tuple) and isinstance(wanted, tuple):
        return f"{path}: {len(found):,} instead of {len(wanted):,}"
    return f"{path}: {found!r} would be read instead of {wanted!r}"


def _with_default_source(values: dict[str, Any]) -> dict[str, Any]:
    records = [each for items in values.values() for each in items if "id" in each]
    sources = Counter(each["source"] for each in records)
    source, count = max(sources.items(), key=lambda pair: pair[1], default=("", 0))
    if count < 2 or count * 2 <= len(records):
        return values
    return {"defaults": {"source": source}} | {
        key: [{name: each for name, each in item.items() if (name, each) != ("source", source)} for item in items]
        for key, items in values.items()
    }
