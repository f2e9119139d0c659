from typing import Any

import pytest

from maturity.files.framework_files import framework_slots, read_framework_folder
from maturity.files.overlays import fingerprint
from maturity.files.text_folder import TextFolder
from maturity.framework import Framework
from maturity.problems import DataError, Problem
from maturity.rules import Spread
from maturity.text import Text

HEAD = 'id: demo\nversion: "1.0"\ntitle: Demo\nbased_on: nothing\nnote: Made for tests.\n'
SCALE = (
    "scale:\n"
    "  - {value: 0, name: low, points: -5, meaning: little}\n"
    "  - {value: 1, name: high, points: 5, meaning: much}\n"
)
SIZE = "indicators:\n  - {id: size, label: Size, kind: measure}\n"
RANGE = "range: {low: 0, high: 1}\n"
TERMS = "statistics:\n  - {id: people, label: People, unit: persons}\nareas:\n  - {id: privacy, label: Privacy}\n"


def dimension(id: str, *indicators: str, components: str = "[]", label: str = "") -> str:
    lines = "".join(f"  - {{id: {each}, label: {each}, kind: measure}}\n" for each in indicators)
    return (
        f"dimension: {{id: {id}, label: {label or id}, question: How is {id}?}}\n"
        f"components: {components}\nindicators:\n{lines}"
    )


TREE = {
    "framework.yaml": HEAD + RANGE + "dimensions: [beta, alpha]\n",
    "alpha.yaml": dimension("alpha", "alpha.one", "alpha.two"),
    "beta.yaml": dimension("beta", "beta.one"),
    "vocabularies.yaml": TERMS,
}


# a small framework stands in one file


def test_a_small_framework_stands_in_one_file() -> None:
    framework, problems = read({"framework.yaml": HEAD + RANGE + SIZE})
    assert [(each.id, each.component) for each in framework.nodes] == [("size", "overall")]
    assert (framework.range, framework.scale, framework.vocabularies) == (Spread(low=0, high=1), (), ())
    assert problems == ()


def test_what_is_left_out_has_its_default() -> None:
    framework, _ = read({"framework.yaml": HEAD + RANGE + SIZE})
    assert (framework.language, framework.bands, framework.changes, framework.reweighted) == ("en", (), (), ())
    assert framework.rules.aggregation == "weighted-arithmetic-mean"


def test_the_range_is_that_of_the_scale_unless_it_is_given() -> None:
    assert read({"framework.yaml": HEAD + SCALE + SIZE})[0].range == Spread(low=-5, high=5)
    assert read({"framework.yaml": HEAD + SCALE + RANGE + SIZE})[0].range == Spread(low=0, high=1)


def test_nothing_to_measure_with_and_nothing_to_measure_are_told_together() -> None:
    assert said({"framework.yaml": HEAD}) == [
        "x/framework.yaml:1:1: E101 missing key 'indicators' (or dimensions with files of their own)",
        "x/framework.yaml:1:1: E101 missing key 'range' (the lowest and highest score, or a scale that has them)",
    ]


def test_vocabularies_are_read_where_they_are_and_needed_beside_dimensions_alone() -> None:
    small, _ = read({"framework.yaml": HEAD + RANGE + SIZE, "vocabularies.yaml": TERMS})
    assert [(each.id, [term.id for term in each.terms]) for each in small.vocabularies] == [
        ("statistics", ["people"]),
        ("areas", ["privacy"]),
    ]
    assert said({**TREE, "vocabularies.yaml": None}) == ["x/vocabularies.yaml: E119 the file is missing"]


# a large one has a file for each dimension


def test_dimensions_come_in_the_order_of_the_head_and_parents_first() -> None:
    framework, _ = read(TREE)
    assert [each.id for each in framework.components] == ["beta", "alpha"]
    assert [each.id for each in framework.indicators] == ["beta.one", "alpha.one", "alpha.two"]
    assert list(framework.node_ids()) == ["overall", "beta", "beta.one", "alpha", "alpha.one", "alpha.two"]


def test_what_names_no_component_belongs_to_the_dimension_of_its_file() -> None:
    nested = "[{id: alpha.base, label: Base}, {id: alpha.deep, component: alpha.base, label: Deep}]"
    text = dimension("alpha", "alpha.one", components=nested) + (
        "  - {id: alpha.two, component: alpha.deep, label: Two, kind: measure}\n"
    )
    framework, _ = read({**TREE, "alpha.yaml": text})
    parents = {each.id: each.component for each in framework.nodes}
    assert parents["alpha"] == "overall"
    assert (parents["alpha.base"], parents["alpha.deep"]) == ("alpha", "alpha.base")
    assert (parents["alpha.one"], parents["alpha.two"]) == ("alpha", "alpha.deep")


def test_the_head_of_a_dimension_becomes_a_component() -> None:
    text = TREE["alpha.yaml"].replace("{id: alpha,", "{id: alpha, weight: 3, rules: {aggregation: minimum},")
    alpha = next(each for each in read({**TREE, "alpha.yaml": text})[0].components if each.id == "alpha")
    assert (alpha.label, alpha.question) == (Text(original="alpha"), Text(original="How is alpha?"))
    assert (alpha.weight, alpha.rules and alpha.rules.aggregation) == (3, "minimum")


