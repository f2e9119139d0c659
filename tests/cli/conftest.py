import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen

from maturity.cli import main

CHECKOUT = Path(__file__).parents[2]
FRANCE = CHECKOUT / "countries" / "fra" / "2022"


@frozen
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str


Maturity = Callable[..., Outcome]


@pytest.fixture
def maturity(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Maturity:
    """The command, run in this process on a terminal of 80 columns."""
    for name in ("MATURITY_PATH", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    def run(*arguments: str) -> Outcome:
        try:
            code = main(arguments)
        except SystemExit as left:
            code = int(left.code or 0)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run


def copy_france(folder: Path, code: str, *, wave: int = 2022, **changes: tuple[str, str]) -> Path:
    """France's files below *folder* as another country's; *changes* name a file and what to put for what."""
    place = folder / "countries" / code.lower() / str(wave)
    shutil.copytree(FRANCE, place)
    for path in place.glob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("ilo-fra-2022", f"study-{code.lower()}")
        if path.stem == "profile":
            text = text.replace("code: FRA", f"code: {code}").replace("wave: 2022", f"wave: {wave}")
            text = text.replace("names: {en: France,", "names: {en: Neverland,").replace(
                "local: France", "local: Neverland"
            )
        old, new = changes.get(path.stem.replace("-", "_"), ("", ""))
        assert old in text
        path.write_text(text.replace(old, new) if old else text, encoding="utf-8")
    return place


def copy_misspelt(folder: Path) -> Path:
    """France's files as XYZ's, with a problem in each of two of them."""
    ratings = ("indicator: legal.sso", "indicator: legal.sos")
    return copy_france(folder, "XYZ", ratings=ratings, legal=("kind: law", "kind: low"))


@pytest.fixture
def neighbours(tmp_path: Path) -> Path:
    """A catalog with a country that stands at level 4 wherever France stands at 2, and stood at 1 before."""
    folder = tmp_path / "neighbours"
    copy_france(folder, "XYZ", ratings=("level: 2", "level: 4"))
    copy_france(folder, "XYZ", wave=2019, ratings=("level: 2", "level: 1"))
    return folder
