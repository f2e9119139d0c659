"""Edits in the text of a YAML file at the places of its values, so that comments, order and quoting stay."""

from collections.abc import Iterator

import yaml

from maturity.files.yaml_text import decode

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class MarkedText:
    """The text of a file that holds a mapping, and the places of its values."""

    def __init__(self, content: bytes, shown: str) -> None:
        text = decode(content, shown)
        self.lines = text.split("\n")
        top: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
        self._pairs: list[tuple[yaml.ScalarNode, yaml.Node]] = top.value if top else []

    @property
    def text(self) -> str:
        """The text as it is by now."""
        return "\n".join(self.lines)

    def key_names(self) -> tuple[str, ...]:
        """The keys of the mapping, in order."""
        return tuple(key.value for key, _ in self._pairs)

    def items(self, key: str) -> list[yaml.MappingNode]:
        """The mappings in the list under *key*; none where there is no such list."""
        for found, value in self._pairs:
            if found.value == key and isinstance(value, yaml.SequenceNode):
                return [each for each in value.value if isinstance(each, yaml.MappingNode)]
        return []

    def add_key(self, item: yaml.MappingNode, after: str, key: str, value: str) -> None:
        """Give *item* another key, right behind the key *after*; items are changed from the last to the first."""
        if any(each.value == key for each, _ in item.value):
            return
        found, behind = next(pair for pair in item.value if pair[0].value == after)
        line, column = behind.end_mark.line, behind.end_mark.column
        if item.flow_style:
            text = self.lines[line]
            self.lines[line] = f"{text[:column]}, {key}: {value}{text[column:]}"
        else:
            self.lines.insert(line + 1, f"{' ' * found.start_mark.column}{key}: {value}")

    def explain(self, item: yaml.MappingNode, lines: list[str]) -> None:
        """Put lines above an item of a list; items are changed from the last to the first."""
        place = item.start_mark.line
        self.lines[place:place] = lines

    def replace(self, key: str, lines: list[str]) -> None:
        """Put *lines* where *key* and its value stand; keys are changed from the last to the first."""
        start, end = self._span(key)
        self.lines[start:end] = lines

    def lines_of(self, key: str) -> list[str]:
        """The lines in which *key* and its value stand; none where it is not there."""
        start, end = self._span(key)
        return self.lines[start:end]

    def drop_entries(self, key: str, prefixes: tuple[str, ...]) -> None:
        """Take out of the mapping under *key* what begins with one of *prefixes*."""
        entries: list[tuple[yaml.ScalarNode, yaml.Node]] = next(
            value.value for found, value in self._pairs if found.value == key
        )
        for found, value in reversed(entries):
            if found.value.startswith(prefixes):
                del self.lines[found.start_mark.line : self._end(value, found.start_mark.line)]

    def _span(self, key: str) -> tuple[int, int]:
        for found, value in self._pairs:
            if found.value == key:
                return found.start_mark.line, self._end(value, found.start_mark.line)
        return 0, 0

    def _end(self, value: yaml.Node, start: int) -> int:
        """The line behind a value; comments and blank lines that follow it are left to what comes next."""
        end = value.end_mark.line + (1 if value.end_mark.column else 0)
        while end > start + 1 and _says_nothing(self.lines[end - 1]):
            end -= 1
        return end


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def from_last(items: list[yaml.MappingNode]) -> Iterator[yaml.MappingNode]:
    """Items of a list from the last to the first, so that an edit moves no place that is still wanted."""
    return reversed(items)
