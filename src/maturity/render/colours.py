"""Colours behind levels and answers: told apart by the colour-blind and in grey, and light enough for black text."""

LEVEL_FILLS = ("FFFFD9", "EDF8B1", "C7E9B4", "7FCDBB", "41B6C4")
"""By level, 0–4: ColorBrewer's YlGnBu, darker as the level rises."""

ANSWER_FILLS = {
    "yes": "9ECAE1",
    "partly": "DEEBF7",
    "planned": "FEE6CE",
    "no": "FDAE6B",
    "unknown": "F0F0F0",
    "not-applicable": "FFFFFF",
}
"""By answer: blue for what is there, orange for what is not, grey for what nobody knows."""
