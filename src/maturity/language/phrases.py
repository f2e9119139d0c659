"""Fixed phrases of reports, in the reader's language."""

from maturity.language.chart_phrases import CHART_PHRASES
from maturity.language.import_phrases import IMPORT_PHRASES
from maturity.language.notebook_phrases import NOTEBOOK_PHRASES
from maturity.language.report_phrases import REPORT_PHRASES
from maturity.language.rule_phrases import RULE_PHRASES
from maturity.language.scaffold_phrases import SCAFFOLD_PHRASES
from maturity.language.spreadsheet_phrases import SPREADSHEET_PHRASES
from maturity.language.status_phrases import STATUS_PHRASES
from maturity.language.table_phrases import TABLE_PHRASES

PHRASES = {
    **REPORT_PHRASES,
    **TABLE_PHRASES,
    **CHART_PHRASES,
    **IMPORT_PHRASES,
    **NOTEBOOK_PHRASES,
    **RULE_PHRASES,
    **SCAFFOLD_PHRASES,
    **SPREADSHEET_PHRASES,
    **STATUS_PHRASES,
}
"""By key: English, Chinese, French."""

_ORDER = ("en", "zh", "fr")
_BY_LANGUAGE = {
    language: {key: texts[place] for key, texts in PHRASES.items()} for place, language in enumerate(_ORDER)
}


def say(key: str, language: str, **values: object) -> str:
    """The phrase *key* in *language*, with *values* put in."""
    return _BY_LANGUAGE[language][key].format(**values)
