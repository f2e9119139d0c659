"""Which items of a list are which items of the list that it is to become."""

import json
from difflib import SequenceMatcher
from typing import Any

from attrs import field, frozen

_IDENTITIES = (("id",), ("indicator", "branch", "facet", "assessor"), ("of",), ("table",))
_ALIKE = 0.5


@frozen(kw_only=True)
class Alignment:
    """For each new item, the position of the old one that it was."""

    origins: tuple[int | None, ...]
    moved: frozenset[int] = field(metadata={"doc": "New positions of items that changed their place among the others."})

    def gone(self, count: int) -> list[int]:
        """Positions of the old items, *count* in all, that are no more."""
        return sorted(set(range(count)) - set(self.origins))


def align(old: list[Any], new: list[Any]) -> Alignment:
    """Match items by their ids, else by what they hold; between two matches, those that are alike."""
    before, after = [_identity(each) for each in old], [_identity(each) for each in new]
    origins: list[int | None] = [None] * len(new)
    for word, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if word == "equal":
            origins[first:last] = range(start, end)
        elif word == "replace":
            elsewhere = set(before) & set(after)
            for place, (i, j) in enumerate(zip(range(start, end), range(first, last), strict=False)):
                known = before[i] in elsewhere or after[j] in elsewhere
                if not known and _are_alike(old[i], new[j], alone=end - start == last - first):
                    origins[first + place] = i
    return _with_moves(origins, before, after)


def _with_moves(origins: list[int | None], before: list[str], after: list[str]) -> Alignment:
    free = {identity: i for i, identity in enumerate(before) if i not in origins}
    moved = set()
    for j, identity in enumerate(after):
        if origins[j] is None and identity in free:
            origins[j] = free.pop(identity)
            moved.add(j)
    return Alignment(origins=tuple(origins), moved=frozenset(moved))


def _identity(item: Any) -> str:
    if isinstance(item, dict):
        for names in _IDENTITIES:
            if names[0] in item:
                return json.dumps([item.get(name) for name in names], ensure_ascii=False)
    return json.dumps(item, ensure_ascii=False, sort_keys=True)


def _are_alike(old: Any, new: Any, *, alone: bool) -> bool:
    if not isinstance(old, dict) or not isinstance(new, dict):
        return not isinstance(old, dict | list) and not isinstance(new, dict | list)
    if alone and not any(names[0] in old for names in _IDENTITIES):
        return True
    keys = old.keys() | new.keys()
    return len([key for key in keys if old.get(key) == new.get(key)]) >= _ALIKE * len(keys)
