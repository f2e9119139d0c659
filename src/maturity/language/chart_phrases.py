"""Fixed phrases of charts and of what stands for them in words: English, Chinese, French."""

CHART_PHRASES: dict[str, tuple[str, str, str]] = {
    "chart.of": (
        "{what}: {countries}, {waves}",
        "{what}：{countries}（{waves}年）",
        "{what}\u00a0: {countries}, {waves}",
    ),
    "chart.of.waves": ("{what}: {countries}", "{what}：{countries}", "{what}\u00a0: {countries}"),
    "chart.countries": ("{count} countries", "{count}个国家", "{count} pays"),
    "chart-levels.dimension": ("Levels by dimension", "各维度等级", "Niveaux par dimension"),
    "chart-levels.component": ("Levels by component", "各组成部分等级", "Niveaux par composante"),
    "chart-levels.indicator": ("Levels by indicator", "各指标等级", "Niveaux par indicateur"),
    "chart-profile.dimension": ("Profile by dimension", "各维度概况", "Profil par dimension"),
    "chart-profile.component": ("Profile by component", "各组成部分概况", "Profil par composante"),
    "chart-gaps.level": (
        "Gaps to level {level} ({name})",
        "与{level}级（{name}）的差距",
        "Écarts au niveau {level} ({name})",
    ),
    "chart-gaps.best": (
        "Gaps to the highest level among {of}",
        "与{of}中最高等级的差距",
        "Écarts au niveau le plus élevé parmi {of}",
    ),
    "chart-gaps.median": (
        "Gaps to the median level of {of}",
        "与{of}等级中位数的差距",
        "Écarts au niveau médian de {of}",
    ),
    "chart-gaps.plan": (
        "Gaps to a plan of {count} indicators",
        "与含{count}项指标的计划的差距",
        "Écarts à un plan de {count} indicateurs",
    ),
    "chart.coverage": ("What is rated and what is not", "评级情况", "Ce qui est coté et ce qui ne l’est pas"),
    "chart.coverage.note": (
        "In the bars: numbers of indicators. Coverage: the share of the weight that is rated.",
        "条形内为指标数；覆盖率为已评级指标所占权重。",
        "Dans les barres\u00a0: nombre d’indicateurs. Couverture\u00a0: part cotée du poids.",
    ),
    "chart.best": ("Best peer", "最佳对照国", "Meilleur pair"),
    "chart.more": (
        "The first {shown} of {count} gaps in order of work; the table holds the other {rest}.",
        "{count}项差距按工作次序列出前{shown}项；其余{rest}项见表格。",
        "Les {shown} premiers écarts sur {count}, dans l’ordre des travaux\u00a0; le tableau contient les {rest} autres.",
    ),
    "chart.unknown": (
        "Indicators without a level are not shown: {count}.",
        "未定等级的指标未列出：{count}项。",
        "Indicateurs sans niveau, non représentés\u00a0: {count}.",
    ),
    "chart.item": ("{country} – {node}", "{country}“{node}”", "{country} – {node}"),
    "chart.value": ("{label} {value}", "{label}{value}", "{label} {value}"),
    "chart.within": ("{what}, {dimension}", "{what}（{dimension}）", "{what}, {dimension}"),
    "chart.count": ("{label} {count}", "{label}{count}项", "{label} {count}"),
    "chart-nodes.dimension": ("{count} dimensions", "{count}个维度", "{count} dimensions"),
    "chart-nodes.component": ("{count} components", "{count}个组成部分", "{count} composantes"),
    "chart-nodes.indicator": ("{count} indicators", "{count}项指标", "{count} indicateurs"),
    "chart.alt.levels": (
        "Levels of {nodes} on a scale of {low} to {high}: {countries}.",
        "{nodes}的等级（{low}至{high}级）：{countries}。",
        "Niveaux de {nodes} sur une échelle de {low} à {high}\u00a0: {countries}.",
    ),
    "chart.alt.extremes": (
        "Highest: {highest}; lowest: {lowest}.",
        "最高：{highest}；最低：{lowest}。",
        "Le plus haut\u00a0: {highest}\u00a0; le plus bas\u00a0: {lowest}.",
    ),
    "chart.alt.more": ("{count} more", "另外{count}项", "{count} autres"),
    "chart.alt.strong": (
        "Indicators at level {level} or above: {counts}.",
        "{level}级及以上的指标：{counts}。",
        "Indicateurs au niveau {level} ou plus\u00a0: {counts}.",
    ),
    "chart.alt.unknown": ("Without a level: {items}.", "未定等级：{items}。", "Sans niveau\u00a0: {items}."),
    "chart.alt.known": ("All have a level.", "均已定级。", "Tous ont un niveau."),
    "chart.alt.gaps": (
        "{country}: {count} gaps, of which {shown} are shown in order of work.",
        "{country}：共{count}项差距，按工作次序列出{shown}项。",
        "{country}\u00a0: {count} écarts, dont {shown} représentés dans l’ordre des travaux.",
    ),
    "chart.alt.first": ("The first is {gap}.", "首项为{gap}。", "Le premier\u00a0: {gap}."),
    "chart.alt.peers": (
        "The first is {gap}; on {count} of those shown a peer stands higher.",
        "首项为{gap}；所列差距中有{count}项对照国等级更高。",
        "Le premier\u00a0: {gap}\u00a0; sur {count} de ceux qui sont représentés, un pair est plus haut.",
    ),
    "chart.alt.rated": (
        "{label}: {rated} of {total} indicators rated (coverage {coverage}).",
        "{label}：{total}项指标中已评级{rated}项（覆盖率{coverage}）。",
        "{label}\u00a0: {rated} indicateurs cotés sur {total} (couverture {coverage}).",
    ),
    "chart.sentence": ("{text}.", "{text}。", "{text}."),
    "chart.alt.coverage": (
        "Coverage: highest {highest}; lowest {lowest}.",
        "覆盖率：最高为{highest}；最低为{lowest}。",
        "Couverture\u00a0: la plus élevée, {highest}\u00a0; la plus faible, {lowest}.",
    ),
}
"""By key: English, Chinese, French."""
