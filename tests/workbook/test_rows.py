import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from maturity.records.governance import FormerName, Institution, Role
from maturity.records.legal import LegalAct
from maturity.records.ratings import Rating
from maturity.records.record import Printed
from maturity.records.statistics import Statistic
from maturity.text import Text
from maturity.workbook.columns import Column, list_columns
from maturity.workbook.rows import Cell, Slot, first_language, languages_in, list_lines, list_slots
from tests import synthetic
from tests.files.any_value import any_value, texts

SAID = Text(original="Fund", translations=(("zh", "基金"),))
IN_GERMAN = Text(language="de", original="Kasse", translations=(("fr", "Caisse"),))


def institution(**more: object) -> Institution:
    return Institution(id="fund", source="study", locus="§2", name=SAID, kind="fund", **more)  # type: ignore[arg-type]


def act(**more: object) -> LegalAct:
    return LegalAct(id="act", source="study", locus="§3", name=SAID, level="EU", kind="law", **more)  # type: ignore[arg-type]


def statistic(**more: object) -> Statistic:
    given = {"unit": "persons", "year": 2020, **more}
    return Statistic(id="people", source="study", locus="§1", statistic="population", **given)  # type: ignore[arg-type]


def lines(value: object, *languages: str) -> list[dict[str, Cell]]:
    """The cells that are not empty, by key, for each line of a record."""
    slots = list_slots(list_columns(type(value)), [value], languages or ("en", "zh", "fr"))  # type: ignore[arg-type]
    return [
        {slot.key: cell for slot, cell in zip(slots, line, strict=True) if cell is not None}
        for line in list_lines(value, slots)
    ]


def test_a_record_is_a_line_with_a_column_for_each_language_of_a_text() -> None:
    assert lines(institution()) == [
        {"id": "fund", "name[en]": "Fund", "name[zh]": "基金", "kind": "fund", "source": "study", "locus": "§2"}
    ]


def test_each_item_of_a_list_takes_a_line_and_what_stands_once_the_first() -> None:
    roles = tuple(Role(text=Text(original=each), locus="§2", cites=("a", "b")) for each in ("Pays", "Collects"))
    former = (FormerName(name=Text(original="Chest"), until=1999),)
    first, second = lines(institution(roles=roles, former_names=former))
    assert first == {
        "id": "fund",
        "name[en]": "Fund",
        "name[zh]": "基金",
        "kind": "fund",
        "roles.text[en]": "Pays",
        "roles.locus": "§2",
        "roles.cites": "a, b",
        "former_names.name[en]": "Chest",
        "former_names.until": 1999,
        "source": "study",
        "locus": "§2",
    }
    assert second == {"roles.text[en]": "Collects", "roles.locus": "§2", "roles.cites": "a, b"}


@pytest.mark.parametrize(
    ("found", "key", "cell"),
    [
        (act(in_force=True), "in_force", True),
        (act(in_force=False), "in_force", False),
        (act(), "in_force", None),
        (act(year=0), "year", 0),
        (act(), "later", None),
        (evolve(act(), later=True), "later", True),
        (act(amends=("a", "b")), "amends", "a, b"),
        (act(), "amends", None),
        (act(number="1\n2"), "number", "1\n2"),
        (act(number="_x0041_"), "number", '\\"\\u005fx0041\\u005f"'),
        (statistic(value=0), "value", 0),
        (statistic(value=0.1), "value", 0.1),
        (statistic(value=10**17 + 1), "value", str(10**17 + 1)),
        (statistic(low=1, high=2), "value", None),
        (synthetic.source(), "authors", None),
        (evolve(synthetic.source(), authors=("<r>", "</r>")), "authors", '\\"<r>"\n</r>'),
        (evolve(synthetic.source(), authors=("A. B.", "C\nD", "")), "authors", 'A. B.\n\\"C\\nD"\n\\""'),
    ],
    ids=lambda each: str(each)[:24],
)
def test_a_value_stands_as_a_cell_can_hold_it(found: object, key: str, cell: Cell) -> None:
    assert lines(found)[0].get(key) == cell
    assert type(lines(found)[0].get(key)) is type(cell)


