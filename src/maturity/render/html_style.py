"""How a page as HTML looks; the names keep to what stands inside `.maturity`, so that a notebook keeps its own look."""

from maturity.render.colours import ANSWER_FILLS, LEVEL_FILLS

_FILLS = "\n".join(
    f".maturity.maturity .{name} {{ background: #{colour}; color: #000; }}"
    for name, colour in (
        *((f"level-{level}", colour) for level, colour in enumerate(LEVEL_FILLS)),
        *((f"answer-{answer}", colour) for answer, colour in ANSWER_FILLS.items()),
    )
)

STYLE = (
    """
.maturity.maturity { overflow-wrap: break-word; text-align: left; }
.maturity.maturity :is(h1, h2, h3, h4) { line-height: 1.25; }
.maturity.maturity .part { border-bottom: 1px solid; margin-top: 2em; }
.maturity.maturity table { border-collapse: collapse; margin: 1em 0; table-layout: auto; border: 0;
  font-size: inherit; }
.maturity.maturity caption { text-align: left; font-weight: 600; padding-bottom: .25em; color: inherit; }
.maturity.maturity :is(th, td) { border: 0; border-bottom: 1px solid rgb(128 128 128 / 45%); padding: .3em .7em;
  text-align: left; vertical-align: top; white-space: normal; min-width: 10em; max-width: none;
  overflow-wrap: anywhere; }
.maturity.maturity tbody th { font-weight: 500; }
.maturity.maturity sup { line-height: 0; }
.maturity.maturity .number { text-align: right; font-variant-numeric: tabular-nums; }
.maturity.maturity :is(.number, .whole) { white-space: nowrap; min-width: 0; }
.maturity.maturity .said { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; white-space: nowrap; }
.maturity.maturity .depth-1 th[scope=row] { padding-left: 2em; }
.maturity.maturity .depth-0 > * { font-weight: 600; }
.maturity.maturity .depth-2 th[scope=row] { padding-left: 3.5em; font-weight: 400; }
.maturity.maturity .note { opacity: .8; }
.maturity.maturity a { color: inherit; }
.maturity.maturity .wide { overflow-x: auto; position: relative; }
.maturity.maturity figure { margin: 1em 0; break-inside: avoid; }
.maturity.maturity figcaption { font-weight: 600; padding-bottom: .25em; }
.maturity.maturity svg { display: block; max-width: 100%; height: auto; min-width: 36rem; }
@media print { .maturity.maturity .wide { overflow: visible; } .maturity.maturity tr { break-inside: avoid; }
  .maturity.maturity svg { min-width: 0; }
  .maturity.maturity :is(th, td) { padding: .2em .4em; min-width: 7em; }
  .maturity.maturity :is(.number, .whole) { min-width: 0; }
  .maturity.maturity :is(h1, h2, h3, h4, caption, figcaption) { break-after: avoid; } }
"""
    + _FILLS
)
"""Of all that is inside a page."""

PAGE_STYLE = """
body { font: 16px/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1a1a1a;
  background: #fff; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 11px; } }
"""
"""Of a document around it."""
