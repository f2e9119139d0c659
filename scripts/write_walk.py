"""Writes docs/france-walk.md: the study place by place, with the records that carry each.

Usage: python scripts/write_walk.py [--check]
"""

import argparse
import sys
from pathlib import Path

from maturity.reading import load_country, load_framework
from maturity.render.markdown import render_markdown
from maturity.report.walk_page import walk_page

PAGE = Path(__file__).parents[1] / "docs" / "france-walk.md"


def main() -> int:
    """Write the page; with --check only say whether it is stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail when the page is stale")
    options = parser.parse_args()
    framework = load_framework(languages=())
    text = render_markdown(walk_page(load_country("FRA", wave=2022, languages=()), framework))
    if not options.check:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    fresh = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text
    if not fresh:
        sys.stderr.write("docs/france-walk.md is stale: run python scripts/write_walk.py\n")
    return 0 if fresh else 1


if __name__ == "__main__":
    sys.exit(main())
