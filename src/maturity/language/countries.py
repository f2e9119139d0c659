"""Names of the countries of ISO 3166-1 in English, Chinese and French.

The data stand in `countries.json`, which `scripts/write_country_names.py` takes from CLDR.
"""

import json
from importlib.resources import files


def country_names() -> dict[str, dict[str, str]]:
    """Names by language (`en`, `zh`, `fr`), by alpha-3 code.

    >>> country_names()["DNK"]["fr"]
    'Danemark'
    """
    text = files("maturity.language").joinpath("countries.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = json.loads(text)
    return found
