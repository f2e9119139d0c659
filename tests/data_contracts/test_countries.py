"""What every shipped country must satisfy."""

import re

import pytest
from attrs import evolve

from maturity.files.profile_files import read_profile_folder
from maturity.profile import Profile
from maturity.records.findings import Finding, Lesson
from maturity.records.governance import Institution
from maturity.records.statistics import Statistic
from maturity.report.walk_page import carried_places, main_source
from tests.data_contracts.own_words import copied_share, own_texts
from tests.data_contracts.shipped import CATALOG, ROOT, STUDY, WAVES, country, framework
from tests.typography import slips_in

needs_study = pytest.mark.skipif(not STUDY.is_file(), reason="the study's text is not at hand")
each_wave = pytest.mark.parametrize(("code", "wave"), WAVES)


def test_the_catalog_ships_france() -> None:
    assert ("FRA", 2022) in WAVES


@each_wave
def test_a_country_reads_without_a_single_problem(code: str, wave: int) -> None:
    folder = CATALOG.folder("countries", code.lower(), str(wave))
    found, problems = read_profile_folder(folder, f"countries/{code.lower()}/{wave}", framework=framework())
    assert ((found.code, found.wave), problems) == ((code, wave), ())


@each_wave
def test_every_indicator_has_a_rating_or_a_status(code: str, wave: int) -> None:
    rated = {each.indicator for each in country(code, wave).ratings.ratings if each.branch is None}
    assert [each.id for each in framework().indicators if each.id not in rated] == []


@each_wave
def test_every_place_of_the_outline_is_carried_or_says_why_not(code: str, wave: int) -> None:
    profile = country(code, wave)
    carried = carried_places(profile)
    assert [each.locus for each in profile.outline if (each.locus in carried) == (each.no_record is not None)] == []


@each_wave
def test_every_record_of_the_main_source_stands_at_a_place_of_the_outline(code: str, wave: int) -> None:
    profile = country(code, wave)
    places = {each.locus for each in profile.outline}
    if places:
        main = main_source(profile).id
        carried = carried_places(profile)
        assert [locus for locus in carried if locus not in places and carried[locus][0].source == main] == []


@each_wave
def test_what_a_record_reads_otherwise_than_printed_is_listed_in_the_errata(code: str, wave: int) -> None:
    profile = country(code, wave)
    listed = {id for erratum in profile.errata for id in erratum.records}
    assert [each.id for each in profile.records() if each.printed and each.id not in listed] == []


@each_wave
def test_figures_are_stored_as_their_errata_read_them(code: str, wave: int) -> None:
    assert _misread(country(code, wave)) == []


def test_a_figure_stored_as_printed_is_found() -> None:
    profile = country("FRA", 2022)
    wrong = {"ict-skills-standard-2019": 33, "local-family-funds-table-5": 102, "imports-2020": 746}
    records = [evolve(each, value=wrong[each.id]) for each in _statistics(profile) if each.id in wrong]
    assert sorted(_misread(profile, *records)) == [
        ("family-funds-101-or-102", "local-family-funds-table-5"),
        ("ict-skills-year-and-rounding", "ict-skills-standard-2019"),
        ("units-twice-and-brackets", "imports-2020"),
    ]


@each_wave
def test_findings_and_lessons_are_not_copies_of_each_other(code: str, wave: int) -> None:
    records = [each for each in country(code, wave).records() if isinstance(each, Finding | Lesson)]
    texts = [str(each.text) for each in records]
    assert len(texts) == len(set(texts))


@each_wave
def test_evidence_says_where_it_stands(code: str, wave: int) -> None:
    profile = country(code, wave)
    records = {each.id: each for each in profile.records()}
    cited = [records[id] for rating in profile.ratings.ratings for id in rating.evidence]
    assert cited
    assert all(each.locus for each in cited)


@each_wave
def test_a_role_known_from_another_publication_says_where_it_stands_there(code: str, wave: int) -> None:
    profile = country(code, wave)
    institutions = [each for each in profile.records() if isinstance(each, Institution)]
    roles = [role for each in institutions for role in each.roles if role.cites]
    stray = [role.locus for role in roles if "cited" not in role.locus and role.cites[0] not in role.locus]
    assert roles
    assert profile.outline or stray == []


