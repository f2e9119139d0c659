"""What rules of scoring are called, and what they did."""

RULE_PHRASES = {
    "rule.weighted-arithmetic-mean": ("weighted arithmetic mean", "加权算术平均", "moyenne arithmétique pondérée"),
    "rule.weighted-geometric-mean": ("weighted geometric mean", "加权几何平均", "moyenne géométrique pondérée"),
    "rule.weighted-harmonic-mean": ("weighted harmonic mean", "加权调和平均", "moyenne harmonique pondérée"),
    "rule.minimum": ("minimum", "最小值", "minimum"),
    "rule.maximum": ("maximum", "最大值", "maximum"),
    "rule.sum": ("weighted sum", "加权总和", "somme pondérée"),
    "rule.median": ("median", "中位数", "médiane"),
    "rule.gate": ("gate: steps that hold, in order", "阶梯：按顺序计达到的各级", "paliers franchis, dans l’ordre"),
    "rule.zero": (
        "A part that is missing counts as 0.",
        "缺失的项按0计。",
        "Un élément manquant compte pour 0.",
    ),
    "rule.floor": (
        "A part below {floor} counts as {floor}.",
        "低于{floor}的项按{floor}计。",
        "Un élément inférieur à {floor} compte pour {floor}.",
    ),
    "rule.holds": (
        "A step holds from {bar}; those behind one that does not hold count for nothing.",
        "达到{bar}即为达标；某一级未达标的，其后各级均不计。",
        "Un palier est franchi à partir de {bar}\u00a0; ceux qui suivent un palier non franchi ne comptent pas.",
    ),
    "rule.knock-out": (
        "A part at 0 makes the whole 0.",
        "任一项为0，则整体为0。",
        "Un élément à 0 met l’ensemble à 0.",
    ),
    "rule.threshold": (
        "Below a coverage of {share} there is no score.",
        "覆盖率低于{share}时不给出得分。",
        "Sous une couverture de {share}, il n’y a pas de score.",
    ),
    "rule.over-units": (
        "Stretched over the units: the lowest is put at {low}, the highest at {high}.",
        "按全部单位拉伸：最低者为{low}，最高者为{high}。",
        "Étiré sur l’ensemble des unités\u00a0: la plus basse à {low}, la plus haute à {high}.",
    ),
    "rule.rounding": (
        "Rounded here, decimals: {decimals}, {half}.",
        "在此取整，保留{decimals}位小数，{half}。",
        "Arrondi à ce niveau, décimales\u00a0: {decimals}, {half}.",
    ),
    "rule.half-up": ("halves up", "五入", "la moitié vers le haut"),
    "rule.half-even": ("halves to the even neighbour", "五取偶", "la moitié vers le pair"),
    "rule.figure": ("Figure: {figure}", "数值：{figure}", "Donnée\u00a0: {figure}"),
    "rule.per": (
        "Divided by {column} ({value}), times {times}",
        "除以{column}（{value}），再乘以{times}",
        "Divisé par {column} ({value}), multiplié par {times}",
    ),
    "rule.method": ("Normalised: {method}", "标准化：{method}", "Normalisation\u00a0: {method}"),
}
