"""Writes docs/file-formats.md from the classes that read the files, with examples from the shipped ones."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from file_format_examples import first_item, first_key, first_lines, whole_value
from file_format_fields import inner_kinds, link_to, list_lines, list_rules, own_names, vocabulary_uses
from maturity.files.fields import Kind, summary_of
from maturity.files.framework_files import DimensionFile, FrameworkFile
from maturity.files.overlays import Overlay, TranslatedText
from maturity.files.profile_files import FILES, OPTIONAL
from maturity.groups import Group
from maturity.records.record import Record
from maturity.records.section import Section
from maturity.text import LANGUAGES
from maturity.vocabulary import Term

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "file-formats.md"
COUNTRY = ROOT / "countries" / "fra" / "2022"
FRAMEWORK = ROOT / "frameworks" / "digital-social-security"

INTRODUCTION = """\
# File formats

[All files](#all-files) · [Country folder](#country-folder) · [Framework folder](#framework-folder) ·
[Overlays](#overlays) · [Groups](#groups) · [Weights and plans](#weights-and-plans)

<!-- Written by scripts/write_file_formats.py from the classes that read the files: change those, and run it. -->

## All files

Every file is YAML 1.2 in UTF-8. Reading is strict: an unknown key, a duplicate key, a value of another type, an alias,
an anchor or a tag is an error with its file, line and column, and all errors are reported at once (of one file, the
first ten thousand). Only `true` and `false` are truth values, so `no` and `NO` are words. A list is written as a list
even when it holds one item. `maturity check FOLDER` reads a country, framework or catalog folder and reports every
problem. A catalog may hold [worked cases](cases.md) too.

`maturity schema -o schemas` writes a JSON Schema of every kind of file, with the terms and levels of the framework. An
editor that knows YAML completes and marks a file by the schema that its first line names, as each file of
`maturity new` does: `# yaml-language-server: $schema=../../../schemas/en/ratings.schema.json`.

In the tables, *holds* says what stands behind a key, and *left out* what a missing key means.

### Words

A plain string that stands as written in every language: a name, an address, an id. A number or a truth value that is
meant as words is put in quotes, such as `version: "1.0"`.

### Text

A string that may be translated. A plain string is in the language of the folder (`language` of `profile.yaml` or
`framework.yaml`, English when left out); a mapping gives several, such as `{en: France, zh: 法国}`.
Translations of whole folders stand in [overlays](#overlays). Text is in the project's own words. A `note` in a country
folder may be translated too, but nothing asks for it: assessors write notes to each other.

### Date

A year, a month or a day in ISO 8601: `2021`, `2021-01`, `2021-01-31`.
"""

COUNTRY_FOLDER = """\
## Country folder

`countries/<code>/<wave>/`: the ISO 3166-1 alpha-3 code in lower case (`chn`; `chn-gd` for a part of a country), and the
year that the profile speaks of. Both equal those in `profile.yaml`. An id is unique in the profile, so a reference is
the bare id. `maturity new` lays such a folder out, and [Add a country](add-a-country.md) goes through it.

What has `carried_from` was carried over from an earlier wave and is not confirmed for this one. Such a rating does not
count, and such a record is marked where it is cited, until the key is taken away.
"""

DEFAULTS = """\
### `defaults`

A file may begin with `defaults`, which hold for every item with an id in its lists that does not say otherwise. The
keys are `source` and `locus`.
"""

ACROSS = """\
### Across the files

- Every id that is referred to exists, and every source is cited or `listed_only`.
- A finding or lesson has either `bears_on` or `bears_on_none`.
- A statistic has the unit that the framework's vocabulary gives, and lies in the plausible range (else a warning).
- A level has `evidence`, and no record of it is later than `evidence_until`.
- An indicator is rated once for each branch, facet and assessor; its level is one of the framework's scale.
- The ratings name the framework's id and version.
"""

FRAMEWORK_FOLDER = """\
## Framework folder

`frameworks/<id>/`: one file for the whole, one for each dimension, one for the vocabularies. Ids of components and
indicators begin with the dimension's id and a dot, and are never reused for another meaning. Prerequisites form no
circle, and an indicator has one descriptor for each level of the scale.
"""

VOCABULARIES = """\
### `vocabularies.yaml`

A mapping: the id of a vocabulary, and its list of terms. Terms make countries comparable: a record that names a term
says the same thing in every country.
"""

OVERLAYS = f"""\
## Overlays

A translation of a folder stands beside its files as `<language>.yaml` ({", ".join(LANGUAGES[1:])}). Keys of `texts` are
`<id>.<field>`; an item of a list without an id is named by its number, its `value` or its `of`
(`legal.sso.levels.2.descriptor`), a rating by its indicator (`ratings.legal.sso.summary`), a term by its vocabulary
(`enablers.eid.label`). Each entry keeps the fingerprint of the text that it translates, so a translation whose original
has changed is reported, with the fingerprint that the new translation gets. `maturity export` writes a workbook with a
column for each language, and `maturity import` stamps what was changed there; `maturity status CHN --lang zh` counts
what is not translated. In a checkout, scripts list the texts and put in the fingerprints of many at once:

```sh
python scripts/list_texts.py countries/fra/2022 --missing zh > zh-todo.yaml
python scripts/stamp_overlay.py zh zh-done.yaml countries/fra/2022
```
"""

GROUPS = """\
## Groups

`countries/groups.yaml` of a catalog: named groups of countries, each with the published list of its members and the
day that the list speaks of. `maturity compare CHN oecd` compares the members that have a profile, and `--group oecd`
shows their median. Of two catalogs with a group of the same id the first one counts.
"""

WEIGHTS = """\
## Weights and plans

`--weights FILE` takes other weights than the framework's: a mapping of dimensions, components or indicators to numbers
of 0 or more, relative among siblings. What the file does not name keeps its weight.

`--target FILE` takes a plan: a mapping of indicators to the levels aimed at. What the file does not name has no target.
"""


def main() -> None:
    """Write the page, or fail when it is stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the page is stale")
    options = parser.parse_args()
    page = "\n".join(list_blocks())
    if not options.check:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(page, encoding="utf-8", newline="\n")
    elif not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != page:
        sys.exit("docs/file-formats.md is stale: run python scripts/write_file_formats.py")


def list_blocks() -> Iterator[str]:
    """The page, block by block."""
    described: set[Kind] = set()
    yield INTRODUCTION
    yield COUNTRY_FOLDER
    yield table(("file", "holds", "needed"), country_rows())
    yield from describe(Record, "### Record\n", described)
    yield from describe(Section, "### Section\n", described, examples=section_files())
    yield DEFAULTS
    yield from example("defaults", section_files())
    for name, kind in FILES.items():
        file = COUNTRY / f"{name}.yaml"
        yield from describe(kind, f"### `{name}.yaml`\n", described, examples=[file])
    yield ACROSS
    yield FRAMEWORK_FOLDER
    head, dimension = FRAMEWORK / "framework.yaml", FRAMEWORK / "governance.yaml"
    yield from describe(FrameworkFile, "### `framework.yaml`\n", described, examples=[head])
    yield from describe(DimensionFile, "### `<dimension>.yaml`\n", described, examples=[dimension])
    yield from vocabulary_blocks(described)
    yield OVERLAYS
    yield from fenced(first_lines(FRAMEWORK / "zh.yaml", 4))
    yield from describe(Overlay, "### Overlay\n", described)
    yield from describe(TranslatedText, "### Entry of `texts`\n", described)
    yield GROUPS
    yield from describe(Group, "### Group\n", described, examples=[ROOT / "countries" / "groups.yaml"], key="groups")
    yield WEIGHTS
    yield from weight_blocks()


def describe(
    kind: Kind, head: str, described: set[Kind], *, examples: Sequence[Path] = (), key: str = ""
) -> Iterator[str]:
    """A class, with an example of what stands under *key*; then the classes of its fields, once each."""
    described.add(kind)
    base = base_of(kind)
    names = own_names(kind, base)
    yield head
    yield f"{summary_of(kind)}\n"
    if names:
        lines = list_lines(kind, names)
        yield table(("key", "holds", "left out", ""), [(f"`{x.key}`", x.holds, x.left_out, x.about) for x in lines])
    if base:
        yield f"{'Beside these, it' if names else 'It'} has what every {link_to(base)} has.\n"
    rules = list_rules(kind)
    if rules:
        yield "".join(f"- {each[0].upper()}{each[1:]}.\n" for each in rules)
    if key:
        yield from example(key, examples)
    own = {line.key for line in list_lines(kind, names)}
    for each, inner in inner_kinds(kind):
        if each in own and inner not in described:
            yield from describe(inner, f"#### {inner.__name__}\n", described, examples=examples, key=each)


def base_of(kind: Kind) -> Kind | None:
    """The described class whose fields *kind* shares."""
    return next((each for each in (Record, Section) if issubclass(kind, each) and kind is not each), None)


def example(key: str, files: Iterable[Path]) -> Iterator[str]:
    """What the first of *files* that has the key holds under it; of a list, the first item."""
    found = (first_item(file, key) or whole_value(file, key) for file in files)
    yield from fenced(next((each for each in found if each), ""))


def fenced(passage: str) -> Iterator[str]:
    """A block of YAML, where there is something to show."""
    if passage:
        yield f"```yaml\n{passage}\n```\n"


def section_files() -> list[Path]:
    """The files of the example country whose classes are sections."""
    return [COUNTRY / f"{name}.yaml" for name, kind in FILES.items() if issubclass(kind, Section)]


def country_rows() -> Iterator[tuple[str, ...]]:
    """What each file of a country folder is for."""
    for name, kind in FILES.items():
        yield f"[`{name}.yaml`](#{name}yaml)", summary_of(kind).rstrip("."), "no" if name in OPTIONAL else "yes"


def vocabulary_blocks(described: set[Kind]) -> Iterator[str]:
    """The vocabularies, and which keys take their terms from them."""
    yield VOCABULARIES
    yield from describe(Term, "#### Term\n", described)
    file = FRAMEWORK / "vocabularies.yaml"
    yield from example(first_key(file), [file])
    yield from example("statistics", [file])
    uses: dict[str, list[str]] = {}
    for kind in sorted(described, key=lambda each: each.__name__):
        for vocabulary, key in vocabulary_uses(kind):
            uses.setdefault(vocabulary, []).append(f"`{key}` of {kind.__name__}")
    yield table(("vocabulary", "used by"), [(f"`{name}`", ", ".join(uses[name])) for name in sorted(uses)])


def weight_blocks() -> Iterator[str]:
    """Examples that name nodes of the shipped framework."""
    dimension, indicator = FRAMEWORK.joinpath("legal.yaml"), "legal.sso"
    if f"id: {indicator}\n" not in dimension.read_text(encoding="utf-8"):
        sys.exit(f"the example of weights names {indicator}, which is not there any more")
    yield from fenced(f"# weights\nlegal: 2\n{indicator}: 0.5")
    yield from fenced(f"# a plan\n{indicator}: 3")


def table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [heads, tuple("---" for _ in heads), *(tuple(cell.replace("|", "\\|") for cell in row) for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    main()
