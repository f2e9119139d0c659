import pytest

from maturity.framework import Indicator, find_band
from maturity.vocabulary import Term, Vocabulary
from tests import synthetic


def test_nodes_are_listed_from_the_root_down() -> None:
    framework = synthetic.framework()
    assert [each.id for each in framework.indicators] == list(synthetic.INDICATORS)
    assert [each.id for each in framework.components] == ["a", "b", "a.left", "a.right", "b.only"]
    assert [each.id for each in framework.dimensions] == ["a", "b"]
    assert [each.id for each in framework.children("a")] == ["a.left", "a.right"]
    assert framework.path("a.two") == ("a.left", "a", "overall")
    assert list(framework.node_ids())[:4] == ["overall", "a", "a.left", "a.one"]


def test_an_indicator_is_found_by_its_id() -> None:
    assert synthetic.framework().indicator("a.two").dimension == "a"
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
