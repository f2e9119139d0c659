"""Fixed phrases of spreadsheets: English, Chinese, French."""

SPREADSHEET_PHRASES: dict[str, tuple[str, str, str]] = {
    "spreadsheet.contents": ("Contents", "目录", "Sommaire"),
    "spreadsheet.unit": ("Unit", "单位", "Unité"),
    "spreadsheet.references": ("References", "参考文献", "Références"),
    "spreadsheet.head": ("{head} ({unit})", "{head}（{unit}）", "{head} ({unit})"),
}
