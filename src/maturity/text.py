"""Text that may stand in several languages."""

from attrs import field, frozen, validators

LANGUAGES = ("en", "zh", "fr")
"""Languages that reports can be printed in."""

LANGUAGE_CODE = r"[a-z]{2,3}"
"""What an ISO 639 code looks like."""


@frozen(kw_only=True)
class Text:
    """One text, in the language it was written in and in any it was translated to."""

    language: str = field(
        default="en",
        validator=validators.matches_re(LANGUAGE_CODE),
        metadata={"doc": "ISO 639 code of the language that the text was written in."},
    )
    original: str = field(validator=validators.min_len(1), metadata={"doc": "The text as it was written."})
    translations: tuple[tuple[str, str], ...] = field(
        default=(), metadata={"doc": "Pairs of ISO 639 code and text, in order of the code."}
    )

    def in_language(self, language: str) -> str:
        """The text in *language*, else as it was written: never empty."""
        return next((text for code, text in self.translations if code == language), self.original)

    def speaks(self, language: str) -> bool:
        """Whether the text stands in *language*."""
        return language == self.language or any(code == language for code, _ in self.translations)

    def __str__(self) -> str:
        return self.original
