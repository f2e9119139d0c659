"""Feeds mutated files to the reader: each must give a value or problems with places, in bounded time and memory.

    python scripts/fuzz_reader.py --seconds 60 --seed 1

Inputs are passages of the shipped files, changed by bytes, by words or by lines. The same seed gives the same inputs;
the first that does anything else than it should ends the run with what it did.
"""

import argparse
import random
import sys
import time
import tracemalloc
from collections import Counter
from pathlib import Path

from attrs import frozen

from maturity.files.document import Document
from maturity.files.faults import list_problems
from maturity.files.profile_files import FILES
from maturity.files.structure import structure
from maturity.files.yaml_text import decode, parse
from maturity.problems import DataError

COUNTRIES = Path(__file__).resolve().parents[1] / "countries"

SLOWEST = 60.0
"""Seconds that one input may take on a busy machine, watched for memory."""

MEASURED = 5000
"""Of so many inputs one is watched for memory, which is slow; it is larger than the others."""

LARGEST = 500_000
"""Bytes of the largest inputs, which hold one wrong item over and over."""

SHOWN = 5000
"""Bytes of a failing input that are printed; the seed and its number give the whole."""

ITEMS = ("1", "{}", "[]", "[1]", "{a: 1}", "id", "{id: a-b}", "'x'", "{id: 1, source: 2}", "~")
LISTS = ("findings: [", "lessons: [{bears_on: [", "ratings: [{evidence: [", "sources: [{id: x}, ", "[[", "{texts: [")

ODD = (
    *(b"&a", b"*a", b"!!python/object:os.system", b"<<: *a", b"{" * 70, b"[" * 70, b"? ", b"--- ", b"..."),
    *(b"%YAML 1.1", b"null", b"~", b"NO", b"0o17", b"1e999", b".inf", b"-0", b"9" * 400, b"2021-13-01", b"12:30"),
    *(b"0xff", b"''", b"\t", b"\x00", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xe4\xb8\xad"),
    *(b": ", b" #", b"|\n", b">-\n", b"x" * 5000, b"id", b"id: id", b"source:", b"en: ", b"- ", b"- - - ", b"\r\n"),
    *(b"\xc2\x85", b"\xe2\x80\xa8", b'"\\ud800"'),
)
"""Words that people and programs leave in files, and worse."""


@frozen
class Passage:
    """A piece of a shipped file, and the name of the file that it is held to be."""

    name: str
    content: bytes


def main() -> None:
    """Fuzz for as long as asked for; exit 1 at the first input that gives no problem and no value."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    small, large = list_passages(900), list_passages(60_000)
    sizes = (LARGEST // 20, LARGEST // 4, LARGEST)
    outcomes: Counter[str] = Counter()
    until = time.monotonic() + options.seconds
    while time.monotonic() < until:
        is_measured = outcomes.total() % MEASURED == 0
        passage = chance.choice(large if is_measured else small)
        content = change(passage.content, chance)
        if is_measured and chance.random() < 0.5:
            content = repeat(chance, chance.choice(sizes))
        try:
            outcomes[(run_measured if is_measured else run)(passage.name, content)] += 1
        except Exception:
            sys.stderr.write(
                f"as {passage.name}.yaml, seed {options.seed}, input {outcomes.total()}: {content[:SHOWN]!r}\n"
            )
            raise
    sys.stdout.write("".join(f"{count:>12,}  {name}\n" for name, count in sorted(outcomes.items())))
    sys.stdout.write(f"{outcomes.total():>12,}  inputs, seed {options.seed}\n")


def list_passages(size: int) -> list[Passage]:
    """Pieces of about *size* bytes, of whole lines, each under the first lines of its file."""
    found = []
    for file in sorted(COUNTRIES.glob("*/*/*.yaml")):
        if file.stem not in FILES:
            continue
        lines = file.read_bytes().splitlines(keepends=True)
        piece: list[bytes] = []
        for line in lines:
            piece.append(line)
            if sum(map(len, piece)) >= size:
                found.append(Passage(file.stem, b"".join(piece)))
                piece = []
        found.append(Passage(file.stem, b"".join(piece)))
    return found


def change(content: bytes, chance: random.Random) -> bytes:
    """The content with a few things in it that were not there."""
    for _ in range(chance.choice((0, 1, 1, 2, 4))):
        way = chance.randrange(4)
        place = chance.randrange(len(content) + 1)
        if way == 0:
            content = content[:place] + chance.choice(ODD) + content[place + chance.randrange(3) :]
        elif way == 1:
            content = content[:place] + bytes([chance.randrange(256)]) + content[place + 1 :]
        else:
            lines = content.splitlines(keepends=True) or [b""]
            at = chance.randrange(len(lines))
            put = [b"", lines[chance.randrange(len(lines))], b" " * chance.randrange(9) + lines[at]][
                chance.randrange(3)
            ]
            lines[at : at + chance.randrange(2)] = [put]
            content = b"".join(lines)
    return content


def repeat(chance: random.Random, size: int) -> bytes:
    """A text of about *size* bytes that holds one thing over and over, in a list or as keys."""
    if chance.random() < 0.3:
        line = chance.choice(("k{}: 1\n", "findings{}: []\n", "{}: {{of: a, text: b}}\n"))
        return "".join(line.format(number) for number in range(size // len(line))).encode()
    opening, item = chance.choice(LISTS), chance.choice(ITEMS)
    closing = "".join({"[": "]", "{": "}"}.get(each, "") for each in reversed(opening.replace("{id: x}", "")))
    return f"{opening}{f'{item}, ' * (size // (len(item) + 2))}{closing}\n".encode()


def run(name: str, content: bytes) -> str:
    """What reading *content* as the file *name* gives."""
    began = time.monotonic()
    try:
        outcome = _read(name, content)
    except DataError as error:
        if not all(each.place.file and each.place.line and each.code for each in error.problems):
            raise
        outcome = "problems with the text"
    if time.monotonic() - began > SLOWEST:
        raise RuntimeError(f"an input took more than {SLOWEST:.0f} s")
    return outcome


def run_measured(name: str, content: bytes) -> str:
    """The same, which must keep within 60 times the input's size and 20 MB."""
    tracemalloc.start()
    try:
        return f"{run(name, content)} (measured)"
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        allowed = 60 * len(content) + 20_000_000
        if peak > allowed:
            raise MemoryError(f"{peak:,} bytes in memory for {len(content):,}")


def _read(name: str, content: bytes) -> str:
    shown = f"{name}.yaml"
    text = decode(content, shown)
    value = parse(text, shown)
    found, faults = structure(value, FILES[name], language="en")
    document = Document(shown=shown, text=text, value=value)
    for problem in list_problems(faults, document):
        if not (problem.place.line and problem.code and problem.message):
            raise RuntimeError(f"a problem without a place: {problem}")
    if found is None and not faults:
        raise RuntimeError("neither a value nor a problem")
    return "a value" if found is not None else "problems with the values"


if __name__ == "__main__":
    main()
