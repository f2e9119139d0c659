"""Lists of problems: a line each for people, JSON for programs, annotations for GitHub."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import frozen

from maturity.problems import Problem

SHOWN_OF_A_FILE = 100
"""Problems of one file that are told one by one; of the others it is said how many there are of which kind."""

SHOWN = 1000
"""Problems that are told one by one in all."""


@frozen(kw_only=True)
class _Rest:
    """What is not told one by one of a file."""

    file: str
    problems: Sequence[Problem]

    @property
    def severity(self) -> str:
        """That of the worst among them."""
        return "warning" if all(each.is_warning for each in self.problems) else "error"

    @property
    def message(self) -> str:
        codes = Counter(each.code for each in self.problems)
        listed = ", ".join(f"{count:,} × {code}" for code, count in sorted(codes.items()))
        return f"and {len(self.problems):,} more: {listed}"


def render_problem_lines(problems: Sequence[Problem]) -> str:
    """A line for each problem, in order of place; of a file with very many the first, then how many of each code."""
    return "".join(
        f"{each.file}: {each.message}\n" if isinstance(each, _Rest) else f"{each}\n" for each in _shorten(problems)
    )


def render_problem_json(problems: Sequence[Problem]) -> str:
    """Every problem as an object of a JSON list; line and column are null where the file as a whole is meant."""
    listed = [
        {
            "file": each.place.file,
            "line": each.place.line or None,
            "column": each.place.column or None,
            "code": each.code,
            "severity": each.severity,
            "message": each.message,
            "hint": each.hint,
        }
        for each in sorted(problems)
    ]
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"


def render_problem_annotations(problems: Sequence[Problem]) -> str:
    """Workflow commands that GitHub shows beside the lines they speak of; very many are shortened as for people."""
    return "".join(_annotation(each) + "\n" for each in _shorten(problems))


def _shorten(problems: Sequence[Problem]) -> Iterator[Problem | _Rest]:
    left = SHOWN
    for file, group in groupby(sorted(problems), key=lambda each: each.place.file):
        found = list(group)
        told = min(SHOWN_OF_A_FILE, left, len(found))
        left -= told
        yield from found[:told]
        if told < len(found):
            yield _Rest(file=file, problems=found[told:])


def _annotation(each: Problem | _Rest) -> str:
    if isinstance(each, _Rest):
        return f"::{each.severity} file={_escape_property(each.file)}::{_escape(each.message)}"
    place = {"file": each.place.file}
    if each.place.line:
        place |= {"line": str(each.place.line), "col": str(each.place.column)}
    properties = ",".join(f"{name}={_escape_property(value)}" for name, value in {**place, "title": each.code}.items())
    return f"::{each.severity} {properties}::{_escape(each.message + (f' ({each.hint})' if each.hint else ''))}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
