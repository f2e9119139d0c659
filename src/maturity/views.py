"""A result as it is shown; how to make one is looked up when it is asked for, so that results know no formats."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from attrs import frozen


@frozen(kw_only=True)
class View:
    """A result made ready to look at: HTML for a notebook, text for a prompt."""

    html: str
    text: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return self.text


def look_up(name: str) -> Callable[..., Any]:
    """The function of `maturity.notebook` with that name."""
    found: Callable[..., Any] = getattr(import_module("maturity.notebook"), name)
    return found
