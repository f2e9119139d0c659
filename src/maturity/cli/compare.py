"""`maturity compare`: countries side by side."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import evolve

from maturity.catalog import Catalog
from maturity.cli.arguments import CHART_FORMATS, DATA_FORMATS
from maturity.cli.choices import chosen_catalogs, chosen_country, chosen_format, chosen_framework, framework_for, spoken
from maturity.cli.console import CommandError, explained
from maturity.cli.pages import show_page, show_text
from maturity.comparison import Comparison, GroupMembers, compare, repeated_waves
from maturity.country_name import CountryWave, parse_country_name
from maturity.files.faults import did_you_mean
from maturity.framework import ROOT, Framework
from maturity.groups import Group
from maturity.reading import check_dimension, load_groups
from maturity.report.compare_page import SCORES, TABLE_IDS, compare_page
from maturity.scoring import Assessment, assess


def run(options: argparse.Namespace) -> None:
    """Print or write the comparison."""
    form = chosen_format(options)
    tables = _tables(options.table)
    with explained():
        catalogs = chosen_catalogs(options)
        known = {each.id: each for each in load_groups(catalogs=catalogs)}
        framework = _framework(options, catalogs, known)
        check_dimension(options.dimension, framework)
        reader = _Reader(framework, catalogs, options.lang)
        comparison = _compared(reader, options, known)
        if options.only_common:
            comparison = comparison.on_common_indicators()
        if options.base:
            comparison = evolve(comparison, base=_base(options.base, comparison, reader))
    if options.sort:
        comparison = comparison.sort(_sort_node(options.sort, comparison))
    if form in DATA_FORMATS:
        show_text(_render_data(comparison, tables, form, options), options)
        return
    page = compare_page(
        comparison,
        tables=tables,
        language=options.lang,
        dimension=options.dimension,
        with_ranks=options.ranks,
        with_charts=form in CHART_FORMATS,
    )
    show_page(page, form, options)


def _compared(reader: "_Reader", options: argparse.Namespace, known: dict[str, Group]) -> Comparison:
    asked = [known[each.lower()] for each in options.countries if each.lower() in known]
    named = [each for each in options.countries if each.lower() not in known]
    countries = [reader.assessed(each) for each in named]
    there = {each.profile.code for each in countries}
    for group in asked:
        others = [each for each in reader.members(group, countries) if each.profile.code not in there]
        countries += others
        there |= {each.profile.code for each in others}
    repeated = repeated_waves([each.profile for each in countries])
    if repeated:
        raise CommandError(f"maturity: named more than once: {', '.join(repeated)}", exit_code=2)
    if not countries:
        names = ", ".join(each.id for each in asked)
        raise CommandError(f"maturity: no member of {names} has a profile in the catalogs", exit_code=2)
    groups = [*asked, *(each for each in _groups(options.group, known) if each not in asked)]
    members = [GroupMembers(group=each, assessments=reader.members(each, countries)) for each in groups]
    return compare(countries, groups=members)


def _framework(options: argparse.Namespace, catalogs: tuple[Catalog, ...], known: dict[str, Group]) -> Framework:
    """The one that was chosen, else that of the first country named."""
    languages = spoken(options.lang)
    first = next((each for each in options.countries if each.lower() not in known), None)
    if first is None:
        return chosen_framework(options.framework, catalogs, languages=languages)
    return framework_for(first, options.framework, catalogs, languages=languages)


class _Reader:
    """Reads and assesses countries, each once."""

    def __init__(self, framework: Framework, catalogs: Sequence[Catalog], language: str) -> None:
        self.framework = framework
        self.catalogs = tuple(catalogs)
        self.languages = spoken(language)
        self.found: dict[CountryWave | Path, Assessment] = {}

    def assessed(self, name: str) -> Assessment:
        """The country that *name* stands for, assessed."""
        named = parse_country_name(name)
        if named not in self.found:
            profile = chosen_country(name, self.framework, self.catalogs, languages=self.languages)
            self.found[named] = assess(profile, self.framework)
        return self.found[named]

    def members(self, group: Group, compared: Sequence[Assessment]) -> tuple[Assessment, ...]:
        """The members that have a profile, in the order of their codes: as *compared*, else of their newest wave."""
        there = {each.profile.code: each for each in sorted(compared, key=lambda each: each.profile.wave)}
        codes = there.keys() | {code for catalog in self.catalogs for code, _ in catalog.waves()}
        return tuple(there.get(each) or self.assessed(each) for each in sorted(codes & set(group.members)))


def _groups(chosen: str | None, known: dict[str, Group]) -> Iterator[Group]:
    for name in (each.strip().lower() for each in (chosen or "").split(",")):
        if name and name not in known:
            hint = did_you_mean(name, known) or "groups: " + ", ".join(known)
            raise CommandError(f"maturity: unknown group '{name}' ({hint})", exit_code=2)
        if name:
            yield known[name]


def _render_data(comparison: Comparison, tables: tuple[str, ...], form: str, options: argparse.Namespace) -> str:
    """The comparison as data; the packages of that are imported only when it is asked for."""
    from maturity.render.data_files import render_cells_csv, render_cells_tsv, render_compared_json
    from maturity.report.compared_data import compared_data

    data = compared_data(
        comparison, tables=tables, language=options.lang, dimension=options.dimension, with_ranks=options.ranks
    )
    if form == "json":
        return render_compared_json(data)
    return (render_cells_csv if form == "csv" else render_cells_tsv)(data.cells)


def _sort_node(name: str, comparison: Comparison) -> str:
    nodes = list(comparison.framework.node_ids())
    if name not in nodes:
        dimensions = [each.id for each in comparison.framework.dimensions]
        hint = did_you_mean(name, nodes) or ", ".join([ROOT, *dimensions])
        raise CommandError(f"maturity: nothing to sort by is called '{name}' ({hint})", exit_code=2)
    return name


def _base(name: str, comparison: Comparison, reader: _Reader) -> Assessment:
    named = parse_country_name(name)
    if isinstance(named, Path):
        profile = reader.assessed(name).profile
        named = CountryWave(code=profile.code, wave=profile.wave)
    for each in comparison.assessments:
        if named.matches(each.profile.code, each.profile.wave):
            return each
    compared = ", ".join(f"{each.profile.code}@{each.profile.wave}" for each in comparison.assessments)
    raise CommandError(f"maturity: the base '{name}' is not among the countries compared ({compared})", exit_code=2)


def _tables(chosen: str | None) -> tuple[str, ...]:
    if chosen is None:
        return (SCORES,)
    if chosen == "all":
        return TABLE_IDS
    names = tuple(each.strip() for each in chosen.split(",") if each.strip())
    for each in names:
        if each not in TABLE_IDS:
            hint = did_you_mean(each, TABLE_IDS) or "tables: all, " + ", ".join(TABLE_IDS)
            raise CommandError(f"maturity: unknown table '{each}' ({hint})", exit_code=2)
    return names