@each_wave
def test_translations_are_set_as_chinese_and_french_are(code: str, wave: int) -> None:
    assert slips_in(country(code, wave)) == []


@needs_study
def test_france_is_told_in_own_words() -> None:
    study = STUDY.read_text(encoding="utf-8")
    assert copied_share(own_texts(country("FRA", 2022)), study) < 0.02
    assert copied_share(own_texts(framework()), study) < 0.02


@needs_study
@each_wave
def test_no_country_copies_the_study(code: str, wave: int) -> None:
    study = STUDY.read_text(encoding="utf-8")
    limit = 0.02 if code == "FRA" else 0.001
    assert copied_share(own_texts(country(code, wave)), study) < limit


@each_wave
def test_no_country_is_told_in_the_words_of_another(code: str, wave: int) -> None:
    others = [country(*each) for each in WAVES if each != (code, wave)]
    told = " . ".join(text for each in others for text in _told(each))
    assert copied_share(_told(country(code, wave)), told) < 0.001


@needs_study
def test_the_measure_of_own_words_finds_a_copy() -> None:
    study = STUDY.read_text(encoding="utf-8")
    assert copied_share([" ".join(study.split()[2000:2100])], study) == 1


@needs_study
def test_what_france_quotes_stands_in_the_study() -> None:
    profile = country("FRA", 2022)
    study = _folded(STUDY.read_text(encoding="utf-8"))
    printed = [each.text for erratum in profile.errata for each in erratum.printed]
    printed += [each.text for record in profile.records() for each in record.printed]
    printed += [each.quote for each in profile.findings if each.quote]
    assert len(printed) > 50
    assert [text for text in printed if _folded(text) not in study] == []


@each_wave
def test_the_rating_log_settles_on_the_levels_of_the_ratings(code: str, wave: int) -> None:
    profile = country(code, wave)
    log = (ROOT / "docs" / "rating-log.md").read_text(encoding="utf-8")
    table = log.partition(f"### All indicators of {profile.names.en}\n")[2].partition("\n#")[0]
    settled = dict(re.findall(r"^\| `([^`]+)` \| [^|]+ \| [^|]+ \| ([^|]+) \|", table, flags=re.MULTILINE))
    ratings = [each for each in profile.ratings.ratings if each.branch is None]
    assert {each.indicator: str(each.status if each.level is None else each.level) for each in ratings} == settled


def _misread(profile: Profile, *changed: Statistic) -> list[tuple[str, str]]:
    """Errata that read figures in a unit, with the statistics that they name and that hold another figure in it."""
    statistics = {each.id: each for each in (*_statistics(profile), *changed)}
    return [
        (erratum.id, each.id)
        for erratum in profile.errata
        if erratum.kind != "doubtful" and erratum.reading
        for each in map(statistics.get, erratum.records)
        if each and (read := _figures(str(erratum.reading), each.unit)) and each.value not in read
    ]


def _statistics(profile: Profile) -> list[Statistic]:
    return [each for each in profile.records() if isinstance(each, Statistic)]


def _figures(text: str, unit: str) -> set[float]:
    """Figures in *unit*, also where it stands behind the last of several."""
    number = r"\d[\d,]*(?:\.\d+)?"
    listed = re.findall(rf"((?:{number}(?:, | and ))*{number}) ?{re.escape(unit)}", text)
    return {float(each.replace(",", "")) for part in listed for each in re.findall(number, part.replace(", ", " "))}


def _told(profile: Profile) -> list[str]:
    """What a profile says of its country; sources are described alike wherever they are cited."""
    return [text for section in profile.sections for text in own_texts(section)]


def _folded(text: str) -> str:
    plain = re.sub(r"[*\[\]]", "", re.sub(r"</?[a-z][^>:]*>|[<>]", " ", text))
    return " ".join(plain.replace("’", "'").replace("“", '"').replace("”", '"').split())
