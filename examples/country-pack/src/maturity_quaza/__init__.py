"""A catalog of one invented country, which maturity finds by the entry point `maturity.catalogs`."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def catalog() -> Traversable:
    """The folder that holds `countries/` and `cases/`."""
    return files(__name__)
