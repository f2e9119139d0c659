"""Countries side by side: scores, levels, and every fact table, a column for each."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from attrs import evolve, field, frozen

from maturity.calculation.numbers import HAIR
from maturity.fact_tables import FactTable
from maturity.framework import Framework
from maturity.groups import Group
from maturity.profile import Profile
from maturity.records.record import Record
from maturity.scoring import Assessment, assess
from maturity.text import Text
from maturity.views import View, look_up
from maturity.weights import reweight


@frozen(kw_only=True)
class Cell:
    """What one country shows in one row: its records, or where one looked and found none."""

    records: tuple[Record, ...]
    searched: Text | None = field(default=None, metadata={"doc": "Where one looked, for an empty cell."})


@frozen(kw_only=True)
class FactRow:
    """One row of a fact table: a term of its vocabulary, and a cell for each country."""

    term: str
    cells: tuple[Cell, ...]


@frozen(kw_only=True)
class GroupMembers:
    """A named group, and those of its members that were assessed."""

    group: Group
    assessments: tuple[Assessment, ...]

    def readings(self, node: str) -> tuple[float, ...]:
        """The members' levels of a node, of those that have one; by a framework without a scale their scores."""
        readings = (each.reading(node) for each in self.assessments)
        return tuple(each for each in readings if each is not None)

    def states(self, node: str) -> tuple[str, ...]:
        """Why members have no reading of a node, each reason once; `not-rated` where no member was assessed."""
        found = (each.score(node).state for each in self.assessments if each.reading(node) is None)
        return tuple(dict.fromkeys(found)) or ("not-rated",)

    def median(self, node: str) -> float | None:
        """The median of the members' readings of a node; nothing where there are none."""
        return _median(self.readings(node))

    def median_score(self, node: str) -> float | None:
        """The median of the members' scores of a node, in the framework's range; nothing where none has one."""
        scores = (each.score(node).score for each in self.assessments)
        return _median([each for each in scores if each is not None])


@frozen(kw_only=True)
class Rank:
    """Place of a country by its score of one node, among the countries compared that have one."""

    place: int = field(metadata={"doc": "From 1, the highest score; equal scores share the best place."})
    shared: bool
    of: int


