"""A tiny framework, and profiles that state only what a test is about.

The framework has two dimensions. `a` holds the components `a.left` (`a.one`, `a.two`) and `a.right` (`a.three`); `b`
holds `b.only` (`b.four`, `b.five`). All weigh the same, and levels 0–4 are worth 0, 25, 50, 75 and 100 points.
"""

from collections.abc import Mapping, Sequence

from maturity.dates import Date
from maturity.framework import Component, Framework, Indicator, Level, ScaleLevel
from maturity.profile import Names, Profile, Status
from maturity.records.back_end import BackEnd
from maturity.records.context import Context
from maturity.records.findings import Finding, Judgement, Lesson
from maturity.records.front_end import FrontEnd
from maturity.records.governance import Governance
from maturity.records.inclusion import Inclusion
from maturity.records.legal import Legal
from maturity.records.lessons import Lessons
from maturity.records.ratings import Assessor, FrameworkReference, Rating, Ratings
from maturity.records.skills import Skills
from maturity.records.sources import Source
from maturity.rules import Band, Rules, Spread
from maturity.scoring import Assessment, assess
from maturity.text import Text
from maturity.vocabulary import Vocabulary

Tree = Mapping[str, Mapping[str, Sequence[str]]]

TREE: Tree = {"a": {"a.left": ["a.one", "a.two"], "a.right": ["a.three"]}, "b": {"b.only": ["b.four", "b.five"]}}
INDICATORS = ("a.one", "a.two", "a.three", "b.four", "b.five")
NAMES = ("absent", "initial", "partial", "established", "advanced")


def text(original: str, **translations: str) -> Text:
    return Text(original=original, translations=tuple(sorted(translations.items())))


def indicator(id: str, component: str, *, weight: float = 1, prerequisites: Sequence[str] = ()) -> Indicator:
    return Indicator(
        id=id,
        component=component,
        label=text(f"Label of {id}"),
        aspect="supply",
        weight=weight,
        locus="Table 1",
        questions=(text(f"What of {id}?"),),
        prerequisites=tuple(prerequisites),
        levels=tuple(Level(value=value, descriptor=text(f"{id} at {value}")) for value in range(5)),
    )


def framework(
    *,
    tree: Tree = TREE,
    weights: Mapping[str, float] | None = None,
    rules: Mapping[str, Rules] | None = None,
    prerequisites: Mapping[str, Sequence[str]] | None = None,
    threshold: float = 0.5,
    vocabularies: Sequence[Vocabulary] = (),
) -> Framework:
    weighing, ruling, needing = weights or {}, rules or {}, prerequisites or {}
    components = [
        Component(
            id=name,
            label=text(f"Label of {name}"),
            question=text(f"How does {name} stand?"),
            weight=weighing.get(name, 1),
            rules=ruling.get(name),
        )
        for name in tree
    ]
    components += [
        Component(id=id, component=name, label=text(f"Label of {id}"), weight=weighing.get(id, 1), rules=ruling.get(id))
        for name, inside in tree.items()
        for id in inside
    ]
    return Framework(
        id="demo",
        version="1.0",
        title=text("Demo assessment"),
        based_on="demo-study",
        note=text("Made for tests."),
        language="en",
        range=Spread(low=0, high=100),
        scale=tuple(
            ScaleLevel(value=value, name=text(name), points=25 * value, meaning=text(name))
            for value, name in enumerate(NAMES)
        ),
        bands=tuple(
            Band(lower=lower, name=text(name)) for lower, name in zip((0, 12.5, 37.5, 62.5, 87.5), NAMES, strict=True)
        ),
        rules=Rules(coverage_threshold=threshold),
        components=tuple(components),
        indicators=tuple(
            indicator(each, id, weight=weighing.get(each, 1), prerequisites=needing.get(each, ()))
            for inside in tree.values()
            for id, indicators in inside.items()
            for each in indicators
        ),
        vocabularies=tuple(vocabularies),
    )


def rating(
    indicator: str,
    level: int | None = None,
    *,
    status: str | None = None,
    branch: str | None = None,
    assessor: str | None = None,
    evidence: Sequence[str] = ("fact",),
    confidence: str = "medium",
    summary: str = "Seen.",
    rationale: str = "It was seen.",
) -> Rating:
    return Rating(
        indicator=indicator,
        level=level,
        status=status,
        branch=branch,
        assessor=assessor,
        confidence=None if level is None else confidence,
        evidence=() if level is None else tuple(evidence),
        searched=Text(original="§1") if status == "not-evaluable" else None,
        summary=None if level is None else text(summary),
        rationale=text(rationale),
    )


def finding(id: str, *, bears_on: Sequence[str] = (), said: str = "It is so.", source: str = "study") -> Finding:
    return Finding(
        id=id, source=source, locus="§1", kind="remark", text=text(said), bears_on=tuple(bears_on), bears_on_none=None
    )


def lesson(id: str, *, bears_on: Sequence[str] = (), title: str = "Begin small", source: str = "study") -> Lesson:
    return Lesson(
        id=id,
        source=source,
        locus="§9",
        title=text(title),
        text=text("Small steps were kept."),
        bears_on=tuple(bears_on),
        transfers_when=Judgement(text=text("there is time"), by="project"),
    )


def source(id: str = "study", *, title: str = "The study", publisher: str = "Example Ministry") -> Source:
    return Source(
        id=id,
        title=title,
        publisher=publisher,
        short="Study 2020",
        kind="report",
        rank="primary",
        published=Date("2020"),
    )


def profile(
    levels: Mapping[str, int] | None = None,
    *,
    statuses: Mapping[str, str] | None = None,
    ratings: Sequence[Rating] = (),
    code: str = "AAA",
    wave: int = 2020,
    name: str = "Aland",
    assessors: Sequence[str] = ("team",),
    rated_against: tuple[str, str] = ("demo", "1.0"),
    findings: Sequence[Finding] = (finding("fact"),),
    lessons: Sequence[Lesson] = (),
    sources: Sequence[Source] = (source(),),
    context: Context | None = None,
) -> Profile:
    given = [
        *(rating(id, level) for id, level in (levels or {}).items()),
        *(rating(id, status=status) for id, status in (statuses or {}).items()),
        *ratings,
    ]
    return Profile(
        code=code,
        wave=wave,
        names=Names(en=name),
        language="en",
        official_languages=("en",),
        evidence_until=Date("2020-12-31"),
        status=Status(stage="draft"),
        sources=tuple(sources),
        context=context or Context(findings=tuple(findings)),
        governance=Governance(),
        legal=Legal(),
        back_end=BackEnd(),
        front_end=FrontEnd(),
        skills=Skills(),
        inclusion=Inclusion(),
        lessons=Lessons(lessons=tuple(lessons)),
        ratings=Ratings(
            framework=FrameworkReference(id=rated_against[0], version=rated_against[1]),
            assessors=tuple(Assessor(id=each, kind="project", date=Date("2020-12-01")) for each in assessors),
            ratings=tuple(given),
        ),
    )


def assessment(
    levels: Mapping[str, int] | None = None,
    *,
    statuses: Mapping[str, str] | None = None,
    against: Framework | None = None,
    code: str = "AAA",
    findings: Sequence[Finding] = (finding("fact"),),
    lessons: Sequence[Lesson] = (),
) -> Assessment:
    country = profile(levels, statuses=statuses, code=code, findings=findings, lessons=lessons)
    return assess(country, against or framework())
