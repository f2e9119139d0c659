"""Lists the texts of a framework or country folder as `key: "English"` lines, for translators."""

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

from maturity.files.document import read_document
from maturity.files.framework_files import framework_slots
from maturity.files.overlays import Slot, fingerprint
from maturity.files.profile_files import profile_slots
from maturity.problems import DataError

_BREAKS_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def main() -> None:
    """Print every text, or those that a language lacks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a framework or country folder")
    parser.add_argument("--missing", metavar="LANG", help="only texts without a translation, or with a stale one")
    options = parser.parse_args()
    try:
        slots = read_slots(options.folder)
        entries = read_overlay(options.folder / f"{options.missing}.yaml") if options.missing else {}
    except DataError as error:
        sys.exit(str(error))
    for slot in slots:
        if options.missing is None or lacks(slot, entries.get(slot.key), options.missing):
            sys.stdout.write(f"{slot.key}: {quoted(original(slot))}\n")


def read_slots(folder: Path) -> tuple[Slot, ...]:
    """The texts of a framework or country folder, in the order of its files."""
    if (folder / "framework.yaml").is_file():
        return framework_slots(folder)
    if (folder / "profile.yaml").is_file():
        return profile_slots(folder)
    sys.exit(f"no framework.yaml and no profile.yaml in {folder}")


def read_overlay(file: Path) -> dict[str, dict[str, str]]:
    """Entries of an overlay by key; none where there is no file.

    Raises:
        DataError: It is no YAML.
    """
    value: Any = read_document(file, file.as_posix()).value if file.is_file() else {}
    entries: dict[str, dict[str, str]] = value.get("texts") or {}
    return entries


def original(slot: Slot) -> str:
    """The text to translate."""
    text = slot.text
    return str(next(iter(text.values())) if isinstance(text, dict) else text).strip()


def lacks(slot: Slot, entry: dict[str, str] | None, language: str) -> bool:
    """Whether the text still needs a translation into *language*: it has none, or has changed since."""
    if isinstance(slot.text, dict) and language in slot.text:
        return False
    return entry is None or entry.get("of") != fingerprint(original(slot))


def quoted(text: str) -> str:
    """*text* on one line, as YAML and JSON both read it."""
    return _BREAKS_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


if __name__ == "__main__":
    # Python gives a console its own encoding, but the lines are for a file.
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    main()
