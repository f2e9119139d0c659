"""`maturity schema`: JSON Schema of every kind of file, for editors that complete and check."""

import argparse
from pathlib import Path

from maturity.cli.choices import chosen_catalogs, chosen_framework, spoken
from maturity.cli.console import (
    CommandError,
    explained,
    print_message,
    print_result,
    terminal_width,
    wants_colour,
    write_whole,
)
from maturity.files.faults import did_you_mean
from maturity.files.schemas import KINDS, file_schema, modeline, schema_files, schema_text
from maturity.framework import Framework
from maturity.render.terminal import render_terminal
from maturity.report.page import Column, Page, Table, as_cells


def run(options: argparse.Namespace) -> None:
    """Print the list of kinds or one schema, or write one or all."""
    if options.kind not in (None, *KINDS):
        hint = did_you_mean(options.kind, KINDS) or "kinds: " + ", ".join(KINDS)
        raise CommandError(f"maturity: unknown kind of file '{options.kind}' ({hint})", exit_code=2)
    with explained():
        framework = chosen_framework(options.framework, chosen_catalogs(options), languages=spoken(options.lang))
    if options.kind is None:
        _all_kinds(framework, options)
        return
    text = schema_text(file_schema(options.kind, framework, language=options.lang))
    if options.output:
        write_whole(Path(options.output), text)
    else:
        print_result(text)


def _all_kinds(framework: Framework, options: argparse.Namespace) -> None:
    if options.output is None:
        print_result(render_terminal(_list_page(framework), width=terminal_width(), colour=wants_colour()))
        return
    folder = Path(options.output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"maturity: cannot write {folder}: {error.strerror}", exit_code=1) from None
    files = schema_files(framework, language=options.lang)
    for each in files:
        write_whole(folder / each.name, each.text)
    example = modeline("ratings", folder=folder.name)
    print_message(f"maturity: {len(files)} schemas in {folder}; ratings.yaml beside it begins with the line\n{example}")


def _list_page(framework: Framework) -> Page:
    table = Table(
        caption="Kinds of file",
        columns=(Column(head="Kind", whole=True), Column(head="What the file holds")),
        rows=as_cells((kind, file_schema(kind, framework)["description"]) for kind in KINDS),
    )
    return Page(language="en", blocks=(table,))
