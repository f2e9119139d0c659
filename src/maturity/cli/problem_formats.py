"""Prints problems in the format asked for."""

from collections.abc import Sequence

from maturity.cli.console import print_result
from maturity.problems import Problem
from maturity.render.problem_lists import render_problem_annotations, render_problem_json, render_problem_lines

_RENDER = {"text": render_problem_lines, "json": render_problem_json, "github": render_problem_annotations}


def print_problems(problems: Sequence[Problem], form: str) -> None:
    """Print *problems* in order of place."""
    text = _RENDER[form](problems)
    if text:
        print_result(text)
