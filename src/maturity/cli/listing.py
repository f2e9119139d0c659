"""`maturity list`: the countries, frameworks and tables that there are."""

import argparse

from maturity.cli.choices import chosen_catalogs
from maturity.cli.console import explained, print_result, terminal_width, wants_colour
from maturity.fact_tables import TABLES
from maturity.language.numbers import percent
from maturity.language.phrases import say
from maturity.profile import Profile
from maturity.reading import load_country, load_framework
from maturity.render.terminal import render_terminal
from maturity.report.page import Column, Page, Table
from maturity.scoring import assess


def run(options: argparse.Namespace) -> None:
    """Print the list."""
    with explained():
        table = {"countries": _countries, "frameworks": _frameworks, "tables": _tables}[options.what](options)
    page = Page(language="en", blocks=(table,))
    print_result(render_terminal(page, width=terminal_width(), colour=wants_colour()))


def _countries(options: argparse.Namespace) -> Table:
    catalogs = chosen_catalogs(options)
    framework = load_framework(catalogs=catalogs, languages=())
    rows = []
    for code, wave in sorted({each for catalog in catalogs for each in catalog.waves()}):
        profile = load_country(code, wave=wave, framework=framework, catalogs=catalogs, languages=())
        rows.append(_country_row(profile, assess(profile, framework).overall.coverage))
    heads = ("Code", "Wave", "Country", "Records", "Sources", "Errata", "Coverage", "Stage")
    numbers = ("Wave", "Records", "Sources", "Errata", "Coverage")
    columns = tuple(Column(head=head, number=head in numbers) for head in heads)
    return Table(caption="Countries", columns=columns, rows=tuple(rows))


def _country_row(profile: Profile, coverage: float) -> tuple[str, ...]:
    records = sum(1 for _ in profile.records())
    counts = (str(records), str(len(profile.sources)), str(len(profile.errata)), percent(coverage, "en"))
    return (profile.code, str(profile.wave), profile.names.en, *counts, profile.status.stage)


def _frameworks(options: argparse.Namespace) -> Table:
    catalogs = chosen_catalogs(options)
    ids = sorted({id for catalog in catalogs for id in catalog.framework_ids()})
    found = [load_framework(id, catalogs=catalogs, languages=()) for id in ids]
    return Table(
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


def _tables(options: argparse.Namespace) -> Table:
    """Each table with the share of its rows that each country fills."""
    catalogs = chosen_catalogs(options)
    framework = load_framework(catalogs=catalogs, languages=())
    waves = sorted({each for catalog in catalogs for each in catalog.waves()})
    profiles = [load_country(code, wave=wave, catalogs=catalogs, languages=()) for code, wave in waves]
    rows = []
    for table in TABLES:
        found = [table.records_of(each) for each in profiles]
        terms = table.terms(framework, found)
        filled = [f"{sum(term in each for term in terms)}/{len(terms)}" for each in found]
        rows.append((table.id, table.in_study, say(f"table.{table.id}", "en"), *filled))
    return Table(
        caption="Tables",
        columns=(
            Column(head="Id", whole=True),
            Column(head="In the study"),
            Column(head="Table", share=2),
            *(Column(head=f"{each.code} {each.wave}", number=True) for each in profiles),
        ),
        rows=tuple(rows),
    )
