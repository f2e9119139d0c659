"""The words of expressions as DuckDB's SQL, so that a whole table becomes one query that is bound once."""

from collections.abc import Callable, Sequence
from functools import reduce
from operator import and_

from attrs import evolve, field, frozen

Float64, String, Boolean = "DOUBLE", "VARCHAR", "BOOLEAN"
SPACES = "".join(chr(code) for code in range(1, 0x3001) if chr(code).isspace())


@frozen(eq=False)
class Sql:
    """An expression; the methods say what those of narwhals say."""

    text: str
    name: str = ""
    window: Callable[[str], str] | None = field(default=None)
    bare: str = field(default="", metadata={"doc": "The text without the parentheses around it, where it has some."})

    def alias(self, name: str) -> "Sql":
        """The expression under a name."""
        return evolve(self, name=name)

    def over(self, *partition: str) -> "Sql":
        """The statistic within each value of the partition."""
        clause = "PARTITION BY " + ", ".join(map(quoted, partition))
        return Sql(self.window(clause) if self.window else f"{self.text} OVER ({clause})")

    def __add__(self, other: object) -> "Sql":
        return _joined(self, "+", other)

    def __sub__(self, other: object) -> "Sql":
        return _joined(self, "-", other)

    def __rsub__(self, other: object) -> "Sql":
        return _joined(other, "-", self)

    def __mul__(self, other: object) -> "Sql":
        return _joined(self, "*", other)

    __rmul__ = __mul__

    def __truediv__(self, other: object) -> "Sql":
        return _joined(self, "/", other)

    def __rtruediv__(self, other: object) -> "Sql":
        return _joined(other, "/", self)

    def __ge__(self, other: object) -> "Sql":
        return _joined(self, ">=", other)

    def __gt__(self, other: object) -> "Sql":
        return _joined(self, ">", other)

    def __le__(self, other: object) -> "Sql":
        return _joined(self, "<=", other)

    def __lt__(self, other: object) -> "Sql":
        return _joined(self, "<", other)

    def __eq__(self, other: object) -> "Sql":  # type: ignore[override]
        return _joined(self, "=", other)

    def __ne__(self, other: object) -> "Sql":  # type: ignore[override]
        return _joined(self, "<>", other)

    def __and__(self, other: "Sql") -> "Sql":
        return _joined(self, "AND", other)

    def __or__(self, other: "Sql") -> "Sql":
        return _joined(self, "OR", other)

    def __invert__(self) -> "Sql":
        return _enclosed(f"NOT {self.text}")

    def is_null(self) -> "Sql":
        """Where there is no value."""
        return _enclosed(f"{self.text} IS NULL")

    def is_finite(self) -> "Sql":
        """Where it is a number, and not infinite."""
        return Sql(f"isfinite({bare_text_of(self)})")

    def is_in(self, values: Sequence[object]) -> "Sql":
        """Where it is one of the values."""
        return _enclosed(f"{self.text} IN ({', '.join(map(text_of, values))})")

    def cast(self, kind: str) -> "Sql":
        """The value as another type."""
        return Sql(f"CAST({self.text} AS {kind})")

    def clip(self, lower: float | None, upper: float | None) -> "Sql":
        """The value, or the bound that it lies beyond."""
        below = "" if lower is None else f"WHEN {self.text} < {text_of(lower)} THEN {text_of(lower)} "
        above = "" if upper is None else f"WHEN {self.text} > {text_of(upper)} THEN {text_of(upper)} "
        return Sql(f"CASE {below}{above}ELSE {self.text} END")

    def log(self) -> "Sql":
        """The natural logarithm."""
        return Sql(f"ln({bare_text_of(self)})")

    def exp(self) -> "Sql":
        """The exponential."""
        return Sql(f"exp({bare_text_of(self)})")

    def floor(self) -> "Sql":
        """The next whole number below."""
        return Sql(f"floor({bare_text_of(self)})")

    def round(self, decimals: int) -> "Sql":
        """The value to some decimals."""
        return Sql(f"round({self.text}, {decimals})")

    def min(self) -> "Sql":
        """The lowest of all rows."""
        return Sql(f"min({bare_text_of(self)})")

    def max(self) -> "Sql":
        """The highest of all rows."""
        return Sql(f"max({bare_text_of(self)})")

    def mean(self) -> "Sql":
        """The mean of all rows."""
        return Sql(f"avg({bare_text_of(self)})")

    def std(self) -> "Sql":
        """The standard deviation of all rows, as of a sample."""
        return Sql(f"stddev_samp({bare_text_of(self)})")

    def count(self) -> "Sql":
        """How many rows have a value."""
        return Sql(f"count({bare_text_of(self)})")

    def rank(self, method: str, *, descending: bool) -> "Sql":
        """The place among all rows; ties share the best one."""
        del method

        def ranked(partition: str) -> str:
            order = f"ORDER BY {self.text} {'DESC' if descending else 'ASC'} NULLS LAST"
            return f"CASE WHEN {self.text} IS NOT NULL THEN rank() OVER ({partition} {order}) END"

        return Sql(ranked(""), window=ranked)

    @property
    def str(self) -> "SqlText":
        """The expression as a text."""
        return SqlText(self.text)


