import re
from pathlib import Path

from maturity.cli.arguments import PAGE_FORMATS, build_parser

DOCS = Path(__file__).parents[1] / "docs"


def gallery() -> str:
    return (DOCS / "gallery.md").read_text(encoding="utf-8")


def test_the_gallery_shows_pages_in_every_format_and_language() -> None:
    said = gallery()
    shown = {"text", *re.findall(r"--format (\w+)", said), *re.findall(r"-o [\w-]+\.(\w+)", said)}
    assert shown >= {*PAGE_FORMATS, "json", "csv"}
    assert {"zh", "fr"} <= set(re.findall(r"--lang (\w+)", said))


def test_every_command_that_the_gallery_shows_can_be_parsed() -> None:
    commands = re.findall(r"^(?:\$ |`)maturity ([^`\n]+)`?$", gallery(), flags=re.MULTILINE)
    assert len(commands) > 10
    for each in commands:
        assert build_parser().parse_args(each.split()).run


def test_every_picture_of_the_gallery_is_there_and_has_words() -> None:
    shown = dict(re.findall(r"!\[([^\]]*)\]\(gallery/([^)]+)\)", gallery()))
    assert all(shown)
    folder = DOCS / "gallery"
    assert set(shown.values()) == {each.name for each in folder.iterdir()} if folder.is_dir() else not shown


def test_the_gallery_is_short_enough_to_read() -> None:
    assert len(gallery().splitlines()) < 500
