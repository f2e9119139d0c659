"""Section 9 of the study: what others can learn."""

from attrs import field, frozen

from maturity.records.findings import Lesson
from maturity.records.section import Section


@frozen(kw_only=True)
class Lessons(Section):
    """Lessons learned, with what the section says beside them."""

    lessons: tuple[Lesson, ...] = field(default=(), metadata={"doc": "Section 9."})