@frozen
class SqlText:
    """What can be done with a text."""

    text: str

    def strip_chars(self) -> Sql:
        """The text without white space around it."""
        return Sql(f"trim({self.text}, {text_of(SPACES)})")


@frozen
class When:
    """Cases, the first of which that holds counts."""

    condition: str

    def then(self, value: object) -> "Then":
        """The value where the condition holds."""
        return Then(
            text=f"CASE WHEN {self.condition} THEN {bare_text_of(value)} END",
            begun=self.condition,
            value=bare_text_of(value),
            is_constant=value is not None and not isinstance(value, Sql),
        )


@frozen(eq=False, kw_only=True)
class Then(Sql):
    """A case without another value yet."""

    begun: str
    value: str
    is_constant: bool

    def otherwise(self, value: object) -> Sql:
        """The value where it does not."""
        return Sql(f"CASE WHEN {self.begun} THEN {self.value} ELSE {bare_text_of(value)} END")


def _enclosed(text: str) -> Sql:
    return Sql(f"({text})", bare=text)


def _joined(left: object, sign: str, right: object) -> Sql:
    return _enclosed(f"{text_of(left)} {sign} {text_of(right)}")


def col(name: str) -> Sql:
    """A column."""
    return Sql(quoted(name), name)


def lit(value: object, dtype: str | None = None) -> Sql:
    """A constant."""
    return Sql(f"CAST({text_of(value)} AS {dtype})" if dtype else text_of(value))


def when(*conditions: Sql) -> When:
    """The beginning of `when(…).then(…).otherwise(…)`."""
    return When(bare_text_of(reduce(and_, conditions)))


def sum_horizontal(*values: Sql) -> Sql:
    """The sum of those that are not missing."""
    return _enclosed(" + ".join(map(_or_zero, values)))


def min_horizontal(*values: Sql) -> Sql:
    """The lowest that is not missing."""
    return Sql(f"least({', '.join(each.text for each in values)})")


def max_horizontal(*values: Sql) -> Sql:
    """The highest that is not missing."""
    return Sql(f"greatest({', '.join(each.text for each in values)})")


def _or_zero(value: Sql) -> str:
    if isinstance(value, Then) and value.is_constant:
        return value.otherwise(0).text
    return f"coalesce({bare_text_of(value)}, 0e0)"


def text_of(value: object) -> str:
    """A value as SQL; numbers are written so that DuckDB takes them for floating-point ones and not for decimals."""
    if isinstance(value, Sql):
        return value.text
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        number = repr(float(value))
        return number if "e" in number else f"{number}e0"
    return "'" + str(value).replace("'", "''") + "'"


def bare_text_of(value: object) -> str:
    """The same, where nothing stands beside it that would bind more strongly."""
    return (value.bare if isinstance(value, Sql) else "") or text_of(value)


def quoted(name: str) -> str:
    """A name as SQL."""
    return '"' + name.replace('"', '""') + '"'
