"""Section 2 of the study: the country and its social security (tables 1–4)."""

from attrs import field, frozen

from maturity.records.record import Record
from maturity.records.section import Section
from maturity.text import Text


@frozen(kw_only=True)
class Branch(Record):
    """One branch of social security: whom it covers, who runs it, who pays (table 2)."""

    name: Text
    contingencies: tuple[str, ...] = field(
        metadata={
            "refers": "vocabulary/contingencies",
            "doc": "Terms of the vocabulary `contingencies` (ILO Convention 102).",
        }
    )
    managed_by: tuple[str, ...] = field(default=(), metadata={"refers": "records", "doc": "Ids of institutions."})
    paid_by: tuple[str, ...] = field(
        default=(), metadata={"refers": "records", "doc": "Ids of the institutions that pay or collect."}
    )
    benefits: tuple[Text, ...] = field(default=(), metadata={"doc": "What it provides."})
    coverage: tuple[Text, ...] = field(default=(), metadata={"doc": "Whom it covers, and where."})
    eligibility: tuple[Text, ...] = field(default=(), metadata={"doc": "Conditions."})
    financing: tuple[Text, ...] = field(default=(), metadata={"doc": "How it is paid for."})
    organisation: tuple[Text, ...] = field(default=(), metadata={"doc": "How it is organised."})


@frozen(kw_only=True)
class Context(Section):
    """The country in figures and the branches of its social security (tables 1–4)."""

    branches: tuple[Branch, ...] = field(default=(), metadata={"doc": "Table 2."})
