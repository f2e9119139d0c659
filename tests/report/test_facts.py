from typing import Any

import pytest
from attrs import evolve

from maturity.dates import Date
from maturity.records.back_end import BackEnd, Standard
from maturity.records.context import Branch
from maturity.records.findings import Milestone, Programme
from maturity.records.front_end import Portal
from maturity.records.governance import Coordination, Institution, Role
from maturity.records.legal import Legal, LegalAct, Platform
from maturity.records.record import Record
from maturity.records.rows import Item, Row
from maturity.records.skills import Activity
from maturity.records.statistics import Statistic
from maturity.report.facts import Teller
from maturity.text import LANGUAGES
from maturity.vocabulary import Term, Vocabulary
from tests import synthetic
from tests.data_contracts.shipped import WAVES, country, framework
from tests.shipped import france
from tests.synthetic import text

AT: dict[str, Any] = {"source": "study", "locus": "Table 1"}

VOCABULARIES = [
    Vocabulary(id="statistics", terms=(Term(id="users", label=text("Users")),)),
    Vocabulary(id="enablers", terms=(Term(id="sso", label=text("Single sign-on", zh="单点登录")),)),
    Vocabulary(id="coordination-matrices", terms=(Term(id="m", label=text("Social security")),)),
    Vocabulary(id="coordination-levels", terms=(Term(id="l", label=text("vision")),)),
    Vocabulary(id="coordination-scopes", terms=(Term(id="s", label=text("wider")),)),
]

FUND = Institution(**AT, id="fund", name=text("The Fund", zh="基金"), kind="fund")


def teller(language: str = "en") -> Teller:
    found = Teller.of(synthetic.profile(), synthetic.framework(vocabularies=VOCABULARIES), language)
    return evolve(found, records={**found.records, "fund": FUND}, row_vocabularies={"r": "enablers"})


def statistic(**changes: Any) -> Statistic:  # noqa: ANN401
    return Statistic(**{**AT, "id": "x", "statistic": "users", "unit": "%", "year": 2019, **changes})


