"""Countries side by side, for tests of single tables of a comparison."""

from maturity.comparison import Comparison, GroupMembers
from maturity.dates import Date
from maturity.groups import Group, GroupSource
from maturity.report.citations import Citations
from maturity.report.facts import Teller
from maturity.report.page import Table
from maturity.report.side_by_side import SideBySide
from maturity.scoring import Assessment
from maturity.text import Text


def view(
    comparison: Comparison, *, language: str = "en", dimension: str | None = None, with_ranks: bool = False
) -> SideBySide:
    """What a table needs to know; no source has a number yet."""
    return SideBySide(
        comparison=comparison,
        tellers=tuple(Teller.of(each.profile, each.framework, language) for each in comparison.assessments),
        citations=Citations(),
        dimension=dimension,
        with_ranks=with_ranks,
    )


def group_of(*assessments: Assessment, label: str = "Neighbours", **translations: str) -> GroupMembers:
    """A group whose members are these countries."""
    source = GroupSource(title="List", publisher="Ministry", url="https://example.org", accessed=Date("2026-01-01"))
    group = Group(
        id="some",
        label=Text(original=label, translations=tuple(sorted(translations.items()))),
        as_of=Date("2026"),
        sources=(source,),
        members=tuple(dict.fromkeys(each.profile.code for each in assessments)) or ("ZZZ",),
    )
    return GroupMembers(group=group, assessments=assessments)


def heads(table: Table) -> list[str]:
    """What stands above the columns."""
    return [each.head for each in table.columns]
