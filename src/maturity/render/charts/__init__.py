"""Charts drawn: layouts make lines, shapes and words of a chart, which SVG, TikZ and PNG are written from."""