@pytest.mark.parametrize(
    ("record", "line"),
    [
        (FUND, "The Fund"),
        (evolve(FUND, roles=(Role(text=text("Pays pensions."), locus="§3"),)), "The Fund: Pays pensions."),
        (
            evolve(FUND, roles=tuple(Role(text=text(each), locus="§3") for each in ("Pays pensions.", "Plans."))),
            "The Fund: Pays pensions. Plans.",
        ),
        (Standard(**AT, id="s", name=text("Interface standard")), "Interface standard"),
        (Standard(**AT, id="s", name=text("Interface standard"), year=2019), "Interface standard (2019)"),
        (LegalAct(**AT, id="act", name=text("Act"), level="national", kind="law"), "Act"),
        (LegalAct(**AT, id="act", name=text("Act"), level="EU", kind="law", year=2018), "Act (2018)"),
        (Platform(**AT, id="p", name=text("Connect")), "Connect"),
        (Platform(**AT, id="p", name=text("Connect"), text=text("signs on")), "Connect: signs on"),
        (
            Portal(**AT, id="p", name=text("Portal"), url="https://example.org", purpose=text("to ask")),
            "Portal: to ask",
        ),
        (Milestone(**AT, id="m", when=Date("2020-01"), text=text("It began.")), "January 2020: It began."),
        (Programme(**AT, id="p", name=text("Plan"), text=text("aims high")), "Plan: aims high"),
        (Activity(**AT, id="a", activity="x", name=text("Course"), text=text("for all")), "Course: for all"),
        (Branch(**AT, id="b", name=text("Health"), contingencies=()), "Health"),
        (Branch(**AT, id="b", name=text("Health"), contingencies=(), benefits=(text("care"),)), "Health: care"),
        (
            Branch(
                **AT,
                id="b",
                name=text("Health"),
                contingencies=(),
                benefits=(text("Care."),),
                coverage=(text("All."), text("Guests.")),
                eligibility=(text("None."),),
                financing=(text("Taxes."),),
                organisation=(text("By counties."),),
            ),
            "Health: All. Guests. Care. None. Taxes. By counties.",
        ),
        (Row(**AT, id="r", row="sso", answer="partly"), "Single sign-on: partly"),
        (Row(**AT, id="r", row="sso", answer="yes", items=(Item(of="fund"),)), "Single sign-on: yes (The Fund)"),
        (Row(**AT, id="r", row="other", answer="no"), "other: no"),
        (
            Coordination(**AT, id="c", matrix="m", level="l", scope="s", bodies=("fund",), open=True),
            "Social security · vision · wider: The Fund, etc.",
        ),
        (
            Coordination(**AT, id="c", matrix="m", level="l", scope="s", bodies=("fund",)),
            "Social security · vision · wider: The Fund",
        ),
        (synthetic.finding("f", said="It is so."), "It is so."),
        (synthetic.lesson("l", title="Begin small"), "Begin small"),
        (Record(**AT, id="bare"), "bare"),
        (statistic(value=84), "Users: 84% (2019)"),
        (statistic(value=12000, unit="people", as_of=Date("2019-06")), "Users: 12,000 people (June 2019)"),
        (statistic(low=10, high=12.5), "Users: 10–12.5% (2019)"),
        (statistic(value=3.5, approximate=True), "Users: about 3.5% (2019)"),
        (statistic(text=text("two thirds")), "Users: two thirds (2019)"),
        (statistic(value=84, scope="fund"), "Users (The Fund): 84% (2019)"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_record_is_told_in_one_line(record: Record, line: str) -> None:
    assert teller().line(record) == line


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Users: about 1,234.5% (2019)"),
        ("zh", "Users：约1,234.5%（2019年）"),
        ("fr", "Users\u00a0: environ 1\u202f234,5\u00a0% (2019)"),
    ],
)
def test_a_figure_is_written_as_the_language_does(language: str, line: str) -> None:
    assert teller(language).line(statistic(value=1234.5, approximate=True)) == line


@pytest.mark.parametrize(
    ("record", "line"),
    [
        (
            LegalAct(**AT, id="act", name=text("Act", zh="《法》"), level="EU", kind="law", year=2018),
            "《法》（2018年）",
        ),
        (statistic(value=84, scope="fund"), "Users（基金）：84%（2019年）"),
        (statistic(value=12000, unit="persons", as_of=Date("2019-06")), "Users：12,000人（2019年6月）"),
    ],
)
def test_chinese_encloses_years_and_scopes_in_its_own_parentheses(record: Record, line: str) -> None:
    assert teller("zh").line(record) == line


def test_a_row_is_called_as_the_table_that_it_stands_in_calls_it() -> None:
    vocabularies = [
        Vocabulary(id="enablers", terms=(Term(id="exchange", label=text("Exchange platform")),)),
        Vocabulary(id="standard-areas", terms=(Term(id="exchange", label=text("Exchange standards")),)),
    ]
    rows = [Row(**AT, id=id, row="exchange", answer="yes") for id in ("first", "second")]
    country = evolve(
        synthetic.profile(), legal=Legal(key_enablers=(rows[0],)), back_end=BackEnd(back_end_standards=(rows[1],))
    )
    found = Teller.of(country, synthetic.framework(vocabularies=vocabularies), "en")
    assert [found.line(each) for each in rows] == ["Exchange platform: yes", "Exchange standards: yes"]


def test_things_are_named_in_the_reader_s_language() -> None:
    row = Row(**AT, id="r", row="sso", answer="yes", items=(Item(of="fund"), Item(of="fact")))
    assert teller("zh").line(row) == "单点登录：是（基金和It is so.）"


def test_a_reference_names_the_source_the_place_and_what_that_rests_on() -> None:
    long = synthetic.source("web", publisher="Ministry")
    found = evolve(
        teller(),
        sources={**teller().sources, "web": evolve(long, short=None), "old": evolve(long, short=None, published=None)},
    )
    assert found.reference(synthetic.finding("f")) == "Study 2020, §1"
    assert found.reference(evolve(synthetic.finding("f"), cites=("web",))) == "Study 2020, §1, after Ministry 2020"
    assert found.reference(synthetic.finding("f", source="old")) == "Ministry, §1"
    assert found.cited(synthetic.finding("f")) == "It is so. (Study 2020, §1)"


def with_roles(*roles: Role) -> Institution:
    return evolve(FUND, roles=roles)


def test_an_institution_is_cited_with_every_role_and_its_place() -> None:
    long = synthetic.source("web", publisher="Ministry")
    found = evolve(teller(), sources={**teller().sources, "web": evolve(long, short=None)})
    fund = with_roles(
        Role(text=text("Pays pensions."), locus="Table 2"),
        Role(text=text("Signs."), locus="Table 2", cites=("web",)),
        Role(text=text("Plans."), locus="Table 2"),
    )
    assert found.cited(fund) == (
        "The Fund: Pays pensions. Plans. (Study 2020, Table 2) Signs. (Study 2020, Table 2, after Ministry 2020)"
    )


def test_a_role_whose_place_names_other_sources_is_cited_from_those() -> None:
    long = synthetic.source("web", publisher="Ministry")
    found = evolve(teller("zh"), sources={**teller().sources, "web": evolve(long, short=None)})
    role = Role(text=text("Plans.", zh="编制规划。"), locus="web: as a whole", cites=("web",))
    assert found.cited(with_roles(role)) == "基金：编制规划。（Ministry 2020，全文）"
    odd = evolve(role, locus="Web: as a whole", cites=())
    assert found.cited(with_roles(odd)).endswith("（Study 2020，Web:全文）")


def test_the_roles_of_a_carried_institution_say_that_they_are() -> None:
    fund = evolve(with_roles(Role(text=text("Plans."), locus="§3")), carried_from=2019)
    assert teller().cited(fund) == "The Fund: Plans. (Study 2020, §3; carried over from 2019, not confirmed)"


def kinds_of_records() -> list[type[Record]]:
    """Every kind of record that a section of a profile can hold."""
    found = [Record]
    for kind in found:
        found += [each for each in kind.__subclasses__() if each.__module__.startswith("maturity.")]
    return found[1:]


def test_no_kind_of_record_is_told_by_its_id() -> None:
    told = {type(each): each for code, wave in WAVES for each in country(code, wave).records()}
    assert set(kinds_of_records()) == set(told)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("code", "wave"), WAVES)
