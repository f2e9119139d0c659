"""The fact tables of the study, by name."""

from attrs import frozen

from maturity.profile import Profile


@frozen(kw_only=True)
class FactTable:
    """One table of facts that profiles hold."""

    id: str
    title: str
    in_study: str
    section: str
    records: str


TABLES = (
    FactTable(id="statistics", title="Statistics", in_study="Tables 1, 3, 4; text", section="*", records="statistics"),
    FactTable(
        id="branches", title="Branches of social security", in_study="Table 2", section="context", records="branches"
    ),
    FactTable(
        id="institutions",
        title="Institutions and their roles",
        in_study="Tables 5, 7",
        section="governance",
        records="institutions",
    ),
    FactTable(
        id="coordination",
        title="Who coordinates what",
        in_study="Tables 6, 8",
        section="governance",
        records="coordination",
    ),
    FactTable(
        id="legal-framework", title="Legal framework", in_study="Table 9", section="legal", records="legal_framework"
    ),
    FactTable(
        id="key-enablers",
        title="Key enablers and standards",
        in_study="Table 10",
        section="legal",
        records="key_enablers",
    ),
    FactTable(
        id="back-end-standards",
        title="Back-end standards",
        in_study="Table 11",
        section="back_end",
        records="back_end_standards",
    ),
    FactTable(
        id="transformations",
        title="Back-end plans of the branches",
        in_study="Table 12",
        section="back_end",
        records="transformations",
    ),
    FactTable(
        id="portals", title="Portal ecosystem", in_study="Table 13", section="front_end", records="portal_ecosystem"
    ),
    FactTable(
        id="skills-activities",
        title="Skills and capacity activities",
        in_study="Table 14",
        section="skills",
        records="activities",
    ),
    FactTable(
        id="inclusion-actions", title="Inclusion actions", in_study="Table 15", section="inclusion", records="actions"
    ),
    FactTable(
        id="inclusion-results", title="Inclusion results", in_study="Table 15", section="inclusion", records="results"
    ),
    FactTable(id="findings", title="Findings", in_study="text", section="*", records="findings"),
    FactTable(id="lessons", title="Lessons learned", in_study="Section 9", section="lessons", records="lessons"),
)
"""Every fact table, in the study's order; section `*` means all sections."""


def count_rows(table: FactTable, profile: Profile) -> int:
    """How many records a profile holds for a table."""
    if table.section == "*":
        return sum(len(getattr(section, table.records)) for section in profile.sections)
    return len(getattr(getattr(profile, table.section), table.records))
