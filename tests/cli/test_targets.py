from argparse import Namespace
from pathlib import Path

import pytest

from maturity.cli.console import CommandError
from maturity.cli.targets import assessed, chosen_comparators, chosen_target
from maturity.problems import DataError, UnknownNameError
from maturity.scoring import Assessment, assess
from maturity.targets import Target
from tests import synthetic
from tests.data_contracts.shipped import CATALOG, country, framework

DEMO = synthetic.framework()


def others() -> list[Assessment]:
    """Levels 1 and 4 of one indicator, 2 and nothing of another."""
    levels = ({"a.one": 1, "a.two": 2}, {"a.one": 4}, {"a.one": 3})
    return [synthetic.assessment(each, code=code) for each, code in zip(levels, ("AAA", "BBB", "CCC"), strict=True)]


def refused(chosen: str, peers: list[Assessment]) -> tuple[str, int]:
    with pytest.raises(CommandError) as error:
        chosen_target(chosen, DEMO, peers)
    return str(error.value), error.value.exit_code


def options(comparators: str | None) -> Namespace:
    return Namespace(lang="en", comparators=comparators)


def test_without_a_word_there_is_no_target() -> None:
    assert chosen_target(None, DEMO, []) is None


@pytest.mark.parametrize("level", [0, 1, 4])
def test_a_number_is_a_level_of_the_scale(level: int) -> None:
    assert chosen_target(str(level), DEMO, []) == Target.level(level)


@pytest.mark.parametrize("chosen", ["5", "-1", "99"])
def test_a_level_outside_the_scale_is_wrong_use(chosen: str) -> None:
    assert refused(chosen, []) == (f"maturity: no level {chosen} (levels run 0–4)", 2)


@pytest.mark.parametrize(("chosen", "one"), [("best", 4.0), ("median", 3.0)])
def test_a_target_of_peers_is_taken_from_those_that_are_rated(chosen: str, one: float) -> None:
    target = chosen_target(chosen, DEMO, others())
    assert target is not None
    assert (target.kind, dict(target.levels)) == (chosen, {"a.one": one, "a.two": 2.0})


@pytest.mark.parametrize("chosen", ["best", "median"])
def test_a_target_of_peers_without_peers_is_wrong_use(chosen: str) -> None:
    assert refused(chosen, []) == (f"maturity: --target {chosen} needs countries: --with DNK,AUS", 2)


def test_anything_else_is_a_plan(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("a.one: 3\nb.five: 1\n", encoding="utf-8")
    assert chosen_target(str(tmp_path / "plan.yaml"), DEMO, []) == Target.plan({"a.one": 3, "b.five": 1})


@pytest.mark.parametrize("name", ["missing.yaml", "1.5", "Best"])
def test_a_plan_that_is_not_there_is_a_missing_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(CommandError, match=r"^maturity: no such folder or file: "):
        chosen_target(str(tmp_path / name), DEMO, others())


def test_every_fault_of_a_plan_is_told(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("a.won: 3\nb.five: 9\n", encoding="utf-8")
    with pytest.raises(DataError) as error:
        chosen_target(str(tmp_path / "plan.yaml"), DEMO, [])
    assert [(each.code, each.place.line) for each in error.value.problems] == [("E104", 1), ("E108", 2)]


@pytest.mark.parametrize(
    ("named", "codes"),
    [
        (None, []),
        ("", []),
        ("dnk", ["DNK"]),
        (" CHN ,, AUS@2022,", ["CHN", "AUS"]),
    ],
)
def test_comparators_are_assessed_in_the_order_in_which_they_are_named(named: str | None, codes: list[str]) -> None:
    found = chosen_comparators(framework(), (CATALOG,), options(named))
    assert [each.profile.code for each in found] == codes


def test_a_country_is_assessed_against_the_framework() -> None:
    whole = assess(country("CHN", 2022), framework())
    found = assessed("chn@2022", framework(), (CATALOG,), options(None))
    assert (found.overall.score, found.framework) == (whole.overall.score, framework())


def test_an_unknown_comparator_is_told() -> None:
    with pytest.raises(UnknownNameError, match="unknown country 'DNX'"):
        chosen_comparators(framework(), (CATALOG,), options("FRA,DNX"))
