"""Writes src/maturity/language/countries.json: the names of the countries of ISO 3166-1, from CLDR through Babel.

Needs Babel, which nothing else does: `pip install babel`. The names are CLDR's, except where `CHOSEN` says otherwise.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.core import get_global

TARGET = Path(__file__).resolve().parents[1] / "src" / "maturity" / "language" / "countries.json"
LOCALES = {"en": "en", "zh": "zh_Hans", "fr": "fr"}

WITHDRAWN = {"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"}
"""Codes of former states that CLDR maps to one of today's."""

NOT_ISO = {"AC", "CP", "DG", "EU", "TA", "XA", "XB", "XK", "ZZ"}
"""Codes of CLDR that ISO 3166-1 does not assign."""

CHOSEN = {
    "HKG": {"zh": "中国香港特别行政区"},
    "MAC": {"zh": "中国澳门特别行政区"},
    "PSE": {"en": "Palestine", "zh": "巴勒斯坦", "fr": "Palestine"},
    "TWN": {"en": "Taiwan, Province of China", "zh": "中国台湾省", "fr": "Taïwan, Province de Chine"},
}
"""Names as the United Nations and the audience in China write them, whatever CLDR has."""


def main() -> None:
    """Write the file."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    lines = [f"{json.dumps(code)}: {json.dumps(names, ensure_ascii=False)}" for code, names in list_names()]
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")


def list_names() -> Iterator[tuple[str, dict[str, str]]]:
    """Alpha-3 code and names by language, in order of the code."""
    territories = {language: Locale.parse(locale).territories for language, locale in LOCALES.items()}
    for alpha3, aliases in sorted(get_global("territory_aliases").items()):
        if len(alpha3) == 3 and alpha3.isalpha() and alpha3 not in WITHDRAWN and len(aliases) == 1:
            alpha2 = aliases[0]
            if alpha2 in territories["en"] and alpha2 not in NOT_ISO:
                names = {language: found[alpha2] for language, found in territories.items()}
                yield alpha3, {**names, **CHOSEN.get(alpha3, {})}


if __name__ == "__main__":
    main()
