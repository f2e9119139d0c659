"""What a file's plain values become when the profile that they were read as becomes another."""

from collections import OrderedDict
from typing import Any

from maturity.files.alignment import align
from maturity.files.yaml_layout import Whole


def merge_file(found: dict[str, Any], before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """*found*, the values of a file, changed as *before*, what it is read as, is to *after*, what it is to be read as.

    What reads the same in both stays as it was found: the order and shape of keys, defaults that are spelt out. A list
    that loses its last item is left empty.
    """
    defaults = found.get("defaults") or {}
    gone: dict[str, Any] = {
        key: [] for key in found if key in before and key not in after and isinstance(found[key], list)
    }
    merged: dict[str, Any] = _merge_mappings(found, before, {**after, **gone})
    for key, items in merged.items():
        if isinstance(items, list) and items and defaults:
            known = {each.get("id") for each in found.get(key, []) if isinstance(each, dict)}
            merged[key] = [_without(each, defaults) if _is_new(each, known) else each for each in items]
    return merged


def _merge(found: Any, before: Any, after: Any) -> Any:
    if before == after:
        return found
    if isinstance(found, dict) and isinstance(before, dict) and isinstance(after, dict):
        if isinstance(after, OrderedDict) and next(iter(before)) != next(iter(after)):
            return Whole(after)  # texts, of which the first is the original
        return _merge_mappings(found, before, after)
    if isinstance(found, list) and isinstance(before, list) and isinstance(after, list):
        return _merge_lists(found, before, after)
    return after


def _merge_mappings(found: dict[str, Any], before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    merged = {}
    for key, value in found.items():
        if key in before and key in after:
            merged[key] = _merge(value, before[key], after[key])
        elif key in after:
            merged[key] = after[key]
        elif key not in before:
            merged[key] = value
    unsaid = [key for key in after if key not in merged and (key not in before or before[key] != after[key])]
    for key in unsaid:
        merged = _inserted(merged, key, after)
    return merged


def _inserted(merged: dict[str, Any], key: str, after: dict[str, Any]) -> dict[str, Any]:
    """*merged* with another key, behind the nearest that comes before it in *after*; else at the end."""
    order = list(after)
    earlier = [each for each in order[: order.index(key)] if each in merged]
    if not earlier:
        return {**merged, key: after[key]}
    keys = list(merged)
    place = keys.index(earlier[-1]) + 1
    return {each: merged[each] if each in merged else after[each] for each in [*keys[:place], key, *keys[place:]]}


def _merge_lists(found: list[Any], before: list[Any], after: list[Any]) -> list[Any]:
    origins = align(before, after).origins
    return [
        after[place] if origin is None else _merge(found[origin], before[origin], after[place])
        for place, origin in enumerate(origins)
    ]


def _is_new(item: Any, known: set[Any]) -> bool:
    return isinstance(item, dict) and "id" in item and item["id"] not in known


def _without(item: dict[str, Any], defaults: dict[str, Any]) -> dict[str, Any]:
    return {key: each for key, each in item.items() if key not in defaults or defaults[key] != each}
