"""A country folder changed to hold another profile of the same country and wave, file by file, in place."""

from collections.abc import Mapping
from typing import Any

from maturity.files.merging import merge_file
from maturity.files.overlays import list_slots
from maturity.files.profile_files import FILES, read_profile_folder
from maturity.files.profile_values import Entries, Kept, Values, overlay_entries, profile_values
from maturity.files.profile_writer import UnwritableError, refuse_difference, write_overlay, write_part
from maturity.files.text_edits import CannotEditError
from maturity.files.text_folder import TextFolder
from maturity.files.yaml_edits import edit_yaml
from maturity.files.yaml_text import parse
from maturity.profile import Profile
from maturity.text import LANGUAGES


def edit_profile(texts: Mapping[str, str], profile: Profile, shown: str = "") -> dict[str, str]:
    """The files *texts* of a country folder, by name, changed to hold *profile*: those alone that change, and new ones.

    *shown* names the folder in problems.

    Raises:
        DataError: The folder holds errors; they come first.
        UnwritableError: No change of the folder's files can make them hold the profile.
    """
    before, _ = read_profile_folder(TextFolder(texts), shown)
    if before == profile:
        return {}
    if before.language != profile.language:
        message = f"the files are written in '{before.language}' and the profile in '{profile.language}'"
        raise UnwritableError(f"{message}: write it to a new folder")
    try:
        changed = _changed_files(texts, before, profile)
    except CannotEditError as error:
        raise UnwritableError(str(error)) from None
    refuse_difference({**texts, **changed}, profile)
    return changed


def _changed_files(texts: Mapping[str, str], before: Profile, after: Profile) -> dict[str, str]:
    found: dict[str, Any] = {name: parse(texts[f"{name}.yaml"], name) for name in FILES if f"{name}.yaml" in texts}
    overlays = _overlays(texts)
    kept = Kept(in_place=_texts_in_place(found), overlays={code: each["texts"] for code, each in overlays.items()})
    old, new = profile_values(before, kept), profile_values(after, kept)
    merged = {
        name: merge_file(found[name], old.trees.get(name, {}), new.trees.get(name, {})) if name in found else tree
        for name, tree in {**found, **new.trees}.items()
    }
    changed = {}
    for name, tree in merged.items():
        file = f"{name}.yaml"
        changed[file] = edit_yaml(texts[file], tree, file) if file in texts else write_part(name, tree)
    for code in LANGUAGES:
        if code in overlays or code in new.translations:
            changed[f"{code}.yaml"] = _overlay_text(texts, code, overlays, old, new, merged)
    return {name: text for name, text in changed.items() if texts.get(name) != text}


def _overlays(texts: Mapping[str, str]) -> dict[str, Any]:
    return {code: parse(texts[f"{code}.yaml"], f"{code}.yaml") for code in LANGUAGES if f"{code}.yaml" in texts}


def _texts_in_place(found: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Texts that stand in several languages in the files themselves, by key."""
    slots = (slot for name in found for slot in list_slots(found[name], FILES[name], ""))
    return {slot.key: slot.text for slot in slots if isinstance(slot.text, dict)}  # type: ignore[misc]


def _overlay_text(
    texts: Mapping[str, str], code: str, overlays: Mapping[str, Any], old: Values, new: Values, trees: Mapping[str, Any]
) -> str:
    """The overlay of a language with what was translated anew, or is no more; the rest is left alone."""
    wanted = new.translations.get(code, {})
    if code not in overlays:
        return write_overlay(code, overlay_entries(wanted, trees, {}))
    overlay = overlays[code]
    before: Entries = overlay["texts"]
    entries = overlay_entries(wanted, trees, before)
    gone = set(old.translations.get(code, {})) - set(entries)
    merged = {key: _same_or(before[key], entries.get(key)) for key in before if key not in gone}
    for key in [each for each in entries if each not in merged]:
        merged = _put_in_order(merged, key, entries)
    new_words = any(before.get(key, {}).get("text") != entry["text"] for key, entry in merged.items())
    reviewed = overlay["reviewed"] and not new_words
    return edit_yaml(texts[f"{code}.yaml"], {**overlay, "reviewed": reviewed, "texts": merged}, f"{code}.yaml")


def _same_or(entry: dict[str, str], wanted: dict[str, str] | None) -> dict[str, str]:
    """The entry as it stands where it says what is wanted, or says what no text is there for."""
    if wanted is None or (entry["text"].strip(), entry["of"]) == (wanted["text"], wanted["of"]):
        return entry
    return wanted


def _put_in_order(merged: Entries, key: str, entries: Entries) -> Entries:
    """*merged* with another entry, behind the one before it in the order of the texts."""
    order = list(entries)
    earlier = next((each for each in reversed(order[: order.index(key)]) if each in merged), None)
    result: Entries = {} if earlier else {key: entries[key]}
    for each, entry in merged.items():
        result[each] = entry
        if each == earlier:
            result[key] = entries[key]
    return result
