"""Records in one line each, with the place they come from."""

from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch

from attrs import fields, frozen

from maturity.dates import Date
from maturity.framework import Framework
from maturity.language.calendar import written
from maturity.language.loci import locus
from maturity.language.numbers import difference, listed, number
from maturity.language.phrases import say
from maturity.language.units import measured
from maturity.profile import Profile
from maturity.records.context import Branch
from maturity.records.findings import Lesson, Milestone, Programme
from maturity.records.front_end import Portal
from maturity.records.governance import Coordination, Institution
from maturity.records.legal import LegalAct, Platform
from maturity.records.record import Record
from maturity.records.rows import Row
from maturity.records.skills import Activity
from maturity.records.sources import Source
from maturity.records.statistics import Statistic
from maturity.text import Text


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

    def name(self, id: str) -> str:
        """What the thing with that id is called."""
        return self.brief(self.records[id])

    def names(self, ids: Iterable[str]) -> str:
        """The names of several things as a running list."""
        return listed([self.name(each) for each in ids], self.language)

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
        return self.say("parentheses", text=_figure(record, self), inside=self.time(record))

    def brief(self, record: Record) -> str:
        """A record's name where it has one, else what it says."""
        name = getattr(record, "name", None)
        return self.text(name) if isinstance(name, Text) else self.line(record)

    def reference(self, record: Record) -> str:
        """Where a record stands: source, place, and what the source rests on there."""
        reference = say(
            "reference", self.language, source=self.short(self.sources[record.source]), locus=self.place(record.locus)
        )
        if record.cites:
            cites = listed([self.short(self.sources[each]) for each in record.cites], self.language)
            reference = say("reference.cites", self.language, reference=reference, cites=cites)
        if record.carried_from is None:
            return reference
        return say("reference.carried", self.language, reference=reference, wave=record.carried_from)

    def short(self, source: Source) -> str:
        """A source as running text cites it."""
        if source.short:
            return source.short
        year = f" {source.published[:4]}" if source.published else ""
        return f"{source.publisher}{year}"

    def cited(self, record: Record) -> str:
        """What a record says, with where it stands behind."""
        return self.say("parentheses", text=self.line(record), inside=self.reference(record))


@singledispatch
def _line(record: Record, teller: Teller) -> str:
    text = getattr(record, "text", None)
    return teller.text(text) if isinstance(text, Text) else record.id


@_line.register
def _(record: Statistic, teller: Teller) -> str:
    label = teller.term("statistics", record.statistic)
    subject = teller.say("parentheses", text=label, inside=teller.name(record.scope)) if record.scope else label
    return teller.labelled(subject, teller.figure(record))


@_line.register
def _(record: Row, teller: Teller) -> str:
    answer = say(f"answer.{record.answer}", teller.language)
    row = say("row", teller.language, row=_row_label(record, teller), answer=answer)
    things = teller.names(item.of for item in record.items)
    return teller.say("parentheses", text=row, inside=things) if things else row


@_line.register
def _(record: LegalAct, teller: Teller) -> str:
    name = teller.text(record.name)
    if not record.year:
        return name
    return teller.say("parentheses", text=name, inside=teller.date(Date(str(record.year))))


@_line.register
def _(record: Institution, teller: Teller) -> str:
    name = teller.text(record.name)
    if not record.roles:
        return name
    return teller.labelled(name, teller.text(record.roles[0].text))


@_line.register
def _(record: Coordination, teller: Teller) -> str:
    head = [
        teller.term("coordination-matrices", record.matrix),
        teller.term("coordination-levels", record.level),
        teller.term("coordination-scopes", record.scope),
    ]
    return teller.labelled(listed(head, teller.language), teller.names(record.bodies))


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
    name = teller.text(record.name)
    said = [*record.coverage, *record.benefits]
    return teller.labelled(name, teller.text(said[0])) if said else name


@_line.register
def _(record: Lesson, teller: Teller) -> str:
    return teller.text(record.title)


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
