import pytest

from maturity.lint.wording import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("Level 1 holds.", 3), ("社会保险平台", 3), ("平台已上线", 3), ("平台 myGov 已上线", 4)],
)
def test_words_are_counted_in_any_script(text: str, words: int) -> None:
    assert count_words(text) == words
