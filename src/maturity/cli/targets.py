"""What a country is held against: countries, dimensions and targets that a command line names."""

import argparse

from maturity.catalog import Catalog
from maturity.cli.choices import chosen_country, named_path, spoken
from maturity.cli.console import CommandError
from maturity.framework import Framework
from maturity.scoring import Assessment, assess
from maturity.targets import Target
from maturity.weights import read_plan


def assessed(name: str, framework: Framework, catalogs: tuple[Catalog, ...], options: argparse.Namespace) -> Assessment:
    """The country that *name* stands for, assessed."""
    return assess(chosen_country(name, framework, catalogs, languages=spoken(options.lang)), framework)


def chosen_comparators(
    framework: Framework, catalogs: tuple[Catalog, ...], options: argparse.Namespace
) -> list[Assessment]:
    """The countries that `--with` names."""
    names = [each.strip() for each in (options.comparators or "").split(",") if each.strip()]
    return [assessed(each, framework, catalogs, options) for each in names]


def chosen_target(chosen: str | None, framework: Framework, others: list[Assessment]) -> Target | None:
    """The target that `--target` names; nothing where it is left out.

    Raises:
        CommandError: It needs countries that are not given, or the scale has no such level.
    """
    if chosen is None:
        return None
    if chosen in ("best", "median"):
        if not others:
            raise CommandError(f"maturity: --target {chosen} needs countries: --with DNK,AUS", exit_code=2)
        return Target.best(of=others) if chosen == "best" else Target.median(of=others)
    if chosen.removeprefix("-").isdecimal():
        levels = [each.value for each in framework.scale]
        if int(chosen) not in levels:
            raise CommandError(f"maturity: no level {chosen} (levels run {levels[0]}–{levels[-1]})", exit_code=2)
        return Target.level(int(chosen))
    return Target.plan(read_plan(named_path(chosen), framework))
