"""What a new folder must be: readable at once, without a fact, with all that the framework asks beside it."""

import re
from pathlib import Path

import pytest
import yaml
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as some

from maturity.files.profile_files import FILES, read_profile_folder
from maturity.files.schemas import MODELINE
from maturity.gaps import gap_report
from maturity.language.countries import country_names
from maturity.problems import DataError
from maturity.profile import Names, Profile
from maturity.render.width import columns_of
from maturity.report.gap_page import gap_page
from maturity.scaffold.guidance import WIDTH
from maturity.scaffold.new_wave import NewWave, empty_files
from maturity.scoring import assess
from maturity.text import LANGUAGES
from tests.data_contracts.shipped import framework

each_language = pytest.mark.parametrize("language", LANGUAGES)


def new(language: str = "en", *, code: str = "CHN", name: str = "China", wave: int = 2026) -> NewWave:
    return NewWave(code=code, wave=wave, names=Names(en=name), language=language)


def lay_out(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def read(folder: Path, shown: str = "") -> Profile:
    """The profile in *folder*, which must be without any problem, warnings included."""
    profile, problems = read_profile_folder(folder, shown or folder.as_posix(), framework=framework())
    assert problems == ()
    return profile


def uncommented(text: str) -> str:
    """The file as it is when every line is filled in that waits for it: `# ` and `[]` behind keys are taken away."""
    lines = [line if line.startswith(MODELINE) else line.removeprefix("# ") for line in text.splitlines()]
    offered = [number for number, line in enumerate(text.splitlines()) if line.startswith("#   - ")]
    heads = {max(n for n, line in enumerate(lines[:at]) if re.match(r"\w+: \[\]$", line)) for at in offered}
    return "\n".join(line.removesuffix(" []") if number in heads else line for number, line in enumerate(lines)) + "\n"


def folded(text: str) -> str:
    """Text without white space and the marks of comments."""
    return re.sub(r"[\s#]", "", text)


@each_language
def test_a_new_folder_reads_without_a_problem(language: str, tmp_path: Path) -> None:
    profile = read(lay_out(tmp_path / "countries" / "chn" / "2026", empty_files(new(language), framework())))
    assert (profile.code, profile.wave, profile.language) == ("CHN", 2026, language)


@settings(max_examples=15, deadline=None)
@given(
    code=some.sampled_from(sorted(country_names())),
    part=some.sampled_from(["", "-GD", "-1", "-NSW", "-CNAF"]),
    wave=some.integers(1990, 2100),
    language=some.sampled_from(LANGUAGES),
)
def test_any_country_reads_without_a_problem(
    tmp_path_factory: pytest.TempPathFactory, code: str, part: str, wave: int, language: str
) -> None:
    found = NewWave(code=code + part, wave=wave, names=Names(**country_names()[code]), language=language)
    folder = tmp_path_factory.mktemp("catalog") / "countries" / found.code.lower() / str(wave)
    profile = read(lay_out(folder, empty_files(found, framework())))
    assert (profile.code, profile.names) == (code + part, found.names)


def test_a_new_folder_has_every_file(tmp_path: Path) -> None:
    assert set(empty_files(new(), framework())) == {f"{name}.yaml" for name in FILES}


@each_language
def test_no_fact_stands_in_a_new_folder(language: str, tmp_path: Path) -> None:
    profile = read(lay_out(tmp_path, empty_files(new(language), framework())))
    assert list(profile.records()) == []
    lists = (profile.sources, profile.figures, profile.unknown, profile.errata, profile.outline)
    assert {*lists, profile.ratings.ratings, profile.ratings.assessors, profile.official_languages} == {()}
    assert assess(profile, framework()).overall.states == (("not-rated", len(framework().indicators)),)


@each_language
def test_every_question_and_every_statement_stands_beside_its_rating(language: str) -> None:
    text = empty_files(new(language), framework())["ratings.yaml"]
    entries = text.split("\n## ")
    for indicator in framework().indicators:
        begins = [number for number, entry in enumerate(entries) if entry.startswith(f"{indicator.id} · ")]
        assert len(begins) == 1
        entry = folded(text[text.index(f"## {indicator.id} · ") :].partition("rationale:")[0])
        assert f"-indicator:{indicator.id}level:" in entry
        for said in (indicator.label, *indicator.questions, *(each.descriptor for each in indicator.levels)):
            assert folded(said.in_language(language)) in entry


@each_language
def test_every_term_of_a_table_s_rows_is_ready_to_fill_in(language: str) -> None:
    files = empty_files(new(language), framework())
    rows = {
        "context": ("statistic", "statistics"),
        "governance": ("level", "coordination-levels"),
        "back-end": ("row", "standard-areas"),
        "legal": ("row", "enablers"),
        "front-end": ("row", "portal-categories"),
        "skills": ("activity", "activity-kinds"),
        "inclusion": ("area", "inclusion-areas"),
    }
    for name, (key, vocabulary) in rows.items():
        for term in framework().vocabulary(vocabulary).terms:
            assert re.search(rf"^# .*\b{key}: {term.id}\b", files[f"{name}.yaml"], flags=re.MULTILINE), term.id
            assert folded(term.label.in_language(language)) in folded(files[f"{name}.yaml"])


@each_language
@pytest.mark.parametrize("name", FILES)
def test_what_is_ready_to_fill_in_is_yaml_with_known_keys(name: str, language: str, tmp_path: Path) -> None:
    files = empty_files(new(language), framework())
    whole = uncommented(files[f"{name}.yaml"])
    assert yaml.safe_load(whole)
    files[f"{name}.yaml"] = whole
    try:
        read(lay_out(tmp_path, files))
        codes = set()
    except DataError as error:
        codes = {each.code for each in error.problems}
    assert codes <= {"E101", "E102", "E103"}, "only values may be missing"


@each_language
def test_lines_keep_to_the_width_of_a_terminal(language: str) -> None:
    for name, text in empty_files(new(language), framework()).items():
        wide = [line for line in text.splitlines() if columns_of(line) > WIDTH]
        assert wide == [], name


@each_language
def test_comments_are_in_the_language_asked_for(language: str) -> None:
    for name, text in empty_files(new(language), framework()).items():
        first, head = text.splitlines()[:2]
        assert first.endswith(f"/schemas/{language}/{name.removesuffix('.yaml')}.schema.json")
        assert head.startswith(f"## {name}")
        assert bool(re.search("[\u4e00-\u9fff]", head)) == (language == "zh")


def test_a_row_that_is_filled_in_is_read(tmp_path: Path) -> None:
    files = empty_files(new(), framework())
    source = "  - {id: law, title: Law, publisher: Parliament, kind: law, rank: primary}"
    files["profile.yaml"] = files["profile.yaml"].replace("\nsources: []\n", f"\nsources:\n{source}\n")
    row = {"answer:": "answer: no", "source:": "source: law", "locus:": "locus: §1"}
    files["legal.yaml"] = filled_in(files["legal.yaml"], "key_enablers", "  - id: key-enablers-sso", row)
    figure = {
        "value: ,": "value: 5000,",
        "year: ,": "year: 2026,",
        "source: ,": "source: law,",
        "locus: }": "locus: §2}",
    }
    files["context.yaml"] = filled_in(files["context.yaml"], "statistics", "  - {id: population-2026,", figure)
    profile = read(lay_out(tmp_path, files))
    assert [each.id for each in profile.records()] == ["population-2026", "key-enablers-sso"]


def filled_in(text: str, key: str, first: str, values: dict[str, str]) -> str:
    """The file with one offered item filled in: its `# ` and the key's `[]` are gone, and values stand in it."""
    start = text.index(f"\n# {first}") + 1
    end = start + re.search(r"\n(?!#     |#      )", text[start:]).start()  # type: ignore[union-attr]
    item = "\n".join(line.removeprefix("# ") for line in text[start:end].splitlines())
    for old, put in values.items():
        assert item.count(old) == 1
        item = item.replace(old, put)
    return (text[:start] + item + text[end:]).replace(f"\n{key}: []\n", f"\n{key}:\n")


def test_a_name_that_yaml_would_bend_is_kept(tmp_path: Path) -> None:
    names = Names(en="Taiwan, Province of China", zh="no", fr="null", local="100% {x}: #1")
    found = evolve(new(), names=names)
    assert read(lay_out(tmp_path, empty_files(found, framework()))).names == names


def test_the_same_input_gives_the_same_bytes() -> None:
    assert empty_files(new("zh"), framework()) == empty_files(new("zh"), framework())


def test_a_filled_in_scaffold_reads_as_the_profile_it_was_filled_with(tmp_path: Path) -> None:
    """China's lists of 2022, put where the scaffold has its empty ones."""
    shipped = Path(__file__).parents[2] / "countries" / "chn" / "2022"
    files = empty_files(new(wave=2022), framework())
    for name in FILES:
        source = shipped / f"{name}.yaml"
        if source.is_file():
            files[f"{name}.yaml"] = _filled(files[f"{name}.yaml"], source.read_text(encoding="utf-8"))
    found, there = read(lay_out(tmp_path, files)), _untranslated(read(shipped))
    assert evolve(found, names=there.names, status=there.status) == there
    report = gap_report(assess(found, framework()))
    assert report.gaps
    assert len(gap_page(report, language="zh").blocks) > 20
    assert assess(found, framework()).overall.score == assess(there, framework()).overall.score


def _filled(text: str, given: str) -> str:
    for block in re.split(r"^(?=\w)", given, flags=re.MULTILINE)[1:]:
        key = block.partition(":")[0]
        text = text.replace(f"\n{key}: []\n", f"\n{block}\n")
    return text


def _untranslated(profile: Profile) -> Profile:
    """The profile as its files alone give it."""
    folder = Path(__file__).parents[2] / "countries" / profile.code.lower() / str(profile.wave)
    return read_profile_folder(folder, "", framework=framework(), languages=())[0]


def test_the_framework_s_own_name_stands_in_the_ratings() -> None:
    text = empty_files(new(), framework())["ratings.yaml"]
    assert f'framework: {{id: {framework().id}, version: "{framework().version}"}}' in text
