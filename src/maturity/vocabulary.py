"""Lists of terms that make countries comparable: rows of tables, kinds, statistics with their units."""

from functools import cached_property

from attrs import field, frozen, validators

from maturity.text import Text


@frozen(kw_only=True)
class Term:
    """One term of a vocabulary; a statistic has a unit and a plausible range."""

    id: str = field(validator=validators.matches_re(r"[a-z0-9]+(-[a-z0-9]+)*"))
    label: Text
    unit: str | None = field(default=None, metadata={"doc": "Unit of a statistic."})
    low: float | None = field(default=None, metadata={"doc": "Lowest plausible value for any country, in `unit`."})
    high: float | None = field(default=None, metadata={"doc": "Highest plausible value for any country, in `unit`."})


@frozen(kw_only=True)
class Vocabulary:
    """A list of terms under one name."""

    id: str
    terms: tuple[Term, ...]

    @cached_property
    def _by_id(self) -> dict[str, Term]:
        return {each.id: each for each in reversed(self.terms)}

    def __contains__(self, id: object) -> bool:
        return id in self._by_id

    def term(self, id: str) -> Term:
        """The term with that id.

        Raises:
            KeyError: There is none.
        """
        return self._by_id[id]