@frozen(kw_only=True)
class Comparison:
    """Assessments by one framework, side by side."""

    assessments: tuple[Assessment, ...]
    groups: tuple[GroupMembers, ...] = field(default=(), metadata={"doc": "Groups whose medians stand beside them."})
    base: Assessment | None = field(
        default=None, metadata={"doc": "The country that the others' levels are held against: one of those compared."}
    )
    only_common: bool = field(
        default=False, metadata={"doc": "Whether the scores count only what is rated in every country."}
    )

    def __repr__(self) -> str:
        countries = "; ".join(each.summary for each in self.assessments)
        return f"<Comparison of {countries}; {len(self.rated_by_all)} indicators rated in all>"

    def _repr_html_(self) -> str:
        return self.show().html

    def show(
        self, *, tables: str | Sequence[str] = "scores", language: str = "en", dimension: str | None = None
    ) -> View:
        """Tables of the comparison, to look at in a notebook or at a prompt; scores and levels for one *dimension*.

        *tables* is a name, several, or `all`; `maturity list tables` lists them.

        Raises:
            UnknownNameError: There is no such table, language or dimension.
        """
        view: View = look_up("show_comparison")(self, tables=tables, language=language, dimension=dimension)
        return view

    def to_frame(
        self,
        *,
        tables: str | Sequence[str] = "scores",
        backend: str | None = None,
        language: str = "en",
        dimension: str | None = None,
        with_ranks: bool = False,
    ) -> Any:  # noqa: ANN401
        """Tables of the comparison as one long frame: a row for each record in each cell, as in `CellRow`.

        Scores and levels have their difference to the base, where there is one, and ranks if asked for.
        For *backend* see `Assessment.to_frame`.

        Raises:
            UnknownNameError: There is no such table, language, dimension or backend.
            MissingExtraError: A package is not installed.
        """
        return look_up("comparison_frame")(
            self, tables=tables, backend=backend, language=language, dimension=dimension, with_ranks=with_ranks
        )

    @property
    def framework(self) -> Framework:
        """The framework that all were made with."""
        return self.assessments[0].framework

    @cached_property
    def rated_by_all(self) -> tuple[str, ...]:
        """Ids of the indicators that are rated in every country compared."""
        return tuple(
            each.id
            for each in self.framework.indicators
            if all(one.score(each.id).state == "rated" for one in self.assessments)
        )

    def on_common_indicators(self) -> "Comparison":
        """The same countries, scored on the indicators alone that are rated in every one of them.

        The other nodes get weight 0, which is no weight that a user chose.
        """
        common = self.common_nodes
        left_out = {each.id: 0.0 for each in self.framework.nodes if each.id not in common}
        framework = evolve(reweight(self.framework, left_out), reweighted=self.framework.reweighted)
        again = {id(each): assess(each.profile, framework) for each in self._everyone()}
        return Comparison(
            assessments=tuple(again[id(each)] for each in self.assessments),
            groups=tuple(
                evolve(group, assessments=tuple(again[id(each)] for each in group.assessments)) for group in self.groups
            ),
            base=again[id(self.base)] if self.base else None,
            only_common=True,
        )

    def _everyone(self) -> tuple[Assessment, ...]:
        return (*self.assessments, *(each for group in self.groups for each in group.assessments))

    def rank(self, assessment: Assessment, node: str) -> Rank | None:
        """Where *assessment* stands by its score of *node*, before any rounding; nothing where it has no score.

        Scores that differ by less than a hair (10⁻⁹ of the range) are equal.
        """
        own = assessment.score(node).score
        if own is None:
            return None
        scores = [score for each in self.assessments if (score := each.score(node).score) is not None]
        hair = HAIR * (self.framework.range.high - self.framework.range.low)
        ahead = sum(score > own + hair for score in scores)
        equal = sum(abs(score - own) <= hair for score in scores)
        return Rank(place=ahead + 1, shared=equal > 1, of=len(scores))

    def sort(self, node: str) -> "Comparison":
        """The same countries, from the highest score of *node* to the lowest; those without a score come last.

        Countries with the same score stay in their order.

        Raises:
            KeyError: There is no such node.
        """

        def place(assessment: Assessment) -> tuple[bool, float]:
            score = assessment.score(node).score
            return score is None, -(score or 0)

        return evolve(self, assessments=tuple(sorted(self.assessments, key=place)))

    @property
    def common_nodes(self) -> frozenset[str]:
        """Ids of the indicators that are rated in every country compared, and of all that stands above them."""
        return frozenset(id for each in self.rated_by_all for id in (each, *self.framework.path(each)))

    def rows(self, table: FactTable) -> tuple[FactRow, ...]:
        """The rows of a fact table, in the order of its vocabulary; rows that no country fills are left in."""
        by_country = [table.records_of(each.profile, self.framework) for each in self.assessments]
        terms = table.terms(self.framework, by_country)
        return tuple(
            FactRow(
                term=term,
                cells=tuple(
                    Cell(
                        records=tuple(found.get(term, ())),
                        searched=None if term in found else searched(each.profile, table.id, term),
                    )
                    for each, found in zip(self.assessments, by_country, strict=True)
                ),
            )
            for term in terms
        )


def compare(assessments: Sequence[Assessment], *, groups: Sequence[GroupMembers] = ()) -> Comparison:
    """*assessments* side by side, with the medians of *groups*.

    Raises:
        ValueError: There is none, one is named more than once, or they were made with different frameworks.
    """
    if not assessments:
        raise ValueError("a comparison needs at least one country")
    grouped = [each for members in groups for each in members.assessments]
    first = assessments[0]
    others = (each for each in (*assessments, *grouped) if each.framework is not first.framework)
    hashes = {each.framework_hash for each in (first, *others)}
    if len(hashes) > 1:
        raise ValueError("the assessments were made with different frameworks: " + ", ".join(sorted(hashes)))
    repeated = repeated_waves([each.profile for each in assessments])
    if repeated:
        raise ValueError("named more than once: " + ", ".join(repeated))
    return Comparison(assessments=tuple(assessments), groups=tuple(groups))


def repeated_waves(profiles: Sequence[Profile]) -> tuple[str, ...]:
    """Code and wave of each profile that stands more than once in *profiles*."""
    counts = Counter(f"{each.code} {each.wave}" for each in profiles)
    return tuple(name for name, count in counts.items() if count > 1)


def _median(values: Sequence[float]) -> float | None:
    from statistics import median  # takes milliseconds, which a comparison without groups can do without

    return median(values) if values else None


def searched(profile: Profile, table: str, term: str) -> Text | None:
    """Where one looked for a row that the profile leaves empty."""
    for each in profile.unknown:
        if each.table == table and (not each.rows or term in each.rows):
            return each.searched
    return None
