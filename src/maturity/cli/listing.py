"""`maturity list`: the countries, frameworks, tables and groups that there are."""

import argparse
from collections.abc import Iterator

from maturity.catalog import Catalog, find_hidden
from maturity.cli.choices import chosen_catalogs
from maturity.cli.console import explained, print_result, terminal_width, wants_colour
from maturity.cli.data_folders import RatedFrameworks, data_named
from maturity.fact_tables import TABLES, FactTable
from maturity.framework import Framework
from maturity.groups import GroupSource
from maturity.language.phrases import say
from maturity.profile import Profile
from maturity.reading import load_country, load_framework, load_groups
from maturity.render.terminal import render_terminal
from maturity.report.page import Block, Column, Heading, Listing, Page, Table
from maturity.report.score_blocks import coverage_words
from maturity.scoring import Assessment, assess


def run(options: argparse.Namespace) -> None:
    """Print the list."""
    with explained():
        blocks = tuple(_LISTS[options.what](options))
    page = Page(language="en", blocks=blocks)
    print_result(render_terminal(page, width=terminal_width(), colour=wants_colour()))


def _countries(options: argparse.Namespace) -> Iterator[Block]:
    """What each country's profile holds, and how much of each dimension is rated."""
    catalogs = chosen_catalogs(options)
    assessments = list(_assessments(catalogs))
    heads = ("Code", "Wave", "Country", "Records", "Sources", "Errata", "Coverage", "Stage")
    numbers = ("Wave", "Records", "Sources", "Errata", "Coverage")
    yield Table(
        caption="Countries",
        columns=tuple(Column(head=head, number=head in numbers) for head in heads),
        rows=tuple(_country_row(each) for each in assessments),
    )
    for framework in dict.fromkeys(each.framework.id for each in assessments):
        yield _coverage([each for each in assessments if each.framework.id == framework])
    yield from _hidden(catalogs, "countries")


def _assessments(catalogs: tuple[Catalog, ...]) -> Iterator[Assessment]:
    """Every wave of every country, by the framework that it is rated against."""
    frameworks = RatedFrameworks(catalogs)
    for code, wave in sorted({each for catalog in catalogs for each in catalog.waves()}):
        [folder] = data_named(f"{code}@{wave}", catalogs)
        framework = frameworks.of(folder)
        yield assess(load_country(code, wave=wave, framework=framework, catalogs=catalogs, languages=()), framework)


def _coverage(assessments: list[Assessment]) -> Table:
    """How much of each dimension is rated in countries that share a framework."""
    dimensions = [each.id for each in assessments[0].framework.dimensions]
    return Table(
        caption="Coverage by dimension",
        columns=(Column(head="Coverage"), *(Column(head=each, number=True) for each in dimensions)),
        rows=tuple(
            (each.profile.code, *(coverage_words(each.score(id), "en") for id in dimensions)) for each in assessments
        ),
    )


def _hidden(catalogs: tuple[Catalog, ...], folder: str) -> Iterator[Block]:
    """What several catalogs hold, and which of them counts."""
    rows = tuple(
        (each.name, each.used.name, each.unused.name) for each in find_hidden(catalogs) if each.steps[0] == folder
    )
    if rows:
        heads = ("In several catalogs", "Read from", "Not from")
        yield Table(caption="In several catalogs", columns=tuple(Column(head=each) for each in heads), rows=rows)


def _country_row(assessment: Assessment) -> tuple[str, ...]:
    profile = assessment.profile
    coverage = coverage_words(assessment.overall, "en")
    records = sum(1 for _ in profile.records())
    counts = (str(records), str(len(profile.sources)), str(len(profile.errata)), coverage)
    return (profile.code, str(profile.wave), profile.names.en, *counts, profile.status.stage)


def _frameworks(options: argparse.Namespace) -> Iterator[Block]:
    catalogs = chosen_catalogs(options)
    ids = sorted({id for catalog in catalogs for id in catalog.framework_ids()})
    found = [load_framework(id, catalogs=catalogs, languages=()) for id in ids]
    yield Table(
        caption="Frameworks",
        columns=(
            Column(head="Id", whole=True),
            Column(head="Version"),
            Column(head="Title", share=2),
            Column(head="Dimensions", number=True),
            Column(head="Indicators", number=True),
        ),
        rows=tuple(
            (each.id, each.version, str(each.title), str(len(each.dimensions)), str(len(each.indicators)))
            for each in found
        ),
    )
    yield from _hidden(catalogs, "frameworks")


def _tables(options: argparse.Namespace) -> Iterator[Block]:
    """Each table with the share of its rows that each country fills, and where one looked for the rest."""
    catalogs = chosen_catalogs(options)
    framework = load_framework(catalogs=catalogs, languages=())
    waves = sorted({each for catalog in catalogs for each in catalog.waves()})
    profiles = [load_country(code, wave=wave, catalogs=catalogs, languages=()) for code, wave in waves]
    yield Table(
        caption="Tables",
        columns=(Column(head="Id", whole=True), Column(head="Table"), Column(head="In the study")),
        rows=tuple((each.id, say(f"table.{each.id}", "en"), each.in_study) for each in TABLES),
    )
    yield Table(
        caption="Rows that each country fills",
        columns=(
            Column(head="Id", whole=True),
            *(Column(head=_name(each, profiles), number=True) for each in profiles),
        ),
        rows=tuple((each.id, *_filled(each, framework, profiles)) for each in TABLES),
    )
    for profile in profiles:
        yield Heading(text=f"Where one looked for what is empty: {profile.names.en} {profile.wave}", depth=3)
        yield Listing(
            items=tuple(
                (f"{each.table} {', '.join(each.rows)}".strip(), str(each.searched)) for each in profile.unknown
            )
        )


def _groups(options: argparse.Namespace) -> Iterator[Block]:
    """Each group with its members that have a profile, and the list that it comes from."""
    catalogs = chosen_catalogs(options)
    there = {code for catalog in catalogs for code, _ in catalog.waves()}
    groups = load_groups(catalogs=catalogs)
    yield Table(
        caption="Groups of countries",
        columns=(
            Column(head="Id", whole=True),
            Column(head="Group", share=2),
            Column(head="Members", number=True),
            Column(head="Here"),
            Column(head="As of", whole=True),
        ),
        rows=tuple(
            (each.id, str(each.label), str(len(each.members)), ", ".join(sorted(there & {*each.members})), each.as_of)
            for each in groups
        ),
    )
    yield Listing(items=tuple((each.id, "; ".join(map(_group_source, each.sources))) for each in groups))


def _group_source(source: GroupSource) -> str:
    return f"{source.title} ({source.publisher}) {source.url}"


_LISTS = {"countries": _countries, "frameworks": _frameworks, "tables": _tables, "groups": _groups}


def _filled(table: FactTable, framework: Framework, profiles: list[Profile]) -> list[str]:
    found = [table.records_of(each, framework) for each in profiles]
    terms = table.terms(framework, found)
    return [f"{sum(term in each for term in terms)}/{len(terms)}" for each in found]


def _name(profile: Profile, profiles: list[Profile]) -> str:
    """The code, with the wave where a country has several."""
    waves = [each.wave for each in profiles if each.code == profile.code]
    return profile.code if len(waves) == 1 else f"{profile.code} {profile.wave}"
