"""What is shipped: every framework and every country, so that each is a case of the contracts."""

from functools import cache
from pathlib import Path

from maturity.catalog import list_catalogs
from maturity.framework import Framework
from maturity.profile import Profile
from maturity.reading import load_country, load_framework

ROOT = Path(__file__).parents[2]
STUDY = ROOT.parent / "shared" / "study" / "france-case-study.txt"

CATALOG = list_catalogs()[-1]
FRAMEWORKS = CATALOG.framework_ids()
WAVES = CATALOG.waves()


@cache
def framework(id: str = "digital-social-security") -> Framework:
    return load_framework(id, catalogs=[CATALOG])


@cache
def country(code: str, wave: int) -> Profile:
    return load_country(code, wave=wave, framework=framework(), catalogs=[CATALOG])
