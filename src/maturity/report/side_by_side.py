"""What every table of a comparison needs to know: the countries, their tellers, and what is asked for."""

from collections.abc import Iterator

from attrs import field, frozen

from maturity.comparison import Comparison
from maturity.report.citations import Citations
from maturity.report.facts import Teller
from maturity.report.page import Column
from maturity.scoring import Assessment


@frozen(kw_only=True)
class SideBySide:
    """Countries as the columns of tables, in one language."""

    comparison: Comparison
    tellers: tuple[Teller, ...] = field(metadata={"doc": "One for each country, in order."})
    citations: Citations
    dimension: str | None = None
    with_ranks: bool = False

    @property
    def teller(self) -> Teller:
        """Tells what is said of all countries."""
        return self.tellers[0]

    def countries(self) -> Iterator[tuple[Assessment, Teller]]:
        """Each country with its teller."""
        yield from zip(self.comparison.assessments, self.tellers, strict=True)

    def columns(self, *, share: int = 1) -> tuple[Column, ...]:
        """A column for each country; with the wave in its head where they are of different ones."""
        return tuple(Column(head=name, share=share) for name in country_heads(self.comparison, self.teller))

    def group_columns(self) -> tuple[Column, ...]:
        """A column for the median of each group."""
        names = (self.teller.text(each.group.label) for each in self.comparison.groups)
        return tuple(Column(head=self.teller.say("compare.median", group=name)) for name in names)


def country_heads(comparison: Comparison, teller: Teller) -> list[str]:
    """Names of the countries; with the wave where they are of different ones."""
    profiles = [each.profile for each in comparison.assessments]
    names = [each.names.in_language(teller.language) for each in profiles]
    if len({each.wave for each in profiles}) == 1:
        return names
    return [f"{name} {each.wave}" for name, each in zip(names, profiles, strict=True)]
