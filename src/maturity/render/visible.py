"""Text of which a reader sees every character, in its place."""

import re

STAND_IN = "\ufffd"
"""What is shown for a character that cannot be."""

_TURNS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_HIDDEN = re.compile(f"[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f{_TURNS}\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_TURN = re.compile(f"[{_TURNS}]")


def visible(text: str) -> str:
    """*text* with a stand-in for each control character, and for each that turns the direction of writing.

    Line feeds and tabs stay, and so do the signs of no width that join emoji and letters.
    """
    return text if text.isascii() and text.isprintable() else _HIDDEN.sub(STAND_IN, text)


def escape_turns(json: str) -> str:
    """JSON with those that turn the direction of writing as escapes, which read back as they were."""
    return _TURN.sub(lambda found: f"\\u{ord(found.group()):04x}", json)
