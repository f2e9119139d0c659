import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from maturity.framework import ROOT, Component, Framework, Indicator, ScaleLevel
from maturity.rules import find_band, next_band
from maturity.vocabulary import Term, Vocabulary
from tests import mini, synthetic


def test_nodes_are_listed_from_the_root_down() -> None:
    framework = synthetic.framework()
    assert [each.id for each in framework.indicators] == list(synthetic.INDICATORS)
    assert [each.id for each in framework.components] == ["a", "b", "a.left", "a.right", "b.only"]
    assert [each.id for each in framework.dimensions] == ["a", "b"]
    assert [each.id for each in framework.children("a")] == ["a.left", "a.right"]
    assert framework.path("a.two") == ("a.left", "a", "overall")
    assert list(framework.node_ids())[:4] == ["overall", "a", "a.left", "a.one"]


def test_an_indicator_is_found_by_its_id() -> None:
    assert str(synthetic.framework().indicator("a.two").label) == "Label of a.two"
    with pytest.raises(KeyError, match=r"a\.nine"):
        synthetic.framework().indicator("a.nine")


def test_a_rubric_describes_each_level() -> None:
    indicator = synthetic.framework().indicator("a.two")
    assert str(indicator.descriptor(3)) == "a.two at 3"
    with pytest.raises(KeyError, match="5"):
        indicator.descriptor(5)


@pytest.mark.parametrize(
    ("score", "name"),
    [
        (0, "absent"),
        (12.4, "absent"),
        (12.5, "initial"),
        (37.5, "partial"),
        (62.5, "established"),
        (87.5, "advanced"),
        (100, "advanced"),
    ],
)
def test_a_cut_point_belongs_to_the_band_above_it(score: float, name: str) -> None:
    band = find_band(score, synthetic.framework().bands)
    assert band
    assert str(band.name) == name


def test_below_the_lowest_cut_point_there_is_no_band() -> None:
    assert find_band(-1, synthetic.framework().bands) is None


def test_levels_have_points() -> None:
    framework = synthetic.framework()
    assert [framework.points(each) for each in range(framework.highest + 1)] == [0, 25, 50, 75, 100]


@st.composite
def scales(draw: st.DrawFn) -> tuple[ScaleLevel, ...]:
    """Scales that begin anywhere, with uneven points."""
    first = draw(st.integers(0, 3))
    steps = draw(st.lists(st.integers(1, 40), min_size=1, max_size=8))
    points = [sum(steps[:place]) for place in range(len(steps))]
    return tuple(
        ScaleLevel(value=first + place, name=synthetic.text("x"), points=each, meaning=synthetic.text("x"))
        for place, each in enumerate(points)
    )


def by(scale: tuple[ScaleLevel, ...]) -> Framework:
    return evolve(synthetic.framework(), scale=scale)


@given(scale=scales(), share=st.floats(0, 1))
def test_the_level_of_points_is_what_points_of_a_level_are_the_other_way(
    scale: tuple[ScaleLevel, ...], share: float
) -> None:
    framework = by(scale)
    level = framework.lowest + share * (framework.highest - framework.lowest)
    assert framework.level_of(framework.points_at(level)) == pytest.approx(level)
    points = share * scale[-1].points
    found = framework.level_of(points)
    assert found is not None
    assert framework.points_at(found) == pytest.approx(points)


@given(scale=scales())
def test_each_level_is_its_own_points_and_they_are_it(scale: tuple[ScaleLevel, ...]) -> None:
    for each in scale:
        assert by(scale).points_at(each.value) == each.points
        assert by(scale).level_of(each.points) == each.value


def test_between_two_levels_lies_what_is_between_their_points() -> None:
    framework = mini.framework()
    assert (framework.points_at(1.5), framework.level_of(20), framework.level_of(90)) == (20, 1.5, 4.5)


def test_no_points_are_worth_less_than_the_lowest_level_or_more_than_the_highest() -> None:
    framework = mini.framework(points={1: 10, 2: 90})
    assert (framework.level_of(0), framework.level_of(100)) == (1, 2)


def test_of_levels_worth_the_same_points_are_the_higher() -> None:
    assert mini.framework(points={0: 0, 1: 50, 2: 50, 3: 100}).level_of(50) == 2


def test_without_a_scale_points_are_no_level() -> None:
    assert (mini.index().level_of(50), mini.index().lowest, mini.index().highest) == (None, 0, 0)


def test_a_dimension_is_told_by_the_tree_and_not_by_ids() -> None:
    framework = mini.framework()
    assert [framework.dimension_of(each) for each in ("health", "life.list")] == ["health", "health"]
    assert [framework.dimension_of(each) for each in (ROOT, "life", "home")] == [None] * 3
    deep = evolve(
        framework,
        components=(*framework.components, Component(id="x.y", component="health", label=synthetic.text("Y"))),
        indicators=(evolve(framework.indicators[0], component="x.y"), evolve(framework.indicators[1], component=ROOT)),
    )
    assert [deep.dimension_of(each) for each in ("x.y", "life.rubric", "life.list")] == ["health", "health", None]


def test_what_stands_in_no_dimension_is_within_the_whole_alone() -> None:
    assert mini.framework().is_within("life.list", "health")
    assert mini.index().is_within("home", None)
    assert not mini.index().is_within("home", "health")


@pytest.mark.parametrize(
    ("score", "above"), [(0, 12.5), (12.4, 12.5), (12.5, 37.5), (12.5 - 1e-12, 37.5), (87.5, None)]
)
def test_the_next_band_is_the_one_above_that_of_a_score(score: float, above: float | None) -> None:
    found = next_band(score, synthetic.framework().bands)
    assert (found.lower if found else None) == above


def test_a_vocabulary_that_is_not_declared_is_empty() -> None:
    assert synthetic.framework().vocabulary("branches") == Vocabulary(id="branches", terms=())


def test_a_term_is_found_by_its_id() -> None:
    term = Term(id="sso", label=synthetic.text("Single sign-on"))
    vocabulary = Vocabulary(id="enablers", terms=(term,))
    assert "sso" in vocabulary
    assert "eid" not in vocabulary
    assert vocabulary.term("sso") is term
    with pytest.raises(KeyError, match="eid"):
        vocabulary.term("eid")


@pytest.mark.parametrize("id", ["Legal.sso", "legal..a", "-a.b", "", ".a"])
def test_an_id_that_is_no_slug_is_refused(id: str) -> None:
    with pytest.raises(ValueError, match="id"):
        synthetic.indicator(id, "a.left")


def test_an_aspect_is_one_of_three() -> None:
    known = synthetic.indicator("a.one", "a.left")
    with pytest.raises(ValueError, match="aspect"):
        Indicator(
            id="a.one",
            component="a.left",
            label=known.label,
            aspect="law",
            locus="§1",
            questions=known.questions,
            levels=known.levels,
        )


@pytest.mark.parametrize(
    ("levels", "strength", "development"),
    [((0, 1, 2, 3, 4), 3, 1), ((1, 2, 3, 4, 5), 4, 2), ((0, 1, 2, 3), 2, 1), ((0, 1, 2), 2, 0), ((0, 1), 1, 0)],
)
def test_strengths_lie_above_areas_for_development_on_any_scale(
    levels: tuple[int, ...], strength: int, development: int
) -> None:
    framework = mini.framework(points={each: 10 * each for each in levels})
    assert (framework.strength_level, framework.development_level) == (strength, development)
