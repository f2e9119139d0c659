import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.gaps import gap_report
from maturity.render.data_files import render_csv, render_json
from maturity.render.visible import visible
from maturity.report.gap_data import ReportData, gap_data
from maturity.scoring import assess
from tests import synthetic
from tests.shipped import france_report

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", "＝1+1", " =1+1", "\n=1"]


def data(*, summary: str = "Seen.", rationale: str = "It was seen.") -> ReportData:
    rated = synthetic.rating("a.one", 1, summary=summary, rationale=rationale)
    return gap_data(gap_report(assess(synthetic.profile({"a.two": 3}, ratings=[rated]), synthetic.framework())))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_table_of_values_begins_with_a_byte_order_mark() -> None:
    assert render_csv(data()).encode()[:3] == b"\xef\xbb\xbf"
    assert render_csv(data()).count("\ufeff") == 1


def test_there_is_one_row_for_each_indicator() -> None:
    found = rows(render_csv(data()))
    assert [each["id"] for each in found] == list(synthetic.INDICATORS)
    assert {(each["country"], each["wave"]) for each in found} == {("AAA", "2020")}


def test_lines_end_as_rfc_4180_says() -> None:
    text = render_csv(data())
    assert text.count("\r\n") == text.count("\n") == len(synthetic.INDICATORS) + 1


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_looks_like_a_formula_is_set_off(text: str) -> None:
    cell = rows(render_csv(data(summary=text)))[0]["summary"]
    assert cell == f"'{text}"


def test_a_number_is_not_set_off() -> None:
    found = rows(render_csv(data()))[0]
    assert (found["level"], found["target"], found["gap"]) == ("1", "4", "3")


def test_what_is_not_known_is_an_empty_cell_and_not_zero() -> None:
    found = rows(render_csv(data()))[2]
    assert (found["state"], found["level"], found["gap"], found["gain"]) == ("not-rated", "", "", "")


@pytest.mark.parametrize("text", ["社会保障，数字化", "one\ntwo", 'say "so"', "a,b;c", "l’État\u00a0: oui"])
def test_a_text_reads_back_as_it_was(text: str) -> None:
    found = data(summary=text, rationale=text)
    row = rows(render_csv(found))[0]
    assert (row["summary"], row["rationale"]) == (text, text)
    assert json.loads(render_json(found))["indicators"][0]["summary"] == text


def test_evidence_stands_with_its_place() -> None:
    assert rows(render_csv(data()))[0]["evidence"] == "fact (§1)"


def test_json_holds_chinese_as_it_is_written() -> None:
    assert "社会保障" in render_json(data(summary="社会保障"))


def test_json_ends_with_a_line_break() -> None:
    assert render_json(data()).endswith("}\n")


def test_the_numbers_of_json_are_those_of_the_assessment() -> None:
    report = france_report()
    found = json.loads(render_json(gap_data(report)))
    for node in found["nodes"]:
        score = report.assessment.score(node["id"])
        assert (node["score"], node["coverage"], node["rated"]) == (score.score, score.coverage, score.count("rated"))
        assert (node["level"], node["gap"]) == (report.assessment.level(node["id"]), report.node_gap(node["id"]))
        assert node["no_score_because"] == score.reason
    gains = {each["id"]: each["gain"] for each in found["indicators"]}
    order = {each["id"]: each["order"] for each in found["indicators"]}
    for place, gap in enumerate(report.gaps, 1):
        assert (gains[gap.indicator.id], order[gap.indicator.id]) == (gap.gain, place)


def test_the_rows_of_both_files_are_the_same() -> None:
    found = gap_data(france_report(), language="zh", dimension="legal")
    from_json = json.loads(render_json(found))["indicators"]
    from_csv = rows(render_csv(found))
    assert [each["id"] for each in from_csv] == [each["id"] for each in from_json]
    assert [each["label"] for each in from_csv] == [each["label"] for each in from_json]
    assert all(each["id"].startswith("legal.") for each in from_csv)


def test_json_holds_no_value_that_json_lacks() -> None:
    def refuse(name: str) -> None:
        raise AssertionError(name)

    json.loads(render_json(gap_data(france_report())), parse_constant=refuse)


@given(st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_cell_begins_as_a_formula_does(text: str) -> None:
    cell = rows(render_csv(data(summary=text)))[0]["summary"]
    assert not cell.lstrip(" \n").startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
    assert cell in (visible(text), f"'{visible(text)}")
