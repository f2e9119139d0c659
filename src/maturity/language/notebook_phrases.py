"""Fixed phrases of what a notebook shows: English, Chinese, French."""

NOTEBOOK_PHRASES: dict[str, tuple[str, str, str]] = {
    "notebook.details": (
        "show(details=True) adds what stands behind each gap, what is not known, lessons and sources.",
        "show(details=True)另外列出每项差距的依据、尚不清楚的事项、经验教训和来源。",
        "show(details=True) ajoute ce qui fonde chaque écart, ce qui n’est pas connu, les enseignements et les sources.",
    ),
}
"""By key: English, Chinese, French."""
