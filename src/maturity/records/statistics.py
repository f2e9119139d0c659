"""Figures: any section may hold them."""

from attrs import field, frozen, validators

from maturity.dates import Date
from maturity.records.record import Record
from maturity.text import Text


@frozen(kw_only=True)
class Statistic(Record):
    """One figure, with its unit and its time."""

    statistic: str = field(
        metadata={"refers": "vocabulary/statistics", "doc": "Term of the framework's vocabulary `statistics`."}
    )
    value: int | float | None = field(default=None, metadata={"doc": "The figure, in `unit`."})
    low: int | float | None = field(default=None, metadata={"doc": "Lower end, where a range is given."})
    high: int | float | None = field(default=None, metadata={"doc": "Upper end, where a range is given."})
    text: Text | None = field(default=None, metadata={"doc": "The answer, where it is no number."})
    unit: str = field(metadata={"doc": "Unit, as the vocabulary declares it."})
    year: int | None = field(default=None, validator=validators.optional(validators.in_(range(1800, 2101))))
    as_of: Date | None = field(default=None, metadata={"doc": "Month or day, where the source gives it."})
    estimate: bool = field(default=False, metadata={"doc": "The source calls it an estimate."})
    approximate: bool = field(default=False, metadata={"doc": "The source says about, some, up to."})
    scope: str | None = field(
        default=None, metadata={"refers": "records", "doc": "Id of the branch or institution it is about."}
    )
    series: str | None = field(
        default=None,
        validator=validators.optional(validators.in_(("like-for-like", "preferred"))),
        metadata={"doc": "Which of two series of the same statistic it belongs to."},
    )

    def __attrs_post_init__(self) -> None:
        ranged = self.low is not None or self.high is not None
        if [self.value is not None, ranged, self.text is not None].count(True) != 1:
            raise ValueError("a statistic has exactly one of value, low and high, or text")
        if ranged and (self.low is None or self.high is None or self.low > self.high):
            raise ValueError("a range has low and high, and low is not above high")
        if self.year is None and self.as_of is None:
            raise ValueError("a statistic has a year or an as_of")
