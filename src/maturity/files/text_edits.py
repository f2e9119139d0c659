"""Changes to a text by place, collected and then made at once."""

from attrs import field, frozen


class CannotEditError(Exception):
    """A change that cannot be made in place."""


@frozen
class Edit:
    """What is put for the characters between two places."""

    start: int
    end: int
    text: str


@frozen
class Edits:
    """Changes to one text, in the order in which they were asked for."""

    found: list[Edit] = field(factory=list)

    def put(self, start: int, end: int, text: str) -> None:
        """Ask for *text* instead of what stands between two places."""
        self.found.append(Edit(start, end, text))

    def forget_since(self, count: int) -> None:
        """Drop all but the first *count* changes."""
        del self.found[count:]

    def made_in(self, text: str, first: int = 0, last: int | None = None) -> str:
        """The part of *text* between two places with all changes made; of two at one place the earlier comes first.

        Raises:
            CannotEditError: Two of them change the same characters.
        """
        pieces = []
        place = first
        for edit in sorted(self.found, key=lambda each: (each.start, each.end)):
            if edit.start < place:
                raise CannotEditError(f"two changes meet at character {edit.start}")
            pieces += [text[place : edit.start], edit.text]
            place = edit.end
        return "".join([*pieces, text[place : len(text) if last is None else last]])
