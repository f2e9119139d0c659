"""Records in one line each, with the place they come from."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, singledispatch

from attrs import fields, frozen

from maturity.dates import Date
from maturity.framework import Framework
from maturity.language.calendar import written
from maturity.language.lists import listed, run_on
from maturity.language.loci import locus
from maturity.language.numbers import difference, number
from maturity.language.phrases import say
from maturity.language.units import measured
from maturity.profile import Profile
from maturity.records.back_end import Standard
from maturity.records.context import Branch
from maturity.records.findings import Lesson, Milestone, Programme
from maturity.records.front_end import Portal
from maturity.records.governance import Coordination, Institution, Role
from maturity.records.legal import LegalAct, Platform
from maturity.records.record import Record
from maturity.records.rows import Row
from maturity.records.skills import Activity
from maturity.records.sources import Source
from maturity.records.statistics import Statistic
from maturity.text import Text

_IN_CITED = re.compile(r"(.+?),? of the \w+ cited")
_IN_BRACKETS = re.compile(r"(.+) \((.+)\)")


@frozen
class Teller:
    """Tells the facts of one profile in one language."""

    language: str
    framework: Framework
    sources: dict[str, Source]
    records: dict[str, Record]
    row_vocabularies: dict[str, str]

    @classmethod
    def of(cls, profile: Profile, framework: Framework, language: str) -> "Teller":
        """A teller of *profile*'s facts."""
        sources = {each.id: each for each in profile.sources}
        records = {each.id: each for each in profile.records()}
        return cls(language, framework, sources, records, dict(_row_vocabularies(profile)))

    def text(self, text: Text) -> str:
        """A text in the teller's language."""
        return text.in_language(self.language)

    def say(self, key: str, **values: object) -> str:
        """A fixed phrase in the teller's language."""
        return say(key, self.language, **values)

    def number(self, value: float, *, decimals: int | None = None) -> str:
        """A number as the teller's language writes it."""
        return number(value, self.language, decimals=decimals)

    def difference(self, value: float, *, decimals: int) -> str:
        """A difference with its sign, as the teller's language writes it."""
        return difference(value, self.language, decimals=decimals)

    def labelled(self, label: str, text: str) -> str:
        """*label*: *text*, with the language's colon."""
        return self.say("labelled", label=label, text=text)

    def beside(self, text: str, inside: str) -> str:
        """*text* (*inside*), with the language's brackets."""
        return self.say("parentheses", text=text, inside=inside)

    def name(self, id: str) -> str:
        """What the thing with that id is called."""
        return self.brief(self.records[id])

    def names(self, ids: Iterable[str]) -> str:
        """The names of several things as a running list."""
        return listed([self.name(each) for each in ids], self.language)

    def bodies(self, record: Coordination) -> str:
        """Who stands in a cell of a coordination matrix; a list that its source leaves open ends with *etc.*."""
        return listed([self.name(each) for each in record.bodies], self.language, is_open=record.open)

    def term(self, vocabulary: str, id: str) -> str:
        """The label of a vocabulary's term."""
        return self.text(self.framework.vocabulary(vocabulary).term(id).label)

    def line(self, record: Record) -> str:
        """What a record says, in one line."""
        return _line(record, self)

    def place(self, text: str) -> str:
        """A locus as the teller's language names it."""
        return locus(text, self.language)

    def listed(self, items: Sequence[str]) -> str:
        """Items as a running list."""
        return listed(items, self.language)

    def date(self, date: Date) -> str:
        """A date as the teller's language writes it."""
        return written(date, self.language)

    def time(self, record: Statistic) -> str:
        """The month or day that a figure is of, else its year."""
        return self.date(record.as_of or Date(str(record.year)))

    def figure(self, record: Statistic) -> str:
        """A figure with its unit and its time."""
        return self.beside(_figure(record, self), self.time(record))

    def brief(self, record: Record) -> str:
        """A record's name where it has one, else what it says."""
        name = getattr(record, "name", None)
        return self.text(name) if isinstance(name, Text) else self.line(record)

    def reference(self, record: Record) -> str:
        """Where a record stands: source, place, and what the source rests on there."""
        place = (record.source, record.locus, record.cites, record.carried_from)
        if place not in self._worded:  # of hundreds of countries, the same places are cited again and again
            self._worded[place] = self._reference(record, record)
        return self._worded[place]

    @cached_property
    def _worded(self) -> dict[tuple[object, ...], str]:
        return {}

    def _reference(self, record: Record, at: Record | Role) -> str:
        """Where *record* says what it says *at* one of its places."""
        sources, place, cites = self._sources_at(record.source, at)
        language = self.language
        reference = say("reference", language, source=self.shorts(sources), locus=locus(place, language))
        if cites:
            reference = self.say("reference.cites", reference=reference, cites=self.shorts(cites))
        if record.carried_from is None:
            return reference
        return self.say("reference.carried", reference=reference, wave=record.carried_from)

    def _sources_at(self, source: str, at: Record | Role) -> tuple[Sequence[str], str, Sequence[str]]:
        """Sources, place in them, and what they rest on.

        A place may name other sources, `law-a, law-b: §5`, or be in the one that is cited:
        `page as a whole, of the page cited`.
        """
        named, colon, place = at.locus.partition(": ")
        if colon and all(each in self.sources for each in named.split(", ")):
            ids = named.split(", ")
            return ids, place, [each for each in at.cites if each not in ids]
        if len(at.cites) == 1 and (in_cited := _IN_CITED.fullmatch(at.locus)):
            return at.cites, in_cited[1], []
        return [source], at.locus, at.cites

    def shorts(self, ids: Iterable[str]) -> str:
        """Several sources as running text cites them."""
        first, *others = (self._shorts[each] for each in ids)
        return self.listed([first, *others]) if others else first

    @cached_property
    def _shorts(self) -> dict[str, str]:
        return {id: self.short(each) for id, each in self.sources.items()}

    def short(self, source: Source) -> str:
        """A source as running text cites it."""
        name = source.short
        if not name:
            name = f"{source.publisher} {source.published[:4]}" if source.published else source.publisher
        if source.kind == "interview":
            return self.place(name)
        return self.beside(*match.groups()) if name[-1] == ")" and (match := _IN_BRACKETS.fullmatch(name)) else name

    def cited(self, record: Record) -> str:
        """What a record says, with where it stands behind; of an institution each role with its own place."""
        if not isinstance(record, Institution) or not record.roles:
            return self.beside(self.line(record), self.reference(record))
        roles: dict[str, list[str]] = {}
        for each in record.roles:
            roles.setdefault(self._reference(record, each), []).append(self.text(each.text))
        said = [self.beside(self.run_on(texts), place) for place, texts in roles.items()]
        return self.labelled(self.text(record.name), self.run_on(said))

    def run_on(self, sentences: Sequence[str]) -> str:
        """Whole sentences one after another."""
        return run_on(sentences, self.language)


