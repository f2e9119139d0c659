"""Members of lists and mappings in brackets, taken out and put in."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from maturity.files.text_edits import CannotEditError, Edits
from maturity.files.yaml_nodes import Source


@frozen
class Member:
    """Where an item or entry in brackets begins and ends, and whether it stays."""

    start: int
    end: int
    stays: bool


def change_members(
    source: Source, edits: Edits, members: Sequence[Member], added: Mapping[int | None, Sequence[str]]
) -> None:
    """Take out the members that do not stay; put in those *added*, each behind the member at a position.

    Those added at no position come first.

    Raises:
        CannotEditError: No member stays, or comments stand among those taken out.
    """
    if not any(each.stays for each in members):
        raise CannotEditError("nothing stays in the brackets")
    for start, end in _stretches(members):
        if source.comments(start, end):
            raise CannotEditError("comments stand within brackets")
        edits.put(start, end, "")
    for position, texts in added.items():
        if position is None:
            edits.put(members[0].start, members[0].start, "".join(f"{each}, " for each in texts))
        else:
            edits.put(members[position].end, members[position].end, "".join(f", {each}" for each in texts))


def _stretches(members: Sequence[Member]) -> Iterator[tuple[int, int]]:
    """What to cut: each run of members that go, with the commas that part it from what stays."""
    place = 0
    while place < len(members):
        last = place
        while last < len(members) and not members[last].stays:
            last += 1
        if last > place:
            yield (members[place - 1].end, members[last - 1].end) if place else (members[0].start, members[last].start)
        place = last + 1
