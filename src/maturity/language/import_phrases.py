"""What `maturity import` says while it writes, in the reader's language."""

IMPORT_PHRASES: dict[str, tuple[str, str, str]] = {
    "import.same": (
        "{folder}: nothing to change",
        "{folder}：无需更改",
        "{folder}\u00a0: rien à modifier",
    ),
    "import.new": (
        "{folder}: {count} files written",
        "{folder}：已写入{count}个文件",
        "{folder}\u00a0: {count} fichiers écrits",
    ),
    "import.changed": (
        "{folder}: changed {files}",
        "{folder}：已更改 {files}",
        "{folder}\u00a0: fichiers modifiés\u00a0: {files}",
    ),
    "import.ask": (
        "Write this change to {folder}? [y/N] ",
        "是否将以上更改写入{folder}？[y/N] ",
        "Écrire cette modification dans {folder}\u00a0? [y/N] ",
    ),
    "import.declined": (
        "{folder}: nothing was written",
        "{folder}：未写入任何内容",
        "{folder}\u00a0: rien n’a été écrit",
    ),
    "import.unasked": (
        "{folder}: nothing was written; add --yes to write this change",
        "{folder}：未写入任何内容；如需写入以上更改，请加 --yes",
        "{folder}\u00a0: rien n’a été écrit\u00a0; ajoutez --yes pour écrire cette modification",
    ),
    "import.place": (
        "{country} goes to {folder}",
        "{country}写入{folder}",
        "{country} va dans {folder}",
    ),
    "import.apart": (
        "{folder} stands in no catalog: name it by its path, as in maturity report {folder}",
        "{folder}不在任何目录中：请按路径使用，例如 maturity report {folder}",
        "{folder} n’est dans aucun catalogue\u00a0: nommez-le par son chemin, comme dans maturity report {folder}",
    ),
    "import.finished": (
        "{folder}: finished an earlier import that was cut short ({files})",
        "{folder}：已完成此前中断的导入（{files}）",
        "{folder}\u00a0: une importation antérieure interrompue a été achevée ({files})",
    ),
    "import.stale": (
        "{folder}: translations older than their text: {count}; maturity check names them",
        "{folder}：译文早于原文：{count}处；可用 maturity check 逐一查看",
        "{folder}\u00a0: traductions plus anciennes que leur texte\u00a0: {count}\u00a0; maturity check les nomme",
    ),
}
"""By key: English, Chinese, French."""
