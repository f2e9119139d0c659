"""Colours behind levels and answers: told apart by the colour-blind and in grey, and light enough for black text."""

from maturity.report.page import Cell

INK = "1A1A1A"
"""Of text and lines."""

LEVEL_FILLS = ("FFFFD9", "EDF8B1", "C7E9B4", "7FCDBB", "41B6C4")
"""By `shade_of` a level: ColorBrewer's YlGnBu, darker as the level rises."""

ANSWER_FILLS = {
    "yes": "9ECAE1",
    "partly": "DEEBF7",
    "planned": "FEE6CE",
    "no": "FDAE6B",
    "unknown": "F0F0F0",
    "not-applicable": "FFFFFF",
}
"""By answer: blue for what is there, orange for what is not, grey for what nobody knows."""


def fill_of(cell: Cell, row_level: int | None) -> str:
    """The colour behind a cell: of its answer, else of the level it shows, else of its row's; none without any."""
    if cell.answer:
        return ANSWER_FILLS[cell.answer]
    level = row_level if cell.level is None else cell.level
    return "" if level is None else LEVEL_FILLS[level]
