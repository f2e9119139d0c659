"""What stands before the text of a LaTeX document: packages, fonts that are there, and what other fonts must lend."""

_START = r"""% Compile with xelatex, twice.
\documentclass[10pt,a4paper]{article}
\usepackage{fontspec}
"""
_LANGUAGES = {
    "en": r"\usepackage[british]{babel}" "\n",
    "fr": r"\IfFileExists{french.ldf}{\usepackage[french]{babel}\frenchsetup{AutoSpacePunctuation=false}}{}" "\n",
    "zh": "",
}
_CHINESE = r"""\usepackage{xeCJK}
\providecommand{\chinesefont}[1]{\IfFontExistsTF{#1}{\setCJKmainfont{#1}\renewcommand{\chinesefont}[1]{}}{}}
\chinesefont{Noto Serif CJK SC}
\chinesefont{Source Han Serif SC}
\chinesefont{SimSun}
\chinesefont{Songti SC}
\chinesefont{FandolSong-Regular.otf}
"""
_REST = r"""\providecommand{\latinfont}[1]{\IfFontExistsTF{#1}{\setmainfont{#1}\renewcommand{\latinfont}[1]{}}{}}
\latinfont{Noto Serif}
\latinfont{TeX Gyre Pagella}
\latinfont{texgyrepagella-regular.otf}
% A sign that the font of the text lacks is taken from another one; where none has it, its number is printed.
\newcommand{\lentfont}{}
\newcommand{\lender}[1]{\IfFontExistsTF{#1}{\renewfontfamily{\lentfont}{#1}\renewcommand{\lender}[1]{}}{}}
\newcommand{\emojifont}{}
\newcommand{\emojilender}[1]{\IfFontExistsTF{#1}{\renewfontfamily{\emojifont}{#1}\renewcommand{\emojilender}[1]{}}{}}
\lender{DejaVu Sans}
\lender{Segoe UI Symbol}
\lender{Apple Symbols}
\emojilender{Noto Emoji}
\emojilender{Segoe UI Emoji}
\newcommand{\sign}[1]{\iffontchar\font"#1 \char"#1\relax\else{\lentfont\iffontchar\font"#1 \char"#1\relax\else
  {\emojifont\iffontchar\font"#1 \char"#1\relax\else{\footnotesize[U+#1]}\fi}\fi}\fi}
\usepackage{array,booktabs,longtable,ragged2e}
\usepackage[table]{xcolor}
\usepackage{caption}
\captionsetup{justification=raggedright,singlelinecheck=false,font=bf}
\setcounter{secnumdepth}{0}
\setlength{\emergencystretch}{3em}
\setlength{\parindent}{0pt}
\setlength{\parskip}{4pt}
\setlength{\tabcolsep}{3pt}
\setlength{\LTleft}{0pt}
\renewcommand{\arraystretch}{1.15}
\newcolumntype{L}[1]{>{\RaggedRight\arraybackslash\hspace{0pt}}p{#1}}
\newcolumntype{R}[1]{>{\RaggedLeft\arraybackslash\hspace{0pt}}p{#1}}
\definecolor{dim}{HTML}{4D4D4D}
\usepackage[unicode,hidelinks]{hyperref}
\pdfstringdefDisableCommands{\def\sign#1{}\def\allowbreak{}}
"""


def preamble(language: str, title: str, *, chinese: bool, lies: bool) -> str:
    """Everything up to the beginning of the text; *title* is escaped already; pages may lie on their sides.

    Chinese needs xeCJK, which is asked for only where it is used.
    """
    return (
        _START
        + f"\\usepackage[{'landscape,' if lies else ''}margin=2cm]{{geometry}}\n"
        + _LANGUAGES[language]
        + (_CHINESE if chinese else "")
        + _REST
        + f"\\hypersetup{{pdftitle={{{title}}},pdfauthor={{maturity}},pdflang={{{language}}}}}\n"
    )
