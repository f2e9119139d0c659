"""Results as pages and frames for a notebook or a prompt: what their `show` and `to_frame` look up."""

from collections.abc import Mapping, Sequence
from typing import Any

from maturity.comparison import Comparison
from maturity.files.faults import did_you_mean
from maturity.gaps import GapReport
from maturity.problems import UnknownNameError
from maturity.reading import check_dimension
from maturity.render.frame import BACKENDS, render_frame
from maturity.render.html import render_html_fragment
from maturity.render.terminal import render_terminal
from maturity.report.assessment_page import assessment_page
from maturity.report.compare_page import TABLE_IDS, compare_page
from maturity.report.comparison_data import CellRow, comparison_data
from maturity.report.gap_data import IndicatorRow, gap_data
from maturity.report.gap_page import brief_gap_page, gap_page
from maturity.report.page import Page
from maturity.report.score_data import ScoreRow, score_data
from maturity.scoring import Assessment
from maturity.text import LANGUAGES
from maturity.views import View

PROMPT_WIDTH = 80
"""Columns of what is shown at a prompt."""


def show_assessment(assessment: Assessment, *, language: str) -> View:
    """See `Assessment.show`."""
    _check("language", language, LANGUAGES)
    return _view(assessment_page(assessment, language=language))


def show_gaps(report: GapReport, *, language: str, dimension: str | None, details: bool) -> View:
    """See `GapReport.show`."""
    _check("language", language, LANGUAGES)
    check_dimension(dimension, report.assessment.framework)
    if details:
        return _view(gap_page(report, language=language, dimension=dimension, with_charts=True))
    return _view(brief_gap_page(report, language=language, dimension=dimension))


def show_comparison(
    comparison: Comparison, *, tables: str | Sequence[str], language: str, dimension: str | None
) -> View:
    """See `Comparison.show`."""
    chosen = _chosen_tables(tables)
    _check("language", language, LANGUAGES)
    check_dimension(dimension, comparison.framework)
    return _view(compare_page(comparison, tables=chosen, language=language, dimension=dimension, with_charts=True))


def assessment_frame(assessment: Assessment, *, backend: str | None, language: str) -> Any:  # noqa: ANN401
    """See `Assessment.to_frame`."""
    _check("language", language, LANGUAGES)
    return _frame(ScoreRow, score_data(assessment, language=language), backend)


def gap_frame(report: GapReport, *, backend: str | None, language: str, dimension: str | None) -> Any:  # noqa: ANN401
    """See `GapReport.to_frame`."""
    _check("language", language, LANGUAGES)
    check_dimension(dimension, report.assessment.framework)
    data = gap_data(report, language=language, dimension=dimension)
    return _frame(IndicatorRow, data.indicators, backend, front={"country": data.country, "wave": data.wave})


def comparison_frame(
    comparison: Comparison,
    *,
    tables: str | Sequence[str],
    backend: str | None,
    language: str,
    dimension: str | None,
    with_ranks: bool,
) -> Any:  # noqa: ANN401
    """See `Comparison.to_frame`."""
    chosen = _chosen_tables(tables)
    _check("language", language, LANGUAGES)
    check_dimension(dimension, comparison.framework)
    rows = comparison_data(comparison, tables=chosen, language=language, dimension=dimension, with_ranks=with_ranks)
    return _frame(CellRow, rows, backend)


def _view(page: Page) -> View:
    return View(html=render_html_fragment(page), text=render_terminal(page, width=PROMPT_WIDTH))


def _frame(
    kind: type, rows: Sequence[object], backend: str | None, *, front: Mapping[str, str | int] | None = None
) -> Any:  # noqa: ANN401
    if backend is not None:
        _check("backend", backend, BACKENDS)
    return render_frame(kind, rows, backend=backend, front=front)


def _chosen_tables(tables: str | Sequence[str]) -> Sequence[str]:
    if tables == "all":
        return TABLE_IDS
    chosen = (tables,) if isinstance(tables, str) else tables
    for each in chosen:
        _check("table", each, TABLE_IDS)
    return chosen


def _check(what: str, name: str, known: Sequence[str]) -> None:
    if name not in known:
        raise UnknownNameError(f"unknown {what} '{name}' ({did_you_mean(name, known) or ', '.join(known)})")
