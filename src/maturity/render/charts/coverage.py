"""Coverage drawn: how many indicators are rated and how many not, as shares of a bar, with the number in each part."""

from collections.abc import Iterator, Sequence

from maturity.render.charts.drawing import Drawing, Mark, Part, Strokes, Words, box
from maturity.render.charts.frame import INNER, LINE, framed, legend, lines_at, lines_beside, state_items
from maturity.render.charts.palette import DIM, PATTERN, RATED, STATE_HATCHES, WHITE, leaning
from maturity.render.charts.text_size import set_lines, text_width, widest
from maturity.report.charts import RATED as RATED_STATE
from maturity.report.charts import CoverageBar, CoverageBars

_SIZE = 12.0
_LABEL, _SHARE = 210.0, 84.0
_BAR, _GAP = 18.0, 14.0


def draw_coverage(chart: CoverageBars, *, titled: bool = True) -> Drawing:
    """A bar for each dimension or country, with the share of the weight that is rated beside it."""
    rated = ((box(0, 0, 22, 14, RATED),), chart.rated)
    key = legend([rated, *state_items(chart)])
    label = widest([each.label for each in chart.bars], _SIZE, _LABEL)
    rows = [_row(each, label) for each in chart.bars]
    return framed(chart, [key, _head(chart.coverage), *rows, Part(height=8)], titled=titled)


def _head(text: str) -> Part:
    lines = set_lines(text, 11, _SHARE, most=2)
    return Part(
        marks=tuple(lines_at((INNER, 11), lines, 11, anchor="end", colour=DIM)), height=len(lines) * 11 * LINE + 2
    )


def _row(bar: CoverageBar, label: float) -> Part:
    lines = set_lines(bar.label, _SIZE, label)
    height = max(len(lines) * _SIZE * LINE + 8, _BAR + _GAP)
    middle = height / 2
    marks: list[Mark] = [*lines_beside(0, middle, lines, _SIZE)]
    marks += _parts(bar, label + 14, middle - _BAR / 2, INNER - _SHARE - label - 14)
    marks.append(Words(x=INNER, y=middle + _SIZE * 0.36, text=bar.coverage, size=_SIZE, bold=True, anchor="end"))
    return Part(marks=tuple(marks), height=height)


def _parts(bar: CoverageBar, x: float, y: float, room: float) -> Iterator[Mark]:
    above = x
    for state, count in bar.counts:
        if not count:
            continue
        width = room * count / bar.total
        yield from _part(state, x, y, width)
        text = str(count)
        needed = text_width(text, 11, bold=True) + 4
        middle = x + width / 2
        if width >= needed:
            yield from _number(text, middle, y + _BAR / 2, state)
        else:  # too narrow for its number, which then stands above
            above = max(middle, above)
            yield Words(x=above, y=y - 2, text=text, size=10, bold=True, anchor="middle")
            above += needed
        x += width


def _part(state: str, x: float, y: float, width: float) -> Sequence[Mark]:
    if state == RATED_STATE:
        return (box(x, y, width, _BAR, RATED, outline=WHITE),)
    hatch = STATE_HATCHES[state]
    lines = [each for slope in hatch.slopes for each in leaning(x, y, width, _BAR, slope, hatch.spacing)]
    return (box(x, y, width, _BAR, WHITE, outline=PATTERN), Strokes(segments=tuple(lines), colour=PATTERN, width=0.8))


def _number(text: str, x: float, middle: float, state: str) -> Iterator[Mark]:
    width = text_width(text, 11, bold=True)
    if state != RATED_STATE:
        yield box(x - width / 2 - 2, middle - 6.5, width + 4, 13, WHITE)
    colour = WHITE if state == RATED_STATE else "1A1A1A"
    yield Words(x=x, y=middle + 4, text=text, size=11, bold=True, anchor="middle", colour=colour)
