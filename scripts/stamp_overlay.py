"""Writes FOLDER/LANG.yaml from plain `key: text` translations, each stamped with what it translates."""

import argparse
import sys
from pathlib import Path
from typing import Any

from list_texts import lacks, original, quoted, read_overlay, read_slots
from maturity.files.document import read_document
from maturity.files.faults import did_you_mean
from maturity.files.overlays import Slot, fingerprint
from maturity.problems import DataError

Entries = dict[str, dict[str, str]]
"""By key: `of`, the fingerprint of what was translated, and `text`."""

_SHOWN = 20


def main() -> None:
    """Merge the translations into the overlay, and say what is still missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language", metavar="LANG", help="ISO 639 code, such as zh")
    parser.add_argument("source", type=Path, metavar="SOURCE.yaml", help="a mapping of keys to translations")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a framework or country folder")
    options = parser.parse_args()
    target: Path = options.folder / f"{options.language}.yaml"
    try:
        slots = {slot.key: slot for slot in read_slots(options.folder)}
        before = read_overlay(target)
        new = read_translations(options.source)
        reviewed = is_reviewed(target)
    except (DataError, OSError) as error:
        sys.exit(str(error))
    problems = list_problems(new, slots)
    if problems:
        sys.exit("\n".join(problems) + "\nnothing was written")
    after = merge(before, new, slots)
    text = render(options.language, after, reviewed=reviewed and after == before)
    target.write_text(text, encoding="utf-8", newline="\n")
    missing = [slot.key for slot in slots.values() if lacks(slot, after.get(slot.key), options.language)]
    sys.stderr.write(report(target, after, missing, sorted(set(before) - set(slots))))


def read_translations(file: Path) -> dict[str, Any]:
    """The mapping in *file*.

    Raises:
        DataError: It is no YAML.
        OSError: It cannot be read.
    """
    value: Any = read_document(file, file.as_posix()).value
    if not isinstance(value, dict):
        sys.exit(f"{file}: expected a mapping of keys to translations")
    return value


def is_reviewed(overlay: Path) -> bool:
    """Whether the overlay says that a native speaker has reviewed it."""
    value: Any = read_document(overlay, overlay.as_posix()).value if overlay.is_file() else {}
    return value.get("reviewed") is True


def list_problems(new: dict[str, Any], slots: dict[str, Slot]) -> list[str]:
    """Keys that name no text, and values that are none."""
    problems = []
    for key, text in new.items():
        if key not in slots:
            hint = did_you_mean(key, slots)
            problems.append(f"unknown key '{key}'" + (f" ({hint})" if hint else ""))
        elif not isinstance(text, str) or not text.strip():
            problems.append(f"'{key}' holds no text: quote it")
    return problems


def merge(before: Entries, new: dict[str, str], slots: dict[str, Slot]) -> Entries:
    """Old entries that *new* does not name, and the new ones with their stamps, in the order of the texts."""
    stamped = {key: {"of": fingerprint(original(slots[key])), "text": text.strip()} for key, text in new.items()}
    merged = {**before, **stamped}
    return {key: merged[key] for key in slots if key in merged}


def render(language: str, entries: Entries, *, reviewed: bool) -> str:
    """The overlay as YAML, an entry a line; the stamp is quoted, because eight hex digits may look like a number."""
    lines = [f"language: {language}", f"reviewed: {str(reviewed).lower()}", "texts:" if entries else "texts: {}"]
    for key, entry in entries.items():
        lines.append(f"  {key}: {{of: {quoted(entry['of'])}, text: {quoted(entry['text'])}}}")
    return "\n".join(lines) + "\n"


def report(target: Path, entries: Entries, missing: list[str], dropped: list[str]) -> str:
    """What was written, what was dropped because its original is gone, and what is missing or stale."""
    lines = [f"{target.as_posix()}: {len(entries):,} translations, {len(missing):,} missing or stale"]
    lines += [f"  dropped {key}: there is no such text any more" for key in dropped]
    lines += [f"  missing {key}" for key in missing[:_SHOWN]]
    if len(missing) > _SHOWN:
        lines.append(f"  … and {len(missing) - _SHOWN:,} more: list_texts.py --missing lists them all")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
