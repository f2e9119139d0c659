"""The files of a country's new wave, with nothing in them but what belongs there, as comments."""

from collections.abc import Iterator

from attrs import frozen

from maturity.files.profile_files import FILES
from maturity.files.schemas import modeline
from maturity.framework import Framework
from maturity.language.phrases import say
from maturity.profile import Names
from maturity.scaffold.guidance import explain, join
from maturity.scaffold.profile_file import profile_lines
from maturity.scaffold.rating_file import rating_lines
from maturity.scaffold.section_files import section_lines

SCHEMAS = "schemas"
"""Folder of a catalog that holds, by language, what editors complete and check by."""


@frozen(kw_only=True)
class NewWave:
    """A country and a year that nothing is written about yet."""

    code: str
    wave: int
    names: Names
    language: str


def empty_files(new: NewWave, framework: Framework) -> dict[str, str]:
    """Texts of the files of a country folder, by file name.

    They hold no fact, and read without a problem. Comments are in the wave's language.
    """
    return {f"{name}.yaml": join([*opening(name, new.language), *_body(name, new, framework)]) for name in FILES}


def opening(name: str, language: str) -> Iterator[str]:
    """How every file that is written here begins; the first line tells editors what may stand in it."""
    yield modeline(name, folder=f"../../../{SCHEMAS}/{language}")
    about = say(f"scaffold.file.{name}", language)
    yield from explain(say("labelled", language, label=f"{name}.yaml", text=about))
    yield from explain(say("scaffold.rule", language))
    yield from explain(say("scaffold.check", language))


def _body(name: str, new: NewWave, framework: Framework) -> Iterator[str]:
    if name == "profile":
        yield from profile_lines(new.code, new.wave, new.names, framework, new.language)
    elif name == "ratings":
        yield from rating_lines(framework, new.language)
    else:
        yield from section_lines(FILES[name], framework, new.language, new.wave)