@pytest.mark.parametrize(
    ("rating", "cell"),
    [
        (synthetic.rating("a.one", 0), 0),
        (synthetic.rating("a.one", 4), 4),
        (synthetic.rating("a.one", status="not-asked"), "not-asked"),
        (Rating(indicator="a.one", answer="in part", rationale=SAID), "in part"),
    ],
)
def test_level_status_and_answer_share_a_column(rating: Rating, cell: Cell) -> None:
    assert lines(rating)[0]["level"] == cell


def test_a_text_that_was_written_in_another_language_says_in_which() -> None:
    slots = list_slots(list_columns(Institution), [institution()], ("en", "fr"))
    assert [each.key for each in slots if each.key.startswith("name")] == ["name[en]", "name[fr]"]
    assert lines(evolve(institution(), name=IN_GERMAN), "en", "fr", "de") == [
        {
            "id": "fund",
            "name[fr]": "Caisse",
            "name[de]": "Kasse",
            "name[original]": "de",
            "kind": "fund",
            "source": "study",
            "locus": "§2",
        }
    ]


def test_one_text_in_another_language_is_enough_for_the_column() -> None:
    both = [institution(), evolve(institution(), name=IN_GERMAN)]
    slots = list_slots(list_columns(Institution), both, ("en", "fr", "de"))
    original = [each.key for each in slots].index("name[original]")
    assert [list_lines(each, slots)[0][original] for each in both] == ["en", "de"]


def test_slots_stand_in_the_order_of_columns_and_languages() -> None:
    columns = (Column(path=("id",), holds="id"), Column(path=("name",), holds="text"))
    assert list_slots(columns, [], ("zh", "en")) == (
        Slot(key="id", column=columns[0]),
        Slot(key="name[zh]", column=columns[1], language="zh"),
        Slot(key="name[en]", column=columns[1], language="en"),
    )


def test_a_slot_without_a_column_is_empty() -> None:
    assert list_lines(institution(), (Slot(key="section"),)) == [(None,)]


def test_a_record_without_items_has_a_line() -> None:
    slots = list_slots(list_columns(Institution), [], ("en",))
    assert len(list_lines(institution(), slots)) == 1


@pytest.mark.parametrize(
    ("text", "languages", "first"),
    [
        (SAID, ("en", "zh"), "en"),
        (SAID, ("zh", "en"), "zh"),
        (SAID, ("fr", "zh", "en"), "zh"),
        (IN_GERMAN, ("en", "fr", "de"), "fr"),
    ],
)
def test_a_text_is_taken_to_be_written_in_the_first_language_that_it_speaks(
    text: Text, languages: tuple[str, ...], first: str
) -> None:
    assert first_language(text, languages) == first


@frozen
class Holder:
    text: Text
    inner: tuple["Holder", ...] = ()


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (SAID, {"en", "zh"}),
        ((SAID, IN_GERMAN), {"en", "zh", "de", "fr"}),
        (Holder(SAID, (Holder(IN_GERMAN), Holder(Text(language="ja", original="x")))), {"en", "zh", "de", "fr", "ja"}),
        ((), set()),
        ("en", set()),
        (None, set()),
    ],
)
def test_languages_are_found_however_deep_their_texts_stand(value: object, found: set[str]) -> None:
    assert languages_in(value) == found


@given(texts(), st.permutations(["en", "fr", "ja", "zh", "arb"]))
def test_each_language_of_a_text_has_a_cell_and_no_other(text: Text, languages: list[str]) -> None:
    found = lines(evolve(institution(), name=text), *languages)[0]
    spoken = {key: cell for key, cell in found.items() if key.startswith("name[")}
    written = {"name[original]"} if first_language(text, languages) != text.language else set()
    assert spoken.keys() == {f"name[{each}]" for each in languages_in(text)} | written
    assert spoken.get("name[original]", text.language) == text.language


@given(any_value(Institution))
def test_every_line_has_a_cell_for_each_slot_and_none_is_without_content(found: object) -> None:
    languages = tuple(sorted({"en", *languages_in(found)}))
    slots = list_slots(list_columns(Institution), [found], languages)
    assert {len(each) for each in list_lines(found, slots)} == {len(slots)}
    assert all(any(cell is not None for cell in line) for line in list_lines(found, slots))


def test_a_misprint_stands_below_the_one_before() -> None:
    twice = (Printed(text="Privcy", locus="§3"), Printed(text="Privacie", locus="§4"))
    assert lines(evolve(act(), printed=twice))[1] == {"printed.text": "Privacie", "printed.locus": "§4"}