@singledispatch
def _line(record: Record, teller: Teller) -> str:
    text = getattr(record, "text", None) or getattr(record, "name", None)
    return teller.text(text) if isinstance(text, Text) else record.id


@_line.register
def _(record: Statistic, teller: Teller) -> str:
    label = teller.term("statistics", record.statistic)
    about = teller.beside(label, teller.name(record.scope)) if record.scope else label
    return teller.labelled(about, teller.figure(record))


@_line.register
def _(record: Row, teller: Teller) -> str:
    row = teller.say("row", row=_row_label(record, teller), answer=teller.say(f"answer.{record.answer}"))
    things = teller.names(item.of for item in record.items)
    return teller.beside(row, things) if things else row


@_line.register(LegalAct)
@_line.register(Standard)
def _(record: LegalAct | Standard, teller: Teller) -> str:
    name = teller.text(record.name)
    return teller.beside(name, teller.date(Date(str(record.year)))) if record.year else name


@_line.register
def _(record: Institution, teller: Teller) -> str:
    return _with_sentences(record, [role.text for role in record.roles], teller)


@_line.register
def _(record: Coordination, teller: Teller) -> str:
    head = [
        teller.term("coordination-matrices", record.matrix),
        teller.term("coordination-levels", record.level),
        teller.term("coordination-scopes", record.scope),
    ]
    return teller.labelled(" · ".join(head), teller.bodies(record))


@_line.register
def _(record: Milestone, teller: Teller) -> str:
    return teller.labelled(teller.date(record.when), teller.text(record.text))


@_line.register(Programme)
@_line.register(Activity)
def _(record: Programme | Activity, teller: Teller) -> str:
    return teller.labelled(teller.text(record.name), teller.text(record.text))


@_line.register
def _(record: Portal, teller: Teller) -> str:
    return teller.labelled(teller.text(record.name), teller.text(record.purpose))


@_line.register
def _(record: Platform, teller: Teller) -> str:
    name = teller.text(record.name)
    return teller.labelled(name, teller.text(record.text)) if record.text else name


@_line.register
def _(record: Branch, teller: Teller) -> str:
    said = (record.coverage, record.benefits, record.eligibility, record.financing, record.organisation)
    return _with_sentences(record, [text for texts in said for text in texts], teller)


@_line.register
def _(record: Lesson, teller: Teller) -> str:
    return teller.text(record.title)


def _with_sentences(record: Institution | Branch, sentences: Sequence[Text], teller: Teller) -> str:
    name = teller.text(record.name)
    return teller.labelled(name, teller.run_on([teller.text(each) for each in sentences])) if sentences else name


def _row_vocabularies(profile: Profile) -> Iterator[tuple[str, str]]:
    """Pairs of a row's id and the vocabulary that the rows of its table come from."""
    for section in profile.sections:
        for each in fields(type(section)):
            if "rows" in each.metadata:
                yield from ((row.id, each.metadata["rows"]) for row in getattr(section, each.name))


def _row_label(record: Row, teller: Teller) -> str:
    vocabulary = teller.row_vocabularies.get(record.id, "")
    if record.row in teller.framework.vocabulary(vocabulary):
        return teller.term(vocabulary, record.row)
    return record.row


def _figure(record: Statistic, teller: Teller) -> str:
    if record.text is not None:
        return teller.text(record.text)
    language = teller.language
    numbers = [each for each in (record.value, record.low, record.high) if each is not None]
    figure = measured(numbers, record.unit, language)
    return say("about.value", language, value=figure) if record.approximate else figure
