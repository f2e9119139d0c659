import pytest

from maturity.gaps import Gap, gap_report
from maturity.report.gap_words import gain_words, step_words
from maturity.text import LANGUAGES
from tests import synthetic


def gap(*, has_score: bool) -> Gap:
    levels = {"a.one": 1, "a.two": 4, "a.three": 4, "b.four": 4, "b.five": 4} if has_score else {"a.one": 1}
    return gap_report(synthetic.assessment(levels)).gaps[0]


@pytest.mark.parametrize(("has_score", "said"), [(True, ["+9.4", "+9.4", "+9,4"]), (False, ["–", "–", "–"])])
def test_a_gain_that_cannot_be_said_is_a_dash(has_score: bool, said: list[str]) -> None:
    assert [gain_words(gap(has_score=has_score), each) for each in LANGUAGES] == said


@pytest.mark.parametrize(
    ("has_score", "said"),
    [
        (
            True,
            [
                "level 1 of 4, +9.4 points",
                "现为1级，目标4级，增益9.4分",
                "niveau 1 sur 4, +9,4 points",
            ],
        ),
        (False, ["level 1 of 4", "现为1级，目标4级", "niveau 1 sur 4"]),
    ],
)
def test_a_step_names_its_gain_where_that_can_be_said(has_score: bool, said: list[str]) -> None:
    assert [step_words(gap(has_score=has_score), each) for each in LANGUAGES] == said
