"""A walk through the main source: each of its places, with the records that carry it."""

from collections import defaultdict
from collections.abc import Iterator

from maturity.framework import Framework
from maturity.profile import Profile
from maturity.records.governance import Institution
from maturity.records.record import Record
from maturity.records.rows import Row
from maturity.records.sources import Source, StudyPlace
from maturity.report.facts import Teller
from maturity.report.page import Block, Heading, Listing, Page, Paragraph

LOCUS_JOINT = "; "


def walk_page(profile: Profile, framework: Framework, *, language: str = "en") -> Page:
    """Every place of the profile's outline, in order, with the records that carry it."""
    teller = Teller.of(profile, framework, language)
    main = main_source(profile)
    title = teller.say("walk.title", country=profile.names.in_language(language), source=teller.short(main))
    blocks: list[Block] = [Heading(text=title, depth=1), Paragraph(text=teller.say("walk.about"))]
    carried = carried_places(profile)
    part = ""
    for place in profile.outline:
        if part_of(place.locus) != part:
            part = part_of(place.locus)
            blocks.append(Heading(text=teller.place(part), depth=2))
        blocks += _place_blocks(place, carried.get(place.locus, []), teller)
    return Page(language=language, blocks=tuple(blocks))


def main_source(profile: Profile) -> Source:
    """The source that the outline follows: the one that most records stand in."""
    counts: defaultdict[str, int] = defaultdict(int)
    for record in profile.records():
        counts[record.source] += 1
    return profile.source(max(counts, key=lambda id: counts[id]))


def carried_places(profile: Profile) -> dict[str, list[Record]]:
    """The records of each place, in the profile's order; an institution stands at the places of its roles too."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in profile.records():
        for locus in dict.fromkeys(_loci(record)):
            found[locus].append(record)
    return dict(found)


def part_of(locus: str) -> str:
    """The section or table that a place belongs to: `§5`, `Table 10`, `footnote`."""
    words = locus.split(" ")
    return " ".join(words[:2]) if words[0] in ("Table", "Front") else words[0]


def _loci(record: Record) -> Iterator[str]:
    yield from record.locus.split(LOCUS_JOINT)
    if isinstance(record, Institution):
        for role in record.roles:
            yield from role.locus.split(LOCUS_JOINT)


def _place_blocks(place: StudyPlace, records: list[Record], teller: Teller) -> Iterator[Block]:
    yield Heading(text=teller.labelled(teller.place(place.locus), teller.text(place.about)), depth=3)
    if records:
        yield Listing(items=tuple((each.id, _line_at(each, place.locus, teller)) for each in records))
    elif place.no_record:
        yield Paragraph(text=teller.text(place.no_record), note=True)


def _line_at(record: Record, locus: str, teller: Teller) -> str:
    if isinstance(record, Row):
        said = [teller.labelled(teller.name(each.of), teller.text(each.text)) for each in record.items if each.text]
        return teller.run_on([teller.line(record), *said, *([teller.text(record.text)] if record.text else [])])
    if isinstance(record, Institution):
        roles = [teller.text(role.text) for role in record.roles if locus in role.locus.split(LOCUS_JOINT)]
        return teller.labelled(teller.text(record.name), teller.run_on(roles)) if roles else teller.text(record.name)
    return teller.line(record)