def test_every_record_and_all_evidence_of_a_country_says_something(code: str, wave: int, language: str) -> None:
    profile = country(code, wave)
    found = Teller.of(profile, framework(), language)
    evidence = {id for rating in profile.ratings.ratings for id in rating.evidence}
    assert evidence <= set(found.records)
    for record in found.records.values():
        assert record.id not in (found.line(record), found.brief(record))
        assert found.cited(record).startswith(found.line(record)[:10])


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_role_of_every_institution_of_france_is_cited(language: str) -> None:
    profile = france().profile
    found = Teller.of(profile, france().framework, language)
    institutions = [each for each in profile.records() if isinstance(each, Institution)]
    assert max(len(each.roles) for each in institutions) > 10
    for each in institutions:
        cited = found.cited(each)
        assert all(found.text(role.text) in cited and found.place(role.locus) in cited for role in each.roles)


@pytest.mark.parametrize(("language", "said"), [("en", "interview FR1"), ("zh", "访谈FR1"), ("fr", "entretien FR1")])
def test_an_interview_is_called_so_in_the_reader_s_language(language: str, said: str) -> None:
    found = Teller.of(france().profile, france().framework, language)
    assert found.short(found.sources["fr1"]) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_of_france_can_be_told(language: str) -> None:
    assessment = france()
    found = Teller.of(assessment.profile, assessment.framework, language)
    lines = [found.cited(record) for record in assessment.profile.records()]
    assert len(lines) > 500
    assert all(line.strip() and "\n" not in line.strip() for line in lines)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Study 2020, Table 1; carried over from 2019, not confirmed"),
        ("zh", "Study 2020，表1；沿用自2019年，待确认"),
        ("fr", "Study 2020, tableau 1\u00a0; repris de 2019, à confirmer"),
    ],
)
def test_where_a_record_was_carried_over_its_reference_says_so(language: str, said: str) -> None:
    assert teller(language).reference(evolve(FUND, carried_from=2019)) == said
    assert said.startswith(teller(language).reference(FUND))
