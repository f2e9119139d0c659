"""What a cell of a spreadsheet holds of a text, whatever the text looks like."""

MAX_CHARACTERS = 32_767
"""What a cell of a spreadsheet can hold, as `count_characters` counts."""


def count_characters(text: str) -> int:
    """How many characters a spreadsheet counts: those beyond U+FFFF, such as emoji, count twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def shorten(text: str) -> str:
    """*text* as far as a cell can hold it, with an ellipsis where that is not all."""
    if count_characters(text) <= MAX_CHARACTERS:
        return text
    head = text.encode("utf-16-le", "surrogatepass")[: 2 * (MAX_CHARACTERS - 1)]
    return head.decode("utf-16-le", errors="ignore") + "…"


def unmarked(text: str) -> str:
    """*text* with a space behind where XlsxWriter would take it for markup of its own: from `<r>` to `</r>`."""
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text
