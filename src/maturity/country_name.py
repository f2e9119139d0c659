"""What names a country: a code, with or without a wave, or a path to where its profile stands."""

import re
from pathlib import Path

from attrs import field, frozen

from maturity.problems import UnknownNameError
from maturity.profile import COUNTRY_CODE


@frozen(kw_only=True)
class CountryWave:
    """A country by its code; the newest wave where none is named."""

    code: str = field(eq=str.upper, metadata={"doc": "As it was written: in any case, and known or not."})
    wave: int | None = None

    def matches(self, code: str, wave: int) -> bool:
        """Whether this names the profile of *code* and *wave*."""
        return self.code.upper() == code and self.wave in (None, wave)


def parse_country_wave(name: str) -> CountryWave:
    """The country and the wave that `FRA` or `fra@2022` names.

    Raises:
        UnknownNameError: What stands behind the sign is no year.
    """
    code, _, wave = name.partition("@")
    if wave and not re.fullmatch("[0-9]{1,4}", wave):
        raise UnknownNameError(f"'{name}' names no wave: write it as {code.upper()}@2022")
    return CountryWave(code=code, wave=int(wave) if wave else None)


def parse_country_name(name: str) -> CountryWave | Path:
    """What *name* stands for; what could be a code and a path is a code.

    Raises:
        UnknownNameError: It is a code with what is no year.
    """
    bears_code = re.fullmatch(COUNTRY_CODE, name.partition("@")[0].upper()) is not None
    if is_path(name) or (not bears_code and Path(name).exists()):
        return Path(name)
    return parse_country_wave(name)


def is_path(name: str) -> bool:
    """Whether *name* can be nothing but a path: the ids of frameworks and the codes of countries look otherwise."""
    return "/" in name or "\\" in name or name.startswith(".") or Path(name).suffix.lower() in (".json", ".xlsx")