def test_nodes_of_the_head_stand_before_those_of_dimensions() -> None:
    framework, _ = read({**TREE, "framework.yaml": TREE["framework.yaml"] + SIZE})
    assert [each.id for each in framework.indicators] == ["size", "beta.one", "alpha.one", "alpha.two"]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"beta.yaml": None}, "x/beta.yaml: E119 the file is missing"),
        (
            {"beta.yaml": TREE["alpha.yaml"]},
            "x/beta.yaml:1:17: E112 dimension 'alpha' in the file 'beta.yaml'",
        ),
        (
            {"framework.yaml": TREE["framework.yaml"].replace("[beta, alpha]", "[beta, alpha, beta]")},
            "x/framework.yaml:7:27: E106 duplicate id 'beta'",
        ),
        (
            {"framework.yaml": TREE["framework.yaml"].replace("[beta, alpha]", "[beta, 5, alpha]")},
            "x/framework.yaml:7:20: E102 expected text, found the number 5 (quote it)",
        ),
        (
            {"vocabularies.yaml": TERMS + "kinds: [{id: Law, label: Law}]\n"},
            "x/vocabularies.yaml:5:14: E103 id: expected the pattern [a-z0-9]+(-[a-z0-9]+)*, found the text 'Law'",
        ),
        ({"framework.yaml": None}, "x/framework.yaml: E119 the file is missing"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_at_its_place(changes: dict[str, str | None], problem: str) -> None:
    assert problem in said({**TREE, **changes})


def test_problems_of_all_files_are_told_together() -> None:
    changes = {name: text.replace("label: ", "lable: ") for name, text in TREE.items()}
    files = {line.partition(":")[0] for line in said(changes)}
    assert files == {"x/alpha.yaml", "x/beta.yaml", "x/vocabularies.yaml"}


def test_what_holds_between_nodes_is_told_in_the_file_of_the_node() -> None:
    text = dimension("alpha", "alpha.one", "beta.one")
    assert said({**TREE, "alpha.yaml": text}) == [
        "x/alpha.yaml:5:10: E104 id 'beta.one' is outside its dimension (ids of this dimension begin with 'alpha.')",
        "x/alpha.yaml:5:10: E106 duplicate id 'beta.one'",
    ]


# languages


def test_plain_texts_are_in_the_language_of_the_head() -> None:
    files = {**TREE, "framework.yaml": "language: fr\n" + TREE["framework.yaml"]}
    framework, _ = read(files)
    texts = [framework.title, framework.components[0].label, framework.vocabularies[0].terms[0].label]
    assert {each.language for each in texts} == {"fr"}


def test_translations_of_the_languages_asked_for_are_read() -> None:
    zh = overlay(
        "zh",
        {"title": ("Demo", "示例"), "alpha.one.label": ("alpha.one", "一"), "areas.privacy.label": ("Privacy", "隐私")},
    )
    fr = overlay("fr", {"title": ("Demo", "Essai")})
    files = {**TREE, "zh.yaml": zh, "fr.yaml": fr}
    both, _ = read(files)
    one, _ = read(files, languages=("fr",))
    assert both.title == Text(original="Demo", translations=(("fr", "Essai"), ("zh", "示例")))
    assert one.title == Text(original="Demo", translations=(("fr", "Essai"),))
    assert both.indicator("alpha.one").label.in_language("zh") == "一"
    assert both.vocabulary("areas").term("privacy").label.in_language("zh") == "隐私"


def test_a_translation_that_is_out_of_date_is_a_warning() -> None:
    _, (problem,) = read({**TREE, "zh.yaml": overlay("zh", {"title": ("Draft", "草案")})})
    assert (problem.code, str(problem.place)) == ("W203", "x/zh.yaml:4:3")


def test_every_text_has_a_key_to_translate_it_by() -> None:
    slots = framework_slots(TextFolder(TREE))
    assert [(each.key, each.text) for each in slots] == [
        ("title", "Demo"),
        ("note", "Made for tests."),
        ("beta.label", "beta"),
        ("beta.question", "How is beta?"),
        ("beta.one.label", "beta.one"),
        ("alpha.label", "alpha"),
        ("alpha.question", "How is alpha?"),
        ("alpha.one.label", "alpha.one"),
        ("alpha.two.label", "alpha.two"),
        ("statistics.people.label", "People"),
        ("areas.privacy.label", "Privacy"),
    ]


def read(files: Any, **options: Any) -> tuple[Framework, tuple[Problem, ...]]:  # noqa: ANN401
    return read_framework_folder(
        TextFolder({name: text for name, text in files.items() if text is not None}), "x", **options
    )


def said(files: Any) -> list[str]:  # noqa: ANN401
    with pytest.raises(DataError) as caught:
        read(files)
    return [str(each) for each in caught.value.problems]


def overlay(language: str, texts: dict[str, tuple[str, str]]) -> str:
    entries = "".join(f'  {key}: {{of: "{fingerprint(of)}", text: {text}}}\n' for key, (of, text) in texts.items())
    return f"language: {language}\nreviewed: false\ntexts:\n{entries}"
