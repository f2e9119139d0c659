"""The levels that a country is held against: one for all, those of other countries, or a plan's."""

from collections.abc import Callable, Mapping, Sequence

from attrs import field, frozen

from maturity.scoring import Assessment


@frozen(kw_only=True)
class Target:
    """The level aimed at, for each indicator or for all alike."""

    kind: str = field(metadata={"doc": "`level`, `best`, `median` or `plan`."})
    everywhere: float | None = field(default=None, metadata={"doc": "The level, where it is the same for all."})
    levels: tuple[tuple[str, float], ...] = field(default=(), metadata={"doc": "Pairs of indicator and level."})
    of: tuple[str, ...] = field(default=(), metadata={"doc": "Codes and waves that it was taken from."})

    @classmethod
    def level(cls, value: int) -> "Target":
        """The same level everywhere."""
        return cls(kind="level", everywhere=value)

    @classmethod
    def best(cls, *, of: Sequence[Assessment]) -> "Target":
        """For each indicator the highest level among *of*; none where none of them is rated."""
        return cls._from_peers("best", of, max)

    @classmethod
    def median(cls, *, of: Sequence[Assessment]) -> "Target":
        """For each indicator the median level among *of*; none where none of them is rated."""
        from statistics import median  # takes milliseconds, which most reports can do without

        return cls._from_peers("median", of, median)

    @classmethod
    def plan(cls, levels: Mapping[str, int]) -> "Target":
        """A level for each indicator that is named."""
        return cls(kind="plan", levels=tuple(sorted(levels.items())))

    @classmethod
    def _from_peers(cls, kind: str, of: Sequence[Assessment], choose: Callable[[list[int]], float]) -> "Target":
        if not of:
            raise ValueError(f"the target '{kind}' needs at least one country to take it from")
        levels = {}
        for indicator in of[0].framework.indicators:
            ratings = [each.rating(indicator.id) for each in of]
            known = [rating.level for rating in ratings if rating and rating.level is not None]
            if known:
                levels[indicator.id] = float(choose(known))
        names = tuple(f"{each.profile.code}@{each.profile.wave}" for each in of)
        return cls(kind=kind, levels=tuple(levels.items()), of=names)

    @property
    def name(self) -> str:
        """What it is, in a word or two: *level 4*, *best*."""
        return self.kind if self.everywhere is None else f"level {self.everywhere:g}"

    def for_indicator(self, id: str) -> float | None:
        """The level aimed at for an indicator; nothing where the target names none."""
        return self.everywhere if self.everywhere is not None else dict(self.levels).get(id)
