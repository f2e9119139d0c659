"""What docs/gallery.md shows, in order: commands with what is said of them, and how much of what they print."""

from importlib.util import find_spec

from attrs import field, frozen

FIVE = "FRA DNK AUS CAN CHN"


@frozen
class Excerpt:
    """Some lines of what a command prints."""

    said: str
    command: str
    begin: str = field(default="", metadata={"doc": "What the first line that is shown begins with."})
    most: int = 24
    fence: str = "console"


@frozen
class Rows:
    """The first rows of the first table of a page in Markdown, shown as a table; the command has `--format md`."""

    said: str
    command: str
    most: int = 12


@frozen
class Prompt:
    """Lines of Python, and what a prompt answers."""

    said: str
    lines: tuple[str, ...]


@frozen
class Picture:
    """A chart that a command draws, kept beside the page as SVG."""

    said: str
    command: str
    file: str


@frozen
class Part:
    """A part of the page."""

    title: str
    shows: tuple[Excerpt | Rows | Prompt | Picture, ...]


_PARTS = (
    Part(
        "One country, from above",
        (
            Excerpt("Scores with their coverage, before anything else:", "report FRA", most=30),
            Excerpt(
                "The same in Chinese, one dimension alone:",
                "report CHN --dimension legal --lang zh",
                most=22,
            ),
        ),
    ),
    Part(
        "What to do first",
        (
            Excerpt(
                "Gaps stand in the order of work: prerequisites first, then the larger gain. Here China's legal "
                "framework is held against the best of four peers:",
                "report CHN --target best --with FRA,DNK,AUS,CAN --dimension legal",
                begin="#  Indicator",
                most=12,
            ),
            Excerpt(
                "Behind each gap stands what the next level asks, and the evidence with its place (French):",
                "report FRA --dimension front-end --lang fr",
                begin="1. ",
                most=20,
            ),
        ),
    ),
    Part(
        "Countries side by side",
        (
            Rows("Levels with coverage; a country without enough evidence has none:", f"compare {FIVE}", most=10),
            Rows(
                "Facts, row by row as in the study, in Chinese; numbers in brackets lead to the list of sources:",
                "compare FRA DNK CHN --table key-enablers --lang zh",
                most=8,
            ),
            Rows(
                "What each country does best, in French:",
                f"compare {FIVE} --table strengths --lang fr",
                most=8,
            ),
            Rows(
                "Set against one of them, from the highest to the lowest, with shared places:",
                f"compare {FIVE} --dimension legal --base FRA --sort legal --ranks",
                most=8,
            ),
        ),
    ),
    Part(
        "Where a number comes from",
        (
            Excerpt("Every score can be walked back:", "explain FRA legal.sso", begin="Rating", most=18),
            Excerpt(
                "and down to the sum that it enters (Chinese):",
                "explain FRA legal.sso --lang zh",
                begin="计分过程",
                most=10,
            ),
        ),
    ),
    Part(
        "For other programs",
        (
            Excerpt(
                "CSV has one row for each record in each cell; TSV holds the same. `value` is in `unit`, for a country "
                "as for the median of a group: points for scores, levels for indicators. `difference` to `--base`, in "
                "that unit, and `rank` under `--ranks` are empty where they were not asked for:",
                "compare FRA CHN --table key-enablers --format csv",
                most=4,
            ),
            Excerpt(
                "JSON of a comparison says what was compared and how, and has the same rows under `cells`:",
                "compare FRA CHN --group oecd --dimension legal --base FRA --ranks --format json",
                most=24,
            ),
            Excerpt("JSON of a report:", "report FRA --dimension legal --format json", most=24),
            Excerpt(
                "HTML needs no script and asks for nothing; it reads well on a phone, on paper and aloud:",
                "compare FRA CHN --table key-enablers --format html",
                begin="<table>",
                most=5,
            ),
            Excerpt(
                "LaTeX for XeLaTeX, Chinese included:",
                "compare FRA CHN --table key-enablers --lang zh --format tex",
                begin="\\section",
                most=14,
            ),
        ),
    ),
    Part(
        "In Python",
        (
            Prompt(
                "A prompt answers in one line; a notebook shows the tables, in light and dark:",
                (
                    "import maturity as mt",
                    "framework = mt.load_framework()",
                    'countries = [mt.assess(mt.load_country(code), framework) for code in ("FRA", "CHN")]',
                    "countries[1]",
                    "comparison = mt.compare(countries)",
                    'comparison.show(tables="portals", language="fr")',
                ),
            ),
            Prompt(
                "`to_frame` gives a frame of pandas, Polars or PyArrow, where missing is null:",
                (
                    'frame = comparison.to_frame(tables="statistics", backend="polars")',
                    "frame.columns",
                    'frame.filter(row="population").select("country", "value", "unit", "time", "source").rows()',
                ),
            ),
        ),
    ),
)

_CHARTS = Part(
    "Charts",
    (
        Picture("Every indicator of every country:", f"chart heatmap {FIVE}", "heatmap.svg"),
        Picture("Where a country stands, and where the best of its peers do:", "chart gaps CHN", "gaps.svg"),
        Picture("How much is known (Chinese):", f"chart coverage {FIVE} --lang zh", "coverage-zh.svg"),
    ),
)

PARTS = (*_PARTS, _CHARTS) if find_spec("maturity.cli.chart") else _PARTS
