"""What reading profiles costs beyond parsing their bytes, and what many of them take of memory."""

import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle, islice, product
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

import yaml

from maturity.cli import main as maturity
from maturity.files.profile_files import FILES
from maturity.reading import load_framework, read_country
from maturity.text import LANGUAGES
from measuring import Measured, Memory, peak, reset_peak, run_in_turn

COUNTRIES = Path(__file__).resolve().parents[1] / "countries"
PROFILES = 200
RUNS = 25


def measure_reading() -> list[Measured]:
    """Reading and checking against the bare parse, with the translations and without."""
    return [
        _measure("France", "fra", languages=()),
        _measure("China", "chn", languages=()),
        _measure("France, in three languages", "fra", languages=LANGUAGES),
        _measure("China, in three languages", "chn", languages=LANGUAGES),
    ]


def _measure(what: str, code: str, *, languages: tuple[str, ...]) -> Measured:
    framework = load_framework(languages=())
    folder = COUNTRIES / code / "2022"
    names = [f"{name}.yaml" for name in (*FILES, *languages)]
    contents = [file.read_bytes() for name in names if (file := folder / name).is_file()]

    def parse() -> None:
        for content in contents:
            yaml.load(content, Loader=yaml.CSafeLoader)

    seconds, least = run_in_turn(lambda: read_country(folder, framework=framework, languages=languages), parse, RUNS)
    against = "PyYAML's C parser on the same bytes"
    return Measured(what=f"{what}, read and checked", against=against, seconds=seconds, least=least, bar=1)


def measure_reading_memory() -> Memory:
    """What checking many profiles takes beyond what the process began with, against the largest of them alone."""
    many, one = (_in_child(count) for count in (PROFILES, 1))
    against = "the largest of them"
    return Memory(what=f"`maturity check` of {PROFILES} profiles", against=against, peak=many, least=one, bar=2)


def _in_child(count: int) -> float:
    done = subprocess.run([sys.executable, __file__, str(count)], capture_output=True, check=True)
    grown: float = json.loads(done.stdout.splitlines()[-1])
    return grown


def main() -> None:
    """In a process of its own: check so many profiles, and print what it took."""
    folders = sorted(COUNTRIES.glob("*/2022"), key=_size, reverse=True)
    with TemporaryDirectory() as home:
        for folder, code in islice(zip(cycle(folders), _codes(), strict=False), int(sys.argv[1])):
            _copy(folder, Path(home, "countries", code.lower(), "2022"), code)
        reset_peak()
        before = peak()
        if maturity(["check", home]) != 0:
            sys.exit("the copies have errors")
        sys.stdout.write(f"{json.dumps(peak() - before)}\n")


def _codes() -> Iterator[str]:
    return ("".join(letters) for letters in product("QRSTUVWXYZ", repeat=3))


def _copy(folder: Path, to: Path, code: str) -> None:
    """The same profile under another code."""
    copytree(folder, to)
    profile = to / "profile.yaml"
    text = profile.read_text(encoding="utf-8")
    old = folder.parent.name.upper()
    profile.write_text(text.replace(f"code: {old}\n", f"code: {code}\n", 1), encoding="utf-8")


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.glob("*.yaml"))


if __name__ == "__main__":
    main()
