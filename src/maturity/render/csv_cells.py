"""Text in CSV that a spreadsheet reads as text."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_BREAKS = ("\t", "\r", "\n")


def guarded(text: str) -> str:
    """*text* set off by an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text.startswith(_BREAKS) else text
